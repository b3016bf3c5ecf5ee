"""One row as it stands today: its dates in force, each with its state, and its own state, the worst that is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from knowledge.identity import LoadedPlan
from knowledge.model import DeadlineKind, Heading, Progress, State, Task
from knowledge.tasks.dates_in_force import Span, all_dates, has_several, span_of
from knowledge.tasks.standing import CLOSED, plan_says


class Blank(StrEnum):
    """A cell that the plan leaves empty; the rows that lack it are a group of their own."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    RESULT = "result"
    DEADLINE = "deadline"  # nothing is printed and no date was set
    OBJECTIVE = "objective"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date in force of a row, and how the row stands for it."""

    due: date
    state: State

    @property
    def open(self) -> bool:
        """Whether something is left to do for it."""
        return self.state not in CLOSED


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it stands today.

    Args:
        row: its number among all rows of the register.
        loaded: its plan.
        progress: what was reported of it; a state that the plan's own column gives counts as a report.
        occurrences: its dates in force, ascending; of a rhythm all since the plan began and those of the next year.
        state: the worst of its open occurrences, or how it was closed.
        past: whether its plan is for years that are over; a lack of reports is then said softly.
    """

    row: int
    ref: str
    loaded: LoadedPlan
    task: Task
    progress: Progress
    occurrences: tuple[Occurrence, ...]
    state: State
    past: bool
    span: Span

    @property
    def stem(self) -> str:
        """The name of its plan in the library."""
        return self.loaded.stem

    @property
    def source(self) -> str:
        """The file name of its plan."""
        return self.loaded.plan.source

    @property
    def heading(self) -> Heading:
        """What the head of its plan says: office, number, years."""
        return self.loaded.plan.heading

    @property
    def office(self) -> str | None:
        """The office whose plan it is."""
        return self.heading.issuer

    @property
    def years(self) -> tuple[int, ...]:
        """The years that its plan is for."""
        return self.heading.years

    @property
    def closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in CLOSED

    @property
    def open(self) -> tuple[Occurrence, ...]:
        """The occurrences for which something is left to do; none where the row is closed."""
        return () if self.closed else tuple(occurrence for occurrence in self.occurrences if occurrence.open)

    @property
    def due(self) -> date | None:
        """The date that counts: the earliest open one, None where there is none."""
        return None if self.closed else next((one.due for one in self.occurrences if one.open), None)

    @property
    def dated(self) -> bool:
        """Whether it can be told when it is due."""
        return bool(self.occurrences)

    @property
    def several(self) -> bool:
        """Whether its dates are reported, and extended, one by one."""
        return has_several(self.task, self.progress)

    def within(self, spans: Sequence[tuple[date, date]]) -> tuple[Occurrence, ...]:
        """Its dates in some times, by their first and last days."""
        return tuple(o for o in self.occurrences if any(first <= o.due <= last for first, last in spans))

    def state_within(self, spans: Sequence[tuple[date, date]]) -> State:
        """The worst state of its dates in some times; its own state where it has none in them."""
        found = self.within(spans)
        return state_of(self.progress, found) if found else self.state

    def narrowed(self, spans: Sequence[tuple[date, date]]) -> "Entry":
        """The row as it stands for its dates in some times alone."""
        if not self.several:
            return self
        return replace(self, occurrences=self.within(spans), state=self.state_within(spans))

    def first_within(self, spans: Sequence[tuple[date, date]]) -> Occurrence | None:
        """The first date in some times for which something is left to do, else the first of them."""
        found = self.within(spans)
        return next((o for o in found if o.open), next(iter(found), None))

    def on(self, due: date) -> State:
        """The state for one of its dates; its own state where it has no such date."""
        return next((occurrence.state for occurrence in self.occurrences if occurrence.due == due), self.state)


def blanks_of(task: Task) -> frozenset[Blank]:
    """The cells of a row that the plan leaves empty."""
    empty = {
        Blank.LEAD: not task.lead,
        Blank.COORDINATE: not task.coordinate,
        Blank.RESULT: not task.result,
        Blank.DEADLINE: task.deadline.kind is DeadlineKind.NONE,
        Blank.OBJECTIVE: not task.objective,
    }
    return frozenset(blank for blank, is_so in empty.items() if is_so)


