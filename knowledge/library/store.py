"""The memory of the library in SQLite: plans, their versions, and the rows that were read from each.

Every version that was ever taken stays, with its rows and the name of its original file; one of them is the current
one. What is written is written in one transaction, so a version is there whole or not at all. The search index is
derived from it.
"""

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any, TypeVar

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import UNREADABLE
from knowledge.library import records
from knowledge.library.snapshot import LoadedPlan, load
from knowledge.library.succession import HandedIn
from knowledge.model import Doubt, Heading, Passage, Plan, Target, Task
from knowledge.storage import Place, open_storage

migrations = Migrations("knowledge.store")
log = logging.getLogger(__name__)
T = TypeVar("T")


@migrations()
def plans_versions_and_rows(db: sqlite_utils.Database) -> None:
    """The three tables of the library."""
    db.table("plans").create({"id": int, "stem": str, "version": int}, pk="id", not_null={"stem"})
    db.table("plans").create_index(["stem"], unique=True)
    db.table("versions").create(
        {
            "id": int, "plan": int, "number": int, "source": str, "file": str, "sha256": str, "added": str, "by": str,
            "heading": str, "glossary": str, "doubts": str,
        },
        pk="id",
        foreign_keys=[("plan", "plans", "id")],
    )  # fmt: skip
    db.table("versions").create_index(["plan", "number"], unique=True)
    db.table("rows").create(
        {"version": int, "part": str, "position": int, "ref": str, "record": str},
        pk=("version", "part", "position"),
        foreign_keys=[("version", "versions", "id")],
    )


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a plan as it was taken.

    Args:
        number: 1 for the first.
        file: path of the original below the data folder.
        added: ISO time; by: who handed it in.
    """

    stem: str
    number: int
    source: str
    file: str
    sha256: str
    added: str
    by: str = ""


class Store:
    """Plans and versions in one database. Safe to use from several threads."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self.place = path
        self._db = open_storage(path, migrations)
        self._unreadable: dict[str, tuple[str, ...]] = {}

    def close(self) -> None:
        """Closes the database."""
        self._db.close()

    def numbers(self) -> dict[str, int]:
        """The number of the current version of every plan, in the order in which the plans first came."""
        rows = self._db.rows(
            "select plans.stem, versions.number from plans join versions on versions.id = plans.version "
            "order by plans.id"
        )
        found = {row["stem"]: row["number"] for row in rows}
        nameless = [stem for stem in found if not isinstance(stem, str)]
        self._unreadable[""] = tuple(f"a plan whose stored name is {stem!r} is left out" for stem in nameless)
        return {stem: number for stem, number in found.items() if stem not in nameless}

    def known(self) -> tuple[HandedIn, ...]:
        """Every plan that was ever taken, by what its current version (else its newest) says of itself."""
        rows = self._db.rows(
            "select plans.stem, versions.heading, plans.version is not null as in_force from plans join versions on "
            "versions.id = coalesce(plans.version, (select max(id) from versions where plan = plans.id)) "
            "order by plans.id"
        )
        return tuple(
            HandedIn(
                row["stem"],
                _Reader(row["stem"]).read("the heading", records.heading, row["heading"]) or Heading(),
                bool(row["in_force"]),
            )
            for row in rows
            if isinstance(row["stem"], str)
        )  # fmt: skip

    def version(self, stem: str, number: int) -> LoadedPlan | None:
        """One version of a plan, or None."""
        rows = self._db.rows(f"{_VERSIONS} where plans.stem = ? and versions.number = ?", [stem, number])
        return self._plan(rows[0]) if rows else None

    def versions(self, stem: str) -> list[Version]:
        """All versions of a plan that is in the library, the oldest first; one whose number is none is left out."""
        rows = self._db.rows(
            f"{_VERSIONS} where plans.stem = ? and plans.version is not null order by versions.number", [stem]
        )
        return [_version(row) for row in rows if isinstance(row["number"], int)]

    def next_number(self, stem: str) -> int:
        """The number that the next version of a plan gets; numbers are not used twice, even after a removal."""
        [row] = self._db.rows(
            "select coalesce(max(number), 0) + 1 as next from versions join plans on plans.id = versions.plan "
            "where plans.stem = ?",
            [stem],
        )
        return int(row["next"])

    def add(self, version: Version, loaded: LoadedPlan) -> None:
        """Keeps a version with its rows and makes it the current one, in one transaction."""
        with self._db.writing() as db:
            db.execute("insert into plans (stem) values (?) on conflict do nothing", [version.stem])
            [plan] = db.execute("select id from plans where stem = ?", [version.stem]).fetchone()
            added = int(str(db.table("versions").insert(_version_row(plan, version, loaded.plan)).last_pk))
            db.table("rows").insert_all(_item_rows(added, loaded))
            db.execute("update plans set version = ? where id = ?", [added, plan])

    def make_current(self, stem: str, number: int) -> None:
        """Makes a kept version the current one."""
        with self._db.writing() as db:
            db.execute(
                "update plans set version = (select versions.id from versions where versions.plan = plans.id and "
                "versions.number = ?) where stem = ?",
                [number, stem],
            )

    def remove(self, stem: str) -> bool:
        """Takes a plan out of the library; its versions stay in the database. False where there is none."""
        with self._db.writing() as db:
            query = "update plans set version = null where stem = ? and version is not null"
            return db.execute(query, [stem]).rowcount > 0

    def damage(self) -> list[str]:
        """What is wrong with the file; nothing where it is whole."""
        return self._db.damage()

    def unreadable(self) -> list[str]:
        """The records that could not be read so far."""
        return list(chain.from_iterable(self._unreadable.values()))

    def _plan(self, row: dict[str, Any]) -> LoadedPlan:
        """A version as it was taken, without the records that cannot be read any more; those are logged and kept."""
        reader = _Reader(f"{row['stem']}, version {row['number']}")
        parts: dict[str, list[tuple[str, Any]]] = {name: [] for name in _PARSERS}
        query = "select part, ref, position, record from rows where version = ? order by part, position"
        for part, ref, position, text in self._db.tuples(query, [row["id"]]):
            item = reader.read(f"{part} {position}", partial(_item, part, ref), text)
            if item is not None:
                parts[part].append((ref, item))
        plan = Plan(
            source=str(row["source"]),
            heading=reader.read("the heading", records.heading, row["heading"]) or Heading(),
            tasks=tuple(task for _, task in parts["task"]),
            targets=tuple(target for _, target in parts["target"]),
            passages=tuple(passage for _, passage in parts["passage"]),
            glossary=reader.read("the abbreviations", _glossary, row["glossary"]) or (),
            doubts=reader.read("the doubts", _doubts, row["doubts"]) or (),
        )
        self._unreadable[row["stem"]] = tuple(reader.problems)
        return load(row["stem"], plan, tuple(ref for ref, _ in parts["task"]))


