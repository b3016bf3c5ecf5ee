"""The memory of documents that admins have handed in and nobody has decided about, and of units still to be told.

Each document lies in a folder of its own, for its owner alone, until somebody agrees or drops it, or for some days. So
a preview outlives a restart. Who decides first has decided; whoever presses later is told so.
"""

import secrets
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.errors import StorageError, trouble_with_a_file
from knowledge.private import FILE, make_folder
from knowledge.storage import Place, open_storage
from scheduler.directory import Chat

migrations = Migrations("scheduler.handed")
DECIDED, STORING, TOLD = range(3)  # of the column `storing`: nothing is under way, or it is, and units will be told
FOLDER = "handed-in"
KEPT = timedelta(days=3)  # that a document waits for a decision


@migrations()
def documents_and_notices(db: sqlite_utils.Database) -> None:
    """One row for each document that was handed in; one for each chat that is still to be told of a change."""
    who: dict[str, Any] = {"chat": int, "source": int, "message": int, "shown": int, "by": str, "at": str}
    what: dict[str, Any] = {"called": str, "file": str, "stem": str, "decided": str, "decided_at": str}
    db.table("documents_handed_in").create({"id": str, **who, **what}, pk="id")
    db.table("plan_notices").create({"id": int, "chat": int, "thread": int, "text": str, "at": str}, pk="id")


@migrations()
def under_way(db: sqlite_utils.Database) -> None:
    """The documents that are being stored, and the notices that are being sent: what a killed bot leaves half done."""
    db.table("documents_handed_in").add_column("storing", int, not_null_default=0)
    db.table("plan_notices").add_column("claimed", int, not_null_default=0)


@migrations()
def agreed(db: sqlite_utils.Database) -> None:
    """Who had agreed to a document that a killed bot may have stored; empty when that was told, or shown anew."""
    db.table("documents_handed_in").add_column("agreed", str, not_null_default="")


@dataclass(frozen=True, slots=True)
class Handed:
    """A document that was handed in.

    Args:
        id: fit for a button.
        source: the message that it came with, 0 where it came otherwise.
        message: where its preview stands or will stand, 0 as long as there is none; `shown` tells whether it does.
        called: the file's name as the person has it.
        path: where it lies.
        stem: the plan that was named for it, may be empty.
    """

    chat: int
    by: str
    called: str
    stem: str = ""
    source: int = 0
    message: int = 0
    shown: bool = False
    id: str = ""
    at: str = ""
    path: Path = Path()


@dataclass(frozen=True, slots=True)
class Notice:
    """What a chat is still to be told."""

    id: int
    chat: Chat
    text: str


