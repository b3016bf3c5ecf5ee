"""Years that are said in words ("hai nghìn không trăm hai mươi lăm"), written as plans print them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from knowledge.data import records
from knowledge.language.text import canonical, folded

Words = tuple[str, ...]


def with_years(words: Sequence[str]) -> list[str]:
    """The words with years in words put into digits."""
    found: list[str] = []
    at, last, begins = 0, len(words), _beginnings()
    while at < last:
        year, end = _year(words, at) if words[at] in begins else (0, at + 1)
        found.append(str(year) if year else _span(words, at))
        at = end
    return found


def _span(words: Sequence[str], at: int) -> str:
    """A word, years of a stretch in full where only their last figures were written ("giai đoạn 21-25")."""
    short = _SHORT_SPAN.fullmatch(words[at]) if words[at][:1] in _FIGURES else None
    if short is None or not at or folded(words[at - 1]) not in _STRETCHES:
        return words[at]
    return f"20{short[1]}-20{short[2]}"


_SHORT_SPAN = re.compile(r"(\d\d)[-–](\d\d)")
_FIGURES = frozenset("0123456789")
_STRETCHES = frozenset({"doan", "ky"})  # of "giai đoạn", "nhiệm kỳ"


def _year(words: Sequence[str], at: int) -> tuple[int, int]:
    """The year that begins at a word and where it ends; 0 where none does."""
    year, end = _short_year(words, at)
    if year:
        return year, end
    thousand, behind = _longest(words, at, "thousand")
    if not thousand and tuple(map(folded, words[at : at + _PAIR])) in _THOUSANDS:
        year, end = _of_thousands(words, at + _PAIR)
        return (_CENTURY + year, end) if year else (0, at + 1)
    rest, end = _longest(words, behind, "number") if thousand else (0, at + 1)
    more, last = _longest(words, end, "number") if 0 < rest < _TEN else (_TEN, end)
    if more < _TEN and last == end + 1:  # figure by figure: "hai không hai bảy"
        rest, end = rest * _TEN + more, last
    return (thousand + rest, end) if rest else (0, at + 1)


def last_figures(words: Sequence[str], at: int) -> tuple[int, int]:
    """The year of which the last two figures are written or said at a word, and where they end; 0 where none are."""
    written = words[at] if at < len(words) else ""
    if written.isdecimal() and len(written) == _PAIR and int(written) in _SAID_SHORT:
        return _CENTURY + int(written), at + 1
    return _short_year(("nam", *words[at : at + 3]), 1)[0], at + _PAIR


def _short_year(words: Sequence[str], at: int) -> tuple[int, int]:
    """The year whose last two figures stand behind the word for it, said each or as a number, and where it ends.

    As in "năm | hai hai", "năm | hai tư"; behind a day of the week or before a measure they are none ("thứ năm hai tư
    tháng ba", "cả năm hai lăm phần trăm").
    """
    before, behind = [*map(folded, words[max(at - 2, 0) : at])], [*map(folded, words[at : at + 3])]
    if before[-1:] != ["nam"] or before[:-1] == ["thu"]:
        return 0, at
    year, end = _two_figures(words, at), at + _PAIR
    if not year:
        year, end = _longest(words, at, "number")
        year *= end == at + _PAIR and year in _SAID_SHORT and "muoi" not in behind[:_PAIR]
    return (_CENTURY + year, end) if year and _MEASURES.isdisjoint(behind[_PAIR:]) else (0, at)


_MEASURES = frozenset({"thang", "phan", "%", "tram", "nghin", "ngan", "trieu", "ty", "ti", "dong", "ngay"})


def _of_thousands(words: Sequence[str], at: int) -> tuple[int, int]:
    """The last figures of a year behind "hai ngàn", and where they end; 0 where it rather is how many there are.

    They are said figure by figure ("hai ngàn | hai hai"), short ("hai lăm"), or in full behind the word for a year.
    """
    if year := _two_figures(words, at):
        return year, at + _PAIR
    year, end = _longest(words, at, "number")
    named = folded(words[max(at - _PAIR - 1, 0)]) == "nam" or end == at + _PAIR
    return (year, end) if year in _SAID_SHORT and named else (0, at)


def _two_figures(words: Sequence[str], at: int) -> int:
    """The last two figures of a year that are said each ("quý ba năm | hai hai"); 0 where none are."""
    figures = [_longest(words, i, "number") for i in (at, at + 1)]
    if [end for _, end in figures] != [at + 1, at + 2] or max(value for value, _ in figures) > 9:
        return 0
    year = figures[0][0] * _TEN + figures[1][0]
    return year if year in _SAID_SHORT else 0


_PAIR = 2
_THOUSANDS = frozenset({("hai", "nghin"), ("hai", "ngan")})
_CENTURY, _SAID_SHORT = 2000, range(20, 50)
_TEN = 10


def _longest(words: Sequence[str], at: int, kind: str) -> tuple[int, int]:
    phrases = _phrases(kind)
    sizes = range(min(max(map(len, phrases)), len(words) - at), 0, -1)
    size = next((n for n in sizes if tuple(words[at : at + n]) in phrases), 0)
    return (phrases[tuple(words[at : at + size])], at + size) if size else (0, at)


@cache
def _beginnings() -> frozenset[str]:
    """The words that a year in words begins with."""
    return frozenset(phrase[0] for kind in ("thousand", "number") for phrase in _phrases(kind))


@cache
def _phrases(kind: str) -> Mapping[Words, int]:
    """The phrases of a kind with and without accents, and their values."""
    rows = [row for row in records("time_words.tsv") if len(row) > 2 and row[1] == kind]
    typed = {tuple(canonical(row[0].lstrip("=")).split()): int(row[2]) for row in rows}
    return {tuple(map(folded, words)): value for words, value in typed.items()} | typed
