"""What is due to be said, one thing to one chat: the unit of account of the ledger.

An item's key (task, date, series and rank within the series, chat) is said once. A series is a row of stages of which
the later one stands for the earlier: the reminders of one due date, the months of a list, the versions of a moved date.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.model import State, Task
from scheduler.directory import Chat
from scheduler.stages import stage_name

NEVER = -(10**9)


class Kind(StrEnum):
    """What a message is about; each kind is a digest of its own."""

    INTRODUCTION = "introduction"  # to a unit: the first message, with figures
    UPCOMING = "upcoming"
    OVERDUE = "overdue"
    MOVED = "moved"
    LEADER = "leader"
    OFFICE = "office"
    UNLINKED = "unlinked"  # to the admins: due, but the unit has no chat
    OWNERLESS = "ownerless"  # to the admins: due, but the plan names no unit that chairs it
    ONGOING = "ongoing"
    WEEK = "week"
    MONTH = "month"  # the report of the month, to leaders and admins
    UNDATED = "undated"  # to the admins: rows without a date
    EXTENSION = "extension"  # to the admins: more time is asked for
    PARKED = "parked"  # to the admins: a chat cannot be reached
    REFUSED = "refused"  # to the admins: Telegram did not take a message
    UNCERTAIN = "uncertain"  # to the admins: it is not known whether a message arrived
    OWN = "own"  # to a person who wanted to be reminded of a row


TO_UNITS = frozenset({Kind.INTRODUCTION, Kind.UPCOMING, Kind.OVERDUE, Kind.MOVED, Kind.ONGOING, Kind.WEEK})
TO_OFFICE = frozenset(  # in one digest a day; a request for more time is not, because a unit waits for its answer
    {Kind.OFFICE, Kind.UNLINKED, Kind.OWNERLESS, Kind.UNDATED, Kind.PARKED, Kind.REFUSED, Kind.UNCERTAIN}
)
OFFICE_DIGEST = "*office"  # what the ledger calls it where a unit's digest has the unit


class StageSeries(StrEnum):
    """A row of stages in which a later one stands for the earlier."""

    DUE = "due"
    MOVED = "moved"
    LATER = "later"
    LEADER = "leader"
    OFFICE = "office"
    ONGOING = "ongoing"
    WEEK = "week"
    MONTH = "month"
    UNDATED = "undated"
    EXTENSION = "extension"
    PARKED = "parked"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    INTRODUCTION = "introduction"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Key:
    """What an item is known by in the ledger.

    Args:
        ref: the task, or "unit:…", "chat:…" for what is not about one task.
        due: the date that it is about.
        rank: grows with time within the series.
    """

    ref: str
    due: date
    series: StageSeries
    rank: int
    chat: int

    @property
    def series_key(self) -> "SeriesKey":
        """The series of this task, date and chat."""
        return (self.ref, self.due.toordinal(), self.series, self.chat)

    @property
    def stage(self) -> str:
        """The stage in words for the ledger."""
        return stage_name(self.rank) if self.series is StageSeries.DUE else f"{self.series} {self.rank}"


SeriesKey = tuple[str, int, str, int]


def line_name(unit: str) -> str:
    """What the line of a unit is called, or that of the rows that are given to nobody."""
    return unit or "Chưa giao đơn vị chủ trì"


@dataclass(frozen=True, slots=True)
class Figures:
    """How many tasks of a unit are in which state; those that no unit chairs are a group without a name.

    Args:
        shared, prose: rows that are not counted among them: given to several units, and duties of running text.
        beside_overdue: how many of those are overdue.
    """

    unit: str
    counts: Mapping[State, int]
    shared: int = 0
    prose: int = 0
    beside_overdue: int = 0

    @property
    def name(self) -> str:
        """The group as it is shown."""
        return line_name(self.unit)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be said to one chat.

    Args:
        reached: the working day on which it was due to be said; it is late on any day after.
        since: the same of the first stage that it stands for, where that is another.
        skipped: ranks of the same series that were due and never said; this one stands for them.
        role: "lead" or "coordinate".
        source: file name of the plan; `plan`: its number or name, as it is cited.
        dates: all dates of the task that hold now, as `told` keeps them.
        before: the dates that this chat was told before, where they have changed.
        final: whether no other stage comes before the date itself.
        listed: whether the row stands in the message; else it is only counted there.
        joins: whether its day is still to come: it is said only in a message of a busy unit that goes out anyway.
        number: of the row in its message, once that is made.
    """

    key: Key
    kind: Kind
    chat: Chat
    unit: str
    reached: date
    late: bool = False
    skipped: tuple[int, ...] = ()
    role: str = "lead"
    stem: str = ""
    source: str = ""
    plan: str = ""
    task: Task | None = None
    dates: str = ""
    before: str = ""
    figures: Figures | None = None
    words: str = ""
    final: bool = False
    listed: bool = True
    joins: bool = False
    number: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class ToldDates:
    """The dates that a chat was last told of a task, and how often they have changed since the first."""

    dates: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Delivered:
    """What the ledger knows when a pass begins.

    Args:
        reached: the highest rank said in each series.
        told: by task and chat.
        escalated: the day on which the leader was told of a task's date, by (ref, ordinal of the date).
        first: ISO time at which a date of a task was first listed to a chat, by (ref, ordinal of the date, chat).
        complete: the day of the last message to a unit, where nothing of it is left to send, by (chat, unit).
        days: the days of the messages to a unit in the last month and more, by (chat, unit).
    """

    reached: Mapping[SeriesKey, int] = field(default_factory=dict)
    told: Mapping[tuple[str, int], ToldDates] = field(default_factory=dict)
    escalated: Mapping[tuple[str, int], date] = field(default_factory=dict)
    first: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    complete: Mapping[tuple[int, str], date] = field(default_factory=dict)
    days: Mapping[tuple[int, str], frozenset[date]] = field(default_factory=dict)

    def is_new(self, key: Key) -> bool:
        """Whether neither this nor a later stage of its series has been said."""
        return key.rank > self.reached.get(key.series_key, NEVER)
