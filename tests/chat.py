"""The bot in a chat without a network: the application of production on a strict Telegram, with invented answers."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from threading import Barrier
from typing import Any, cast

from builders import a_task
from fake_telegram import TOKEN
from updates import Updates, update_of

from bot.app import build
from bot.config import Config, Office
from handlers.incoming import Incoming
from handlers.routes import App
from handlers.writes import THREADS
from knowledge.reply import Answer, Citation, Entry, Line, Span
from scheduler.access import Access
from scheduler.clock import VIETNAM
from scheduler.run import Stores

AN, BINH, STRANGER, ADMIN = 5, 6, 66, 9
GROUP, OTHER_GROUP = -100500, -100600
NOW = datetime(2027, 3, 1, 8, tzinfo=VIETNAM)
ACCESS = Access(users=frozenset({AN, BINH}), groups=frozenset({GROUP}), admins=frozenset({ADMIN}))


def a_line(text: str) -> Line:
    """A line without emphasis."""
    return (Span(text),)


def an_answer(*rows: str, head: str = "Văn phòng Sở chủ trì.", **changes: Any) -> Answer:
    """An answer that cites rows."""
    entries = tuple(
        Entry((a_line(row),), Citation(f"row{i:07}", "ke-hoach", a_task(task=row)))
        for i, row in enumerate(rows, start=1)
    )
    return Answer(intent="lead", head=(a_line(head),), entries=entries, **changes)


@dataclass
class FakeDesk:
    """Answers with what it is given, and keeps what it was asked: (question, the questions before it)."""

    answer: Answer = field(default_factory=lambda: an_answer("Số hóa hồ sơ"))
    cards: dict[str, Answer] = field(default_factory=lambda: {"row0000001": an_answer(head="Toàn bộ: Số hóa hồ sơ")})
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    fails: Exception | None = None

    def ask(self, text: str, conversation: object | None) -> tuple[Answer, object]:
        before = conversation if isinstance(conversation, tuple) else ()
        self.asked.append((text, before))
        if self.fails:
            raise self.fails
        return self.answer, (*before, text)

    def recall(self, refs: tuple[str, ...]) -> object:
        return tuple(f"row {ref}" for ref in refs)

    def open(self, ref: str) -> Answer | None:
        return self.cards.get(ref)


@dataclass
class Chat(Updates):
    """People, groups and the bot."""

    answerer: FakeDesk = field(default_factory=FakeDesk)
    now: datetime = NOW
    stores: Stores | None = None
    app: App = field(init=False)

    async def hears(self, *updates: dict[str, Any]) -> None:
        """The bot is handed updates at once and handles them all, and the messages of changed rows show it."""
        work: Callable[[dict[str, Any]], Awaitable[None]] = self._handle
        await asyncio.gather(*(work(update) for update in updates))
        await self.app.bot_data.refreshing.settled()

    async def written(self) -> None:
        """What is written without anybody waiting is written: every thread that writes has come to the same place."""
        meet = Barrier(THREADS).wait
        await asyncio.gather(*(self.app.bot_data.writes.do(meet) for _ in range(THREADS)))

    async def _handle(self, raw: dict[str, Any]) -> None:
        update = update_of(raw, self.app.bot)
        await self.app.update_processor.process_update(update, self.app.process_update(update))

    @property
    def last(self) -> dict[str, Any]:
        """What the bot said or changed last."""
        own = [m for m in self.telegram.messages.values() if m["from"]["id"] == 1]
        return max(own, key=lambda m: int(m["message_id"]))


@asynccontextmanager
async def a_chat(access: Access = ACCESS, kind: type[Chat] = Chat, **changes: Any) -> AsyncIterator[Chat]:
    """The bot with a few people, a group that is let in and one that is not; nothing may be refused in the end."""
    chat = kind(**changes)
    for user in (AN, BINH, STRANGER, ADMIN):
        chat.person(user)
    chat.group(GROUP, forum=True)
    chat.group(OTHER_GROUP)
    config = Config(office=Office("Sở Nội vụ tỉnh An Bình"), access=access, token=TOKEN)
    chat.app = build(config, chat.answerer, lambda: chat.now, stores=chat.stores, request=chat.telegram)
    async with chat.app:
        yield chat
        await cast("Incoming", chat.app.update_queue).settled()  # the stores are closed after this
    assert chat.telegram.refused == []
