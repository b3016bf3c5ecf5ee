"""How much of what is due is said today, so that a unit can bear it. Pure.

A unit gets one message a day, and so does the office in charge; a second one only with what is due that very day. The
first message of all introduces the reminders with the unit's figures and lists the rows whose stage is that day's; the
others are counted in it, and are listed with their next stage.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from knowledge.model import State
from knowledge.units.keys import unit_key
from scheduler.directory import Chat
from scheduler.items import OFFICE_DIGEST, TO_OFFICE, TO_UNITS, Figures, Item, Key, Kind, StageSeries
from scheduler.rule_context import RuleContext, chairing

Unit = tuple[Chat, str]
_ON_THE_DAY = frozenset({Kind.UPCOMING, Kind.UNLINKED, Kind.OWNERLESS})  # what falls due today does not wait


def paced(items: Iterable[Item], context: RuleContext) -> tuple[Item, ...]:
    """The items that may be said today, with the introductions of those who have heard of nothing yet."""
    known = context.delivered
    heard = {chat for _, _, _, chat in known.reached} | {chat for _, chat in known.told}
    said = [item for item in items if not _waits(item, context)]
    said = [replace(item, late=False) if item.late and item.chat.id not in heard else item for item in said]
    new = dict.fromkeys((i.chat, i.unit) for i in said if i.kind in TO_UNITS and i.chat.id not in heard)
    counted = (_counted(item, context) if (item.chat, item.unit) in new else item for item in said)
    return (*_introductions(list(new), context), *counted)


def _waits(item: Item, context: RuleContext) -> bool:
    """Whether a unit, or the office in charge, has had its message of today, and this can be said tomorrow."""
    if item.kind not in TO_UNITS | TO_OFFICE:
        return False
    digest = item.unit if item.kind in TO_UNITS else OFFICE_DIGEST
    had_today = context.delivered.complete.get((item.chat.id, digest)) == context.today
    return had_today and not (item.kind in _ON_THE_DAY and item.key.due == context.today)


def _counted(item: Item, context: RuleContext) -> Item:
    """A row as the introduction has it: listed where this is its day, or where no other stage will come in time."""
    if item.kind not in TO_UNITS:
        return item
    in_time = item.final and item.key.due >= context.today
    listed = item.reached == context.today or in_time
    return item if item.listed == listed else replace(item, listed=listed)


def _introductions(new: Sequence[Unit], context: RuleContext) -> Iterator[Item]:
    """The figures of each new unit, counted as /viec counts them."""
    directory, register = context.inputs.directory, context.inputs.register(context.today)
    chaired = chairing(context.inputs, context.today)
    for chat, name in new:
        offices = {link.office for link in directory.links if link.chat.id == chat.id and link.unit == name} or {""}
        units = [directory.roster.resolve(name, office) for office in sorted(offices)]
        found = chaired(units)
        key = Key(f"unit:{unit_key(name)}", context.today, StageSeries.INTRODUCTION, 1, chat.id)
        beside = register.counts(np.union1d(found.shared, found.prose))
        sizes = len(found.shared), len(found.prose), beside.get(State.OVERDUE, 0)
        figures = Figures(name, register.counts(found.own), *sizes)
        yield Item(key, Kind.INTRODUCTION, chat, name, context.today, listed=False, figures=figures)
