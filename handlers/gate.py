"""Who is answered. Every update passes here first; whoever is not let in learns nothing of the plans.

In a group only what is addressed to the bot counts (a command, a mention, a reply to it), whether or not Telegram lets
the bot see the rest.
"""

import asyncio
import re
from enum import Enum, auto

from telegram import Chat, Message, Update
from telegram.ext import ApplicationHandlerStop

from handlers import words
from handlers.access import Access
from handlers.context import Context, Services, Where
from handlers.render import Page


class Entry(Enum):
    """What the gate decides about a message."""

    WELCOME = auto()
    STRANGER = auto()
    STRANGE_GROUP = auto()
    IGNORED = auto()


def entry(message: Message, access: Access, username: str) -> Entry:
    """Whether a message is answered."""
    chat = message.chat
    if chat.type == Chat.CHANNEL or _machine_made(message):
        return Entry.IGNORED
    if not meant_for_the_bot(message, username):
        return Entry.IGNORED
    if access.may_ask(person(message), chat.id):
        return Entry.WELCOME
    return Entry.STRANGER if chat.type == Chat.PRIVATE else Entry.STRANGE_GROUP


def person(message: Message) -> int | None:
    """The id of the one who speaks, None for an anonymous group admin; who speaks as a channel has the channel's id."""
    if message.sender_chat and message.sender_chat.id != message.chat.id:
        return message.sender_chat.id
    return message.from_user.id if message.from_user and not message.sender_chat else None


def addressed(message: Message, username: str) -> bool:
    """Whether a message in a group is meant for the bot."""
    text = message.text or message.caption or ""
    command = re.match(r"/\w+(?:@(\w+))?", text)
    if command:
        return command[1] is None or command[1].lower() == username.lower()
    if re.search(rf"(?<!\w)@{re.escape(username)}(?!\w)", text, re.IGNORECASE):
        return True
    answered = message.reply_to_message
    by = answered.from_user if answered and not answered.forum_topic_created else None
    return bool(by and by.is_bot and (by.username or "").lower() == username.lower())


def meant_for_the_bot(message: Message, username: str) -> bool:
    """Whether somebody waits for the bot to answer a message."""
    return message.chat.type == Chat.PRIVATE or addressed(message, username)


def where(message: Message) -> Where:
    """Where an answer to a message goes: into its topic, and in groups as a reply."""
    thread = message.message_thread_id if message.is_topic_message else None
    return Where(message.chat.id, thread, None if message.chat.type == Chat.PRIVATE else message.message_id)


async def guard(update: Update, context: Context) -> None:
    """Let an update through to the handlers, or stop it here with at most one polite sentence."""
    services = context.bot_data
    if update.callback_query:
        await _guard_press(update, services)
    elif update.message and not update.message.migrate_to_chat_id:
        await _guard_message(update.message, services, context.bot.username)


async def _guard_press(update: Update, services: Services) -> None:
    query = update.callback_query
    message = query.message if query else None
    if query is None:
        return
    if message:
        await asyncio.to_thread(services.reached, message.chat.id)
    if message and services.access.may_ask(query.from_user.id, message.chat.id):
        return
    reminder = (query.data or "")[:1] in {"d", "g"}
    if message and reminder and await asyncio.to_thread(services.stands_for_a_unit, message.chat.id):
        return
    await services.outbox.toast(query.id, words.NOT_ALLOWED, alert=True)
    raise ApplicationHandlerStop


async def _guard_message(message: Message, services: Services, username: str) -> None:
    decision = entry(message, services.access, username)
    if decision is not Entry.IGNORED:
        await asyncio.to_thread(services.reached, message.chat.id)
    if decision is Entry.WELCOME:
        return
    if decision is not Entry.IGNORED and services.once("stranger", message.chat.id):
        private = decision is Entry.STRANGER
        text = words.stranger(person(message)) if private else words.strange_group(message.chat.id)
        place = where(message)
        await services.outbox.send(place.chat, [Page(text)], thread=place.thread, reply_to=place.reply_to, urgent=True)
    raise ApplicationHandlerStop


def _machine_made(message: Message) -> bool:
    by_bot = bool(message.from_user and message.from_user.is_bot and not message.sender_chat)
    return by_bot or message.via_bot is not None or bool(message.is_automatic_forward)
