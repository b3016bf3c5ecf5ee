"""Neighbouring syllables."""

import numpy as np
import pytest
from builders import a_loaded_plan, a_task

from knowledge.search.corpus import gather
from knowledge.search.pairs import Pairs

CORPUS = gather(
    [a_loaded_plan([a_task(task="Cải cách hành chính", section=(), result="Báo cáo"), a_task(task="Cách")])]
)
OWNER = np.repeat(np.arange(len(CORPUS), dtype=np.int32), np.diff(CORPUS.starts))
ONES = np.ones(len(OWNER), dtype=np.float32)
PAIRS = Pairs.build(CORPUS, OWNER, ONES)


def number(left: str, right: str) -> int | None:
    ids = CORPUS.vocabulary.bare_ids
    return PAIRS.number(ids.get(left, -1), ids.get(right, -1))


def test_neighbours_within_a_field_are_a_pair() -> None:
    assert number("cai", "cach") is not None
    assert number("cach", "cai") is None
    assert number("chinh", "bao") is None, "the result is another field"
    assert number("cai", "zzz") is None


def test_a_pair_that_is_one_word_weighs_less_than_one_across_two() -> None:
    bonded = PAIRS.bonded(CORPUS, {("cải", "cách"): 1.0, ("không", "có"): 1.0})
    one = number("cai", "cach")
    other = number("cach", "hanh")
    assert one is not None
    assert other is not None
    before, after = PAIRS.idf(np.array([one, other])), bonded.idf(np.array([one, other]))
    assert 0 < after[0] < before[0]
    assert after[1] == before[1]
    assert bonded.weight(one, 1.0) == pytest.approx(PAIRS.weight(one, 1.0) * after[0] / before[0])
