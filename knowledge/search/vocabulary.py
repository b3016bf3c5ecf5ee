"""The terms of all texts, numbered, each with its accents and without; and those near to a mistyped one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.text import folded

_MENDED = 3  # letters from which a word is mended at all; a shorter one is near to too many
_TONES = "sfrxj"  # what Telex types for a tone
_LONG = 6  # letters from which two slips are mended: no Vietnamese syllable is longer than seven


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Numbered terms.

    Args:
        words: accented terms by their number.
        bare: folded terms by theirs.
        ids: the number of an accented term.
        bare_ids: the number of a folded term.
        fold: for the number of an accented term that of its folded form.
        lengths: the folded words (no codes, no numbers) by their length.
    """

    words: tuple[str, ...]
    bare: tuple[str, ...]
    ids: Mapping[str, int]
    bare_ids: Mapping[str, int]
    fold: npt.NDArray[np.int32]
    lengths: Mapping[int, list[str]]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Vocabulary":
        """The vocabulary of these accented terms, numbered as they come."""
        known = tuple(words)
        bare_ids: dict[str, int] = {}
        fold = [bare_ids.setdefault(folded(word), len(bare_ids)) for word in known]
        lengths: dict[int, list[str]] = {}
        for word in filter(str.isalpha, bare_ids):
            lengths.setdefault(len(word), []).append(word)
        ids = {word: number for number, word in enumerate(known)}
        return cls(known, tuple(bare_ids), ids, bare_ids, np.asarray(fold, dtype=np.int32), lengths)

    def near(self, word: str) -> tuple[str, ...]:
        """Folded words at the least number of slips from a typed one, those with its first letter first.

        A slip is a letter too many, too few, another, or two changed places (optimal string alignment); the letter of
        a tone that Telex left at the end counts half.
        """
        typed = folded(word)
        reach = _reach(typed)
        found: dict[str, float] = {}
        if reach:
            self._collect(typed, reach, 0.0, found)
            if typed[-1] in _TONES:
                self._collect(typed[:-1], reach, 0.5, found)
        found.pop(typed, None)
        least = min(found.values(), default=0.0)
        fits = (known for known, slips in found.items() if slips == least)
        return tuple(sorted(fits, key=lambda known: (known[0] != typed[0], known)))

    def around(self, bare: str) -> tuple[str, ...]:
        """Folded words at one slip from a folded one."""
        found: dict[str, float] = {}
        self._collect(bare, 1, 0.0, found)
        return tuple(word for word, slips in found.items() if slips == 1)

    def _collect(self, form: str, reach: int, cost: float, found: dict[str, float]) -> None:
        for length in range(len(form) - reach, len(form) + reach + 1):
            words = self.lengths.get(length, ())
            for known, slips, _ in process.extract(form, words, scorer=OSA.distance, score_cutoff=reach, limit=None):
                found[known] = min(found.get(known, slips + cost), slips + cost)


def _reach(word: str) -> int:
    """How many slips may separate a typed word from the one that was meant."""
    if len(word) < _MENDED or not word.isalpha():
        return 0
    return 1 if len(word) < _LONG else 2
