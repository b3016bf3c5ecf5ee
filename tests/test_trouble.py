"""What goes wrong around planbot (disks, rights, damage, wild values) is told in plain words and loses nothing."""

import json
import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from local_telegram import ROOT

from bot.cli import main
from bot.logs import Discreet
from bot.terminal import printable
from knowledge.library.library import Library
from scheduler.clock import system_clock

SAMPLE = ROOT / "knowledge" / "samples" / "chuyen-doi-so-2027.txt"
STEM = "chuyen-doi-so-2027"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a plan, of which each test has a copy."""
    folder = tmp_path_factory.mktemp("filled")
    library = Library.open(folder / "data")
    library.commit(library.prepare(SAMPLE), system_clock()())
    library.close()
    return folder / "data"


@pytest.fixture
def data(filled: Path, tmp_path: Path) -> Path:
    """A data folder with a plan."""
    return Path(shutil.copytree(filled, tmp_path / "data"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command: (exit code, standard output, standard error)."""
    monkeypatch.setattr("os.umask", lambda _mask: 0)

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(map(str, arguments)))
        out, err = capsys.readouterr()
        assert "unexpected" not in err
        assert "fault of planbot" not in err
        return int(ended.value.code or 0), out, err

    return run


def change(data: Path, sql: str, *values: object) -> None:
    with sqlite3.connect(data / "planbot.db") as connection:
        connection.execute(sql, values)
    connection.close()


def the_rows(data: Path) -> int:
    library = Library.open(data)
    count = sum(len(plan.task_refs) for plan in library.snapshot.plans)
    library.close()
    return count


@pytest.mark.parametrize(
    "record",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="another thing"),
        pytest.param("{}", id="empty"),
        pytest.param('{"task": 5}', id="a number for words"),
        pytest.param('{"task": "a", "lead": [1]}', id="a number for a unit"),
        pytest.param('{"task": "a", "deadline": {"due": ["2027-02-30"]}}', id="a day that no calendar has"),
        pytest.param('{"task": "a", "new": 1}', id="a field of a later version"),
        pytest.param('{"task": "\\ud800"}', id="half a character"),
        pytest.param("[" * 100_000, id="very deep"),
        pytest.param(None, id="null"),
        pytest.param(b"\xff", id="bytes"),
    ],
)
def test_one_bad_record_takes_only_itself_away_and_check_names_it(data: Path, run: Run, record: object) -> None:
    before = the_rows(data)
    change(data, "update rows set record = ? where part = 'task' and position = 1", record)
    assert the_rows(data) == before - 1
    code, out, _ = run("--data", data, "check")
    assert code == 1
    assert f"{STEM}, version 1: task 1 cannot be read and is left out" in out


@pytest.mark.parametrize("column", ["heading", "glossary", "doubts"])
def test_a_plan_whose_head_cannot_be_read_keeps_its_rows(data: Path, column: str) -> None:
    before = the_rows(data)
    change(data, f"update versions set {column} = '{{\"years\": [99999]' ")  # noqa: S608 - a name of the test
    assert the_rows(data) == before


@pytest.mark.parametrize("command", [("plans", "list"), ("ask", "ai chủ trì?"), ("due",), ("progress", "list")])
def test_a_damaged_page_is_told_with_the_file_and_what_to_do(data: Path, run: Run, command: tuple[str, ...]) -> None:
    change(data, "pragma wal_checkpoint(truncate)")
    whole = (data / "planbot.db").read_bytes()
    (data / "planbot.db").write_bytes(whole[:4096] + b"\x5a" * (len(whole) - 4096))
    code, _, err = run("--data", data, *command)
    assert code == 3
    assert f"{data / 'planbot.db'}: " in err
    assert "bring back the last backup" in err
    code, out, _ = run("--data", data, "check")
    assert code == 1
    assert "bring back the last backup" in out


