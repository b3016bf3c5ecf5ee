"""The buttons under a preview: leaf, agree, agree once more where most rows are lost, drop."""

import asyncio
import logging
from functools import partial

from telegram import CallbackQuery

from handlers import words_admin
from handlers import words_plans as words
from handlers.buttons import Data
from handlers.context import Services
from handlers.duty import name_of
from handlers.handing_in import put, read, understood
from handlers.plan_changes import changed, taken
from handlers.preview import losing_page, preview_page
from handlers.render import Page
from knowledge.errors import PlanbotError
from knowledge.library.library import Library
from knowledge.library.names import name_of_file
from knowledge.library.prepared import ChangedError, Prepared
from knowledge.library.store import Version
from scheduler.access import Act, Judged
from scheduler.handed import Handed
from scheduler.stores import Stores

log = logging.getLogger(__name__)


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """What an admin decides about a document; whoever comes second is told that it is decided."""
    stores = services.stores
    if not judged.may(Act.MANAGE) or stores is None:
        await services.outbox.toast(query.id, words_admin.ONLY_ADMINS, alert=True)
        return
    handed = await asyncio.to_thread(stores.handed.get, data.args[0]) if data.args else None
    if handed is None:
        await services.outbox.toast(query.id, words.GONE, alert=True)
        return
    await services.outbox.toast(query.id)
    by = name_of(query.from_user)
    match (data.act, *data.args[1:]):
        case ["no"]:
            await _drop(services, stores, handed, by)
        case ["page", number] if number.isdecimal():
            services.background.start(_turn(services, handed, int(number)))
        case ["yes" | "sure" as act, base] if base.isdecimal():
            services.background.start(_agree(services, stores, handed, by, (int(base), act == "sure")))


async def _drop(services: Services, stores: Stores, handed: Handed, by: str) -> None:
    if await services.writes.do(stores.handed.decide, handed.id, by, services.clock()):
        await asyncio.to_thread(stores.handed.discard, handed)
        await services.writes.do(stores.people.note, by, f"hủy tệp {handed.called}", services.clock())
        await put(services, handed, Page(words.DROPPED))


async def _turn(services: Services, handed: Handed, number: int) -> None:
    if prepared := await _prepared(services, handed):
        await put(services, handed, preview_page(prepared, handed, number))


async def _prepared(services: Services, handed: Handed) -> Prepared | None:
    """The document as it was read; after a restart it is read again, and None where it cannot be taken any more."""
    return services.prepared.get(handed.id, services.clock()) or await understood(services, handed)


async def _agree(services: Services, stores: Stores, handed: Handed, by: str, wish: tuple[int, bool]) -> None:
    """Store a document, unless the plan has changed since, or most rows would be lost and nobody has said so twice."""
    base, sure = wish
    prepared, library = await _prepared(services, handed), services.library
    if prepared is None or library is None:
        return
    async with services.storing:
        if base != (prepared.replaces or 0) or not await asyncio.to_thread(_is_as_seen, library, handed, prepared):
            await read(services, handed, again=True)
        elif prepared.loses_most and not sure:
            await put(services, handed, losing_page(prepared, handed))
        elif await services.writes.do(partial(stores.handed.decide, handed.id, by, services.clock(), storing=True)):
            await put(services, handed, Page(words.STORING))
            await _store(services, stores, handed, by, prepared)


def _is_as_seen(library: Library, handed: Handed, prepared: Prepared) -> bool:
    """Whether a document still replaces the very version that it was compared with."""
    library.refresh()
    stem = handed.stem or library.stem_of(prepared.plan, name_of_file(handed.path))
    return stem == prepared.stem and library.current_number(stem) == prepared.replaces


async def _store(services: Services, stores: Stores, handed: Handed, by: str, prepared: Prepared) -> None:
    if services.library is None:
        return
    try:
        version = await asyncio.to_thread(_commit, services.library, prepared, by, services)
    except ChangedError:
        await services.writes.do(stores.handed.give_back, handed.id)
        await read(services, handed, again=True)
        return
    except PlanbotError as error:
        log.error("a plan was not stored: %(error)s", {"error": error})  # noqa: TRY400 - told in plain words
        await services.writes.do(stores.handed.give_back, handed.id)
        page = preview_page(prepared, handed)
        await put(services, handed, Page(f"{words.NO_PLACE}\n\n{page.html}"[:4000], page.keyboard))
        return
    told = await changed(services, taken(handed, prepared, version, by))
    await services.writes.do(stores.handed.carried_out, handed)
    await put(services, handed, Page(words.stored(prepared.stem, version.number, len(prepared.plan.tasks), told)))


def _commit(library: Library, prepared: Prepared, by: str, services: Services) -> Version:
    return library.commit(prepared, services.clock(), by, unchanged=True)
