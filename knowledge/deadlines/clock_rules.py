"""Rules for times that are told from today: days, units, lengths ahead and back, weekdays."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from knowledge.deadlines.calendar_rules import whole_year
from knowledge.deadlines.chart_parser import Chart, Row, only_if
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.windows import Now, OtherDayError, Time, Window, ahead, back, unit
from knowledge.language.text import folded

GRAINS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
}
_MONDAY, _WEEKDAYS = 2, range(2, 8)  # "thứ hai" to "thứ bảy"
_LONGEST = 1000  # units of a length


def clock_rules() -> Iterator[Row]:
    """Told from today."""
    yield "day", "time", from_today
    yield "day time", "time", _said_twice, _is_of_one_calendar
    yield "day wd", "time", lambda shift, _: from_today(shift)  # "hôm nay thứ hai"
    yield "day lunarday number", "time", lambda shift, *_: from_today(shift)  # "hôm nay mùng 1"
    yield "newyears", "time", lambda _: Time(_new_years_day, Grain.DAY, clock=True)
    yield "daytime time", "time", lambda _daytime, day: only_if(day.grain is Grain.DAY, day)
    yield "time solar", "time", lambda time, _solar: time
    yield "unit shift", "time", _shifted
    yield "number unit", "length", lambda count, name: only_if(0 < count < _LONGEST, (count, GRAINS[name]))
    yield "in? length ahead", "time", lambda *row: _length(row[-2], ahead)
    yield "in? length back", "time", lambda *row: _length(row[-2], back)
    yield "length shift", "time", _shifted_by
    yield "in bare", "time", lambda _in, bare: only_if(bare.clock, bare), _stands_alone
    yield "in bare", "inyear", lambda _in, bare: only_if(not bare.clock, bare), _stands_alone
    yield "unit", "bare", bare_unit


def weekday_rules() -> Iterator[Row]:
    """Days of the week."""
    yield "weekday number", "wd", lambda _, number: only_if(number in _WEEKDAYS, number - _MONDAY)
    yield "sunday", "wd", lambda _: 6
    yield "wd of? time", "time", lambda *row: _weekday_of(row[0], row[-1])
    yield "wd shift", "time", lambda day, shift: only_if(shift in (0, 1), _next_weekday(day, shift)), _is_weekday
    yield "wd", "time", lambda day: _next_weekday(day, 0), lambda chart, start, _: chart.ending(start, "hint")


def _new_years_day(now: Now) -> Window:
    """The first day of a year, the next one from today on."""
    day = now.today.replace(month=1, day=1)
    day = day if day >= now.today else day.replace(year=day.year + 1)
    return day, day


def from_today(shift: int) -> Time:
    """A day told from today.

    What is due on a day off is done on the next working day (Civil Code 2015, article 148, 5), so a Monday that is
    tomorrow takes the Sunday that is today with it.
    """

    def at(now: Now) -> Window:
        day = now.today + timedelta(days=shift)
        eased = shift == 1 and day.weekday() == 0
        return (now.today if eased else day), day

    return Time(at, Grain.DAY, clock=True)


def _said_twice(shift: int, time: Time) -> Time | None:
    """A day told from today and by its date ("hôm nay 1/3"), which have to be the same."""

    def agreeing(now: Now) -> Window:
        first, last = time.window(replace(now, year=now.today.year))
        if first != now.today + timedelta(days=shift):
            raise OtherDayError(f"{first} is another day")
        return first, last

    return only_if(time.grain is Grain.DAY and not time.clock, replace(time, at=agreeing, clock=True))


def _is_of_one_calendar(chart: Chart, start: int, end: int) -> bool:
    """Whether a date is no "mùng 1 tháng 3", which today tells of which calendar it is."""
    return not any(edge.end == end for at in range(start, end) for edge in chart.at(at, "eitherday"))


def bare_unit(name: str) -> Time | None:
    """A unit without a number: the one of today, but the year is that of the plan."""
    grain = GRAINS[name]
    if grain is Grain.DAY:
        return None
    if grain is Grain.YEAR:
        return Time(whole_year, grain)
    return Time(lambda now: unit(grain, now.today, 0), grain, clock=True)


def _stands_alone(chart: Chart, _start: int, end: int) -> bool:
    return not any(chart.at(end, kind) for kind in ("ord", "asked", "part"))


def _shifted(name: str, shift: int) -> Time | None:
    grain = GRAINS[name]
    if grain is Grain.DAY:
        return None
    return Time(lambda now: unit(grain, now.today, shift), grain, clock=True)


def _shifted_by(length: tuple[int, Grain], shift: int) -> Time | None:
    count, grain = length
    if abs(shift) != 1:
        return None
    return Time(lambda now: unit(grain, now.today, shift * count), grain, clock=True)


def _length(length: tuple[int, Grain], measure: Callable[..., Window]) -> Time:
    count, grain = length
    return Time(lambda now: measure(now.today, count, grain), Grain.HALF, clock=True)


def _weekday_of(day: int, time: Time) -> Time | None:
    """The weekday of a week; beside a date it has to be that of the date."""

    def in_week(now: Now) -> Window:
        found = time.window(now)[0] + timedelta(days=day)
        return found, found

    def agreeing(now: Now) -> Window:
        first, last = time.window(now)
        if first.weekday() != day:
            raise ValueError(f"{first} is no such weekday")
        return first, last

    if time.grain is Grain.WEEK:
        return replace(time, at=in_week, grain=Grain.DAY)
    return replace(time, at=agreeing) if time.grain is Grain.DAY else None


def _is_weekday(chart: Chart, start: int, end: int) -> bool:
    """Whether a weekday is meant: "t7 này" is Saturday, "t7 nay" typed with accents is the month of this year."""
    texts = chart.pieces.texts
    accented = any(text != folded(text) for text in texts)
    return not (accented and texts[start] == "t" and texts[end - 1] == "nay")


def _next_weekday(day: int, shift: int) -> Time:
    """The weekday that comes next, today included; with "tới" after today; "này" is that of this week."""

    def at(now: Now) -> Window:
        found = now.today + timedelta(days=(day - now.today.weekday() - shift) % 7 + shift)
        return found, found

    return Time(at, Grain.DAY, clock=True)
