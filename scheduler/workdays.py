"""The memory of the days that admins set off or set to work."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.storage import Place, open_storage
from scheduler.calendar import WorkingCalendar
from scheduler.settings import Reminders

migrations = Migrations("scheduler.workdays")
SATURDAY = 5


@migrations()
def days(db: sqlite_utils.Database) -> None:
    """One row for each day that somebody set."""
    db.table("workdays").create({"day": str, "works": int, "note": str, "who": str, "at": str}, pk="day")


@dataclass(frozen=True, slots=True)
class SetDay:
    """A day that is off (`works` is False) or a working day, whatever the usual calendar says."""

    day: date
    works: bool
    note: str = ""
    who: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class UnusualDay:
    """A day that is not as its weekday says: set by somebody (`set_by` is how), a holiday, or a swapped day."""

    day: date
    works: bool
    why: str
    set_by: SetDay | None = None


def unusual_days(days: Iterable[SetDay], calendar: WorkingCalendar, first: date, last: date) -> Iterator[UnusualDay]:
    """The days between two that are not as usual, ascending."""
    held = {day.day: day for day in days}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        works, name, one = calendar.is_working(day), calendar.name_of(day), held.get(day)
        if one is not None:
            yield UnusualDay(day, one.works, one.note, one)
        elif name or (day.weekday() >= SATURDAY and works):
            yield UnusualDay(day, works, name)


class WorkdayStore:
    """The days in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def set(self, day: date, *, works: bool, note: str = "", who: str = "", now: datetime) -> None:
        """Sets a day off or to work; the last word holds."""
        at = now.isoformat(timespec="seconds")
        row = {"day": day.isoformat(), "works": int(works), "note": note, "who": who, "at": at}
        with self._database.writing() as db:
            db.table("workdays").insert(row, replace=True)

    def put(
        self, days: Mapping[date, bool | None], *, note: str = "", who: str = "", now: datetime
    ) -> dict[date, bool | None]:
        """Sets days off (False), to work (True) or as usual (None), all or none of them; how they were before."""
        at = now.isoformat(timespec="seconds")
        with self._database.writing() as db:
            held = {row[0]: bool(row[1]) for row in db.execute("select day, works from workdays")}
            for day, works in days.items():
                db.execute("delete from workdays where day = ?", [day.isoformat()])
                if works is not None:
                    row = {"day": day.isoformat(), "works": int(works), "note": note, "who": who, "at": at}
                    db.table("workdays").insert(row)
        return {day: held.get(day.isoformat()) for day in days}

    def unset(self, day: date) -> bool:
        """Lets the usual calendar hold again for a day; False where nothing was set."""
        with self._database.writing() as db:
            return db.execute("delete from workdays where day = ?", [day.isoformat()]).rowcount > 0

    def all(self) -> tuple[SetDay, ...]:
        """The days that were set, ascending."""
        rows = self._database.rows("select * from workdays order by day")
        return tuple(readable(rows, _day, "the working days"))

    def calendar(self, settings: Reminders) -> WorkingCalendar:
        """The working days and quiet hours that hold."""
        quiet_from, quiet_until = settings.quiet_times
        days = self.all()
        return WorkingCalendar(
            off=frozenset(day.day for day in days if not day.works),
            work=frozenset(day.day for day in days if day.works),
            quiet_from=quiet_from,
            quiet_until=quiet_until,
        )


def _day(row: dict[str, Any]) -> SetDay:
    note, who, at = (str(row[name] or "") for name in ("note", "who", "at"))
    return SetDay(date.fromisoformat(row["day"]), bool(row["works"]), note, who, at)
