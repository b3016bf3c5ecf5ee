"""Sets of numbers as arrays: the same as Python's sets, in the order of the first array."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.number_sets import common, meet, most_shared, union, without

NUMBERS = st.sets(st.integers(0, 200), max_size=40).flatmap(lambda found: st.permutations(sorted(found)))


@given(NUMBERS, NUMBERS)
def test_what_is_common_and_what_is_left_are_the_whole(one: list[int], other: list[int]) -> None:
    left, right = np.array(one, np.int32), np.array(other, np.int32)

    assert common(left, right).tolist() == [number for number in one if number in other]
    assert without(left, right).tolist() == [number for number in one if number not in other]
    assert meet(left, right) == bool(set(one) & set(other))


@given(st.lists(st.lists(st.integers(0, 40), unique=True), min_size=1))
def test_sets_union_are_what_numpy_makes_of_them(parts: list[list[int]]) -> None:
    arrays = [np.array(part, np.int32) for part in parts]
    assert union(arrays).tolist() == np.unique(np.concatenate(arrays)).tolist()


@given(st.lists(NUMBERS))
def test_the_number_that_most_sets_have_is_in_as_many_of_them(parts: list[list[int]]) -> None:
    having = [sum(number in part for part in parts) for number in range(201)]
    assert most_shared([np.array(part, np.int32) for part in parts]) == max(having)
