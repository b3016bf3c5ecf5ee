"""Who says what, where several may: the chats to be written to as a queue, and the items that are on their way.

On a server workers pass beside each other. Each puts the chats that it has worked out into the queue, where a chat
stands once, and takes the next that nobody has, passing over those that another is just taking (`for update skip
locked`); so the messages of a chat come in order, from one worker. Their items are claimed message by message, which
keeps what has been said from being said again, whoever took the chat. A file has one worker at a time, and no queue.

Whatever is taken is had for a while (a lease). The transaction that takes ends before anything is sent, so nothing is
locked while Telegram makes a worker wait.
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


def offer(db: sqlite_utils.Database, chats: Iterable[int], now: datetime) -> None:
    """Puts chats into the queue, free; those that are in it stay as they are."""
    long_ago = (now - LEASE).timestamp()
    db.execute("delete from queue where until < ?", [long_ago])
    free = {"claim": _FREE, "until": now.timestamp()}
    in_one_order = sorted(set(chats))  # of all workers, so that none waits for another in a ring
    db.table("queue").insert_all(({"chat": chat, **free} for chat in in_one_order), ignore=True)


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


def take(db: sqlite_utils.Database, items: Sequence[Item], claim: str, now: datetime, skipping: str) -> None:
    """Claims the items of one message.

    Raises:
        TakenError: one of them has been said, or another has it; the transaction is to be given up.
    """
    key = ", ".join(_KEY)
    old = f"select {key} from claims where until < ?{skipping}"  # noqa: S608 - own names
    db.execute(f"delete from claims where ({key}) in ({old})", [now.timestamp()])  # noqa: S608 - as above
    until = (now + LEASE).timestamp()
    rows = ({**key_columns(item.key), "claim": claim, "until": until} for item in items)
    db.table("claims").insert_all(rows, ignore=True)
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
_KEY = ("ref", "due", "track", "chat", "rank")