class HandedStore:
    """Documents and notices in one database and one folder. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place, data: Path | None = None) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form.

        Args:
            data: the folder below which the documents lie; a temporary one where none is given.
        """
        self._database = open_storage(path, migrations)
        self._data = data

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def add(self, about: Handed, content: bytes, name: str, now: datetime) -> Handed:
        """Keeps a document until somebody has decided.

        Args:
            about: what is known of it; its id, time and path are set here.
            name: a safe one, with its ending; the plan will be called by it.

        Raises:
            StorageError: it cannot be written; nothing of it is left.
        """
        number = secrets.token_hex(4)
        file = Path(FOLDER) / number / name
        handed = replace(about, id=number, at=_iso(now), path=self._root / file)
        row = {name: getattr(handed, name) for name in _COLUMNS} | {"file": file.as_posix()}
        with self._database.writing() as db:  # who cleans meanwhile must not find a copy that nobody waits for
            self._write(handed.path, content)
            db.table("documents_handed_in").insert({**row, "shown": 0, "decided": "", "decided_at": ""})
        return handed

    def get(self, number: str) -> Handed | None:
        """A document that waits, None where it is decided or was never there."""
        return next((one for one in self.waiting() if one.id == number), None)

    def waiting(self) -> tuple[Handed, ...]:
        """The documents that wait for a decision, the oldest first."""
        rows = self._database.rows("select * from documents_handed_in where decided = '' order by at, id")
        return tuple(readable(rows, self._handed, "the documents that were handed in"))

    def name(self, number: str, stem: str) -> None:
        """A document that waits is to replace another plan, or the one that its content says; it is shown anew."""
        with self._database.writing() as db:
            db.execute("update documents_handed_in set stem = ?, shown = 0 where id = ?", [stem, number])

    def shown(self, number: str, message: int) -> None:
        """The preview of a document stands in a message."""
        with self._database.writing() as db:
            db.execute(
                "update documents_handed_in set message = ?, shown = 1, agreed = '' where id = ?", [message, number]
            )

    def decide(self, number: str, by: str, now: datetime, *, storing: bool = False) -> bool:
        """Takes a document for one who decides about it; False where somebody has.

        Args:
            storing: it is to be stored, which takes a while; `carried_out` tells that it is done.
        """
        with self._database.writing() as db:
            sql = (
                "update documents_handed_in set decided = ?, decided_at = ?, storing = ? where id = ? and decided = ''"
            )
            return db.execute(sql, [by, _iso(now), int(storing), number]).rowcount > 0

    def give_back(self, number: str) -> None:
        """A decision could not be carried out: the document waits again."""
        with self._database.writing() as db:
            sql = "update documents_handed_in set decided = '', decided_at = '', storing = 0 where id = ?"
            db.execute(sql, [number])

    def carried_out(self, handed: Handed) -> None:
        """A document is stored, and the units will be told; its copy goes."""
        with self._database.writing() as db:
            db.execute("update documents_handed_in set storing = ? where id = ?", [DECIDED, handed.id])
        self.discard(handed)

    def recover(self) -> dict[str, str]:
        """What a bot before had begun and not ended: documents wait again and are shown anew, notices are said.

        Returns:
            who had agreed to the documents that may be stored already without a unit being told; also where the bot was
            killed again before it told them.
        """
        with self._database.writing() as db:
            db.execute("update documents_handed_in set agreed = decided where storing = ?", [STORING])
            again = "update documents_handed_in set decided = '', decided_at = '', shown = 0, storing = 0"
            db.execute(f"{again} where storing > 0")
            db.execute("update plan_notices set claimed = 0 where claimed = 1")
            untold = "select id, agreed from documents_handed_in where decided = '' and agreed <> ''"
            return dict(db.execute(untold).fetchall())

    def discard(self, handed: Handed) -> None:
        """Removes the copy of a document that is decided."""
        shutil.rmtree(handed.path.parent, ignore_errors=True)

    def clean(self, now: datetime) -> int:
        """Drops what has waited for some days, and copies that nobody waits for; how many documents were dropped."""
        old = [one for one in self.waiting() if datetime.fromisoformat(one.at) < now - KEPT]
        for one in old:
            self.decide(one.id, "expired", now)
        with self._database.writing():  # nobody hands in meanwhile
            needed = self._database.tuples("select file from documents_handed_in where decided = '' or storing > 0")
            kept = {Path(str(file)).parent.name for (file,) in needed}
            for folder in (self._root / FOLDER).glob("*"):
                if folder.name not in kept:
                    shutil.rmtree(folder, ignore_errors=True)
        return len(old)

    def tell(self, notices: list[tuple[Chat, str]], now: datetime, about: str = "") -> None:
        """Chats are to be told something when the office works; about a document that was stored, if it is named."""
        rows = [{"chat": c.id, "thread": c.thread or 0, "text": text, "at": _iso(now)} for c, text in notices]
        with self._database.writing() as db:
            db.table("plan_notices").insert_all(rows)
            db.execute("update documents_handed_in set storing = ?, agreed = '' where id = ?", [TOLD, about])

    def notices(self) -> tuple[Notice, ...]:
        """What is still to be told and not on its way, the oldest first."""
        rows = self._database.rows("select * from plan_notices where claimed = 0 order by id")
        return tuple(readable(rows, _notice, "the notices to units"))

    def claim(self, notice: Notice) -> bool:
        """Takes a notice to be sent; False where another has it. Of a bot that is killed now the next one says it."""
        with self._database.writing() as db:
            return (
                db.execute("update plan_notices set claimed = 1 where id = ? and claimed = 0", [notice.id]).rowcount > 0
            )

    def settle(self, notice: Notice, *, again: bool) -> None:
        """A notice was sent, or perhaps; or it could not be, and is to be said `again` later."""
        with self._database.writing() as db:
            sql = (
                "update plan_notices set claimed = 0 where id = ?" if again else "delete from plan_notices where id = ?"
            )
            db.execute(sql, [notice.id])

    def move(self, old: int, new: int) -> None:
        """A group has a new id; documents are handed in in private."""
        with self._database.writing() as db:
            db.execute("update plan_notices set chat = ? where chat = ?", [new, old])

    @property
    def _root(self) -> Path:
        if self._data is None:
            self._data = Path(tempfile.mkdtemp(prefix="planbot-"))
        return self._data

    def _handed(self, row: dict[str, Any]) -> Handed:
        texts = {name: str(row[name] or "") for name in _COLUMNS[:5]}
        numbers = {name: int(row[name]) for name in _COLUMNS[5:]}
        return Handed(path=self._root / str(row["file"]), shown=bool(row["shown"]), **texts, **numbers)  # type: ignore[arg-type]

    @staticmethod
    def _write(file: Path, content: bytes) -> None:
        try:
            make_folder(file.parent.parent)
            make_folder(file.parent)
            file.write_bytes(content)
            file.chmod(FILE)
        except OSError as error:
            shutil.rmtree(file.parent, ignore_errors=True)
            raise StorageError(trouble_with_a_file(file, error)) from error


_COLUMNS = ("id", "by", "at", "called", "stem", "chat", "source", "message")


def _notice(row: dict[str, Any]) -> Notice:
    return Notice(int(row["id"]), Chat(int(row["chat"]), int(row["thread"] or 0) or None), str(row["text"]))


def _iso(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
