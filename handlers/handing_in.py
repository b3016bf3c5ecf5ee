"""A document that an admin sends: fetched, kept apart, read beside the chat, shown, and stored when somebody agrees.

Reading goes on in the background with one message that is edited, so that the admin's questions, and everybody's, are
answered meanwhile. What is kept apart outlives a restart; a plan that has changed since its preview is shown again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from telegram import Message

from handlers import words_plans as words
from handlers.context import Context, Services, Where
from handlers.download import TooBigError, fetch
from handlers.duty import name_of
from handlers.gate import where
from handlers.plan_changes import deliver, told_late
from handlers.preview import preview_page
from handlers.reading_progress import Telling
from handlers.render import Page
from handlers.show import say
from knowledge.errors import PlanbotError, RefusedError, StorageError
from knowledge.library.library import Library
from knowledge.library.names import safe_name
from knowledge.library.prepared import ClassifiedError, NoPlanError, Prepared
from knowledge.readers.parcel import unpacked
from scheduler.access import Act, Judged, Kind
from scheduler.handed import Handed
from scheduler.stores import Stores

log = logging.getLogger(__name__)

MOST_IN_A_PARCEL = 20
LONGEST_ENDING = 10
EVERY_SECONDS = 60.0


async def hands_in(message: Message, context: Context, judged: Judged) -> bool:
    """Deal with a document or a picture that is no report; False where it is only what a question came with."""
    services, captioned = context.bot_data, bool(message.caption)
    if services.library is None or not (message.document or message.photo):
        return False
    if not judged.may(Act.MANAGE):
        return not captioned and await _turned_away(message, services)
    if message.photo:
        return not captioned and await _said(words.PHOTO, message, services)
    if judged.kind is not Kind.PRIVATE:
        return await _said(words.IN_PRIVATE, message, services)
    await _fetch(message, context)
    return True


async def names_otherwise(message: Message, services: Services, judged: Judged) -> bool:
    """The words under a document that waits for a decision were edited; False where it is none."""
    stores, stem = services.stores, _named(message, services)
    if stores is None or not message.document or not judged.may(Act.MANAGE):
        return False
    waiting = await asyncio.to_thread(stores.handed.waiting)
    mine = [one for one in waiting if (one.chat, one.source) == (message.chat.id, message.message_id)]
    for handed in mine:
        if handed.stem != stem:
            await services.writes.do(stores.handed.name, handed.id, stem)
            services.background.start(read(services, replace(handed, stem=stem)))
    return bool(mine)


async def read(services: Services, handed: Handed, *, again: bool = False, agreed: str = "") -> None:
    """Read a document and put its preview in place of the message about it; or say why it cannot be taken.

    Args:
        agreed: who had agreed to it before the bot was killed, which may have stored it and told no unit.
    """
    stores, prepared = services.stores, await understood(services, handed)
    if stores is None or prepared is None:
        return
    if prepared.is_known:
        if agreed:
            await told_late(services, handed, prepared, agreed)
        await _close(services, stores, handed, words.SAME)
        return
    message = await put(services, handed, preview_page(prepared, handed, again=again))
    await services.writes.do(stores.handed.shown, handed.id, message)


async def understood(services: Services, handed: Handed) -> Prepared | None:
    """What a document is and what it changes; None where it cannot be taken, which is said."""
    library, stores = services.library, services.stores
    if library is None or stores is None:
        return None
    async with services.reader:
        telling = Telling(services, handed)
        try:
            prepared = await asyncio.to_thread(_prepare, library, handed, telling)
        except PlanbotError as error:
            await telling.end()
            await _refuse(services, stores, handed, error)
            return None
        except Exception:
            await telling.end()
            await _refuse(services, stores, handed, RefusedError(words.NOT_NOW.format(why="")))
            raise
        await telling.end()
    services.prepared.put(handed.id, prepared, services.clock())
    return prepared


async def put(services: Services, handed: Handed, page: Page) -> int:
    """Put a page in place of the message about a document, or send one; the message's id."""
    if handed.message:
        edited = await services.outbox.edit(handed.chat, handed.message, page)
        if edited.sent:
            return handed.message
    sent = await say(page, services, Where(handed.chat))
    return sent.messages[-1] if sent.messages else 0


async def look_after(services: Services) -> None:
    """As long as the bot runs: reads what was kept before a restart, drops what is old, tells units what waited."""
    stores = services.stores
    if stores is None:
        return
    work: Callable[[], Awaitable[None]] = partial(resume, services, stores)
    while True:
        try:
            await work()
            work = _nothing  # what is begun from now on is this bot's, and not to be resumed
            await asyncio.to_thread(stores.handed.clean, services.clock())
            await deliver(services)
        except Exception:  # the bot goes on; the next time comes soon
            log.exception("documents that were handed in could not be looked after")
        await asyncio.sleep(EVERY_SECONDS)


async def _nothing() -> None:
    """Nothing is left to be resumed."""


async def resume(services: Services, stores: Stores) -> None:
    """Begin to read what was kept and not shown yet when the bot ended, or was being stored."""
    agreed = await services.writes.do(stores.handed.recover)
    for handed in await asyncio.to_thread(stores.handed.waiting):
        if not handed.shown:
            services.background.start(read(services, handed, agreed=agreed.get(handed.id, "")))


