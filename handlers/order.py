"""Updates of different chats at the same time, those of one chat one after the other, in the order they came.

A chat waits for its own turn first and only then takes one of the places, so that it never holds more than one, however
many of its messages wait and however long Telegram makes it wait. Presses have a line of their own: they are answered
also where the messages of the chat wait, and the next goes on as soon as the one before is answered. What waits is
bounded too, for a chat and for a person in all chats: beyond that an update is dropped, and the one who reads them in
turn tells so once. What a bot before has taken is promised: it is not dropped, and takes no share from what comes now.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from telegram import Message, Update
from telegram.ext import BaseUpdateProcessor

from handlers.turn import Turn, in_turn

AT_ONCE = 256  # chats whose updates are in work at the same time
MOST_WAITING = 30  # updates of one line, or of one person in all chats; those beyond are dropped
MOST_SHOWING = 60  # presses of one chat that are answered and wait to be shown: three minutes of a group
NO_LIMIT = 1_000_000  # of python-telegram-bot's own places, which waiting updates would hold

log = logging.getLogger(__name__)


class Book(Protocol):
    """Where it is kept what becomes of updates, by their numbers."""

    def promised(self, number: int) -> bool:
        """Whether a bot before has taken it, so that it has to be done."""

    async def turn(self, number: int) -> None:
        """Returns when it may be handled: one that may have killed a bot before has to wait for that."""

    async def begin(self, number: int) -> None:
        """It is about to be handled."""

    def finish(self, number: int) -> None:
        """It was handled or dropped; not told of one that was broken off."""


@dataclass(slots=True)
class _Line:
    """What waits of one kind in a chat: all, those that came now, of these the ones not answered yet, questions."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    updates: int = 0
    fresh: int = 0
    unanswered: int = 0
    questions: int = 0

    @property
    def full(self) -> bool:
        return self.unanswered > MOST_WAITING or self.fresh > MOST_WAITING + MOST_SHOWING


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an update waits, and as what."""

    line: tuple[int, bool]  # the chat, and whether it is a press
    person: int
    fresh: bool
    question: bool


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
        self._lines: dict[tuple[int, bool], _Line] = {}

    def behind(self, chat: int) -> int:
        """How many messages of a chat wait behind the one that is being answered."""
        line = self._lines.get((chat, False))
        return max(0, line.questions - 1) if line else 0

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process an update when those of its chat that came before are done; drop it where too many wait."""
        await self._process(update, coroutine)
        if self._book and isinstance(update, Update):
            self._book.finish(update.update_id)

    async def _process(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        if not isinstance(update, Update) or chat is None:
            await self._do(update, coroutine, Turn(), None)
            return
        place = self._place(update, chat.id)
        line = self._lines.get(place.line) or _Line()
        if place.fresh and (line.full or self._of_people[place.person] > MOST_WAITING):
            self._drop(chat.id, coroutine)
            self._crowded_out(update)
            return
        self._lines[place.line] = line
        self._count(place, 1)
        try:
            await asyncio.sleep(0)  # those that arrived together are all counted before the first is answered
            await self._do(update, coroutine, Turn(partial(self._answered, line, place)), line)
        finally:
            self._count(place, -1)

    def _place(self, update: Update, chat: int) -> _Place:
        person = update.effective_user.id if update.effective_user else chat
        fresh = not (self._book and self._book.promised(update.update_id))
        question = update.message is not None and self._waits_for_an_answer(update.message)
        return _Place((chat, update.callback_query is not None), person, fresh, question)

    async def _do(self, update: object, coroutine: Awaitable[Any], turn: Turn, line: _Line | None) -> None:
        """Do it in its turn; one that has to wait for its own sake holds up its chat, and none of the places."""
        number = update.update_id if isinstance(update, Update) else None
        with in_turn(turn):
            if line:
                await turn.take(line.lock)
            if self._book and number is not None:
                await self._book.turn(number)
            await turn.take(self._places)
            if self._book and number is not None:
                await self._book.begin(number)
            await coroutine

    def _count(self, place: _Place, by: int) -> None:
        line = self._lines[place.line]
        line.updates += by
        line.fresh += by * place.fresh
        line.unanswered += (by > 0) * place.fresh
        line.questions += by * place.question
        self._of_people[place.person] += by * place.fresh
        if not line.updates:
            del self._lines[place.line]
        if not self._of_people[place.person]:
            del self._of_people[place.person]

    @staticmethod
    def _answered(line: _Line, place: _Place) -> None:
        line.unanswered -= place.fresh

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
