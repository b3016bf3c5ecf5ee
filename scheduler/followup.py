"""What is said of one task because of its dates: reminders, changes of the date, escalation."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from knowledge.model import State
from knowledge.tasks.standing import is_closed
from scheduler.clock import VIETNAM
from scheduler.directory import Chat
from scheduler.items import NEVER, Item, Key, Kind, StageSeries, ToldDates
from scheduler.message_load import Coming
from scheduler.recipients import Recipient
from scheduler.rule_context import Occurrence, RuleContext, TrackedTask, about, chairs_of, occurrences_of

Chats = tuple[tuple[str, Chat], ...]  # (unit, chat)


def followup(tracked: TrackedTask, context: RuleContext) -> Iterator[Item]:
    """All that is due to be said of a task's dates; nothing once it is closed."""
    if is_closed(tracked.progress):
        return
    recipients = _recipients(tracked, context)
    moved = {to.chat.id: told for to in recipients if (told := _told_otherwise(tracked, context, to.chat))}
    open_dates = tuple(_open(tracked, context))
    for to in recipients:
        if to.chat.id in moved:
            yield _moved(tracked, context, to, moved[to.chat.id], open_dates)
        for occurrence in open_dates:
            yield from _reminders(tracked, context, occurrence, to, moved=to.chat.id in moved)
    for occurrence in open_dates:
        if occurrence.due < context.today:
            yield from _escalation(tracked, context, occurrence, recipients)


def _recipients(tracked: TrackedTask, context: RuleContext) -> tuple[Recipient, ...]:
    if not (context.inputs.settings.copy_coordinating and tracked.task.coordinate):
        return chairs_of(tracked, context)
    return chairs_of(tracked, context) + context.recipients.of(tracked.task.coordinate, tracked.issuer, "coordinate")


def _open(tracked: TrackedTask, context: RuleContext) -> Iterator[Occurrence]:
    ahead = max(context.inputs.settings.stages, default=0)
    for occurrence in occurrences_of(tracked, context.today, ahead):
        if not is_closed(tracked.progress, occurrence.due):
            yield occurrence


def _told_otherwise(tracked: TrackedTask, context: RuleContext, chat: Chat) -> ToldDates | None:
    """What this chat was told of the dates, where it no longer holds."""
    told = context.delivered.told.get((tracked.ref, chat.id))
    return told if told is not None and told.dates != tracked.dates else None


def _moved(
    tracked: TrackedTask, context: RuleContext, to: Recipient, told: ToldDates, open_dates: tuple[Occurrence, ...]
) -> Item:
    due = next(
        (o.due for o in open_dates if o.due >= context.today), open_dates[-1].due if open_dates else context.today
    )
    key = Key(tracked.ref, due, StageSeries.MOVED, told.version + 1, to.chat.id)
    return about(tracked, key, Kind.MOVED, to[:2], context.today, role=to.role, before=told.dates)


def _reminders(
    tracked: TrackedTask, context: RuleContext, occurrence: Occurrence, to: Recipient, *, moved: bool
) -> Iterator[Item]:
    before = context.before(to.unit, tracked.stem, occurrence)
    stages = context.stages(occurrence.due, before)
    series = (tracked.ref, occurrence.due.toordinal(), StageSeries.DUE, to.chat.id)
    said = context.delivered.reached.get(series, NEVER)
    if to.own:
        yield from _joining(tracked, context, occurrence.due, to, context.coming(occurrence.due, before, said))
    if not stages:
        return
    top = stages[-1]
    key = Key(tracked.ref, occurrence.due, StageSeries.DUE, top.rank, to.chat.id)
    if top.rank > said:
        unsaid = [stage for stage in stages if stage.rank > said]
        skipped = tuple(stage.rank for stage in unsaid[:-1])
        # with a date that was moved, the stages before it are said by telling the new date, and were not missed
        as_moved = moved and top.rank <= 0
        kind = Kind.MOVED if as_moved else _kind(to, occurrence.due < context.today)
        late = top.day < context.today and not as_moved
        final = top.rank == -min(before, default=0)
        more = {"role": to.role, "late": late, "skipped": skipped, "final": final, "since": unsaid[0].day}
        yield about(tracked, key, kind, to[:2], top.day, **more)
    yield from _again(tracked, context, key, to, _kind(to, occurrence.due < context.today))


