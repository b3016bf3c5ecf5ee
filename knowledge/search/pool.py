"""The documents that are worth weighing: a walk over posting lists, the rarest word first.

Rare words find the documents, common ones only tell them apart. So the walk ends when it has done enough work, and what
is left of the common words counts later, when the pool is weighed. A question of three hundred words then costs little
more than one of ten.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from knowledge.search.postings import Floats, Ints, Longs

_WORK = 5_000_000  # entries of posting lists walked at most; a million takes about 1.5 ms
_RANGES = 50  # up to so many ranges of documents the lists are cut to them; with more all are scored, then masked
_WHOLE = 2_000  # documents up to which to cut the lists takes longer than to score them all

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


Name = tuple[int, float, int]  # a term, its weight, and which it is of several that are alike


@dataclass(slots=True)
class Sums:
    """What documents got in one search, for the next that asks for nearly the same: only the difference is walked.

    Args:
        lists: those that were added up, by name, cut to the `ranges`.
    """

    lists: Mapping[Name, List] = field(default_factory=dict)
    ranges: list[list[int]] = field(default_factory=list)
    scores: Scores | None = None


def pool(
    lists: Mapping[Name, List], documents: int, size: int, allowed: Longs | None = None, sums: Sums | None = None
) -> Longs:
    """The best documents by the sum of what the lists add, ascending; of equal ones the first.

    Args:
        lists: documents, ascending, and what each gets, by name.
        documents: how many there are.
        size: how many to find at most.
        allowed: ranges (first, end) to look at, None for all.
        sums: of the search before, and of this one afterwards.
    """
    ranges, few = joined(np.array([[0, documents]]) if allowed is None else allowed)
    few = few and documents > _WHOLE
    whole = ranges.tolist() == [[0, documents]]
    cut = [(name, entry if whole or not few else _within(entry, ranges)) for name, entry in lists.items()]
    taken = dict(cut[number] for number in walked([len(where) for _, (where, _) in cut]))
    scores = _summed(taken, documents, ranges.tolist(), sums or Sums())
    rare = next((where for where, _ in taken.values() if len(where) >= size), None) if few else None
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


def _summed(lists: Mapping[Name, List], documents: int, ranges: list[list[int]], sums: Sums) -> Scores:
    """What each document gets from all lists together."""
    more = [entry for name, entry in lists.items() if name not in sums.lists]
    gone = [entry for name, entry in sums.lists.items() if name not in lists]
    scores = sums.scores
    if scores is None or sums.ranges != ranges or _entries(more) + _entries(gone) >= _entries(lists.values()):
        # of double length, so that neither the order of adding nor what is taken away again makes a difference
        scores, more, gone = np.zeros(documents), list(lists.values()), []
    for change, entries in ((np.add, more), (np.subtract, gone)):
        for where, what in entries:  # in the machine's own types: others are turned one by one as they are added
            change.at(scores, where.astype(np.intp), what.astype(np.float64))
    sums.lists, sums.ranges, sums.scores = lists, ranges, scores
    return scores


def _entries(lists: Iterable[List]) -> int:
    return sum(len(where) for where, _ in lists)


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
