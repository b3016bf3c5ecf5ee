"""Stretches from one time to another, and what lies before, after or up to a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from knowledge.deadlines.chart_parser import Row, only_if
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.windows import Now, Time, Window, Year

_DAY = timedelta(days=1)


class Relation(StrEnum):
    """How what is asked for lies to the time that was said."""

    IN = "in"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Related:
    """A time and the relation to it."""

    relation: Relation
    time: Time

    def window(self, now: Now) -> Window:
        """Its days: a side that is open reaches to the beginning or the end of the year."""
        first, last = self.time.window(now)
        match self.relation:
            case Relation.BEFORE:
                end = last if self.time.to_the_day else first - _DAY
                return date((end - _DAY).year, 1, 1), end  # before the first of January lies the year before
            case Relation.BY:
                return date((last - _DAY).year, 1, 1), last
            case Relation.AFTER:
                begin = last + _DAY
                return begin, date(begin.year, 12, 31)
            case Relation.SINCE:
                return first, date(last.year, 12, 31)
            case _:
                return first, last

    def deadline(self, now: Now) -> date | None:
        """The day by which it is over; None where only its beginning is told."""
        if self.relation in (Relation.AFTER, Relation.SINCE):
            return None
        return self.window(now)[1] if self.relation is Relation.BEFORE else self.time.deadline(now)


def time_of(said: Related | Time) -> Time:
    """The time itself, whatever its relation."""
    return said.time if isinstance(said, Related) else said


def stretched(first: Time, last: Time) -> Time:
    """From the first day of one to the last day of another; a year that only one says holds for both."""

    def at(now: Now) -> Window:
        (begin, _), (_, end) = _in_order(first, last, now)
        if begin > end and not now.lenient:
            raise ValueError(f"{begin} is after {end}")
        return begin, end

    def until(now: Now) -> date | None:
        return last.deadline(replace(now, year=at(now)[1].year))

    clock, told = first.clock or last.clock, last.until or (first.clock and not last.of_today)
    return Time(
        at, Grain.HALF, last.year or first.year, clock, ranged=True, until=until if told else None,
        ends=last.ends or last.grain,
    )  # fmt: skip


def _in_order(first: Time, last: Time, now: Now) -> tuple[Window, Window]:
    if last.clock or first.clock:
        return _by_clock(first, last, now)
    if last.year and not first.year:
        return _earlier(first, replace(first, year=last.year).window(now), last.window(now), last.year.of(now))
    begin = first.window(now)
    known = first.year.of(now) if first.year else now.year
    end = last.window(replace(now, year=known))
    if end[1] < begin[0] and not last.year:
        end = replace(last, year=Year(known + 1)).window(now)
    return begin, end


def _earlier(first: Time, begin: Window, end: Window, year: int) -> tuple[Window, Window]:
    if begin[0] > end[1]:
        begin = replace(first, year=Year(year - 1)).window(Now(begin[0], year))
    return begin, end


def _by_clock(first: Time, last: Time, now: Now) -> tuple[Window, Window]:
    here = replace(now, year=now.today.year)
    begin, end = first.window(here), last.window(here)
    if last.open and end[1] < begin[0]:
        end = replace(last, year=Year(here.year + 1)).window(here)
    return begin, end


def adjoining(first: Time, last: Time, now: Now) -> bool:
    """Whether the second begins on the day after the first ends ("quý I và quý II")."""
    (_, middle), (start, _) = _in_order(first, last, now)
    return start == middle + _DAY


def relation_rules() -> Iterator[Row]:
    """What lies before, after, since or up to a time."""
    yield "before part of? time", "rel", lambda *row: only_if(row[1] == "last", Related(Relation.BY, row[-1]))
    yield "before part bare", "rel", lambda _, part, bare: only_if(part == "last", Related(Relation.BY, bare))
    yield "before time", "rel", _related(Relation.BEFORE)
    yield "before years", "rel", _related(Relation.BEFORE)
    yield "before holiday", "rel", _related(Relation.BEFORE)
    yield "after time", "rel", _related(Relation.AFTER)
    yield "after years", "rel", _related(Relation.AFTER)
    yield "after holiday", "rel", _related(Relation.AFTER)
    yield "by time", "rel", _related(Relation.BY)
    yield "by holiday", "rel", _related(Relation.BY)
    yield "by before time", "rel", _related(Relation.BEFORE)
    yield "by? before times", "rels", _each_related(Relation.BEFORE)
    yield "by times", "rels", _each_related(Relation.BY)
    yield "until times", "rels", _each_related(Relation.BY)
    yield "until time", "rel", _related(Relation.BY)
    yield "until holiday", "rel", _related(Relation.BY)
    yield "until bare", "rel", _to_the_end(Relation.BY)
    yield "time backward", "rel", _related(Relation.BY, 0)
    yield (
        "from? time and? onward",
        "rel",
        _since,
    )
    yield "after time onward", "rel", _related(Relation.AFTER, 1)
    yield "from time", "rel", lambda _, time: None if time.ranged else Related(Relation.SINCE, time)
    yield "from years", "rel", lambda _, time: None if time.ranged else Related(Relation.SINCE, time)
    yield "from holiday", "rel", _related(Relation.SINCE)


def _related(relation: Relation, position: int = -1) -> Callable[..., Related | None]:
    return lambda *row: Related(relation, row[position])


def _each_related(relation: Relation) -> Callable[..., tuple[Related, ...]]:
    return lambda *row: tuple(Related(relation, time) for time in row[-1])


def _since(*row: Any) -> Related:  # noqa: ANN401 - values of edges
    return Related(Relation.SINCE, next(value for value in row if isinstance(value, Time)))


def _to_the_end(relation: Relation) -> Callable[..., Any]:
    """With a bare unit only where its end is said ("đến hết quý"), else the words ask for one ("đến tháng mấy")."""
    return lambda word, time: Related(relation, time) if word == "end" else None
