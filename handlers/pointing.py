"""The rows that a message of the bot shows, in the order of their numbers; for whoever replies to it."""

import asyncio

from telegram import Message

from handlers.buttons import On, unpack
from handlers.context import Pointed
from handlers.digest import day_of, mark_of
from handlers.duty import Work


def answered(message: Message, username: str) -> Message | None:
    """The message of this bot that somebody replies to."""
    other = message.reply_to_message
    by = other.from_user if other and not other.forum_topic_created else None
    return other if by and by.is_bot and (by.username or "").lower() == username.lower() else None


async def shown_rows(work: Work, message: Message) -> tuple[Pointed, ...]:
    """The rows of a reminder as the ledger knows it, else those that the message's own buttons open."""
    said = await asyncio.to_thread(work.parts.ledger.said, message.chat.id, message.message_id)
    listed = [Pointed(item.number, item.key.ref, item.key.due) for item in said if item.number]
    found = {one.ref: one for one in sorted(listed, key=lambda one: one.number) or _of_buttons(message)}
    return tuple(found.values())


async def last_listed(work: Work, chat: int) -> tuple[Pointed, ...]:
    """The rows of the last reminder of a chat."""
    said = await asyncio.to_thread(work.parts.ledger.said, chat)
    last = max((item.message for item in said if item.number and item.message), default=None)
    return tuple(Pointed(i.number, i.key.ref, i.key.due) for i in said if i.number and i.message == last)


def _of_buttons(message: Message) -> list[Pointed]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    found = (_of_button(button.text, str(button.callback_data)) for row in rows for button in row)
    return [one for one in found if one]


def _of_button(label: str, data: str) -> Pointed | None:
    asked = unpack(data)
    number = int(label) if label.isdecimal() else 0
    if mark := mark_of(label, asked):
        return Pointed(mark.number or number, mark.ref, mark.due)
    if asked is None or not asked.args:
        return None
    if asked.on is On.ANSWER and asked.act in {"r", "i"}:
        return Pointed(number, asked.args[0])
    if asked.on is On.EXTENSION and asked.act == "task":
        return Pointed(number, asked.args[0], day_of(asked.args[1]) if len(asked.args) > 1 else None)
    return Pointed(number, asked.args[0]) if asked.on is On.REPORT and asked.act == "undo" else None
