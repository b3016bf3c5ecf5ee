"""One SQLite file for all that the bot remembers, opened the same way by every store.

Each store has its own connection behind a lock, so that it may be used from any thread, and its own set of named,
append-only migrations. Writing takes the write lock at once (`begin immediate`): two processes wait for each other
instead of failing half way. With WAL and full synchronisation neither a killed process nor a power cut loses what was
committed. A lock file lets one process at a time bring the file to its newest form.
"""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, cast

import sqlite_utils
from filelock import FileLock
from sqlite_utils.migrations import Migrations

from knowledge.errors import RefusedError

DATABASE_NAME = "planbot.db"
WAIT_SECONDS = 30.0  # for another process that writes


class Database:
    """A connection and its lock. `path` is the file, or None for one in memory."""

    def __init__(self, path: Path | None, migrations: Migrations) -> None:
        connection = sqlite3.connect(path or ":memory:", check_same_thread=False, timeout=WAIT_SECONDS)
        self._db = sqlite_utils.Database(connection)
        self._lock = threading.RLock()
        try:
            self._prepare(path, migrations)
        except sqlite3.DatabaseError as error:
            connection.close()
            raise RefusedError(f"{path}: cannot be opened as planbot's database: {error}") from error

    def _prepare(self, path: Path | None, migrations: Migrations) -> None:
        with FileLock(f"{path}.lock") if path else nullcontext():
            if path is not None:
                self._db.enable_wal()
                self._db.execute("pragma synchronous = full")
            if migrations.pending(self._db):
                migrations.apply(self._db)

    def close(self) -> None:
        """Closes the connection."""
        with self._lock:
            self._db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite_utils.Database]:
        """One transaction: all of it is kept, or nothing when an error ends it."""
        with self._lock:
            self._db.conn.execute("begin immediate")
            try:
                yield self._db
            except BaseException:
                self._db.rollback()
                raise
            self._db.commit()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query by column name."""
        with self._lock:
            return list(self._db.query(sql, parameters))

    def tuples(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query as tuples, for the many rows of a pass."""
        with self._lock:
            return cast("list[tuple[Any, ...]]", self._db.execute(sql, parameters).fetchall())
