"""A stretch of the calendar as it is printed: with or without its year."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

_LEAP_YEAR = 2000


class Grain(IntEnum):
    """How exact a printed time is."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    HALF = 5
    YEAR = 6


@dataclass(frozen=True, slots=True)
class Span:
    """From a day of the year to another, both (month, day); a day past the month's end means its last one.

    Args:
        year: None where it is not printed.
        shift: years to add to the plan's year where none is printed ("năm tới").
    """

    grain: Grain
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None = None
    shift: int = 0

    def end(self, year: int) -> date:
        """The last day, in this year where the span has none of its own."""
        return _day(self.year or year + self.shift, self.last)

    def start(self, year: int) -> date:
        """The first day, in this year where the span has none of its own."""
        return _day(self.year or year + self.shift, self.first)

    def is_real(self, year: int | None) -> bool:
        """Whether the calendar has this day; 29 February of an unknown year may be one."""
        known = self.year or (year + self.shift if year else _LEAP_YEAR)
        month_number, day_number = self.last
        return self.grain is not Grain.DAY or day_number <= calendar.monthrange(known, month_number)[1]

    def eve(self, year: int) -> date:
        """What "trước" means: a day itself, or the last day before a longer time."""
        if self.grain is Grain.DAY:
            return self.end(year)
        first = self.start(year)
        return first - timedelta(days=1) if first > date.min else first


def day(day_of_month: int, month: int, year: int | None) -> Span:
    """One day."""
    return Span(Grain.DAY, (month, day_of_month), (month, day_of_month), year)


def month(number: int, year: int | None) -> Span:
    """A whole month."""
    return Span(Grain.MONTH, (number, 1), (number, 31), year)


def quarter(number: int, year: int | None) -> Span:
    """A whole quarter."""
    return Span(Grain.QUARTER, (3 * number - 2, 1), (3 * number, 31), year)


def months_of_year(first: int, last: int, year: int | None) -> Span:
    """Several months of a year ("6 tháng đầu năm")."""
    return Span(Grain.HALF, (first, 1), (last, 31), year)


def whole_year(year: int | None, shift: int = 0) -> Span:
    """A whole year; None is the plan's."""
    return Span(Grain.YEAR, (1, 1), (12, 31), year, shift)


def _day(year: int, month_day: tuple[int, int]) -> date:
    month_number, day_number = month_day
    year = min(max(year, date.min.year), date.max.year)  # "năm tới", said in the last year that a date can have
    return date(year, month_number, min(day_number, calendar.monthrange(year, month_number)[1]))
