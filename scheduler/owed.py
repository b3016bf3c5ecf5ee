"""The memory of answers of which nobody knows whether they arrived: what was asked, and the message as it was sent.

Each is said once more when the line works again. It is claimed before that and forgotten afterwards, so that a bot that
is killed in between does not say it a third time. It is kept for two days and no longer than until it is said.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.storage import Place, open_storage

migrations = Migrations("scheduler.owed")
KEPT = timedelta(days=2)
WHAT = "the answers that perhaps arrived"

Keyboard = tuple[tuple[tuple[str, str], ...], ...]  # rows of buttons, each (label, data)


@migrations()
def owed(db: sqlite_utils.Database) -> None:
    """One row for each message that is to be said once more; `claimed` when that has begun."""
    asked: dict[str, Any] = {"chat": int, "thread": int, "user": int, "message": int, "asked": str}
    said = {"html": str, "keyboard": str, "claimed": int}
    db.table("owed").create({"id": int, "at": str, **asked, **said}, pk="id")


@migrations()
def standing(db: sqlite_utils.Database) -> None:
    """As what whoever asked stood then; of those before nobody knows it."""
    db.table("owed").add_column("standing", str, not_null_default="")


@dataclass(frozen=True, slots=True)
class Owed:
    """An answer that perhaps arrived.

    Args:
        at: when it was asked.
        thread: the topic of a forum; None is General.
        user: who asked, None for an anonymous admin of a group; `message` (0 where the group has moved) and `asked`
            are the question's.
        standing: as what they stood when it was made (`Judged.standing`).
        number: in the store.
    """

    at: datetime
    chat: int
    thread: int | None
    user: int | None
    message: int
    asked: str
    html: str
    keyboard: Keyboard = ()
    standing: str = ""
    number: int = 0


class OwedStore:
    """The owed answers in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def keep(self, answers: Iterable[Owed]) -> tuple[Owed, ...]:
        """Keeps answers; each with its number."""
        with self._database.writing() as db:
            return tuple(
                replace(one, number=cast("int", db.table("owed").insert(_row(one)).last_pk)) for one in answers
            )

    def forget(self, numbers: Iterable[int]) -> None:
        """They are not said any more."""
        with self._database.writing() as db:
            db.conn.executemany("delete from owed where id = ?", [(number,) for number in numbers])

    def claim(self, number: int) -> bool:
        """It is about to be said; False where that began before."""
        with self._database.writing() as db:
            return db.execute("update owed set claimed = 1 where id = ? and claimed = 0", [number]).rowcount > 0

    def release(self, number: int) -> None:
        """It was not said."""
        with self._database.writing() as db:
            db.execute("update owed set claimed = 0 where id = ?", [number])

    def move(self, old: int, new: int) -> None:
        """A group has a new id, and its messages have no numbers there."""
        with self._database.writing() as db:
            db.execute("update owed set chat = ?, message = 0 where chat = ?", [new, old])

    def recover(self, now: datetime) -> tuple[Owed, ...]:
        """What is still to be said, for the process that holds the lock.

        What a bot before was saying when it died was perhaps said; that and what is old is forgotten.
        """
        with self._database.writing() as db:
            old = (now - KEPT).isoformat(timespec="seconds")
            db.execute("delete from owed where claimed = 1 or at < ?", [old])
        return tuple(readable(self._database.rows("select * from owed order by id"), _owed, WHAT))


def _row(one: Owed) -> dict[str, Any]:
    return {
        "at": one.at.isoformat(timespec="seconds"), "chat": one.chat, "thread": one.thread, "user": one.user,
        "message": one.message, "asked": one.asked, "html": one.html, "keyboard": json.dumps(one.keyboard),
        "standing": one.standing, "claimed": 0,
    }  # fmt: skip


def _owed(row: Mapping[str, Any]) -> Owed:
    keyboard = tuple(tuple((str(label), str(data)) for label, data in line) for line in json.loads(row["keyboard"]))
    return Owed(
        datetime.fromisoformat(row["at"]),
        int(row["chat"]),
        row["thread"] or None,
        None if row["user"] is None else int(row["user"]),
        int(row["message"]),
        str(row["asked"]),
        str(row["html"]),
        keyboard,
        str(row["standing"]),
        int(row["id"]),
    )
