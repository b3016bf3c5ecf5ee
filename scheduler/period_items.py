"""What is said at the turn of a week, month or quarter, and to those who look after the whole.

Each item is a state of its period, like a stage: who was not told on its first working day is told later, marked late,
until the next period takes over.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from knowledge.language.dates import printed
from knowledge.model import DeadlineKind, State, TaskKind
from knowledge.tasks.standing import is_closed, shown_name
from scheduler.clock import VIETNAM
from scheduler.items import Item, Key, Kind, StageSeries
from scheduler.reasons import NOT_LET_IN, reason_words
from scheduler.rule_context import (
    DeadLink,
    RuleContext,
    TrackedTask,
    about,
    chairs_of,
    has_date,
    leads,
    occurrences_of,
)

_MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6}
WEEK = timedelta(days=7)
NEVER_LET_IN = datetime(2000, 1, 1, tzinfo=VIETNAM)


def period_items(tracked: TrackedTask, context: RuleContext) -> Iterator[Item]:
    """What one task has to be told at the turn of a week, month or quarter."""
    if is_closed(tracked.progress):
        return
    yield from _week_ahead(tracked, context)
    yield from _ongoing(tracked, context)
    yield from _undated(tracked, context)
    yield from extension_requests(tracked, context)


def extension_requests(tracked: TrackedTask, context: RuleContext) -> Iterator[Item]:
    """Requests for more time that wait for a decision, to the admins, once each."""
    progress = tracked.progress
    if progress.state is not State.EXTENSION_ASKED or progress.asked_due is None or progress.when is None:
        return
    rank = int(datetime.fromisoformat(progress.when).timestamp())
    for chat in context.inputs.directory.reachable_admins:
        key = Key(tracked.ref, progress.asked_due, StageSeries.EXTENSION, rank, chat.id)
        who = shown_name(progress.who)
        words = f"{who}: {progress.note}" if progress.note else who
        item = about(tracked, key, Kind.EXTENSION, ("; ".join(tracked.task.lead), chat), context.today)
        in_force = progress.asked_for or tracked.entry.due
        before = in_force.isoformat() if in_force else ""
        yield from _once_open(context, replace(item, words=words, before=before))


def parked_chats(context: RuleContext) -> Iterator[Item]:
    """Chats that cannot be reached, to the admins, once each time."""
    for parked in context.inputs.parked:
        since = datetime.fromisoformat(parked.since)
        for chat in context.inputs.directory.reachable_admins:
            key = Key(f"chat:{parked.chat}", since.date(), StageSeries.PARKED, int(since.timestamp()), chat.id)
            if context.delivered.is_new(key):
                words = f"{_named(parked.chat, context)}: {reason_words(parked.reason)}"
                yield Item(key, Kind.PARKED, chat, "", context.today, words=words)


def dead_links(context: RuleContext) -> Iterator[Item]:
    """Chats that stand for a unit and are not let in any more, to the admins, once each time."""
    for dead in context.inputs.dead:
        since = _since(dead)
        for chat in context.inputs.directory.reachable_admins:
            key = Key(f"chat:{dead.chat}", since.date(), StageSeries.PARKED, int(since.timestamp()), chat.id)
            if context.delivered.is_new(key):
                words = f"{'; '.join(dead.units)} ({dead.chat}): {reason_words(NOT_LET_IN)}"
                yield Item(key, Kind.PARKED, chat, "", context.today, words=words)


def _since(dead: DeadLink) -> datetime:
    """When a chat was taken out; one fixed time where it never was let in, or the record cannot be read."""
    try:
        return datetime.fromisoformat(dead.since)
    except ValueError:
        return NEVER_LET_IN


def refused_messages(context: RuleContext) -> Iterator[Item]:
    """Messages that Telegram did not take, to the admins, once for each chat and day."""
    for refused in context.inputs.refused:
        if refused.day <= context.today - WEEK:
            continue
        for chat in context.inputs.directory.reachable_admins:
            key = Key(f"chat:{refused.chat}", refused.day, StageSeries.REFUSED, refused.day.toordinal(), chat.id)
            if context.delivered.is_new(key):
                words = f"{_named(refused.chat, context)}: {reason_words(refused.reason)}"
                yield Item(key, Kind.REFUSED, chat, "", context.today, words=words)


def uncertain_messages(context: RuleContext) -> Iterator[Item]:
    """Messages of which it is not known whether they arrived, to the admins, once for each chat and day."""
    for unsure in context.inputs.uncertain:
        at = datetime.fromisoformat(unsure.at).astimezone(VIETNAM)
        if at.date() <= context.today - WEEK:
            continue
        for chat in context.inputs.directory.reachable_admins:
            key = Key(f"chat:{unsure.chat}", at.date(), StageSeries.UNCERTAIN, at.date().toordinal(), chat.id)
            if unsure.chat != chat.id and context.delivered.is_new(key):
                words = f"{_named(unsure.chat, context)}: {unsure.items} nội dung, {at:%H:%M} ngày {printed(at.date())}"
                yield Item(key, Kind.UNCERTAIN, chat, "", context.today, words=words)


def _week_ahead(tracked: TrackedTask, context: RuleContext) -> Iterator[Item]:
    if not context.inputs.settings.week_ahead or not has_date(tracked) or context.week > context.today:
        return
    monday = context.today - timedelta(days=context.today.weekday())
    for occurrence in occurrences_of(tracked, context.today, 7):
        if context.today <= occurrence.due < monday + WEEK and not is_closed(tracked.progress, occurrence.due):
            for unit, chat, own, _ in chairs_of(tracked, context):
                if own:
                    key = Key(tracked.ref, occurrence.due, StageSeries.WEEK, monday.toordinal(), chat.id)
                    yield from _once_open(context, about(tracked, key, Kind.WEEK, (unit, chat), monday))


def _ongoing(tracked: TrackedTask, context: RuleContext) -> Iterator[Item]:
    months = _MONTHS.get(context.inputs.settings.ongoing)
    if months is None or tracked.task.deadline.kind is not DeadlineKind.ONGOING or has_date(tracked):
        return
    first = date(context.today.year, (context.today.month - 1) // months * months + 1, 1)
    if not tracked.entry.span.first <= context.today <= tracked.entry.span.last:
        return
    for unit, chat, own, _ in chairs_of(tracked, context):
        if own:
            key = Key(tracked.ref, first, StageSeries.ONGOING, first.toordinal(), chat.id)
            yield from _once_open(
                context, about(tracked, key, Kind.ONGOING, (unit, chat), max(first, tracked.entry.span.first))
            )


def _undated(tracked: TrackedTask, context: RuleContext) -> Iterator[Item]:
    """Rows whose time limit gives no day, to the admins, until somebody sets one or the plan's years are over."""
    if has_date(tracked) or tracked.task.kind is TaskKind.PROSE or tracked.task.deadline.kind is DeadlineKind.ONGOING:
        return
    first, over = context.today.replace(day=1), context.today > tracked.entry.span.last
    if over or not context.recipients.concern(leads(tracked), tracked.issuer):
        return
    for chat in context.inputs.directory.reachable_admins:
        key = Key(tracked.ref, first, StageSeries.UNDATED, first.toordinal(), chat.id)
        yield from _once_open(context, about(tracked, key, Kind.UNDATED, ("", chat), first))


def _once_open(context: RuleContext, item: Item) -> Iterator[Item]:
    """The item on the first working day from the day that its period begins, unless it has been said."""
    day = _opened(context, item.reached)
    if day is not None and context.delivered.is_new(item.key):
        yield replace(item, reached=day, late=day < context.today)


def _opened(context: RuleContext, first: date) -> date | None:
    """The first working day of a period, once it has come."""
    day = context.inputs.calendar.on_or_after(first)
    return day if day <= context.today else None


def _named(chat: int, context: RuleContext) -> str:
    """A chat by the units that it stands for."""
    units = dict.fromkeys(link.unit for link in context.inputs.directory.links if link.chat.id == chat)
    return f"{'; '.join(units)} ({chat})" if units else str(chat)
