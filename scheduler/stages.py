"""Which stage of reminding a due date has reached.

What is overdue is said of all dates on the same days (Mondays, where it is said once a week), so that a unit hears of
it together.

Stages are states that are passed through, not days to be met: asked on any day, the latest stage whose day has come is
the one that holds, whatever was missed before. A stage's rank grows with time: "said already" is one comparison.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from scheduler.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that has been reached.

    Args:
        rank: -7 is seven days before the date, 0 the day itself, 1 the first reminder after it, 2 its repetition.
        day: the working day on which it was reached.
    """

    rank: int
    day: date

    @property
    def name(self) -> str:
        """How the stage is written in the ledger: "7", "0", "+1"."""
        return stage_name(self.rank)


def stage_name(rank: int) -> str:
    """A stage in words for the ledger: days before the date, or the number of the reminder after it."""
    return f"+{rank}" if rank > 0 else str(-rank)


def stages_reached(
    due: date, today: date, before: Iterable[int], every_days: int, calendar: WorkingCalendar
) -> tuple[Stage, ...]:
    """The stages of a due date whose day has come, the latest last.

    A stage before the date that falls on a day off is reached on the working day before; one after it, on the next.
    """
    days = sorted(set(before), reverse=True)
    found = [Stage(-n, calendar.on_or_before(due - timedelta(days=n))) for n in days]
    reached = found[: bisect_right([stage.day for stage in found], today)]
    day, rank = _shared_day(due, every_days), 1
    while day <= today and (working := calendar.on_or_after(day)) <= today:
        reached.append(Stage(rank, working))
        day, rank = day + timedelta(days=every_days), rank + 1
    return tuple(reached)


def stages_coming(
    due: date, today: date, before: Iterable[int], every_days: int, calendar: WorkingCalendar, until: date
) -> tuple[Stage, ...]:
    """The stages of a due date whose day is after today and not after another day, the latest last."""
    reached = stages_reached(due, until, before, every_days, calendar)
    return tuple(stage for stage in reached if stage.day > today)


def _shared_day(due: date, every_days: int) -> date:
    """The first day after a date that all dates share; the first of all was Monday, 1 January of the year 1."""
    return date.fromordinal((due.toordinal() - 1) // every_days * every_days + 1 + every_days)
