"""The log tells what happened and where, and nothing of what people write, are called, or of what the plans say."""

import itertools
import logging
import sqlite3
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from chat import ADMIN, AN, GROUP, OTHER_GROUP, STRANGER, Chat, an_answer
from fake_telegram import ME, TOKEN
from test_letting_in import an_office

from bot.logs import Discreet
from knowledge.database import readable
from knowledge.errors import PlanbotError

SECRETS = ("Số hóa hồ sơ mật", "Nguyễn Thị Bí Danh", "hỏi riêng chuyện này", "Nhóm kín", TOKEN)


@pytest.fixture(name="log")
def _log() -> Iterator[StringIO]:
    """The log as the bot writes it, from the finest level on."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Discreet(TOKEN))
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
