"""What stores say to SQLite, said to PostgreSQL: marks for values, and names that are words of the language there."""

import re
from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from typing import Any


class Wholes(list[int]):
    """The type of a column of lists of whole numbers, which only a server has."""


class Singles(list[float]):
    """The type of a column of lists of numbers of single length, which only a server has."""


_TYPES = {
    int: "bigint",
    str: 'text collate "C"',
    float: "double precision",
    bytes: "bytea",
    Wholes: "integer[]",
    Singles: "real[]",
}
_TOKEN = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|\?|%|\bon conflict \(|\b[a-z_]+\b", re.IGNORECASE)
OFFICE = "kept_for"  # the column that says whose a row is, in front of every key
NUMBERED = "nextval('planbot_number')"


def translated(sql: str, reserved: Collection[str]) -> str:
    """A statement of a store as PostgreSQL and its driver read it.

    Args:
        reserved: names of columns that are words of the language there ("user").
    """

    def token(found: re.Match[str]) -> str:
        word = found[0]
        if word == "?":
            return "%s"
        if word == "%" or word[0] in "'\"":
            return word.replace("%", "%%")  # the driver looks for its marks also in what is quoted
        if word.lower() == "on conflict (":
            return f"{word}{OFFICE}, "
        calls = sql[found.end() : found.end() + 1] == "("
        return f'"{word}"' if word in reserved and not calls else word

    return _TOKEN.sub(token, sql)


def plain(value: object) -> object:
    """A value as SQLite would keep it: a truth as a number, a member of an enumeration as what it stands for."""
    if isinstance(value, Enum):
        return value.value
    return int(value) if isinstance(value, bool) else value


def quoted(name: str) -> str:
    """A name that may be a word of the language."""
    return f'"{name}"'


def names(columns: Iterable[str]) -> str:
    """Names with commas between."""
    return ", ".join(map(quoted, columns))


def create(
    table: str,
    columns: Mapping[str, type],
    pk: tuple[str, ...],
    not_null: Collection[str] = (),
    foreign_keys: Iterable[tuple[str, str, str]] = (),
) -> list[str]:
    """Statements that make a table of which every office sees its own rows, in parts by office.

    Args:
        foreign_keys: column, other table, its column.
    """
    lines = [
        f"{OFFICE} {_TYPES[str]} not null default current_user",
        f"rowid bigint not null default {NUMBERED}",
        *(
            f"{quoted(name)} {_TYPES[kind]}"
            + (" not null" if name in not_null else "")
            + (f" default {NUMBERED}" if pk == (name,) and kind is int else "")
            for name, kind in columns.items()
        ),
        f"primary key ({names((OFFICE, *(pk or ('rowid',))))})",
        *(
            f"foreign key ({names((OFFICE, name))}) references {quoted(other)} ({names((OFFICE, column))})"
            for name, other, column in foreign_keys
        ),
    ]
    own = f"{OFFICE} = current_user"
    return [
        f"create table {quoted(table)} ({', '.join(lines)}) partition by hash ({OFFICE})",
        *(
            f"create table {quoted(f'{table}_{part}')} partition of {quoted(table)} "
            f"for values with (modulus {PARTS}, remainder {part})"
            for part in range(PARTS)
        ),
        f"alter table {quoted(table)} enable row level security",
        f"alter table {quoted(table)} force row level security",
        f"create policy own on {quoted(table)} using ({own}) with check ({own})",
        f"grant select, insert, update, delete on {quoted(table)} to {OFFICES}",
    ]


def add_column(table: str, name: str, kind: type, default: Any = None) -> str:  # noqa: ANN401 - a value
    """A statement that gives a table one more column."""
    held = f" not null default {literal(default)}" if default is not None else ""
    return f"alter table {quoted(table)} add column {quoted(name)} {_TYPES[kind]}{held}"


def create_index(table: str, columns: Iterable[str], *, unique: bool) -> str:
    """A statement that makes an index; what is unique is so within an office."""
    return f"create {'unique ' if unique else ''}index on {quoted(table)} ({names((OFFICE, *columns))})"


def literal(value: object) -> str:
    """A value of our own as it stands in a statement."""
    return str(plain(value)) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"


PARTS = 8  # of a table; offices are spread over them
OFFICES = "planbot_offices"  # the role that every office has
