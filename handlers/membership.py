"""The bot is added to a group, removed or blocked, or its group becomes a supergroup with another id."""

import asyncio
import contextlib
import logging

from telegram import Chat, ChatMember, Update

from handlers import words, words_admin
from handlers.context import Context, Services, Where
from handlers.show import say
from knowledge.errors import NotFoundError, RefusedError
from scheduler import stores
from scheduler.access import Role

log = logging.getLogger(__name__)

BY = "Telegram (đã chặn bot hoặc đưa bot ra)"
_GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def changed(update: Update, context: Context) -> None:
    """The bot's own membership has changed: greet a group that is let in, tell another how to be."""
    change, services = update.my_chat_member, context.bot_data
    if change is None or change.chat.type == Chat.CHANNEL:
        return
    chat = change.chat.id
    if change.new_chat_member.status not in _GONE:
        await asyncio.to_thread(services.reached, chat, change.chat.title or "")
    if change.new_chat_member.status in _GONE:
        await services.writes.do(_put_out, services, chat)
    if change.chat.type == Chat.PRIVATE:
        return
    if change.new_chat_member.status in _GONE:
        log.warning("the bot was removed from the group %(chat)s", {"chat": chat})
    elif change.old_chat_member.status in _GONE and services.once("joined", chat):
        roll = await asyncio.to_thread(services.people.roll)
        by_admin = roll.role(change.from_user.id) is Role.ADMIN
        hello = words.welcome(services.office, group=True, username=context.bot.username)
        strange = words_admin.untied_group(chat) if by_admin else words.strange_group(chat)
        await say(hello if roll.lets_in(chat) else strange, services, Where(chat))


def _put_out(services: Services, chat: int) -> None:
    """Who blocks the bot, and a group that removes it, is out everywhere; the last admin stays one."""
    with contextlib.suppress(NotFoundError, RefusedError):
        services.people.remove(chat, by=BY, now=services.clock())
        if services.stores and chat > 0:
            services.stores.wishes.forget(chat)


async def moved(update: Update, context: Context) -> None:
    """A group has a new id: it keeps its rights here, and the admins are told."""
    message, services = update.message, context.bot_data
    if message is None or message.migrate_to_chat_id is None:
        return
    old, new = message.chat.id, message.migrate_to_chat_id
    roll = await asyncio.to_thread(services.people.roll)
    await asyncio.to_thread(services.outbox.move, old, new)
    if roll.lets_in(old):
        for admin in roll.with_role(Role.ADMIN):
            await say(words.group_moved(message.chat.title or "", old, new), services, Where(admin))


def follow(services: Services, old: int, new: int) -> None:
    """Let a group that has moved keep its right to ask and, where this bot keeps anything, all that it had."""
    services.owing.follow(old, new)
    if services.stores:
        stores.follow(services.stores, old, new, services.clock())
    else:
        stores.keep_right(services.people, old, new, services.clock())
