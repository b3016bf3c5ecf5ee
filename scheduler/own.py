"""Reminders that people ask for themselves: for a row, so many days before its dates, in their private chat. Pure.

They go the way of all others: the same pass, the same working days and quiet hours, the same ledger. Of the stages of
one person and row that have been reached the latest is said. Who is quiet for a while hears of the row afterwards, as
long as its date has not passed; who is not let in any more, and whose chat cannot be reached, hears nothing.
"""

from collections.abc import Iterator

from scheduler.directory import Chat
from scheduler.items import Item, Key, Kind, StageSeries
from scheduler.rule_context import RuleContext, TrackedTask, about, tracked_task
from scheduler.stages import stages_reached
from scheduler.wish import MOST_DAYS, Wish


def own_reminders(context: RuleContext) -> Iterator[Item]:
    """The rows that people wanted to be reminded of, and whose stage has been reached."""
    inputs = context.inputs
    silent = {quiet.user for quiet in inputs.quiet if context.today <= quiet.until} | inputs.directory.parked
    register = inputs.register(context.today)
    for wish in inputs.wishes:
        entry = None if wish.user in silent else register.find(wish.ref)
        if entry is not None:
            yield from _of(wish, tracked_task(entry), context)


def _of(wish: Wish, tracked: TrackedTask, context: RuleContext) -> Iterator[Item]:
    calendar = context.inputs.calendar
    for due in (occurrence.due for occurrence in tracked.entry.open if occurrence.due >= context.today):
        reached = [s for s in stages_reached(due, context.today, wish.before, MOST_DAYS, calendar) if s.rank <= 0]
        if not reached:
            continue
        key = Key(tracked.ref, due, StageSeries.OWN, reached[-1].rank, wish.user)
        if context.delivered.is_new(key):
            day = reached[-1].day
            yield about(tracked, key, Kind.OWN, ("", Chat(wish.user)), day, late=day < context.today)
