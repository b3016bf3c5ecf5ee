"""What lists or opens a row is brought up to date when the row changes, in every chat that is still let in.

That goes on beside the chats: who has reported gets the answer first, and in no chat do these changes take the place of
what somebody waits for. A row that changes again meanwhile is looked at once more, so that the last state stands. What
is still to be done is kept with what was reported, so a kill or a line that is down only puts it off; and so the
messages show soon what was said on the command line.
"""

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from datetime import timedelta

from handlers.buttons import unpack
from handlers.cards import card
from handlers.context import Services
from handlers.delivery import Delivery, Outcome
from handlers.digest_pages import brought_up_to_date
from handlers.duty import Work, at_work
from handlers.pace import monotonic
from knowledge.errors import BusyError
from scheduler.access import Judged, Kind
from scheduler.clock import VIETNAM

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=92)  # older messages are out of sight; from last month's what recurs is still reported
MOST = 20  # messages of each kind that are edited for one report
EVERY = 5.0  # seconds between two looks for what is still to be done
MOST_ROWS = 50  # that are begun by these looks and not done yet
PAUSE, LONGEST_PAUSE = 60.0, 3600.0  # seconds until it is tried again, twice as long each time


def freshen(services: Services, ref: str) -> None:
    """Begin to show a row as it stands now in every unit's message that lists it and every message that opens it."""
    begun = ref in services.freshening
    services.freshening[ref] = True
    if not begun:
        services.refreshing.start(_until_fresh(services, ref))


async def keep_fresh(services: Services) -> None:
    """Runs beside the bot: begins what a bot before, the command line or a line that was down has left."""
    tried: dict[str, tuple[int, float]] = {}  # how often, and when at the earliest again
    while services.stores:
        since = services.clock() - LOOK_BACK
        rows = await asyncio.to_thread(services.stores.progress.stale, since)
        tried = {ref: tried[ref] for ref in rows if ref in tried}
        waiting = [ref for ref in rows if ref not in services.freshening and tried.get(ref, (0, 0.0))[1] <= monotonic()]
        for ref in waiting[: max(0, MOST_ROWS - len(services.freshening))]:
            times = tried.get(ref, (0, 0.0))[0]
            tried[ref] = times + 1, monotonic() + min(LONGEST_PAUSE, PAUSE * 2**times)
            freshen(services, ref)
        await asyncio.sleep(EVERY)


async def _until_fresh(services: Services, ref: str) -> None:
    try:
        while services.freshening[ref]:
            services.freshening[ref] = False
            await _freshen(services, ref)
    finally:
        del services.freshening[ref]


async def _freshen(services: Services, ref: str) -> None:
    """All messages of a row, and that it is done."""
    if services.stores is None:
        return
    since, progress = services.clock() - LOOK_BACK, services.stores.progress
    times = (await asyncio.to_thread(progress.stale, since)).get(ref)  # first: what is said from now on is not shown
    if (work := await at_work(services)) is None or not await _shown_anew(services, work, ref) or times is None:
        return
    try:
        await services.writes.do(progress.refreshed, ref, times)
    except BusyError as error:
        log.info("a row is looked at again, that its messages show it is not written down: %(error)s", {"error": error})


async def _shown_anew(services: Services, work: Work, ref: str) -> bool:
    """Whether all messages of a row show it now; in a chat one after the other, a slow one holds up no other."""
    since = (work.now - LOOK_BACK).isoformat(timespec="seconds")
    chats: dict[int, list[Awaitable[Delivery | None]]] = {}
    for chat, message in (await asyncio.to_thread(work.stores.ledger.showing, ref, since))[:MOST]:
        chats.setdefault(chat, []).append(_list_anew(services, work, (chat, message)))
    for chat, message, button in await asyncio.to_thread(work.stores.shown.opened, ref, MOST):
        chats.setdefault(chat, []).append(_open_anew(services, work, (chat, message), button))
    return all(await asyncio.gather(*map(_one_after_the_other, chats.values())))


async def _one_after_the_other(works: Sequence[Awaitable[Delivery | None]]) -> bool:
    """Whether nothing of it has to be tried again."""
    done = True
    for work in works:
        try:
            changed = await work
        except Exception:
            log.exception("a message is not brought up to date; the others are")
            done = False
        else:
            done = done and (changed is None or changed.outcome not in {Outcome.FAILED, Outcome.PERHAPS})
    return done


async def _list_anew(services: Services, work: Work, at: tuple[int, int]) -> Delivery | None:
    """Show one unit's message anew; None where it is none, or where the chat is not let in any more."""
    if await asyncio.to_thread(_of_chat, services, at[0]) is None:
        return None
    said = await asyncio.to_thread(work.stores.ledger.said, *at)
    if not any(item.number for item in said):
        return None
    rows = {ref: row for ref in {item.key.ref for item in said if item.number} if (row := await work.row(ref))}
    page = brought_up_to_date(said, rows, work.now.astimezone(VIETNAM))
    return await services.outbox.edit(*at, page, urgent=False)


async def _open_anew(services: Services, work: Work, at: tuple[int, int], button: str) -> Delivery | None:
    judged = await asyncio.to_thread(_of_chat, services, at[0])
    if judged and (page := await card(services, work, unpack(button), judged)):
        return await services.outbox.edit(*at, page, urgent=False)
    return None


def _of_chat(services: Services, chat: int) -> Judged | None:
    """What may be done in a chat, whoever presses there; None where it is not let in any more."""
    return services.judged(chat, chat, Kind.PRIVATE) if chat > 0 else services.judged(None, chat, Kind.GROUP)
