"""Who says what, where several may: the chats to be written to as a queue, and the items that are on their way.

On a server workers pass beside each other. Each puts the chats that it has worked out into the queue, where a chat
stands once, and takes the next that nobody has, passing over those that another is just taking (`for update skip
locked`); so the messages of a chat come in order, from one worker, unless a small pass of it runs beside a long one.
Their items are claimed message by message, which keeps what has been said from being said again, whoever took the
chat. A file has one worker at a time, and no queue.

Whatever is taken is had for a while (a lease), by the clock of the machine that takes it: the clocks of the workers
have to agree to some minutes. The transaction that takes ends before anything is sent, so nothing is locked while
Telegram makes a worker wait. All take rows in the order of their keys, and have none before, so that no two wait for
each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import sqlite_utils

from scheduler.items import Item
from scheduler.ledger_rows import key_columns

T = TypeVar("T")
LEASE = timedelta(minutes=10)  # longer than the outbox waits for one message
ASKED_AT_ONCE = 50  # items or chats; a statement may not be nested without end


def forget(db: sqlite_utils.Database, now: datetime, skipping: str) -> None:
    """Deletes chats and items that nobody has asked for since they were free; in a transaction of its own."""
    for table, key in (("queue", "chat"), ("claims", ", ".join(_KEY))):
        old = f"select {key} from {table} where until < ?{skipping}"  # noqa: S608 - own names
        db.execute(f"delete from {table} where ({key}) in ({old})", [(now - LEASE).timestamp()])  # noqa: S608 - as above


def offer(db: sqlite_utils.Database, chats: Iterable[int], now: datetime) -> None:
    """Puts chats into the queue, free; those that are in it stay as they are."""
    free = {"claim": _FREE, "until": now.timestamp()}
    db.table("queue").insert_all(({"chat": chat, **free} for chat in sorted(set(chats))), ignore=True)


def next_chat(db: sqlite_utils.Database, chats: Sequence[int], claim: str, now: datetime, skipping: str) -> int | None:
    """Takes one of these chats that no other worker has; None where there is none.

    A chat that this one has already is no other's: a small pass does not wait until a long one beside it is over.

    Args:
        skipping: what a server is told so that it passes over those that another is just taking.
    """
    for some in _some(chats):
        marks = ", ".join("?" * len(some))
        free = f"chat in ({marks}) and (claim in (?, ?) or until < ?)"
        first = f"select chat from queue where {free} order by chat limit 1{skipping}"  # noqa: S608 - own names
        found = db.execute(first, [*some, _FREE, claim, now.timestamp()]).fetchone()
        if found:
            until = (now + LEASE).timestamp()
            db.execute("update queue set claim = ?, until = ? where chat = ?", [claim, until, found[0]])
            return int(found[0])
    return None


def take(db: sqlite_utils.Database, items: Sequence[Item], claim: str, now: datetime) -> None:
    """Claims the items of one message.

    Raises:
        TakenError: one of them has been said, or another has it; the transaction is to be given up.
    """
    until, keys = (now + LEASE).timestamp(), sorted(tuple(key_columns(item.key).values()) for item in items)
    db.conn.executemany(_TAKE, [(*key, claim, until, now.timestamp()) for key in keys])
    [(mine,)] = db.execute("select count(*) from claims where claim = ?", [claim]).fetchall()
    if mine < len(items) or any(map(partial(_were_said, db), _some(items))):
        raise TakenError


class TakenError(Exception):
    """Another has what was to be taken, or it has been said."""


def _were_said(db: sqlite_utils.Database, items: Sequence[Item]) -> bool:
    """Whether one of these items has been said; many are asked for at once, for a server is a way off."""
    where = " or ".join([f"({' and '.join(f'{name} = ?' for name in _KEY)})"] * len(items))
    values = [value for item in items for value in key_columns(item.key).values()]
    return db.execute(f"select 1 from said where {where} limit 1", values).fetchone() is not None  # noqa: S608 - own names


def _some(every: Sequence[T]) -> Iterator[Sequence[T]]:
    """All, in parts that a statement can name."""
    return (every[n : n + ASKED_AT_ONCE] for n in range(0, len(every), ASKED_AT_ONCE))


_FREE = ""
_KEY = ("ref", "due", "track", "chat", "rank")  # in the order of `key_columns`
_TAKE = (
    f"insert into claims ({', '.join(_KEY)}, claim, until) values (?, ?, ?, ?, ?, ?, ?) "  # noqa: S608 - own names
    f"on conflict ({', '.join(_KEY)}) do update set claim = excluded.claim, until = excluded.until "
    "where claims.until < ?"
)