@dataclass(slots=True)
class _Reader:
    """Reads the records of one version; what cannot be read is a problem, and takes nothing else away."""

    version: str
    problems: list[str] = field(default_factory=list)

    def read(self, what: str, parse: Callable[[Any], T], text: str) -> T | None:
        """What a record holds, None where it cannot be read."""
        try:
            return parse(records.from_json(text))
        except UNREADABLE as error:
            problem = f"{self.version}: {what} cannot be read and is left out ({error!r}); hand the plan in again"
            self.problems.append(problem)
            log.error(  # noqa: TRY400 - the record is at fault, not the program, and may hold texts
                "a record of %(version)s cannot be read and is left out: %(what)s, %(kind)s",
                {"version": self.version, "what": what, "kind": type(error).__name__},
            )
            return None


def _version(row: dict[str, Any]) -> Version:
    """What another hand has put in place of a text is shown as it is, so that it takes nothing else away."""
    texts = {name: row[name] for name in Version.__dataclass_fields__ if name != "number"}
    shown = {
        name: text if isinstance(text, str) else "" if text is None else repr(text) for name, text in texts.items()
    }
    return Version(number=row["number"], **shown)


def _item(part: str, ref: object, data: Any) -> Task | Target | Passage:  # noqa: ANN401 - a record
    if not isinstance(ref, str):
        raise TypeError(f"ref = {ref!r}")
    return _PARSERS[part](data)


def _glossary(data: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - a record
    return tuple((str(short), str(long)) for short, long in data)


def _doubts(data: Any) -> tuple[Doubt, ...]:  # noqa: ANN401 - a record
    return tuple(map(records.doubt, data))


_PARSERS: dict[str, Callable[[Any], Task | Target | Passage]] = {
    "task": records.task,
    "target": records.target,
    "passage": records.passage,
}
_VERSIONS = "select plans.stem, versions.* from plans join versions on versions.plan = plans.id"


def _version_row(plan: int, version: Version, content: Plan) -> dict[str, Any]:
    return {
        "plan": plan,
        "number": version.number,
        "source": version.source,
        "file": version.file,
        "sha256": version.sha256,
        "added": version.added,
        "by": version.by,
        "heading": _json(records.record(content.heading)),
        "glossary": _json(content.glossary),
        "doubts": _json([records.record(doubt) for doubt in content.doubts]),
    }


def _item_rows(version: int, loaded: LoadedPlan) -> list[dict[str, Any]]:
    plan = loaded.plan
    parts: tuple[tuple[str, Sequence[Task | Target | Passage], tuple[str, ...]], ...] = (
        ("task", plan.tasks, loaded.task_refs),
        ("target", plan.targets, loaded.target_refs),
        ("passage", plan.passages, loaded.passage_refs),
    )
    return [
        {"version": version, "part": part, "position": n, "ref": ref, "record": _json(records.record(item))}
        for part, items, refs in parts
        for n, (item, ref) in enumerate(zip(items, refs, strict=True))
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
