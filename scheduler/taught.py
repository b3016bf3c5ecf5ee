"""The memory of what the office taught; a lesson that was taken back stays with who did so and when."""

from datetime import datetime
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import readable
from knowledge.questions.lessons import Kind, Lesson, Lessons
from knowledge.storage import Place, open_storage

migrations = Migrations("scheduler.lessons")  # the name that data of before know the set by


@migrations()
def lessons(db: sqlite_utils.Database) -> None:
    """One row for each lesson."""
    said: dict[str, Any] = {"id": int, "kind": str, "said": str, "meant": str, "question": str, "by": str, "at": str}
    db.table("lessons").create({**said, "undone_by": str, "undone_at": str}, pk="id")


class LessonStore:
    """The lessons in one database. Safe to use from several threads: one at a time."""

    def __init__(self, path: Place) -> None:
        """Opens the database file, or one in memory, and brings it to the newest form."""
        self._database = open_storage(path, migrations)
        self._writes = 0
        self._held: tuple[tuple[int, int], Lessons] | None = None

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def all(self) -> Lessons:
        """What holds now, also as another process has changed it."""
        others = self._database.changes()
        held, state = self._held, (others, self._writes)
        if held is None or held[0] != state:
            rows = self._database.rows("select * from lessons where undone_at = '' order by id")
            self._held = held = state, Lessons(tuple(readable(rows, _lesson, "what was taught")))
        return held[1]

    def teach(self, lesson: Lesson, *, question: str = "", by: str, now: datetime) -> Lesson:
        """Keeps a lesson, and gives it with its number; `question` names the one that it was taught for."""
        at = now.isoformat(timespec="seconds")
        row = {"kind": str(lesson.kind), "said": lesson.said, "meant": lesson.meant, "question": question}
        with self._database.writing() as db:
            kept = {**row, "by": by, "at": at, "undone_by": "", "undone_at": ""}
            number = int(db.table("lessons").insert(kept).last_pk or 0)
        self._writes += 1
        return Lesson(lesson.kind, lesson.said, lesson.meant, number, by, at)

    def undo(self, number: int, *, by: str, now: datetime) -> Lesson | None:
        """Takes a lesson back; None where it does not hold any more."""
        found = next((lesson for lesson in self.all().every if lesson.number == number), None)
        with self._database.writing() as db:
            sql = "update lessons set undone_by = ?, undone_at = ? where id = ? and undone_at = ''"
            done = db.execute(sql, [by, now.isoformat(timespec="seconds"), number]).rowcount
        self._writes += 1
        return found if done else None


def _lesson(row: dict[str, Any]) -> Lesson:
    said, meant, by, at = (str(row[name] or "") for name in ("said", "meant", "by", "at"))
    return Lesson(Kind(row["kind"]), said, meant, int(row["id"]), by, at)
