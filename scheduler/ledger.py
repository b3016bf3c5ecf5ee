"""The memory of what has been said: the truth about reminders, whatever the timer did.

A message is claimed (its items are written down with a lease), sent, and recorded. A process that dies in between
leaves its claims behind; once their lease has run out, or the same worker starts again, the items are due again. So
a crash can repeat the one message that was on its way and loses none. How several workers share what is due, on a
server, is told in `scheduler.claims`.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.storage import Place, move_rows, open_storage
from scheduler import claims
from scheduler.clock import VIETNAM
from scheduler.items import OFFICE_DIGEST, TO_OFFICE, TO_UNITS, Delivered, Item, Kind, StageSeries, ToldDates
from scheduler.ledger_rows import (
    SaidItem,
    complete_of,
    escalated_of,
    long_before,
    parked_of,
    refused_of,
    said_of,
    said_row,
    uncertain_of,
)
from scheduler.rule_context import ParkedChat, RefusedMessage, UncertainMessage

migrations = Migrations("scheduler.ledger")
WHAT = "what has been said"


@migrations()
def said_claims_told_and_parked(db: sqlite_utils.Database) -> None:
    """What was said, what is on its way, the dates that were told, and the chats that cannot be reached."""
    key: dict[str, Any] = {"ref": str, "due": int, "track": str, "chat": int, "rank": int}
    columns = ("ref", "due", "track", "chat", "rank")
    db.table("said").create(
        {**key, "stage": str, "kind": str, "unit": str, "at": str, "late": int, "skipped": str, "message": int},
        pk=columns,
    )
    db.table("said").create_index(["chat", "message"])
    db.table("claims").create({**key, "claim": str, "until": float}, pk=columns)
    db.table("claims").create_index(["claim"])
    db.table("told").create({"ref": str, "chat": int, "dates": str, "version": int}, pk=("ref", "chat"))
    db.table("parked").create({"chat": int, "reason": str, "since": str}, pk="chat")


@migrations()
def refused(db: sqlite_utils.Database) -> None:
    """The messages that Telegram did not take: the first of a chat and day."""
    db.table("refused").create({"chat": int, "day": int, "reason": str}, pk=("chat", "day"))


@migrations()
def perhaps(db: sqlite_utils.Database) -> None:
    """What was said and may not have arrived: why that is not known."""
    db.table("said").add_column("doubt", str)


@migrations()
def numbers(db: sqlite_utils.Database) -> None:
    """Which row of its message it was (0: only counted there), and how many messages of the same digest followed."""
    db.table("said").add_column("number", int)
    db.table("said").add_column("left", int)
    db.table("said").create_index(["ref"])


@migrations()
def queue(db: sqlite_utils.Database) -> None:
    """The chats that workers beside each other are still to write to, and who of them has which."""
    db.table("queue").create({"chat": int, "claim": str, "until": float}, pk="chat")


class Ledger:
    """The ledger in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place, worker: str = "") -> None:
        """Opens the database file, or one in memory, and brings it to the newest form.

        Args:
            worker: who claims here, where others may beside it; the same after a restart.
        """
        self._database, self._worker = open_storage(path, migrations), worker
        self._name = worker + secrets.token_hex(8)

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def delivered(self, before: datetime | None = None) -> Delivered:
        """What the rules need to know of what has been said.

        Args:
            before: leave out what was said from this time on.
        """
        until = before.isoformat(timespec="seconds") if before else "9"
        sql = (
            "select ref, due, track, chat, max(rank), min(case when number = 0 then null else at end) from said "
            "where at < ? group by ref, due, track, chat"
        )
        series = self._database.tuples(sql, [until])
        reached = {(ref, due, track, chat): rank for ref, due, track, chat, rank, _ in series}
        first = {(ref, due, chat): at for ref, due, track, chat, _, at in series if track == StageSeries.DUE and at}
        told = {
            (ref, chat): ToldDates(dates, version)
            for ref, chat, dates, version in self._database.tuples("select ref, chat, dates, version from told")
        }
        sql = "select ref, due, min(at) from said where track = ? and at < ? group by ref, due"
        escalated = readable(self._database.tuples(sql, [StageSeries.LEADER, until]), escalated_of, WHAT)
        digest = f"case when kind in ({_named(TO_OFFICE)}) then '{OFFICE_DIGEST}' else unit end"
        newest = f"select max(rowid) from said where kind in ({_named(TO_UNITS | TO_OFFICE)}) and at < ? "  # noqa: S608 - own names
        newest += f"group by chat, {digest}"
        sql = f"select chat, {digest}, at from said where rowid in ({newest}) and coalesce(left, 0) = 0"  # noqa: S608 - as above
        complete = readable(self._database.tuples(sql, [until]), complete_of, WHAT)
        return Delivered(reached, told, dict(escalated), first, dict(complete), self._days(until))

    def _days(self, until: str) -> dict[tuple[int, str], frozenset[date]]:
        """On which days units were written to in the last month and more before a time."""
        ((newest,),) = self._database.tuples("select max(at) from said where at < ?", [until])
        sql = f"select distinct chat, unit, at from said where kind in ({_named(TO_UNITS)}) and at > ? and at < ?"  # noqa: S608 - own names
        found: dict[tuple[int, str], set[date]] = {}
        for unit, day in readable(self._database.tuples(sql, [long_before(newest), until]), complete_of, WHAT):
            found.setdefault(unit, set()).add(day)
        return {unit: frozenset(days) for unit, days in found.items()}

    def offer(self, chats: Iterable[int], now: datetime) -> None:
        """Puts the chats of a pass into the queue that several workers share; nothing where there can be no others."""
        if self._database.skipping:
            with self._database.taking() as db:
                claims.forget(db, now, self._database.skipping)
            with self._database.taking() as db:
                claims.offer(db, chats, now)

    def next_chat(self, chats: Sequence[int], now: datetime) -> int | None:
        """The next of these chats that no other worker has, to be written to; None where there is none."""
        if not (self._database.skipping and chats):
            return chats[0] if chats else None
        with self._database.taking() as db:
            return claims.next_chat(db, chats, self._name, now, self._database.skipping)

    def leave(self, chats: Iterable[int]) -> None:
        """Takes what this worker had of the chats of a pass out of the queue: the pass is over."""
        if self._database.skipping:
            mine = [(chat, self._name) for chat in sorted(chats)]
            with self._database.taking() as db:
                db.conn.executemany("delete from queue where chat = ? and claim = ?", mine)

    def claim(self, items: Sequence[Item], now: datetime) -> str | None:
        """Reserves the items of one message; None where one of them has been said or is on its way."""
        name = self._worker + secrets.token_hex(8)
        try:
            with self._database.taking() as db:
                claims.take(db, items, name, now)
        except claims.TakenError:
            return None
        return name

    def record(
        self,
        claim: str,
        items: Sequence[Item],
        now: datetime,
        message: int | None = None,
        doubt: str | None = None,
        *,
        left: int = 0,
    ) -> None:
        """Writes down that the items of a claim were said, by which message; or that they perhaps were.

        Args:
            doubt: why it is not known whether the message arrived.
            left: how many messages of the same digest follow.
        """
        at = now.isoformat(timespec="seconds")
        with self._database.taking() as db:
            db.table("said").insert_all((said_row(item, at, message, doubt, left) for item in items), ignore=True)
            _tell(db, items)
            db.execute("delete from claims where claim = ?", [claim])

    def release(self, claim: str) -> None:
        """Gives a claim back: its items were not said and are due again."""
        with self._database.taking() as db:
            db.execute("delete from claims where claim = ?", [claim])

    def recover(self) -> int:
        """Gives back the claims of this worker, for the process that holds its lock: who made them is dead.

        How many items they were. Claims of other workers stay.
        """
        with self._database.taking() as db:
            mine = len(self._worker), self._worker
            db.execute("delete from queue where substr(claim, 1, ?) = ?", mine)
            return db.execute("delete from claims where substr(claim, 1, ?) = ?", mine).rowcount

    def park(self, chat: int, reason: str, now: datetime) -> None:
        """Notes that a chat cannot be reached; nothing is sent there until it is unparked."""
        row = {"chat": chat, "reason": reason, "since": now.isoformat(timespec="seconds")}
        with self._database.writing() as db:
            db.table("parked").insert(row, ignore=True)

    def unpark(self, chat: int) -> bool:
        """Notes that a chat can be reached again; False where it was not parked."""
        if not self._database.tuples("select 1 from parked where chat = ?", [chat]):
            return False  # nearly always, and without waiting for the write lock
        with self._database.writing() as db:
            return db.execute("delete from parked where chat = ?", [chat]).rowcount > 0

    def parked(self) -> tuple[ParkedChat, ...]:
        """The chats that cannot be reached."""
        rows = self._database.tuples("select chat, reason, since from parked order by since, chat")
        return tuple(readable(rows, parked_of, WHAT))

    def refuse(self, chat: int, reason: str, now: datetime) -> None:
        """Notes that Telegram did not take a message to a chat; once a day is enough for the admins."""
        row = {"chat": chat, "day": now.astimezone(VIETNAM).date().toordinal(), "reason": reason}
        with self._database.writing() as db:
            db.table("refused").insert(row, ignore=True)

    def refused(self) -> tuple[RefusedMessage, ...]:
        """The messages that Telegram did not take, the first of each chat and day."""
        rows = self._database.tuples("select chat, day, reason from refused order by day, chat")
        return tuple(readable(rows, refused_of, WHAT))

    def uncertain(self, since: str = "") -> tuple[UncertainMessage, ...]:
        """The messages of which it is not known whether they arrived, the first of each chat and day.

        Args:
            since: ISO time from which on; all where not given.
        """
        sql = (
            "select chat, min(at), count(*), min(doubt) from said where doubt is not null and at >= ? "
            "group by chat, substr(at, 1, 10)"
        )
        return tuple(readable(self._database.tuples(sql, [since]), uncertain_of, WHAT))

    def move(self, old: int, new: int) -> None:
        """A group has a new id: what was said there counts for the new one, by messages that have no number there."""
        with self._database.writing() as db:
            db.execute("update said set message = null where chat = ?", [old])
            for table, beside in _OF_CHATS.items():
                move_rows(db, table, old, new, *beside)

    def showing(self, ref: str, since: str) -> tuple[tuple[int, int], ...]:
        """The messages to units that list a task, as (chat, message), the newest first.

        Args:
            since: ISO time from which on.
        """
        kinds = _named(TO_UNITS)
        sql = (
            f"select chat, message, max(at) from said where ref = ? and kind in ({kinds}) and number > 0 "  # noqa: S608 - own names
            "and message is not null and at >= ? group by chat, message order by 3 desc"
        )
        return tuple((chat, message) for chat, message, _ in self._database.tuples(sql, [ref, since]))

    def said(self, chat: int | None = None, message: int | None = None) -> tuple[SaidItem, ...]:
        """What was said: all, in one chat, or by one message there."""
        wanted = {"chat": chat, "message": message}
        given = {name: value for name, value in wanted.items() if value is not None}
        where = " and ".join(f"{name} = ?" for name in given) or "1 = 1"
        sql = f"select * from said where {where} order by at, rowid"  # noqa: S608 - own names
        return tuple(readable(self._database.rows(sql, list(given.values())), said_of, WHAT))


_OF_CHATS = {
    "said": ("ref", "due", "track", "rank"),
    "claims": ("ref", "due", "track", "rank"),
    "told": ("ref",),
    "parked": (),
    "refused": ("day",),
    "queue": (),
}  # table → its key besides the chat


def _named(kinds: Iterable[Kind]) -> str:
    """Kinds as they stand in a query."""
    return ", ".join(f"'{kind}'" for kind in sorted(kinds))


def _tell(db: sqlite_utils.Database, items: Sequence[Item]) -> None:
    """Keeps the dates that a chat was told first, and those that it was told when they changed."""
    first = sorted((i.key.ref, i.key.chat, i.dates) for i in items if i.key.series is StageSeries.DUE)
    db.conn.executemany(
        "insert into told (ref, chat, dates, version) values (?, ?, ?, 0) on conflict do nothing", first
    )
    moved = [(i.dates, i.key.rank, i.key.ref, i.key.chat) for i in items if i.key.series is StageSeries.MOVED]
    db.conn.executemany("update told set dates = ?, version = ? where ref = ? and chat = ?", moved)
