"""What a command asks for, carried out by the engine of questions over the register. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from knowledge.answers.unit_rows import carried_out, of_the_plan
from knowledge.deadlines.arguments import argument_periods
from knowledge.deadlines.periods import Period
from knowledge.questions.command import Argument, compiled
from knowledge.questions.query import Intent
from knowledge.tasks.register import Register
from knowledge.units.roster import Unit
from scheduler.directory import Role
from scheduler.overview import Row, in_order, on_date, row_of
from scheduler.rule_context import RuleInputs, tracked_task
from scheduler.task_lists import Selection


def argument_of(inputs: RuleInputs, text: str, intent: Intent, today: date) -> Argument:
    """What the argument of a command says; what falls due is asked of this week where no time is named."""
    read = partial(
        compiled, intent=intent, names=inputs.register(today).index.units, resolve=inputs.directory.roster.resolve,
        today=today,
    )  # fmt: skip
    found = _of_the_plan(read(text), inputs.register(today))
    if intent is not Intent.DUE or found.query.period:
        return found
    _, _, (week, *_) = argument_periods("tuần", today=today)
    return found.within(week)


def _of_the_plan(argument: Argument, register: Register) -> Argument:
    """The argument without a year that only says which plans are meant."""
    plans = {plan for unit in argument.units for names in (unit.own, unit.shared) for plan in names}
    every = range(len(register.index.plans))
    return replace(argument, query=of_the_plan(argument.query, plans or every, register))


def own_units(inputs: RuleInputs, chat: int, mine: str = "") -> tuple[Unit, ...]:
    """The units that a chat stands for, else the one of whoever asks; none where neither is known."""
    roster = inputs.directory.roster
    links = [link for link in inputs.directory.links if link.chat.id == chat and link.role is Role.UNIT]
    return tuple(roster.resolve(link.unit, link.office) for link in links) or ((roster.resolve(mine),) if mine else ())


def selection(inputs: RuleInputs, argument: Argument, today: date) -> Selection:
    """The rows that a command selects, each part in the order of its dates."""
    register = inputs.register(today)
    found = carried_out(argument.query, argument.units, register)
    times = argument.query.periods
    return Selection(*(_rows(register, part, times) for part in (found.own, found.shared, found.prose)))


def _rows(register: Register, numbers: Iterable[int], times: Sequence[Period]) -> tuple[Row, ...]:
    return in_order(_within(row_of(tracked_task(entry)), times) for entry in register.entries(numbers))


def _within(row: Row, times: Sequence[Period]) -> Row:
    """The row as it stands for its first date in one of the times, an open one before others."""
    dates = [o for o in row.tracked.entry.occurrences if any(t.first <= o.due <= t.last for t in times)]
    chosen = next((o for o in dates if o.open), None) or next(iter(dates), None)
    return on_date(row, chosen.due) if chosen else row
