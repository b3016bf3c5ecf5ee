"""What is owed to people outlives the bot: in the store, and over real processes on a line that fails in each way."""

import contextlib
import sqlite3
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from chat import ADMIN, AN, NOW
from local_telegram import local_telegram, until
from running import Running
from taken_once import TakenOnce
from test_owing import AGAIN, ASKED

from knowledge.database import DATABASE_NAME
from scheduler.owed import Owed, OwedStore


def an_owed(**changes: Any) -> Owed:
    values = {"at": NOW, "chat": AN, "thread": None, "user": AN, "message": 7, "asked": ASKED, "html": "<b>Sở</b>"}
    return Owed(**{**values, "keyboard": ((("Mở", "1a:r:row0000001"),),), **changes})


def test_what_is_owed_outlives_the_bot_and_what_it_was_saying_when_it_died_is_not_said_again(tmp_path: Path) -> None:
    file = tmp_path / "planbot.db"
    before = OwedStore(file)
    first, second, _old = before.keep([an_owed(), an_owed(user=None), an_owed(at=NOW - timedelta(days=3))])
    assert before.claim(second.number)
    assert not before.claim(second.number)
    before.close()
    again = OwedStore(file)
    assert again.recover(NOW) == (first,)
    again.close()


def test_what_a_bot_of_before_owed_is_not_said_to_whoever_stands_there_now(tmp_path: Path) -> None:
    file = tmp_path / "planbot.db"
    store = OwedStore(file)
    store.keep([an_owed()])
    store.close()
    with contextlib.closing(sqlite3.connect(file)) as before:  # as it was, without the standing
        before.execute("alter table owed drop column standing")
        before.execute("delete from _sqlite_migrations where name = 'standing'")
        before.commit()
    again = OwedStore(file)
    assert [one.standing for one in again.recover(NOW)] == [""]
    again.close()


PATIENT = """
import sys
from bot import cli
from handlers import attempts, owing
attempts.URGENT_PAUSE, owing.EVERY_SECONDS = 0.05, 1000
cli.main(sys.argv[1:])
"""
QUICK = PATIENT.replace("1000", "0.05")
UNSURE = ("applied_reset", "half", "junk", "502", "reset")


@pytest.mark.timeout(300)
def test_whatever_breaks_the_line_each_answer_is_made_good_once_by_the_next_bot(
    shared: Path, tmp_path: Path, taken_once: TakenOnce
) -> None:
    people = dict(zip(range(100, 100 + len(UNSURE)), UNSURE, strict=True))
    with (
        local_telegram(shared) as server,
        Running(server, tmp_path, [ADMIN, *people], program=(sys.executable, "-c", PATIENT)) as running,
    ):
        taken_once.bring(running.data)
        running.prepare()
        running.start()
        server.say(ADMIN, ADMIN, "/help")
        for person, kind in people.items():
            server.sim("line", kind=kind, methods=["sendMessage"])
            server.sim("say", chat=person, text=ASKED, **{"from": person})
            until(partial(is_owed, running, person), lambda: running.log[-2000:])
        server.sim("line")
        heard = len(server.sim("wait", chat=ADMIN, seconds=0))
        server.say(ADMIN, ADMIN, "/help")  # asked for only once all before it is settled, and so not asked again
        server.hears(ADMIN, heard + 1)
        running.kill()
        running.program = (sys.executable, "-c", QUICK)
        running.start()
        for person, kind in people.items():
            server.hears(person, 1 + twice(kind))
        until(lambda: owed(running) == [], lambda: running.log[-2000:])
        running.kill()
        said = {person: server.sim("wait", chat=person, seconds=0) for person in people}
    again = {kind: [AGAIN in message["text"] for message in said[person]] for person, kind in people.items()}
    assert again == {kind: [*([False] * twice(kind)), True] for kind in UNSURE}


def twice(kind: str) -> int:
    """How many messages have arrived over such a line, though nobody knows it."""
    return 2 if kind == "applied_reset" else 0


def owed(running: Running) -> list[int]:
    """Whose answers are kept as perhaps sent."""
    with contextlib.closing(sqlite3.connect(running.data / DATABASE_NAME)) as reading:
        return [chat for (chat,) in reading.execute("select chat from owed")]


def is_owed(running: Running, person: int) -> bool:
    """Whether the answer to a person is kept as perhaps sent."""
    return person in owed(running)
