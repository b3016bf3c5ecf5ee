"""One SQLite file for all that the bot remembers, opened the same way by every store.

Each store has its own connections behind locks, so that it may be used from any thread, and its own set of named,
append-only migrations. Reading has a connection of its own: it never waits for one who writes, here or in another
process. Writing takes the write lock at once (`begin immediate`): two processes wait for each other, not for long,
instead of failing half way. With WAL and full synchronisation neither a killed process nor a power cut loses what was
committed. A lock file lets one process at a time bring the file to its newest form.
"""

import logging
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar, cast

import sqlite_utils
from filelock import FileLock, Timeout
from sqlite_utils.migrations import Migrations

from knowledge.errors import BusyError, RefusedError, StorageError, trouble_with_a_file
from knowledge.private import FILE, make_file

DATABASE_NAME = "planbot.db"
WAIT_SECONDS = 2.5  # for another process that writes; somebody may be waiting for the answer to a pressed button
OPEN_SECONDS = 10.0  # for another process that brings the file to its newest form

LARGEST_JOURNAL = 16 * 1024 * 1024  # bytes that the journal keeps after it was written back
SQLITE_VERSION = sqlite3.sqlite_version

T = TypeVar("T")
U = TypeVar("U")
log = logging.getLogger(__name__)


class Database:
    """A connection and its lock. `path` is the file, or None for one in memory."""

    skipping = ""  # nobody takes from a file beside another: who writes has it alone

    def __init__(self, path: Path | None, migrations: Migrations) -> None:
        self._path = path
        self._opened: list[sqlite3.Connection] = []
        try:
            if path is not None:
                make_file(path)
            self._db = self._reader = self._connection()
            self._lock = self._reading = threading.RLock()
            self._prepare(path, migrations)
            if path is not None:
                self._reader, self._reading = self._connection(), threading.RLock()
                self._reader.execute("pragma query_only = on")
            else:
                weakref.finalize(self, self._db.conn.close)  # one in memory ends with its object
        except (OSError, sqlite3.DatabaseError, RefusedError) as error:
            for connection in self._opened:
                connection.close()
            if isinstance(error, Timeout):
                raise self._busy() from error
            if isinstance(error, OSError):
                raise StorageError(trouble_with_a_file(error.filename or path or "", error)) from error
            raise self._plain(error) from error

    def _connection(self) -> sqlite_utils.Database:
        connection = sqlite3.connect(self._path or ":memory:", check_same_thread=False, timeout=WAIT_SECONDS)
        self._opened.append(connection)
        connection.execute("pragma foreign_keys = on")  # SQLite has them off until each connection asks
        return sqlite_utils.Database(connection)

    def _prepare(self, path: Path | None, migrations: Migrations) -> None:
        with FileLock(f"{path}.lock", timeout=OPEN_SECONDS, mode=FILE) if path else nullcontext():
            if path is not None:
                self._db.enable_wal()
                self._db.execute("pragma synchronous = full")
                self._db.execute(f"pragma journal_size_limit = {LARGEST_JOURNAL}")
            known = {migration.name for migration in migrations._migrations}  # noqa: SLF001 - it has no public list
            newer = [applied.name for applied in migrations.applied(self._db) if applied.name not in known]
            if newer:
                raise StorageError(f"{path}: was written by a newer planbot ({', '.join(newer)} is not known here); "
                                   "run that version, or bring back a backup from before")  # fmt: skip
            if migrations.pending(self._db):
                migrations.apply(self._db)

    def _plain(self, error: Exception) -> Exception:
        """The error in words for the one who can do something about it, where it is no fault of the program."""
        code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        if code in _BUSY:
            return self._busy()
        if code in _TROUBLES:
            return StorageError(f"{self._path}: {error}; {_TROUBLES[code]}")
        return error

    def _busy(self) -> BusyError:
        folder = self._path.parent if self._path else "memory"
        return BusyError(f"{folder}: the data folder is busy: another program is writing to it; try again in a moment")

    def close(self) -> None:
        """Closes the connections."""
        with self._lock, self._reading:
            for connection in self._opened:
                connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite_utils.Database]:
        """One transaction: all of it is kept, or nothing when an error ends it.

        Raises:
            BusyError: another process has been writing for too long; nothing was written.
        """
        with self._lock, self._plainly():
            self._db.conn.execute("begin immediate")
            try:
                yield self._db
                self._db.commit()
            except BaseException:
                self._db.rollback()
                raise

    def taking(self) -> AbstractContextManager[sqlite_utils.Database]:
        """The transaction of one of several workers that share what is to be done; here like any other."""
        return self.writing()

    def changes(self) -> int:
        """A number that is another one when somebody else has written."""
        [(number,)] = self.tuples("pragma data_version")
        return cast("int", number)

    def damage(self) -> list[str]:
        """What SQLite's own check finds wrong with the file; nothing where it is whole."""
        found = [str(line) for (line,) in self.tuples("pragma quick_check(5)")]
        return [] if found == ["ok"] else found

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            plain = self._plain(error)
            if plain is error:
                raise
            raise plain from error

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query by column name."""
        with self._reading, self._plainly():
            return list(self._reader.query(sql, parameters))

    def tuples(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query as tuples, for the many rows of a pass."""
        with self._reading, self._plainly():
            return cast("list[tuple[Any, ...]]", self._reader.execute(sql, parameters).fetchall())


def takes_new_form(path: Path, every: Iterable[Migrations]) -> bool:
    """Whether a store in the file that has been used before is older than the program, and is changed when opened."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(path, timeout=WAIT_SECONDS)) as connection:
        try:
            done = set(connection.execute(f"select migration_set, name from {Migrations.migrations_table}"))  # noqa: S608 - its name
        except sqlite3.DatabaseError:
            return False  # nothing was kept in it yet, or whoever opens it says what is wrong
    names = ([(made.name, one.name) in done for one in made._migrations] for made in every)  # noqa: SLF001 - as above
    return any(any(known) and not all(known) for known in names)


def shrink_journal(path: Path) -> bool:
    """Writes the journal back into the file and empties it; False where somebody reads or writes just now."""
    if not path.exists():
        return False
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS)
    try:
        busy, _, _ = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
    except sqlite3.DatabaseError as error:
        log.warning("the journal of %(path)s is not written back: %(error)s", {"path": path, "error": error})
        return False
    finally:
        connection.close()
    return not busy


def readable(rows: Iterable[T], parse: Callable[[T], U], what: str) -> Iterator[U]:
    """What can be read of rows; one that cannot is logged and left out, so that it does not take the others away."""
    for row in rows:
        try:
            yield parse(row)
        except UNREADABLE as error:
            log.error(  # noqa: TRY400 - it may hold texts
                "a record of %(what)s cannot be read and is left out: %(kind)s",
                {"what": what, "kind": type(error).__name__},
            )


UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = "it is damaged: stop the bot, keep a copy of it, and bring back the last backup; `planbot check` says more"
_RIGHT = "give the user who runs planbot the right to write to the file and its folder"
_TROUBLES = {
    sqlite3.SQLITE_READONLY: _RIGHT,
    sqlite3.SQLITE_CANTOPEN: _RIGHT,
    sqlite3.SQLITE_PERM: _RIGHT,
    sqlite3.SQLITE_FULL: "make room on the disk and try again; what was kept before is still there",
    sqlite3.SQLITE_IOERR: "the disk is full or fails; see to it and try again, what was kept before is still there",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: "this is no database of planbot, or it is damaged; bring back the last backup",
}
