"""What is due to be said now: a pure function of the plans, the progress, the recipients, the calendar and the ledger.

It may be asked at any time and any number of times; what the ledger knows as said is not said again.
"""

from datetime import datetime

from scheduler.digest_size import paced
from scheduler.followup import followup
from scheduler.items import Delivered, Item, Key
from scheduler.own import own_reminders
from scheduler.period_items import (
    dead_links,
    parked_chats,
    period_items,
    refused_messages,
    uncertain_messages,
)
from scheduler.rule_context import RuleInputs, rule_context, tracked_tasks


def due_now(inputs: RuleInputs, delivered: Delivered, now: datetime) -> tuple[Item, ...]:
    """Everything that is due to be said, each key once; nothing on a day off or in the quiet hours."""
    if not inputs.calendar.is_open(now):
        return ()
    at = rule_context(inputs, delivered, now)
    items: dict[Key, Item] = {}
    every = tuple(tracked_tasks(inputs, at.today))
    for tracked in every:
        for item in (*followup(tracked, at), *period_items(tracked, at)):
            items.setdefault(item.key, item)
    told = (*parked_chats(at), *dead_links(at), *refused_messages(at), *uncertain_messages(at))
    for item in (*told, *own_reminders(at)):
        items.setdefault(item.key, item)
    return paced(items.values(), at)
