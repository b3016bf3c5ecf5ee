"""Lines of text as the formats give them: cleaned, joined where a line only ends because the column does."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

from knowledge.language.letters import settled

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_BULLETS = {0xF0B7: "-", 0xF02D: "-", 0xF0A7: "-", 0xF0D8: "-", 0x2022: "-", 0x25CF: "-", 0x25AA: "-", 0x2043: "-"}
_CONTROL = re.compile(r"[^\S\n]+")
_ITEM = re.compile(r"(?:[-+*–•]|\(?\d{1,2}[.)]|\(?[a-zđ][.)])\s*\S")
_SENTENCE_END = (".", ";", ":", "!", "?")


class TextLine(Protocol):
    """A line of a text."""

    @property
    def text(self) -> str:
        """Its words."""


def clean(text: str) -> str:
    """The text in NFC with the usual letters, without invisible ones, with single spaces; line breaks stay."""
    text = settled(text.translate(_LIGATURES | _BULLETS))
    if text.replace("\n", "").isprintable():  # most texts have no sign that is not
        kept = text
    else:
        kept = "".join(c if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf"} else _instead(c) for c in text)
    return "\n".join(line.strip() for line in _CONTROL.sub(" ", kept).split("\n")).strip()


def soft_lines(text: str) -> list[str]:
    """The lines of a paragraph with soft breaks, where a break inside a sentence is only a space."""
    lines: list[str] = []
    for line in filter(None, text.split("\n")):
        if lines and not lines[-1].endswith(_SENTENCE_END) and line[0].islower() and not is_item(line):
            lines[-1] = join(lines[-1], line)
        else:
            lines.append(line)
    return lines


def is_item(text: str) -> bool:
    """Whether a line begins an item of a list ("- …", "a) …", "1. …")."""
    return bool(_ITEM.match(text))


def join(line: str, following: str) -> str:
    """Two lines of one sentence; a code or a range that was cut after its mark ("19-", "NĐ/") has no space."""
    cut = re.search(r"[^\s\-–/][-/]$", line[-3:]) and following[:1].isalnum()
    return line + following if cut else f"{line} {following}"


def bold_throughout(parts: Iterable[tuple[str, bool]]) -> bool:
    """Whether all that is not empty is bold, and anything is."""
    weights = [bold for text, bold in parts if text.strip()]
    return bool(weights) and all(weights)


def _instead(control: str) -> str:
    """Tabs and other controls part words; zero-width marks do not."""
    return " " if unicodedata.category(control) == "Cc" else ""


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARK = re.compile(r"\s*[(\[]?(\d{1,2})[)\]]?(\s*)")


def raised(text: str) -> str:
    """Figures that are printed above the line, as their own signs: "Quý I" with the mark of a note is not "Quý I1"."""
    mark = _MARK.fullmatch(text)
    return f"{mark[1].translate(_RAISED)}{mark[2]}" if mark else text
