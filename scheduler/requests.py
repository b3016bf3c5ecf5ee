"""Requests for more time that the admins have not been told of, between two passes of the reminders."""

from datetime import datetime

from knowledge.model import State
from scheduler.digest import Message, digests
from scheduler.overview import find
from scheduler.period_items import extension_requests
from scheduler.rule_context import rule_context
from scheduler.run import inputs_of
from scheduler.stores import Stores


def requests_due(stores: Stores, now: datetime) -> tuple[Message, ...]:
    """The messages to the admins, as the next pass would send them; none on a day off or in the quiet hours."""
    inputs = inputs_of(stores)
    asked = [ref for ref, progress in inputs.progress.items() if progress.state is State.EXTENSION_ASKED]
    if not asked or not inputs.calendar.is_open(now):
        return ()
    at = rule_context(inputs, stores.ledger.delivered(), now)
    rows = [row for ref in asked if (row := find(inputs, ref, at.today))]
    return digests([item for row in rows for item in extension_requests(row.tracked, at)], at.today)
