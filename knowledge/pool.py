"""The documents that are worth weighing: a walk over posting lists, the rarest word first.

Rare words find the documents, common ones only tell them apart. So the walk ends when it has done enough work, and what
is left of the common words counts later, when the pool is weighed. A question of three hundred words then costs little
more than one of ten.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from knowledge.postings import Floats, Ints, Longs

_WORK = 5_000_000  # entries of posting lists walked at most; a million takes about 1.5 ms
_RANGES = 50  # up to so many ranges of documents the lists are cut to them; with more all are scored, then masked

List = tuple[Ints, Floats]


def pool(lists: Iterable[List], documents: int, size: int, allowed: Longs | None = None) -> Longs:
    """The best documents by the sum of what the lists add, ascending; of equal ones the first.

    Args:
        lists: documents, ascending, and what each gets.
        documents: how many there are.
        size: how many to find at most.
        allowed: ranges (first, end) to look at, None for all.
    """
    few = allowed is not None and len(allowed) <= _RANGES
    cut = [_within(entry, allowed) if few and allowed is not None else entry for entry in lists]
    scores = np.zeros(documents, dtype=np.float32)
    work = 0
    for where, what in sorted(cut, key=lambda entry: len(entry[0])):
        if work and work + len(where) > _WORK:
            break
        work += len(where)
        np.add.at(scores, where, what)
    if allowed is not None and not few:
        scores *= _mask(allowed, documents)
    return _best(scores, size)


def _best(scores: Floats, size: int) -> Longs:
    found = np.flatnonzero(scores > 0)
    if len(found) <= size:
        return found
    kept = scores[found]
    least = np.partition(kept, len(kept) - size)[len(kept) - size]
    above, equal = found[kept > least], found[kept == least]
    return np.sort(np.concatenate([above, equal[: size - len(above)]]))


def _within(entry: List, ranges: Longs) -> List:
    """The part of a list that lies in some ranges."""
    where, what = entry
    bounds = np.searchsorted(where, ranges.astype(where.dtype))  # another type would copy the whole list
    return (
        np.concatenate([where[:0], *(where[first:end] for first, end in bounds)]),
        np.concatenate([what[:0], *(what[first:end] for first, end in bounds)]),
    )


def _mask(ranges: Longs, documents: int) -> npt.NDArray[np.bool_]:
    edges = np.zeros(documents + 1, dtype=np.int32)
    np.add.at(edges, ranges[:, 0], 1)
    np.add.at(edges, ranges[:, 1], -1)
    return np.cumsum(edges[:-1]) > 0
