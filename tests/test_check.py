"""`planbot check`: each problem on a line that names what it is about, none hidden by another."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import OFFICE, a_link, at
from local_telegram import ROOT

from bot.cli import main
from knowledge.library.library import Library
from scheduler.access import Access, Role
from scheduler.ledger import Ledger
from scheduler.people import PeopleStore
from scheduler.units import UnitStore

SAMPLE = ROOT / "knowledge" / "samples" / "chuyen-doi-so-2027.txt"
STEM = SAMPLE.stem
ISSUER = "Sở Khoa học và Công nghệ tỉnh An Bình"
NOW = at("2027-06-23 08:00")
ADMIN, LET_IN, NOT_LET_IN = 9, -1001, -1002
Check = Callable[[], tuple[int, list[str]]]


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder in which nothing is wrong: a plan, an admin and a unit's group that is let in."""
    umask = os.umask(0o077)
    library = Library.open(tmp_path / "data")
    library.commit(library.prepare(SAMPLE), NOW)
    library.close()
    people, units = PeopleStore(tmp_path / "data" / "planbot.db"), UnitStore(tmp_path / "data" / "planbot.db")
    people.take_over(Access(), NOW)  # what was linked before there was a store of people is let in once
    people.add(ADMIN, Role.ADMIN, by="VP", now=NOW)
    people.let_in(LET_IN, by="VP", now=NOW)
    units.link(a_link("Văn phòng Sở", LET_IN, office=ISSUER))
    people.close()
    units.close()
    yield tmp_path / "data"
    os.umask(umask)


@pytest.fixture
def check(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs the command: its exit code, and the problems it names."""
    monkeypatch.setattr("os.umask", lambda _mask: 0)
    monkeypatch.setenv("PLANBOT_TOKEN", "1:TEST")

    def check() -> tuple[int, list[str]]:
        with pytest.raises(SystemExit) as ended:
            main(["--data", str(data), "--now", "2027-06-24T08:00", "check"])
        lines = capsys.readouterr().out.splitlines()
        return int(ended.value.code or 0), [line.removeprefix("problem: ") for line in lines if "problem: " in line]

    return check


def a_dead_link(data: Path) -> str:
    units = UnitStore(data / "planbot.db")
    units.link(a_link("Thanh tra Sở", NOT_LET_IN, office=ISSUER))
    units.close()
    return f"the link of Thanh tra Sở ({ISSUER}) to chat {NOT_LET_IN}: the chat is not let in, so nothing is sent there"


def a_link_whose_chat_was_removed(data: Path) -> str:
    people = PeopleStore(data / "planbot.db")
    people.remove(LET_IN, by="VP", now=NOW)
    people.close()
    return f"the link of Văn phòng Sở ({ISSUER}) to chat {LET_IN}: the chat is not let in, so nothing is sent there"


def a_link_to_an_office_without_a_plan(data: Path) -> str:
    units = UnitStore(data / "planbot.db")
    units.link(a_link("Văn phòng Sở", LET_IN, office=OFFICE))
    units.close()
    return f"the link of Văn phòng Sở ({OFFICE}) to chat {LET_IN}: no plan in the library is of that office; known are"


def a_right_of_others(data: Path) -> str:
    (data / "planbot.db").chmod(0o640)
    return f"{data / 'planbot.db'}: others on this machine can open it; chmod go-rwx closes it"


def damage(data: Path) -> str:
    change(data, "pragma wal_checkpoint(truncate)")
    whole = (data / "planbot.db").read_bytes()
    (data / "planbot.db").write_bytes(whole[:4096] + b"\x5a" * (len(whole) - 4096))
    return f"{data / 'planbot.db'}: "


def a_newer_data_base(data: Path) -> str:
    change(data, "insert into _sqlite_migrations (migration_set, name, applied_at) values ('knowledge.store', 'x', '')")
    return f"{data / 'planbot.db'}: was written by a newer planbot (x is not known here)"


def a_lost_original(data: Path) -> str:
    [original] = (data / "documents" / STEM).iterdir()
    original.unlink()
    return f"{original}: the original of {STEM}, version 1, is missing"


def a_row_that_cannot_be_read(data: Path) -> str:
    change(data, "update rows set record = '{' where part = 'task' and position = 1")
    return f"{data / 'planbot.db'}: {STEM}, version 1: task 1 cannot be read and is left out"


def a_chat_that_has_left(data: Path) -> str:
    ledger = Ledger(data / "planbot.db")
    ledger.park(LET_IN, "bot was kicked", NOW)
    ledger.close()
    return f"chat {LET_IN} gets no reminders since 2027-06-23T08:00:00+07:00: bot was kicked"


def no_admin(data: Path) -> str:
    change(data, "update people set role = 'viewer'")
    return "access.admins is empty and nobody was made an admin"


def change(data: Path, sql: str) -> None:
    with sqlite3.connect(data / "planbot.db") as connection:
        connection.execute(sql)
    connection.close()


def test_where_nothing_is_wrong_there_is_no_problem(check: Check) -> None:
    assert check() == (0, [])


@pytest.mark.parametrize(
    "wrong",
    [
        a_dead_link, a_link_whose_chat_was_removed, a_link_to_an_office_without_a_plan, a_right_of_others, damage,
        a_newer_data_base, a_lost_original, a_row_that_cannot_be_read, a_chat_that_has_left, no_admin,
    ],
)  # fmt: skip
def test_a_problem_is_named_with_what_it_is_about(data: Path, check: Check, wrong: Callable[[Path], str]) -> None:
    line = wrong(data)
    code, problems = check()
    assert code == 1
    assert [problem for problem in problems if problem.startswith(line)]


def test_one_problem_hides_no_other(data: Path, check: Check) -> None:
    problems = [wrong(data) for wrong in (a_dead_link, a_right_of_others, a_lost_original, a_chat_that_has_left)]
    found = check()[1]
    assert [line for line in problems if not any(one.startswith(line) for one in found)] == []
