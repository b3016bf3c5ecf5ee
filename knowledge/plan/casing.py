"""Words printed in capitals, brought to the capitals that the running text gives them.

"SỞ GIÁO DỤC VÀ ĐÀO TẠO" is "Sở Giáo dục và Đào tạo" because the text says so elsewhere; a word that the text does not
know is written small.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.language.syllables import is_syllable
from knowledge.language.text import nfc

# A code or an abbreviation: with a figure or a stroke, or without a vowel ("CNTT", "05/NQ-CP").
_CODE = re.compile(r"[\d/&]|^[bcdđghklmnpqrstvxzwfj]{2,}$")
_LONGEST_CODE = 5  # letters: what is longer and no syllable either is a foreign word ("LOGISTICS")
_COUNTS = re.compile(r"[xv]?i{2,3}")  # "HỌC KỲ II"; "HÀNH VI" is none
_ASKS = "ai"  # a title asks nobody: there it is the short form


@dataclass(slots=True)
class Casing:
    """How the words of a document are capitalised, counted with the word before each."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)

    def learn(self, texts: Iterable[str]) -> "Casing":
        """Take in running text; text in capitals teaches nothing."""
        for text in texts:
            words = [word.strip('.,;:()"“”*') for word in nfc(text).split()]
            if text.isupper():
                continue
            self.words.update(word for word in words[1:] if word)
            self.pairs.update((before.lower(), word) for before, word in pairwise(words) if word)
        return self

    def know(self, names: Iterable[str]) -> "Casing":
        """Take in names: they say how their words are written beside each other, and nothing of the words alone."""
        for name in names:
            self.pairs.update((before.lower(), word) for before, word in pairwise(name.split()))
        return self

    def normal(self, text: str) -> str:
        """The text with the capitals of the running text; text that is not in capitals stays as it is."""
        letters = [c for c in text if c.isalpha()]
        if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
            return text
        words = nfc(text).split()
        result = [self._word(before, word) for before, word in zip(["", *words], words, strict=False)]
        joined = " ".join(result)
        return joined[:1].upper() + joined[1:]

    def _word(self, before: str, word: str) -> str:
        bare = word.strip('.,;:()"“”')
        own = not (bare.isupper() or bare.islower() or bare.istitle())  # "VNeID" in a title in capitals
        if own or not any(c.isalpha() for c in bare):
            return word
        known = self._likeliest(before.lower().strip(".,;:()"), bare.lower())
        return word.replace(bare, known or (bare if _is_code(bare.lower()) else bare.lower()))

    def _likeliest(self, before: str, word: str) -> str | None:
        forms = {word, word.capitalize(), word.upper()}
        best = max(forms, key=lambda form: (self.pairs[before, form], form == word))
        if self.pairs[before, best]:
            return best
        best = max(forms, key=lambda form: (self.words[form], form == word))
        return best if self.words[best] else None


def _is_code(word: str) -> bool:
    """Whether a word in small letters is a short form: no syllable is written so ("rpa", "ocop")."""
    if _CODE.search(word) or _COUNTS.fullmatch(word) or word == _ASKS:
        return True
    return word.isascii() and word.isalpha() and len(word) <= _LONGEST_CODE and not is_syllable(word)
