"""A transaction on a PostgreSQL server, in the words of `sqlite_utils` that stores use."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import psycopg

from knowledge import dialect
from knowledge.dialect import OFFICE, names, plain, quoted

Connection = psycopg.Connection[tuple[Any, ...]]


def statement(sql: str, parameters: Sequence[Any], reserved: frozenset[str]) -> tuple[Any, list[object]]:
    """A statement of a store and its values, as the driver takes them."""
    return _translated(sql, reserved), list(map(plain, parameters))


@cache
def _translated(sql: str, reserved: frozenset[str]) -> str:
    return dialect.translated(sql, reserved)


class Writer:
    """A transaction in the words of `sqlite_utils.Database`, as far as stores use them."""

    def __init__(self, connection: Connection, reserved: frozenset[str]) -> None:
        self._connection, self._reserved = connection, reserved

    @property
    def conn(self) -> "Writer":
        """Itself: one connection is as good as the other here."""
        return self

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> psycopg.Cursor[tuple[Any, ...]]:
        """One statement; its rows are tuples."""
        return self._connection.execute(*statement(sql, parameters, self._reserved))

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """One statement for each set of values."""
        sets = [list(map(plain, values)) for values in parameters]
        if sets:
            self._connection.cursor().executemany(dialect.translated(sql, self._reserved), sets)

    def table(self, name: str) -> "_Table":
        """A table, there already or to be created."""
        return _Table(self._connection, name)


class _Table:
    """A table in the words of `sqlite_utils.Table`, as far as stores use them."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection, self._name = connection, name
        self.last_pk: Any = None

    def create(
        self,
        columns: Mapping[str, type],
        pk: str | Sequence[str] = (),
        not_null: Iterable[str] = (),
        foreign_keys: Iterable[tuple[str, str, str]] = (),
    ) -> None:
        key = (pk,) if isinstance(pk, str) else tuple(pk)
        self._all(dialect.create(self._name, columns, key, frozenset(not_null), foreign_keys))

    def create_index(self, columns: Iterable[str], *, unique: bool = False) -> None:
        self._all([dialect.create_index(self._name, columns, unique=unique)])

    def add_column(self, name: str, kind: type, not_null_default: Any = None) -> None:  # noqa: ANN401 - a value
        self._all([dialect.add_column(self._name, name, kind, not_null_default)])

    def insert(self, row: Mapping[str, Any], *, ignore: bool = False, replace: bool = False) -> "_Table":
        self.insert_all([row], ignore=ignore, replace=replace)
        return self

    def insert_all(self, rows: Iterable[Mapping[str, Any]], *, ignore: bool = False, replace: bool = False) -> None:
        every = list(rows)
        if not every:
            return
        if replace:
            for row in every:
                self._make_room(row)
        columns = list(every[0])
        [key, *_] = keys = _keys(self._connection, self._name)
        back = f" returning {quoted(key[0])}" if len(every) == len(key) == 1 else ""
        sql = (
            f"insert into {quoted(self._name)} ({names(columns)}) values ({', '.join(['%s'] * len(columns))})"  # noqa: S608 - own names
            f"{' on conflict do nothing' if ignore and keys else ''}{back}"
        )
        values = [[plain(row[name]) for name in columns] for row in every]
        cursor = self._connection.cursor()
        cursor.executemany(sql, values, returning=bool(back))
        if back and (found := cursor.fetchone()):
            self.last_pk = found[0]

    def _make_room(self, row: Mapping[str, Any]) -> None:
        """Deletes what has a key of a new row already."""
        for key in _keys(self._connection, self._name):
            if row.keys() >= set(key):
                where = " and ".join(f"{quoted(name)} = %s" for name in key)
                values = [plain(row[name]) for name in key]
                self._connection.execute(f"delete from {quoted(self._name)} where {where}", values)  # noqa: S608

    def _all(self, statements: Iterable[str]) -> None:
        for statement in statements:
            self._connection.execute(statement)


def _keys(connection: Connection, table: str) -> list[tuple[str, ...]]:
    """The columns of every unique key of a table within an office, that of the primary key first."""
    sql = (
        "select array(select attname::text from unnest(indkey) with ordinality as k(number, place) join pg_attribute "
        "on attrelid = indrelid and attnum = k.number where attname <> %s order by place) "
        "from pg_index where indrelid = %s::regclass and indisunique order by indisprimary desc"
    )
    return [tuple(columns) for (columns,) in connection.execute(sql, [OFFICE, f"public.{quoted(table)}"])]
