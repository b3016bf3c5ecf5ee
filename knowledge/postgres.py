"""One PostgreSQL data base for the offices of a ministry, instead of a file for each.

The user that an office logs in as is the office: every table has it in front of its key, a row is written for the one
who is logged in, and row-level security shows each office its own rows, whatever a statement says. Stores stay as they
are: what they say to SQLite is translated (`knowledge.dialect`). As with a file, those who write for one office do so
one after the other, in transactions that wait a short time for each other; reading waits for nobody, and offices never
wait for one another. The tables are made and changed by their owner (`knowledge.postgres_owner`).
"""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from typing import Any, cast

import psycopg
import sqlite_utils
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout
from sqlite_utils.migrations import Migrations

from knowledge.database import WAIT_SECONDS
from knowledge.dialect import OFFICE
from knowledge.errors import BusyError, StorageError
from knowledge.postgres_writing import Connection, Writer, statement

logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)  # what it says of a server, we say

CONNECTIONS = 4  # of one process
REACH_SECONDS = 10.0  # for a server to answer at the start; later somebody may be waiting, and it is asked again anyhow


class PostgresDatabase:
    """The part of one store on a server; the same behaviour as `knowledge.database.Database`."""

    skipping = " for update skip locked"

    def __init__(self, address: str, migrations: Migrations) -> None:
        """Opens it.

        Raises:
            StorageError: the server cannot be reached or used, its tables are older or newer than this program, or the
                user of the address may see more than one office's rows.
        """
        self._server = ServerLink.of(address)
        try:
            with self._server.plainly(), self._server.pool.connection() as connection:
                _compare(connection, migrations)
        except BaseException:
            self._server.leave()
            raise

    def close(self) -> None:
        """Gives the connections back, when nobody else of this process uses the server."""
        self._server.leave()

    @contextmanager
    def writing(self) -> Iterator[sqlite_utils.Database]:
        """One transaction: all of it is kept, or nothing when an error ends it.

        Raises:
            BusyError: somebody else has been writing for this office for too long; nothing was written.
        """
        with self._transaction() as connection:
            connection.execute(_COUNT_CHANGE)  # whose row the next one to write for this office waits for
            yield cast("sqlite_utils.Database", Writer(connection, self._server.reserved))

    @contextmanager
    def taking(self) -> Iterator[sqlite_utils.Database]:
        """One transaction beside those of other programs of this office, which it meets only at the same rows.

        It does not count as a change.

        Raises:
            BusyError: somebody else has been writing one of the rows for too long; nothing was written.
        """
        with self._transaction() as connection:
            yield cast("sqlite_utils.Database", Writer(connection, self._server.reserved))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._server.plainly(), self._server.turn(), self._server.pool.connection() as connection:
            yield connection

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query by column name."""
        with self._server.plainly(), self._server.pool.connection() as connection:
            cursor = connection.cursor(row_factory=dict_row)
            found = cursor.execute(*statement(sql, parameters, self._server.reserved)).fetchall()
        return [{name: value for name, value in row.items() if name not in _OURS} for row in found]

    def tuples(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query as tuples."""
        with self._server.plainly(), self._server.pool.connection() as connection:
            return connection.execute(*statement(sql, parameters, self._server.reserved)).fetchall()

    def changes(self) -> int:
        """A number that is another one when somebody has written for this office."""
        found = self.tuples("select number from changes")
        return int(found[0][0]) if found else 0

    def damage(self) -> list[str]:
        """Nothing: a server looks after its own files (`amcheck`)."""
        return []


