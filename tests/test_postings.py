"""Posting lists: what rank-bm25 says of a small library, and the same of a large one."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from knowledge.search.postings import SMALL, Postings, distinct, inverse_frequency
from knowledge.search.ranking import FIELD_WEIGHTS

WORDS = 12


def lists_of(corpus: Sequence[Sequence[int]], small: int = SMALL, often: Sequence[float] = ()) -> Postings:
    words = [word for words in corpus for word in words]
    return Postings.build(
        np.array([number for number, words in enumerate(corpus) for _ in words], dtype=np.int32),
        np.array(words, dtype=np.int32),
        np.array(often or [1.0] * len(words), dtype=np.float32),
        len(corpus),
        WORDS,
        small,
    )


CORPORA = st.lists(st.lists(st.integers(0, WORDS - 1), min_size=1, max_size=15), min_size=3, max_size=30)
QUESTIONS = st.lists(st.integers(0, WORDS - 1), unique=True, max_size=6)


@settings(max_examples=100, deadline=None)
@given(CORPORA, QUESTIONS)
def test_scores_are_those_of_rank_bm25_for_words_in_less_than_a_third_of_the_documents(
    corpus: list[list[int]], question: list[int]
) -> None:
    rare = [word for word in question if 3 * sum(word in words for words in corpus) < len(corpus)]
    expected = BM25Okapi(corpus).get_scores(rare)
    assert lists_of(corpus).scores(dict.fromkeys(rare, 1.0)) == pytest.approx(expected, rel=1e-4, abs=1e-5)


@settings(max_examples=100, deadline=None)
@given(CORPORA, QUESTIONS, st.data())
def test_a_library_grown_too_large_for_rank_bm25_is_ranked_in_the_same_order(
    corpus: list[list[int]], question: list[int], data: st.DataObject
) -> None:
    count = sum(map(len, corpus))
    often = data.draw(st.lists(st.sampled_from([0.1, 0.2, 0.3, 0.6, 1.0]), min_size=count, max_size=count))
    weights = dict.fromkeys(question, 1.0)
    asked, calculated = (lists_of(corpus, small, often).scores(weights) for small in (len(corpus), 0))
    assert asked == pytest.approx(calculated, rel=1e-4, abs=1e-5)
    assert np.all(np.diff(asked[np.argsort(-calculated, kind="stable")]) <= 1e-4)


def test_every_field_counts_in_tenths_as_rank_bm25_needs_it() -> None:
    assert all(round(10 * weight, 9).is_integer() for weight in FIELD_WEIGHTS.values())


@settings(deadline=None)
@given(st.integers(1, 100_000), st.data())
def test_a_rarer_word_weighs_more_and_every_word_more_than_nothing(size: int, data: st.DataObject) -> None:
    rarer = data.draw(st.integers(0, size))
    commoner = data.draw(st.integers(rarer, size))
    left, right = inverse_frequency(size, [rarer, commoner])
    assert left >= right > 0
    assert (left > right) == (rarer < commoner)


@pytest.mark.parametrize("corpus", [[[1]], [[1], [1]], [[1, 2], [2, 3]]], ids=["one", "two alike", "two"])
def test_a_match_in_one_or_two_documents_scores_above_nothing(corpus: list[list[int]]) -> None:
    assert max(BM25Okapi(corpus).get_scores([1])) <= 0
    assert (lists_of(corpus).scores({1: 1.0}) > 0).tolist() == [1 in words for words in corpus]


def test_no_document_has_no_scores() -> None:
    with pytest.raises(ZeroDivisionError):
        BM25Okapi([])
    assert len(lists_of([]).scores({1: 1.0})) == 0


def test_a_list_names_the_documents_of_a_word_in_order() -> None:
    lists = lists_of([[1, 2], [2], [1, 1, 3], [4]])
    assert lists.list_of(1)[0].tolist() == [0, 2]
    assert lists.count(1) == 2
    assert lists.list_of(5)[0].tolist() == []
    assert lists.list_of(1, 2.0)[1] == pytest.approx(2 * lists.list_of(1)[1])


def test_a_weight_multiplies_a_word() -> None:
    lists = lists_of([[1], [2], [3], [4]])
    assert lists.scores({1: 0.5}) == pytest.approx(0.5 * lists.scores({1: 1.0}))


def test_keys_are_sorted_each_once() -> None:
    assert distinct(np.array([5, 0, 5, 2, 0])).tolist() == [0, 2, 5]
    assert distinct(np.zeros(0, dtype=np.int64)).tolist() == []
