"""What lists or opens a row is brought up to date when the row changes, in every chat that is still let in.

That goes on beside the chats: who has reported gets the answer first, and in no chat do these changes take the place of
what somebody waits for. A row that changes again meanwhile is looked at once more, so that the last state stands.
"""

import asyncio
import logging
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

from handlers.buttons import unpack
from handlers.cards import card
from handlers.context import Services
from handlers.digest_pages import brought_up_to_date
from handlers.duty import Work, at_work
from scheduler.access import Judged, Kind
from scheduler.clock import VIETNAM

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=31)  # older messages are out of sight
MOST = 20  # messages of each kind that are edited for one report


def freshen(services: Services, ref: str) -> None:
    """Begin to show a row as it stands now in every unit's message that lists it and every message that opens it."""
    begun = ref in services.freshening
    services.freshening[ref] = True
    if not begun:
        services.refreshing.start(_until_fresh(services, ref))


async def freshen_one(services: Services, work: Work, chat: int, message: int, *, urgent: bool = True) -> bool:
    """Show one unit's message anew; False where it is none, or where the chat is not let in any more."""
    if await asyncio.to_thread(_of_chat, services, chat) is None:
        return False
    said = await asyncio.to_thread(work.stores.ledger.said, chat, message)
    if not any(item.number for item in said):
        return False
    rows = {ref: row for ref in {item.key.ref for item in said if item.number} if (row := await work.row(ref))}
    page = brought_up_to_date(said, rows, work.now.astimezone(VIETNAM))
    await services.outbox.edit(chat, message, page, urgent=urgent)
    return True


async def _until_fresh(services: Services, ref: str) -> None:
    try:
        while services.freshening[ref]:
            services.freshening[ref] = False
            await _freshen(services, ref)
    finally:
        del services.freshening[ref]


async def _freshen(services: Services, ref: str) -> None:
    """All messages of a row; those of one chat one after the other, so that a slow chat holds up no other."""
    work = await at_work(services)
    if work is None:
        return
    since = (work.now - LOOK_BACK).isoformat(timespec="seconds")
    chats: dict[int, list[Coroutine[Any, Any, object]]] = {}
    for chat, message in (await asyncio.to_thread(work.stores.ledger.showing, ref, since))[:MOST]:
        chats.setdefault(chat, []).append(freshen_one(services, work, chat, message, urgent=False))
    for chat, message, button in await asyncio.to_thread(work.stores.shown.opened, ref, MOST):
        chats.setdefault(chat, []).append(_open_anew(services, work, (chat, message), button))
    await asyncio.gather(*map(_one_after_the_other, chats.values()))


async def _one_after_the_other(works: list[Coroutine[Any, Any, object]]) -> None:
    for work in works:
        try:
            await work
        except Exception:
            log.exception("a message is not brought up to date; the others are")


async def _open_anew(services: Services, work: Work, at: tuple[int, int], button: str) -> None:
    judged = await asyncio.to_thread(_of_chat, services, at[0])
    if judged and (page := await card(services, work, unpack(button), judged)):
        await services.outbox.edit(*at, page, urgent=False)


def _of_chat(services: Services, chat: int) -> Judged | None:
    """What may be done in a chat, whoever presses there; None where it is not let in any more."""
    return services.judged(chat, chat, Kind.PRIVATE) if chat > 0 else services.judged(None, chat, Kind.GROUP)
