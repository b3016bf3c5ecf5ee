"""What is said of one task because of its dates: reminders, changes of the date, escalation."""

from collections.abc import Iterator
from datetime import date, datetime

from knowledge.model import State
from knowledge.tasks.standing import is_closed
from scheduler.clock import VIETNAM
from scheduler.frame import Case, Frame, Occurrence, about, chats_of, occurrences_of
from scheduler.items import NEVER, Item, Key, Kind, Told, Track
from scheduler.recipients import Chat, Role

Recipient = tuple[str, Chat, bool, str]  # unit, chat, whether it is the unit's own, role


def followup(case: Case, frame: Frame) -> Iterator[Item]:
    """All that is due to be said of a task's dates; nothing once it is closed."""
    if is_closed(case.progress):
        return
    recipients = tuple(_recipients(case, frame))
    moved = {chat.id: told for _, chat, _, _ in recipients if (told := _told_otherwise(case, frame, chat))}
    open_dates = tuple(_open(case, frame))
    for recipient in recipients:
        if recipient[1].id in moved:
            yield _moved(case, frame, recipient, moved[recipient[1].id], open_dates)
        for occurrence in open_dates:
            yield from _reminders(case, frame, occurrence, recipient, moved=recipient[1].id in moved)
    for occurrence in open_dates:
        if occurrence.due < frame.today:
            yield from _escalation(case, frame, occurrence)


def _recipients(case: Case, frame: Frame) -> Iterator[Recipient]:
    for unit, chat, own in chats_of(case, frame, role="lead"):
        yield unit, chat, own, "lead"
    if frame.world.settings.copy_coordinating:
        for unit, chat, own in chats_of(case, frame, role="coordinate"):
            yield unit, chat, own, "coordinate"


def _open(case: Case, frame: Frame) -> Iterator[Occurrence]:
    ahead = max(frame.world.settings.stages, default=0)
    for occurrence in occurrences_of(case, frame.today, ahead):
        if not is_closed(case.progress, occurrence.due):
            yield occurrence


def _told_otherwise(case: Case, frame: Frame, chat: Chat) -> Told | None:
    """What this chat was told of the dates, where it no longer holds."""
    told = frame.known.told.get((case.ref, chat.id))
    return told if told is not None and told.dates != case.dates else None


def _moved(case: Case, frame: Frame, to: Recipient, told: Told, open_dates: tuple[Occurrence, ...]) -> Item:
    chat = to[1]
    due = next((o.due for o in open_dates if o.due >= frame.today), open_dates[-1].due if open_dates else frame.today)
    key = Key(case.ref, due, Track.MOVED, told.version + 1, chat.id)
    return about(case, key, Kind.MOVED, to[:2], frame.today, role=to[3], before=told.dates)


def _reminders(case: Case, frame: Frame, occurrence: Occurrence, to: Recipient, *, moved: bool) -> Iterator[Item]:
    unit, chat, _, _ = to
    before = frame.before(unit, case.stem, occurrence)
    stages = frame.stages(occurrence.due, before)
    if not stages:
        return
    top = stages[-1]
    key = Key(case.ref, occurrence.due, Track.DUE, top.rank, chat.id)
    said = frame.known.reached.get(key.series, NEVER)
    if top.rank > said:
        skipped = tuple(stage.rank for stage in stages[:-1] if stage.rank > said)
        # with a date that was moved, the stages before it are said by telling the new date, and were not missed
        as_moved = moved and top.rank <= 0
        kind = Kind.MOVED if as_moved else _kind(to, occurrence.due < frame.today)
        late = top.day < frame.today and not as_moved
        final = top.rank == -min(before, default=0)
        yield about(case, key, kind, to[:2], top.day, role=to[3], late=late, skipped=skipped, final=final)
    yield from _again(case, frame, key, to, _kind(to, occurrence.due < frame.today))


def _again(case: Case, frame: Frame, key: Key, to: Recipient, kind: Kind) -> Iterator[Item]:
    """The reminder that the unit asked for with "later"."""
    asked = case.progress.remind_on
    if asked is None or to[3] != "lead" or not to[2]:
        return
    day = frame.world.calendar.on_or_after(asked)
    again = Key(key.ref, key.due, Track.LATER, asked.toordinal(), key.chat)
    if day <= frame.today and frame.known.is_new(again):
        yield about(case, again, kind, to[:2], day, late=day < frame.today)


def _escalation(case: Case, frame: Frame, occurrence: Occurrence) -> Iterator[Item]:
    """To the unit's leader, then to the office in charge; a sign of the unit after the date stops it.

    The days count from the date, or from the first time that the unit itself was shown the row, where that was later.
    """
    if case.progress.state is State.EXTENSION_ASKED or _answered(case, occurrence.due):
        return
    settings, calendar = frame.world.settings, frame.world.calendar
    units = {(unit, chat) for unit, chat in _of_role(case, frame, Role.LEADER)}
    if (first := _first_told(case, frame, occurrence.due)) is None:
        return
    since = max(occurrence.due, first)
    day = calendar.add_working_days(since, settings.leader_after)
    if day <= frame.today:
        yield from _raise_to(case, frame, occurrence.due, Track.LEADER, sorted(units, key=str), day)
    day = calendar.add_working_days(since, settings.office_after)
    if units:  # one level at a time: the leader gets the time between the levels, however late he was told
        told = frame.known.escalated.get((case.ref, occurrence.due.toordinal()))
        if told is None:
            return
        day = max(day, calendar.add_working_days(told, settings.office_after - settings.leader_after))
    if day <= frame.today:
        office = [(_leading(case), chat) for chat in frame.world.directory.in_charge(case.issuer)]
        yield from _raise_to(case, frame, occurrence.due, Track.OFFICE, office, day)


def _first_told(case: Case, frame: Frame, due: date) -> date | None:
    """The day on which the unit, or where it has no chat whoever stands in for it, was first shown a row's date."""
    chats = {chat.id for _, chat, _ in chats_of(case, frame, role="lead")}
    times = [at for chat in chats if (at := frame.known.first.get((case.ref, due.toordinal(), chat)))]
    return datetime.fromisoformat(min(times)).astimezone(VIETNAM).date() if times else None


def _of_role(case: Case, frame: Frame, role: Role) -> Iterator[tuple[str, Chat]]:
    for unit in case.task.lead:
        yield from frame.world.directory.reach(unit, case.issuer, role).chats


def _raise_to(
    case: Case, frame: Frame, due: date, track: Track, chats: list[tuple[str, Chat]], day: date
) -> Iterator[Item]:
    kind = Kind.LEADER if track is Track.LEADER else Kind.OFFICE
    concerned = any(frame.world.directory.reach(unit, case.issuer).concerns for unit in case.task.lead)
    for unit, chat in chats if concerned else ():
        key = Key(case.ref, due, track, 1, chat.id)
        if frame.known.is_new(key):
            yield about(case, key, kind, (unit, chat), day, late=day < frame.today)


def _kind(to: Recipient, overdue: bool) -> Kind:
    unit, _, own, _ = to
    if not own:
        return Kind.UNLINKED if unit else Kind.OWNERLESS
    return Kind.OVERDUE if overdue else Kind.UPCOMING


def _leading(case: Case) -> str:
    return "; ".join(case.task.lead)


def _answered(case: Case, due: date) -> bool:
    """Whether the unit gave a sign after the date had passed."""
    at = case.progress.answered
    return at is not None and datetime.fromisoformat(at).astimezone(VIETNAM).date() > due
