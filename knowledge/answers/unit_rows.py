"""The rows of a unit in their parts, for questions and commands alike: its own, those beside them, and how many.

A unit's own rows are those of tables and lists under its names. Beside them stand the rows that only a collective name
gives it, and what running text asks of it; each row is in one part. The first figure of every list is that of its own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from knowledge.answers.matters import Holding
from knowledge.answers.plans_meant import of_late_rows, parts_past, plans_meant, without_past
from knowledge.answers.selection import Selector
from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.model import State
from knowledge.number_sets import common, meet, union, without
from knowledge.questions.constraints import Operator
from knowledge.questions.query import Intent, Query
from knowledge.tasks.recurring import recurring_within
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import Rows
from knowledge.units.roster import Roster
from knowledge.units.unit import Names, Unit, together
from knowledge.wording.rows import plan_name


@dataclass(frozen=True, slots=True)
class UnitRows:
    """The rows of a unit, or all: its own, those given to several units at once, the duties of running text.

    Args:
        past: beside them, what is overdue in plans that are not meant.
    """

    own: Rows
    shared: Rows
    prose: Rows
    past: Rows = field(default_factory=lambda: np.zeros(0, np.int32))


@dataclass(frozen=True, slots=True)
class DayRows:
    """The rows of a list by days: those of tables that say a day or time, those for a whole year, running text."""

    dated: Rows
    yearly: Rows
    prose: Rows


def by_days(query: Query) -> bool:
    """Whether rows are asked for by their days, however they are listed, counted or grouped: duties are among them."""
    return of_late_rows(query) or query.period is not None or query.intent is Intent.DUE


def in_times(register: Register, rows: Rows, periods: Sequence[Period]) -> Rows:
    """The rows with a date in force in one of the times; all where there is none."""
    if not periods:
        return rows
    return common(rows, union([register.due_within(time.first, time.last) for time in periods]))


def coming_round(query: Query, register: Register, rows: Rows) -> Rows:
    """The rows of tables without a day that come round in the time asked about; none where no time is said."""
    if query.period is None or of_late_rows(query) or query.soon_or_open or query.operator is not Operator.ROWS:
        return rows[:0]
    found = union([recurring_within(register, time.first, time.last) for time in query.periods])
    return without(common(rows, found), register.prose())


def in_tables(register: Register, rows: Rows, chaired: Rows | None) -> Rows:
    """The rows without duties of running text, in plans that have tables.

    Args:
        chaired: what the units that are asked about chair; where none of it is in a table, the duties stay.
    """
    kept = without(rows, register.duties_beside_tables)
    return kept if chaired is None or meet(kept, chaired) else rows


def parts(own: Rows, every_own: Rows, shared: Rows, every_shared: Rows) -> UnitRows:
    """Rows of tables, and all of the unit's, its own and shared, as parts that have no row in common."""
    beside = without(shared, every_own)
    prose = without(union([every_own, every_shared]), union([own, beside]))
    return UnitRows(own, beside, prose)


def of_days(register: Register, rows: Rows, times: Sequence[Period]) -> DayRows:
    """The rows of a list by days in their parts; one that is too long to be looked through has no part of whole years.

    A row for "năm 2024" falls due in the last quarter as well, but nobody who asks for that quarter thinks of it first.
    """
    prose = common(rows, register.duties_beside_tables)
    tabled = without(rows, prose)
    narrow = len(rows) <= _LOOKED_THROUGH and not any(time.is_year for time in times)
    whole = [narrow and _is_a_year(register.index.task(int(row)).deadline.text) for row in tabled]
    yearly = tabled[np.array(whole, bool)]
    return DayRows(without(tabled, yearly), yearly, prose)


def _is_a_year(deadline: str) -> bool:
    return _WHOLE_YEAR.fullmatch(folded(deadline)) is not None


_LOOKED_THROUGH = 300  # rows
_WHOLE_YEAR = re.compile(r"(?:(?:trong|ca|het|den het|hoan thanh trong) )?nam(?: (?:19|20)\d\d)?[ .;]*")


def own_plans(query: Query, names: Names, roster: Roster, register: Register) -> tuple[str, ...]:
    """What the plans are called that units make themselves, whose rows stand beside those that superiors give them."""
    if query.scope.named or not names:
        return ()
    loaded = register.index.plans
    plans = set(roster.own_plans(names)) & set(plans_meant(query, register.index, register.today.year))
    return tuple(plan_name(loaded[p].plan.heading, loaded[p].plan.source) for p in sorted(plans))


def carried_out(query: Query, units: Sequence[Unit], register: Register, holding: Holding) -> UnitRows:
    """What a query selects of units, or of all rows where none is named; a list by days has duties as well.

    Args:
        holding: finds the rows that may say some words.
    """
    return carrying_out(query, register, holding)(units)


def carrying_out(query: Query, register: Register, holding: Holding) -> Callable[[Sequence[Unit]], UnitRows]:
    """The same for one after the other of many units: what does not depend on the unit is worked out once."""
    plans = plans_meant(query, register.index, register.today.year)
    meant = register.of_plans(without_past(plans, register) if parts_past(query) and of_late_rows(query) else plans)
    late = without(register.in_state(State.OVERDUE), meant) if parts_past(query) else meant[:0]

    selector = Selector(register, holding, query.periods)

    def of(units: Sequence[Unit]) -> UnitRows:
        found = _among(query, units, selector, meant)
        if not len(late):
            return found
        beside = _among(query, units, selector, late)
        return replace(found, past=union([beside.own, beside.shared, beside.prose]))

    return of


def _among(query: Query, units: Sequence[Unit], selector: Selector, among: Rows) -> UnitRows:
    """What a query selects among some rows."""
    register, role = selector.register, query.role
    of_chair = units and role != "coordinate"
    chaired = register.of_units(together(unit.own for unit in units), "lead") if of_chair else None

    def fitting(rows: Rows) -> tuple[Rows, Rows]:
        found = in_times(register, rows if len(among) == register.index.size else common(rows, among), query.periods)
        every = selector.select(found, query.where)
        return (every if by_days(query) else in_tables(register, every, chaired)), every

    own = fitting(register.of_units(together(unit.own for unit in units), role) if units else register.all())
    return parts(*own, *fitting(register.of_units(together(unit.shared for unit in units), role)))
