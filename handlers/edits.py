"""Changes of messages that stand there already: of several for one message only the last is made.

A group takes twenty messages and changes a minute. While a change waits for its turn another of the same message takes
its place, so that many reports in a busy group cost as many changes as there are messages, and the last state stands.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import Any

import telegram

from handlers.as_sent import NO_PREVIEW, markup
from handlers.attempts import Call, Manner
from handlers.delivery import Delivery, Outcome
from handlers.forgiving import forgiving
from handlers.render import Page

REMEMBERED = 10_000  # messages of which it is known what they show

Deliver = Callable[[int, Call, Manner], Awaitable[Delivery]]


class _Change:
    """A change that waits; `page` is what the message shall show, as it was said last."""

    def __init__(self, page: Page, carry_out: "Callable[[_Change], Coroutine[Any, Any, Delivery]]") -> None:
        self.page, self.hurried = page, asyncio.Event()
        self.done = asyncio.create_task(carry_out(self))


class Edits:
    """The changes that wait, by message, and what messages show.

    Args:
        deliver: carries a request about a chat out in its turn.
    """

    def __init__(self, bot: telegram.Bot, deliver: Deliver) -> None:
        self._bot, self._deliver = bot, deliver
        self._waiting: dict[tuple[int, int], _Change] = {}
        self._shown: OrderedDict[tuple[int, int], int] = OrderedDict()  # as hashes

    async def make(self, chat: int, message: int, page: Page, *, urgent: bool) -> Delivery:
        """Change a message, with the change that waits for it where there is one; what became of that."""
        change = self._waiting.get((chat, message))
        if change is None:
            if self._shown.get((chat, message)) == hash(page):
                return Delivery(Outcome.SENT, chat, (message,))
            change = _Change(page, partial(self._carry_out, chat, message))
            self._waiting[chat, message] = change
        change.page = page
        if urgent:
            change.hurried.set()
        return await asyncio.shield(change.done)

    def shows(self, done: Delivery, page: Page) -> None:
        """What the last message of a delivery shows from now on."""
        if done.sent and done.messages:
            self._shown[done.chat, done.messages[-1]] = hash(page)
            self._shown.move_to_end((done.chat, done.messages[-1]))
        if len(self._shown) > REMEMBERED:
            self._shown.popitem(last=False)

    async def _carry_out(self, chat: int, message: int, change: _Change) -> Delivery:
        async def call(target: int) -> Any:  # noqa: ANN401 - Message or True
            self._begun(chat, message, change)  # what comes from now on is a change of its own
            self._shown.pop((chat, message), None)  # it is not known what the message shows until the answer has come
            return await self._writing(message, change.page)(target)

        try:
            done = await self._deliver(chat, call, Manner(repeatable=True, hurried=change.hurried))
        finally:
            self._begun(chat, message, change)
        self.shows(replace(done, messages=(message,)), change.page)
        return done

    def _begun(self, chat: int, message: int, change: _Change) -> None:
        if self._waiting.get((chat, message)) is change:
            del self._waiting[chat, message]

    def _writing(self, message: int, page: Page) -> Call:
        async def call(target: int, text: str, mode: str | None) -> Any:  # noqa: ANN401 - Message or True
            return await self._bot.edit_message_text(
                text, target, message, parse_mode=mode, reply_markup=markup(page), link_preview_options=NO_PREVIEW
            )

        return forgiving(page, call)
