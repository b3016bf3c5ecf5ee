"""The one database file: what it keeps, and opening it by several processes at once."""

import gc
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import LARGEST_JOURNAL, Database, shrink_journal
from knowledge.errors import BusyError, RefusedError, StorageError

ROOT = Path(__file__).resolve().parents[1]
OPENING = """
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from scheduler.ledger import Ledger
from scheduler.units import UnitStore
sys.stdin.readline()
path = Path(sys.argv[1])
for store in (Ledger(path), UnitStore(path)):
    store.close()
"""
migrations = Migrations("tests.database")


@migrations()
def notes(db: sqlite_utils.Database) -> None:
    db.table("notes").create({"text": str})


belonging = Migrations("tests.belonging")


@belonging()
def plans(db: sqlite_utils.Database) -> None:
    db.table("plans").create({"id": int}, pk="id")
    db.table("versions").create({"plan": int}, foreign_keys=[("plan", "plans", "id")])


def test_what_was_committed_outlives_a_power_cut(tmp_path: Path) -> None:
    database = Database(tmp_path / "planbot.db", migrations)
    assert database.tuples("pragma synchronous") == [(2,)]
    assert database.tuples("pragma journal_mode") == [("wal",)]
    database.close()


def test_a_row_that_belongs_to_nothing_is_not_taken(tmp_path: Path) -> None:
    database = Database(tmp_path / "planbot.db", belonging)
    with database.writing() as db:
        db.table("plans").insert({"id": 1})
        db.table("versions").insert({"plan": 1})
    with pytest.raises(sqlite3.IntegrityError), database.writing() as db:
        db.table("versions").insert({"plan": 2})
    with pytest.raises(sqlite3.IntegrityError), database.writing() as db:
        db.table("plans").delete(1)
    assert database.tuples("select plan from versions") == [(1,)]
    database.close()


def test_the_journal_of_many_writes_is_bounded_and_empty_when_it_was_written_back(tmp_path: Path) -> None:
    path = tmp_path / "planbot.db"
    database = Database(path, migrations)
    for _ in range(40):
        with database.writing() as db:
            db.table("notes").insert_all({"text": "x" * 1000} for _ in range(1000))
    journal = path.with_name("planbot.db-wal")
    assert 0 < journal.stat().st_size <= LARGEST_JOURNAL
    assert shrink_journal(path)
    assert journal.stat().st_size == 0
    database.close()


def test_one_in_memory_is_closed_with_its_object() -> None:
    database = Database(None, migrations)
    connection = database._opened[0]
    del database
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("select 1")


def test_several_processes_may_open_a_new_file_at_the_same_moment(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPENING, str(tmp_path / "planbot.db")]
    opening = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(6)
    ]
    for process in opening:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    assert [process.communicate(timeout=60)[1] for process in opening] == [""] * 6


def test_a_file_that_is_no_database_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "planbot.db"
    path.write_text("no database at all, but long enough to be looked at" * 40, encoding="utf-8")
    with pytest.raises(RefusedError, match=r"planbot\.db: file is not a database; this is no database of planbot"):
        Database(path, migrations)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A database that another connection is writing to."""
    path = tmp_path / "planbot.db"
    Database(path, migrations).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    yield path
    other.rollback()
    other.close()


def test_who_writes_beside_another_process_is_told_that_the_folder_is_busy_and_reading_goes_on(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.database.WAIT_SECONDS", 0.01)
    database = Database(locked, migrations)
    with pytest.raises(BusyError, match="the data folder is busy"), database.writing() as db:
        db.table("notes").insert({"text": "x"})
    assert database.rows("select * from notes") == []
    database.close()


def test_reading_does_not_wait_for_a_write_of_the_same_store(tmp_path: Path) -> None:
    database = Database(tmp_path / "planbot.db", migrations)
    with database.writing() as db, ThreadPoolExecutor(1) as other:
        db.table("notes").insert({"text": "x"})
        assert other.submit(database.rows, "select * from notes").result(timeout=10) == []
    assert database.rows("select * from notes") == [{"text": "x"}]
    database.close()


def test_reading_writes_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "planbot.db", migrations)
    with pytest.raises(StorageError, match="readonly"):
        database.rows("delete from notes")
    database.close()
