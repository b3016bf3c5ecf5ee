"""The memory of what people want for themselves: reminders of rows, and quiet for a while."""

from datetime import date, datetime

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.storage import Place, open_storage
from scheduler.wish import Quiet, Wish

migrations = Migrations("scheduler.wishes")
WHAT = "own reminders"


@migrations()
def wishes_and_quiet(db: sqlite_utils.Database) -> None:
    """One row for each person, task and number of days before its date; who is quiet until when."""
    db.table("wishes").create({"user": int, "ref": str, "before": int, "at": str}, pk=("user", "ref", "before"))
    db.table("quiet").create({"user": int, "until": str}, pk="user")


class WishStore:
    """Wishes in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def all(self) -> tuple[Wish, ...]:
        """Every wish, by person and task."""
        rows = self._database.tuples("select user, ref, before from wishes order by user, at, ref, before desc")
        found: dict[tuple[int, str], list[int]] = {}
        for user, ref, before in rows:
            found.setdefault((user, ref), []).append(before)
        return tuple(Wish(user, ref, tuple(days)) for (user, ref), days in found.items())

    def of(self, user: int) -> tuple[Wish, ...]:
        """The wishes of one person, the oldest first."""
        return tuple(wish for wish in self.all() if wish.user == user)

    def wish(self, user: int, ref: str, before: int, now: datetime) -> bool:
        """Wants to be reminded of a task so many days before its dates; False where that was wanted already."""
        row = {"user": user, "ref": ref, "before": before, "at": now.isoformat(timespec="seconds")}
        with self._database.writing() as db:
            held = db.execute("select count(*) from wishes").fetchone()[0]
            db.table("wishes").insert(row, ignore=True)
            return bool(db.execute("select count(*) from wishes").fetchone()[0] > held)

    def drop(self, user: int, ref: str, before: int | None = None) -> bool:
        """Wants it no more, of one stage or of all; False where nothing was wanted."""
        which = "" if before is None else " and before = ?"
        values = [user, ref, *([] if before is None else [before])]
        with self._database.writing() as db:
            return db.execute(f"delete from wishes where user = ? and ref = ?{which}", values).rowcount > 0  # noqa: S608 - own words

    def forget(self, user: int) -> int:
        """Nothing of a person is kept; how many wishes there were."""
        with self._database.writing() as db:
            db.execute("delete from quiet where user = ?", [user])
            return db.execute("delete from wishes where user = ?", [user]).rowcount

    def quiet(self) -> tuple[Quiet, ...]:
        """Who wants to hear nothing, until when."""
        rows = self._database.tuples("select user, until from quiet order by user")
        return tuple(readable(rows, lambda row: Quiet(row[0], date.fromisoformat(row[1])), WHAT))

    def be_quiet(self, user: int, until: date | None) -> None:
        """Wants to hear nothing up to a day, or to hear again (None)."""
        with self._database.writing() as db:
            db.execute("delete from quiet where user = ?", [user])
            if until:
                db.table("quiet").insert({"user": user, "until": until.isoformat()})
