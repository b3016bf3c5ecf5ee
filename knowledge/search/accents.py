"""Accents put back on words that were typed without: what means something is read by a model that knows them.

Of the ways in which each word may be meant, those are taken that most probably stand side by side (a Viterbi path over
pairs of words), as the plans write, and the tables of everyday and administrative words. A word that neither knows
stays as it was typed, and so does one that was typed with accents.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from knowledge.data import phrases
from knowledge.language.regional import is_read_as_another
from knowledge.language.text import folded, tokens
from knowledge.search.corpus import Corpus

_READ = 500_000  # words of the plans that are counted: enough to know how words go together
_BESIDE = 0.7  # what the pair counts beside the word alone
_UNSEEN = 1e-7

Counts = Mapping[str, float]
Pairs = Mapping[tuple[str, str], float]


class Accents:
    """How the words of some plans are written."""

    def __init__(self, corpus: Corpus) -> None:
        words, pairs = _of_tables()
        self._words, self._pairs = dict(words), dict(pairs)
        self._count(corpus)
        self._total = sum(self._words.values())
        self._forms: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._forms[folded(word)].append(word)

    def forms(self, bare: str) -> tuple[str, ...]:
        """The words of the plans that a word without accents may be."""
        return tuple(self._forms.get(bare, ()))

    def writes(self, word: str) -> bool:
        """Whether the plans or the tables have a word, with its accents where it is typed with any."""
        return word in self._words or (word == folded(word) and word in self._forms)

    def side_by_side(self, left: str, right: str) -> bool:
        """Whether they have two words beside each other, each with its accents where it is typed with any."""
        return any((a, b) in self._pairs for a in self._written(left) for b in self._written(right))

    def _written(self, word: str) -> Sequence[str]:
        return (word,) if word != folded(word) else self._forms.get(word) or (word,)

    def restored(self, typed: Sequence[str]) -> tuple[str, ...]:
        """Words with their accents, as they are most probably meant."""
        return self._best(typed)[1]

    def likelihood(self, typed: Sequence[str]) -> float:
        """How probable words are beside each other, as they are most probably meant (log)."""
        return self._best(typed)[0]

    def _best(self, typed: Sequence[str]) -> tuple[float, tuple[str, ...]]:
        paths: dict[str, tuple[float, tuple[str, ...]]] = {"": (0.0, ())}
        for word in typed:
            forms = self._forms.get(word) or [word]
            paths = {form: max((score + self._step(left, form), (*path, form)) for left, (score, path) in paths.items())
                     for form in forms}  # fmt: skip
        return max(paths.values())

    def _step(self, left: str, right: str) -> float:
        """How probable a word is behind another (log)."""
        beside = self._pairs.get((left, right), 0.0) / (self._words.get(left, 0.0) + 1)
        alone = self._words.get(right, 0.0) / self._total
        return math.log(_BESIDE * beside + (1 - _BESIDE) * alone + _UNSEEN)

    def _count(self, corpus: Corpus) -> None:
        """Adds the words of the plans and which stand side by side."""
        read, known = corpus.tokens[:_READ], corpus.vocabulary.words
        for number, count in zip(*np.unique(read, return_counts=True), strict=True):
            if known[number].isalpha():
                self._words[known[number]] = self._words.get(known[number], 0.0) + float(count)
        keys = read[:-1].astype(np.int64) << 32 | read[1:]
        for key, count in zip(*np.unique(keys, return_counts=True), strict=True):
            pair = known[int(key) >> 32], known[int(key) & 0xFFFFFFFF]
            self._pairs[pair] = self._pairs.get(pair, 0.0) + float(count)


def beside_in_tables(left: str, right: str) -> bool:
    """Whether the tables have two words side by side, accents aside."""
    return (folded(left), folded(right)) in _folded_pairs()


@cache
def lone_words() -> frozenset[str]:
    """The words that are all of an entry of some table ("trưa", "chín"), with their accents and without.

    Those that a region says for others are none ("dị" of "đơn dị").
    """
    alone = {said[0] for phrase in phrases() if len(said := tokens(phrase)) == 1}
    alone = {word for word in alone if not is_read_as_another(word)}
    return frozenset(alone | set(map(folded, alone)))


@cache
def _folded_pairs() -> frozenset[tuple[str, str]]:
    return frozenset((folded(left), folded(right)) for left, right in _of_tables()[1])


@cache
def _of_tables() -> tuple[Counts, Pairs]:
    """The words of the tables, and which stand side by side."""
    words: dict[str, float] = defaultdict(float)
    pairs: dict[tuple[str, str], float] = defaultdict(float)
    for phrase in phrases():
        said = [word for word in tokens(phrase) if word.isalpha()]
        for word in said:
            words[word] += 1
        for pair in pairwise(said):
            pairs[pair] += 1
    return words, pairs
