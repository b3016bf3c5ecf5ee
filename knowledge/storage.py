"""Where what the bot remembers is kept: a file of its own, memory, or a PostgreSQL server that many offices share.

Stores are written once, in SQL that both understand; this is the one place that picks.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import Database
from knowledge.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL server; the user of the address is the office, and sees only what is its own.

    Args:
        address: "postgresql://OFFICE:PASSWORD@HOST/DATABASE"; in no log, error or repr, for it holds the password.
    """

    address: str = field(repr=False)

    def __str__(self) -> str:
        return "the PostgreSQL server"


Place = Path | Server | None  # None is memory


class Storage(Protocol):
    """What stores use of where they keep things. See `Database` for what each does."""

    skipping: str  # behind a query that takes rows: passes over what another is taking; empty where nobody else can

    def close(self) -> None: ...  # noqa: D102

    def taking(self) -> AbstractContextManager[sqlite_utils.Database]: ...  # noqa: D102

    def writing(self) -> AbstractContextManager[sqlite_utils.Database]: ...  # noqa: D102

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]: ...  # noqa: D102

    def tuples(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]: ...  # noqa: D102

    def changes(self) -> int: ...  # noqa: D102

    def damage(self) -> list[str]: ...  # noqa: D102


def open_storage(place: Place, migrations: Migrations) -> Storage:
    """The part of a place that one store uses, in its newest form.

    Raises:
        RefusedError: it cannot be opened, is damaged or newer than this program, or the extra is not installed.
    """
    if not isinstance(place, Server):
        return Database(place, migrations)
    with needing_the_extra():
        from knowledge.postgres import PostgresDatabase  # noqa: PLC0415 - an extra, and slow to load
    return PostgresDatabase(place.address, migrations)


@contextmanager
def needing_the_extra() -> Iterator[None]:
    """Around an import of what speaks to a PostgreSQL server.

    Raises:
        RefusedError: the extra is not installed.
    """
    try:
        yield
    except ImportError as error:
        raise RefusedError(
            f"a PostgreSQL server needs the extra [postgres] ({error.name} is missing): `make postgres`"
        ) from None


def move_rows(db: sqlite_utils.Database, table: str, old: int, new: int, *beside: str) -> None:
    """Gives the rows of a chat to another; where that one has the same row already, it is kept and ours goes.

    Args:
        beside: the other columns of the key.
    """
    same = "".join(f" and other.{name} = {table}.{name}" for name in beside)
    taken = f"select 1 from {table} as other where other.chat = ?{same}"  # noqa: S608 - own names
    db.execute(f"update {table} set chat = ? where chat = ? and not exists ({taken})", [new, old, new])  # noqa: S608
    db.execute(f"delete from {table} where chat = ?", [old])  # noqa: S608 - own names
