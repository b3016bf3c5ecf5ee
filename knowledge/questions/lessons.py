"""What the office has taught: a word means other words or a unit, a question means another question or a row. Pure.

A lesson changes what was typed before it is understood, so it holds at once and is taken back as easily: a word of a
text is read as the words that it means, a whole question as the one that was meant, or asked of the row that was meant.
Words are compared without accents and the signs between them; where both were typed with accents these have to fit
("sở" is not "số"). A longer word goes before a shorter one inside it, and what a lesson has put in is not read again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.language.text import canonical, folded, folded_tokens, nfc

_SIGNS = r"[\W_]+"  # between the words of what was taught


class Kind(StrEnum):
    """What was taught."""

    WORD = "word"  # `said` means `meant`, wherever it stands
    QUESTION = "question"  # the whole question `said` means the question `meant`
    ROW = "row"  # the whole question `said` is about the row `meant` (a ref)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson, by whom and when (ISO)."""

    kind: Kind
    said: str
    meant: str
    number: int = 0
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Taught:
    """A text as the lessons read it; `ref` is the row that it is about, empty where no lesson says one."""

    text: str
    ref: str = ""
    used: tuple[Lesson, ...] = ()


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that was taught; the last lesson about the same words holds."""

    every: tuple[Lesson, ...] = ()
    _whole: dict[str, Lesson] = field(init=False, repr=False, compare=False)
    _words: tuple[tuple[re.Pattern[str], Lesson], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sorts the lessons by what they are about."""
        whole = {key_of(lesson.said): lesson for lesson in self.every if lesson.kind is not Kind.WORD}
        words = {key_of(lesson.said): lesson for lesson in self.every if lesson.kind is Kind.WORD}
        longest = sorted(words.values(), key=lambda lesson: -len(lesson.said))
        object.__setattr__(self, "_whole", whole)
        object.__setattr__(self, "_words", tuple((_pattern(lesson.said), lesson) for lesson in longest))

    def read(self, text: str) -> Taught:
        """A text as it is to be understood."""
        if not self.every:
            return Taught(text)
        lesson = self._whole.get(key_of(text))
        if lesson and lesson.kind is Kind.ROW:
            return Taught(text, lesson.meant, (lesson,))
        if lesson:
            return Taught(lesson.meant, "", (lesson,))
        return self._in_other_words(nfc(text))

    def _in_other_words(self, text: str) -> Taught:
        bare = folded(text)
        if len(bare) != len(text):
            return Taught(text)
        found: list[tuple[int, int, Lesson]] = []
        for pattern, lesson in self._words:
            for match in pattern.finditer(bare):
                start, end = match.span()
                free = all(end <= other[0] or other[1] <= start for other in found)
                if free and _fits(text[start:end], lesson.said):
                    found.append((start, end, lesson))
        for start, end, lesson in sorted(found, key=lambda one: one[:2], reverse=True):
            text = f"{text[:start]}{lesson.meant}{text[end:]}"
        return Taught(text, "", tuple(lesson for _, _, lesson in found))


def key_of(text: str) -> str:
    """What tells two texts apart: their words without accents and marks."""
    return " ".join(folded_tokens(text))


def taught_word(text: str) -> tuple[str, str] | None:
    """The word and its meaning of "cổng dvc = cổng dịch vụ công"; None where a text says no such thing."""
    said, sign, meant = (part.strip(" \"“”'.") for part in nfc(text).partition("="))
    return (said, meant) if sign and said and meant and key_of(said) != key_of(meant) else None


def changed(texts: Sequence[str], lesson: Lesson) -> tuple[str, ...]:
    """Those of some texts that a lesson reads otherwise."""
    alone = Lessons((lesson,))
    return tuple(text for text in texts if alone.read(text).used)


def _pattern(said: str) -> re.Pattern[str]:
    parts = map(re.escape, _parts(folded(said)))
    return re.compile(rf"(?<!\w){_SIGNS.join(parts)}(?!\w)")


def _fits(typed: str, said: str) -> bool:
    """Whether accents that were typed are those of the lesson."""
    one, other = (" ".join(_parts(canonical(text))) for text in (typed, said))
    return one == other or folded(one) in {one, other}


def _parts(text: str) -> list[str]:
    """The words of a text, however they are held together ("zeta-x", "zeta x"); signs alone stay what they are."""
    return re.findall(r"\w+", text) or [text]
