"""/thongbao: an admin writes to many. What will be sent is shown first; it goes out once, and the outcome is told.

It goes through the door out at the pace that Telegram allows, behind the answers for which somebody is waiting.
"""

import asyncio
import logging
from functools import partial

from telegram import CallbackQuery, Message, Update

from handlers import words_admin, words_out
from handlers.buttons import Data, On, pack, pressed_message
from handlers.context import Context, Services, Where
from handlers.delivery import Outcome
from handlers.duty import name_of
from handlers.gate import typed, where
from handlers.render import Button, Page, units
from handlers.show import replace, say
from scheduler.access import Act, Judged
from scheduler.broadcasts import GOING, WAITS, Broadcast, audience
from scheduler.directory import Chat
from scheduler.run import Stores, directory_of

log = logging.getLogger(__name__)

LONGEST = 3500  # UTF-16 units, so that the preview fits into one message
AT_ONCE = 8  # chats that are sent to at a time: one that has to wait does not hold up the others
ROUNDS = 3  # a chat whose turn could not be written down gets another


async def command(update: Update, context: Context, judged: Judged) -> None:
    """Show what would be sent, and to how many."""
    message, services = update.message, context.bot_data
    if message is None or services.stores is None or judged.user is None:
        return
    text = typed(message) or _pointed_at(message)
    if not text or units(text) > LONGEST:
        await say(words_out.BROADCAST_LONG if text else words_out.BROADCAST_HOW, services, where(message))
        return
    stores = services.stores
    number = await services.writes.do(stores.broadcasts.draft, text, judged.user, services.clock())
    everybody, tied = [len(await asyncio.to_thread(_audience, stores, everybody=every)) for every in (True, False)]
    calendar = await asyncio.to_thread(stores.workdays.calendar, stores.settings)
    shown = words_out.preview(text, services.office, working=calendar.is_open(services.clock()))
    await say(Page(shown, _buttons(number, everybody, tied)), services, where(message))


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Send a draft, once, or drop it."""
    stores, number = services.stores, data.args[0] if data.args else ""
    if not judged.may(Act.MANAGE) or stores is None:
        await services.outbox.toast(query.id, words_admin.ONLY_ADMINS, alert=True)
        return
    found = await asyncio.to_thread(stores.broadcasts.find, int(number)) if number.isdecimal() else None
    if found is None or found.by != judged.user:
        await services.outbox.toast(query.id, words_out.BROADCAST_GONE, alert=True)
    elif data.act == "drop":
        await _drop(query, services, stores, found)
    elif data.act in {"all", "units"}:
        await _begin(query, services, stores, found, everybody=data.act == "all")


async def go_on(services: Services) -> None:
    """Send on what was under way when the bot ended."""
    if (stores := services.stores) is None:
        return
    for number in await asyncio.to_thread(stores.broadcasts.unfinished, str(Outcome.PERHAPS)):
        if found := await asyncio.to_thread(stores.broadcasts.find, number):
            await _send_all(services, stores, found)


async def _drop(query: CallbackQuery, services: Services, stores: Stores, found: Broadcast) -> None:
    dropped = await services.writes.do(stores.broadcasts.drop, found.id)
    await services.outbox.toast(query.id, "" if dropped else words_out.BROADCAST_SENT_ALREADY, alert=not dropped)
    if dropped:
        await replace(query, Page(words_out.BROADCAST_DROPPED), services, Where(query.from_user.id))


async def _begin(
    query: CallbackQuery, services: Services, stores: Stores, found: Broadcast, *, everybody: bool
) -> None:
    chats = await asyncio.to_thread(_audience, stores, everybody=everybody)
    message = pressed_message(query)
    begin = partial(_confirmed, services, stores, found, chats, message.message_id if message else 0)
    if not await services.writes.do(begin, name_of(query.from_user)):
        await services.outbox.toast(query.id, words_out.BROADCAST_SENT_ALREADY, alert=True)
        return
    await services.outbox.toast(query.id, words_out.broadcast_begun(len(chats)))
    await replace(query, Page(words_out.sending(found.text, services.office, len(chats))), services, Where(found.by))
    begun = Broadcast(found.id, found.by, found.text, message.message_id if message else 0)
    services.background.start(_send_all(services, stores, begun))


def _confirmed(
    services: Services, stores: Stores, found: Broadcast, chats: tuple[Chat, ...], message: int, by: str
) -> bool:
    if not stores.broadcasts.begin(found.id, chats, message):
        return False
    services.people.note(by, words_out.broadcast_noted(found.text, len(chats)), services.clock())
    return True


async def _send_all(services: Services, stores: Stores, found: Broadcast) -> None:
    """Sends to every chat that still waits, and tells who wrote it what became of it."""
    for _ in range(ROUNDS):
        if _ends(services) or not (waiting := await asyncio.to_thread(stores.broadcasts.waiting, found.id)):
            break
        places = asyncio.Semaphore(AT_ONCE)
        sending = (_send_to(chat, services, stores, found, places) for chat in waiting)
        for error in await asyncio.gather(*sending, return_exceptions=True):
            if error is not None:
                log.error("what became of a broadcast in a chat could not be written down: %(error)s", {"error": error})
    settled = {GOING: str(Outcome.PERHAPS), WAITS: str(Outcome.FAILED)}
    if _ends(services) or not await services.writes.do(stores.broadcasts.finish, found.id, settled):
        return  # the next start goes on
    outcomes = await asyncio.to_thread(stores.broadcasts.outcomes, found.id)
    said = Page(words_out.broadcast_done(found.text, services.office, outcomes))
    if not found.message or not (await services.outbox.edit(found.by, found.message, said)).sent:
        await say(said, services, Where(found.by))


async def _send_to(chat: Chat, services: Services, stores: Stores, found: Broadcast, places: asyncio.Semaphore) -> None:
    async with places:
        if _ends(services) or not await services.writes.do(stores.broadcasts.claim, found.id, chat):
            return
        page = Page(words_out.broadcast(found.text, services.office))
        done = await services.outbox.send(chat.id, [page], thread=chat.thread)
        given_up = _ends(services) and done.outcome is Outcome.FAILED
        outcome = WAITS if given_up else str(done.outcome)
        await services.writes.do(stores.broadcasts.settle, found.id, chat, outcome)


def _ends(services: Services) -> bool:
    """Whether the bot is being stopped; it may become so between any two steps."""
    return services.outbox.stopped


def _audience(stores: Stores, *, everybody: bool) -> tuple[Chat, ...]:
    return audience(stores.people.roll(), directory_of(stores).links, everybody=everybody)


def _buttons(number: int, everybody: int, tied: int) -> tuple[tuple[Button, ...], ...]:
    rows = [(Button(words_out.to_everybody(everybody), pack(On.BROADCAST, "all", number)),)]
    if tied:
        rows.append((Button(words_out.to_units(tied), pack(On.BROADCAST, "units", number)),))
    return (*rows, (Button(words_out.CANCEL, pack(On.BROADCAST, "drop", number)),))


def _pointed_at(message: Message) -> str:
    """The words of the message that a bare command replies to."""
    other = message.reply_to_message
    return (other.text or other.caption or "").strip() if other else ""
