"""How much of what is due is said today, so that a unit can bear it. Pure.

A unit gets one message a day, and so does the office in charge; a second one only with what is due that very day. A
unit with many rows gets fewer, each of which says more (`scheduler.message_load`). The first message of all introduces
the reminders with the unit's figures and lists the rows whose stage is that day's, and to a unit with many rows those
of the next day on which one is due; the others are counted in it, and are listed with their next stage.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.model import State
from knowledge.number_sets import union
from knowledge.units.keys import unit_key
from scheduler.chairing import chairing
from scheduler.directory import Chat
from scheduler.items import OFFICE_DIGEST, TO_OFFICE, TO_UNITS, Figures, Item, Key, Kind, StageSeries
from scheduler.message_load import WEEK, Reason, Rhythm, passes, rhythm
from scheduler.rule_context import RuleContext

Unit = tuple[Chat, str]
_ON_THE_DAY = frozenset({Kind.UPCOMING, Kind.UNLINKED, Kind.OWNERLESS})  # what falls due today does not wait


def paced(items: Iterable[Item], context: RuleContext) -> tuple[Item, ...]:
    """The items that may be said today, with the introductions of those who have heard of nothing yet."""
    heard = context.heard
    said = _bearable([item for item in items if not _waits(item, context)], context)
    new = dict.fromkeys((i.chat, i.unit) for i in said if i.kind in TO_UNITS and i.chat.id not in heard)
    following = {unit: _following(unit, context) for unit in new}
    shown = (
        item if item.chat.id in heard else _as_first(item, following.get((item.chat, item.unit)), context)
        for item in said
    )
    return (*_introductions(list(new), context), *shown)


def _waits(item: Item, context: RuleContext) -> bool:
    """Whether a unit, or the office in charge, has had its message of today, and this can be said tomorrow."""
    if item.kind not in TO_UNITS | TO_OFFICE:
        return False
    digest = item.unit if item.kind in TO_UNITS else OFFICE_DIGEST
    had_today = context.delivered.complete.get((item.chat.id, digest)) == context.today
    return had_today and not (item.kind in _ON_THE_DAY and item.key.due == context.today)


def _bearable(items: Sequence[Item], context: RuleContext) -> list[Item]:
    """What is said today of that which has come up, in the rhythm that each unit can bear."""
    by_unit: dict[Unit, list[Item]] = {}
    for item in items:
        if item.kind in TO_UNITS and item.chat.id in context.heard:
            by_unit.setdefault((item.chat, item.unit), []).append(item)
    rhythms = {unit: _rhythm(unit, of_unit, context) for unit, of_unit in by_unit.items()}
    reached = {(item.key.ref, item.key.due, item.chat.id) for item in items if not item.joins}
    may_join = (item for item in items if not item.joins or _joins(item, reached, context))
    found = (_in_rhythm(item, rhythms.get((item.chat, item.unit), Rhythm.BY_STAGE)) for item in may_join)
    return [item for item in found if item is not None]


def _joins(item: Item, reached: Collection[tuple[str, date, int]], context: RuleContext) -> bool:
    """Whether a message of today may say what comes up later: this week, or of rows that are due when the next comes.

    Args:
        reached: the rows that a message of today lists anyway.
    """
    if item.reached < context.next_week:
        return True
    next_due = context.ahead[item.chat, item.unit].next_due(context.today)
    listed = (item.key.ref, item.key.due, item.chat.id) in reached
    return not listed and context.inputs.calendar.on_or_before(item.key.due) == next_due


def _rhythm(unit: Unit, items: Sequence[Item], context: RuleContext) -> Rhythm:
    chat, name = unit
    ahead, sent = context.ahead[unit], context.delivered.days.get((chat.id, name), frozenset())
    until = min(ahead.next_due(context.today) or context.next_week, context.next_week)
    # a stage that comes up while an earlier one waits for the message of the week does not begin the waiting anew
    reasons = [Reason(item.since or item.reached, _is_firm(item, until, context)) for item in items if not item.joins]
    return rhythm(reasons, sent, ahead, context.today, context.week, context.inputs.settings.most_in_30_days)


def _is_firm(item: Item, until: date, context: RuleContext) -> bool:
    """What is said on its day even to a unit that hears much.

    That is what falls due today (or did while nothing could be sent), what has changed or was promised, and a row that
    the unit would else be shown only when it is due; also what is overdue, where that is said more than once a week.

    Args:
        until: the day of the unit's next message, whatever happens.
    """
    key = item.key
    if item.kind in {Kind.WEEK, Kind.ONGOING}:
        return False
    if _falls_due(key) or item.kind is Kind.MOVED or key.series is not StageSeries.DUE:
        return True
    if item.kind is Kind.OVERDUE:
        return context.inputs.settings.overdue_every_days < WEEK.days
    new = (key.ref, key.due.toordinal(), key.chat) not in context.delivered.first
    return new and context.inputs.calendar.on_or_before(key.due) <= until


def _falls_due(key: Key) -> bool:
    return key.series is StageSeries.DUE and key.rank == 0


def _in_rhythm(item: Item, rhythm_today: Rhythm) -> Item | None:
    if item.kind not in TO_UNITS or (rhythm_today is Rhythm.BY_STAGE and not item.joins):
        return item
    if rhythm_today is not Rhythm.JOINED:
        return None
    waited = item.late and not _falls_due(item.key)  # for this message: it was not missed
    return replace(item, late=False) if waited else item


def _following(unit: Unit, context: RuleContext) -> date | None:
    """The day of the message that follows the first one for certain, to a unit with many rows: then rows are due."""
    ahead, limit = context.ahead[unit], context.inputs.settings.most_in_30_days
    return ahead.next_due(context.today) if passes((), context.today, ahead.days, limit) else None


def _as_first(item: Item, following: date | None, context: RuleContext) -> Item:
    """An item to a chat that has heard of nothing yet: nothing is late, and the introduction counts most rows.

    A row is listed where this is its day, or where no other stage, or message, will come in time.
    """
    in_time = item.key.due >= context.today and (
        item.final or context.inputs.calendar.on_or_before(item.key.due) == following
    )
    listed = item.listed if item.kind not in TO_UNITS else item.reached == context.today or in_time
    return item if (item.late, item.listed) == (False, listed) else replace(item, late=False, listed=listed)


def _introductions(new: Sequence[Unit], context: RuleContext) -> Iterator[Item]:
    """The figures of each new unit, counted as /viec counts them."""
    directory, register = context.inputs.directory, context.inputs.register(context.today)
    chaired = chairing(context.inputs, context.today)
    for chat, name in new:
        offices = {link.office for link in directory.links if link.chat.id == chat.id and link.unit == name} or {""}
        units = [directory.roster.resolve(name, office) for office in sorted(offices)]
        found = chaired(units)
        key = Key(f"unit:{unit_key(name)}", context.today, StageSeries.INTRODUCTION, 1, chat.id)
        beside = register.counts(union([found.shared, found.prose]))
        sizes = len(found.shared), len(found.prose), beside.get(State.OVERDUE, 0)
        figures = Figures(name, register.counts(found.own), *sizes)
        yield Item(key, Kind.INTRODUCTION, chat, name, context.today, listed=False, figures=figures)
