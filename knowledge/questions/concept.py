"""A concept: a word or phrase with its other forms and what it weighs, and how much of it words hold."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from knowledge.language.text import folded
from knowledge.questions.other_forms import Glossary, Words

_OTHER_ACCENT = 0.5  # what a word counts whose accents are not those that were typed
Item = Sequence[AbstractSet[str]]


class Vocabulary(Protocol):
    """What is known of the words of the plans."""

    @property
    def glossary(self) -> Glossary:
        """What folded words mean by the plans' own abbreviations."""

    def weight(self, word: str) -> float:
        """Rarity of a word, 0 where the plans do not know it."""

    def prints(self, word: str) -> bool:
        """Whether the plans print a word with these very accents."""

    def near(self, word: str, left: str, right: str) -> Sequence[str]:
        """Known words that an unknown one between two others may stand for."""

    def short_for(self, word: str) -> Sequence[Words]:
        """Phrases that an unknown word may be short for, the likeliest first."""

    def bond(self, left: str, right: str) -> float:
        """How much two neighbours are one word."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a concept.

    Args:
        words: canonical.
        bare: the same without accents.
        pairs: its neighbours, without accents.
        reach: all its words, with accents and without.
        whole: what an item has that holds all of it: its words with their accents, side by side.
    """

    words: Words
    bare: Words
    pairs: tuple[str, ...]
    reach: frozenset[str]
    whole: frozenset[str]

    @classmethod
    def of(cls, words: Words) -> "Form":
        """The form of canonical words."""
        bare = tuple(map(folded, words))
        pairs = tuple(map(" ".join, pairwise(bare)))
        return cls(words, bare, pairs, frozenset((*words, *bare)), frozenset((*words, *pairs)))

    def share_in(self, words: AbstractSet[str]) -> float:
        """The share of its words that are among others; half of it depends on their standing side by side."""
        if self.whole <= words:
            return 1.0
        share = 0.0
        for word, bare in zip(self.words, self.bare, strict=True):
            if word in words:
                share += 1.0
            elif bare in words:
                share += _OTHER_ACCENT
        if not share or not self.pairs:
            return share / len(self.words)
        near = len([pair for pair in self.pairs if pair in words]) / len(self.pairs)
        return share / len(self.words) * (1 + near) / 2


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question is about.

    Args:
        forms: how it may be written, the typed way first; then its abbreviation or long form, synonyms, and the known
            words that it may be a slip of.
        worths: what each form counts, falling.
        weight: how much it says.
        soft: whether it may as well be left out.
        known: whether the plans know the words of any of its forms.
        guessed: whether what it means is guessed: a word that no plan has, by phrases of the plans it may be short for.
        reach: every word of its forms, with accents and without.
    """

    forms: tuple[Form, ...]
    worths: tuple[float, ...]
    weight: float
    soft: bool = False
    known: bool = True
    reach: frozenset[str] = frozenset()
    guessed: bool = False

    @property
    def typed(self) -> Words:
        """Its canonical words."""
        return self.forms[0].words
