"""The dates in force of a row: those that are printed, set or extended, or those of its rhythm.

An extension that is asked for is none of them. A rhythm begins on the day on which its plan was issued, else on
1 January of the plan's (or today's) year, and ends with the plan's last year. A rhythm whose wording names no day
("hằng quý") has no date: it would be one that no plan prints, and nobody is late by it.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from knowledge.deadlines.recurrence import Rule, occurrences, rules_of
from knowledge.model import Heading, Progress, Task

AHEAD = timedelta(days=400)  # how far ahead the dates of a rhythm are worked out where no window is named


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a plan is for, both included; rhythms have no dates outside. `last` is date.max where unknown."""

    first: date
    last: date

    def horizon(self, today: date) -> date:
        """The day up to which the dates of a rhythm matter today."""
        start = max(self.first, today)
        return min(self.last, start + AHEAD) if start < date.max - AHEAD else self.last


def span_of(heading: Heading, today: date) -> Span:
    """The days that a plan is for."""
    issued = heading.issued or ""
    years = heading.years or ((int(issued[:4]),) if issued[:4].isdecimal() else ())
    first = date(years[0] if years else today.year, 1, 1)
    with suppress(ValueError):  # where the blank of the day was never filled in, the year has to do
        first = max(first, date.fromisoformat(issued))
    return Span(first, date(years[-1], 12, 31) if years else date.max)


def recurs(task: Task) -> bool:
    """Whether a row has a rhythm whose days are named, and no printed date."""
    return not task.deadline.due and bool(_rules(task.deadline.recur))


def has_several(task: Task, progress: Progress) -> bool:
    """Whether a row has several dates that are reported, and extended, one by one."""
    return progress.due is None and (len(task.deadline.due) > 1 or recurs(task))


def all_dates(task: Task, progress: Progress, span: Span, last: date) -> tuple[date, ...]:
    """The dates in force, ascending; those of a rhythm up to a day, and where they were extended from there."""
    fixed = fixed_dates(task, progress)
    if fixed or not recurs(task):
        return fixed
    return _extended(rhythm_dates(task.deadline.recur or "", span, last), progress)


def dates_in_force(task: Task, progress: Progress, span: Span, first: date, last: date) -> tuple[date, ...]:
    """The dates in force from the first to the last day, both included, ascending."""
    reach = max([last, *(origin for origin, _ in progress.moved)])  # a date may have been moved into the window
    return tuple(day for day in all_dates(task, progress, span, reach) if first <= day <= last)


def fixed_dates(task: Task, progress: Progress) -> tuple[date, ...]:
    """The dates that are set, printed or extended, ascending; none where they follow from a rhythm."""
    if progress.due is not None:
        return (progress.due,)
    return _extended(task.deadline.due, progress) if progress.moved else task.deadline.due


@lru_cache(maxsize=4096)
def rhythm_dates(recur: str, span: Span, last: date) -> tuple[date, ...]:
    """The dates of a rhythm within a plan's days up to a day, ascending."""
    end = min(span.last, last)
    if end < span.first:
        return ()
    return tuple(sorted({day for rule in _rules(recur) for day in occurrences(rule, span.first, end)}))


def _extended(dates: tuple[date, ...], progress: Progress) -> tuple[date, ...]:
    if not progress.moved:
        return dates
    moved = dict(progress.moved)
    return tuple(sorted({moved.get(day, day) for day in dates}))


@lru_cache(maxsize=4096)
def _rules(recur: str | None) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules_of(recur) if rule.stated)
