"""Who may report of a task: the members of a chat that stands for a unit which chairs it, and the admins."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime

from telegram import User

from handlers import words
from handlers.context import Services
from scheduler.access import Act, Judged
from scheduler.clock import VIETNAM
from scheduler.frame import World
from scheduler.overview import Row, find, leading_chats
from scheduler.run import Parts, world_of


@dataclass(frozen=True, slots=True)
class Work:
    """The work as it stands at this moment."""

    parts: Parts
    world: World
    now: datetime

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return self.now.astimezone(VIETNAM).date()

    async def row(self, ref: str) -> Row | None:
        """A task as it stands."""
        return await asyncio.to_thread(find, self.world, ref, self.today)


async def at_work(services: Services) -> Work | None:
    """The work as it stands, None where this bot reminds of nothing."""
    if services.parts is None:
        return None
    world = await asyncio.to_thread(world_of, services.parts)
    return Work(services.parts, world, services.clock())


async def may_report(services: Services, work: Work, row: Row, judged: Judged) -> bool:
    """Whether somebody may report of a task in a chat; an anonymous admin of a group (None) is one of it."""
    chat, user = judged.chat, judged.user
    if judged.may(Act.MANAGE):
        return True
    if user is not None and user < 0:  # a channel: nobody knows who speaks
        return False
    if chat not in leading_chats(work.world.directory, row.case):
        return False
    return user is None or chat == user or await services.outbox.is_member(chat, user)


def name_of(user: User | None) -> str:
    """Who reports, as it is kept and shown."""
    return f"{user.full_name} ({user.id})" if user else words.ANONYMOUS
