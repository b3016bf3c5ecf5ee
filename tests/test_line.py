"""Servers that stand in for Telegram leave things out: what is evident is filled in, the rest is told plainly."""

import json
from dataclasses import replace
from typing import Any

import pytest
from chat import FakeDesk
from fake_telegram import StrictTelegram

from bot.app import build, serve
from bot.config import Config
from handlers.line import Line, filled_in_update
from knowledge.errors import RefusedError
from scheduler.clock import system_clock

ME = {"id": 666, "first_name": "Bot", "username": "b_bot"}
SENT = {"message_id": 1, "chat": {"id": 9, "type": "private"}, "text": "a"}


@pytest.mark.parametrize(
    ("result", "filled"),
    [
        pytest.param(ME, ME | {"is_bot": True}, id="who the bot is"),
        pytest.param(ME | {"is_bot": False}, ME | {"is_bot": False}, id="what is told stays"),
        pytest.param(SENT | {"date": 1_795_768_995_748}, SENT | {"date": 1_795_768_995}, id="a time in milliseconds"),
        pytest.param(SENT | {"date": 1_795_768_995}, SENT | {"date": 1_795_768_995}, id="a time in seconds"),
        pytest.param(SENT | {"reply_markup": '{"a": 1}'}, SENT | {"reply_markup": {"a": 1}}, id="an object as text"),
        pytest.param(SENT | {"text": '{"a": 1}'}, SENT | {"text": '{"a": 1}'}, id="a text that looks like one"),
        pytest.param({"id": 9, "first_name": "An", "type": "private"}, {"id": 9, "first_name": "An", "type": "private"},
                     id="a chat is no bot"),
        pytest.param(None, True, id="done, without a word"),
        pytest.param([{"update_id": 1}], [{"update_id": 1}], id="updates"),
    ],
)  # fmt: skip
def test_what_a_server_leaves_out_is_filled_in(result: Any, filled: Any) -> None:
    assert Line.parse_json_payload(json.dumps({"ok": True, "result": result}).encode())["result"] == filled


def test_a_refusal_stays_as_it_is() -> None:
    no = {"ok": False, "error_code": 400, "description": "Bad Request"}
    assert Line.parse_json_payload(json.dumps(no).encode()) == no


def test_a_press_without_its_chat_instance_can_be_read() -> None:
    update = {"update_id": 1, "callback_query": {"id": "1", "data": "x"}}
    assert filled_in_update(update)["callback_query"]["chat_instance"] == ""
    assert filled_in_update("junk") == "junk"


class Nonsense(StrictTelegram):
    """Something else than a Bot API."""

    def _get_me(self, _parameters: dict[str, Any]) -> dict[str, Any]:
        return {"hello": "world"}


async def test_what_is_no_bot_api_is_told_with_its_address_and_without_the_token() -> None:
    config = Config(token="1:SECRET")
    config = replace(config, telegram=replace(config.telegram, base_url="http://127.0.0.1:1/bot"))
    app = build(config, FakeDesk(), system_clock(), request=Nonsense())
    with pytest.raises(RefusedError, match=r"http://127.0.0.1:1: what answers there is not the Bot API") as told:
        await serve(app, config)
    assert "SECRET" not in str(told.value)
