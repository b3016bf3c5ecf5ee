"""Rules for times that share one head or one month: "tháng 3, 6 và 12/2027", "quý I, III", "ngày 10 và 20/6"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from knowledge.deadlines.calendar_rules import MONTHS, day_in, day_of, numbered
from knowledge.deadlines.chart_parser import Chart, Row, each, only_if
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.windows import Time, Year

Times = tuple[Time, ...]
_Numbers = tuple[str, tuple[int, ...]]  # a unit and its numbers


def list_rules() -> Iterator[Row]:
    """Several times with one head; `times` are theirs."""
    yield "and", "joined", lambda _: True
    yield "or", "joined", lambda _: True
    yield "comma", "joined", lambda _: True
    yield "comma and", "joined", lambda *_: True
    yield "unit ord joined unit? ord", "list", lambda *row: _more((row[0], (row[1],)), row[3:])
    yield "unit ord mark ord", "list", _slashed
    yield "unit ord mark ord mark ord", "list", lambda name, *row: _in_a_row(name, row[::2])
    yield "unit ord ord ord", "list", lambda name, *numbers: _in_a_row(name, numbers)
    yield "number unit ord ord", "list", lambda count, name, *row: only_if(count == len(row), _in_a_row(name, row))
    yield "list joined unit? ord", "list", lambda *row: _more(row[0], row[2:])
    yield "number list", "list", lambda count, numbers: only_if(count == len(numbers[1]), numbers)
    yield "list", "times", _each, _is_over
    yield "list ofyear", "times", _each
    yield "unit number of? times", "times", lambda name, day, *row: each(row[-1], partial(day_in, name, day))
    yield "digits of? times", "times", lambda day, *row: each(row[-1], partial(day_in, "day", day)), _begins
    yield "unit? number joined time", "times", lambda *row: _days(row, row[-1], (row[-1],)), _begins
    yield "unit? number joined times", "times", lambda *row: _days(row, row[-1][0], row[-1]), _begins


def _more(numbers: _Numbers, row: tuple[str | int, ...]) -> _Numbers | None:
    name, found = numbers
    *head, number = row
    if not isinstance(number, int) or (head and head != [name]):
        return None
    return name, (*found, number)


def _slashed(name: str, first: int, mark: str, second: int) -> _Numbers | None:
    """As in "Quý I/II"; of months it would be a month and a year."""
    return (name, (first, second)) if mark == "/" and name == "quarter" else None


def _in_a_row(name: str, numbers: Sequence[Any]) -> _Numbers | None:
    """Numbers side by side, each the next one: "tháng 4 5 6", "tháng 4-5-6", "hai quý 1 2"."""
    following = all(isinstance(one, int) for one in numbers) and all(b - a == 1 for a, b in pairwise(numbers))
    return (name, tuple(numbers)) if following and name in ("month", "quarter") else None


def _each(numbers: _Numbers, year: Year | None = None) -> Times | None:
    name, found = numbers
    times = each(found, lambda number: numbered(name, number) if 1 <= number <= MONTHS else None)
    return times and tuple(replace(time, year=year) for time in times)


def _is_over(chart: Chart, _start: int, end: int) -> bool:
    """Whether the last number belongs to nothing behind it: no day ("tháng 5, 10/6") and no length ("6 tháng")."""
    day = any(chart.at(mark.end, "digits") for mark in chart.at(end, "mark"))
    return not day and not chart.at(end, "unit")


def _begins(chart: Chart, start: int, _end: int) -> bool:
    """Whether a number is that of no unit before it ("15 tháng 6 và 15 tháng 12") and of no weekday ("Thứ 5, 04/3")."""
    return not (chart.ending(start, "unit") or chart.ending(start, "weekday"))


def _days(row: tuple[object, ...], day: Time, times: Times) -> Times | None:
    """A day that takes its month from the day behind it."""
    *head, number = row[: 2 if isinstance(row[0], str) else 1]
    if day.grain is not Grain.DAY or day.clock or not isinstance(number, int) or head not in ([], ["day"]):
        return None
    return (replace(day, at=lambda now: day_of(day.window(now)[1], number, now)), *times)
