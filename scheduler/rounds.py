"""What is said at the turn of a week, month or quarter, and to those who look after the whole.

Each round is a state of its period, like a stage: who was not told on its first working day is told later, marked late,
until the next period takes over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from knowledge.language.dates import printed
from knowledge.model import DeadlineKind, State, TaskKind
from knowledge.tasks.standing import is_closed, shown_name
from knowledge.units.keys import unit_key
from scheduler.clock import VIETNAM
from scheduler.frame import Case, Frame, about, chats_of, has_date, leads, occurrences_of
from scheduler.items import Figures, Item, Key, Kind, Track
from scheduler.recipients import Role

_MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6}
WEEK = timedelta(days=7)


def rounds(case: Case, frame: Frame) -> Iterator[Item]:
    """The rounds that one task belongs to."""
    if is_closed(case.progress):
        return
    yield from _week_ahead(case, frame)
    yield from _ongoing(case, frame)
    yield from _undated(case, frame)
    yield from _extension(case, frame)


def month_overview(cases: Iterable[Case], frame: Frame) -> Iterator[Item]:
    """The figures by unit, to the leaders, once a month."""
    first = frame.today.replace(day=1)
    if not frame.world.settings.month_overview or _opened(frame, first) is None:
        return
    directory = frame.world.directory
    counts: dict[tuple[str, str | None], dict[State, int]] = {}
    if not directory.reachable_leaders and not any(link.role is Role.LEADER for link in directory.links):
        return
    for case in cases:
        state = case.entry.state
        for unit in leads(case):
            if directory.reach(unit, case.issuer).concerns:
                name = directory.roster.identity(unit, case.issuer or "") if unit else ""
                of_unit = counts.setdefault((name, case.issuer), {})
                of_unit[state] = of_unit.get(state, 0) + 1
    for (unit, issuer), of_unit in counts.items():
        own = tuple(chat for _, chat in directory.reach(unit, issuer, Role.LEADER).chats)
        for chat in dict.fromkeys((*directory.reachable_leaders, *own)):
            key = Key(f"unit:{unit_key(unit)}@{issuer or ''}", first, Track.MONTH, first.toordinal(), chat.id)
            yield from _once_open(frame, Item(key, Kind.MONTH, chat, unit, first, figures=Figures(unit, of_unit)))


def parked_chats(frame: Frame) -> Iterator[Item]:
    """Chats that cannot be reached, to the admins, once each time."""
    for parked in frame.world.parked:
        since = datetime.fromisoformat(parked.since)
        for chat in frame.world.directory.reachable_admins:
            key = Key(f"chat:{parked.chat}", since.date(), Track.PARKED, int(since.timestamp()), chat.id)
            if frame.known.is_new(key):
                words = f"{_named(parked.chat, frame)}: {parked.reason}"
                yield Item(key, Kind.PARKED, chat, "", frame.today, words=words)


def refused_messages(frame: Frame) -> Iterator[Item]:
    """Messages that Telegram did not take, to the admins, once for each chat and day."""
    for refused in frame.world.refused:
        if refused.day <= frame.today - WEEK:
            continue
        for chat in frame.world.directory.reachable_admins:
            key = Key(f"chat:{refused.chat}", refused.day, Track.REFUSED, refused.day.toordinal(), chat.id)
            if frame.known.is_new(key):
                words = f"{_named(refused.chat, frame)}: {refused.reason}"
                yield Item(key, Kind.REFUSED, chat, "", frame.today, words=words)


def uncertain_messages(frame: Frame) -> Iterator[Item]:
    """Messages of which it is not known whether they arrived, to the admins, once for each chat and day."""
    for unsure in frame.world.uncertain:
        at = datetime.fromisoformat(unsure.at).astimezone(VIETNAM)
        if at.date() <= frame.today - WEEK:
            continue
        for chat in frame.world.directory.reachable_admins:
            key = Key(f"chat:{unsure.chat}", at.date(), Track.UNCERTAIN, at.date().toordinal(), chat.id)
            if unsure.chat != chat.id and frame.known.is_new(key):
                words = f"{_named(unsure.chat, frame)}: {unsure.items} nội dung, {at:%H:%M} ngày {printed(at.date())}"
                yield Item(key, Kind.UNCERTAIN, chat, "", frame.today, words=words)


def _week_ahead(case: Case, frame: Frame) -> Iterator[Item]:
    monday = frame.today - timedelta(days=frame.today.weekday())
    if not frame.world.settings.week_ahead or not has_date(case):
        return
    if (opened := _opened(frame, monday)) is None or opened >= monday + WEEK:
        return
    for occurrence in occurrences_of(case, frame.today, 7):
        if frame.today <= occurrence.due < monday + WEEK and not is_closed(case.progress, occurrence.due):
            for unit, chat, own in chats_of(case, frame, role="lead"):
                if own:
                    key = Key(case.ref, occurrence.due, Track.WEEK, monday.toordinal(), chat.id)
                    yield from _once_open(frame, about(case, key, Kind.WEEK, (unit, chat), monday))


def _ongoing(case: Case, frame: Frame) -> Iterator[Item]:
    months = _MONTHS.get(frame.world.settings.ongoing)
    if months is None or case.task.deadline.kind is not DeadlineKind.ONGOING or has_date(case):
        return
    first = date(frame.today.year, (frame.today.month - 1) // months * months + 1, 1)
    if not case.entry.span.first <= frame.today <= case.entry.span.last:
        return
    for unit, chat, own in chats_of(case, frame, role="lead"):
        if own:
            key = Key(case.ref, first, Track.ONGOING, first.toordinal(), chat.id)
            yield from _once_open(
                frame, about(case, key, Kind.ONGOING, (unit, chat), max(first, case.entry.span.first))
            )


def _undated(case: Case, frame: Frame) -> Iterator[Item]:
    """Rows whose time limit gives no day, to the admins, until somebody sets one or the plan's years are over."""
    if has_date(case) or case.task.kind is TaskKind.PROSE or case.task.deadline.kind is DeadlineKind.ONGOING:
        return
    directory, first = frame.world.directory, frame.today.replace(day=1)
    over = frame.today > case.entry.span.last
    if over or not any(directory.reach(unit, case.issuer).concerns for unit in leads(case)):
        return
    for chat in directory.reachable_admins:
        key = Key(case.ref, first, Track.UNDATED, first.toordinal(), chat.id)
        yield from _once_open(frame, about(case, key, Kind.UNDATED, ("", chat), first))


