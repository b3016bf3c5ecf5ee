"""The tables of people and chats, and how one row of them is written and read; `scheduler.people` decides what is.

Who was in already keeps since when and by whom; a row of which it cannot be read what somebody may do lets nobody in.
"""

import logging
from datetime import datetime
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.errors import RefusedError
from scheduler.access import Person, Role, kept_role

log, migrations = logging.getLogger("scheduler.people"), Migrations("scheduler.people")

_ROLE_OF_KEY = {"users": Role.VIEWER, "leaders": Role.LEADER, "admins": Role.ADMIN}


@migrations()
def people_and_groups(db: sqlite_utils.Database) -> None:
    """One row for each person and group ever let in; which entries of the configuration have been taken over."""
    since: dict[str, Any] = {"added_by": str, "added_at": str, "removed_by": str, "removed_at": str}
    db.table("people").create({"id": int, "role": str, "unit": str, **since}, pk="id")
    db.table("groups").create({"id": int, **since}, pk="id")
    db.table("taken_over").create({"key": str, "id": int}, pk=("key", "id"))


@migrations()
def invitations_requests_and_log(db: sqlite_utils.Database) -> None:
    """Codes (only their hash is kept), strangers who asked to be let in, and what was changed by whom."""
    code: dict[str, Any] = {"hash": str, "role": str, "unit": str, "by": str, "at": str, "until": str}
    db.table("invitations").create({**code, "used_by": int, "used_at": str}, pk="hash")
    request: dict[str, Any] = {"id": int, "name": str, "at": str, "decided_by": str, "decided_at": str}
    db.table("requests").create(request, pk="id")
    db.table("audit").create({"id": int, "at": str, "who": str, "what": str}, pk="id")


@migrations()
def names_of_people(db: sqlite_utils.Database) -> None:
    """What people call themselves on Telegram, for the admins who have to know them."""
    db.table("names").create({"id": int, "name": str}, pk="id")


@migrations()
def groups_that_moved(db: sqlite_utils.Database) -> None:
    """The id that a group had and the one it has since: older messages are pressed under the old one for years."""
    db.table("moves").create({"old": int, "new": int}, pk="old")


def take_over(db: sqlite_utils.Database, key: str, number: int, now: datetime) -> None:
    """Lets one entry of the configuration in, unless somebody has decided about it already."""
    by = f"config.toml access.{key}" if key != "link" else "units link"
    if key == "groups" or (key == "link" and number < 0):
        if not db.execute("select 1 from groups where id = ?", [number]).fetchone():
            put(db, "groups", number, by, now)
        return
    role = _ROLE_OF_KEY.get(key, Role.FOCAL)
    held = db.execute("select role, removed_at, unit from people where id = ?", [number]).fetchone()
    if held is None or (not held[1] and (kept_role(held[0]) or Role.VIEWER).rank < role.rank):
        put(db, "people", number, by, now, role=str(role), unit=held[2] if held else "")


def put(db: sqlite_utils.Database, table: str, number: int, by: str, now: datetime, **columns: str) -> None:
    """A row that is let in; who was in already keeps since when and by whom."""
    held = db.execute(f"select added_by, added_at from {table} where id = ? and removed_at = ''", [number]).fetchone()  # noqa: S608 - own names
    by, at = held or (by, iso(now))
    since = {"added_by": by, "added_at": at, "removed_by": "", "removed_at": ""}
    db.table(table).insert({"id": number, **columns, **since}, replace=True)


def call(db: sqlite_utils.Database, user: int, name: str) -> None:
    """Keeps what somebody calls themselves; no name changes nothing."""
    if name:
        db.table("names").insert({"id": user, "name": name}, replace=True)


def keep_an_admin(db: sqlite_utils.Database, leaving: int) -> None:
    """Refuses (`RefusedError`) that the only admin leaves."""
    admins = {row[0] for row in db.execute("select id from people where role = 'admin' and removed_at = ''")}
    if admins == {leaving}:
        raise RefusedError(f"{leaving} is the last admin and stays one; make somebody else an admin first")


def note(db: sqlite_utils.Database, who: str, now: datetime, what: str) -> None:
    """Adds a line to the log."""
    db.table("audit").insert({"at": iso(now), "who": who, "what": what})


def person(row: dict[str, Any]) -> Person:
    """A person; of whom it cannot be read what they may do, they may nothing, and everybody else may what they may."""
    kept, role = texts(row), kept_role(row["role"])
    if role is None:
        log.error("what person %(user)s may do cannot be read; they are kept out", {"user": row["id"]})
        kept["removed_at"] = kept["added_at"] or "?"
    return Person(**{**kept, "role": role or Role.VIEWER})


def texts(row: dict[str, Any]) -> dict[str, Any]:
    """A row with what is empty as an empty text, all but its id."""
    return {name: value if name == "id" else str(value or "") for name, value in row.items()}


def iso(now: datetime) -> str:
    """A moment as it is kept."""
    return now.isoformat(timespec="seconds")
