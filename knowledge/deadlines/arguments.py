"""Times in the arguments of commands: "/han quý sau Văn phòng", "/giahan 2 thứ sáu tuần sau vì chờ kinh phí".

They are read by the same grammar as those of questions; the words beside the time are handed back.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.deadlines.chart_parser import cut, fill
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.periods import Period, find_periods
from knowledge.deadlines.time_rules import rules
from knowledge.deadlines.windows import Now, Time
from knowledge.language.text import canonical

_WORD = re.compile(r"\w+(?:[/.\-–]\w+)*")
_EXPECTED = "hạn"  # behind this word "15.4" is a day
_OF_NOW = {Grain.WEEK: "tuần này", Grain.MONTH: "tháng này", Grain.QUARTER: "quý này", Grain.YEAR: "năm nay"}


def argument_period(text: str, *, today: date) -> tuple[Period | None, str]:
    """The period that an argument names, None where it names none, and the words beside it.

    A bare unit at the beginning is the one of today. Several periods are one that is not understood: its doubt has
    their words.
    """
    words = words_of(text)
    bare = _unit_of_now(words, today)
    periods = (bare,) if bare else find_periods(words, today=today, year=today.year)
    if not periods:
        return None, text.strip()
    said, rest = parted(text, periods[0].start, periods[-1].end)
    doubtful = len(periods) > 1 or periods[0].doubt
    return replace(periods[0], doubt=said if doubtful else ""), rest


def argument_periods(text: str, *, today: date) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Period, ...]]:
    """The words of an argument as they were typed, the same to be compared, and the periods that it names."""
    words = words_of(text)
    bare = _unit_of_now(words, today)
    periods = (bare,) if bare else find_periods(words, today=today, year=today.year)
    return tuple(_WORD.findall(text)), words, periods


def argument_day(text: str, *, today: date) -> tuple[Period | None, str]:
    """The first time that an argument names, and the words beside it; a day without a year is the next such one."""
    words = (_EXPECTED, *words_of(text))
    periods = find_periods(words, today=today, year=today.year)
    if not periods:
        return None, text.strip()
    if not periods[0].dated and not periods[0].doubt and periods[0].last < today:
        periods = find_periods(words, today=today, year=today.year + 1)  # a lunar day falls elsewhere in another year
    first = replace(periods[0], start=periods[0].start - 1, end=periods[0].end - 1)
    return first, parted(text, first.start, first.end)[1]


def names_feast(text: str) -> bool:
    """Whether words name a feast that has a day of its own ("Tết Dương lịch")."""
    words = words_of(text)
    chart = fill(cut(words), rules())
    return any(chart.at(start, kind) for start in range(len(words)) for kind in ("newyear", "newyears"))


def words_of(text: str) -> tuple[str, ...]:
    """The words of an argument, to be compared."""
    return tuple(canonical(match[0]) for match in _WORD.finditer(text))


def parted(text: str, start: int, end: int) -> tuple[str, str]:
    """The words from start to end as they were typed, and the others."""
    found = list(_WORD.finditer(text))
    first, last = found[start].start(), found[end - 1].end()
    rest = f"{text[:first].rstrip()} {text[last:].lstrip(' ,:;.-')}"
    return text[first:last], rest.strip()


def _unit_of_now(words: Sequence[str], today: date) -> Period | None:
    """The unit that an argument begins with, where nothing says which one."""
    if not words or any(period.start == 0 for period in find_periods(words, today=today, year=today.year)):
        return None
    edges = fill(cut(words[:1]), rules()).at(0, "bare")
    if not edges or not isinstance(edges[0].value, Time):
        return None
    unit = edges[0].value
    return Period(*unit.window(Now(today, today.year)), _OF_NOW[unit.grain], 0, 1)
