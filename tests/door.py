"""The door out to a strict Telegram that notes when each message came, in virtual time."""

import asyncio
from collections.abc import Sequence

from fake_telegram import TOKEN, StrictTelegram
from telegram.ext import ExtBot
from updates import Updates
from virtual_time import in_virtual_time

from handlers.delivery import Delivery
from handlers.outbox import Outbox
from handlers.render import Page

AN, BINH, GROUP = 5, 6, -100500


class Door(Updates):
    """An outbox on a strict Telegram, with the times at which messages arrived."""

    def __init__(self, telegram: "TimedTelegram | None" = None) -> None:
        super().__init__(telegram or TimedTelegram())
        for user in (AN, BINH):
            self.person(user)
        self.group(GROUP, forum=True)
        self.moves: list[tuple[int, int]] = []
        self.outbox = Outbox(
            ExtBot(TOKEN, request=self.telegram, get_updates_request=self.telegram),
            lambda old, new: self.moves.append((old, new)),
        )

    @property
    def times(self) -> list[tuple[float, int]]:
        assert isinstance(self.telegram, TimedTelegram)
        return self.telegram.times


class TimedTelegram(StrictTelegram):
    """Keeps when each message arrived: (seconds, chat)."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[tuple[float, int]] = []

    def _fail_as_planned(self, name: str, parameters: dict[str, object]) -> None:
        if name in ("sendMessage", "editMessageText"):
            chat = parameters["chat_id"]
            assert isinstance(chat, int)
            self.times.append((asyncio.get_running_loop().time(), chat))
        super()._fail_as_planned(name, parameters)


def pages(*texts: str) -> tuple[Page, ...]:
    return tuple(Page(text) for text in texts)


def send(door: Door, chat: int, *texts: str) -> Delivery:
    async def main() -> Delivery:
        return await door.outbox.send(chat, pages(*texts or ("Xin chào",)))

    return in_virtual_time(main)


def within(times: Sequence[float], span: float) -> int:
    """The most events in any window of `span` seconds."""
    return max(sum(start <= t < start + span for t in times) for start in times)
