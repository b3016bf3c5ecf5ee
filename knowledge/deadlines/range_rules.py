"""Rules for stretches from one time to another; those before, after and up to a time stand in `relations`."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.deadlines.calendar_rules import MONTH_DAYS, MONTHS, day_in, day_of, numbered
from knowledge.deadlines.chart_parser import Row, only_if
from knowledge.deadlines.clock_rules import from_today
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.relations import stretched
from knowledge.deadlines.windows import Now, Time, Window


def range_rules() -> Iterator[Row]:
    """From one time to another."""
    yield "unit ord to unit? ord", "months", lambda *row: _numbered_range(row[0], row[1], row[-1])
    yield "unit ord mark ord", "months", lambda name, a, mark, b: only_if(mark == "-", _numbered_range(name, a, b))
    yield "months ofyear", "time", lambda span, year: replace(span, year=year)
    yield "months", "time", lambda span: span
    yield "number to time", "time", lambda day, _, last: _days_of_month(day, last)
    yield "number mark time", "time", lambda day, mark, last: only_if(mark == "-", _days_of_month(day, last))
    yield "unit number to time", "time", lambda name, day, _, last: only_if(name == "day", _days_of_month(day, last))
    yield "number to number time", "time", lambda day, _, *last: _days_told_from_today(day, "day", *last)
    yield "number to unit number time", "time", lambda day, _, *last: _days_told_from_today(day, *last)
    yield "unit number to number time", "time", lambda name, day, _, *last: _days_told_from_today(day, name, *last)
    yield (
        "unit number to unit number time",
        "time",
        lambda name, day, _, *last: only_if(name == "day", _days_told_from_today(day, *last)),
    )
    yield "time from? unit number to unit? number", "time", _days_inside
    yield "unit time", "time", lambda name, days: only_if(name == "day" and days.ranged, days)
    yield "time to time", "time", lambda first, _, last: stretched(first, last)
    yield "time mark time", "time", lambda first, mark, last: only_if(mark == "-", stretched(first, last))
    yield (
        "part unit number and time",
        "time",
        lambda part, name, day, _, last: only_if(part == "middle" and name == "day", _days_of_month(day, last)),
    )
    yield "part time and time", "time", lambda part, first, _, last: only_if(part == "middle", stretched(first, last))
    yield "now to time", "time", lambda _, __, last: stretched(from_today(0), last)
    yield "now to bare", "time", lambda _, __, last: stretched(from_today(0), last)
    yield "time to bare", "time", lambda first, to, last: only_if(to == "end", stretched(first, last))
    yield "time to now", "time", lambda first, _, __: stretched(first, from_today(0))
    yield "from time", "time", lambda _, time: only_if(time.ranged, time)


def _numbered_range(name: str, first: int, last: int) -> Time | None:
    begin, end = numbered(name, first), numbered(name, last)
    if begin is None or end is None or not 1 <= first < last <= MONTHS:
        return None
    return stretched(begin, end)


def _days_told_from_today(first: int, name: str, last: int, month: Time) -> Time | None:
    """As in "ngày 5 đến ngày 20 tháng sau": both are days of that month."""
    day = day_in(name, last, month)
    return _up_to_day(first, day) if day and day.clock else None


def _days_inside(month: Time, *row: str | int) -> Time | None:
    """As in "tháng 6, từ ngày 1 đến 15": days of the month that was told before them, whole or a part of it."""
    first, last = (said for said in row if isinstance(said, int))
    units = _UNITS.intersection(said for said in row if isinstance(said, str))
    if units != {"day"} or month.grain in (Grain.DAY, Grain.YEAR) or not 1 <= first < last <= MONTH_DAYS:
        return None

    def at(now: Now) -> Window:
        begin, end = month.window(now)
        if (begin.year, begin.month) != (end.year, end.month):
            raise ValueError(f"{begin} and {end} are of two months")
        return day_of(begin, first, now)[0], day_of(begin, last, now)[0]

    return replace(month, at=at, grain=Grain.HALF, ranged=True, ends=Grain.DAY, until=None)


_UNITS = frozenset({"day", "week", "month", "quarter", "year"})


def _days_of_month(first: int, last: Time) -> Time | None:
    """As in "5 đến 20/6": the first day takes the month of the second."""
    return only_if(last.grain is Grain.DAY and not last.clock, _up_to_day(first, last))


def _up_to_day(first: int, last: Time) -> Time | None:
    """From a day of the month of another one up to that."""
    if not 1 <= first <= MONTH_DAYS:
        return None

    def at(now: Now) -> Window:
        begin, end = last.window(now)[1].replace(day=first), last.window(now)[1]
        if begin > end and not now.lenient:
            raise ValueError(f"{begin} is after {end}")
        return begin, end

    return replace(last, at=at, grain=Grain.HALF, ranged=True, ends=Grain.DAY)
