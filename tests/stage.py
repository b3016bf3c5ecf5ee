"""The stage of scripted days in this process: the application of production on the strict Telegram in memory."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from fake_telegram import TOKEN, StrictTelegram
from scripted_day import ADMIN, FOCAL, GROUP, NEWCOMER, SECOND, TODAY, Message
from updates import Updates, buttons, update_of

from bot.app import build
from bot.config import Config, Office
from bot.operations import Operator
from bot.wiring import Wiring
from handlers.digest_pages import poster
from handlers.incoming import Incoming
from handlers.routes import App
from scheduler.access import Access
from scheduler.clock import VIETNAM
from scheduler.run import run_pass

OFFICE = "Sở Khoa học và Công nghệ tỉnh An Bình"
CAST = {"Hà": ADMIN, "Bình": SECOND, "An": FOCAL, "Lan": NEWCOMER}


@dataclass
class Now:
    """A clock that stands until it is set."""

    time: datetime

    def __call__(self) -> datetime:
        return self.time


@dataclass
class InMemory:
    """The stage in this process.

    Args:
        now: what time it is; whoever plays may let time pass.
    """

    wiring: Wiring
    now: Now
    people: Updates = field(default_factory=Updates)
    app: App = field(init=False)

    @property
    def telegram(self) -> StrictTelegram:
        """The Bot API in memory."""
        return self.people.telegram

    async def says(self, chat: int, user: int, text: str, reply_to: int | None = None) -> Message:
        more = {"reply_to_message": self.telegram.messages[chat, reply_to]} if reply_to else {}
        await self._hears(self.people.says(user, text, chat, **more))
        return self.telegram.sent(chat)[-1]

    async def sends(self, user: int, name: str, content: bytes) -> None:
        await self._hears(self.people.sends(user, name, content))

    async def waits(self) -> bool:
        return False

    async def photo(
        self, user: int, chat: int | None = None, caption: str = "", reply_to: Message | None = None
    ) -> None:
        sizes = [{"file_id": "P1", "file_unique_id": "P1", "width": 90, "height": 90}]
        more = {"caption": caption, "reply_to_message": reply_to} if reply_to else {}
        await self._hears(self.people.says(user, None, chat, photo=sizes, **more))

    async def presses(self, user: int, message: Message, label: str) -> str:
        update = self.people.presses(user, message, buttons(message)[label])
        await self._hears(update)
        return self.telegram.toasts[update["callback_query"]["id"]] or ""

    async def messages(self, chat: int) -> list[Message]:
        return self.telegram.sent(chat)

    async def passes(self) -> None:
        services = self.app.bot_data
        await run_pass(self.wiring.stores, poster(services.outbox, services.background), self.now)

    async def migrates(self, old: int, new: int) -> None:
        self.people.group(new)
        self.telegram.moved[old] = new
        self.telegram.members[new] = self.telegram.members.get(old, set())
        await self._hears(self.people.says(FOCAL, None, old, migrate_to_chat_id=new))

    async def blocks(self, user: int) -> None:
        self.telegram.blocked.add(user)
        who = {"user": {"id": 1, "is_bot": True, "first_name": "planbot"}}
        change = {"chat": self.telegram.chats[user], "from": self.people.person(user), "date": 0,
                  "old_chat_member": who | {"status": "member"},
                  "new_chat_member": who | {"status": "kicked", "until_date": 0}}  # fmt: skip
        await self._hears({"update_id": next(self.telegram.ids), "my_chat_member": change})

    async def refusals(self) -> list[Any]:
        return list(self.telegram.refused)

    async def _hears(self, raw: dict[str, Any]) -> None:
        update = update_of(raw, self.app.bot)
        await self.app.update_processor.process_update(update, self.app.process_update(update))
        await self.app.bot_data.settled()


@asynccontextmanager
async def a_stage(folder: Path, today: str = TODAY, **people: int) -> AsyncIterator[InMemory]:
    """The whole application with everything that it keeps in a folder; ADMIN and SECOND are its admins.

    Args:
        today: where the clock stands.
        people: further people with private chats, by name.
    """
    now = Now(datetime.fromisoformat(today).replace(tzinfo=VIETNAM))
    config = Config(office=Office(OFFICE), access=Access(admins=frozenset({ADMIN, SECOND})), token=TOKEN)
    wiring = Wiring(config, folder, now)
    stage = InMemory(wiring, now)
    for name, user in {**CAST, **people}.items():
        stage.people.person(user, name)
    stage.people.group(GROUP)
    stage.telegram.members[GROUP] = {ADMIN, FOCAL}
    operations = Operator(wiring, None)
    stage.app = build(config, wiring.answerer, now, stores=wiring.stores, request=stage.telegram, operations=operations)
    async with stage.app:
        yield stage
        await cast("Incoming", stage.app.update_queue).settled()
    wiring.close()
