"""Rules for days, months, quarters and years by their numbers."""

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from knowledge.deadlines.chart_parser import Chart, Row, only_if
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.windows import Now, Time, Window, Year, months, quarter

MONTHS, MONTH_DAYS = 12, 31
_SHORTEST = 3  # pieces of a day and a month, "3 tháng 4"
_CENTURY, _EARLIEST, _LATEST = 2000, 1990, 2100
_SHORT_YEARS = range(18, 50)  # "24" is 2024; the plans of an office are of these decades


def year_rules() -> Iterator[Row]:
    """Years, and what says of which year a time is."""
    yield "thousand number", "d4", lambda thousand, number: thousand + number
    yield "unit d4", "year", lambda name, number: only_if(name == "year", year_of(number))
    yield "unit shift", "year", lambda name, shift: only_if(name == "year", Year(None, shift))
    yield "year", "time", lambda year: Time(whole_year, Grain.YEAR, year, clock=year.number is None)
    yield "d4", "time", lambda number: only_if(year_of(number), Time(whole_year, Grain.YEAR, year_of(number)))
    yield "in time", "time", lambda _in, year: only_if(year.grain is Grain.YEAR and not year.clock, year)
    yield "term? unit? d4 mark d4", "years", lambda *row: _years(row[-3], row[-1])  # in a question it names a plan
    yield "from unit? d4 mark d4", "years", lambda *row: _years(row[-3], row[-1])
    yield "schoolyear d4 mark d4", "years", lambda *row: _school_year(row[-1])
    yield "part schoolyear d4 mark d4", "years", lambda part, *row: _part_of_school_year(part, row[-1])
    yield "until schoolyear d4 mark d4", "years", lambda *row: _school_year(row[-1])
    yield "of? year", "ofyear", lambda *row: row[-1]
    yield "comma year", "ofyear", lambda _, year: year
    yield "d4", "ofyear", year_of
    yield "mark d4", "ofyear", lambda _mark, number: year_of(number)
    yield "mark digits", "ofyear", lambda _mark, number: short_year(number)
    yield "unit digits", "ofyear", lambda name, number: only_if(name == "year", short_year(number))
    yield "unit number", "ofyear", lambda name, number: only_if(name == "year", short_year(number))
    yield "time ofyear", "time", lambda time, year: only_if(time.open and not time.ranged, replace(time, year=year))


def day_rules() -> Iterator[Row]:
    """Days, months and quarters by their numbers."""
    yield "number", "ord", lambda number: number
    yield "roman", "ord", lambda number: number
    yield "unit ord", "time", numbered
    yield "number unit number", "dm", lambda day, name, month: only_if(name == "month", (day, month)), _is_told
    yield (
        "unit number unit number",
        "dm",
        lambda name, day, unit, month: only_if(name == "day" and unit == "month", (day, month)),
    )
    yield "digits mark digits", "dm", _day_and_month, _is_day
    yield "unit dm", "dm", lambda name, dm: only_if(name == "day", dm)
    yield "unit digits mark digits", "dm", lambda name, *row: only_if(name == "day", _day_and_month(*row))
    yield "dm", "time", lambda dm: Time(lambda now: _day(now, *dm), Grain.DAY)
    yield "digits mark digits mark digits", "time", _short_date
    yield "digits mark digits mark d4", "time", lambda d, _, m, __, y: _dated(d, m, year_of(y))
    yield "d4 mark digits mark digits", "time", lambda y, _, m, __, d: _dated(d, m, year_of(y))
    yield "digits mark d4", "time", _month_of
    yield "unit time", "time", lambda name, day: only_if(name == "day" and day.grain is Grain.DAY, day)
    yield "unit number time", "time", day_in
    yield "unit number", "time", _day_alone, lambda chart, _, end: not chart.at(end, "repeated")


def whole_year(now: Now) -> Window:
    """The year of a time that names none."""
    return months(now.year, 1, MONTHS)


