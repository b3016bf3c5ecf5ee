"""The log tells what happened and where, and nothing of what people write, are called, or of what the plans say."""

import ast
import itertools
import json
import logging
import sqlite3
import sys
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from chat import ADMIN, AN, GROUP, OTHER_GROUP, STRANGER, Chat, an_answer
from fake_telegram import ME, TOKEN
from running import traces
from test_letting_in import an_office

from bot.logs import Discreet, Structured
from knowledge.database import readable
from knowledge.errors import PlanbotError
from scheduler.delivery import Passed

ROOT = Path(__file__).resolve().parents[1]
SECRETS = ("Số hóa hồ sơ mật", "Nguyễn Thị Bí Danh", "hỏi riêng chuyện này", "Nhóm kín", TOKEN)


@pytest.fixture(name="log", params=[Discreet, Structured], ids=["text", "json"])
def _log(request: pytest.FixtureRequest) -> Iterator[StringIO]:
    """The log as the bot writes it, from the finest level on."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(request.param(TOKEN))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    logging.getLogger("telegram").setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


def whatever_people_do(chat: Chat) -> list[dict[str, Any]]:
    question, name = SECRETS[2], SECRETS[1]
    chat.telegram.chats[OTHER_GROUP]["title"] = SECRETS[3]
    texts = [question, *(f"/{command} {question}" for command in ("hoi", "viec", "thongbao", "moi", "lienket"))]
    people = itertools.product((AN, ADMIN, STRANGER), (None, GROUP), texts)
    said = [chat.says(user, text, where) for user, where, text in people]
    for update in said:
        update["message"]["from"]["first_name"] = name
    old, new = ({"status": status, "user": ME} for status in ("member", "left"))
    sender = {"id": AN, "is_bot": False, "first_name": name}
    away = {"chat": chat.telegram.chats[OTHER_GROUP], "from": sender, "date": 1}
    left = {"update_id": 1, "my_chat_member": {**away, "old_chat_member": old, "new_chat_member": new}}
    pressed = {"message_id": 1, "date": 1, "chat": chat.telegram.chats[AN], "from": ME, "text": question}
    return [*said, left, chat.types(AN, question), chat.presses(AN, pressed, f"1a:r:{question[:10]}", stale=True)]


@pytest.mark.parametrize("fails", [None, ValueError(SECRETS[2]), KeyError(SECRETS[0])], ids=["well", "value", "key"])
async def test_whatever_people_do_no_word_and_no_name_stands_in_the_log(log: StringIO, fails: Exception | None) -> None:
    async with an_office() as chat:
        chat.answerer.answer, chat.answerer.fails = an_answer(SECRETS[0], head=SECRETS[0]), fails
        for update in whatever_people_do(chat):
            await chat.hears(update)
        chat.telegram.blocked.add(AN)
        await chat.hears(chat.says(AN, SECRETS[2]))
    written = log.getvalue()
    assert [secret for secret in SECRETS if secret in written] == []
    if fails:
        assert f"builtins.{type(fails).__name__}" in written
        assert "in ask" in written


def test_what_counts_traces_in_a_log_finds_those_that_the_bot_writes() -> None:
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "it failed", None, None)
    assert traces(Discreet(TOKEN).format(record)) == 0
    try:
        sqlite3.connect("/nowhere/planbot.db")
    except sqlite3.Error:
        record.exc_info = sys.exc_info()
    assert traces(Discreet(TOKEN).format(record)) == 1


def test_errors_of_the_system_and_of_planbot_keep_their_words(log: StringIO) -> None:
    for error in (
        PlanbotError("config.toml: unknown key"),
        OSError(28, "No space left"),
        sqlite3.OperationalError("locked"),
    ):
        led_to = ValueError(SECRETS[2])
        led_to.__cause__ = error
        logging.getLogger("x").error("went wrong", exc_info=led_to)
    written = log.getvalue()
    assert SECRETS[2] not in written
    for words in ("config.toml: unknown key", "No space left", "locked", "which led to", "builtins.ValueError"):
        assert words in written


def test_a_record_that_cannot_be_read_is_named_and_not_shown(log: StringIO) -> None:
    assert list(readable([(1, SECRETS[0])], lambda row: int(row[1]), "what was reported")) == []
    assert SECRETS[0] not in log.getvalue()
    assert "a record of what was reported cannot be read" in log.getvalue()


def a_record(words: str, *args: object, error: BaseException | None = None) -> logging.LogRecord:
    raised = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("scheduler.jobs", logging.INFO, "jobs.py", 1, words, args, raised)


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        pytest.param(
            a_record("chat %(chat)s: %(error)s", {"chat": -5, "error": PlanbotError("x.toml: no\nkey")}),
            {"event": "chat %(chat)s: %(error)s", "message": "chat -5: x.toml: no\nkey", "chat": -5,
             "error": "x.toml: no\nkey"},
            id="values have names",
        ),
        pytest.param(
            a_record("pass: %(passed)s", {"passed": Passed(sent=2)}),
            {"passed": {"sent": 2, "perhaps": 0, "failed": 0, "refused": 0, "parked": 0, "left": 0}},
            id="a value with fields",
        ),
        pytest.param(a_record("%(time)s", {"time": 3}), {"time_": 3}, id="a name that is taken"),
        pytest.param(a_record("%s of %d", "one", 2), {"event": "%s of %d", "message": "one of 2"}, id="of a library"),
        pytest.param(a_record("%(file)s", {"file": "a\x9b2Jb"}), {"file": "a\ufffd2Jb"}, id="what moves a cursor"),
        pytest.param(a_record(f"https://api/bot{TOKEN}/x"), {"message": "https://api/bot…/x"}, id="a token"),
        pytest.param(
            a_record("went wrong", error=ValueError(SECRETS[0])), {"error": "builtins.ValueError"}, id="a text in it"
        ),
        pytest.param(
            a_record("went wrong", error=OSError(28, "No space left")),
            {"error": "builtins.OSError: [Errno 28] No space left"}, id="an error of the system",
        ),
    ],
)  # fmt: skip
def test_an_event_is_one_object_on_one_line(record: logging.LogRecord, fields: dict[str, Any]) -> None:
    line = Structured(TOKEN).format(record)
    assert "\n" not in line
    said = json.loads(line)
    assert {name: said[name] for name in fields} == fields
    assert said.keys() >= {"time", "level", "logger", "event", "message"}
    assert datetime.fromisoformat(said["time"]).utcoffset() is not None


def test_every_event_of_ours_has_words_that_stay_the_same_and_values_with_names() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for package in ("bot", "handlers", "scheduler", "knowledge")
        for path in (ROOT / package).rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _logs(call.func) and not _is_structured(call)
    ]
    assert wrong == []


def _logs(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr in {"debug", "info", "warning", "error", "exception", "critical"}
        and ast.unparse(function.value) in {"log", "logging.getLogger(__name__)"}
    )


def _is_structured(call: ast.Call) -> bool:
    words, *values = call.args
    constant = isinstance(words, ast.Constant) or (isinstance(words, ast.Name) and words.id.isupper())
    return constant and (not values or (len(values) == 1 and isinstance(values[0], ast.Dict)))
