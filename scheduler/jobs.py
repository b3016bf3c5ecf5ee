"""The timer of the reminders: a pass at once, then one every so many minutes.

The timer only says when to look; what is said is the ledger's business, and quiet hours and days are the calendar's, by
the wall clock. Between two passes time goes by the monotonic clock, so a wall clock that is set back silences nothing.
The two are compared all the while: where they part, the clock was set or the machine slept, which is logged, and a pass
looks at once what the new time brings.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from scheduler.clock import Clock

log = logging.getLogger(__name__)

LOOK_SECONDS = 20.0  # between two looks at the clocks
JUMP = timedelta(seconds=60)  # clocks that are corrected little by little stay below

Pass = Callable[[], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Time:
    """What the timer goes by.

    Args:
        clock: the wall clock.
        monotonic: seconds that only ever grow.
        sleep: waits for so many of them.
    """

    clock: Clock
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


async def keep_passing(one_pass: Pass, every_minutes: Callable[[], int], by: Time) -> None:
    """Runs a pass now and every so many minutes from the start of the one before, until it is cancelled.

    Args:
        every_minutes: asked anew after each pass: the configuration may have been loaded again.
    """
    while True:
        began = by.monotonic()
        await _safely(one_pass)
        await _until(began + every_minutes() * 60, by)


async def _until(end: float, by: Time) -> None:
    """Waits for a moment of the monotonic clock, or until the wall clock jumps."""
    wall, steady = by.clock(), by.monotonic()
    while (left := end - by.monotonic()) > 0:
        await by.sleep(min(left, LOOK_SECONDS))
        jump = (by.clock() - wall) - timedelta(seconds=by.monotonic() - steady)
        if abs(jump) > JUMP:
            way = "back" if jump < timedelta() else "on"
            log.warning(
                "the clock was set %(way)s by %(by)s, it says %(clock)s now; looking what is due",
                {"way": way, "by": abs(jump), "clock": by.clock()},
            )
            return


async def _safely(one_pass: Pass) -> None:
    """A pass that fails is logged, and the next one tries again."""
    try:
        log.info("reminder pass: %(passed)s", {"passed": await one_pass()})
    except Exception:
        log.exception("the reminder pass failed; the next one says what is due")
