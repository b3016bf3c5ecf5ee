"""A question in the numbers of an index: its words, which terms of the documents stand for each, and its neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from knowledge.language.text import folded
from knowledge.search.pairs import Pairs
from knowledge.search.postings import Floats, Ints, Longs, Postings
from knowledge.search.vocabulary import Vocabulary

_NEAR = 4  # words that a slip is taken for; more would let it match by chance
_MENDED = 8  # unknown words that are mended in a question; who types more of them writes of something else
_NEAR_WEIGHT = 0.6  # what a mended slip counts beside the word as typed


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """A question of n words (each folded form once) and m pairs of neighbours.

    Args:
        words: folded, as typed.
        pairs: of those words, that stand side by side in a document.
        slots: for each folded term of the vocabulary the word it stands for, or -1.
        likeness: for each folded term how like the typed word it is: 1, or less for a mended slip.
        accents: for each word the accented term as typed, -1 where it was typed without or stands nowhere.
        idf: of each word.
        accented_idf: of each word with its accents.
        pair_slots: n × n, which pair two words are, or -1.
        pair_numbers: the number of each pair in the index.
        pair_idf: of each pair, less where the two are one word anyway.
    """

    words: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    slots: Ints
    likeness: Floats
    accents: Ints
    idf: Floats
    accented_idf: Floats
    pair_slots: Ints
    pair_numbers: Longs
    pair_idf: Floats

    def idf_of(self, paired: bool, accented: bool) -> Floats:
        """How rare the words are, or the pairs, as they are seen with or without accents."""
        if paired:
            return self.pair_idf
        return self.accented_idf if accented else self.idf


@dataclass(frozen=True, slots=True)
class TermMatcher:
    """What an index knows of words."""

    vocabulary: Vocabulary
    syllables: Postings
    pairs: Pairs
    accented_idf: Floats

    def read(self, text: Sequence[str], *, accented: bool) -> QueryTerms:
        """The question in numbers.

        Args:
            text: terms in order, "" where words were left out.
            accented: whether accents tell anything: people type whole questions without them.
        """
        words = self._words(text)
        pairs = self._pairs(text, words)
        slots = np.full(len(self.vocabulary.bare), -1, dtype=np.int32)
        likeness = np.zeros(len(slots), dtype=np.float32)
        stand = [(number, slot, like) for slot, (numbers, like) in enumerate(words.values()) for number in numbers]
        for number, slot, like in reversed(stand):  # of two words that a term stands for the first
            slots[number], likeness[number] = slot, like
        accents = self._accents(text, words) if accented else np.full(len(words), -1, dtype=np.int32)
        idf = self.syllables.idf
        pair_numbers = np.array(list(pairs.values()), dtype=np.int64)
        return QueryTerms(
            words=tuple(words),
            pairs=tuple(pairs),
            slots=slots,
            likeness=likeness,
            accents=accents,
            idf=np.array([max(map(idf.__getitem__, known)) for known, _ in words.values()], dtype=np.float32),
            accented_idf=_picked(self.accented_idf, accents),
            pair_slots=_square(tuple(words), tuple(pairs)),
            pair_numbers=pair_numbers,
            pair_idf=self.pairs.idf(pair_numbers),
        )

    def near(self, word: str, left: str = "", right: str = "") -> tuple[str, ...]:
        """Words that a mistyped one may be meant for, the likeliest first.

        Those that stand beside its neighbours in some document leave the others out; frequent ones come first.
        """
        near = self.vocabulary.near(word)
        fits = [known for known in near if self._adjoins(known, left, right)]
        return tuple(sorted(fits or near, key=lambda known: -self.syllables.count(self.vocabulary.bare_ids[known])))

    def _words(self, text: Sequence[str]) -> dict[str, tuple[tuple[int, ...], float]]:
        """Each folded word with the numbers it stands for and its likeness to them; unknown ones left out."""
        bare = [folded(term) for term in text]
        ids = self.vocabulary.bare_ids
        words = [word for word in dict.fromkeys(bare) if word]
        strange = [word for word in words if word not in ids][:_MENDED]
        mended = {word: self._meant(bare, bare.index(word)) for word in strange}
        numbers = {word: (ids[word],) if word in ids else mended.get(word, ()) for word in words}
        return {word: (known, 1.0 if word in ids else _NEAR_WEIGHT) for word, known in numbers.items() if known}

    def _meant(self, bare: Sequence[str], position: int) -> tuple[int, ...]:
        """The numbers of the words that an unknown one may be a slip of, by what stands beside it."""
        left, right = bare[position - 1] if position else "", (*bare, "")[position + 1]
        near = self.near(bare[position], left, right)[:_NEAR]
        return tuple(self.vocabulary.bare_ids[known] for known in near)

    def _accents(self, text: Sequence[str], words: Mapping[str, object]) -> Ints:
        """The first typed form of each word."""
        typed: dict[str, int] = {}
        for term in filter(None, text):
            typed.setdefault(folded(term), self.vocabulary.ids.get(term, -1))
        return np.array([typed[word] for word in words], dtype=np.int32)

    def _pairs(
        self, text: Sequence[str], words: Mapping[str, tuple[tuple[int, ...], float]]
    ) -> dict[tuple[str, str], int]:
        """Each pair of neighbours that stands in a document, with its number."""
        found = {}
        for left, right in pairwise(map(folded, text)):
            if left in words and right in words:
                numbers = (self.pairs.number(a, b) for a in words[left][0] for b in words[right][0])
                known = next((number for number in numbers if number is not None), None)
                if known is not None:
                    found[left, right] = known
        return found

    def _adjoins(self, word: str, left: str, right: str) -> bool:
        ids = self.vocabulary.bare_ids
        number = ids[word]
        return (left in ids and self.pairs.number(ids[left], number) is not None) or (
            right in ids and self.pairs.number(number, ids[right]) is not None
        )


def _picked(values: Floats, numbers: Ints) -> Floats:
    """The values of these numbers, 0 for -1."""
    found = np.zeros(len(numbers), dtype=np.float32)
    found[numbers >= 0] = values[numbers[numbers >= 0]]
    return found


def _square(words: Sequence[str], pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.int32]:
    places = {word: slot for slot, word in enumerate(words)}
    square = np.full((len(words), len(words)), -1, dtype=np.int32)
    for number, (left, right) in enumerate(pairs):
        square[places[left], places[right]] = number
    return square