class ServerLink:
    """The connections of this process to one server; every store of the process shares them."""

    _known: dict[str, "ServerLink"] = {}  # noqa: RUF012 - shared on purpose
    _lock = threading.Lock()

    def __init__(self, address: str) -> None:
        self._address, self._said = address, _read(address)
        self._turn = threading.Lock()
        self.users = 0
        self.pool: ConnectionPool[Connection] = ConnectionPool(
            address,
            min_size=1,
            max_size=CONNECTIONS,
            open=False,
            timeout=WAIT_SECONDS,
            reconnect_timeout=REACH_SECONDS,  # then who asks tries anew; it would wait longer each time, for minutes
            check=ConnectionPool.check_connection,
            configure=_waits_shortly,
        )

    @classmethod
    def of(cls, address: str) -> "ServerLink":
        """The connections to a server, one user more.

        Raises:
            StorageError: it cannot be reached, or the address is none.
        """
        with cls._lock:
            server = cls._known.get(address) or cls(address)
            if address not in cls._known:
                server.reach()
                cls._known[address] = server
            server.users += 1
        return server

    def reach(self) -> None:
        """Opens the first connection.

        Raises:
            StorageError: the server cannot be reached.
        """
        try:
            self.pool.open(wait=True, timeout=REACH_SECONDS)
        except PoolTimeout:
            self.pool.close()
            raise StorageError(self._unreachable()) from None

    def leave(self) -> None:
        """One user less; the last one closes the connections."""
        with self._lock:
            self.users -= 1
            if not self.users:
                self.pool.close()
                self._known.pop(self._address, None)

    def _unreachable(self) -> str:
        who, where = self._said.get("user", "?"), self._said.get("host", "this machine")
        return (
            f"the PostgreSQL server at {where} cannot be reached as {who}; "
            "look at the address, the password and the server"
        )

    @cached_property
    def reserved(self) -> frozenset[str]:
        """Names of columns that are words of the language."""
        with self.pool.connection() as connection:
            return reserved_names(connection)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """To write, one after the other; who waits for it holds none of the connections that readers need.

        Raises:
            BusyError: others have been writing for too long.
        """
        if not self._turn.acquire(timeout=WAIT_SECONDS):
            raise BusyError(_BUSY)
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def plainly(self) -> Iterator[None]:
        """Errors in words for the one who can do something about them, where they are no fault of the program."""
        try:
            yield
        except (errors.LockNotAvailable, errors.DeadlockDetected):
            raise BusyError(_BUSY) from None
        except errors.InsufficientPrivilege as error:
            raise StorageError(f"the PostgreSQL server: {error.diag.message_primary}; {PREPARES}") from None
        except psycopg.OperationalError as error:
            said = error.diag.message_primary  # of a server that answers, as one whose disk is full
            raise StorageError(f"the PostgreSQL server: {said}" if said else self._unreachable()) from None


def _waits_shortly(connection: Connection) -> None:
    """A new connection waits for others who write as long as one may wait for a file."""
    connection.execute(f"set lock_timeout = {int(WAIT_SECONDS * 1000)}")
    connection.commit()


def reserved_names(connection: Connection) -> frozenset[str]:
    """Names of columns that are words of the language."""
    sql = (
        "select distinct word from pg_get_keywords() join pg_attribute on attname = word "
        "join pg_class on pg_class.oid = attrelid where catcode in ('R', 'T') and relnamespace = 'public'::regnamespace"
    )
    return frozenset(chain.from_iterable(connection.execute(sql)))


def _read(address: str) -> dict[str, Any]:
    """The parts of an address; what is wrong with one is not repeated, for it may be the password."""
    try:
        return conninfo_to_dict(address)
    except (psycopg.ProgrammingError, UnicodeError):
        raise StorageError(_NO_ADDRESS) from None


def _compare(connection: Connection, migrations: Migrations) -> None:
    """Refuses a user whom the rows of all offices are open to, and tables that are older or newer than this program."""
    if connection.execute(_SEES_ALL).fetchall():
        raise StorageError(_NO_OFFICE)
    known = [migration.name for migration in migrations._migrations]  # noqa: SLF001 - it has no public list
    if not connection.execute("select to_regclass('public.migrations')").fetchall()[0][0]:
        raise StorageError(f"the PostgreSQL server has no tables of planbot; {PREPARES}")
    done = applied(connection, migrations.name)
    if newer := [name for name in done if name not in known]:
        raise StorageError(f"the PostgreSQL server was prepared by a newer planbot ({', '.join(newer)}): run that one")
    if set(known) - set(done):
        raise StorageError(f"the tables of the PostgreSQL server are older than this planbot; {PREPARES}")


def applied(connection: Connection, store: str) -> list[str]:
    """The migrations of a store that were made, in their order."""
    found = connection.execute("select name from public.migrations where store = %s order by at", [store])
    return list(chain.from_iterable(found))


PREPARES = "its owner runs `planbot postgres prepare`"
_BUSY = "the office's data are busy: another program is writing; try again in a moment"
_NO_ADDRESS = (
    "what is set is no address of a PostgreSQL server; expected postgresql://OFFICE:PASSWORD@HOST/DATABASE, with "
    "other signs than letters and digits of the password as %40 and the like"
)
_NO_OFFICE = (
    "the user of the address sees the data of every office on the PostgreSQL server; take the address that "
    "`planbot postgres office NAME` prints"
)
_SEES_ALL = "select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"
_OURS = frozenset({OFFICE, "rowid"})
_COUNT_CHANGE = (
    f"insert into changes (number) values (1) on conflict ({OFFICE}) do update set number = changes.number + 1"  # noqa: S608 - own name
)
