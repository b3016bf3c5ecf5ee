"""How well a document answers a question: the same words seen in several ways, and the weight of each.

A document is read as folded syllables, as accented ones, and as pairs of neighbours of both. The folded view finds it
however the question is typed; the accented views add to it where the question has accents, so that "bản" stands above
"ban" and "bàn", and cost nothing where it has none. Each view is BM25 over the fields of the document together, a word
counted with the weight of its field (BM25F, Robertson, Zaragoza and Taylor 2004).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.search.corpus import FIELDS, Corpus, Field
from knowledge.search.postings import Longs, saturation
from knowledge.search.query_terms import QueryTerms

Matrix = npt.NDArray[np.floating[Any]]


class View(StrEnum):
    """A way of reading a text."""

    FOLDED = "folded"
    ACCENTED = "accented"
    FOLDED_PAIR = "folded pair"
    ACCENTED_PAIR = "accented pair"

    @property
    def paired(self) -> bool:
        """Whether it reads pairs of neighbours."""
        return self in (View.FOLDED_PAIR, View.ACCENTED_PAIR)

    @property
    def accented(self) -> bool:
        """Whether it tells accents apart."""
        return self in (View.ACCENTED, View.ACCENTED_PAIR)


# What a word counts by where it stands. The task itself is what people ask about; its product names it too, in fewer
# words; objective and section are shared by many rows; units and deadlines are asked for, not known, so they hardly do
# more than break ties. Five-fold
# cross-validation over 40 real and 588 made-up questions (fragments of rows, with and without accents, with slips)
# picks these or their neighbours in every fold; the mean reciprocal rank moves by less than 0.01 around them.
FIELD_WEIGHTS: Mapping[Field, float] = {
    Field.TEXT: 1.0,
    Field.OBJECTIVE: 0.3,
    Field.RESULT: 0.6,
    Field.SECTION: 0.2,
    Field.UNITS: 0.1,
    Field.OTHER: 0.2,
}

# What a view counts, from the same questions. Pairs tell rows apart that share most of their syllables: without them a
# fifth of the fragments find another row first. Accents are right more often than not, but slips are made in them too;
# a quarter is enough to put "bản" above "ban", and more makes typed slips worse.
VIEW_WEIGHTS: Mapping[View, float] = {
    View.FOLDED: 1.0,
    View.ACCENTED: 0.25,
    View.FOLDED_PAIR: 1.0,
    View.ACCENTED_PAIR: 0.5,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each of some documents: contributions and frequencies by view, document and word (or pair)."""

    contributions: Mapping[View, Matrix]
    frequencies: Mapping[View, Matrix]

    @property
    def scores(self) -> Matrix:
        """The score of each document."""
        return np.asarray(sum(matrix.sum(axis=1) for matrix in self.contributions.values()))


def weigh(corpus: Corpus, query: QueryTerms, documents: Longs, fields: Mapping[Field, float]) -> Evidence:
    """The evidence of some documents for a question, words counted by the given weights of the fields."""
    weights = np.array([fields.get(field, 0.0) for field in FIELDS])
    lengths = corpus.lengths[documents] @ weights
    average = float(corpus.mean_lengths @ weights)
    frequencies = _frequencies(corpus, query, documents, weights)
    contributions = {
        view: saturation(frequency, lengths[:, None], average)
        * query.idf_of(view.paired, view.accented)
        * VIEW_WEIGHTS[view]
        for view, frequency in frequencies.items()
    }
    return Evidence(contributions, frequencies)


def _frequencies(corpus: Corpus, query: QueryTerms, documents: Longs, weights: Matrix) -> dict[View, Matrix]:
    position, owner = spread(corpus.starts, documents)
    token = corpus.tokens[position]
    bare = corpus.vocabulary.fold[token]
    hit = np.flatnonzero(query.slots[bare] >= 0)
    position, owner, token, bare = position[hit], owner[hit], token[hit], bare[hit]
    slot, field = query.slots[bare], corpus.fields[position]
    weight = weights[field] * query.likeness[bare]
    exact = query.accents[slot] == token
    near = (np.diff(position) == 1) & (np.diff(owner) == 0) & (field[1:] == field[:-1])
    pair = np.where(near, query.pair_slots[slot[:-1], slot[1:]], -1) if len(slot) > 1 else np.zeros(0, np.int32)
    both = np.minimum(weight[:-1], weight[1:])
    count, words, pairs = len(documents), len(query.words), len(query.pairs)
    fits = pair >= 0
    same = fits & exact[:-1] & exact[1:] if len(pair) else fits
    return {
        View.FOLDED: _table(owner, slot, weight, (count, words)),
        View.ACCENTED: _table(owner[exact], slot[exact], weight[exact], (count, words)),
        View.FOLDED_PAIR: _table(owner[:-1][fits], pair[fits], both[fits], (count, pairs)),
        View.ACCENTED_PAIR: _table(owner[:-1][same], pair[same], both[same], (count, pairs)),
    }


def spread(starts: Longs, documents: Longs) -> tuple[Longs, Longs]:
    """Where the words of some documents stand, and for each word which of these documents it belongs to."""
    first = starts[documents]
    sizes = starts[documents + 1] - first
    owner = np.repeat(np.arange(len(documents)), sizes)
    before = np.cumsum(sizes) - sizes
    return np.arange(len(owner)) + np.repeat(first - before, sizes), owner


def _table(
    rows: npt.NDArray[Any], columns: npt.NDArray[Any], weights: npt.NDArray[Any], shape: tuple[int, int]
) -> Matrix:
    """The sum of weights for each row and column."""
    flat = np.bincount(rows * shape[1] + columns, weights=weights, minlength=shape[0] * shape[1])
    return flat.astype(np.float64).reshape(shape)
