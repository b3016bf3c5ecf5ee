"""Posting lists: for each term the documents that hold it and what it adds to their score. The only door to rank-bm25.

The statistics are those of rank_bm25.BM25Okapi (Robertson and Zaragoza, "The probabilistic relevance framework: BM25
and beyond", 2009), so a score equals its `get_scores`; only the documents that hold a term are walked, and what a term
adds to a document is worked out once, when the lists are made. Where BM25Okapi goes wrong (see `inverse_frequency`) the
lists differ from it on purpose.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

K1 = 1.5  # the defaults of BM25Okapi
B = 0.75

# BM25Okapi's idf is ln(odds) with odds = (N - n + 0.5) / (n + 0.5). It is 0 for a word in half the documents, negative
# above, and what it puts in place of a negative one is often more than a rarer word gets. From odds of 2 down (a word
# in a third of the documents) ln(1 + odds) takes over, scaled so that both meet there: always above 0, always falling.
_JOIN = 2.0
_SCALE = math.log(_JOIN) / math.log(1 + _JOIN)


class _Statistics(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no types
    """BM25Okapi's inverse document frequencies from counts, without its dictionary for each document."""

    def __init__(self, size: int, frequencies: Mapping[Any, int]) -> None:
        self.corpus_size = size
        self.epsilon = 0.0
        self.idf: dict[Any, float] = {}
        if frequencies:
            self._calc_idf(frequencies)


def inverse_frequency(size: int, frequencies: npt.ArrayLike) -> Floats:
    """How rare words are that stand in so many of `size` documents; above 0 and falling, also for 1 or 2 documents."""
    counts = np.asarray(frequencies, dtype=np.int64)
    distinct, where = np.unique(counts, return_inverse=True)
    okapi = _Statistics(size, {int(n): int(n) for n in distinct}).idf
    odds = (size - distinct + 0.5) / (distinct + 0.5)
    common = np.log1p(odds) * _SCALE
    values = [okapi[int(n)] if o >= _JOIN else c for n, o, c in zip(distinct, odds, common, strict=True)]
    return np.asarray(values, dtype=np.float32)[where.reshape(counts.shape)]


def saturation(frequency: npt.ArrayLike, length: npt.ArrayLike, average: float) -> npt.NDArray[Any]:
    """What is multiplied with the idf: BM25's share for a term's frequency in a document of this length."""
    frequency = np.asarray(frequency)
    norm = K1 * (1 - B + B * np.asarray(length) / max(average, 1e-9))
    return np.asarray(frequency * (K1 + 1) / (frequency + norm))


def distinct(keys: Longs) -> Longs:
    """The keys, ascending, each once; where most repeat, sorting is many times faster than the hashing of np.unique."""
    ordered = np.sort(keys)
    return ordered[np.diff(ordered, prepend=-1) > 0]


@dataclass(frozen=True, slots=True)
class Postings:
    """Posting lists of one view, sorted by term, then document.

    Args:
        starts: where each term's list begins, one longer than the vocabulary.
        documents, impacts: the lists, end to end.
        idf: of each term.
        size: number of documents.
    """

    starts: Longs
    documents: Ints
    impacts: Floats
    idf: Floats
    size: int

    @classmethod
    def build(cls, documents: Ints, terms: Ints, frequencies: Floats, lengths: Floats, vocabulary: int) -> "Postings":
        """Lists from occurrences (document, term, frequency); those of one term in one document are added up.

        Args:
            documents: where each occurrence is.
            terms: of what it is.
            frequencies: what it counts.
            lengths: of each document, in the measure of the frequencies.
            vocabulary: number of terms; every term is below it.
        """
        size = len(lengths)
        keys = terms.astype(np.int64) * max(size, 1) + documents
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        total = np.add.reduceat(frequencies[order], first) if len(first) else np.zeros(0, np.float32)
        term, document = np.divmod(keys[first], max(size, 1))
        counts = np.bincount(term, minlength=vocabulary)
        starts = np.concatenate([[0], np.cumsum(counts)])
        idf = inverse_frequency(size, counts)
        average = float(np.mean(lengths)) if size else 0.0
        impacts = idf[term] * saturation(total, lengths[document], average)
        return cls(starts, document.astype(np.int32), impacts.astype(np.float32), idf, size)

    def list_of(self, term: int, weight: float = 1.0) -> tuple[Ints, Floats]:
        """The documents that hold a term, ascending, and what it adds to each when it weighs so much."""
        span = slice(self.starts[term], self.starts[term + 1])
        impacts = self.impacts[span]
        return self.documents[span], impacts if weight == 1 else impacts * np.float32(weight)

    def count(self, term: int) -> int:
        """In how many documents a term stands."""
        return int(self.starts[term + 1] - self.starts[term])

    def scores(self, weights: Mapping[int, float]) -> Floats:
        """The score of every document for a question of weighted terms."""
        scores = np.zeros(self.size, dtype=np.float32)
        for term, weight in weights.items():
            np.add.at(scores, *self.list_of(term, weight))
        return scores
