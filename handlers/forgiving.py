"""A request once more where Telegram does not take its markup, or its topic is gone: rather plain than not at all."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.attempts import Call
from handlers.render import Page, unmarked

log = logging.getLogger(__name__)


def forgiving(page: Page, call: Callable[[int, str, str | None], Awaitable[Any]]) -> Call:
    """The call, once more without markup where Telegram does not understand the markup."""

    async def attempt(target: int) -> Any:  # noqa: ANN401 - what Telegram answers
        try:
            return await call(target, page.html, ParseMode.HTML)
        except BadRequest as error:
            if "can't parse entities" not in error.message.lower():
                raise
            log.exception("Telegram does not take the markup of a message; it is sent plain")
            return await call(target, unmarked(page.html), None)

    return attempt


def threadless(options: dict[str, Any], call: Call) -> Call:
    """The call, once more to the General topic where its own topic is gone."""

    async def attempt(target: int) -> Any:  # noqa: ANN401 - what Telegram answers
        try:
            return await call(target)
        except BadRequest as error:
            if "thread not found" not in error.message.lower():
                raise
            options["message_thread_id"] = None
            return await call(target)

    return attempt
