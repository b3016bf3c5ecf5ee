"""What keeps the data safe while the bot runs: a backup a day, of which 7 days and 4 weeks are kept.

Every hour the journal of the data base is written back into it, so that it stays small however long the bot runs, and
what is kept of people for a time is forgotten.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

from knowledge.backup import BACKUPS, scheduled
from knowledge.database import DATABASE_NAME, shrink_journal
from knowledge.errors import PlanbotError
from scheduler.clock import Clock
from scheduler.counters import PEOPLE_KEPT, CounterStore, Marked

log = logging.getLogger(__name__)

EVERY_SECONDS = 3600.0


def backing_up(
    folder: Path, clock: Clock, counters: CounterStore, every: float = EVERY_SECONDS
) -> Callable[[Any], Coroutine[None, None, None]]:
    """What runs beside the bot: looks every hour whether the day has its backup, and makes it where it has none."""

    async def back_up(_services: object) -> None:
        while True:
            now = clock()
            if not _file_of(folder, now).exists():
                await asyncio.to_thread(_back_up, folder, now, counters)
            elif Marked.BACKUP not in counters.marks():  # made by a version that did not mark it
                await asyncio.to_thread(counters.mark, Marked.BACKUP, now)
            await asyncio.to_thread(shrink_journal, folder / DATABASE_NAME)
            await asyncio.sleep(every)

    return back_up


def forgetting(
    clock: Clock, counters: CounterStore, every: float = EVERY_SECONDS
) -> Callable[[Any], Coroutine[None, None, None]]:
    """What runs beside the bot, also where others back up: forgets every hour who asked how often long ago."""

    async def forget(_services: object) -> None:
        while True:
            await asyncio.to_thread(counters.forget, (), clock().date() - PEOPLE_KEPT)
            await asyncio.sleep(every)

    return forget


def _back_up(folder: Path, now: datetime, counters: CounterStore) -> None:
    """Makes the backup of the day; a copy that was read back whole also shows that the data base is."""
    try:
        made = scheduled(folder, now.replace(tzinfo=None))
    except PlanbotError as error:
        log.error("no backup today, trying again in an hour: %(error)s", {"error": error})  # noqa: TRY400 - told in plain words
        last = counters.marks().get(Marked.BACKUP)
        counters.mark(Marked.BACKUP, last.at if last else now, well=False, words=str(error))
        return
    log.info(
        "backed up: %(file)s, %(originals)d originals, %(bytes)d bytes",
        {"file": made.file, "originals": made.originals, "bytes": made.size},
    )
    counters.mark(Marked.BACKUP, now)
    counters.mark(Marked.INTEGRITY, now)


def _file_of(folder: Path, now: datetime) -> Path:
    return folder / BACKUPS / f"{now:%Y%m%d}.zip"
