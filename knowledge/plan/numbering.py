"""Numbers of sections and rows ("II.", "1", "1.2", "a)"), and the path of headings that they build.

A number's style (roman, capital letter, arabic, two-part, small letter) tells its level: a style that is open already
closes everything below it; a new one opens a level below. Nothing is assumed about which style is outermost.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

_ROMAN = re.compile(r"^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_PRINTED = re.compile(
    r"^\s*[\[(]?\s*(?P<core>(?:phần|mục|chương|nhóm|phụ lục)\s+(?:thứ\s+\w+|[IVXLC]+|\d+|[A-Z])"
    r"|[IVXLC]+(?:\.\d+)*|\d{1,3}(?:\.\d{1,3})*[a-zđ]?|[A-ZĐ]|[a-zđ])\s*(?P<mark>[.):/\-–]*)\s*[\])]?\s*$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^\s*(?P<number>(?i:phần|mục|chương|nhóm)\s+(?:thứ\s+\w+|[IVXLC]+|\d+|[A-Z])(?!\w)\s*[.:)\-–]?"
    r"|(?:[IVXLC]{1,6}\.)?\d{1,3}(?:\.\d{1,3})*(?:\s*[.):](?!\d)|(?=\s))|[IVXLC]{1,6}(?:\s*[.):]|(?=\s))"
    r"|[A-ZĐ](?:\s*[.):]|(?=\s))|[a-zđ]\s*[.)])\s*(?P<title>\S.*)$",
    re.DOTALL,
)
_BULLET = re.compile(r"^\s*[-–+*•●▪]\s*$")


class Style(StrEnum):
    """How a number is written; dotted ones by their depth."""

    PART = "part"
    LETTER = "letter"
    ROMAN = "roman"
    ARABIC = "arabic"
    DOTTED2 = "dotted2"
    DOTTED3 = "dotted3"
    DOTTED4 = "dotted4"
    SMALL = "small"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed, its style, and its count within its level (IV → 4, 2.3 → 3, c → 3)."""

    printed: str
    style: Style
    count: int
    parts: tuple[str, ...] = ()


def parse(text: str, before: "Number | None" = None) -> Number | None:
    """The number that a cell holds and nothing else; None for words. `before` tells "I" after "H" from a roman one."""
    match = _PRINTED.match(text)
    if not match or _BULLET.match(text):
        return None
    core, printed = match["core"], text.strip()
    words = core.split()
    if len(words) > 1:
        return Number(printed, Style.PART, 0, tuple(words))
    parts = tuple(core.split("."))
    if len(parts) > 1 or (core[0].isdigit() and core[-1].isalpha()):
        return _dotted(printed, core)
    if core.isdigit():
        return Number(printed, Style.ARABIC, int(core), parts)
    if _ROMAN.match(core) and not _follows_letter(core, before):
        return Number(printed, Style.ROMAN, _roman(core), parts)
    return Number(printed, Style.LETTER if core.isupper() else Style.SMALL, _letter(core), parts)


def leading(text: str) -> tuple[str, str] | None:
    """(number, title) where a text begins with a number, as in "II Cải cách thủ tục hành chính"."""
    match = _LEADING.match(text)
    if not match:
        return None
    number, title = match["number"].strip(), match["title"].strip()
    if number[-1].isalnum() and not title[0].isupper():
        return None
    return number, title


def is_child(inner: Number, outer: Number) -> bool:
    """Whether 2.1 stands below 2."""
    return len(inner.parts) == len(outer.parts) + 1 and inner.parts[: len(outer.parts)] == outer.parts


def follows(number: Number, before: Number) -> bool:
    """Whether 2.4 is the next after 2.3."""
    alike = number.style is before.style and number.parts[:-1] == before.parts[:-1]
    return alike and number.count == before.count + 1


@dataclass(slots=True)
class SectionPath:
    """The headings that are open at a row, outermost first."""

    levels: list[tuple[Number | None, str]] = field(default_factory=list)

    def enter(self, number: Number | None, title: str) -> None:
        """Open a heading; headings of the same style and below are closed."""
        number = self._mended(number)
        style = number.style if number else Style.NONE
        styles = [n.style if n else Style.NONE for n, _ in self.levels]
        if style in styles:
            del self.levels[styles.index(style) :]
        elif number and number.style.startswith("dotted"):
            self._close_deeper(number)
        label = f"{number.printed} {title}" if number else title
        self.levels.append((number, label.strip()))

    def at_row(self, number: Number | None, before: Number | None) -> None:
        """A row's own number closes the heading that it stands beside: row 4 after heading 3 with rows 3.1, 3.2."""
        last = self.levels[-1][0] if self.levels else None
        if number is None or before is None or last is None or last.style is Style.ROMAN:
            return
        if last.style is number.style and number.count == last.count + 1 and is_child(before, last):
            self.levels.pop()

    @property
    def path(self) -> tuple[str, ...]:
        """The headings as they are printed."""
        return tuple(label for _, label in self.levels)

    def _mended(self, number: Number | None) -> Number | None:
        """A first heading "1" or "l" that "II" follows was a roman one: it is closed by it."""
        if number and number.style is Style.ROMAN and number.count == 2 and len(self.levels) == 1:
            first = self.levels[0][0]
            if first and first.style in {Style.ARABIC, Style.SMALL} and first.printed.strip("(). ") in {"1", "l", "i"}:
                self.levels.clear()
        return number

    def _close_deeper(self, number: Number) -> None:
        while self.levels and (last := self.levels[-1][0]) and len(last.parts) >= len(number.parts):
            if last.style in {Style.ROMAN, Style.LETTER, Style.PART}:
                break
            self.levels.pop()


def _dotted(printed: str, core: str) -> Number:
    """1.2, I.1, or 2a, which counts like 2.1."""
    parts = tuple(core.split("."))
    if core[-1].isalpha():
        parts = (*core[:-1].split("."), core[-1])
    count = int(parts[-1]) if parts[-1].isdigit() else _letter(parts[-1])
    return Number(printed, Style(f"dotted{min(len(parts), 4)}"), count, parts)


def _follows_letter(core: str, before: Number | None) -> bool:
    """Whether a letter that could be roman is one of a row of letters: C after B, I after H."""
    if len(core) == 1 and core not in "IVX":
        return True
    if len(core) != 1 or before is None or before.style is not Style.LETTER:
        return False
    return _letter(core) in {before.count + 1, before.count + 2}


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in text.upper()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _letter(text: str) -> int:
    return "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ".find(text.upper()) + 1
