"""Updates of different chats at the same time, those of one chat one after the other, in the order they came.

A chat waits for its own turn first and only then takes one of the places, so that it never holds more than one, however
many of its messages wait and however long Telegram makes it wait. What waits is bounded too, for a chat and for a
person in all chats: beyond that an update is dropped, and the one who reads them in turn tells so once. What a bot
before has taken is promised: it is not dropped, and takes no share from what comes now.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Protocol

from telegram import Message, Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 256  # chats whose updates are in work at the same time
MOST_WAITING = 30  # updates of one chat, or of one person in all chats; those beyond are dropped
NO_LIMIT = 1_000_000  # of python-telegram-bot's own places, which waiting updates would hold

log = logging.getLogger(__name__)


class Book(Protocol):
    """Where it is kept what becomes of updates, by their numbers."""

    def promised(self, number: int) -> bool:
        """Whether a bot before has taken it, so that it has to be done."""

    async def begin(self, number: int) -> None:
        """It is about to be handled."""

    def finish(self, number: int) -> None:
        """It was handled or dropped; not told of one that was broken off."""


@dataclass(slots=True)
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    updates: int = 0
    fresh: int = 0
    questions: int = 0


class ChatOrder(BaseUpdateProcessor):
    """Processes updates concurrently, but one at a time for each chat.

    Args:
        waits_for_an_answer: whether a message counts as one that is waited for; talk among people does not.
        book: told of each update.
        crowded_out: told of each update that is dropped.

    Attributes:
        dropped: how many updates were not handled because too many of their chat or person waited.
    """

    def __init__(
        self,
        waits_for_an_answer: Callable[[Message], bool] = lambda _message: True,
        book: Book | None = None,
        crowded_out: Callable[[Update], object] = lambda _update: None,
    ) -> None:
        super().__init__(NO_LIMIT)
        self._book, self._crowded_out = book, crowded_out
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waits_for_an_answer = waits_for_an_answer
        self._of_people: Counter[int] = Counter()
        self.dropped = 0
        self._lines: dict[int, _Line] = {}

    def behind(self, chat: int) -> int:
        """How many messages of a chat wait behind the one that is being answered."""
        line = self._lines.get(chat)
        return max(0, line.questions - 1) if line else 0

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process an update when those of its chat that came before are done; drop it where too many wait."""
        await self._process(update, coroutine)
        if self._book and isinstance(update, Update):
            self._book.finish(update.update_id)

    async def _process(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        if not isinstance(update, Update) or chat is None:
            async with self._places:
                await self._do(update, coroutine)
            return
        line = self._lines.setdefault(chat.id, _Line())
        person = update.effective_user.id if update.effective_user else chat.id
        fresh = not (self._book and self._book.promised(update.update_id))
        if fresh and (line.fresh > MOST_WAITING or self._of_people[person] > MOST_WAITING):
            self._drop(chat.id, coroutine)
            self._crowded_out(update)
            return
        question = update.message is not None and self._waits_for_an_answer(update.message)
        self._count(chat.id, person, 1, (fresh, question))
        try:
            await asyncio.sleep(0)  # those that arrived together are all counted before the first is answered
            async with line.lock, self._places:
                await self._do(update, coroutine)
        finally:
            self._count(chat.id, person, -1, (fresh, question))

    async def _do(self, update: object, coroutine: Awaitable[Any]) -> None:
        if self._book and isinstance(update, Update):
            await self._book.begin(update.update_id)
        await coroutine

    def _count(self, chat: int, person: int, by: int, kind: tuple[bool, bool]) -> None:
        line, (fresh, question) = self._lines[chat], kind
        line.updates += by
        line.fresh += by * fresh
        line.questions += by * question
        self._of_people[person] += by * fresh
        if not line.updates:
            del self._lines[chat]
        if not self._of_people[person]:
            del self._of_people[person]

    def _drop(self, chat: int, coroutine: Awaitable[Any]) -> None:
        self.dropped += 1
        log.info(
            "an update of chat %(chat)s is dropped: too many wait there, %(dropped)d dropped so far",
            {"chat": chat, "dropped": self.dropped},
        )
        if isinstance(coroutine, Coroutine):
            coroutine.close()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
