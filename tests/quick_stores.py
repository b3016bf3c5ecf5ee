"""Stores of tests that begin quickly: in memory with the form of the first of their kind, in files without the disk.

Most tests open some ten stores in memory, and each went through all its migrations, 5 ms; now they copy what these make
of the first. In files every store goes through them as ever, but nobody waits until the disk has each of them: only a
power cut would tell. What a store does about that is tested on stores that are none of the program (`test_database`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils.migrations import Migrations

from knowledge.database import Database

SAFE, QUICK = "pragma synchronous = full", "pragma synchronous = off"
PROGRAM = ("knowledge.", "scheduler.")
_FORMS: dict[tuple[object, ...], bytes] = {}


def quickly(prepare: Callable[..., None]) -> Callable[..., None]:
    """In place of `Database._prepare`."""

    def prepared(database: Database, path: Path | None, migrations: Migrations) -> None:
        if path is None:
            _in_its_form(prepare, database, migrations)
        elif all(getattr(one.fn, "__module__", "").startswith(PROGRAM) for one in migrations._migrations):
            with _without_the_disk(database):
                prepare(database, path, migrations)
        else:
            prepare(database, path, migrations)

    return prepared


def _in_its_form(prepare: Callable[..., None], database: Database, migrations: Migrations) -> None:
    connection: Any = database._db.conn
    every = (migrations.name, *(one.fn for one in migrations._migrations))
    if every in _FORMS:
        connection.deserialize(_FORMS[every])
    else:
        prepare(database, None, migrations)
        _FORMS[every] = connection.serialize()


@contextmanager
def _without_the_disk(database: Database) -> Iterator[None]:
    db: Any = database._db
    execute = db.execute
    db.execute = lambda sql, *more: execute(QUICK if sql == SAFE else sql, *more)
    try:
        yield
    finally:
        del db.execute
