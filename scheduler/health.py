"""How the bot is, as one value, and which of it an admin has to know. Pure.

The same value is shown by /suckhoe, served as metrics and at the health address, and looked at for troubles.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from scheduler.counters import Mark, Marked

LATE_PASSES = 3  # passes that may be missed before the last one counts as late
LATE_AT_LEAST = timedelta(hours=1)  # a pass that sends a thousand messages takes its time
BACKUP_EVERY = timedelta(hours=36)  # one a day, and a night on which the machine was off
LEAST_FREE = 0.05  # of the disk
LEAST_FREE_BYTES = 1 << 30
PERHAPS_KEPT = timedelta(days=7)  # admins are told of each by the reminders


class Trouble(StrEnum):
    """What admins are told of, once when it begins and once when it is over."""

    PASS_LATE = "pass_late"  # noqa: S105 - a pass of the reminders
    DISK = "disk"
    BACKUP = "backup"
    INTEGRITY = "integrity"


@dataclass(frozen=True, slots=True)
class Disk:
    """The disk of the data folder, in bytes."""

    free: int = 0
    total: int = 0
    database: int = 0
    journal: int = 0

    @property
    def is_filling(self) -> bool:
        """Whether there is little room left: by share and by size, so that neither a small nor a huge disk nags."""
        return self.total > 0 and self.free < LEAST_FREE * self.total and self.free < 5 * LEAST_FREE_BYTES


@dataclass(frozen=True, slots=True)
class Index:
    """What is answered from.

    Args:
        by_meaning: whether rows are found by what they mean, too; `unread`: rows that wait for it.
    """

    plans: int = 0
    rows: int = 0
    by_meaning: bool = False
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Health:
    """The bot at one moment.

    Args:
        started: when this process began.
        every: how often a pass is to be.
        marks: when the last pass, backup and check of the data base were; a mark of a pass has what it left over.
        answers, sends: of today by outcome: how many, and the seconds that answers took in all.
        parked: chats that cannot be reached; `unsure`: messages of the last days that perhaps arrived.
        elsewhere: whether the data are on a server that others back up.
        versions: of the program and of what it stands on, by name.
    """

    now: datetime
    started: datetime
    every: timedelta = timedelta(minutes=15)
    marks: Mapping[Marked, Mark] = field(default_factory=dict)
    answers: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    sends: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    parked: int = 0
    unsure: int = 0
    index: Index = field(default_factory=Index)
    disk: Disk = field(default_factory=Disk)
    elsewhere: bool = False
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def backlog(self) -> int:
        """Messages that the last pass could not get out."""
        last = self.marks.get(Marked.PASS)
        return last.number if last else 0

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is wrong now."""
        wrong = {
            Trouble.PASS_LATE: self._silent_for(Marked.PASS) > max(LATE_AT_LEAST, LATE_PASSES * self.every),
            Trouble.DISK: self.disk.is_filling,
            Trouble.BACKUP: not self.elsewhere and self._backup_is_missing,
            Trouble.INTEGRITY: not self._well(Marked.INTEGRITY),
        }
        return tuple(trouble for trouble, is_so in wrong.items() if is_so)

    @property
    def _backup_is_missing(self) -> bool:
        return not self._well(Marked.BACKUP) or self._silent_for(Marked.BACKUP) > BACKUP_EVERY

    def _well(self, name: Marked) -> bool:
        return name not in self.marks or self.marks[name].well

    def _silent_for(self, name: Marked) -> timedelta:
        """How long nothing of a kind has gone well; a bot that has just started is given its time."""
        last = self.marks.get(name)
        return self.now - max(self.started, last.at if last else self.started)
