"""The memory of people and chats: who was let in as what, by whom, when, and who was removed again.

The first names come from the configuration, each entry once; from then on this store is the truth, so that a removal
holds over the file and over every restart. Codes that let somebody in, requests of strangers and a log of what was
changed stand beside it. Every change and its line in the log are one transaction.
"""

import hashlib
import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.errors import NotFoundError, RefusedError
from knowledge.storage import Place, open_storage
from scheduler.access import Access, Group, Person, Role, Roll, kept_role

log, migrations = logging.getLogger(__name__), Migrations("scheduler.people")
CODE_LASTS = timedelta(days=7)

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


@dataclass(frozen=True, slots=True)
class Request:
    """A stranger who asks to be let in."""

    id: int
    name: str
    at: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the log: when, who, what."""

    at: str
    who: str
    what: str


class PeopleStore:
    """People and groups in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)
        self._writes = 0
        self._roll: tuple[tuple[int, int], Roll] | None = None

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def roll(self) -> Roll:
        """Everybody as they stand now, also as another process has changed it. Only reads."""
        others = self._database.changes()
        known, state = self._roll, (others, self._writes)
        if known is None or known[0] != state:
            people = {row["id"]: _person(row) for row in self._database.rows("select * from people order by id")}
            groups = [Group(**_texts(row)) for row in self._database.rows("select * from groups order by id")]
            self._roll = known = state, Roll(people, {group.id: group for group in groups})
        return known[1]

    def take_over(self, access: Access, now: datetime, linked: frozenset[int] = frozenset()) -> None:
        """Lets in whom the configuration names, each entry once; who was removed stays removed.

        Args:
            linked: chats that stood for a unit before there was a store of people; they were let in by that.
        """
        wanted = [(key, number) for key in ("admins", "leaders", "users", "groups") for number in getattr(access, key)]
        known = {(row["key"], row["id"]) for row in self._database.rows("select key, id from taken_over")}
        first = () if ("links", 0) in known else (("links", 0), *(("link", chat) for chat in sorted(linked)))
        new = [entry for entry in (*sorted(wanted), *first) if entry not in known]
        if not new:
            return
        with self._database.writing() as db:
            for key, number in new:
                db.table("taken_over").insert({"key": key, "id": number}, ignore=True)
                if number:
                    _take_over(db, key, number, now)
        self._writes += 1

    def add(self, user: int, role: Role, *, unit: str = "", by: str, now: datetime) -> Person:
        """Lets a person in, or gives one who is in another role and unit.

        Raises:
            RefusedError: that would leave no admin.
        """
        with self._database.writing() as db:
            if role is not Role.ADMIN:
                _keep_an_admin(db, user)
            _put(db, "people", user, by, now, role=str(role), unit=unit)
            _note(db, by, now, f"người {user}: cho vào, {role.label}{f', {unit}' if unit else ''}")
        self._writes += 1
        return self.roll().people[user]

    def let_in(self, group: int, *, by: str, now: datetime) -> None:
        """Lets a group in."""
        with self._database.writing() as db:
            _put(db, "groups", group, by, now)
            _note(db, by, now, f"nhóm {group}: cho vào")
        self._writes += 1

    def tie(self, chat: int, unit: str, *, by: str, now: datetime) -> None:
        """Lets in the chat that an admin ties to a unit: a group, or a person, who then speaks for the unit."""
        if chat < 0:
            self.let_in(chat, by=by, now=now)
            return
        role = self.roll().role(chat) or Role.FOCAL
        self.add(chat, max(role, Role.FOCAL, key=lambda r: r.rank), unit=unit, by=by, now=now)

    def remove(self, number: int, *, by: str, now: datetime) -> None:
        """Removes a person or a group; it may nothing from now on, whatever the configuration says.

        Raises:
            NotFoundError: nobody of this id is let in.
            RefusedError: the last admin.
        """
        table = "people" if number > 0 else "groups"
        with self._database.writing() as db:
            _keep_an_admin(db, number)
            sql = f"update {table} set removed_by = ?, removed_at = ? where id = ? and removed_at = ''"  # noqa: S608 - own names
            if not db.execute(sql, [by, _iso(now), number]).rowcount:
                raise NotFoundError(f"{number}: nobody of this id is let in; `planbot people list` shows who is")
            _note(db, by, now, f"{'người' if number > 0 else 'nhóm'} {number}: đưa ra")
        self._writes += 1

    def move(self, old: int, new: int, now: datetime) -> None:
        """A group has a new id and keeps what it was."""
        with self._database.writing() as db:
            if db.execute("select 1 from groups where id = ?", [old]).fetchone():
                db.execute("delete from groups where id = ?", [new])
                db.execute("update groups set id = ? where id = ?", [new, old])
            if db.execute("select 1 from names where id = ?", [old]).fetchone():
                db.execute("delete from names where id = ?", [new])
                db.execute("update names set id = ? where id = ?", [new, old])
            _note(db, "Telegram", now, f"nhóm {old}: mã mới {new}")
        self._writes += 1

    def invite(self, role: Role, *, unit: str = "", by: str, now: datetime, lasts: timedelta = CODE_LASTS) -> str:
        """A code that lets one person in, once, for a while; fit for `t.me/BOT?start=CODE`."""
        code = secrets.token_urlsafe(12)
        row = {"hash": _hash(code), "role": str(role), "unit": unit, "by": by, "at": _iso(now)}
        with self._database.writing() as db:
            db.table("invitations").insert({**row, "until": _iso(now + lasts), "used_by": None, "used_at": ""})
            _note(db, by, now, f"mời một người, {role.label}{f', {unit}' if unit else ''}")
        return code

    def accept(self, code: str, user: int, now: datetime, name: str = "") -> Person | None:
        """Lets in the person who shows a code; None where it is unknown, used, too old, or older than a removal."""
        with self._database.writing() as db:
            sql = "select role, unit, by, at from invitations where hash = ? and used_at = '' and until >= ?"
            invitation = db.execute(sql, [_hash(code), _iso(now)]).fetchone()
            held = db.execute("select role, removed_at from people where id = ?", [user]).fetchone()
            if invitation is None or (held and held[1] and held[1] >= invitation[3]):
                return None
            role, unit, by, _ = invitation
            if held and not held[1]:
                role = max(Role(role), (kept_role(held[0]) or Role.VIEWER), key=lambda r: r.rank)
            _put(db, "people", user, by, now, role=str(role), unit=unit)
            _call(db, user, name)
            db.execute("update invitations set used_by = ?, used_at = ? where hash = ?", [user, _iso(now), _hash(code)])
            _note(db, by, now, f"người {user}: vào bằng thư mời, {Role(role).label}{f', {unit}' if unit else ''}")
        self._writes += 1
        return self.roll().people[user]

    def ask_in(self, user: int, name: str, now: datetime) -> bool:
        """A stranger asks to be let in; False where that waits already."""
        row = {"id": user, "name": name, "at": _iso(now), "decided_by": "", "decided_at": ""}
        with self._database.writing() as db:
            if db.execute("select 1 from requests where id = ? and decided_at = ''", [user]).fetchone():
                return False
            db.table("requests").insert(row, replace=True)
            _call(db, user, name)
            _note(db, f"{name} ({user})", now, "xin được dùng")
        return True

    def names(self) -> dict[int, str]:
        """What people call themselves who came in by a code or have asked, and the titles of groups."""
        return {row["id"]: row["name"] for row in self._database.rows("select id, name from names")}

    def call(self, number: int, name: str) -> None:
        """Keeps what a person or a group calls itself now; where that is known nothing is written."""
        if name and self._database.tuples("select name from names where id = ?", [number]) != [(name,)]:
            with self._database.writing() as db:
                _call(db, number, name)

    def requests(self) -> tuple[Request, ...]:
        """The strangers who wait for a decision, the first one first."""
        rows = self._database.rows("select id, name, at from requests where decided_at = '' order by at, id")
        return tuple(Request(**row) for row in rows)

    def decide(self, user: int, role: Role | None, *, unit: str = "", by: str, now: datetime) -> bool:
        """Lets a stranger in who has asked, or not (None); False where nothing waits any more."""
        with self._database.writing() as db:
            sql = "update requests set decided_by = ?, decided_at = ? where id = ? and decided_at = ''"
            if not db.execute(sql, [by, _iso(now), user]).rowcount:
                return False
            if role:
                _put(db, "people", user, by, now, role=str(role), unit=unit)
            _note(db, by, now, f"người {user}: {f'cho vào, {role.label}' if role else 'không cho vào'}")
        self._writes += 1
        return True

    def note(self, who: str, what: str, now: datetime) -> None:
        """Adds a line to the log."""
        with self._database.writing() as db:
            _note(db, who, now, what)

    def audit(self, most: int = 100) -> tuple[Noted, ...]:
        """The last lines of the log, the newest first."""
        rows = self._database.rows("select at, who, what from audit order by id desc limit ?", [most])
        return tuple(Noted(**row) for row in rows)


