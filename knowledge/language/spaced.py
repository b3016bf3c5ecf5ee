"""Headings printed with a space between all letters: "Q U Y Ế T   Đ Ị N H" is "QUYẾT ĐỊNH".

Words are told apart by broader spaces; where only single ones are left, by what can be syllables.
"""

import re

from knowledge.language.syllables import is_syllable, tones
from knowledge.language.text import UPPER, folded

_SPACE = r"[ \u00a0\u2002-\u200a\t]"
_RUN = re.compile(rf"(?<![^\s*_(])[{UPPER}](?:{_SPACE}{{1,8}}[{UPPER}]){{3,}}(?![^\s*_:.,)/])")
_BROAD = re.compile(rf"{_SPACE}{{2,}}")


def closed_up(text: str) -> str:
    """The text with the letters of such headings put together; single letters that make no syllables stay."""
    return _RUN.sub(lambda run: (_may_be_heading(run[0], text) and _words(run[0])) or run[0], text)


def _may_be_heading(run: str, text: str) -> bool:
    """Whether letters parted by single spaces are a heading's: all of a line, or some of them only of this language."""
    return bool(_BROAD.search(run)) or run == text.strip(" *_#") or run != folded(run).upper()


def _words(run: str) -> str | None:
    words = [re.sub(_SPACE, "", word) for word in _BROAD.split(run)]
    if len(words) == 1:
        parts = _parted(words[0])
        return " ".join(parts) if parts else None
    return " ".join(words) if all(is_syllable(folded(word)) for word in words) else None


def _parted(letters: str) -> list[str] | None:
    """Letters as the fewest syllables that they can be; None where they are none."""
    best: list[list[str] | None] = [[], *([None] * len(letters))]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, word = best[start], letters[start:end]
            there = best[end]
            if before is None or not _fits(word) or (there is not None and len(there) <= len(before) + 1):
                continue
            best[end] = [*before, word]
    return best[-1]


_LONGEST = 7  # letters of a syllable: "NGHIÊNG"


def _fits(word: str) -> bool:
    """Whether letters can be one syllable, which has one tone: "ĐỀÁN" has two."""
    return len(word) > 1 and tones(word) <= 1 and is_syllable(folded(word))
