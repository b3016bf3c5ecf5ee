"""Whether an answer helped; a question that goes on to the office; and the office's reply on its way back.

The buttons stand under every answer. The reply of an admin to the message that hands a question over goes to where it
was asked, as a reply to the question, whatever time has passed and whether or not the bot was started again meanwhile.
"""

import asyncio

from telegram import CallbackQuery, Message, Update, User

from handlers import words, words_office
from handlers.buttons import Data, On, pack, pressed_message, unpack
from handlers.context import Context, Services, Where
from handlers.duty import name_of
from handlers.gate import pressed_at, where
from handlers.pointing import answered
from handlers.render import Button, Page
from handlers.reporting import proof_file
from handlers.show import replace, say
from handlers.waiting import question_waits
from scheduler.access import Act, Judged, Kind, Role
from scheduler.asked import Asked
from scheduler.stores import Stores


async def forget(update: Update, context: Context, _judged: Judged) -> None:
    """Ask whether somebody's own questions are to be deleted."""
    if message := update.message:
        sure = Button(words_office.FORGET, pack(On.ASKED, "forget"))
        await say(Page(words_office.FORGET_WHAT, ((sure,),)), context.bot_data, where(message))


async def press(query: CallbackQuery, services: Services, _judged: Judged, data: Data) -> None:
    """The answer helped, or did not; or the question goes to the office."""
    stores = services.stores
    if data.act == "forget" and stores:
        await _forget(query, services, stores)
        return
    asked = await asyncio.to_thread(stores.asked.find, data.args[0]) if stores and len(data.args) == 1 else None
    if stores is None or asked is None:
        await services.outbox.toast(query.id, words_office.FORGOTTEN, alert=True)
    elif data.act in {"yes", "no"}:
        await _mark(query, services, stores, asked, helpful=data.act == "yes")
    elif data.act == "office":
        await _hand_over(query, services, stores, asked)
    else:
        await services.outbox.toast(query.id, words.OLD_BUTTON, alert=True)


async def office_replies(message: Message, services: Services, judged: Judged, username: str) -> bool:
    """Send an admin's reply back to the one who asked; False where it replies to no such question."""
    other, stores = answered(message, username), services.stores
    if other is None or stores is None or judged.kind is not Kind.PRIVATE or not judged.may(Act.MANAGE):
        return False
    asked = await asyncio.to_thread(stores.asked.handed_by, message.chat.id, other.message_id)
    if asked is None:
        return False
    by, text = name_of(message.from_user), message.text or message.caption or ""
    if not await _send_back(message, services, asked, text):
        await say(words_office.NOT_SENT_BACK, services, where(message))
        return True
    await services.writes.do(_replied, services, stores, asked, text, by)
    await say(words_office.SENT_BACK, services, where(message))
    page = Page(words_office.settled(asked.text, asked.who, by, text))
    for chat, copy in await asyncio.to_thread(stores.asked.copies, asked.name):
        await services.outbox.edit(chat, copy, page)
    return True


async def _forget(query: CallbackQuery, services: Services, stores: Stores) -> None:
    """Delete what the one who presses has asked."""
    count = await services.writes.do(_forgotten, services, stores, query.from_user)
    await services.owing.forget(query.from_user.id)
    await services.outbox.toast(query.id)
    await replace(query, Page(words_office.forgotten(count)), services, pressed_at(query))


def _forgotten(services: Services, stores: Stores, user: User) -> int:
    count = stores.asked.forget(user.id)
    services.counters.forget([user.id])
    stores.people.note(name_of(user), words_office.forgotten(count), services.clock())
    return count


async def _mark(query: CallbackQuery, services: Services, stores: Stores, asked: Asked, *, helpful: bool) -> None:
    await services.writes.do(stores.asked.mark, asked.name, helpful=helpful, by=name_of(query.from_user))
    await services.outbox.toast(query.id, words_office.THANKS if helpful else words_office.NOTED)
    ask = Button(words_office.ASK_OFFICE, pack(On.ASKED, "office", asked.name))
    await _with_row(query, services, () if helpful else (ask,))


async def _hand_over(query: CallbackQuery, services: Services, stores: Stores, asked: Asked) -> None:
    """Send the question to every admin, once."""
    admins = (await asyncio.to_thread(services.people.roll)).with_role(Role.ADMIN)
    by, now = name_of(query.from_user), services.clock()
    if not admins:
        await services.outbox.toast(query.id, words_office.NO_OFFICE, alert=True)
        return
    new = await services.writes.do(stores.asked.hand_over, asked.name, by=by, now=now)
    reached = bool(asked.reply) or await question_waits(services, asked, by)
    if not new:
        await services.outbox.toast(query.id, words_office.HANDED_ALREADY, alert=True)
        return
    await services.outbox.toast(query.id, words_office.HANDED if reached else words_office.NO_OFFICE, alert=True)
    await services.writes.do(stores.people.note, by, words_office.logged_hand_over(asked.text), now)
    await _with_row(query, services, ())


async def _send_back(message: Message, services: Services, asked: Asked, text: str) -> bool:
    """The reply, with the question quoted, and the document or picture that came with it."""
    roll = await asyncio.to_thread(services.people.roll)
    if not roll.lets_in(asked.chat):
        return False
    place = Where(asked.chat, asked.thread, asked.message or None)
    done = await say(words_office.office_says(asked.text, text), services, place)
    if done.sent and (file := proof_file(message)):
        done = await services.outbox.hand_on(asked.chat, file.id, "", picture=file.kind == "photo")
    return done.sent


def _replied(services: Services, stores: Stores, asked: Asked, text: str, by: str) -> None:
    stores.asked.reply(asked.name, text, by=by, now=services.clock())
    stores.people.note(by, words_office.logged_reply(asked.text), services.clock())


async def _with_row(query: CallbackQuery, services: Services, row: tuple[Button, ...]) -> None:
    """The message as it is, with other buttons in place of those about its help."""
    message = pressed_message(query)
    if message is None or message.reply_markup is None:
        return
    kept = [
        tuple(Button(b.text, str(b.callback_data)) for b in buttons)
        for buttons in message.reply_markup.inline_keyboard
        if not any((data := unpack(str(b.callback_data))) and data.on is On.ASKED for b in buttons)
    ]
    page = Page(message.text_html, (*kept, row) if row else tuple(kept))
    await replace(query, page, services, pressed_at(query))
