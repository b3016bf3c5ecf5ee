"""Words that are glued or parted at the wrong place: "kếhoạch", "đ ồng nai", "trongq uý".

Letters are put to one word or another only where one of those typed is none, where all that come out are words as they
are typed, and where plans or questions have them beside each other.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from knowledge.language.keyboard import decode
from knowledge.language.syllables import is_syllable, tones
from knowledge.language.text import folded
from knowledge.questions.cues import cue_words
from knowledge.questions.meant_words import MeantWords

_GLUED = 5  # letters from which one word may be two
_PART = 2  # letters of each of them


class Mending(Protocol):
    """What is known of slips."""

    def meant(self, typed: str, left: str, right: str) -> str:
        """The word that an unknown one between two others is meant for; empty where none is by far."""

    def whole(self, words: Sequence[str]) -> list[str]:
        """Words, those put right that are glued or parted at the wrong place."""


class NoMending:
    """Where nothing is known of slips."""

    def meant(self, _typed: str, _left: str, _right: str) -> str:
        """None."""
        return ""

    def whole(self, words: Sequence[str]) -> list[str]:
        """The words themselves."""
        return [*words]


class Mended:
    """Slips put right by what plans and questions have beside each other."""

    def __init__(self, words: MeantWords, is_known: Callable[[str], bool]) -> None:
        """What is known.

        Args:
            words: what words with slips are meant for.
            is_known: whether a word is one as it is typed, with its accents.
        """
        self.meant = words.meant
        self._words = words
        self._is_known = is_known

    def whole(self, words: Sequence[str]) -> list[str]:
        """The words of a text, glued and parted ones put right."""
        made: list[str] = []
        rest = [*words]
        while rest:
            before, (first, second, third) = (made[-1] if made else ""), (*rest, "", "")[:3]
            moved = self._moved(first, second, before, third)
            if moved:
                rest[:2] = moved
            else:
                rest[:1] = self._parts(first, before, second)
            made.append(rest.pop(0))
        return made

    def _moved(self, left: str, right: str, before: str, after: str) -> tuple[str, ...]:
        """The words that two are with letters put to the right one; none where they are right."""
        if not (left.isalpha() and right.isalpha()) or all(map(self._stands, (left, right))):
            return ()
        beside, whole = self._words.beside, left + right
        if self._is_one(whole) and (beside(before, whole) or beside(whole, after)):
            return () if beside(left, right) else (whole,)
        pairs = ((left[:-1], left[-1] + right), (left + right[0], right[1:]))
        fits = [pair for pair in pairs if all(map(self._is_one, pair)) and beside(*pair)]
        return fits[0] if len(fits) == 1 else ()

    def _parts(self, typed: str, before: str, after: str) -> tuple[str, ...]:
        """The two words that one is glued of, or itself."""
        if not self._may_be_two(typed):
            return (typed,)
        pairs = ((typed[:at], typed[at:]) for at in range(_PART, len(typed) - _PART + 1))
        spelt = (tuple(map(self._spelt, pair)) for pair in pairs)
        fits = [pair for pair in spelt if all(pair) and self._go_together(*pair)]
        return max(fits, key=lambda pair: self._words.likelihood((before, *pair, after)), default=(typed,))

    def _may_be_two(self, typed: str) -> bool:
        if len(typed) < _GLUED or not typed.isalpha() or self._is_known(typed):
            return False
        if tones(typed) > 1:
            return True
        bare = folded(typed)
        return (
            not is_syllable(bare)
            and not any(map(self._words.knows, decode(bare)))
            and not (self._words.knows(bare) or self._words.is_cheaply_one(typed))
        )

    def _go_together(self, left: str, right: str) -> bool:
        return self._words.beside(left, right) or {folded(left), folded(right)} <= cue_words()

    def _spelt(self, part: str) -> str:
        """A part as it is typed, or as the letters of the keyboard make it; empty where it is no word."""
        if self._is_one(part):
            return part
        made = decode(part) if part == folded(part) else ()
        return next(filter(self._words.knows, made), "")

    def _is_one(self, word: str) -> bool:
        return self._stands(word) and is_syllable(folded(word)) and tones(word) <= 1

    def _stands(self, word: str) -> bool:
        """Whether a word is one by itself, which a single letter is not."""
        return len(word) >= _PART and (self._is_known(word) or (word == folded(word) and self._words.knows(word)))
