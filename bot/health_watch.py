"""A watch over the bot's own health: admins are told once when something begins to go wrong, and once when it is over.

What was counted is written down meanwhile. Once a day admins are told of strangers. Nothing is told in the quiet hours;
what was not told is told the next time.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from handlers import words_out
from handlers.context import Services, Where
from handlers.show import say
from handlers.strangers import tell_of_strangers
from knowledge.errors import PlanbotError
from scheduler.access import Role
from scheduler.health import Trouble

log = logging.getLogger(__name__)

EVERY_SECONDS = 60.0
WRITE_SECONDS = 10.0


def watching_health(every: float = EVERY_SECONDS) -> Callable[[Services], Coroutine[Any, Any, None]]:
    """What runs beside the bot: looks every minute how it is."""

    async def watch(services: Services) -> None:
        while True:
            await asyncio.sleep(every)
            try:
                if await asyncio.to_thread(_is_open, services):
                    await look(services)
                    await tell_of_strangers(services)
            except Exception:
                log.exception(
                    "the health of the bot could not be looked at; again in %(seconds).0f s", {"seconds": every}
                )

    return watch


async def writing_counts(services: Services, every: float = WRITE_SECONDS) -> None:
    """What runs beside the bot: writes down what was counted."""
    while True:
        await asyncio.sleep(every)
        try:
            await asyncio.to_thread(services.counters.flush)
        except PlanbotError as error:
            log.warning("what was counted is not written down yet: %(error)s", {"error": error})


async def look(services: Services) -> None:
    """Tell the admins of what has begun and of what is over, each once."""
    if services.operations is None or not await asyncio.to_thread(_is_open, services):
        return
    now = (await asyncio.to_thread(services.operations.health)).troubles
    told = await asyncio.to_thread(services.counters.told)
    begun = [trouble for trouble in now if trouble not in told]
    over = [trouble for trouble in Trouble if trouble in told and trouble not in now]
    for trouble in begun:
        log.warning("trouble: %(trouble)s", {"trouble": trouble})
    said = [*map(words_out.trouble_begins, begun), *map(words_out.trouble_over, over)]
    if said and await _tell(services, said):
        await services.writes.do(services.counters.tell, begun, over, services.clock())


async def _tell(services: Services, said: list[str]) -> bool:
    """Whether an admin has got it."""
    admins = (await asyncio.to_thread(services.people.roll)).with_role(Role.ADMIN)
    return any([(await say("\n\n".join(said), services, Where(admin))).sent for admin in admins])


def _is_open(services: Services) -> bool:
    stores = services.stores
    return stores is None or stores.workdays.calendar(stores.settings).is_open(services.clock())
