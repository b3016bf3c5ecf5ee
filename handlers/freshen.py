"""Every message that lists a row is brought up to date when the row changes, in whatever chat it stands."""

import asyncio
from datetime import timedelta

from handlers.context import Services
from handlers.digest_pages import brought_up_to_date
from handlers.duty import Work, at_work
from scheduler.clock import VIETNAM

LOOK_BACK = timedelta(days=31)  # older messages are out of sight
MOST = 20  # messages that are edited for one report


async def freshen(services: Services, ref: str) -> None:
    """Show a row as it stands now in every unit's message that lists it."""
    work = await at_work(services)
    if work is None:
        return
    since = (work.now - LOOK_BACK).isoformat(timespec="seconds")
    for chat, message in (await asyncio.to_thread(work.stores.ledger.showing, ref, since))[:MOST]:
        await freshen_one(services, work, chat, message)


async def freshen_one(services: Services, work: Work, chat: int, message: int) -> bool:
    """Show one unit's message anew; False where it is none."""
    said = await asyncio.to_thread(work.stores.ledger.said, chat, message)
    if not any(item.number for item in said):
        return False
    rows = {ref: row for ref in {item.key.ref for item in said if item.number} if (row := await work.row(ref))}
    await services.outbox.edit(chat, message, brought_up_to_date(said, rows, work.now.astimezone(VIETNAM)))
    return True
