"""The memory of messages that an admin sends to many: what was written, to whom it goes, what became of each.

A broadcast is a draft until it is confirmed, once. Each chat that it goes to has a row, which is claimed before it is
sent; after a crash the chats without an outcome are sent to, and one that was claimed counts as perhaps sent.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.storage import Place, open_storage
from scheduler.access import Roll
from scheduler.directory import Chat, Link, Role

migrations = Migrations("scheduler.broadcasts")
WAITS, GOING = "", "going"
_DROP = "update broadcasts set state = 'dropped', text = '' where state = 'draft' and"


@migrations()
def broadcasts_and_their_chats(db: sqlite_utils.Database) -> None:
    """One row for each broadcast, and one for each chat that it goes to."""
    db.table("broadcasts").create({"id": int, "by": int, "at": str, "text": str, "state": str, "message": int}, pk="id")
    chat = {"broadcast": int, "chat": int, "thread": int, "outcome": str}
    db.table("broadcast_chats").create(chat, pk=("broadcast", "chat", "thread"))


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What an admin sends to many.

    Args:
        by: who wrote it, whose private chat has the preview.
        message: the preview there, which tells in the end what became of it.
    """

    id: int
    by: int
    text: str
    message: int = 0


def audience(roll: Roll, links: Iterable[Link], *, everybody: bool) -> tuple[Chat, ...]:
    """Whom a broadcast goes to: the chats of units, a topic where the unit has one; or these and all who are let in."""
    tied = [link.chat for link in links if link.role is Role.UNIT and roll.lets_in(link.chat.id)]
    if not everybody:
        return tuple(dict.fromkeys(tied))
    held = {chat.id for chat in tied}
    others = (number for number in (*roll.people, *roll.groups) if roll.lets_in(number) and number not in held)
    return tuple(dict.fromkeys((*tied, *map(Chat, others))))


class BroadcastStore:
    """Broadcasts in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def draft(self, text: str, by: int, now: datetime) -> int:
        """Keeps what is to be sent; the number that it is confirmed by. An older draft of the same person goes."""
        row = {"by": by, "at": now.isoformat(timespec="seconds"), "text": text, "state": "draft", "message": 0}
        with self._database.writing() as db:
            db.execute(f"{_DROP} by = ?", [by])  # its number is never given to another
            return cast("int", db.table("broadcasts").insert(row).last_pk)

    def find(self, number: int) -> Broadcast | None:
        """A broadcast that was not dropped."""
        rows = self._database.tuples("select id, by, text, message from broadcasts where id = ?", [number])
        return Broadcast(*rows[0]) if rows else None

    def begin(self, number: int, chats: Sequence[Chat], message: int) -> bool:
        """The draft is confirmed and goes to these chats; False where it was confirmed or dropped before."""
        sql = "update broadcasts set state = 'sending', message = ? where id = ? and state = 'draft'"
        with self._database.writing() as db:
            if not db.execute(sql, [message, number]).rowcount:
                return False
            rows = [{"broadcast": number, "chat": c.id, "thread": c.thread or 0, "outcome": WAITS} for c in chats]
            db.table("broadcast_chats").insert_all(rows)
        return True

    def drop(self, number: int) -> bool:
        """The draft is not sent; False where it was confirmed or dropped before."""
        with self._database.writing() as db:
            return db.execute(f"{_DROP} id = ?", [number]).rowcount > 0

    def waiting(self, number: int) -> tuple[Chat, ...]:
        """The chats that it still has to go to."""
        sql = "select chat, thread from broadcast_chats where broadcast = ? and outcome = ? order by rowid"
        return tuple(Chat(chat, thread or None) for chat, thread in self._database.tuples(sql, [number, WAITS]))

    def claim(self, number: int, chat: Chat) -> bool:
        """It is about to be sent to a chat; False where it was before."""
        return self._set(number, chat, WAITS, GOING)

    def settle(self, number: int, chat: Chat, outcome: str) -> None:
        """What became of it in a chat; an empty outcome puts it back among those that wait."""
        self._set(number, chat, GOING, outcome)

    def outcomes(self, number: int) -> Mapping[str, int]:
        """What became of it, by outcome."""
        sql = "select outcome from broadcast_chats where broadcast = ?"
        return Counter(outcome for (outcome,) in self._database.tuples(sql, [number]))

    def finish(self, number: int, settled: Mapping[str, str]) -> bool:
        """It is all sent, or given up; False where that was noted before. Its text is not needed any more.

        Args:
            settled: what the chats come to that wait or were claimed, by that.
        """
        sql = "update broadcasts set state = 'done', text = '' where id = ? and state = 'sending'"
        left = "update broadcast_chats set outcome = ? where broadcast = ? and outcome = ?"
        with self._database.writing() as db:
            if not db.execute(sql, [number]).rowcount:
                return False
            db.conn.executemany(left, [(after, number, before) for before, after in settled.items()])
        return True

    def unfinished(self, perhaps: str) -> tuple[int, ...]:
        """Those under way when the bot ended; what was on its way then has the outcome `perhaps`."""
        under_way = tuple(n for (n,) in self._database.tuples("select id from broadcasts where state = 'sending'"))
        if under_way:
            with self._database.writing() as db:
                db.execute("update broadcast_chats set outcome = ? where outcome = ?", [perhaps, GOING])
        return under_way

    def _set(self, number: int, chat: Chat, before: str, after: str) -> bool:
        sql = "update broadcast_chats set outcome = ? where broadcast = ? and chat = ? and thread = ? and outcome = ?"
        with self._database.writing() as db:
            return db.execute(sql, [after, number, chat.id, chat.thread or 0, before]).rowcount > 0
