"""The timer of the reminders, the one place that knows APScheduler.

The timer only says when to look; what is said is the ledger's business. So a pass that is late still runs, passes that
were missed become one, and no two run at a time.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.clock import VIETNAM

log = logging.getLogger(__name__)

Pass = Callable[[], Awaitable[Any]]


async def start(one_pass: Pass, every_minutes: int) -> AsyncIOScheduler:
    """Runs the first pass, then starts the timer; stop it with `shutdown()`."""
    await _safely(one_pass)
    timer = AsyncIOScheduler(timezone=VIETNAM)
    timer.add_job(
        _safely,
        "interval",
        [one_pass],
        minutes=every_minutes,
        id="reminders",
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    timer.start()
    return timer


async def _safely(one_pass: Pass) -> None:
    """A pass that fails is logged, and the next one tries again."""
    try:
        log.info("reminder pass: %s", await one_pass())
    except Exception:
        log.exception("the reminder pass failed; the next one says what is due")
