"""What keeps the data safe while the bot runs: a backup a day, of which 7 days and 4 weeks are kept."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from knowledge.backup import BACKUPS, scheduled
from knowledge.errors import PlanbotError
from scheduler.clock import Clock

log = logging.getLogger(__name__)

EVERY_SECONDS = 3600.0


def backing_up(
    folder: Path, clock: Clock, every: float = EVERY_SECONDS
) -> Callable[[Any], Coroutine[None, None, None]]:
    """What runs beside the bot: looks every hour whether the day has its backup, and makes it where it has none."""

    async def back_up(_services: object) -> None:
        while True:
            today = clock().replace(tzinfo=None)
            if not (folder / BACKUPS / f"{today:%Y%m%d}.zip").exists():
                try:
                    made = await asyncio.to_thread(scheduled, folder, today)
                    log.info("backed up: %s, %d originals, %d bytes", made.file, made.originals, made.size)
                except PlanbotError as error:
                    log.error("no backup today, trying again in an hour: %s", error)  # noqa: TRY400 - told in plain words
            await asyncio.sleep(every)

    return back_up
