"""The documents worth weighing."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import knowledge.search.pool
from knowledge.search.pool import List, Name, Sums, pool


@pytest.fixture(autouse=True, scope="module", params=[0, 1000], ids=["lists are cut", "whole lists are added up"])
def whole(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every case, as a large library is searched and as a small one is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knowledge.search.pool, "_WHOLE", request.param)
        yield


def a_list(*scores: float) -> List:
    """A posting list with these scores of documents 0, 1, …; 0 where it does not hold one."""
    where = np.flatnonzero(scores).astype(np.int32)
    return where, np.array([scores[number] for number in where], dtype=np.float32)


def named(lists: Sequence[List]) -> dict[Name, List]:
    return {(number, 1.0, 0): one for number, one in enumerate(lists)}


LISTS = [a_list(1, 1, 0, 1, 1), a_list(0, 0, 0, 5, 0), a_list(2, 0, 0, 0, 1)]


def test_the_best_documents_come_in_their_order() -> None:
    assert pool(named(LISTS), 5, 2).tolist() == [0, 3]
    assert pool(named(LISTS), 5, 10).tolist() == [0, 1, 3, 4]


def test_of_equal_documents_the_first_are_taken() -> None:
    assert pool(named([a_list(1, 1, 1, 3, 1)]), 5, 3).tolist() == [0, 1, 3]


@pytest.mark.parametrize("many", [0, 100], ids=["lists are cut", "scores are masked"][::-1])
def test_only_allowed_documents_are_taken(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = np.array([[1, 3], [4, 5], *[[5, 5]] * 2])
    monkeypatch.setattr(knowledge.search.pool, "_RANGES", many)
    assert pool(named(LISTS), 5, 10, allowed).tolist() == [1, 4]
    assert pool(named(LISTS), 5, 10, np.zeros((0, 2), dtype=np.int64)).tolist() == []


def test_common_words_are_left_for_the_weighing_when_the_work_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knowledge.search.pool, "_WORK", 3)
    assert pool(named(LISTS), 5, 10).tolist() == [0, 3, 4]
    monkeypatch.setattr(knowledge.search.pool, "_WORK", 0)
    assert pool(named(LISTS), 5, 10).tolist() == [3], "the rarest word always counts"


def test_no_list_finds_nothing() -> None:
    assert pool({}, 5, 10).tolist() == []
    assert pool({}, 0, 10).tolist() == []


@settings(deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 3), min_size=30, max_size=30), min_size=1, max_size=5),
    st.integers(1, 30),
    st.one_of(st.none(), st.lists(st.integers(0, 30), max_size=6).map(sorted)),
)
def test_the_pool_is_what_sorting_every_document_would_find(
    rows: list[list[int]], size: int, edges: list[int] | None
) -> None:
    allowed = None if edges is None else np.array(list(zip(edges[::2], edges[1::2], strict=False))).reshape(-1, 2)
    inside = [allowed is None or any(first <= n < end for first, end in allowed) for n in range(30)]
    total = [sum(column) for column in zip(*rows, strict=True)]
    ranked = sorted((-score, n) for n, score in enumerate(total) if score and inside[n])
    assert pool(named([a_list(*row) for row in rows]), 30, size, allowed).tolist() == sorted(
        n for _, n in ranked[:size]
    )


@given(
    st.lists(st.lists(st.integers(0, 3), min_size=30, max_size=30), min_size=6, max_size=6),
    st.lists(st.sets(st.integers(0, 5)), min_size=2, max_size=4),
    st.lists(st.sampled_from([(0, 30), (5, 20)]), min_size=4, max_size=4),
    st.integers(1, 30),
)
def test_what_a_search_before_added_up_makes_no_difference(
    rows: list[list[int]], searches: list[set[int]], places: list[tuple[int, int]], size: int
) -> None:
    every, sums = named([a_list(*row) for row in rows]), Sums()
    for asked, place in zip(searches, places, strict=False):
        lists = {name: entry for name, entry in every.items() if name[0] in asked}
        allowed = np.array([place])
        assert pool(lists, 30, size, allowed, sums).tolist() == pool(lists, 30, size, allowed).tolist()


def test_of_a_search_for_some_words_more_only_these_are_added() -> None:
    every, sums = named(LISTS), Sums()
    pool({name: every[name] for name in list(every)[:2]}, 5, 2, sums=sums)
    before = sums.scores
    assert pool(every, 5, 2, sums=sums).tolist() == pool(every, 5, 2).tolist()
    assert sums.scores is before, "and not a sum begun anew"
