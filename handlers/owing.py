"""Answers of which nobody knows whether they arrived: each is said once more when the line works again, and only once.

A line that has just failed fails again, so it has to show first that it works: a harmless question is asked every few
seconds and has to be answered many times in a row, fewer the longer somebody waits. The message then says why it comes
and quotes what was asked. Whoever asked the same again meanwhile, and was answered, needs it no more. It was made for
somebody who stood as they did then: who stands otherwise now is told to ask again, who may not ask any more is told
nothing.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from telegram import Message

from handlers import words
from handlers.delivery import Outcome
from handlers.missed import Missed
from handlers.outbox import Outbox
from handlers.render import LIMIT, Button, Page, units, unmarked
from handlers.writes import Writes
from knowledge.errors import BusyError, StorageError
from scheduler.access import Judged
from scheduler.clock import Clock
from scheduler.owed import KEPT, Owed, OwedStore

log = logging.getLogger(__name__)

EVERY_SECONDS = 2.5  # between two questions to the line
CALM = ((timedelta(minutes=10), 10), (timedelta(hours=1), 4), (KEPT, 2))  # owed for up to → answers in a row
MOST_IN_A_CHAT = 5  # the newest ones; somebody who sent dozens does not want dozens

Standing = Callable[[int | None, int], str | None]  # as what a person stands in a chat now (`Judged.standing`)


class Owing:
    """What is owed, in the store and here.

    Args:
        store: where it outlives the bot.
    """

    def __init__(self, store: OwedStore, outbox: Outbox, writes: Writes, clock: Clock) -> None:
        self._store, self._outbox, self._writes, self._clock = store, outbox, writes, clock
        self._owed: list[Owed] = []
        self._in_a_row = self._troubles = 0
        self._moved: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._owed)

    async def after(self, message: Message | None, judged: Judged, missed: Sequence[Missed]) -> None:
        """A message was dealt with: what of its answer perhaps did not arrive is owed, nothing of before is."""
        here = [one for one in missed if message and one.chat == message.chat.id]
        if message is None or not (here or self._owed):
            return
        self._readdress()
        try:
            await self._drop([one for one in self._owed if _is_about(one, message, judged.user)])
            await self._owe([_owed(one, message, judged, self._clock) for one in here])
        except (BusyError, StorageError) as error:
            log.warning(
                "an answer in chat %(chat)s that perhaps did not arrive is not kept: %(error)s",
                {"chat": message.chat.id, "error": error},
            )

    async def forget(self, user: int) -> None:
        """What somebody asked is deleted."""
        await self._drop([one for one in self._owed if one.user == user])

    def follow(self, old: int, new: int) -> None:
        """A group has a new id; called from any thread, so what is owed there is changed when it is next looked at."""
        self._moved[old] = new

    async def keep_making_good(self, standing: Standing) -> None:
        """Runs beside the bot: says what is owed, those of a bot before too, whenever the line works."""
        before = await asyncio.to_thread(self._store.recover, self._clock())
        self._owed = [*before, *(one for one in self._owed if one not in before)]
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                await self.look(standing)
            except (BusyError, StorageError) as error:
                log.warning("what is owed could not be written down: %(error)s", {"error": error})
            except Exception:
                log.exception("what is owed could not be said; trying again")

    async def look(self, standing: Standing) -> None:
        """Asks the line, and says what is owed where it works well enough."""
        if not self._owed:
            self._in_a_row = 0
            return
        self._readdress()
        works = await self._outbox.reaches() and self._outbox.troubles == self._troubles
        self._in_a_row = self._in_a_row + 1 if works else 0
        self._troubles = self._outbox.troubles
        for one in list(self._owed):
            if self._in_a_row >= self._needed(one) and not await self._make_good(one, standing):
                self._in_a_row = 0

    def _readdress(self) -> None:
        """What is owed to a group that has moved is owed to it under its new id, where the question has no number."""
        moved = dict(self._moved)
        self._owed = [replace(one, chat=moved[one.chat], message=0) if one.chat in moved else one for one in self._owed]

    def _needed(self, one: Owed) -> int:
        waits = self._clock() - one.at
        return next((count for age, count in CALM if waits < age), CALM[-1][1])

    async def _make_good(self, one: Owed, standing: Standing) -> bool:
        """Says one once more; whether the line did its part."""
        now = await asyncio.to_thread(standing, one.user, one.chat)
        if now is None or not await self._writes.do(self._store.claim, one.number):
            await self._drop([one])
            return True
        pages = _pages(one) if one.standing == now else (Page(words.stands_otherwise(one.asked)),)
        done = await self._outbox.send(one.chat, pages, thread=one.thread, reply_to=one.message or None, once=True)
        log.info("an answer in chat %(chat)s was said again: %(outcome)s", {"chat": one.chat, "outcome": done.outcome})
        if done.outcome is Outcome.FAILED:
            await self._writes.do(self._store.release, one.number)
        else:
            await self._drop([one])
        return done.outcome not in {Outcome.FAILED, Outcome.PERHAPS}

    async def _owe(self, fresh: Sequence[Owed]) -> None:
        if fresh:
            kept = await self._writes.do(self._store.keep, fresh)
            self._owed = [*self._owed, *kept]  # as it is after the wait: others are dealt with meanwhile
            of_this_chat = [one for one in self._owed if one.chat == fresh[0].chat]
            await self._drop(of_this_chat[:-MOST_IN_A_CHAT])

    async def _drop(self, those: Sequence[Owed]) -> None:
        if those:
            self._owed = [one for one in self._owed if one not in those]
            await self._writes.do(self._store.forget, [one.number for one in those])


def _owed(missed: Missed, message: Message, judged: Judged, clock: Clock) -> Owed:
    page = missed.page or Page(words.FILE_AGAIN)
    keyboard = tuple(tuple((button.label, button.data) for button in line) for line in page.keyboard)
    chat, thread = message.chat.id, missed.thread
    return Owed(
        clock(), chat, thread, judged.user, message.message_id, _text(message), page.html, keyboard, judged.standing
    )


def _text(message: Message) -> str:
    return " ".join((message.text or message.caption or "").split())


def _is_about(one: Owed, message: Message, user: int | None) -> bool:
    """Whether an owed answer is that of this message, or of the same words said by the same person before."""
    if one.chat != message.chat.id:
        return False
    again = one.user == user and one.asked.casefold() == _text(message).casefold()
    return one.message == message.message_id or again


def _pages(one: Owed) -> tuple[Page, ...]:
    """The message once more, under a sentence that says why; as two messages where both do not fit into one."""
    why = words.said_again(one.asked)
    keyboard = tuple(tuple(Button(label, data) for label, data in line) for line in one.keyboard)
    whole = Page(f"{why}\n\n{one.html}", keyboard)
    return (whole,) if units(unmarked(whole.html)) <= LIMIT else (Page(why), Page(one.html, keyboard))
