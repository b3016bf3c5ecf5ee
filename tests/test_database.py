"""The one database file: what it keeps, and opening it by several processes at once."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.database import Database
from knowledge.errors import RefusedError

ROOT = Path(__file__).resolve().parents[1]
OPENING = """
import sys
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


def test_what_was_committed_outlives_a_power_cut(tmp_path: Path) -> None:
    database = Database(tmp_path / "planbot.db", migrations)
    assert database.tuples("pragma synchronous") == [(2,)]
    assert database.tuples("pragma journal_mode") == [("wal",)]
    database.close()


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
