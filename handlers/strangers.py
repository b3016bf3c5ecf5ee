"""One note a day to the admins about strangers: who asked to be let in, and who was turned away how often."""

import asyncio
from datetime import date, timedelta

from handlers import words_admin
from handlers.context import Services, Where
from handlers.show import say
from scheduler.access import Role
from scheduler.clock import VIETNAM
from scheduler.counters import Counted, Marked, total

MOST_DAYS = 31  # that one note tells of, where the bot was off


async def tell_of_strangers(services: Services) -> None:
    """Tell of the days since the last note, today not yet; nothing where no stranger came."""
    now = services.clock()
    today = now.astimezone(VIETNAM).date()
    said = await asyncio.to_thread(_note, services, today)
    if said is None:
        return
    admins = (await asyncio.to_thread(services.people.roll)).with_role(Role.ADMIN)
    reached = [(await say(said, services, Where(admin))).sent for admin in admins] if said else [True]
    if any(reached):
        await services.writes.do(services.counters.mark, Marked.STRANGERS, now)


def _note(services: Services, today: date) -> str | None:
    """The words; empty where there is nothing to tell, None where this day has had its note."""
    last = services.counters.marks().get(Marked.STRANGERS)
    told = last.at.astimezone(VIETNAM).date() if last else today - timedelta(days=1)
    if told >= today:
        return None
    first = max(told, today - timedelta(days=MOST_DAYS))
    tallies = services.counters.tallies(first, Counted.ASKED_IN, Counted.TURNED_AWAY)
    before = [tally for tally in tallies if tally.day < today]
    asked, turned = (
        {int(k): n for k, (n, _) in total(before, c).items()} for c in (Counted.ASKED_IN, Counted.TURNED_AWAY)
    )
    if not asked and not turned:
        return ""
    return words_admin.strangers((first, today - timedelta(days=1)), asked, turned, services.people.names())
