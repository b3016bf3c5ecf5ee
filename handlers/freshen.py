"""What lists or opens a row is brought up to date when the row changes, in every chat that is still let in."""

import asyncio
from datetime import timedelta

from handlers.buttons import unpack
from handlers.cards import card
from handlers.context import Services
from handlers.digest_pages import brought_up_to_date
from handlers.duty import Work, at_work
from scheduler.access import Judged, Kind
from scheduler.clock import VIETNAM

LOOK_BACK = timedelta(days=31)  # older messages are out of sight
MOST = 20  # messages of each kind that are edited for one report


async def freshen(services: Services, ref: str) -> None:
    """Show a row as it stands now in every unit's message that lists it, and in every message that opens it."""
    work = await at_work(services)
    if work is None:
        return
    since = (work.now - LOOK_BACK).isoformat(timespec="seconds")
    for chat, message in (await asyncio.to_thread(work.stores.ledger.showing, ref, since))[:MOST]:
        await freshen_one(services, work, chat, message)
    for chat, message, button in await asyncio.to_thread(work.stores.shown.opened, ref, MOST):
        judged = await asyncio.to_thread(_of_chat, services, chat)
        if judged and (page := await card(services, work, unpack(button), judged)):
            await services.outbox.edit(chat, message, page)


async def freshen_one(services: Services, work: Work, chat: int, message: int) -> bool:
    """Show one unit's message anew; False where it is none, or where the chat is not let in any more."""
    if await asyncio.to_thread(_of_chat, services, chat) is None:
        return False
    said = await asyncio.to_thread(work.stores.ledger.said, chat, message)
    if not any(item.number for item in said):
        return False
    rows = {ref: row for ref in {item.key.ref for item in said if item.number} if (row := await work.row(ref))}
    await services.outbox.edit(chat, message, brought_up_to_date(said, rows, work.now.astimezone(VIETNAM)))
    return True


def _of_chat(services: Services, chat: int) -> Judged | None:
    """What may be done in a chat, whoever presses there; None where it is not let in any more."""
    return services.judged(chat, chat, Kind.PRIVATE) if chat > 0 else services.judged(None, chat, Kind.GROUP)
