"""The end of the bot: what runs is asked to stop, and what does not within some seconds is ended by force.

Nothing confirmed is lost by force: what was committed to the database stays, a half file never has its final name, and
what was on its way is given back to the next start by the ledger.
"""

import asyncio
import logging
import os
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from telegram.ext import Application  # every command ends here, and hardly one needs Telegram

log = logging.getLogger(__name__)

FORCE_SECONDS = 8.5  # after the signal: a service manager, and people, wait ten
THREAD_SECONDS = 1.0  # for a thread that still works something out when all that was confirmed is written down
PART_SECONDS = 2.0  # for each part of the application


def force_the_end(seconds: float) -> None:
    """From now on the process has so many seconds; a thread that hangs (a lock, a disk) does not keep it longer."""
    timer = threading.Timer(seconds, _end)
    timer.daemon = True
    timer.start()


async def wind_up(app: "Application[Any, Any, Any, Any, Any, Any]", settled: Callable[[], Awaitable[None]]) -> None:
    """Stops an application part by part; a part that hangs is left, and holds up no other.

    Args:
        settled: waits until what was taken and what is finished is written down.
    """
    if app.updater and app.updater.running:
        await _briefly("asking Telegram for news", app.updater.stop())
    if app.running:
        await _briefly("handling what has arrived", app.stop())
    await _briefly("writing down what was taken", settled())
    await _briefly("closing the line", app.shutdown())


async def _briefly(what: str, ending: Awaitable[None]) -> None:
    try:
        async with asyncio.timeout(PART_SECONDS):
            await ending
    except TimeoutError:
        log.warning("%(what)s could not be stopped in time", {"what": what})
    except Exception:
        log.exception("%(what)s could not be stopped", {"what": what})


def leave(code: int) -> NoReturn:
    """Ends the process when everything is closed, without taking apart what it holds in memory.

    With the plans and the model that takes seconds, on a busy machine more than ten, and no thread can break it off.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # whoever read it has gone, or it is closed
            stream.flush()
    os._exit(code)


def _end() -> None:
    log.warning("something did not stop in time; the bot is ended all the same")
    leave(0)
