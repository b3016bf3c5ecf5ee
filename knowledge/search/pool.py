"""The documents that are worth weighing: a walk over posting lists, the rarest word first.

Rare words find the documents, common ones only tell them apart. So the walk ends when it has done enough work, and what
is left of the common words counts later, when the pool is weighed. A question of three hundred words then costs little
more than one of ten.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from knowledge.search.postings import Floats, Ints, Longs

_WORK = 5_000_000  # entries of posting lists walked at most; a million takes about 1.5 ms
_RANGES = 50  # up to so many ranges of documents the lists are cut to them; with more all are scored, then masked

List = tuple[Ints, Floats]
Scores = npt.NDArray[np.float64]


class Lists(Protocol):
    """Posting lists that lie elsewhere, and are added up there."""

    def best(
        self, asked: Sequence[tuple[int, float]], sizes: Sequence[int], size: int, allowed: Longs | None
    ) -> Longs | None:
        """What `pool` gives of the lists of some terms; None where they are not there any more.

        Args:
            asked: terms, and the weight of each.
            sizes: how long the list of each is.
            size, allowed: as of `pool`.
        """


def pool(lists: Iterable[List], documents: int, size: int, allowed: Longs | None = None) -> Longs:
    """The best documents by the sum of what the lists add, ascending; of equal ones the first.

    Args:
        lists: documents, ascending, and what each gets.
        documents: how many there are.
        size: how many to find at most.
        allowed: ranges (first, end) to look at, None for all.
    """
    ranges, few = joined(np.array([[0, documents]]) if allowed is None else allowed)
    whole = ranges.tolist() == [[0, documents]]
    cut = [entry if whole or not few else _within(entry, ranges) for entry in lists]
    taken = [cut[number] for number in walked([len(where) for where, _ in cut])]
    scores = _summed(taken, documents)
    rare = next((where for where, _ in taken if len(where) >= size), None) if few else None
    least = 0.0 if rare is None else _least(scores[rare], size)
    found = np.flatnonzero(scores >= least if least > 0 else scores > 0)
    if not few:
        found = found[_mask(ranges, documents)[found]]
    return _best(found, scores[found], size)


def walked(sizes: Sequence[int]) -> list[int]:
    """The lists of these lengths that are walked, the shortest first."""
    taken: list[int] = []
    work = 0
    for number in sorted(range(len(sizes)), key=sizes.__getitem__):
        if work and work + sizes[number] > _WORK:
            break
        work += sizes[number]
        taken.append(number)
    return taken


def joined(allowed: Longs) -> tuple[Longs, bool]:
    """Ranges of documents without the empty ones, those that touch in one; whether lists are cut to them."""
    ranges = _joined(allowed)
    return ranges, len(ranges) <= _RANGES


def _summed(lists: Sequence[List], documents: int) -> Scores:
    """What each document gets from all lists together."""
    scores = np.zeros(documents)  # of double length, so that the order of adding makes no difference
    for where, what in lists:  # in the machine's own types: others are turned one by one as they are added
        np.add.at(scores, where.astype(np.intp), what.astype(np.float64))
    return scores


def _best(found: Longs, scores: Scores, size: int) -> Longs:
    if len(found) <= size:
        return found
    least = _least(scores, size)
    above, equal = found[scores > least], found[scores == least]
    return np.sort(np.concatenate([above, equal[: size - len(above)]]))


def _least(scores: Scores, size: int) -> float:
    """The least of the best; that of some documents is a bound for all, and a high one where they have a rare word."""
    return float(np.partition(scores, len(scores) - size)[len(scores) - size])


def _joined(ranges: Longs) -> Longs:
    """The ranges without the empty ones, those that touch in one."""
    ranges = ranges[ranges[:, 0] < ranges[:, 1]]
    first = np.flatnonzero(np.concatenate([[True], ranges[1:, 0] != ranges[:-1, 1]])[: len(ranges)])
    last = np.append(first[1:], len(ranges)) - 1
    return np.stack([ranges[first, 0], ranges[last[: len(first)], 1]], axis=1)


def _within(entry: List, ranges: Longs) -> List:
    """The part of a list that lies in some ranges."""
    where, what = entry
    bounds = np.searchsorted(where, ranges.astype(where.dtype))  # another type would copy the whole list
    if len(bounds) == 1:
        return where[slice(*bounds[0])], what[slice(*bounds[0])]
    return (
        np.concatenate([where[:0], *(where[first:end] for first, end in bounds)]),
        np.concatenate([what[:0], *(what[first:end] for first, end in bounds)]),
    )


def _mask(ranges: Longs, documents: int) -> npt.NDArray[np.bool_]:
    mask = np.zeros(documents, dtype=np.bool_)
    for first, end in ranges:
        mask[first:end] = True
    return mask
