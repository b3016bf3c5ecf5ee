"""The memory of what people reported of each row: every entry is kept, the last one that was not taken back counts.

A row's `Progress` is its entries read from the oldest to the newest. Taking back marks an entry and deletes nothing. An
extension is asked by a unit and decided by an admin; only the decision moves the date.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.errors import NotFoundError
from knowledge.model import Progress, State
from knowledge.storage import Place, open_storage
from knowledge.tasks.happened import SEVERAL, Act, Entry, ProofFile, fold

migrations = Migrations("knowledge.progress")


@migrations()
def entries(db: sqlite_utils.Database) -> None:
    """One row for everything that was said of a task."""
    db.table("progress").create(
        {
            "id": int, "ref": str, "act": str, "at": str, "who": str, "state": str, "note": str, "proof": str,
            "day": str, "undone_at": str, "undone_by": str,
        },
        pk="id",
        not_null={"ref", "act", "at"},
    )  # fmt: skip
    db.table("progress").create_index(["ref", "id"])


@migrations()
def date_that_an_extension_is_asked_for(db: sqlite_utils.Database) -> None:
    """Which of several dates of a row an extension moves."""
    db.table("progress").add_column("for_day", str)


@migrations()
def files_that_show_it(db: sqlite_utils.Database) -> None:
    """The document or picture on Telegram that came with a report."""
    [db.table("progress").add_column(name, str) for name in ("file", "file_kind", "file_name")]


@migrations()
def stale(db: sqlite_utils.Database) -> None:
    """The rows whose messages do not show yet what was said of them: how often that was, and when last."""
    db.table("stale").create({"ref": str, "times": int, "at": str}, pk="ref")


@dataclass(frozen=True, slots=True)
class Report:
    """What is reported of a row.

    Args:
        proof: number of the document that closes it, or the name of a file.
        done_for: the date that the report is for, where a row has several or recurs.
    """

    state: State
    note: str | None = None
    proof: str | None = None
    done_for: date | None = None
    file: ProofFile | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """More time that is asked for.

    Args:
        of: the date to be moved, where the row has several or recurs; the others stay.
    """

    until: date
    note: str | None = None
    of: date | None = None


class ProgressStore:
    """The entries in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)
        self._writes = 0
        self._all: tuple[tuple[int, int], Mapping[str, Progress]] | None = None

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def report(self, ref: str, report: Report, *, who: str, now: datetime) -> Progress:
        """Keeps a report and gives what now holds."""
        said = {"state": report.state, "note": report.note, "proof": report.proof, "day": report.done_for}
        return self._add(ref, Act.REPORT, who, now, **said, **(report.file.columns if report.file else {}))

    def later(self, ref: str, remind_on: date, *, who: str, now: datetime) -> Progress:
        """The unit has seen the reminder and asks for another one on a day."""
        return self._add(ref, Act.LATER, who, now, day=remind_on)

    def ask_extension(self, ref: str, asked: "Extension", *, who: str, now: datetime) -> Progress:
        """A unit asks for more time."""
        for_day = asked.of.isoformat() if asked.of else None
        return self._add(ref, Act.ASK, who, now, day=asked.until, for_day=for_day, note=asked.note)

    def decide_extension(self, ref: str, until: date | None, *, who: str, now: datetime) -> Progress:
        """An admin grants more time until a day (not always the one asked for), or refuses it (None).

        Raises:
            NotFoundError: no extension is asked for, or somebody else has decided at the same moment.
        """
        with self._database.writing() as db:
            if self.of(ref).state is not State.EXTENSION_ASKED:
                raise NotFoundError(f"{ref}: no extension is asked for")
            _insert(db, ref, Act.GRANT if until else Act.REFUSE, who, now, day=until)
        return self._added(ref)

    def set_due(self, ref: str, due: date | None, *, who: str, now: datetime) -> Progress:
        """An admin sets the date of a row, or lets the printed one hold again (None)."""
        return self._add(ref, Act.DATE, who, now, day=due)

    def set_lead(self, ref: str, units: Sequence[str], *, who: str, now: datetime) -> Progress:
        """An admin gives a row that the plan gives to nobody to units, or to nobody again."""
        return self._add(ref, Act.LEAD, who, now, note=SEVERAL.join(units))

    def undo(self, ref: str, *, who: str, now: datetime, number: int | None = None) -> Entry:
        """Takes back the last entry of a row, and gives it.

        Args:
            number: of the entry that is meant; nothing is taken back where another one came after it.

        Raises:
            NotFoundError: there is nothing to take back, or another entry came after the one that is meant.
        """
        with self._database.writing() as db:
            row = db.execute("select max(id) from progress where ref = ? and undone_at is null", [ref]).fetchone()
            if row[0] is None or number not in (None, row[0]):
                raise NotFoundError(f"{ref}: nothing has been reported, or something else since")
            db.execute("update progress set undone_at = ?, undone_by = ? where id = ?", [_iso(now), who, row[0]])
            _changed(db, ref, now)
        self._writes += 1
        return next(_entry(r) for r in self._database.rows("select * from progress where id = ?", [row[0]]))

    def of(self, ref: str) -> Progress:
        """What holds of one row."""
        return fold(self.history(ref))

    def all(self) -> Mapping[str, Progress]:
        """What holds of every row of which anything was reported, by its ref."""
        others = self._database.changes()
        known, state = self._all, (others, self._writes)
        if known is None or known[0] != state:
            by_ref: dict[str, list[Entry]] = {}
            rows = self._database.rows("select * from progress where undone_at is null order by id")
            for entry in readable(rows, _entry, "what was reported"):
                by_ref.setdefault(entry.ref, []).append(entry)
            self._all = known = state, {ref: fold(entries) for ref, entries in by_ref.items()}
        return known[1]

    def history(self, ref: str) -> tuple[Entry, ...]:
        """Everything that was said of a row, the oldest first, with what was taken back."""
        rows = self._database.rows("select * from progress where ref = ? order by id", [ref])
        return tuple(readable(rows, _entry, "what was reported"))

    def stale(self, since: datetime) -> Mapping[str, int]:
        """The rows of which something was said since then that messages do not show yet, each with how often so far."""
        return dict(self._database.tuples("select ref, times from stale where at >= ? order by at", [_iso(since)]))

    def refreshed(self, ref: str, times: int) -> None:
        """Messages show now what had been said of a row so many times; what was said since they do not."""
        with self._database.writing() as db:
            db.execute("delete from stale where ref = ? and times = ?", [ref, times])

    def _add(self, ref: str, act: Act, who: str, now: datetime, **fields: Any) -> Progress:  # noqa: ANN401 - columns
        with self._database.writing() as db:
            _insert(db, ref, act, who, now, **fields)
        return self._added(ref)

    def _added(self, ref: str) -> Progress:
        self._writes += 1
        return self.of(ref)