def numbered(name: str, number: int) -> Time | None:
    """A month or a quarter by its number."""
    if name == "month" and number <= MONTH_DAYS:
        return Time(lambda now: months(now.year, number, number), Grain.MONTH)
    if name == "quarter" and number <= MONTHS:
        return Time(lambda now: quarter(now.year, number), Grain.QUARTER)
    return None


def day_of(month: date, number: int, now: Now) -> Window:
    """A day of the month of a date; one past its end is no day, or its last one where plans mean that."""
    last = calendar.monthrange(month.year, month.month)[1]
    found = month.replace(day=last if now.lenient and last < number <= MONTH_DAYS else number)
    return found, found


def day_in(name: str, day: int, month: Time) -> Time | None:
    """A day of a month."""
    if name != "day" or month.grain is not Grain.MONTH:
        return None
    return replace(month, at=lambda now: day_of(month.window(now)[0], day, now), grain=Grain.DAY)


def _years(first: int, last: int) -> Time | None:
    """Several years, by their numbers."""
    begin, end = year_of(first), year_of(last)
    if begin is None or end is None or first > last:
        return None
    return Time(lambda _: (date(first, 1, 1), date(last, MONTHS, MONTH_DAYS)), Grain.YEAR, end, ranged=True)


def _school_year(last: int) -> Time | None:
    """A school year is over on 31 May of its second year."""
    year = year_of(last)
    if year is None:
        return None
    return Time(lambda _: (date(last - 1, 9, 1), date(last, 5, MONTH_DAYS)), Grain.HALF, year, ends=Grain.DAY)


def _part_of_school_year(part: str, last: int) -> Time | None:
    """Its end is the day on which it is over; of its other parts nobody can tell one."""
    year = _school_year(last)
    return year if year is None or part == "last" else replace(year, until=lambda _: None)


def year_of(number: int) -> Year | None:
    """A year as plans have them; other numbers of four digits are none."""
    return Year(number) if _EARLIEST <= number < _LATEST else None


def short_year(number: int) -> Year | None:
    """A year of two digits."""
    return Year(_CENTURY + number) if number in _SHORT_YEARS else None


def _day(now: Now, day: int, month: int) -> Window:
    return day_of(months(now.year, month, month)[0], day, now)


def _day_and_month(day: int, _mark: str, month: int) -> tuple[int, int] | None:
    return (day, month) if 1 <= day <= MONTH_DAYS and 1 <= month <= MONTHS else None


def _is_day(chart: Chart, start: int, end: int) -> bool:
    """As in "15/3" is a day unless it is a fraction of something; "15.3" only where a time is to be expected."""
    if chart.at(end, "counted"):
        return False
    return chart.pieces.texts[start + 1] == "/" or chart.ending(start, "hint")


def _is_told(chart: Chart, start: int, end: int) -> bool:
    """Whether a day stands before a month, in digits or in several words; "tu" alone is rather "từ" than "tư"."""
    long = chart.pieces.texts[start].isdecimal() or end - start > _SHORTEST
    return long and not chart.at(end, "counted")


def _short_date(day: int, mark: str, month: int, mark2: str, year: int) -> Time | None:
    return _dated(day, month, short_year(year)) if mark == mark2 else None


def _dated(day: int, month: int, year: Year | None) -> Time | None:
    if year is None or day > MONTH_DAYS or month > MONTH_DAYS:
        return None
    return Time(lambda now: _day(now, day, month), Grain.DAY, year)


def _month_of(month: int, _mark: str, year: int) -> Time | None:
    if not 1 <= month <= MONTHS or not year_of(year):
        return None
    return Time(lambda now: months(now.year, month, month), Grain.MONTH, year_of(year))


def _day_alone(name: str, day: int) -> Time | None:
    """A day without a month is one of the month of today."""
    if name != "day" or not 1 <= day <= MONTH_DAYS:
        return None
    return Time(lambda now: (now.today.replace(day=day),) * 2, Grain.DAY, clock=True)
