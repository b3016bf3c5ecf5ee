"""The first contact with Telegram, before anybody is answered: who the bot is, and who says the first admin's code."""

import time
from dataclasses import dataclass

import telegram
from telegram.error import InvalidToken, NetworkError, TelegramError

from handlers import words_admin
from handlers.render import unmarked
from knowledge.errors import RefusedError
from scheduler.access import Role

WRONG_TOKEN = "Telegram does not know this token; copy the whole line that @BotFather gives"  # noqa: S105 - no token
LONG_POLL = 5  # seconds that Telegram holds a request for news open


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is: its name behind the @, and whether it sees all messages of its groups."""

    username: str
    sees_everything: bool


async def identify(token: str, base_url: str) -> Identity:
    """Who a token belongs to.

    Raises:
        RefusedError: Telegram does not know it, or cannot be reached.
    """
    try:
        async with telegram.Bot(token, base_url=base_url) as bot:
            return Identity(bot.username, bool(bot.bot.can_read_all_group_messages))
    except InvalidToken:
        raise RefusedError(WRONG_TOKEN) from None
    except NetworkError as error:
        raise RefusedError(f"Telegram cannot be reached at {base_url}: {error.message}") from None


async def who_says(code: str, token: str, base_url: str, seconds: float) -> tuple[int, str] | None:
    """The first person who says a code to the bot in private, with their name; None where nobody does in time.

    What others have said meanwhile is passed over: nobody is let in yet.

    Raises:
        RefusedError: another program asks Telegram for the messages of this bot, or the line is down.
    """
    until, offset = time.monotonic() + seconds, 0
    try:
        async with telegram.Bot(token, base_url=base_url) as bot:
            while time.monotonic() < until:
                updates = await bot.get_updates(offset, timeout=LONG_POLL, allowed_updates=[telegram.Update.MESSAGE])
                for update in updates:
                    offset = update.update_id + 1
                    if update.message and (user := _says(update.message, code)):
                        await bot.get_updates(offset, timeout=0)  # so that the bot does not answer it again later
                        await bot.send_message(user.id, unmarked(words_admin.came_in(Role.ADMIN, "")))
                        return user.id, user.full_name
    except TelegramError as error:
        raise RefusedError(f"the bot could not be listened to: {error.message}") from None
    return None


def _says(message: telegram.Message, code: str) -> telegram.User | None:
    private = message.chat.type == telegram.Chat.PRIVATE
    return message.from_user if private and (message.text or "").removeprefix("/start").strip() == code else None
