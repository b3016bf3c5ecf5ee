"""A unit with its group in Telegram, reminded of two rows by passes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from builders import a_link, a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, BINH, GROUP, Chat, a_chat
from updates import buttons

from handlers.buttons import On, pack
from handlers.digest_pages import poster
from knowledge.library.snapshot import LoadedPlan
from knowledge.model import State
from knowledge.tasks.progress import ProgressStore
from scheduler.clock import VIETNAM
from scheduler.delivery import Passed
from scheduler.ledger import Ledger
from scheduler.run import Stores, run_pass
from scheduler.settings import Reminders
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

QUIET = Reminders(week_ahead=False, month_overview=False, ongoing="never")
WEDNESDAY = datetime(2027, 6, 23, 8, tzinfo=VIETNAM)  # seven days before the rows of `a_task` are due
ROWS = [a_task(stt="1", task="Số hóa hồ sơ"), a_task(stt="2", task="Rà soát quy trình <nội bộ> & biểu mẫu")]


class Unit(Chat):
    """A unit's group with two members, reminded by passes."""

    async def remind(self) -> Passed:
        """A pass, and what another one had on its way meanwhile: a request for more time has one of its own."""
        assert self.stores is not None
        post = poster(self.app.bot_data.outbox, self.app.bot_data.background)
        passed = await run_pass(self.stores, post, lambda: self.now)
        await self.app.bot_data.settled()
        return passed

    async def press(self, user: int, label: str, message: dict[str, Any] | None = None) -> str | None:
        """Press a button, and read the toast; "1. Đã xong" opens the first row of the reminder to find it."""
        message = message or (self.last if label in buttons(self.last) else self.digest)
        number, _, named = label.partition(". ")
        if label not in buttons(message) and number in buttons(message):
            await self.hears(self.presses(user, message, buttons(message)[number]))
            label, message = named or number, self.last
        await self.hears(self.presses(user, message, buttons(message)[label]))
        return list(self.telegram.toasts.values())[-1]

    async def says_in_group(self, text: str, user: int = AN) -> str:
        await self.hears(self.says(user, text, GROUP))
        return str(self.last_in(GROUP)["text"])

    def last_in(self, chat: int) -> dict[str, Any]:
        """The last message in a chat: an admin may be told of the same in theirs."""
        there = [message for message in self.telegram.messages.values() if message["chat"]["id"] == chat]
        return max(there, key=lambda message: int(message["message_id"]))

    def shared_with(self, unit: str, chat: int) -> None:
        """Another unit has a group too, which is let in."""
        assert self.stores
        self.stores.units.link(a_link(unit, chat))
        self.stores.people.tie(chat, unit, by="VP", now=self.now)

    @property
    def digest(self) -> dict[str, Any]:
        """The last message of the bot that lists rows to press."""
        lists = [m for m in self.telegram.messages.values() if "1" in buttons(m) or "1. Xem" in buttons(m)]
        return max(lists, key=lambda m: int(m["message_id"]))

    def mark(self, action: str, number: int = 1) -> str:
        """What a button for a row of the plan carries."""
        return pack(On.REMINDER, action, self.plans[0].task_refs[number - 1], "2027-06-30")

    def states(self) -> list[State]:
        assert self.stores is not None
        return [self.stores.progress.of(ref).state for ref in self.plans[0].task_refs]

    plans: list[LoadedPlan]


@asynccontextmanager
async def a_unit(rows: list[Any] | None = None, **changes: Any) -> AsyncIterator[Unit]:
    plans = [a_loaded_plan(rows or ROWS)]
    stores = Stores(
        plans=lambda: plans,
        ledger=Ledger(None),
        units=UnitStore(None),
        workdays=WorkdayStore(None),
        progress=ProgressStore(None),
        settings=QUIET,
        people=some_people(admins=[ADMIN]),
    )
    stores.units.link(a_link("Văn phòng Sở", GROUP))
    async with a_chat(stores=stores, kind=Unit, now=WEDNESDAY, **changes) as unit:
        assert isinstance(unit, Unit)
        unit.plans = plans
        unit.answerer.cards = dict.fromkeys(plans[0].task_refs, unit.answerer.answer)
        unit.telegram.members[GROUP] = {AN, BINH}
        yield unit
    for store in (stores.ledger, stores.units, stores.workdays, stores.progress):
        store.close()


async def replies(unit: Unit, text: str | None, to: dict[str, Any], user: int = AN, **more: Any) -> dict[str, Any]:
    """A member answers a message of the bot in its group; the bot's next message."""
    chat = to["chat"]["id"]
    before = unit.last_in(chat)
    await unit.hears(unit.says(user, text, chat, reply_to_message=to, **more))
    assert unit.last_in(chat) is not before
    return unit.last_in(chat)
