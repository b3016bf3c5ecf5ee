"""What a command asks for, carried out by the engine of questions over the register. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers.plans_meant import of_the_plan, plans_meant
from knowledge.answers.selection import Selector
from knowledge.answers.unit_rows import UnitRows, carried_out, own_plans
from knowledge.deadlines.arguments import argument_periods
from knowledge.deadlines.periods import Period
from knowledge.number_sets import without
from knowledge.questions.command import Argument, PlanVocabulary, compiled
from knowledge.questions.plan_names import names_of
from knowledge.questions.query import Intent
from knowledge.tasks.register import Register
from knowledge.units.unit import Unit, together
from knowledge.wording.rows import plan_name
from scheduler.directory import Role
from scheduler.overview import Row, in_order, on_date, row_of
from scheduler.rule_context import RuleInputs, tracked_task
from scheduler.task_lists import Selection


def argument_of(inputs: RuleInputs, text: str, intent: Intent, today: date) -> Argument:
    """What the argument of a command says; what falls due is asked of this week where no time is named."""
    register = inputs.register(today)
    known = PlanVocabulary(
        units=inputs.directory.roster.units,
        resolve=inputs.directory.roster.resolve,
        plans=lambda: names_of(register.index),
        headings=register.index.heading_size,
        holds=Selector(register, inputs.holding).any_says,
        bond=lambda left, right: inputs.lookup().bond(left, right),
    )
    found = compiled(text, intent, known, today)
    found = found if intent is Intent.OVERVIEW else _of_the_plan(found, register)  # a report is of what falls due
    if intent is not Intent.DUE or found.query.period:
        return found
    _, _, (week, *_) = argument_periods("tuần", today=today)
    return found.within(week)


def _of_the_plan(argument: Argument, register: Register) -> Argument:
    """The argument without a year that only says which plans are meant."""
    plans = {plan for unit in argument.units for names in (unit.own, unit.shared) for plan in names}
    every = plans_meant(argument.query, register.index, register.today.year)
    return replace(argument, query=of_the_plan(argument.query, plans.intersection(every) or every, register))


def plans_named(inputs: RuleInputs, argument: Argument) -> str:
    """The names of the plans that an argument names, of units those that have them; empty where it names none."""
    scope = argument.query.scope
    theirs = {plan for unit in argument.units for plan in (*unit.own, *unit.shared)} & set(scope.plans)
    meant = [plan for plan in scope.plans if not theirs or plan in theirs] if scope.named else []
    loaded = [inputs.plans[plan].plan for plan in meant]
    return "; ".join(plan_name(plan.heading, plan.source) for plan in loaded)


def own_units(inputs: RuleInputs, chat: int, mine: str = "", role: Role = Role.UNIT) -> tuple[Unit, ...]:
    """The units that a chat stands for, else the one of whoever asks; none where neither is known."""
    roster = inputs.directory.roster
    links = [link for link in inputs.directory.links if link.chat.id == chat and link.role is role]
    return tuple(roster.resolve(link.unit, link.office) for link in links) or ((roster.resolve(mine),) if mine else ())


def selection(inputs: RuleInputs, argument: Argument, today: date) -> Selection:
    """The rows that a command selects, each part in the order of its dates."""
    register = inputs.register(today)
    found = carried_out(argument.query, argument.units, register, inputs.holding)
    times = argument.query.periods
    own, shared, prose = (_rows(register, part, times) for part in (found.own, found.shared, found.prose))
    coordinated = _coordinated(argument, found, inputs, register)
    names = together(unit.own for unit in argument.units)
    elsewhere = own_plans(argument.query, names, inputs.directory.roster, register)
    return Selection(own, shared, prose, len(found.past), coordinated, elsewhere)


def _coordinated(argument: Argument, found: UnitRows, inputs: RuleInputs, register: Register) -> int:
    """How many rows the units of an argument that says no role only coordinate."""
    query = argument.query
    if not argument.units or query.role != "lead" or any("lead" in cue.kinds for cue in query.cues):
        return 0
    either = carried_out(replace(query, role=None), argument.units, register, inputs.holding)
    return len(without(either.own, found.own))


def _rows(register: Register, numbers: Iterable[int], times: Sequence[Period]) -> tuple[Row, ...]:
    return in_order(_within(row_of(tracked_task(entry)), times) for entry in register.entries(numbers))


def _within(row: Row, times: Sequence[Period]) -> Row:
    """The row as it stands for its first date in one of the times, an open one before others."""
    chosen = row.tracked.entry.first_within([(time.first, time.last) for time in times])
    return on_date(row, chosen.due) if chosen else row
