"""Updates that Telegram brings: where it brings them, and whether it still does.

A bot that asks for updates is told at once that its token was revoked or that another program asks as well. One that is
brought them hears nothing any more then and would run on deaf; so it asks every few minutes where updates are brought,
and ends where that is no longer here.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Coroutine

from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Updater

from handlers.context import Services
from handlers.failure import MOST_REFUSED, REVOKED
from handlers.routes import UPDATES

log = logging.getLogger(__name__)

PATH = "planbot"
LOOK = 300.0  # seconds between two looks at where updates are brought
LOOK_AGAIN = 5.0  # seconds until a token that was refused is tried again
ELSEWHERE = (
    "Telegram brings the messages of this bot to another address by now: the same token may be used by one running "
    "planbot only; stop the other one, or make a new token with @BotFather"
)


def address(base: str) -> str:
    """Where updates are brought, below the address that is configured."""
    return f"{base.rstrip('/')}/{PATH}"


async def listen(updater: Updater, token: str, base: str, host: str, port: int) -> None:
    """Tell Telegram where to bring updates, and take them there.

    Args:
        base: the https address by which Telegram comes here.
        host: the address of this machine on which a proxy brings them, with its port.
    """
    await updater.start_webhook(
        listen=host,
        port=port,
        url_path=PATH,
        webhook_url=address(base),
        secret_token=_secret(token),
        allowed_updates=UPDATES,
        bootstrap_retries=-1,
    )


def watching(bot: Bot, base: str) -> Callable[[Services], Coroutine[None, None, None]]:
    """To run beside the bot: ends it where Telegram brings it nothing any more, and logs what could not be brought."""

    async def watch(services: Services) -> None:
        refused, told = 0, None
        while refused < MOST_REFUSED:
            await asyncio.sleep(LOOK_AGAIN if refused else LOOK)
            try:
                info = await bot.get_webhook_info()
            except InvalidToken:
                refused += 1
                continue
            except TelegramError as error:
                log.warning("it is not known whether updates are still brought: %(error)s", {"error": error.message})
                continue
            refused = 0
            if info.url != address(base):
                log.critical(ELSEWHERE)
                return services.stop(ELSEWHERE)
            if info.last_error_date != told:
                told = info.last_error_date
                _tell_trouble(info)
        log.critical(REVOKED)
        return services.stop(REVOKED)

    return watch


def _tell_trouble(info: WebhookInfo) -> None:
    if info.last_error_date:
        log.warning(
            "Telegram could not bring an update: %(error)s; %(waiting)d wait",
            {"error": info.last_error_message or "", "waiting": info.pending_update_count},
        )


def _secret(token: str) -> str:
    """What Telegram has to show with every update it brings, so that nobody else can; made from the token."""
    return hashlib.sha256(f"planbot webhook {token}".encode()).hexdigest()