async def _turned_away(message: Message, services: Services) -> bool:
    """In a private chat a colleague is told who takes plans; in a group nobody spoke to the bot."""
    if message.document and message.chat.id == (message.from_user and message.from_user.id):
        return await _said(words.NOT_ADMIN, message, services)
    return False


async def _said(text: str, message: Message, services: Services) -> bool:
    if services.once(text, message.chat.id):
        await say(text, services, where(message))
    return True


async def _fetch(message: Message, context: Context) -> None:
    """Fetch the document, keep it, and begin to read it."""
    services, document = context.bot_data, message.document
    if document is None or services.stores is None or services.library is None:
        return
    called = document.file_name or "ke-hoach"
    try:
        content = await fetch(context.bot, document.file_id, document.file_size)
    except TooBigError:
        await say(words.TOO_BIG, services, where(message))
        return
    if content is None:
        await say(words.NOT_FETCHED, services, where(message))
        return
    first = await say(words.reading(called), services, where(message))
    about = Handed(message.chat.id, name_of(message.from_user), called, _named(message, services), message.message_id,
                   first.messages[-1] if first.messages else 0)  # fmt: skip
    try:
        parcel = await asyncio.to_thread(unpacked, content, called)
        if (count := len(parcel.documents)) > MOST_IN_A_PARCEL:
            raise RefusedError(words.TOO_MANY.format(count=count, most=MOST_IN_A_PARCEL))  # noqa: TRY301
        await keep(services, about, parcel.documents)
        if parcel.left:
            await say(words.left_unread(parcel.left), services, where(message))
    except RefusedError as error:
        said = words.NO_PLACE if isinstance(error, StorageError) else words.refused(error.problems)
        await put(services, about, Page(said))


async def keep(services: Services, about: Handed, parts: list[tuple[str, bytes]]) -> None:
    """Keep documents apart, the first under the message that there is, and begin to read them.

    Raises:
        StorageError: they cannot be written; nothing of them is left.
    """
    stores, kept = services.stores, list[Handed]()
    if stores is None:
        return
    try:
        for name, content in parts:
            one = replace(about, called=name.rsplit("/", 1)[-1], message=0 if kept else about.message)
            kept.append(await services.writes.do(_add, stores, one, content, services))
    except StorageError:
        for handed in kept:
            await asyncio.to_thread(_drop, stores, handed, services)
        raise
    for handed in kept:
        services.background.start(read(services, handed))


def _add(stores: Stores, about: Handed, content: bytes, services: Services) -> Handed:
    return stores.handed.add(about, content, file_name(about.called), services.clock())


def file_name(called: str) -> str:
    """A safe name for a document, with its ending where that is a usual one."""
    path = Path(called)
    ending = path.suffix.lower()
    usual = ending[1:].isascii() and ending[1:].isalnum() and len(ending) <= LONGEST_ENDING
    return safe_name(path.stem if usual else called) + (ending if usual else "")


def _drop(stores: Stores, handed: Handed, services: Services) -> None:
    stores.handed.decide(handed.id, "dropped", services.clock())
    stores.handed.discard(handed)


def _named(message: Message, services: Services) -> str:
    """The plan that the words under a document name, as `--as` does; empty where they name none."""
    said = " ".join((message.caption or "").split())
    stems = [plan.stem for plan in services.library.snapshot.plans] if services.library else []
    return said if said in stems else ""


def _prepare(library: Library, handed: Handed, telling: Telling) -> Prepared:
    return library.prepare(handed.path, handed.stem or None, progress=telling)


async def _refuse(services: Services, stores: Stores, handed: Handed, error: PlanbotError) -> None:
    match error:
        case ClassifiedError():
            deleted = bool(handed.source) and await services.outbox.delete(handed.chat, handed.source)
            others = await asyncio.to_thread(_comes_with_others, stores, handed)
            said = words.classified(handed.called if others else "", deleted=deleted)
            what = "gửi một tệp có dấu chỉ độ mật: từ chối, đã xóa bản sao"
            await services.writes.do(stores.people.note, handed.by, what, services.clock())
        case NoPlanError():
            said = words.refused([words.NO_PLAN.format(name=handed.called)])
        case StorageError():
            log.error("a document could not be read: %(error)s", {"error": error})
            said = words.NO_PLACE
        case RefusedError():
            said = words.refused([problem.replace(handed.path.name, handed.called) for problem in error.problems])
        case _:
            said = words.NOT_NOW.format(why="")
    await _close(services, stores, handed, said)


def _comes_with_others(stores: Stores, handed: Handed) -> bool:
    """Whether other documents of the same message are read or wait for a decision."""
    message = handed.chat, handed.source
    return any((one.chat, one.source) == message and one.id != handed.id for one in stores.handed.waiting())


async def _close(services: Services, stores: Stores, handed: Handed, said: str) -> None:
    """Nothing is to be decided: the copy is deleted, then that is said."""
    await asyncio.to_thread(_drop, stores, handed, services)
    await put(services, handed, Page(said))
