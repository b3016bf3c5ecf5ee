"""The memory of people and chats: who was let in as what, by whom, when, and who was removed again.

The first names come from the configuration, each entry once; from then on this store is the truth, so that a removal
holds over the file and over every restart. Codes that let somebody in, requests of strangers and a log of what was
changed stand beside it. Every change and its line in the log are one transaction.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge.errors import NotFoundError
from knowledge.storage import Place, open_storage
from scheduler.access import Access, Group, Person, Role, Roll, kept_role
from scheduler.people_rows import call, iso, keep_an_admin, migrations, note, person, put, take_over, texts

CODE_LASTS = timedelta(days=7)


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
            people = {row["id"]: person(row) for row in self._database.rows("select * from people order by id")}
            groups = [Group(**texts(row)) for row in self._database.rows("select * from groups order by id")]
            moved = {row["old"]: row["new"] for row in self._database.rows("select * from moves")}
            self._roll = known = state, Roll(people, {group.id: group for group in groups}, moved)
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
                    take_over(db, key, number, now)
        self._writes += 1

    def add(self, user: int, role: Role, *, unit: str = "", by: str, now: datetime) -> Person:
        """Lets a person in, or gives one who is in another role and unit.

        Raises:
            RefusedError: that would leave no admin.
        """
        with self._database.writing() as db:
            if role is not Role.ADMIN:
                keep_an_admin(db, user)
            put(db, "people", user, by, now, role=str(role), unit=unit)
            note(db, by, now, f"người {user}: cho vào, {role.label}{f', {unit}' if unit else ''}")
        self._writes += 1
        return self.roll().people[user]

    def let_in(self, group: int, *, by: str, now: datetime) -> None:
        """Lets a group in."""
        with self._database.writing() as db:
            put(db, "groups", group, by, now)
            note(db, by, now, f"nhóm {group}: cho vào")
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
            keep_an_admin(db, number)
            sql = f"update {table} set removed_by = ?, removed_at = ? where id = ? and removed_at = ''"  # noqa: S608 - own names
            if not db.execute(sql, [by, iso(now), number]).rowcount:
                raise NotFoundError(f"{number}: nobody of this id is let in; `planbot people list` shows who is")
            note(db, by, now, f"{'người' if number > 0 else 'nhóm'} {number}: đưa ra")
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
            db.table("moves").insert({"old": old, "new": new}, replace=True)
            note(db, "Telegram", now, f"nhóm {old}: mã mới {new}")
        self._writes += 1

    def invite(self, role: Role, *, unit: str = "", by: str, now: datetime, lasts: timedelta = CODE_LASTS) -> str:
        """A code that lets one person in, once, for a while; fit for `t.me/BOT?start=CODE`."""
        code = secrets.token_urlsafe(12)
        row = {"hash": _hash(code), "role": str(role), "unit": unit, "by": by, "at": iso(now)}
        with self._database.writing() as db:
            db.table("invitations").insert({**row, "until": iso(now + lasts), "used_by": None, "used_at": ""})
            note(db, by, now, f"mời một người, {role.label}{f', {unit}' if unit else ''}")
        return code

    def accept(self, code: str, user: int, now: datetime, name: str = "") -> Person | None:
        """Lets in the person who shows a code; None where it is unknown, used, too old, or older than a removal."""
        with self._database.writing() as db:
            sql = "select role, unit, by, at from invitations where hash = ? and used_at = '' and until >= ?"
            invitation = db.execute(sql, [_hash(code), iso(now)]).fetchone()
            held = db.execute("select role, removed_at from people where id = ?", [user]).fetchone()
            if invitation is None or (held and held[1] and held[1] >= invitation[3]):
                return None
            role, unit, by, _ = invitation
            if held and not held[1]:
                role = max(Role(role), (kept_role(held[0]) or Role.VIEWER), key=lambda r: r.rank)
            put(db, "people", user, by, now, role=str(role), unit=unit)
            call(db, user, name)
            db.execute("update invitations set used_by = ?, used_at = ? where hash = ?", [user, iso(now), _hash(code)])
            note(db, by, now, f"người {user}: vào bằng thư mời, {Role(role).label}{f', {unit}' if unit else ''}")
        self._writes += 1
        return self.roll().people[user]

    def ask_in(self, user: int, name: str, now: datetime) -> bool:
        """A stranger asks to be let in; False where that waits already."""
        row = {"id": user, "name": name, "at": iso(now), "decided_by": "", "decided_at": ""}
        with self._database.writing() as db:
            if db.execute("select 1 from requests where id = ? and decided_at = ''", [user]).fetchone():
                return False
            db.table("requests").insert(row, replace=True)
            call(db, user, name)
            note(db, f"{name} ({user})", now, "xin được dùng")
        return True

    def names(self) -> dict[int, str]:
        """What people call themselves who came in by a code or have asked, and the titles of groups."""
        return {row["id"]: row["name"] for row in self._database.rows("select id, name from names")}

    def call(self, number: int, name: str) -> None:
        """Keeps what a person or a group calls itself now; where that is known nothing is written."""
        if name and self._database.tuples("select name from names where id = ?", [number]) != [(name,)]:
            with self._database.writing() as db:
                call(db, number, name)

    def requests(self) -> tuple[Request, ...]:
        """The strangers who wait for a decision, the first one first."""
        rows = self._database.rows("select id, name, at from requests where decided_at = '' order by at, id")
        return tuple(Request(**row) for row in rows)

    def decide(self, user: int, role: Role | None, *, unit: str = "", by: str, now: datetime) -> bool:
        """Lets a stranger in who has asked, or not (None); False where nothing waits any more."""
        with self._database.writing() as db:
            sql = "update requests set decided_by = ?, decided_at = ? where id = ? and decided_at = ''"
            if not db.execute(sql, [by, iso(now), user]).rowcount:
                return False
            if role:
                put(db, "people", user, by, now, role=str(role), unit=unit)
            note(db, by, now, f"người {user}: {f'cho vào, {role.label}' if role else 'không cho vào'}")
        self._writes += 1
        return True

    def note(self, who: str, what: str, now: datetime) -> None:
        """Adds a line to the log."""
        with self._database.writing() as db:
            note(db, who, now, what)

    def audit(self, most: int = 100) -> tuple[Noted, ...]:
        """The last lines of the log, the newest first."""
        rows = self._database.rows("select at, who, what from audit order by id desc limit ?", [most])
        return tuple(Noted(**row) for row in rows)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
