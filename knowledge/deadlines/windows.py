"""Stretches of the calendar as first and last day: units, halves, thirds, and how far one is from now."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.deadlines.grain import Grain

Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Now:
    """What a time is told from: the day, and the year of a time that names none.

    Args:
        lenient: whether a day past the end of its month is the last one of it, as plans mean "31/11".
    """

    today: date
    year: int
    lenient: bool = False


class OtherDayError(ValueError):
    """A day told from today and by a date that is another one."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number, or so many years from today."""

    number: int | None = None
    shift: int = 0

    def of(self, now: Now) -> int:
        """Its number."""
        return min(self.number or now.today.year + self.shift, date.max.year)


@dataclass(frozen=True, slots=True)
class Time:
    """A time as it was said.

    Args:
        at: its window; raises ValueError where the calendar has none (31/2).
        year: the year that was said; None where it takes that of `Now`.
        clock: whether it is told from today, and takes no year.
        ranged: whether it goes from one time to another.
        until: the day by which it is over where that is not the last of its window; None where nobody can tell it.
        ends: of a range the grain of its end.
    """

    at: Callable[[Now], Window]
    grain: Grain
    year: Year | None = None
    clock: bool = False
    ranged: bool = False
    until: Callable[[Now], date | None] | None = None
    ends: Grain | None = None

    def window(self, now: Now) -> Window:
        """Its first and last day."""
        return self.at(self._in_its_year(now))

    def deadline(self, now: Now) -> date | None:
        """The day by which it is over: its last one, but "giữa tháng" means the 15th and "đầu tháng" no day."""
        return self.until(self._in_its_year(now)) if self.until else self.window(now)[1]

    @property
    def open(self) -> bool:
        """Whether its year has to be guessed."""
        return self.year is None and not self.clock

    @property
    def to_the_day(self) -> bool:
        """Whether it is told to the day: a day, or from one day to another."""
        return self.grain is Grain.DAY or (self.ranged and self.ends is Grain.DAY)

    @property
    def of_today(self) -> bool:
        """Whether only today tells when it is."""
        return self.clock and self.year is None and self.until is None

    def _in_its_year(self, now: Now) -> Now:
        return replace(now, year=self.year.of(now)) if self.year else now


def months(year: int, first: int, last: int) -> Window:
    """From the first to the last of some months of a year."""
    if not 1 <= first <= last <= _MONTHS:
        raise ValueError(f"no months {first} to {last}")
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def quarter(year: int, number: int) -> Window:
    """A quarter of a year."""
    return months(year, 3 * number - 2, 3 * number)


def unit(name: Grain, today: date, shift: int) -> Window:
    """The calendar unit that lies so many units from the one of today."""
    match name:
        case Grain.DAY:
            day = today + timedelta(days=shift)
            return day, day
        case Grain.WEEK:
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
            return monday, monday + timedelta(days=6)
        case Grain.MONTH:
            index = today.year * _MONTHS + today.month - 1 + shift
            return months(index // _MONTHS, index % _MONTHS + 1, index % _MONTHS + 1)
        case Grain.QUARTER:
            index = today.year * 4 + (today.month - 1) // 3 + shift
            return quarter(index // 4, index % 4 + 1)
        case _:
            return months(today.year + shift, 1, _MONTHS)


def later(day: date, count: int, name: Grain) -> date:
    """The day so many units later, or earlier where the count is negative; never past the end of its month."""
    if name in _DAYS:
        return day + timedelta(days=_DAYS[name] * count)
    index = day.year * _MONTHS + day.month - 1 + _LENGTHS[name] * count
    year, month = index // _MONTHS, index % _MONTHS + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def ahead(today: date, count: int, name: Grain) -> Window:
    """So many units from today on: days and weeks up to the same day, months without it.

    On a Sunday the week is over, and the first of the weeks ahead begins tomorrow.
    """
    end = later(today, count, name)
    if name is Grain.WEEK:
        return today + timedelta(days=today.weekday() == _SUNDAY), end
    return today, end if name is Grain.DAY else end - timedelta(days=1)


def back(today: date, count: int, name: Grain) -> Window:
    """So many units up to today."""
    begin = later(today, -count, name)
    return begin if name is Grain.DAY else begin + timedelta(days=1), today


def part_of(window: Window, name: Grain, part: str) -> Window:
    """A third (first, middle, last) or a half (early, late) of a unit."""
    first, last = window
    if name in (Grain.QUARTER, Grain.YEAR):
        begin, end = _PARTS[name][part]
        start, stop = _month_day(first, begin), _month_day(first, end)
        return start, stop - timedelta(days=1)
    begin, end = _PARTS[Grain.WEEK if name is Grain.WEEK else Grain.MONTH][part]
    return first + timedelta(days=int(begin)), min(last, first + timedelta(days=int(end) - 1))


def _month_day(first: date, months_on: float) -> date:
    """The day so many months after the first of a month; half a month is fifteen days."""
    day = later(first, int(months_on), Grain.MONTH)
    return day if months_on == int(months_on) else day + timedelta(days=_HALF_MONTH)


_MONTHS, _HALF_MONTH, _SUNDAY = 12, 15, 6
_DAYS = {Grain.DAY: 1, Grain.WEEK: 7}
_LENGTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}
# Where a part begins and ends (exclusive): days of a week and a month, months of a quarter and a year. The first and
# the last part of a year are its outer quarters, as offices use the words.
_PARTS: dict[Grain, dict[str, tuple[float, float]]] = {
    Grain.WEEK: {"first": (0, 2), "middle": (2, 4), "last": (4, 7), "early": (0, 3), "late": (3, 7)},
    Grain.MONTH: {"first": (0, 10), "middle": (10, 20), "last": (20, 31), "early": (0, 15), "late": (15, 31)},
    Grain.QUARTER: {"first": (0, 1), "middle": (1, 2), "last": (2, 3), "early": (0, 1.5), "late": (1.5, 3)},
    Grain.YEAR: {"first": (0, 3), "middle": (3, 9), "last": (9, 12), "early": (0, 6), "late": (6, 12)},
}
