"""What runs beside the bot as long as it does: the reminders, the watches, the backups.

Where one fails, as when another process locks the data or the disk is full, it begins again. Only what cannot be had at
all, as a port that is taken, ends the bot, in plain words.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine

from handlers.context import Services
from knowledge.errors import RefusedError, StorageError

log = logging.getLogger(__name__)

AGAIN = 60.0  # seconds until what has failed begins again

Beside = Callable[[Services], Coroutine[None, None, None]]


async def kept_up(work: Beside, services: Services) -> None:
    """Runs it until it ends, or the bot does."""
    while True:
        try:
            await work(services)
        except Exception as error:
            if isinstance(error, RefusedError) and not isinstance(error, StorageError):
                services.stop(str(error))
                return
            log.exception("what runs beside the bot has failed; it begins again in %(seconds).0f s", {"seconds": AGAIN})
            await asyncio.sleep(AGAIN)
        else:
            return
