"""Rules for the lunar calendar: "mùng 5 tháng Giêng", "rằm", "10/3 âm lịch", "tháng 6 nhuận", "trước Tết"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from knowledge.deadlines import lunar
from knowledge.deadlines.calendar_rules import MONTHS
from knowledge.deadlines.chart_parser import Chart, Row, only_if
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.windows import Now, Time, Window

_FULL_MOON = 15
_LAST_DAYS = 20  # "28 Tết" counts the days of the month before it


def lunar_rules() -> Iterator[Row]:
    """Days and months of the lunar calendar, and its new year."""
    yield "lunarday number", "lday", lambda _, number: number
    yield "unit? fullmoon", "lday", lambda *_: _FULL_MOON
    yield "unit lunarmonth lunar?", "lmonth", lambda name, number, *_: only_if(name == "month", (number, False))
    yield "unit number leap lunar?", "lmonth", lambda name, number, *_: only_if(name == "month", (number, True))
    yield "unit number lunar", "lmonth", lambda name, number, _: only_if(name == "month", (number, False))
    yield "lmonth", "ltime", _lunar_month
    yield "unit? lday lmonth", "ltime", lambda *row: _lunar_day(row[-2], *row[-1])
    yield "unit? lday lunarmonth", "ltime", lambda *row: _lunar_day(row[-2], row[-1])
    yield "unit? lday unit number", "ltime", _full_moon
    yield "unit? lday unit number", "eitherday", _of_either_calendar
    yield "eitherday", "ltime", lambda _: Time(_untold, Grain.DAY)
    yield "day eitherday", "ltime", _told_from_today
    yield "unit? number lmonth", "ltime", lambda *row: _lunar_day(row[-2], *row[-1])
    yield "dm lunar", "ltime", lambda dm, _: _lunar_day(*dm)
    yield "dm ofyear lunar", "ltime", lambda dm, year, _: replace(_lunar_day(*dm), year=year)
    yield "lunar dm", "ltime", lambda _, dm: _lunar_day(*dm)
    yield "lday newyear", "ltime", lambda day, _: _lunar_day(day, 1)
    yield "number newyear", "ltime", lambda day, _: only_if(day > _LAST_DAYS, _eve_of_new_year(day))
    yield "newyear ofyear", "holiday", lambda _, year: replace(_new_year(), year=year), _is_lunar
    yield "newyear", "holiday", lambda _: _new_year(), _is_lunar
    yield "ltime ofyear", "ltime", lambda time, year: only_if(time.open, replace(time, year=year))
    yield "ltime lunar", "ltime", lambda time, _: time
    yield "ltime", "time", lambda time: time


def _is_lunar(chart: Chart, start: int, _end: int) -> bool:
    """Whether "Tết" is that of the lunar calendar: "Tết Dương lịch" is another day."""
    return not chart.at(start, "newyears")


def _full_moon(*row: Any) -> Time | None:  # noqa: ANN401 - values of edges
    """As "rằm tháng 7" is lunar."""
    day, name, month = row[-3:]
    return only_if(name == "month" and day == _FULL_MOON, _lunar_day(day, month))


def _of_either_calendar(*row: Any) -> tuple[int, int] | None:  # noqa: ANN401 - values of edges
    """As "mùng 8 tháng 3" is said of either calendar, so that it alone is no day that can be told."""
    day, name, month = row[-3:]
    return only_if(name == "month" and day != _FULL_MOON, (day, month))


def _untold(now: Now) -> Window:
    raise ValueError(f"a lunar or a solar day of {now.year}")


def _told_from_today(shift: int, said: tuple[int, int]) -> Time:
    """As in "hôm nay mùng 1 tháng 3": the clock tells the day, which one of the calendars calls so."""

    def at(now: Now) -> Window:
        found = now.today + timedelta(days=shift)
        if (found.day, found.month) != said and found != lunar.solar_day(*said, found.year):
            raise ValueError(f"{found} is not called so")
        return found, found

    return Time(at, Grain.DAY, clock=True)


def _lunar_day(day: int, month: int, leap: bool = False) -> Time:
    def at(now: Now) -> Window:
        found = lunar.solar_day(day, month, now.year, leap=leap)
        return found, found

    return Time(at, Grain.DAY)


def _lunar_month(value: tuple[int, bool]) -> Time:
    month, leap = value
    return Time(lambda now: lunar.solar_month(month, now.year, leap=leap), Grain.MONTH)


def _eve_of_new_year(day: int) -> Time:
    """As in "28 Tết" is the 28th of the last month before it."""

    def at(now: Now) -> Window:
        found = lunar.solar_day(day, MONTHS, now.year - 1)
        return found, found

    return Time(at, Grain.DAY)


def _new_year() -> Time:
    """The three days of Tết."""

    def at(now: Now) -> Window:
        first = lunar.solar_day(1, 1, now.year)
        return first, first + timedelta(days=2)

    return Time(at, Grain.HALF)
