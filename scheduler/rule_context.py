"""What the rules look at: the inputs at one moment, and one task in it with the dates that hold."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from knowledge.deadlines.recurrence import Rule, occurrences, rules_of
from knowledge.library.snapshot import LoadedPlan, Snapshot, make_snapshot
from knowledge.model import Progress, Task
from knowledge.questions.lookup import Lookup, lookup
from knowledge.search.corpus import Field
from knowledge.tasks.dates_in_force import fixed_dates
from knowledge.tasks.entry import Entry
from knowledge.tasks.register import Register, register_of
from knowledge.tasks.standing import settled
from knowledge.tasks.task_index import Rows, index_of
from knowledge.units.keys import unit_key
from scheduler.calendar import WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.directory import Chat, Directory
from scheduler.items import Delivered, Item, Key, Kind
from scheduler.message_load import SPAN, WEEK, Ahead, Coming, coming, week_of
from scheduler.recipients import NOBODY, Recipient, Recipients, Units
from scheduler.settings import Reminders
from scheduler.stages import Stage, stages_coming, stages_reached
from scheduler.wish import Quiet, Wish


@dataclass(frozen=True, slots=True)
class ParkedChat:
    """A chat that could not be reached, with Telegram's words and the ISO time."""

    chat: int
    reason: str
    since: str


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A chat that stands for units and is not let in: since when (ISO), empty where it never was."""

    chat: int
    units: tuple[str, ...]
    since: str = ""


@dataclass(frozen=True, slots=True)
class RefusedMessage:
    """Telegram did not take a message to a chat, the first on that day, with its words."""

    chat: int
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class UncertainMessage:
    """Of messages to a chat it is not known whether they arrived: since when on that day (ISO), how many items, why."""

    chat: int
    at: str
    items: int
    reason: str


@dataclass(frozen=True, slots=True)
class RuleInputs:
    """All that the rules are given but for the ledger and the time.

    Args:
        snapshot: these plans with their index, in which commands look words up; made where there is none.
    """

    plans: Sequence[LoadedPlan]
    directory: Directory
    progress: Mapping[str, Progress] = field(default_factory=dict)
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    settings: Reminders = field(default_factory=Reminders)
    parked: tuple[ParkedChat, ...] = ()
    refused: tuple[RefusedMessage, ...] = ()
    dead: tuple[DeadLink, ...] = ()
    uncertain: tuple[UncertainMessage, ...] = ()
    snapshot: Snapshot | None = field(default=None, repr=False, compare=False)
    wishes: tuple[Wish, ...] = ()
    quiet: tuple[Quiet, ...] = ()
    _tracked: dict[tuple[date, int], "TrackedTask"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The directory knows what the units are called in these plans."""
        roster = index_of(self.plans).roster(self.directory.customs)
        object.__setattr__(self, "directory", replace(self.directory, roster=roster))

    def register(self, today: date) -> Register:
        """How the rows stand on a day."""
        return register_of(self.plans, self.progress, today)

    def tracked(self, rows: Iterable[int], today: date) -> Iterator["TrackedTask"]:
        """Rows as the rules look at them; each is worked out once, however often it is asked for."""
        register = self.register(today)
        for row in map(int, rows):
            found = self._tracked.get((today, row))
            if found is None:
                found = self._tracked[today, row] = tracked_task(register.entry(row))
            yield found

    def lookup(self) -> Lookup:
        """Where words of the plans are looked up, by commands as by questions."""
        return lookup(self.snapshot or make_snapshot(self.plans))

    def holding(self, words: Sequence[str], fields: Collection[Field]) -> Rows:
        """The rows that may say some words."""
        return self.lookup().rows_saying(words, fields)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a task.

    Args:
        before: days before it on which it is reminded.
        until: the next date of a recurring duty, which takes over; None where there is none.
    """

    due: date
    before: tuple[int, ...] | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class TrackedTask:
    """A task with what holds of it now.

    Args:
        plan: number of the plan, or its title or name, as it is cited.
        dates: its dates in one text, to notice a change ("2027-06-30", "recur monthly 15", "").
    """

    ref: str
    stem: str
    source: str
    plan: str
    issuer: str | None
    task: Task
    progress: Progress
    dates: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class RuleContext:
    """The inputs, the ledger and today, with what has been worked out once for all tasks.

    Args:
        stages_for: stages set for a unit or a plan, by the comparable form of its name.
        week, next_week: the first working days of this week and of the next.
        heard: the chats that have been told something before.
        recipients: whom the units of a row reach.
        ahead: what comes up for each unit, noted down while its rows are looked at.
    """

    inputs: RuleInputs
    delivered: Delivered
    now: datetime
    today: date
    stages_for: Mapping[str, tuple[int, ...]]
    week: date
    next_week: date
    heard: frozenset[int]
    recipients: Recipients
    ahead: defaultdict[tuple[Chat, str], Ahead] = field(default_factory=lambda: defaultdict(Ahead))
    _stages: dict[tuple[date, tuple[int, ...]], tuple[Stage, ...]] = field(default_factory=dict)
    _coming: dict[tuple[date, tuple[int, ...], int], Coming] = field(default_factory=dict)

    def stages(self, due: date, before: tuple[int, ...]) -> tuple[Stage, ...]:
        """The stages of a due date that have been reached, the latest last."""
        key = (due, before)
        if key not in self._stages:
            every = self.inputs.settings.overdue_every_days
            self._stages[key] = stages_reached(due, self.today, before, every, self.inputs.calendar)
        return self._stages[key]

    def coming(self, due: date, before: tuple[int, ...], said: int) -> Coming:
        """What comes up of a due date in the days in which messages are counted, but for the stages already said."""
        key = (due, before, said)
        if key not in self._coming:
            settings, calendar = self.inputs.settings, self.inputs.calendar
            until = self.today + timedelta(days=SPAN - 1)
            stages = stages_coming(due, self.today, before, settings.overdue_every_days, calendar, until)
            announced = week_of(due, calendar) if settings.week_ahead and due > self.today else None
            self._coming[key] = coming([stage for stage in stages if stage.rank > said], self.next_week, announced)
        return self._coming[key]

    def before(self, unit: str, stem: str, occurrence: Occurrence) -> tuple[int, ...]:
        """The stages before a date: those of the rhythm, the unit, the plan, or the usual ones."""
        named, chosen = self.stages_for, self.inputs.settings.stages
        if named:
            chosen = named.get(unit_key(unit)) or named.get(unit_key(stem)) or chosen
        if occurrence.before is None:
            return chosen
        return tuple(days for days in chosen if days in occurrence.before)


def rule_context(inputs: RuleInputs, delivered: Delivered, now: datetime) -> RuleContext:
    """The context of a moment."""
    stages_for = {unit_key(name): stages for name, stages in inputs.settings.stages_for.items()}
    today = now.astimezone(VIETNAM).date()
    week, next_week = (week_of(day, inputs.calendar) for day in (today, today + WEEK))
    heard = frozenset({chat for _, _, _, chat in delivered.reached} | {chat for _, chat in delivered.told})
    recipients = Recipients(inputs.directory)
    return RuleContext(inputs, delivered, now, today, stages_for, week, next_week, heard, recipients)


def tracked_tasks(inputs: RuleInputs, today: date) -> Iterator[TrackedTask]:
    """Every task of every plan as it stands on a day."""
    return inputs.tracked(range(len(inputs.register(today))), today)


def tracked_task(entry: Entry) -> TrackedTask:
    """A row of the register as the rules look at it."""
    heading, task = entry.heading, entry.task
    progress = settled(task, entry.progress) if entry.progress.done_for else entry.progress
    names = (entry.stem, entry.source, heading.number or heading.title or entry.stem)
    return TrackedTask(entry.ref, *names, heading.issuer, task, progress, _dates(task, progress), entry)


def occurrences_of(tracked: TrackedTask, today: date, ahead: int) -> tuple[Occurrence, ...]:
    """The dates of a task: those set or printed, or those of its rhythm that lie about today."""
    dates = fixed_dates(tracked.task, tracked.progress)
    if dates:
        return _once_each(dates)
    return tuple(found for rule in _rhythm(tracked.task) for found in _recurring(rule, tracked, today, ahead))


@lru_cache(maxsize=4096)  # many rows have the same dates
def _once_each(dates: tuple[date, ...]) -> tuple[Occurrence, ...]:
    return tuple(Occurrence(due) for due in dates)


def has_date(tracked: TrackedTask) -> bool:
    """Whether it can be told when the task is due."""
    return bool(tracked.dates)


def chairs_of(tracked: TrackedTask, context: RuleContext) -> tuple[Recipient, ...]:
    """Who is told of a row for the units that chair it."""
    return context.recipients.of(leads(tracked), tracked.issuer, "lead")


def leads(tracked: TrackedTask) -> Units:
    """The units that chair a task; where the plan names none, one without a name."""
    return tracked.task.lead or NOBODY


def _rhythm(task: Task) -> tuple[Rule, ...]:
    return rules_of(task.deadline.recur) if task.deadline.recur else ()


def _dates(task: Task, progress: Progress) -> str:
    dates = fixed_dates(task, progress)
    if dates:
        return ",".join(day.isoformat() for day in dates)
    return f"recur {task.deadline.recur}" if _rhythm(task) else ""


def _recurring(rule: Rule, tracked: TrackedTask, today: date, ahead: int) -> Iterator[Occurrence]:
    span, moved = tracked.entry.span, dict(tracked.progress.moved)
    first = max(span.first, today - timedelta(days=rule.length + 31))
    last = min(span.last, today + timedelta(days=ahead + rule.length + 31))
    days = occurrences(rule, first, last) if first <= last else ()
    # a stage before the last third of the period would speak of the next date while this one is still open
    before = tuple(range(rule.length // 3 + 1))
    for day, following in zip_longest(days, days[1:]):
        due = moved.get(day, day)
        past = following is not None and today >= max(following, due)  # the next one has taken over
        if not past and (rule.stated or due >= today):
            yield Occurrence(due, before, following)


def about(tracked: TrackedTask, key: Key, kind: Kind, to: tuple[str, Chat], reached: date, **more: Any) -> Item:  # noqa: ANN401
    """An item about a task, to a chat that stands for a unit; `more` are further fields of the item."""
    return Item(
        key,
        kind,
        to[1],
        to[0],
        reached,
        stem=tracked.stem,
        source=tracked.source,
        plan=tracked.plan,
        task=tracked.task,
        dates=tracked.dates,
        **more,
    )
