"""The memory of the updates that were taken from Telegram and of those that are finished.

Telegram forgets an update as soon as it was fetched, or brings it again where it is not sure. So what was taken is
written down first: what a killed bot had not finished is done after the restart, what is finished is not done again.
A finished update keeps its number and a digest, no word of it. Nothing is given up in silence: what was begun too often
or has waited too long is handed over for an apology, and once more by the next bot where this one did not survive that.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.storage import Place, open_storage

migrations = Migrations("scheduler.updates")
OPEN, FINISHED, GIVEN_UP, GIVEN_UP_AGAIN = range(4)  # of the column `finished`
KEPT = timedelta(days=2)  # longer than Telegram keeps an update
MOST_TRIES = 10  # an update that so many lives of the bot began and did not survive is given up: it may be the cause


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An update that was taken and not finished.

    Args:
        content: as JSON.
        tries: how many lives of the bot have begun it and did not survive.
    """

    content: str
    tries: int


@migrations()
def updates(db: sqlite_utils.Database) -> None:
    """One row for each update that was taken; `content` is empty when it is finished."""
    kinds = {"id": int, "at": str, "digest": str, "content": str, "tries": int, "finished": int}
    db.table("updates").create(kinds, pk="id")


class UpdateStore:
    """The updates in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def known(self) -> dict[int, str]:
        """The numbers of all updates that were taken lately, each with the digest of its content."""
        return dict(self._database.tuples("select id, digest from updates"))

    def keep(self, taken: Mapping[int, str], finished: Iterable[int], now: datetime) -> None:
        """Writes down what was taken (number → content as JSON) and what is finished, in one transaction."""
        at = now.isoformat(timespec="seconds")
        rows = [
            {"id": n, "at": at, "digest": digest(text), "content": text, "tries": 0, "finished": 0}
            for n, text in taken.items()
        ]
        with self._database.writing() as db:
            db.table("updates").insert_all(rows, replace=True)
            done = [(number,) for number in finished]
            db.conn.executemany("update updates set finished = 1, content = '' where id = ?", done)

    def unfinished(self) -> list[Unfinished]:
        """What was taken and not finished, oldest first, to be done now."""
        rows = self._database.tuples("select content, tries from updates where finished = 0 order by id")
        return [Unfinished(content, tries) for content, tries in rows]

    def begin(self, number: int) -> None:
        """An update that was not finished before is begun once more; those that only wait are not tried."""
        with self._database.writing() as db:
            db.execute("update updates set tries = tries + 1 where id = ?", [number])

    def survived(self, numbers: Iterable[int]) -> None:
        """The bot ends as it was asked to, in the middle of these: that try is not held against them."""
        with self._database.writing() as db:
            less = "update updates set tries = max(0, tries - 1) where id = ? and finished = 0"
            db.conn.executemany(less, [(number,) for number in numbers])

    def give_up(self, now: datetime) -> list[str]:
        """What is tried no more, begun too often or too old, until it is finished: whoever waits has to be told."""
        old = (now - KEPT).isoformat(timespec="seconds")
        hopeless = "finished = ? and (tries >= ? or at < ?)"
        with self._database.writing() as db:
            db.execute("update updates set finished = ?, content = '' where finished = ?", [FINISHED, GIVEN_UP_AGAIN])
            db.execute("update updates set finished = ? where finished = ?", [GIVEN_UP_AGAIN, GIVEN_UP])
            db.execute(f"update updates set finished = ? where {hopeless}", [GIVEN_UP, OPEN, MOST_TRIES, old])  # noqa: S608 - own words
            db.execute("delete from updates where finished = ? and at < ?", [FINISHED, old])
            sql = "select content from updates where finished in (?, ?) order by id"
            return [text for (text,) in db.execute(sql, [GIVEN_UP, GIVEN_UP_AGAIN]).fetchall()]


def digest(content: str) -> str:
    """What tells two updates of one number apart: Telegram may begin to count anew."""
    return hashlib.sha256(content.encode()).hexdigest()[:16]
