"""The memory of what people asked: each question with what became of it, for as long as the configuration says.

The office sees what was not answered or did not help, answers it by hand, and teaches the bot. A question is known by
the name that the buttons under its answer carry. What one person asked can be deleted.
"""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.storage import Place, open_storage

migrations = Migrations("scheduler.asked")
WHAT = "the questions"
A_MONTH = timedelta(days=31)
MOST_SAID = 700  # characters of an answer that are kept


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    TENTATIVE = "tentative"  # it was asked back whether this row is meant
    ABSTAINED = "abstained"  # the plans do not say, or it was not understood


@migrations()
def questions_and_copies(db: sqlite_utils.Database) -> None:
    """One row for each question; the messages to admins that hand one over, or are about somebody else who waits."""
    asker: dict[str, Any] = {"user": int, "who": str, "chat": int, "thread": int, "message": int}
    later: dict[str, Any] = {
        "helpful": int, "marked_by": str, "handed_at": str, "handed_by": str,
        "reply": str, "replied_by": str, "replied_at": str, "closed_by": str, "closed_at": str,
    }  # fmt: skip
    said = {"text": str, "intent": str, "outcome": str, "refs": str, "said": str}
    db.table("asked").create({"name": str, "at": str, **asker, **said, **later}, pk="name")
    db.table("asked").create_index(["at"])
    db.table("asked").create_index(["user"])
    db.table("handed").create({"name": str, "chat": int, "message": int}, pk=("chat", "message"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what became of it.

    Args:
        name: what its buttons carry.
        user: 0 where that is not known; `message` the question's, 0 where it is not known.
        refs: of the rows that were cited; `said` the beginning of the answer.
        helpful: None where nobody has said.
        reply: what the office answered by hand.
    """

    name: str
    at: str
    text: str
    user: int = 0
    who: str = ""
    chat: int = 0
    thread: int | None = None
    message: int = 0
    intent: str = ""
    outcome: Outcome = Outcome.ANSWERED
    refs: tuple[str, ...] = ()
    said: str = ""
    helpful: bool | None = None
    handed_at: str = ""
    reply: str = ""
    replied_by: str = ""
    closed_at: str = ""


class AskedStore:
    """The questions in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place, months: int = 12) -> None:
        """Opens the database file, or one in memory; questions are kept for so many months."""
        self._database = open_storage(path, migrations)
        self._kept = months * A_MONTH

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def keep(self, asked: Asked) -> None:
        """Keeps a question, and forgets those that are too old."""
        old = (datetime.fromisoformat(asked.at) - self._kept).isoformat(timespec="seconds")
        row = {
            "name": asked.name, "at": asked.at, "user": asked.user, "who": asked.who, "chat": asked.chat,
            "thread": asked.thread, "message": asked.message, "text": asked.text, "intent": asked.intent,
            "outcome": str(asked.outcome), "refs": json.dumps(asked.refs), "said": asked.said[:MOST_SAID],
        }  # fmt: skip
        with self._database.writing() as db:
            db.table("asked").insert(row, replace=True)
            if db.execute("delete from asked where at < ?", [old]).rowcount:
                db.execute("delete from handed where name not in (select name from asked) and name not like '%:%'")

    def find(self, name: str) -> Asked | None:
        """The question of a name, None where it is not kept."""
        return next(iter(self._read("where name = ?", [name])), None)

    def mark(self, name: str, *, helpful: bool, by: str) -> bool:
        """Somebody says whether an answer helped; False where the question is not kept."""
        return self._set(name, {"helpful": int(helpful), "marked_by": by})

    def hand_over(self, name: str, *, by: str, now: datetime) -> bool:
        """The question goes to the office; False where it has gone before, or is not kept."""
        return self._set(name, {"handed_at": _iso(now), "handed_by": by}, "coalesce(handed_at, '') = ''")

    def handed_to(self, name: str, chat: int, message: int) -> None:
        """Notes the message to an admin that hands a question over."""
        with self._database.writing() as db:
            db.table("handed").insert({"name": name, "chat": chat, "message": message}, replace=True)

    def forget_entries(self, waiting: Collection[str]) -> None:
        """Deletes which messages to admins were about strangers ("entry:…"), but for those who still wait."""
        with self._database.writing() as db:
            every = db.execute("select distinct name from handed where name like 'entry:%'").fetchall()
            for (name,) in every:
                if name not in waiting:
                    db.execute("delete from handed where name = ?", [name])

    def handed_by(self, chat: int, message: int) -> Asked | None:
        """The question that a message to an admin hands over."""
        where = "where name = (select name from handed where chat = ? and message = ?)"
        return next(iter(self._read(where, [chat, message])), None)

    def copies(self, name: str) -> tuple[tuple[int, int], ...]:
        """The messages to admins about a question, or somebody else who waits ("entry:…"), (chat, message)."""
        return tuple(self._database.tuples("select chat, message from handed where name = ?", [name]))

    def reply(self, name: str, text: str, *, by: str, now: datetime) -> bool:
        """What the office answered."""
        return self._set(name, {"reply": text, "replied_by": by, "replied_at": _iso(now)})

    def settle(self, name: str, *, by: str, now: datetime) -> bool:
        """Nothing is left to do about a question: it was taught, or is none of the office's; asked so by anybody."""
        return self._set(name, {"closed_by": by, "closed_at": _iso(now)})

    def unsettled(self, most: int = 200) -> tuple[Asked, ...]:
        """The questions that were not answered, did not help or wait for the office, the newest first."""
        open_ = "coalesce(closed_at, '') = '' and (helpful = 0 or (outcome = ? and helpful is null)"
        waits = "or (coalesce(handed_at, '') != '' and coalesce(replied_at, '') = ''))"
        return self._read(f"where {open_} {waits} order by at desc limit ?", [str(Outcome.ABSTAINED), most])

    def helpful(self, most: int = 300) -> tuple[Asked, ...]:
        """The last questions that were answered and did not fail to help."""
        wanted = "where outcome = ? and coalesce(helpful, 1) = 1 order by at desc limit ?"
        return self._read(wanted, [str(Outcome.ANSWERED), most])

    def counts(self, since: str, until: str = "9999") -> Mapping[str, int]:
        """How many questions were asked from one ISO time to before another, by outcome, and how many helped or not."""
        sql = "select outcome, helpful, count(*) from asked where at >= ? and at < ? group by outcome, helpful"
        found: Counter[str] = Counter()
        for outcome, helpful, count in self._database.tuples(sql, [since, until]):
            found[outcome] += count
            if helpful is not None:
                found["helpful" if helpful else "unhelpful"] += count
        return found

    def forget(self, user: int) -> int:
        """Deletes what a person asked; how many questions that was."""
        with self._database.writing() as db:
            db.execute("delete from handed where name in (select name from asked where user = ?)", [user])
            return db.execute("delete from asked where user = ?", [user]).rowcount

    def move(self, old: int, new: int) -> None:
        """A group has a new id, and its messages have no numbers there."""
        with self._database.writing() as db:
            db.execute("update asked set chat = ?, message = 0 where chat = ?", [new, old])

    def _set(self, name: str, columns: Mapping[str, Any], only: str = "1 = 1") -> bool:
        changes = ", ".join(f"{column} = ?" for column in columns)
        with self._database.writing() as db:
            sql = f"update asked set {changes} where name = ? and {only}"  # noqa: S608 - own names
            return db.execute(sql, [*columns.values(), name]).rowcount > 0

    def _read(self, where: str, values: list[Any]) -> tuple[Asked, ...]:
        rows = self._database.rows(f"select * from asked {where}", values)  # noqa: S608 - own words
        return tuple(readable(rows, _asked, WHAT))


def _asked(row: Mapping[str, Any]) -> Asked:
    datetime.fromisoformat(row["at"])
    return Asked(
        row["name"],
        row["at"],
        row["text"],
        int(row["user"] or 0),
        _text(row["who"]),
        int(row["chat"] or 0),
        row["thread"] or None,
        int(row["message"] or 0),
        _text(row["intent"]),
        Outcome(row["outcome"]),
        tuple(json.loads(row["refs"])),
        _text(row["said"]),
        None if row["helpful"] is None else bool(row["helpful"]),
        _text(row["handed_at"]),
        _text(row["reply"]),
        _text(row["replied_by"]),
        _text(row["closed_at"]),
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _iso(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
