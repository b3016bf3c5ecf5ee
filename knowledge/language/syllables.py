"""What a word without accents looks like that could be a syllable; any other is a code or a foreign word."""

import re
from unicodedata import normalize

from knowledge.language.text import TONES

_SYLLABLE = re.compile(r"(?:[bcdghklmnpqrstvx]|[cgknpt]h|ngh?|gi|tr|qu)?[aeiouy]{1,3}(?:[cmnpt]|[cn]h|ng)?")


def is_syllable(bare: str) -> bool:
    """Whether a word without accents could be a syllable rather than a short form."""
    return bool(_SYLLABLE.fullmatch(bare))


def has_no_vowel(bare: str) -> bool:
    """Whether a word without accents has none of the vowels, as only initials and short forms have."""
    return _VOWELS.isdisjoint(bare)


_VOWELS = frozenset("aeiouy")


def tones(word: str) -> int:
    """How many tones a word has; one that has more is two that are glued."""
    return sum(c in TONES for c in normalize("NFD", word))
