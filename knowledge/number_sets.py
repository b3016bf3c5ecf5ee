"""Arrays of distinct numbers, of rows or of documents, put together by marking what is there.

To mark a million takes a few milliseconds; numpy's set functions sort or hash both sides first, which takes a hundred
or a thousand.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]  # from 0 on, each once


def common(numbers: Numbers, others: Numbers) -> Numbers:
    """The numbers that are among others, in their order."""
    return numbers[_marked(numbers, others)]


def without(numbers: Numbers, others: Numbers) -> Numbers:
    """The numbers that are not among others, in their order."""
    return numbers[~_marked(numbers, others)]


def meet(numbers: Numbers, others: Numbers) -> bool:
    """Whether any number is among others."""
    return bool(_marked(numbers, others).any())


def union(parts: Sequence[Numbers]) -> Numbers:
    """The numbers of several arrays, ascending, each once; what is ascending already is merged."""
    found = np.sort(np.concatenate(parts), kind="stable") if parts else _NONE
    return found[np.concatenate(([True], found[1:] != found[:-1]))] if len(found) else found


def most_shared(parts: Sequence[Numbers]) -> int:
    """In how many of several arrays the number is that most of them have; 0 where none has any."""
    return int(np.bincount(np.concatenate(parts)).max(initial=0)) if parts else 0


_NONE = np.zeros(0, np.int32)


def _marked(numbers: Numbers, others: Numbers) -> npt.NDArray[np.bool_]:
    marks = np.zeros(1 + max(numbers.max(initial=-1), others.max(initial=-1)), np.bool_)
    marks[others] = True
    return np.array(marks[numbers], np.bool_)
