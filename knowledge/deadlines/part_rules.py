"""Rules for halves and thirds of a unit, some months of a year, the weeks of a month or a year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from knowledge.deadlines.calendar_rules import MONTHS, whole_year
from knowledge.deadlines.chart_parser import Chart, Row, each, only_if
from knowledge.deadlines.clock_rules import GRAINS, bare_unit
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.windows import Now, Time, Window, Year, months, part_of
from knowledge.language.text import folded

_PARTED = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
_MONTHS_OF = {Grain.MONTH: 1, Grain.QUARTER: 3}
_DAYS_OF = {Grain.DAY: 1, Grain.WEEK: 7}
_HALVES = {"first": "early", "last": "late"}
_REPORTED = (3, 6, 9)  # months after which offices report; "9 tháng" alone is the first nine


def part_rules() -> Iterator[Row]:
    """Halves, thirds, and some months of a year."""
    yield "length part time", "time", _some_months
    yield "length part bare", "time", _some_months
    yield "length time", "time", lambda length, year: _some_months(length, "first", year, counts=_REPORTED)
    yield "length part", "time", lambda length, part: _some_months(length, part, bare_unit("year"), counts=_REPORTED)
    yield "half unit part", "time", _half
    yield "whole bare", "time", lambda _, bare: bare, _counts_nothing
    yield "whole time", "time", lambda _, time: only_if(time.grain in _PARTED, time)
    yield "part of? time", "time", lambda *row: _part(row[0], row[-1]), _is_no_last_day
    yield "part bare", "time", _part
    yield "third of? time", "time", lambda *row: _third(row[0], row[-1]), _is_no_last_day
    yield "third bare", "time", _third
    yield "unit part of? time", "time", lambda *row: _unit_in(row[0], row[1], row[-1])
    yield "unit part", "time", _quarter_of_the_year
    yield "unit part of? bare", "time", lambda *row: _unit_in(row[0], row[1], row[-1])
    yield "part of? times", "times", lambda part, *row: each(row[-1], partial(_part, part))
    yield "third of? times", "times", lambda part, *row: each(row[-1], partial(_third, part))
    yield "unit part of? times", "times", lambda name, part, *row: each(row[-1], partial(_unit_in, name, part))
    yield "unit weekday? number of? time", "time", _week
    yield "unit weekday? number joined number of? time", "time", _week
    yield "unit weekday? number mark number of? time", "time", _week
    yield (
        "unit number ofyear",
        "time",
        _week_of_year,
    )


def _counts_nothing(chart: Chart, _start: int, end: int) -> bool:
    """Whether "cả năm" is a year: before something that can be counted it is "all five"."""
    return not {folded(text) for text in chart.pieces.texts[end : end + 1]} & COUNTED


def _is_no_last_day(chart: Chart, start: int, _end: int) -> bool:
    """Whether "cuối" is no part of a last day that is to lie within the time behind it ("hạn cuối trong quý IV")."""
    ahead, here, behind = (folded(" ".join(chart.pieces.texts[at : at + 1])) for at in (start - 1, start, start + 1))
    return not start or (ahead, here, behind) != ("han", "cuoi", "trong")


COUNTED = frozenset({"ke", "kh", "van", "viec", "nhiem", "don", "phong", "so", "dong", "muc", "cai", "ban", "tinh"})


def _some_months(length: tuple[int, Grain], part: str, whole: Time | None, counts: tuple[int, ...] = ()) -> Time | None:
    """Some units from the beginning or to the end of a longer one: "6 tháng đầu năm", "15 ngày cuối tháng 6"."""
    count, grain = length
    if whole is None or part not in ("first", "last") or (counts and count not in counts):
        return None
    if grain in _MONTHS_OF and whole.grain is Grain.YEAR and count * _MONTHS_OF[grain] <= MONTHS:
        return _months_of_year(count * _MONTHS_OF[grain], part, whole)
    if grain in _DAYS_OF and whole.grain in (Grain.MONTH, Grain.QUARTER):
        return _days_of(count * _DAYS_OF[grain], part, whole)
    return None


def _months_of_year(count: int, part: str, year: Time) -> Time:
    first = 1 if part == "first" else MONTHS + 1 - count

    def at(now: Now) -> Window:
        number = year.window(now)[0].year
        return months(number, first, first + count - 1)

    return replace(year, at=at, grain=Grain.HALF)


def _days_of(count: int, part: str, whole: Time) -> Time:
    def at(now: Now) -> Window:
        first, last = whole.window(now)
        length = timedelta(days=count - 1)
        return (first, min(last, first + length)) if part == "first" else (max(first, last - length), last)

    return replace(whole, at=at, grain=Grain.HALF)


def _half(_: str, name: str, part: str) -> Time | None:
    return _part(_HALVES[part], bare_unit(name)) if part in _HALVES else None


def _part(part: str, whole: Time | None) -> Time | None:
    """A part of a unit; what is due "giữa tháng" is so in the middle of it, and "đầu tháng" names no day."""
    found = _third(part, whole)
    if found is None or whole is None or whole.of_today or part not in ("first", "middle"):
        return found
    middle = lambda now: part_of(whole.window(now), whole.grain, "early")[1]  # noqa: E731
    return replace(found, until=middle if part == "middle" else lambda _: None)


def _third(part: str, whole: Time | None) -> Time | None:
    if whole is None or whole.grain not in _PARTED:
        return None
    return replace(whole, at=lambda now: part_of(whole.window(now), whole.grain, part), grain=Grain.HALF)


def _unit_in(name: str, part: str, whole: Time) -> Time | None:
    """The first or last unit of a longer one: "tuần cuối tháng 3", "tháng đầu quý sau", "tháng đầu năm"."""
    grain = GRAINS[name]
    if not Grain.DAY < grain < whole.grain or whole.grain not in _PARTED or part not in ("first", "last"):
        return None
    if grain is Grain.MONTH and whole.grain is Grain.YEAR:
        return _months_of_year(1, part, whole)
    if grain is not Grain.WEEK:
        return _third(part, whole)

    def at(now: Now) -> Window:
        first, last = whole.window(now)
        return (first, first + timedelta(days=6)) if part == "first" else (last - timedelta(days=6), last)

    return replace(whole, at=at, grain=Grain.HALF)


def _quarter_of_the_year(name: str, part: str) -> Time | None:
    """As in "quý cuối"; "tháng cuối" is rather one of a quarter."""
    year = bare_unit("year")
    return _unit_in(name, part, year) if year and name == "quarter" else None


def _week(*row: Any) -> Time | None:  # noqa: ANN401 - values of edges
    """The last of the weeks that are named before a month: "tuần thứ 3 của tháng 4", "tuần 1, 2 tháng 3"."""
    numbers = [value for value in row[1:-1] if isinstance(value, int)]
    return _week_of_month(row[0], numbers[-1], row[-1])


def _week_of_year(name: str, number: int, year: Year) -> Time | None:
    return _week_of_month(name, number, Time(whole_year, Grain.YEAR, year))


def _week_of_month(name: str, number: int, whole: Time) -> Time | None:
    """As in "Tuần 2 tháng 3" ends on the 14th; a week of a year goes by its ISO number."""
    if name != "week" or whole.grain not in (Grain.MONTH, Grain.YEAR):
        return None

    def at(now: Now) -> Window:
        first, last = whole.window(now)
        if whole.grain is Grain.YEAR:
            monday = first.fromisocalendar(first.year, number, 1)
            return monday, monday + timedelta(days=6)
        begin = first + timedelta(days=7 * (number - 1))
        if begin > last:
            raise ValueError(f"no week {number} in a month")
        return begin, min(last, begin + timedelta(days=6))

    return replace(whole, at=at, grain=Grain.WEEK)
