"""Posting lists: for each term the documents that hold it and what it adds to their score. The only door to rank-bm25.

What a term adds is the score of rank_bm25.BM25Okapi (Robertson and Zaragoza, "The probabilistic relevance framework:
BM25 and beyond", 2009) for a question of that term alone, asked once when the lists are made: its `get_scores` walks
every document for every term of every question, ours only the documents that hold one. Of a large library its
dictionaries would take gigabytes; there the same formula runs on arrays. Where BM25Okapi goes wrong (see
`inverse_frequency`) it is given other frequencies on purpose.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

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

SMALL = 4_000  # documents up to which BM25Okapi is asked; at so many it takes a second, and it grows
_GRAIN = 10  # BM25Okapi counts whole words: one that counts a tenth stands once, one that counts whole stands ten times


def inverse_frequency(size: int, frequencies: npt.ArrayLike) -> Floats:
    """How rare words are that stand in so many of `size` documents; above 0 and falling, also for 1 or 2 documents."""
    counts = np.asarray(frequencies, dtype=np.int64)
    odds = (size - counts + 0.5) / (counts + 0.5)
    return np.where(odds >= _JOIN, np.log(odds), np.log1p(odds) * _SCALE).astype(np.float32)


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
    def build(
        cls, documents: Ints, terms: Ints, frequencies: Floats, size: int, vocabulary: int, small: int = SMALL
    ) -> "Postings":
        """Lists from occurrences (document, term, frequency); those of one term in one document are added up.

        Args:
            documents: where each occurrence is.
            terms: of what it is.
            frequencies: what it counts, in tenths; a document is as long as these together.
            size: number of documents; every document is below it.
            vocabulary: number of terms; every term is below it.
            small: number of documents up to which BM25Okapi is asked.
        """
        keys = terms.astype(np.int64) * max(size, 1) + documents
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        total = np.add.reduceat(frequencies[order], first) if len(first) else np.zeros(0, np.float32)
        term, document = np.divmod(keys[first], max(size, 1))
        counts = np.bincount(term, minlength=vocabulary)
        idf = inverse_frequency(size, counts)
        impacts = (_asked if size <= small else _calculated)(document, term, total, idf, size)
        starts = np.concatenate([[0], np.cumsum(counts)])
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


def _calculated(document: Longs, term: Longs, total: Floats, idf: Floats, size: int) -> npt.NDArray[Any]:
    """What each entry (document, term, frequency) of the lists adds, by BM25's formula."""
    lengths = np.bincount(document, weights=total, minlength=size)
    average = float(np.mean(lengths)) if size else 0.0
    return np.asarray(idf[term] * saturation(total, lengths[document], average))


def _asked(document: Longs, term: Longs, total: Floats, idf: Floats, size: int) -> npt.NDArray[Any]:
    """The same, asked of BM25Okapi term by term. With words _GRAIN times as often, k1 is as many times greater."""
    from rank_bm25 import BM25Okapi  # noqa: PLC0415 - a stored index does without

    if not len(term):
        return np.zeros(0)
    okapi = BM25Okapi(_texts(document, term, total, size), k1=_GRAIN * K1, b=B)
    okapi.idf = dict(enumerate(idf.tolist()))
    okapi.doc_len = np.array(okapi.doc_len)  # it makes an array of them for each question
    first = np.flatnonzero(np.diff(term, prepend=-1))
    ends = np.append(first[1:], len(term))
    holders = document.tolist()
    scores = [
        score
        for start, end in zip(first, ends, strict=True)
        for score in okapi.get_batch_scores([int(term[start])], holders[start:end])
    ]
    return np.array(scores) * (K1 + 1) / (_GRAIN * K1 + 1)


def _texts(document: Longs, term: Longs, total: Floats, size: int) -> list[list[int]]:
    """The documents as the terms they hold, each as often as it counts in tenths."""
    order = np.argsort(document, kind="stable")
    often = np.rint(total[order] * _GRAIN).astype(np.int64)
    words = np.repeat(term[order], often)
    bounds = np.cumsum(np.bincount(document[order], weights=often, minlength=size).astype(np.int64))
    return [part.tolist() for part in np.split(words, bounds[:-1])]
