"""What is due to be said now: a pure function of the plans, the progress, the recipients, the calendar and the ledger.

It may be asked at any time and any number of times; what the ledger knows as said is not said again.
"""

from datetime import datetime

from scheduler.followup import followup
from scheduler.frame import World, cases, frame
from scheduler.items import Item, Key, Known
from scheduler.own import own_reminders
from scheduler.rhythm import paced
from scheduler.rounds import month_overview, parked_chats, refused_messages, rounds, uncertain_messages


def due_now(world: World, known: Known, now: datetime) -> tuple[Item, ...]:
    """Everything that is due to be said, each key once; nothing on a day off or in the quiet hours."""
    if not world.calendar.is_open(now):
        return ()
    at = frame(world, known, now)
    items: dict[Key, Item] = {}
    every = tuple(cases(world, at.today))
    for case in every:
        for item in (*followup(case, at), *rounds(case, at)):
            items.setdefault(item.key, item)
    told = (*parked_chats(at), *refused_messages(at), *uncertain_messages(at))
    for item in (*month_overview(every, at), *told, *own_reminders(at)):
        items.setdefault(item.key, item)
    return paced(items.values(), every, at)