def _extension(case: Case, frame: Frame) -> Iterator[Item]:
    """Requests for more time that wait for a decision, to the admins, once each."""
    progress = case.progress
    if progress.state is not State.EXTENSION_ASKED or progress.asked_due is None or progress.when is None:
        return
    rank = int(datetime.fromisoformat(progress.when).timestamp())
    for chat in frame.world.directory.reachable_admins:
        key = Key(case.ref, progress.asked_due, Track.EXTENSION, rank, chat.id)
        who = shown_name(progress.who)
        words = f"{who}: {progress.note}" if progress.note else who
        item = about(case, key, Kind.EXTENSION, ("; ".join(case.task.lead), chat), frame.today)
        in_force = progress.asked_for or case.entry.due
        before = in_force.isoformat() if in_force else ""
        yield from _once_open(frame, replace(item, words=words, before=before))


def _once_open(frame: Frame, item: Item) -> Iterator[Item]:
    """The item on the first working day from the day that its period begins, unless it has been said."""
    day = _opened(frame, item.reached)
    if day is not None and frame.known.is_new(item.key):
        yield replace(item, reached=day, late=day < frame.today)


def _opened(frame: Frame, first: date) -> date | None:
    """The first working day of a period, once it has come."""
    day = frame.world.calendar.on_or_after(first)
    return day if day <= frame.today else None


def _named(chat: int, frame: Frame) -> str:
    """A chat by the units that it stands for."""
    units = dict.fromkeys(link.unit for link in frame.world.directory.links if link.chat.id == chat)
    return f"{'; '.join(units)} ({chat})" if units else str(chat)