def _take_over(db: sqlite_utils.Database, key: str, number: int, now: datetime) -> None:
    """Lets one entry of the configuration in, unless somebody has decided about it already."""
    by = f"config.toml access.{key}" if key != "link" else "units link"
    if key == "groups" or (key == "link" and number < 0):
        if not db.execute("select 1 from groups where id = ?", [number]).fetchone():
            _put(db, "groups", number, by, now)
        return
    role = _ROLE_OF_KEY.get(key, Role.FOCAL)
    held = db.execute("select role, removed_at, unit from people where id = ?", [number]).fetchone()
    if held is None or (not held[1] and (kept_role(held[0]) or Role.VIEWER).rank < role.rank):
        _put(db, "people", number, by, now, role=str(role), unit=held[2] if held else "")


def _put(db: sqlite_utils.Database, table: str, number: int, by: str, now: datetime, **columns: str) -> None:
    """A row that is let in; who was in already keeps since when and by whom."""
    held = db.execute(f"select added_by, added_at from {table} where id = ? and removed_at = ''", [number]).fetchone()  # noqa: S608 - own names
    by, at = held or (by, _iso(now))
    since = {"added_by": by, "added_at": at, "removed_by": "", "removed_at": ""}
    db.table(table).insert({"id": number, **columns, **since}, replace=True)


def _call(db: sqlite_utils.Database, user: int, name: str) -> None:
    if name:
        db.table("names").insert({"id": user, "name": name}, replace=True)


def _keep_an_admin(db: sqlite_utils.Database, leaving: int) -> None:
    admins = {row[0] for row in db.execute("select id from people where role = 'admin' and removed_at = ''")}
    if admins == {leaving}:
        raise RefusedError(f"{leaving} is the last admin and stays one; make somebody else an admin first")


def _note(db: sqlite_utils.Database, who: str, now: datetime, what: str) -> None:
    db.table("audit").insert({"at": _iso(now), "who": who, "what": what})


def _person(row: dict[str, Any]) -> Person:
    """A person; of whom it cannot be read what they may do, they may nothing, and everybody else may what they may."""
    texts, role = _texts(row), kept_role(row["role"])
    if role is None:
        log.error("what person %(user)s may do cannot be read; they are kept out", {"user": row["id"]})
        texts["removed_at"] = texts["added_at"] or "?"
    return Person(**{**texts, "role": role or Role.VIEWER})


def _texts(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value if name == "id" else str(value or "") for name, value in row.items()}


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def _iso(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