def make_entry(at: tuple[int, int], loaded: LoadedPlan, progress: Progress, today: date, span: Span) -> Entry:
    """A row as it stands on a day.

    Args:
        at: its number among all rows, and its position in its plan.
        span: the days that its plan is for.
    """
    row, item = at
    task = with_given_lead(loaded.plan.tasks[item], progress)
    reported = with_plan_column(task, progress)
    occurrences = _occurrences(task, reported, span, today)
    state = state_of(reported, occurrences)
    past = is_past(loaded.plan.heading, today)
    return Entry(row, loaded.task_refs[item], loaded, task, reported, occurrences, state, past, span)


def with_given_lead(task: Task, progress: Progress) -> Task:
    """A row with the units that an admin gave it to, where the plan names none."""
    return replace(task, lead=progress.lead) if progress.lead and not task.lead else task


def standing(task: Task, progress: Progress, heading: Heading, today: date) -> tuple[State, Progress]:
    """The state of a row on a day, and the report that says so, by the head of its plan."""
    reported = with_plan_column(task, progress)
    return state_of(reported, _occurrences(task, reported, span_of(heading, today), today)), reported


def is_past(heading: Heading, today: date) -> bool:
    """Whether the years of a plan are over."""
    return bool(heading.years) and heading.years[-1] < today.year


def _occurrences(task: Task, reported: Progress, span: Span, today: date) -> tuple[Occurrence, ...]:
    days = all_dates(task, reported, span, span.horizon(today))
    return tuple(_occurrence(day, state_on(task, reported, day, today)) for day in days)


@lru_cache(maxsize=8192)  # many rows have the same date and state
def _occurrence(due: date, state: State) -> Occurrence:
    return Occurrence(due, state)


def with_plan_column(task: Task, progress: Progress) -> Progress:
    """What was reported, where the plan's own column reports a state and nobody has reported another since."""
    said = plan_says(task.status) if task.status and progress.when is None else None
    if said is None or progress.state is not State.NOT_STARTED:
        return progress
    return replace(progress, state=said)


def state_on(task: Task, progress: Progress, due: date, today: date) -> State:
    """The state of a row for one of its dates."""
    reported = _reported_for(task, progress, due)
    if reported is not None:
        return reported
    if progress.state is State.EXTENSION_ASKED and progress.asked_for in {None, due}:
        return State.EXTENSION_ASKED
    if due < today:
        return State.OVERDUE
    return State.IN_PROGRESS if progress.state in CLOSED | {State.EXTENSION_ASKED} else progress.state


def state_of(progress: Progress, occurrences: tuple[Occurrence, ...]) -> State:
    """The state of a row by those of its dates: the worst that is open, else the worst way in which one was closed.

    More time that is asked for holds for the whole row until it is decided.
    """
    found = {occurrence.state for occurrence in occurrences}
    if progress.state is State.EXTENSION_ASKED and (not found or found - CLOSED):
        return State.EXTENSION_ASKED
    if len(found) == 1:  # nearly always
        return occurrences[0].state
    order = _WORST_OPEN if found - CLOSED else _WORST_CLOSED
    return next((state for state in order if state in found), progress.state)


_WORST_OPEN = (State.OVERDUE, State.EXTENSION_ASKED, State.IN_PROGRESS, State.NOT_STARTED)
_WORST_CLOSED = (State.DONE_LATE, State.DONE_ON_TIME, State.NOT_APPLICABLE)


def _reported_for(task: Task, progress: Progress, due: date) -> State | None:
    """How one of a row's dates was closed, None where it is open."""
    whole = progress.state if progress.state in CLOSED else None
    if not has_several(task, progress):  # its date may have moved since it was reported
        return whole
    reported = dict(progress.done).get(due)
    if reported is None and progress.done_for == due:
        return whole or State.DONE_ON_TIME
    return whole if reported is None and progress.done_for is None else reported
