"""Fetching what somebody has sent, from Telegram's own store of files."""

import asyncio
import logging

import telegram
from telegram.error import BadRequest, TelegramError

log = logging.getLogger(__name__)

MOST_BYTES = 20 * 1024 * 1024  # https://core.telegram.org/bots/api#getfile
TRIES = 3


class TooBigError(Exception):
    """Telegram does not hand a file of this size to a bot."""


async def fetch(bot: telegram.Bot, file: str, size: int | None) -> bytes | None:
    """The content of a file, None where it cannot be had now.

    Args:
        file: its name at Telegram.
        size: in bytes, where Telegram has said it.

    Raises:
        TooBigError: it is larger than bots may fetch.
    """
    if size is not None and size > MOST_BYTES:
        raise TooBigError
    for attempt in range(1, TRIES + 1):
        try:
            found = await bot.get_file(file)
            return bytes(await found.download_as_bytearray())
        except BadRequest as error:
            if "too big" in error.message.lower():
                raise TooBigError from error
            log.warning("a file cannot be fetched: %(error)s", {"error": error})
            return None
        except TelegramError as error:
            log.info("a file was not fetched, attempt %(attempt)d: %(error)s", {"attempt": attempt, "error": error})
            await asyncio.sleep(attempt if attempt < TRIES else 0)
    return None
