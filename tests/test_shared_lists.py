"""Candidates found in the lists on a PostgreSQL server: the very ones that are found here, and each office its own."""

import itertools
from contextlib import closing
from dataclasses import replace

import pytest
from builders import a_loaded_plan, a_task

from knowledge.library.shared_lists import SharedLists
from knowledge.search.index import Index, Part
from knowledge.storage import Server

psycopg = pytest.importorskip("psycopg", reason="the extra [postgres] is not installed")

ROWS = tuple(
    f"{what} {whose} {n}"
    for n, (what, whose) in enumerate(
        itertools.product(("Số hóa hồ sơ", "Kiểm tra sổ sách", "Đào tạo công chức"), ("quý", "tháng", "xã", "sở")), 1
    )
)
PLANS = [a_loaded_plan([a_task(task=row, stt=str(n)) for n, row in enumerate(ROWS)], stem=f"p{p}") for p in range(3)]


@pytest.mark.parametrize("work", [5_000_000, 30, 0], ids=["all lists are walked", "not all", "only the rarest"])
@pytest.mark.parametrize("ranges", [50, 0], ids=["lists are cut", "scores are masked"])
def test_the_server_finds_the_very_candidates_that_are_found_here(
    offices: tuple[str, str], monkeypatch: pytest.MonkeyPatch, work: int, ranges: int
) -> None:
    monkeypatch.setattr("knowledge.search.pool._WORK", work)
    monkeypatch.setattr("knowledge.search.pool._RANGES", ranges)
    monkeypatch.setattr("knowledge.search.index._POOL", 5)
    here = Index.build(PLANS)
    with closing(SharedLists(Server(offices[0]))) as lists:
        there = replace(here, elsewhere=lists.of(here))
        for text in ("số hóa hồ sơ quý", "so hoa sổ sach xa", "congchuc", "dao tạo cong chưc so 7", "xyzzy"):
            for plans, parts in itertools.product((None, [0, 2], []), (tuple(Part), [Part.TASK])):
                found = here.search(text, plans=plans, parts=parts, limit=1)
                assert there.search(text, plans=plans, parts=parts, limit=1) == found


def test_lists_are_written_once_and_an_office_keeps_those_of_its_last_indexes(offices: tuple[str, str]) -> None:
    made = [Index.build(PLANS[:count]) for count in (1, 2, 3)]
    with closing(SharedLists(Server(offices[0]))) as lists, psycopg.connect(offices[0], autocommit=True) as ours:
        oldest = replace(made[0], elsewhere=lists.of(made[0]))
        for index in (*made, *made[1:]):
            lists.of(index)
        assert ours.execute("select mark from indexes order by id").fetchall() == [(i.fingerprint,) for i in made[1:]]
        assert ours.execute("select count(distinct made) from lists").fetchall() == [(2,)]
        assert oldest.search("số hóa") == made[0].search("số hóa") != []
        with psycopg.connect(offices[1]) as theirs:
            assert theirs.execute("select count(*) from lists").fetchall() == [(0,)]
