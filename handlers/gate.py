"""Who is answered. Every handler is reached through here only; whoever is not let in learns nothing of the plans.

In a group only what is addressed to the bot counts (a command, a mention, a reply to it), whether or not Telegram lets
the bot see the rest.
"""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from telegram import CallbackQuery, Chat, Message, Update

from handlers import words
from handlers.buttons import On, pack, pressed_message
from handlers.context import Context, Services, Where
from handlers.counting import count_stranger
from handlers.failure import sorry
from handlers.missed import noticing
from handlers.render import Button, Page
from handlers.show import say
from knowledge.errors import BusyError, StorageError
from scheduler.access import Judged, Kind

log = logging.getLogger(__name__)

Handler = Callable[[Update, Context, Judged], Awaitable[None]]
Stranger = Callable[[Update, Context], Awaitable[bool]]
Meet = Callable[[], Awaitable[bool]]


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


def typed(message: Message) -> str:
    """What stands behind a command."""
    return re.sub(r"^/\w+(?:@\w+)?\s*", "", message.text or message.caption or "").strip()


def kind_of(chat: Chat) -> Kind:
    """What kind of place a chat is."""
    if chat.type == Chat.PRIVATE:
        return Kind.PRIVATE
    return Kind.CHANNEL if chat.type == Chat.CHANNEL else Kind.GROUP


def pressed_at(query: CallbackQuery) -> Where:
    """Where an answer to a press goes."""
    if message := pressed_message(query):
        return where(message)
    return Where(query.message.chat.id if query.message else query.from_user.id)


@dataclass(frozen=True, slots=True)
class Guarded:
    """A handler behind the gate: the only way to it, for every kind of update.

    Whoever is not let in, and whoever could not be judged, whatever the reason, is refused here. So the handler need
    not ask again: it is handed who speaks and what they may do.

    Args:
        stranger: asked before somebody is turned away; true where it has dealt with them, which only ways in do.
    """

    handler: Handler
    stranger: Stranger | None = None

    async def __call__(self, update: Update, context: Context) -> None:
        """Judge, and only then handle."""
        services = context.bot_data
        try:
            judged = await _admitted(update, services, context.bot.username, partial(self._meet, update, context))
        except BusyError as error:
            log.warning("what a stranger said was not written down: %(error)s", {"error": error})
            await sorry(update, services, words.NOT_WRITTEN)
            return
        except StorageError as error:
            log.error("an update could not be judged, so it is refused: %(error)s", {"error": error})  # noqa: TRY400 - told in plain words
            await sorry(update, services, words.NO_STORAGE)
            return
        except Exception:
            log.exception("an update could not be judged, so it is refused")
            await sorry(update, services)
            return
        if judged is None:
            return
        with noticing() as missed:
            await self._handle(update, context, judged)
            await services.owing.after(update.message or update.edited_message, judged, missed)

    async def _handle(self, update: Update, context: Context, judged: Judged) -> None:
        services = context.bot_data
        try:
            await self.handler(update, context, judged)
        except BusyError as error:
            log.warning("what somebody pressed or said was not written down: %(error)s", {"error": error})
            await sorry(update, services, words.NOT_WRITTEN)
        except StorageError as error:  # of the machine: a disk that is full, a right that lacks
            log.error("what somebody pressed or said could not be done: %(error)s", {"error": error})  # noqa: TRY400 - told in plain words
            await sorry(update, services, words.NO_STORAGE)
        except Exception:
            await sorry(update, services)
            raise
        finally:
            await _reached(
                services, judged.chat, (update.effective_chat and update.effective_chat.effective_name) or ""
            )

    async def _meet(self, update: Update, context: Context) -> bool:
        return self.stranger is not None and await self.stranger(update, context)


async def _admitted(update: Update, services: Services, username: str, meet: Meet) -> Judged | None:
    """Who speaks, None for whoever is refused; they get at most one polite sentence."""
    if update.callback_query:
        return await _pressing(update.callback_query, services, meet)
    if update.inline_query:
        user = update.inline_query.from_user.id
        return await asyncio.to_thread(services.judged, user, user, Kind.INLINE)
    message = update.message or update.edited_message
    if message is None or _machine_made(message) or not meant_for_the_bot(message, username):
        return None
    judged = await asyncio.to_thread(services.judged, person(message), message.chat.id, kind_of(message.chat))
    if judged is None and not await meet():
        await _turn_away(message, services)
    return judged


async def _pressing(query: CallbackQuery, services: Services, meet: Meet) -> Judged | None:
    chat, judged = query.message.chat if query.message else None, None
    if chat:
        judged = await asyncio.to_thread(services.judged, query.from_user.id, chat.id, kind_of(chat))
    if judged is None and not await meet():
        count_stranger(services, query.from_user.id)
        await services.outbox.toast(query.id, words.NOT_ALLOWED, alert=True)
    return judged


async def _turn_away(message: Message, services: Services) -> None:
    """Tell a stranger, or somebody in a strange group, once in a while whom to turn to."""
    chat, user = message.chat, person(message)
    roll = await asyncio.to_thread(services.people.roll)
    count_stranger(services, user or chat.id if roll.lets_in(chat.id) or chat.type == Chat.PRIVATE else chat.id)
    if chat.type == Chat.CHANNEL or not services.once("stranger", chat.id):
        return
    if chat.type == Chat.PRIVATE:
        ask = ((Button(words.ASK_IN, pack(On.ENTRY, "ask")),),) if not roll.barred(user) else ()
        page = Page(words.stranger(user), ask)
    else:
        page = Page(words.NOT_ALLOWED if roll.lets_in(chat.id) else words.strange_group(chat.id))
    await say(page, services, where(message))


async def _reached(services: Services, chat: int, name: str) -> None:
    """Who writes or presses can be written to again; nothing else depends on it."""
    try:
        await services.writes.do(services.reached, chat, name)
    except BusyError as error:
        log.warning(
            "whether chat %(chat)s can be reached again is not written down: %(error)s", {"chat": chat, "error": error}
        )
    except Exception:
        log.exception("whether chat %(chat)s can be reached again could not be written down", {"chat": chat})


def _machine_made(message: Message) -> bool:
    by_bot = bool(message.from_user and message.from_user.is_bot and not message.sender_chat)
    return by_bot or message.via_bot is not None or bool(message.is_automatic_forward)
