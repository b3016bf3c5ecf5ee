"""How many messages a unit gets in thirty days, and in which rhythm it is told what comes up. Pure.

A unit whose messages of any thirty days stay within the limit is reminded on the very days of the stages. A busier one
gets its message on the first working day of a week and on the days on which a row falls due; each lists what comes up
before the next week begins, and what comes up in between waits for the next. Of these the weekly one waits too, where
with it and with the days to come on which a row falls due the limit would be passed. As then perhaps no message comes
before the next row is due, each lists also the rows of that day that the unit has not been shown yet. So no thirty days
hold more than the limit, but for days on which rows fall due and the introduction.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

from scheduler.calendar import WorkingCalendar
from scheduler.stages import Stage

SPAN = 30  # days in which messages are counted
WEEK = timedelta(days=7)


class Rhythm(Enum):
    """How a unit is told today what has come up."""

    BY_STAGE = auto()  # each stage on its day
    JOINED = auto()  # what comes up before the next week begins as well
    WAITING = auto()  # not today


@dataclass(frozen=True, slots=True)
class Ahead:
    """The days after today on which something comes up for a unit, and those of them on which a row falls due."""

    days: set[date] = field(default_factory=set)
    due: set[date] = field(default_factory=set)

    def add(self, coming: "Coming") -> None:
        """Notes down what comes up of one date."""
        self.days.update(coming.days)
        self.due.update(coming.due)

    def next_due(self, today: date) -> date | None:
        """The next day after today on which a row falls due."""
        return min((day for day in self.due if day > today), default=None)


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes up of one date of a row.

    Args:
        near: the stages before the date that come before the next week begins.
        first: the first stage before the date, where that comes later.
    """

    days: frozenset[date]
    due: frozenset[date]
    near: tuple[Stage, ...]
    first: Stage | None


def coming(stages: Sequence[Stage], next_week: date, week_ahead: date | None) -> Coming:
    """What comes up of a date.

    Args:
        stages: those that have not been said.
        next_week: the first working day of the next week.
        week_ahead: the day on which the week of the date is announced, if it is.
    """
    days = {stage.day for stage in stages} | ({week_ahead} if week_ahead else set())
    due = frozenset(stage.day for stage in stages if stage.rank == 0)
    before = tuple(stage for stage in stages if stage.rank < 0)
    near = tuple(stage for stage in before if stage.day < next_week)
    return Coming(frozenset(days), due, near, before[0] if before and due and not near else None)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing to be said to a unit today.

    Args:
        day: on which it came up, the first of the stages that it stands for.
        firm: whether it is said today whatever has been said before.
    """

    day: date
    firm: bool


def rhythm(
    reasons: Sequence[Reason], sent: Collection[date], ahead: Ahead, today: date, week: date, limit: int
) -> Rhythm:
    """How a unit is told what has come up.

    Args:
        sent: the days before today on which it got a message.
        week: the first working day of the week of today.
        limit: how many messages thirty days hold.
    """
    if not reasons or not passes(sent, today, ahead.days, limit):
        return Rhythm.BY_STAGE
    if any(reason.firm for reason in reasons):
        return Rhythm.JOINED
    due_in_week = any(reason.day <= week for reason in reasons)
    return Rhythm.JOINED if due_in_week and not passes(sent, today, ahead.due, limit) else Rhythm.WAITING


def passes(sent: Iterable[date], today: date, coming: Iterable[date], limit: int) -> bool:
    """Whether some thirty days that hold today hold more messages than the limit, with one today."""
    before, after = sorted(day for day in sent if day < today), sorted(day for day in coming if day > today)
    firsts = (today - timedelta(days=n) for n in range(SPAN))
    return any(
        len(before) - bisect_left(before, first) + 1 + bisect_right(after, first + timedelta(days=SPAN - 1)) > limit
        for first in firsts
    )


def week_of(day: date, calendar: WorkingCalendar) -> date:
    """The first working day of a day's week."""
    return calendar.on_or_after(day - timedelta(days=day.weekday()))
