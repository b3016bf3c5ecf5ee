"""Lunar dates of a wording, told as solar ones before the wording is read.

"Ngày 10/3 (âm lịch)" becomes "ngày 26/4/2026". What is of the lunar calendar but cannot be worked out (a day that the
year has not, the last two months, which may fall into the next year, "mùng 5" without a month) is no date at all.
"""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.deadlines.chart_parser import Chart, Edge, choose, cut, fill
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.time_rules import rules
from knowledge.deadlines.windows import Now, Time
from knowledge.language.text import folded

_WORD = re.compile(r"\w+(?:[/.\-–]\w+)*")
_LUNAR_WORDS = re.compile(r"\b(?:am lich|lich am|ngay am|mung|mong|ram|gieng|chap|nhuan)\b|\d \(?al\b")
_KINDS = frozenset({"ltime", "lday", "lunar", "leap", "fullmoon"})
_ANY = date(2000, 1, 1)  # no lunar date is told from today


def solar_words(text: str, year: int | None) -> tuple[str, bool]:
    """The text with its lunar dates told as solar ones, and whether one of them could not be worked out.

    Args:
        year: of a date that names none.
    """
    if not _LUNAR_WORDS.search(folded(text)):
        return text, False
    found = list(_WORD.finditer(text))
    chart = fill(cut([match[0] for match in found]), rules())
    unknown = False
    for edge in reversed(list(_lunar(chart))):
        solar = _solar(edge, chart, year)
        unknown = unknown or not solar
        first, last = (chart.pieces.word[at] for at in (edge.start, edge.end - 1))
        start, end = found[first].start(), found[last].end()
        text = text[:start] + (solar or "") + text[_closed(text, start, end) :]
    return text, unknown


def _lunar(chart: Chart) -> Iterator[Edge]:
    """The lunar dates and what else is only of that calendar."""
    for edge in choose(chart, _KINDS):
        if edge.kind == "leap" and not chart.ending(edge.start, "number"):
            continue  # "lợi nhuận"
        if edge.kind == "lunar" and edge.end - edge.start == 1:
            continue  # "âm thanh"
        yield edge


def _solar(edge: Edge, chart: Chart, year: int | None) -> str:
    """The solar day, empty where it is not known; of a month its last day, as plans mean it."""
    time = edge.value
    if not isinstance(time, Time) or not (time.year or year):
        return ""
    if time.grain is not Grain.DAY and chart.ending(edge.start, "before"):
        return ""
    try:
        known = time.year.number if time.year else year
        day = time.window(Now(_ANY, known or 0))[1]
    except (ValueError, OverflowError):
        return ""
    return f"ngày {day.day}/{day.month}/{day.year}" if day.year == known else ""


def _closed(text: str, start: int, end: int) -> int:
    """Where the words end, with the bracket that they open."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end
