"""After a plan has changed: the log, and one short message to each unit that it concerns, within working hours."""

import asyncio
import logging
from dataclasses import dataclass, replace
from functools import partial

from handlers import words_plans as words
from handlers.context import Services
from handlers.delivery import Outcome
from handlers.render import Page
from knowledge.library.diff import Difference, compare
from knowledge.library.library import Library
from knowledge.library.prepared import Prepared
from knowledge.library.store import Version
from knowledge.model import Plan
from knowledge.wording.rows import plan_name
from scheduler.directory import Chat
from scheduler.handed import Handed, Notice
from scheduler.plan_news import news_of
from scheduler.stores import Stores, directory_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Changed:
    """What was done to a plan.

    Args:
        by: who did it; `what` is the line of the log.
        told: what units are told of it.
        handed: the id of the document that was stored, if it was one that was handed in.
    """

    plan: Plan
    difference: Difference
    by: str
    what: str
    told: str = words.UPDATED
    handed: str = ""


async def changed(services: Services, change: Changed) -> int:
    """Note what was done and tell the units; how many chats are told."""
    stores = services.stores
    if stores is None:
        return 0
    notices = await services.writes.do(_note, services, stores, change)
    services.background.start(deliver(services))
    return len(notices)


def taken(handed: Handed, prepared: Prepared, version: Version, by: str) -> Changed:
    """A document was stored as a version of a plan."""
    count, told = len(prepared.plan.tasks), words.TAKEN_IN if prepared.replaces is None else words.UPDATED
    what = f"nạp kế hoạch {prepared.stem}, bản {version.number}, {count} dòng, từ tệp {handed.called}"
    return Changed(prepared.plan, prepared.difference, by, what, told, handed.id)


async def told_late(services: Services, handed: Handed, known: Prepared, by: str) -> None:
    """Tell the units of a version that a killed bot had stored, and told nobody of, for the one who had agreed to it.

    Args:
        known: the document, of which all is in the library.
    """
    if services.library is None:
        return
    version, prepared = await asyncio.to_thread(_as_stored, services.library, known)
    if (version.number, version.by) == (known.replaces, by):
        await changed(services, taken(handed, prepared, version, by))


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
    stores.handed.tell(notices, now, change.handed)
    return notices


def _as_stored(library: Library, known: Prepared) -> tuple[Version, Prepared]:
    """The last version of a plan, and what it has changed."""
    *before, version = library.versions(known.stem)
    number = before[-1].number if before else None
    earlier = library.version(known.stem, number) if number else None
    difference = compare(earlier, known.stem, known.plan)
    return version, replace(known, replaces=number, difference=difference)


def _is_open(services: Services, stores: Stores) -> bool:
    return stores.workdays.calendar(stores.settings).is_open(services.clock())
