"""Taking over what another process changes in the library while the bot runs (`planbot plans add`, `plans rollback`).

The next snapshot is made in a thread; questions are answered from the old one until it is there. What new rows mean is
worked out beside it by a process of its own; until then they are found by their words.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from knowledge.errors import PlanbotError

log = logging.getLogger(__name__)

EVERY_SECONDS = 5.0
LONGEST_SECONDS = 300.0  # after failures: making the index of a large library again and again would keep a core busy


def watching(refresh: Callable[[], bool], every: float = EVERY_SECONDS) -> Callable[[Any], Coroutine[None, None, None]]:
    """What runs beside the bot: `refresh` again and again, which tells whether anything had changed.

    After a failure it waits twice as long as before.
    """

    async def watch(_services: object) -> None:
        pause = every
        while True:
            await asyncio.sleep(pause)
            try:
                if await asyncio.to_thread(refresh):
                    log.info("the plans have changed; answering from the new ones")
                pause = every
            except Exception:
                pause = min(2 * pause, LONGEST_SECONDS)
                log.exception(
                    "the changed plans could not be loaded; the old ones stay; again in %(seconds).0f s",
                    {"seconds": pause},
                )

    return watch


def reading_meaning(
    read: Callable[[], int], every: float = EVERY_SECONDS
) -> Callable[[Any], Coroutine[None, None, None]]:
    """What runs beside the bot: `read` again and again, which tells of how many rows it has made the vectors.

    After a failure it waits twice as long as before; the same one is told once.
    """

    async def watch(_services: object) -> None:
        pause, told = every, ""
        while True:
            try:
                if count := await asyncio.to_thread(read):
                    log.info("%(rows)d rows are found by what they mean, too", {"rows": count})
                pause, told = every, ""
            except PlanbotError as error:
                pause = min(2 * pause, LONGEST_SECONDS)
                if str(error) != told:
                    log.warning(
                        "%(error)s; again in %(seconds).0f s, later more rarely", {"error": error, "seconds": pause}
                    )
                told = str(error)
            await asyncio.sleep(pause)

    return watch
