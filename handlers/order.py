"""Updates of different chats at the same time, those of one chat one after the other, in the order they came."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 256  # more than this many updates in work wait in Telegram's own queue order


@dataclass(slots=True)
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    updates: int = 0
    questions: int = 0


class ChatOrder(BaseUpdateProcessor):
    """Processes updates concurrently, but one at a time for each chat.

    Args:
        waits_for_an_answer: whether a message counts as one that is waited for; talk among people does not.
    """

    def __init__(self, waits_for_an_answer: Callable[[Message], bool] = lambda _message: True) -> None:
        super().__init__(AT_ONCE)
        self._waits_for_an_answer = waits_for_an_answer
        self._lines: dict[int, _Line] = {}

    def behind(self, chat: int) -> int:
        """How many messages of a chat wait behind the one that is being answered."""
        line = self._lines.get(chat)
        return max(0, line.questions - 1) if line else 0

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process an update when those of its chat that came before are done."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None:
            await coroutine
            return
        line = self._lines.setdefault(chat.id, _Line())
        message = update.message if isinstance(update, Update) else None
        question = message is not None and self._waits_for_an_answer(message)
        line.updates += 1
        line.questions += question
        try:
            await asyncio.sleep(0)  # those that arrived together are all counted before the first is answered
            async with line.lock:
                await coroutine
        finally:
            line.updates -= 1
            line.questions -= question
            if not line.updates:
                self._lines.pop(chat.id, None)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
