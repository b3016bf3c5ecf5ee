"""The line to Telegram: how long each call may take, and what is filled in where a server leaves it out.

Telegram itself always tells of a user whether it is a bot, and the time in seconds. Servers that stand in for it, in
tests and in closed networks, do not always; what they leave out is evident, so no call fails for it.
"""

import json
from typing import Any

from telegram.request import HTTPXRequest

_OBJECTS = {"link_preview_options", "reply_markup", "reply_parameters", "entities"}
_LAST_SECOND = 253402300799  # of the year 9999; a time beyond it is told in milliseconds


class Line(HTTPXRequest):
    """Calls over the network."""

    def __init__(self) -> None:
        """Sets the times: a read that ends too early would send a message twice; a full pool only waits."""
        super().__init__(
            connection_pool_size=64,
            read_timeout=20.0,
            write_timeout=20.0,
            connect_timeout=10.0,
            pool_timeout=60.0,
            media_write_timeout=120.0,
        )

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer to a call, with what a server left out of it."""
        answer = HTTPXRequest.parse_json_payload(payload)
        return {**answer, "result": filled_in(answer["result"])} if "result" in answer else answer


def filled_in(result: Any) -> Any:  # noqa: ANN401 - whatever a server sent
    """The result of a call as Telegram would tell it.

    A user without a chat and a text is the bot that asks who it is; a message that comes back is the bot's.
    """
    if result is None:  # of an edited message and an answered press: done
        return True
    if not isinstance(result, dict):
        return result
    if {"id", "first_name"} <= result.keys() and not {"type", "message_id"} & result.keys():
        return {"is_bot": True, **result}
    return _message(result) if "message_id" in result else result


def filled_in_update(update: Any) -> Any:  # noqa: ANN401 - whatever a server sent
    """An update that cannot be read, with what a server may leave out of a press."""
    press = update.get("callback_query") if isinstance(update, dict) else None
    return {**update, "callback_query": {"chat_instance": "", **press}} if isinstance(press, dict) else update


def _message(result: dict[str, Any]) -> dict[str, Any]:
    """A message: the time in seconds, and objects that came back as the text in which they were sent."""
    date = result.get("date")
    seconds = {"date": date // 1000} if isinstance(date, int) and date > _LAST_SECOND else {}
    objects = {key: json.loads(value) for key, value in result.items() if key in _OBJECTS and isinstance(value, str)}
    return {**result, **seconds, **objects}
