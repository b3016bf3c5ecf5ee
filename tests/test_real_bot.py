"""The real bot as a process over the Bot API of ../shared: a lock, a clock that is set, people let in meanwhile.

A lock and a clock are the cases 10 and 17 of ../shared/cases/use (12 is `test_lost_questions.py`); the rules behind
them have tests of their own without a process.
"""

import contextlib
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from local_telegram import PATIENCE, ROOT, local_telegram, until
from running import BOT, DAY, Running
from taken_once import TakenOnce

from handlers import words

ADMIN, AN, LAN, GROUP = 9, 5, 66, -1001
QUESTION, ANSWER = "ai chủ trì số hóa kết quả giải quyết thủ tục hành chính", "Chủ trì"


@pytest.fixture(scope="module")
def office(shared: Path, tmp_path_factory: pytest.TempPathFactory, taken_once: TakenOnce) -> Iterator[Running]:
    """A unit with a group that was reminded of two rows; An is let in, Lan is not."""
    folder = tmp_path_factory.mktemp("office")
    with local_telegram(shared) as server, Running(server, folder, [ADMIN, AN], groups=1, rows=2) as running:
        server.sim("user", id=LAN, first_name="Lan")
        taken_once.bring(running.data)
        running.prepare()
        running.start()
        yield running


@pytest.mark.timeout(180)
def test_what_the_command_line_changes_of_people_holds_in_the_running_bot_within_five_seconds(office: Running) -> None:
    server = office.server
    assert ANSWER not in server.say(LAN, LAN, QUESTION)["text"]
    office.planbot("people", "add", str(LAN), "viewer")
    assert ANSWER in server.say(LAN, LAN, QUESTION)["text"]
    office.planbot("people", "remove", str(LAN))
    heard = server.sim("say", chat=LAN, text=QUESTION, **{"from": LAN})["message_id"]
    assert ANSWER in server.say(AN, AN, QUESTION)["text"]  # who asked later has the answer
    assert not server.sim("wait", chat=LAN, after=heard, seconds=0)
    office.planbot("people", "add", "--", str(LAN), "admin")
    assert "/nguoidung" not in server.say(AN, AN, "/help")["text"]
    assert f"{LAN}: quản trị" in server.say(LAN, LAN, "/nguoidung")["text"]


@pytest.mark.timeout(180)
def test_while_another_process_locks_the_data_base_questions_are_answered_and_a_press_is_told(office: Running) -> None:
    server = office.server
    ref, reminder = _the_first_row(office), _reminder(office)
    with contextlib.closing(sqlite3.connect(office.data / "planbot.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        with ThreadPoolExecutor(1) as pressing:
            press = pressing.submit(
                server.sim, "press_raw", chat=GROUP, message=reminder, data=f"1d:done:{ref}:2027-06-30",
                seconds=PATIENCE,
                **{"from": AN},
            )  # fmt: skip
            assert ANSWER in server.say(AN, AN, QUESTION)["text"]
            assert press.result()["toast"] == words.NOT_WRITTEN
        done = subprocess.run(
            [*BOT, *office.options(), "progress", "set", "ke-hoach:1", "done"],
            cwd=ROOT, check=False, capture_output=True, text=True, timeout=100,
        )  # fmt: skip
        other.rollback()
    assert (done.returncode, "the data folder is busy" in done.stderr) == (3, True)
    listed = json.loads(office.planbot("progress", "list", "--json"))
    assert {row["state"] for row in listed if row["source"] == "ke-hoach.txt"} == {"not_started"}


WALL_CLOCK = """
import asyncio, sys, time
from datetime import datetime, timedelta
from pathlib import Path
import bot.app, bot.cli
from scheduler import clock, jobs
began, file = time.monotonic(), Path(sys.argv.pop(1))
def wall():  # the machine's clock as somebody sets it, and a minute a second on
    return datetime.fromisoformat(file.read_text()).replace(tzinfo=clock.VIETNAM) + timedelta(
        minutes=time.monotonic() - began)
def machine(now):
    return jobs.Time(wall, lambda: 60 * time.monotonic(), lambda seconds: asyncio.sleep(seconds / 60))
bot.cli.system_clock = lambda start=None: wall
bot.app.Time = machine
bot.cli.main(sys.argv[1:])
"""


@pytest.mark.timeout(180)
def test_a_wall_clock_that_is_set_back_and_on_again_silences_no_reminder(
    shared: Path, tmp_path: Path, taken_once: TakenOnce
) -> None:
    wall = tmp_path / "clock"
    wall.write_text(f"{DAY}T12:00", encoding="utf-8")
    program = [sys.executable, "-c", WALL_CLOCK, str(wall)]
    with (
        local_telegram(shared) as server,
        Running(server, tmp_path, [ADMIN, AN], groups=1, rows=1, program=program) as running,
    ):
        taken_once.bring(running.data)
        running.prepare()
        with (tmp_path / "config.toml").open("a", encoding="utf-8") as config:
            config.write("every_minutes = 1\n")
        running.start()
        first = _reminder(running)
        until(lambda: _passes(running) >= 2)
        wall.write_text(f"{DAY}T10:00", encoding="utf-8")
        until(lambda: "the clock was set back by" in running.log)
        passes = _passes(running)
        until(lambda: _passes(running) >= passes + 3)  # a minute takes a second here
        wall.write_text("2027-06-29T10:00", encoding="utf-8")  # a day before the row is due
        until(lambda: "the clock was set on by" in running.log)
        assert server.hears(GROUP, after=first)
        assert server.say(AN, AN, QUESTION)["text"]


def _passes(running: Running) -> int:
    return running.log.count("reminder pass")


def _the_first_row(office: Running) -> str:
    with contextlib.closing(sqlite3.connect(office.data / "planbot.db")) as connection:
        rows = connection.execute("select ref, record from rows where part = 'task'").fetchall()
    return next(str(ref) for ref, record in rows if "Nhiệm vụ số 1." in record)


def _reminder(office: Running) -> int:
    found = office.server.hears(GROUP, 2)
    return next(int(m["message_id"]) for m in found if "1d:" in str(m.get("reply_markup")))
