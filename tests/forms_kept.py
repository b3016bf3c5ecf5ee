"""Stores in memory that begin in the form that migrations gave the first of their kind.

Most tests open some ten of them, and each went through all its migrations, 5 ms. The migrations themselves are tested
on files (`test_database`, `test_old_data`), where every store goes through them as ever.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlite_utils.migrations import Migrations

from knowledge.database import Database

_FORMS: dict[tuple[object, ...], bytes] = {}


def begin_in_its_form(prepare: Callable[..., None]) -> Callable[..., None]:
    """In place of `Database._prepare`: what that makes of an empty one in memory is kept for the next."""

    def prepared(database: Database, path: Path | None, migrations: Migrations) -> None:
        if path is not None:
            return prepare(database, path, migrations)
        connection: Any = database._db.conn
        every = (migrations.name, *(one.fn for one in migrations._migrations))
        if every in _FORMS:
            connection.deserialize(_FORMS[every])
        else:
            prepare(database, path, migrations)
            _FORMS[every] = connection.serialize()
        return None

    return prepared
