"""The memory of which chats stand for which unit of which office, and of the other names of units."""

from collections.abc import Sequence
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.storage import Place, move_rows, open_storage
from knowledge.units.customs import Members
from knowledge.units.keys import unit_key
from knowledge.units.naming import office_key
from scheduler.directory import Alias, Chat, Link, Role

migrations = Migrations("scheduler.units")


@migrations()
def links_and_aliases(db: sqlite_utils.Database) -> None:
    """One row for each link and for each further name; `key` columns are the comparable forms."""
    columns: dict[str, Any] = {"id": int, "key": str, "office_key": str, "unit": str, "office": str}
    db.table("links").create({**columns, "chat": int, "thread": int, "role": str}, pk="id")
    db.table("links").create_index(["key", "office_key", "chat", "thread", "role"], unique=True)
    db.table("aliases").create({**columns, "alias": str}, pk="id")
    db.table("aliases").create_index(["key", "office_key"], unique=True)


@migrations()
def members_of_collective_names(db: sqlite_utils.Database) -> None:
    """One row for each unit that the office means by a collective name."""
    db.table("members").create({"key": str, "name": str, "unit": str, "at": int}, pk=("key", "at"))


class UnitStore:
    """Links and aliases in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def links(self) -> tuple[Link, ...]:
        """All links, by office and unit."""
        rows = self._database.rows("select * from links order by office, unit, role, id")
        return tuple(readable(rows, _link, "the links of units"))

    def aliases(self) -> tuple[Alias, ...]:
        """All further names."""
        rows = self._database.rows("select * from aliases order by office, unit, alias")
        return tuple(readable(rows, _alias, "the names of units"))

    def link(self, link: Link) -> bool:
        """Ties a chat to a unit; False where it was tied already."""
        row = {
            "key": unit_key(link.unit), "office_key": office_key(link.office), "unit": link.unit, "office": link.office,
            "chat": link.chat.id, "thread": link.chat.thread or 0, "role": str(link.role),
        }  # fmt: skip
        with self._database.writing() as db:
            before = db.execute("select count(*) from links").fetchone()[0]
            db.table("links").insert(row, ignore=True)
            return bool(db.execute("select count(*) from links").fetchone()[0] > before)

    def untie(self, chat: Chat) -> tuple[str, ...]:
        """Unties a chat, or a topic of it, from all that it stands for; the names of the units."""
        with self._database.writing() as db:
            values, which = [chat.id, chat.thread or 0], "from links where chat = ? and thread = ?"
            units = [row[0] for row in db.execute(f"select distinct unit {which} order by unit", values)]
            db.execute(f"delete {which}", values)
        return tuple(units)

    def unlink(self, unit: str, *, chat: int | None = None, office: str | None = None) -> int:
        """Unties a unit from its chats, or from one of them; how many links there were."""
        where, values = ["key = ?"], [unit_key(unit)]
        wanted: dict[str, Any] = {"chat": chat, "office_key": None if office is None else office_key(office)}
        for name, value in wanted.items():
            if value is not None:
                where.append(f"{name} = ?")
                values.append(value)
        with self._database.writing() as db:
            return db.execute(f"delete from links where {' and '.join(where)}", values).rowcount  # noqa: S608 - own names

    def alias(self, alias: Alias) -> None:
        """Gives a unit a further name; the last one given holds."""
        row = {
            "key": unit_key(alias.alias), "office_key": office_key(alias.office), "alias": alias.alias,
            "unit": alias.unit, "office": alias.office,
        }  # fmt: skip
        with self._database.writing() as db:
            db.table("aliases").insert(row, replace=True)

    def unalias(self, alias: str) -> bool:
        """Takes a further name back; False where there was none."""
        with self._database.writing() as db:
            return db.execute("delete from aliases where key = ?", [unit_key(alias)]).rowcount > 0

    def members(self) -> tuple[Members, ...]:
        """The units that the office means by its collective names."""
        found: dict[str, list[str]] = {}
        for name, unit in self._database.tuples("select name, unit from members order by name, at"):
            found.setdefault(name, []).append(unit)
        return tuple(Members(name, tuple(units)) for name, units in found.items())

    def set_members(self, group: str, units: Sequence[str]) -> None:
        """Says which units a collective name holds; none lets the words of the name tell again."""
        key = unit_key(group)
        rows = [{"key": key, "name": group, "unit": unit, "at": at} for at, unit in enumerate(units)]
        with self._database.writing() as db:
            db.execute("delete from members where key = ?", [key])
            db.table("members").insert_all(rows)

    def move(self, old: int, new: int) -> None:
        """A group has a new id."""
        with self._database.writing() as db:
            move_rows(db, "links", old, new, "key", "office_key", "thread", "role")


def _link(row: dict[str, Any]) -> Link:
    chat = Chat(int(row["chat"]), int(row["thread"] or 0) or None)
    return Link(str(row["unit"]), str(row["office"]), chat, Role(row["role"]))


def _alias(row: dict[str, Any]) -> Alias:
    return Alias(str(row["alias"]), str(row["unit"]), str(row["office"]))
