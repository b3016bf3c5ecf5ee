"""`planbot run`: the bot on Telegram."""

import asyncio
import logging
import time
from collections.abc import Iterator
from datetime import timedelta

import click

from bot import app
from bot.beside import Beside
from bot.config import NO_TOKEN
from bot.health_watch import watching_health, writing_counts
from bot.library_watch import reading_meaning, watching
from bot.metrics import serving_metrics
from bot.operations import Operator, reloading
from bot.upkeep import backing_up, forgetting
from bot.wiring import Wiring
from knowledge.answers.meant_units import read_names
from knowledge.answers.ready import get_ready
from knowledge.database import DATABASE_NAME
from knowledge.errors import RefusedError, StorageError
from knowledge.library.meaning_building import read_meaning
from knowledge.library.snapshot import Snapshot
from knowledge.search.embedding import lacking
from knowledge.storage import Server
from scheduler.clock import system_clock
from scheduler.counters import Marked

DAMAGED = "the bot is not started on a damaged database: keep a copy of it, and bring back the last backup"
PATIENCE = 10  # of what is worked out beside the answers (nice)
PAUSE = 0.05  # seconds between two names that are read: a question that comes meanwhile hardly waits
log = logging.getLogger("planbot")


@click.command()
@click.pass_obj
def run(wiring: Wiring) -> None:
    """Runs the bot on Telegram until it is stopped."""
    if not wiring.config.token:
        raise RefusedError(f"{NO_TOKEN}; BotFather on Telegram gives a token")
    if (now := wiring.clock()) > system_clock()() + timedelta(days=1):
        log.warning(
            "the clock says %(clock)s: what is said now is not said again on that day",
            {"clock": f"{now:%Y-%m-%d %H:%M}"},
        )
    if damage := wiring.library.damage():
        raise StorageError(*(f"{wiring.folder / DATABASE_NAME}: {line}" for line in damage), DAMAGED)
    wiring.stores.counters.mark(Marked.INTEGRITY, now)
    app.run(
        wiring.config,
        wiring.answerer,
        wiring.clock,
        wiring.folder,
        stores=wiring.stores,
        operations=Operator(wiring, wiring.config_file),
        beside=list(_beside(wiring)),
    )


def _read_meaning(snapshot: Snapshot) -> int:
    """Works out what rows mean in a process of its own, and the few names of units here; of how many rows."""
    count = read_meaning(snapshot, PATIENCE)
    read_names(snapshot, lambda: time.sleep(PAUSE))
    return count


def _getting_ready(wiring: Wiring) -> Beside:
    """What is done once beside the bot: the first questions wait for nothing that all need."""

    async def get_ready_for_questions(_: object) -> None:
        await asyncio.to_thread(get_ready, wiring.library.snapshot)

    return get_ready_for_questions


def _beside(wiring: Wiring) -> Iterator[Beside]:
    """What runs as long as the bot does."""
    yield _getting_ready(wiring)
    yield watching(wiring.library.refresh)
    if not lacking():
        yield reading_meaning(lambda: _read_meaning(wiring.library.snapshot))
    if not isinstance(wiring.place, Server):  # its owner backs it up
        yield backing_up(wiring.folder, wiring.clock, wiring.stores.counters)
    yield forgetting(wiring.clock, wiring.stores.counters)
    yield watching_health()
    yield writing_counts
    yield reloading
    if wiring.config.metrics.port:
        yield serving_metrics(wiring.config.metrics)
