"""Reminders that people ask for themselves: for a row, so many days before its dates, in their private chat. Pure.

They go the way of all others: the same pass, the same working days and quiet hours, the same ledger. Of the stages of
one person and row that have been reached the latest is said. Who is quiet for a while hears of the row afterwards, as
long as its date has not passed; who is not let in any more, and whose chat cannot be reached, hears nothing.
"""

from collections.abc import Iterator

from scheduler.frame import Case, Frame, about, case_of
from scheduler.items import Item, Key, Kind, Track
from scheduler.recipients import Chat
from scheduler.stages import stages_reached
from scheduler.wish import MOST_DAYS, Wish


def own_reminders(frame: Frame) -> Iterator[Item]:
    """The rows that people wanted to be reminded of, and whose stage has been reached."""
    world = frame.world
    silent = {quiet.user for quiet in world.quiet if frame.today <= quiet.until} | world.directory.parked
    register = world.register(frame.today)
    for wish in world.wishes:
        entry = None if wish.user in silent else register.find(wish.ref)
        if entry is not None:
            yield from _of(wish, case_of(entry), frame)


def _of(wish: Wish, case: Case, frame: Frame) -> Iterator[Item]:
    calendar = frame.world.calendar
    for due in (occurrence.due for occurrence in case.entry.open if occurrence.due >= frame.today):
        reached = [s for s in stages_reached(due, frame.today, wish.before, MOST_DAYS, calendar) if s.rank <= 0]
        if not reached:
            continue
        key = Key(case.ref, due, Track.OWN, reached[-1].rank, wish.user)
        if frame.known.is_new(key):
            day = reached[-1].day
            yield about(case, key, Kind.OWN, ("", Chat(wish.user)), day, late=day < frame.today)
