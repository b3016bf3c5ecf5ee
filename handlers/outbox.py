"""The one door out: everything that the bot sends goes through here.

Each chat has its own pace and its own trouble: a chat that Telegram asks to wait, that blocks the bot or that has moved
never holds up another. What became of a message is a value (`Delivery`), not an exception, because the one who sends
reminders must go on with the next chat and keep a record of this one.
"""

import asyncio
import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import telegram
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from handlers.as_sent import NO_PREVIEW, article, markup, toast_text
from handlers.attempts import LAST_SECONDS, Attempts, Call, Manner, UnsureError
from handlers.delivery import Delivery, Outcome, arrived, not_taken, was_deleted
from handlers.edits import Edits
from handlers.forgiving import forgiving, threadless
from handlers.missed import Missed, notice
from handlers.render import Attachment, Offer, Page
from handlers.turn import end_turn
from knowledge.errors import PlanbotError

os.environ.setdefault("PTB_TIMEDELTA", "true")  # retry_after as a timedelta; the whole number is deprecated

log = logging.getLogger(__name__)

TOAST_TRIES = 3  # of the answer to a pressed button, which Telegram waits for only a few seconds
MOST_UNDER_A_FILE = 1000  # characters of 1,024

Moved = Callable[[int, int], None]


class Outbox:
    """Sends, edits and answers at the pace that Telegram allows.

    Args:
        bot: the Bot API.
        moved: told the old and the new id when a group has become a supergroup.
        counted: told what became of each message.
    """

    def __init__(
        self, bot: telegram.Bot, moved: Moved | None = None, counted: Callable[[Outcome], None] | None = None
    ) -> None:
        self._bot = bot
        self._counted = counted or (lambda _outcome: None)
        self._moved = moved or (lambda _old, _new: None)
        self._attempts = Attempts(bot.get_me)
        self._edits = Edits(bot, self._deliver)

    async def send(
        self,
        chat: int,
        pages: Sequence[Page],
        *,
        thread: int | None = None,
        reply_to: int | None = None,
        urgent: bool = False,
        once: bool = False,
    ) -> Delivery:
        """Send pages one after another, each as a message; stops at the first that does not arrive.

        Args:
            thread: the topic of a forum; None is General.
            reply_to: the message that the first page answers; it may have been deleted meanwhile.
            urgent: somebody is waiting for it, so it goes before what is only due.
            once: it was perhaps sent before and is written once more at most.
        """
        done = Delivery(Outcome.SENT, chat)
        for page in pages:
            answers = telegram.ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
            call = self._sending(done.chat, page, {"message_thread_id": thread, "reply_parameters": answers})
            one = await self._deliver(done.chat, call, Manner(urgent, once=once))
            self._edits.shows(one, page)
            if urgent:
                notice(one, Missed(chat, thread, page))
            moved_from = chat if one.chat != chat else None
            done = replace(one, messages=done.messages + one.messages, moved_from=moved_from)
            if not done.sent:
                break
            reply_to = None
        return done

    async def send_file(
        self,
        chat: int,
        file: Attachment,
        *,
        thread: int | None = None,
        reply_to: int | None = None,
        urgent: bool = True,
    ) -> Delivery:
        """Send a file or a picture; `urgent` where somebody is waiting for it."""
        answers = telegram.ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        options: dict[str, Any] = {"message_thread_id": thread}

        async def call(target: int) -> Any:  # noqa: ANN401 - a Message
            send = self._bot.send_photo if file.picture else self._bot.send_document
            content = telegram.InputFile(file.content, file.name)
            to = answers if target == chat else None  # where the group has moved, that is another message's number
            return await send(target, content, caption=file.caption or None, reply_parameters=to, **options)

        done = await self._deliver(chat, threadless(options, call), Manner(urgent))
        notice(done, Missed(chat, thread, None))
        return done

    async def hand_on(self, chat: int, file: str, caption: str, *, picture: bool) -> Delivery:
        """Send a file that somebody sent to the bot, by its name at Telegram."""

        async def call(target: int) -> Any:  # noqa: ANN401 - a Message
            send = self._bot.send_photo if picture else self._bot.send_document
            return await send(target, file, caption=caption[:MOST_UNDER_A_FILE])

        return await self._deliver(chat, call, Manner(urgent=True))

    async def edit(self, chat: int, message: int, page: Page, *, urgent: bool = True) -> Delivery:
        """Replace a message of the bot by a page; nothing is sent where it shows the page already."""
        return await self._edits.make(chat, message, page, urgent=urgent)

    async def toast(self, query: str, text: str = "", *, alert: bool = False) -> None:
        """Answer a pressed button, so that it stops turning; nothing is lost where that comes too late."""
        try:
            await self._toast(query, text, alert=alert)
        finally:
            end_turn()

    async def _toast(self, query: str, text: str, *, alert: bool) -> None:
        for attempt in range(1, TOAST_TRIES + 1):
            try:
                async with self._attempts.ending.not_beyond(LAST_SECONDS):
                    await self._bot.answer_callback_query(query, toast_text(text), show_alert=alert)
            except TelegramError as error:
                if isinstance(error, BadRequest) or attempt == TOAST_TRIES:
                    log.info("a pressed button could not be answered: %(error)s", {"error": error})
                    return
                await asyncio.sleep(attempt)
            else:
                return

    async def offer(self, query: str, found: Sequence[Offer]) -> None:
        """Answer what is typed behind the bot's name in any chat; for the one who types alone, and never kept."""
        results = [article(number, offer) for number, offer in enumerate(found)]
        try:
            async with self._attempts.ending.not_beyond(LAST_SECONDS):
                await self._bot.answer_inline_query(query, results, cache_time=0, is_personal=True)
        except TelegramError as error:  # the next letter asks again
            log.info("what was typed behind the bot's name could not be answered: %(error)s", {"error": error})

    async def delete(self, chat: int, message: int) -> bool:
        """Delete a message, also one that a person has sent in a private chat; whether it is gone."""
        try:
            async with self._attempts.ending.not_beyond(LAST_SECONDS):
                return bool(await self._bot.delete_message(chat, message))
        except TelegramError as error:
            log.warning("a message in chat %(chat)s could not be deleted: %(error)s", {"chat": chat, "error": error})
            return False

    async def typing(self, chat: int, thread: int | None = None) -> None:
        """Show that an answer is being written; only a courtesy, so failures are ignored."""
        try:
            async with self._attempts.ending.not_beyond():
                await self._bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=thread)
        except TelegramError as error:
            log.debug("no typing sign: %(error)s", {"error": error})

    async def is_member(self, chat: int, user: int) -> bool:
        """Whether somebody is in a group now."""
        try:
            async with self._attempts.ending.not_beyond(LAST_SECONDS):
                member = await self._bot.get_chat_member(chat, user)
        except ChatMigrated as error:
            await self._follow(chat, error.new_chat_id)
            return await self.is_member(error.new_chat_id, user)
        except BadRequest as error:  # a group that hides its members: whoever sees its messages is one of them
            hides = any(sign in error.message.lower() for sign in ("admin", "inaccessible", "hidden"))
            return hides and await self._is_group(chat)
        if isinstance(member, telegram.ChatMemberRestricted):
            return member.is_member
        return member.status not in (member.LEFT, member.BANNED)

    async def _is_group(self, chat: int) -> bool:
        try:
            return (await self._bot.get_chat(chat)).type in {telegram.Chat.GROUP, telegram.Chat.SUPERGROUP}
        except TelegramError:
            return False

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._attempts.ending.has_begun

    @property
    def troubles(self) -> int:
        """How often the line has failed so far."""
        return self._attempts.troubles

    async def reaches(self) -> bool:
        """Whether Telegram answers a harmless question."""
        try:
            async with self._attempts.ending.not_beyond():
                await self._bot.get_me()
        except TelegramError:
            return False
        return True

    def stop(self) -> None:
        """The bot is being stopped: who waits for a turn gives up, what is on its way gets a few seconds."""
        self._attempts.ending.begin()

    def move(self, old: int, new: int) -> None:
        """Tell that a group has moved to a new id."""
        self._moved(old, new)

    def _sending(self, chat: int, page: Page, options: dict[str, Any]) -> Call:
        async def call(target: int, text: str, mode: str | None) -> Any:  # noqa: ANN401 - a Message
            if target != chat:  # the group has moved: what is answered has no number there
                options["reply_parameters"] = None
            return await self._bot.send_message(
                target, text, parse_mode=mode, reply_markup=markup(page), link_preview_options=NO_PREVIEW, **options
            )

        return threadless(options, forgiving(page, call))

    async def _deliver(self, chat: int, call: Call, manner: Manner) -> Delivery:
        try:
            done = arrived(chat, await self._attempts.carry_out(chat, call, manner))
        except ChatMigrated as error:
            await self._follow(chat, error.new_chat_id)
            if manner.repeatable:  # a change: the number of its message is another message's there
                return Delivery(Outcome.REFUSED, error.new_chat_id, moved_from=chat, reason=error.message)
            again = await self._deliver(error.new_chat_id, call, manner)
            return replace(again, moved_from=chat)
        except TelegramError as error:
            done = _undelivered(chat, error)
        if not manner.repeatable:  # a change of what stands there already is no message
            self._counted(done.outcome)
        return done

    async def _follow(self, old: int, new: int) -> None:
        """Tells of a move; a trouble of what is kept does not hold up the message."""
        try:
            await asyncio.to_thread(self.move, old, new)
        except PlanbotError:
            log.exception("not all that is kept of group %(old)s went to %(new)s", {"old": old, "new": new})


def _undelivered(chat: int, error: TelegramError) -> Delivery:
    if isinstance(error, BadRequest):
        refused = not_taken(chat, error)
        if was_deleted(error):
            log.info("a message in chat %(chat)s is not there any more", {"chat": chat})
        elif refused.outcome is Outcome.REFUSED:
            log.error("Telegram refuses a message to chat %(chat)s: %(error)s", {"chat": chat, "error": error.message})
        return refused
    if isinstance(error, Forbidden):
        return Delivery(Outcome.BLOCKED, chat, reason=error.message)
    outcome = Outcome.PERHAPS if isinstance(error, UnsureError) else Outcome.FAILED
    log.warning(
        "a message to chat %(chat)s: %(outcome)s, %(error)s", {"chat": chat, "outcome": outcome, "error": error.message}
    )
    return Delivery(outcome, chat, reason=error.message)
