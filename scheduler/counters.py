"""What is counted: one store behind /suckhoe, /thongke and the metrics, so that all three say the same.

Counts are kept by day; no word of what was asked, and of a person the number alone. What is counted waits in memory and
is written together every few seconds, so that no question waits for the disk; a crash loses those seconds of counts and
nothing else. Beside the counts stand marks: when something last happened, and how it went.
"""

import logging
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.errors import BusyError, StorageError
from knowledge.storage import Place, open_storage

log = logging.getLogger(__name__)
migrations = Migrations("scheduler.counters")
PEOPLE_KEPT = timedelta(days=365)  # who asked how often; the counts without people stay


@migrations()
def counters_and_marks(db: sqlite_utils.Database) -> None:
    """One row for each day and thing counted; one for each thing that happens again and again."""
    key: dict[str, Any] = {"day": str, "name": str, "label": str}
    db.table("counters").create({**key, "count": int, "seconds": float}, pk=("day", "name", "label"))
    db.table("marks").create({"name": str, "at": str, "well": int, "words": str, "number": int}, pk="name")


@migrations()
def troubles(db: sqlite_utils.Database) -> None:
    """The troubles that admins were told of and that are not over."""
    db.table("troubles").create({"name": str, "since": str}, pk="name")


class Counted(StrEnum):
    """What is counted."""

    ANSWER = "answer"  # by outcome, with the seconds that it took
    PERSON = "person"  # questions by person (their number)
    UNIT = "unit"  # questions by unit
    ASKED_IN = "asked_in"  # strangers who asked to be let in, by their number
    TURNED_AWAY = "turned_away"  # what strangers said or pressed, by their number or their group's
    SEND = "send"  # messages by what became of them
    REMINDER = "reminder"  # those of them that reminded


class Answered(StrEnum):
    """What became of a question."""

    SURE = "answered"
    TENTATIVE = "tentative"
    REFUSED = "refused"
    FAILED = "failed"


class Marked(StrEnum):
    """What happens again and again."""

    PASS = "pass"  # noqa: S105 - a pass of the reminders
    BACKUP = "backup"
    INTEGRITY = "integrity"
    STRANGERS = "strangers"  # the note to admins about them


OF_PEOPLE = (Counted.PERSON, Counted.ASKED_IN, Counted.TURNED_AWAY)  # labels are numbers of people


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was counted on a day, and how long it took in all."""

    day: date
    name: Counted
    label: str
    count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Mark:
    """When something last happened.

    Args:
        well: whether it went well; `words` says what went wrong.
        number: what is left over of it, by its kind.
    """

    at: datetime
    well: bool = True
    words: str = ""
    number: int = 0


class CounterStore:
    """The counters in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)
        self._lock = threading.Lock()  # held for moments only: who counts waits for no disk
        self._writing = threading.Lock()  # what one writes nobody else writes, or adds to what is written already
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._seconds: dict[tuple[str, str, str], float] = defaultdict(float)

    def close(self) -> None:
        """Closes the database; what was counted last is written first, where that can be: an end waits for nothing."""
        try:
            self.flush()
        except (BusyError, StorageError) as error:
            log.warning("what was counted last is not written down: %(error)s", {"error": error})
        finally:
            self._database.close()

    def count(self, name: Counted, label: str, day: date, seconds: float = 0.0) -> None:
        """Counts one; it is written with the next `flush`."""
        key = (day.isoformat(), str(name), label)
        with self._lock:
            self._counts[key] += 1
            self._seconds[key] += seconds

    def flush(self) -> None:
        """Writes down what was counted.

        Raises:
            BusyError: another process writes; what was counted stays and is written the next time.
        """
        with self._writing:
            with self._lock:
                counts, seconds = dict(self._counts), dict(self._seconds)
            if not counts:
                return
            with self._database.writing() as db:
                db.conn.executemany(_ADD, [(*key, count, seconds[key]) for key, count in counts.items()])
            with self._lock:
                self._counts.subtract(counts)
                self._counts = +self._counts
                self._seconds = defaultdict(float, {k: self._seconds[k] - seconds.get(k, 0.0) for k in self._counts})

    def tallies(self, since: date | None = None, *names: Counted) -> tuple[Tally, ...]:
        """What was counted from a day on (all where none is given), of these names or of all, by day."""
        first = since.isoformat() if since else ""
        sql = "select day, name, label, count, seconds from counters where day >= ?"
        with self._writing:
            found = {(day, name, label): (n, s) for day, name, label, n, s in self._database.tuples(sql, [first])}
            with self._lock:
                for key, count in self._counts.items():
                    before = found.get(key, (0, 0.0))
                    if key[0] >= first:
                        found[key] = (before[0] + count, before[1] + self._seconds[key])
        return tuple(
            Tally(date.fromisoformat(day), Counted(name), label, count, seconds)
            for (day, name, label), (count, seconds) in sorted(found.items())
            if name in set(names or Counted)
        )

    def mark(self, name: Marked, at: datetime, *, well: bool = True, words: str = "", number: int = 0) -> None:
        """Notes that something has happened."""
        row = {"name": str(name), "at": at.isoformat(timespec="seconds"), "well": int(well), "words": words}
        with self._database.writing() as db:
            db.table("marks").insert({**row, "number": number}, replace=True)

    def marks(self) -> dict[Marked, Mark]:
        """When each thing last happened; what never did is left out."""
        rows = self._database.tuples("select name, at, well, words, number from marks")
        return {
            Marked(name): Mark(datetime.fromisoformat(at), bool(well), words, number)
            for name, at, well, words, number in rows
            if name in set(Marked)
        }

    def told(self) -> frozenset[str]:
        """The troubles that admins were told of and that are not over."""
        return frozenset(name for (name,) in self._database.tuples("select name from troubles"))

    def tell(self, begun: Iterable[str], over: Iterable[str], now: datetime) -> None:
        """Admins were told that these troubles have begun, and those are over."""
        since = now.isoformat(timespec="seconds")
        with self._database.writing() as db:
            db.table("troubles").insert_all(({"name": str(name), "since": since} for name in begun), ignore=True)
            db.conn.executemany("delete from troubles where name = ?", [(str(name),) for name in over])

    def forget(self, users: Iterable[int] = (), before: date | None = None) -> None:
        """Forgets how often these people have asked, and who asked before a day; also what is not written down yet."""
        gone = {str(user) for user in users}
        self.flush()
        with self._database.writing() as db:
            for name in OF_PEOPLE:
                for label in gone:
                    db.execute("delete from counters where name = ? and label = ?", [name, label])
                if before:
                    db.execute("delete from counters where name = ? and day < ?", [name, before.isoformat()])


def total(tallies: Iterable[Tally], name: Counted) -> dict[str, tuple[int, float]]:
    """The counts and seconds of one name by label, most first."""
    found: dict[str, tuple[int, float]] = {}
    for tally in tallies:
        if tally.name is name:
            count, seconds = found.get(tally.label, (0, 0.0))
            found[tally.label] = (count + tally.count, seconds + tally.seconds)
    return dict(sorted(found.items(), key=lambda entry: (-entry[1][0], entry[0])))


_ADD = (
    "insert into counters (day, name, label, count, seconds) values (?, ?, ?, ?, ?) on conflict (day, name, label) "
    "do update set count = counters.count + excluded.count, seconds = counters.seconds + excluded.seconds"
)