def _joining(tracked: TrackedTask, context: RuleContext, due: date, to: Recipient, coming: Coming) -> Iterator[Item]:
    """Notes down what comes up for a unit, and the stage to come that a message of today may say already.

    That is one of this week; of a row that has not been listed yet also a later one (`digest_size` decides).
    """
    chat = to.chat
    context.ahead[chat, to.unit].add(coming)
    if chat.id not in context.heard:
        return
    new = coming.first and (tracked.ref, due.toordinal(), chat.id) not in context.delivered.first
    if near := coming.near or ((coming.first,) if coming.first and new else ()):
        key = Key(tracked.ref, due, StageSeries.DUE, near[-1].rank, chat.id)
        skipped = tuple(stage.rank for stage in near[:-1])
        yield about(tracked, key, Kind.UPCOMING, to[:2], near[-1].day, role=to.role, skipped=skipped, joins=True)


def _again(tracked: TrackedTask, context: RuleContext, key: Key, to: Recipient, kind: Kind) -> Iterator[Item]:
    """The reminder that the unit asked for with "later"."""
    asked = tracked.progress.remind_on
    if asked is None or to.role != "lead" or not to.own:
        return
    day = context.inputs.calendar.on_or_after(asked)
    again = Key(key.ref, key.due, StageSeries.LATER, asked.toordinal(), key.chat)
    if day <= context.today and context.delivered.is_new(again):
        yield about(tracked, again, kind, to[:2], day, late=day < context.today)


def _escalation(
    tracked: TrackedTask, context: RuleContext, occurrence: Occurrence, recipients: tuple[Recipient, ...]
) -> Iterator[Item]:
    """To the unit's leader, then to the office in charge; a sign of the unit after the date stops it.

    The days count from the date, or from the first time that the unit itself was shown the row, where that was later.
    """
    if tracked.progress.state is State.EXTENSION_ASKED or _answered(tracked, occurrence.due):
        return
    settings, calendar = context.inputs.settings, context.inputs.calendar
    leaders = context.recipients.leaders(tracked.task.lead, tracked.issuer)
    if (first := _first_told(tracked, context, occurrence.due, recipients)) is None:
        return
    since = max(occurrence.due, first)
    day = calendar.add_working_days(since, settings.leader_after)
    if day <= context.today:
        yield from _raise_to(tracked, context, occurrence.due, StageSeries.LEADER, leaders, day)
    day = calendar.add_working_days(since, settings.office_after)
    if leaders:  # one level at a time: the leader gets the time between the levels, however late he was told
        told = context.delivered.escalated.get((tracked.ref, occurrence.due.toordinal()))
        if told is None:
            return
        day = max(day, calendar.add_working_days(told, settings.office_after - settings.leader_after))
    if day <= context.today:
        office = tuple((_leading(tracked), chat) for chat in context.inputs.directory.in_charge(tracked.issuer))
        yield from _raise_to(tracked, context, occurrence.due, StageSeries.OFFICE, office, day)


def _first_told(
    tracked: TrackedTask, context: RuleContext, due: date, recipients: tuple[Recipient, ...]
) -> date | None:
    """The day on which the unit, or where it has no chat whoever stands in for it, was first shown a row's date."""
    chats = {to.chat.id for to in recipients if to.role == "lead"}
    times = [at for chat in chats if (at := context.delivered.first.get((tracked.ref, due.toordinal(), chat)))]
    return _day_of(min(times)) if times else None


@lru_cache(maxsize=4096)  # of many rows that were shown by the same message
def _day_of(at: str) -> date:
    return datetime.fromisoformat(at).astimezone(VIETNAM).date()


def _raise_to(
    tracked: TrackedTask, context: RuleContext, due: date, series: StageSeries, chats: Chats, day: date
) -> Iterator[Item]:
    kind = Kind.LEADER if series is StageSeries.LEADER else Kind.OFFICE
    if not (chats and context.recipients.concern(tracked.task.lead, tracked.issuer)):
        return
    for unit, chat in chats:
        key = Key(tracked.ref, due, series, 1, chat.id)
        if context.delivered.is_new(key):
            yield about(tracked, key, kind, (unit, chat), day, late=day < context.today)


def _kind(to: Recipient, overdue: bool) -> Kind:
    if not to.own:
        return Kind.UNLINKED if to.unit else Kind.OWNERLESS
    return Kind.OVERDUE if overdue else Kind.UPCOMING


def _leading(tracked: TrackedTask) -> str:
    return "; ".join(tracked.task.lead)


def _answered(tracked: TrackedTask, due: date) -> bool:
    """Whether the unit gave a sign after the date had passed."""
    at = tracked.progress.answered
    return at is not None and datetime.fromisoformat(at).astimezone(VIETNAM).date() > due