def test_a_database_of_a_newer_version_is_refused(data: Path, run: Run) -> None:
    change(data, "insert into _sqlite_migrations (migration_set, name, applied_at) values ('knowledge.store', 'x', '')")
    code, _, err = run("--data", data, "plans", "list")
    assert code == 3
    assert "was written by a newer planbot (x is not known here)" in err


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from bot.cli import main
main(sys.argv[2:])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of this kind are of Linux")
@pytest.mark.parametrize("room", [10_000, 60_000])
def test_a_full_disk_is_told_and_what_was_kept_is_still_there(data: Path, tmp_path: Path, room: int) -> None:
    before = the_rows(data)
    new = tmp_path / "moi.txt"
    shutil.copy(SAMPLE, new)
    command = [sys.executable, "-c", FULL, str(room), "--data", str(data), "plans", "add", str(new), "--as", "moi"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 3, done.stderr
    assert str(data) in done.stderr or "the data folder" in done.stderr
    assert "try again" in done.stderr
    assert "Traceback" not in done.stderr
    assert the_rows(data) == before


def test_a_folder_that_may_only_be_read_is_told(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(data / "planbot.db"))

    monkeypatch.setattr("knowledge.database.make_file", refuse)
    code, _, err = run("--data", data, "plans", "list")
    assert code == 3
    assert "permission denied; give the user who runs planbot the right" in err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("deadline", "Quý I", "--year", "10000"), id="year of a deadline"),
        pytest.param(("deadline", "Quý I", "--year", "9" * 400), id="a very long number"),
        pytest.param(("calendar", "list", "--year", "9999"), id="year of the calendar"),
        pytest.param(("calendar", "off", "9999-12-31"), id="day of the calendar"),
        pytest.param(("due", "--from", "0001-01-01"), id="day before all plans"),
        pytest.param(("due", "--to", "9999-12-31"), id="day after all plans"),
        pytest.param(("units", "link", "Thanh tra Sở", "-5", "--thread", "9" * 30), id="topic"),
        pytest.param(("units", "unlink", "Thanh tra Sở", "9" * 30), id="chat"),
        pytest.param(("plans", "rollback", STEM, "--to", "9" * 30), id="version"),
        pytest.param(("--now", "9999-12-31T23:59", "due"), id="clock"),
        pytest.param(("remind", "--dry-run", "--on", "9999-12-31"), id="day of the reminders"),
    ],
)
def test_values_that_are_out_of_range_are_wrong_use(data: Path, run: Run, arguments: tuple[str, ...]) -> None:
    code, _, err = run("--data", data, *arguments)
    assert (code, err.count("Error: ")) == (2, 1)


def test_a_plan_whose_stored_name_is_no_text_takes_only_itself_away(data: Path, run: Run) -> None:
    rows = the_rows(data)
    run("--data", data, "plans", "add", SAMPLE, "--as", "ke-hoach-khac")
    change(data, "update plans set stem = ? where stem = 'ke-hoach-khac'", b"\xff")
    code, out, _ = run("--data", data, "check")
    assert code == 1
    assert "a plan whose stored name is b'\\xff' is left out" in out
    assert run("--data", data, "remind", "--dry-run")[0] == 0
    assert the_rows(data) == rows


@pytest.mark.parametrize("column", ["file", "source", "sha256", "added", "by", "number"])
def test_a_version_whose_record_holds_no_text_takes_nothing_else_away(data: Path, run: Run, column: str) -> None:
    run("--data", data, "plans", "add", SAMPLE, "--as", "ke-hoach-khac")
    change(data, f"update versions set [{column}] = ? where id = 1", b"\xff\x00")  # noqa: S608 - a name of the test
    assert run("--data", data, "check")[0] == 1
    assert run("--data", data, "plans", "list")[0] == 0
    assert run("--data", data, "plans", "show", "ke-hoach-khac")[0] == 0


@pytest.mark.parametrize("name", ["../../evil", "/abs", "k" * 300, ".x", "a\x1b[2Jb", ""])
def test_a_bad_name_is_refused_wherever_it_enters_and_nothing_is_written(data: Path, run: Run, name: str) -> None:
    before = {path for path in data.parent.rglob("*") if path.suffix != ".lock"}
    code, _, err = run("--data", data, "plans", "add", SAMPLE, "--as", name)
    assert code in {2, 3}
    assert "cannot be the name of a plan" in err
    assert run("--data", data, "plans", "diff", SAMPLE, "--as", name)[0] in {2, 3}
    assert {path for path in data.parent.rglob("*") if path.suffix != ".lock"} == before


def test_control_characters_in_names_do_not_reach_the_terminal(data: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a\x1b]0;x\x07\x9bb.txt"
    shutil.copy(SAMPLE, file)
    change(data, "update versions set source = ?", file.name)
    outputs = (
        *run("--data", data, "plans", "add", file)[1:],
        *run("--data", data, "plans", "show", "b\x1b[2J\x07")[1:],
        *run("--data", data, "plans", "show", STEM)[1:],
        *run("--data", data, "plans", "add", SAMPLE, "--\x1b[2J")[1:],
        *run("--data", data, "ask", "ai chủ trì\x1b[2J?", "--json")[1:],
    )
    assert not [text for text in outputs if text != printable(text)]
    assert any("\N{REPLACEMENT CHARACTER}" in text for text in outputs)


def test_the_log_holds_no_control_character() -> None:
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "chat %s", ("\x1b[2J",), None)
    assert "\x1b" not in Discreet("").format(record)


def test_bytes_of_a_files_name_that_are_no_text_are_shown_as_such_and_no_fault(run: Run, tmp_path: Path) -> None:
    named = Path(os.fsdecode(os.fsencode(tmp_path) + b"/ke\xff\x9b31mhoach.txt"))
    shutil.copyfile(SAMPLE, named)
    code, out, _ = run("extract", "--json", named)
    assert (code, json.loads(out)["source"]) == (0, named.name)
    assert out.isprintable() or out.rstrip("\n").isprintable()
    code, out, _ = run("extract", named)
    assert code == 0
    assert out == printable(out)