def _insert(
    db: sqlite_utils.Database, ref: str, act: Act, who: str, now: datetime, *, day: date | None = None, **fields: object
) -> None:
    row = {"ref": ref, "act": act, "at": _iso(now), "who": who, "day": day and day.isoformat(), **fields}
    db.table("progress").insert(row)
    _changed(db, ref, now)


def _changed(db: sqlite_utils.Database, ref: str, now: datetime) -> None:
    """In the transaction of what was said, so that no kill comes between: whoever shows messages finds it."""
    sql = (
        "insert into stale (ref, times, at) values (?, 1, ?) "
        "on conflict (ref) do update set times = stale.times + 1, at = excluded.at"
    )
    db.execute(sql, [ref, _iso(now)])


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        number=row["id"],
        ref=row["ref"],
        act=Act(row["act"]),
        at=_time(row["at"]),
        who=str(row["who"] or ""),
        state=State(row["state"]) if row["state"] else None,
        note=_text(row["note"]),
        proof=_text(row["proof"]),
        file=ProofFile(row["file"], row["file_kind"], row["file_name"] or "") if row["file"] else None,
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        for_day=date.fromisoformat(row["for_day"]) if row["for_day"] else None,
        undone_at=row["undone_at"],
        undone_by=row["undone_by"],
    )


def _time(text: str) -> str:
    """An ISO time as it is stored; ValueError or TypeError where it is none."""
    datetime.fromisoformat(text)
    return text


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _iso(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
