"""After a plan has changed: the log, and one short message to each unit that it concerns, within working hours."""

import asyncio
import logging
from dataclasses import dataclass
from functools import partial

from handlers import words_plans as words
from handlers.context import Services
from handlers.delivery import Outcome
from handlers.render import Page
from knowledge.library.diff import Difference
from knowledge.model import Plan
from knowledge.wording.rows import plan_name
from scheduler.directory import Chat
from scheduler.handed import Notice
from scheduler.plan_news import news_of
from scheduler.stores import Stores, directory_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Changed:
    """What was done to a plan.

    Args:
        by: who did it; `what` is the line of the log.
        told: what units are told of it.
    """

    plan: Plan
    difference: Difference
    by: str
    what: str
    told: str = words.UPDATED


async def changed(services: Services, change: Changed) -> int:
    """Note what was done and tell the units; how many chats are told."""
    stores = services.stores
    if stores is None:
        return 0
    notices = await services.writes.do(_note, services, stores, change)
    services.background.start(deliver(services))
    return len(notices)


async def deliver(services: Services) -> None:
    """Tell the units what is still to be told, where the office works now."""
    stores = services.stores
    if stores is None or not await asyncio.to_thread(_is_open, services, stores):
        return
    for notice in await asyncio.to_thread(stores.handed.notices):
        if await services.writes.do(stores.handed.claim, notice):
            await _send(services, stores, notice)


async def _send(services: Services, stores: Stores, notice: Notice) -> None:
    chat = notice.chat
    done = await services.outbox.send(chat.id, [Page(notice.text)], thread=chat.thread)
    await services.writes.do(partial(stores.handed.settle, notice, again=done.outcome is Outcome.FAILED))
    if not done.sent:
        log.warning("chat %(chat)s was not told of a changed plan: %(error)s", {"chat": chat.id, "error": done.reason})


def _note(services: Services, stores: Stores, change: Changed) -> list[tuple[Chat, str]]:
    now, heading = services.clock(), change.plan.heading
    stores.people.note(change.by, change.what, now)
    name = plan_name(heading, change.plan.source)
    found = news_of(change.difference, heading.issuer, directory_of(stores))
    notices = [(chat, words.plan_news(name, news, change.told)) for chat, news in found.items()]
    stores.handed.tell(notices, now)
    return notices


def _is_open(services: Services, stores: Stores) -> bool:
    return stores.workdays.calendar(stores.settings).is_open(services.clock())
