"""Neighbouring syllables: which stand side by side in the documents, and which of them are one word.

Neighbours say more than their syllables: "bồi dưỡng công chức" is another row than "công tác bồi dưỡng". A pair that
pyvi writes as one word says a little less than a pair across two words, which only the row that is meant has.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.language.text import folded
from knowledge.search.corpus import Corpus
from knowledge.search.postings import Floats, Longs, Postings, distinct
from knowledge.search.words import Pair

# What being one word takes from the weight of a pair: its syllables stand together anyway, so the second tells little
# that the first did not. By cross-validation (see `knowledge.search.ranking`): 0.25 beats 0 and 0.5, and adding loses.
_BOND = 0.25


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of folded terms, numbered.

    Args:
        keys: the numbers of the two terms of each pair in one, ascending.
        bonds: how much each pair is one word, from 0 to 1.
        postings: their posting lists.
    """

    keys: Longs
    bonds: Floats
    postings: Postings

    @classmethod
    def build(cls, corpus: Corpus, owner: npt.NDArray[np.int32], weights: Floats) -> "Pairs":
        """The pairs of a corpus, without bonds yet.

        Args:
            corpus: the documents.
            owner: the document of each word.
            weights: what each word counts.
        """
        bare = corpus.vocabulary.fold[corpus.tokens]
        near = (owner[1:] == owner[:-1]) & (corpus.fields[1:] == corpus.fields[:-1])
        found = _key(bare[:-1][near], bare[1:][near])
        keys = distinct(found)
        number = np.searchsorted(keys, found).astype(np.int32)
        postings = Postings.build(owner[1:][near], number, weights[1:][near], len(corpus), len(keys))
        return cls(keys, np.zeros(len(keys), dtype=np.float32), postings)

    def bonded(self, corpus: Corpus, bonds: Mapping[Pair, float]) -> "Pairs":
        """The same pairs with the bonds of some, given in accented words; of two accents the closer counts."""
        values = np.zeros(len(self.keys), dtype=np.float32)
        ids = corpus.vocabulary.bare_ids
        for (left, right), bond in bonds.items():
            number = self.number(ids.get(folded(left), -1), ids.get(folded(right), -1))
            if number is not None:
                values[number] = max(values[number], bond)
        return Pairs(self.keys, values, self.postings)

    def number(self, left: int, right: int) -> int | None:
        """The number of a pair of folded terms, or None where they never stand side by side."""
        if left < 0 or right < 0:
            return None
        key, keys = left << 32 | right, self.keys.data  # numpy takes three times as long to look for one number
        number = bisect_left(keys, key)
        return number if number < len(keys) and keys[number] == key else None

    def weight(self, number: int, loose: float) -> float:
        """How much a pair weighs when a loose one weighs so much."""
        return loose * (1 - _BOND * float(self.bonds[number]))

    def idf(self, numbers: Longs) -> Floats:
        """The weight of some pairs."""
        weights: Floats = self.postings.idf[numbers] * (1 - _BOND * self.bonds[numbers])
        return weights


def _key(left: npt.NDArray[np.int32], right: npt.NDArray[np.int32]) -> Longs:
    keys: Longs = left.astype(np.int64) << 32 | right
    return keys
