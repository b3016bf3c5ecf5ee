"""A reminder to try: what a unit would be told today, worked out by the very rules, with nothing written down."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from scheduler.calendar import WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.digest import Message, digests
from scheduler.directory import Chat, Link
from scheduler.items import Delivered
from scheduler.rule_context import RuleInputs
from scheduler.rules import due_now
from scheduler.run import Stores, inputs_of


@dataclass(frozen=True, slots=True)
class Trial:
    """What a unit would be told.

    Args:
        at: when: now, or where nothing may be said now, when it may again.
        tied: whether the unit has a chat; else this would be its first message.
    """

    at: datetime
    tied: bool
    messages: tuple[Message, ...] = ()


def trial(stores: Stores, unit: str, reader: Chat, now: datetime) -> Trial:
    """The messages of the day to a unit, as though none of that day had been sent.

    Args:
        reader: who wants to see them; stands for the unit's chat where it has none.
    """
    inputs = inputs_of(stores)
    at = next_opening(inputs.calendar, now)
    chats = [chat for _, chat in inputs.directory.reach(unit, stores.office).chats]
    known = stores.ledger.delivered(_midnight(at)) if chats else Delivered()
    inputs = inputs if chats else _with(inputs, Link(unit, stores.office, reader))
    wanted = set(chats or [reader])
    items = [item for item in due_now(inputs, known, at) if item.chat in wanted]
    messages = digests(items, at.astimezone(VIETNAM).date())
    return Trial(at, bool(chats), tuple(message for message in messages if message.to_unit))


def next_opening(calendar: WorkingCalendar, now: datetime) -> datetime:
    """The time itself where something may be said then, else the next at which it may."""
    local = now.astimezone(VIETNAM)
    if calendar.is_open(local):
        return local
    day = local.date() if local.time() < calendar.quiet_until else local.date() + timedelta(days=1)
    return datetime.combine(calendar.on_or_after(day), calendar.quiet_until, VIETNAM)


def _midnight(at: datetime) -> datetime:
    return datetime.combine(at.astimezone(VIETNAM).date(), time.min, VIETNAM)


def _with(inputs: RuleInputs, link: Link) -> RuleInputs:
    """The inputs in which one more chat stands for a unit, and nothing else is to be told there."""
    directory = inputs.directory
    admins = tuple(chat for chat in directory.admins if chat != link.chat)
    return replace(inputs, directory=replace(directory, links=(*directory.links, link), admins=admins))
