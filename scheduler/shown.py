"""The memory of which rows each message of the bot shows, so that a reply to it is about them, also after a restart.

Reminders are in the ledger; here are answers, lists and opened rows. Only names of rows are kept, no word of what was
asked, and those not for ever. Of an opened row its button is kept too: when the row changes it is opened anew by that.
"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.storage import Place, open_storage

migrations = Migrations("scheduler.shown")
KEPT = timedelta(days=31)  # nobody replies to an older message
WHAT = "which rows the messages show"


@migrations()
def shown(db: sqlite_utils.Database) -> None:
    """One row for each message: the refs of its entries in their order, "" for one that is no row."""
    columns: dict[str, Any] = {"chat": int, "message": int, "at": str, "refs": str}
    db.table("shown").create(columns, pk=("chat", "message"))
    db.table("shown").create_index(["at"])


@migrations()
def opened_rows(db: sqlite_utils.Database) -> None:
    """The button that opened the row of a message, "" where it shows no opened row."""
    db.table("shown").add_column("opened", str, not_null_default="")
    db.execute("create index shown_opened on shown (refs) where opened <> ''")


class ShownStore:
    """The shown rows in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def keep(self, chat: int, message: int, refs: Sequence[str], now: datetime, opened: str = "") -> None:
        """Notes what a message shows from now on, in place of what it showed; what is old is forgotten.

        Args:
            opened: the button that opened its row, where it shows one row opened.
        """
        row = {"chat": chat, "message": message, "at": now.isoformat(timespec="seconds"), "refs": json.dumps(refs)}
        with self._database.writing() as db:
            db.table("shown").insert({**row, "opened": opened}, replace=True)
            db.execute("delete from shown where at < ?", [(now - KEPT).isoformat(timespec="seconds")])

    def refs(self, chat: int, message: int) -> tuple[str, ...]:
        """What a message shows; nothing where that is not known."""
        sql = "select refs from shown where chat = ? and message = ?"
        found = readable(self._database.tuples(sql, [chat, message]), _refs, WHAT)
        return next(iter(found), ())

    def last_list(self, chat: int) -> tuple[int, tuple[str, ...]]:
        """The last message of a chat that shows several rows, and these; (0, ()) where there is none."""
        sql = "select message, refs from shown where chat = ? and refs like '%,%' order by message desc limit 1"
        found = self._database.tuples(sql, [chat])
        return next(((int(row[0]), refs) for row in found for refs in readable([row[1:]], _refs, WHAT)), (0, ()))

    def opened(self, ref: str, most: int) -> tuple[tuple[int, int, str], ...]:
        """The messages that show a row opened, as (chat, message, the button that opened it), the newest first."""
        sql = "select chat, message, opened from shown where refs = ? and opened <> '' order by at desc limit ?"
        return tuple(
            (chat, message, button) for chat, message, button in self._database.tuples(sql, [json.dumps([ref]), most])
        )

    def move(self, old: int, _new: int) -> None:
        """A group has a new id, where messages are counted anew: one of the same number shows other rows."""
        with self._database.writing() as db:
            db.execute("delete from shown where chat = ?", [old])


def _refs(row: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(map(str, json.loads(row[0])))
