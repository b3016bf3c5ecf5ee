"""Rows that are counted group by group: the most, each, two sides beside each other, groups that have none."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.answers.grouping import SPANS, grouped, grouped_by_unit, ranked
from knowledge.answers.list_words import entries_of, group_name, names_of, said_of, unit_name, what_of
from knowledge.answers.unit_rows import by_days, in_times
from knowledge.deadlines.periods import Period
from knowledge.number_sets import common, union, without
from knowledge.questions.constraints import OWN_TIME, Constraint, Kind, Operator
from knowledge.questions.levels_asked import is_of_level, level_asked, side_asked
from knowledge.questions.query import ROLES, Query
from knowledge.reply import Answer, Line
from knowledge.tasks.task_index import Rows
from knowledge.units.mentions import UnitMention
from knowledge.units.naming import told_apart
from knowledge.wording import listing, unit_names
from knowledge.wording.plan_facts import where_given
from knowledge.wording.sides import in_role, sides_head


def answer_groups(ask: Ask, rows: Rows) -> Answer | None:
    """How many rows each group has, or two sides beside each other; None where no row is of any group."""
    query = ask.query
    of_plans = query.scope.several and not query.units and query.operator in _EACH_SIDE and side_asked(query.words)
    sides = _sides(ask, rows) if query.operator is Operator.SIDES or of_plans else ()
    if sides:
        return _beside_each_other(ask, sides)
    return _grouped_answer(ask, rows)


_EACH_SIDE = frozenset({Operator.EACH, Operator.MOST})


def _grouped_answer(ask: Ask, rows: Rows) -> Answer | None:
    """How many rows each group has, or which has the most or fewest; the rows are those of what is said first."""
    left_out = _groups_left_out(ask)
    query = replace(ask.query, where=tuple(c for c in ask.query.where if c not in left_out))
    found = _groups(ask, rows)
    in_time = query.by in SPANS and query.operator is Operator.EACH
    groups = [*found.items()] if in_time else ranked(found, fewest=query.operator is Operator.FEWEST)
    if not groups:
        return None
    role = query.role or ("lead" if _groups_named(ask) else None)  # units are counted in one role
    what, apart = what_of(replace(ask, query=replace(query, role=role)), query.period), _apart(ask)
    named = [(group_name(ask, name), len(found)) for name, found in groups]
    if query.operator is Operator.EACH:
        apart_ = left_out or level_asked(query.words) or _groups_named(ask)
        chosen = in_turn([found for _, found in groups]) if apart_ else rows
        first, *counts = listing.each_head(len(chosen), named, what)
    else:
        top = [found for _, found in groups if len(found) == len(groups[0][1])]
        role = query.role if query.by == "unit" else None
        first, *counts = listing.most_head(named, role, len(top), what, fewest=query.operator is Operator.FEWEST)
        chosen = in_turn(top)
    return Answer(query.intent.value, (first, *apart, *counts), entries_of(ask, chosen))


def _groups_left_out(ask: Ask) -> tuple[Constraint, ...]:
    """The units that are left out as groups, not with every row that they share ("ngoài Sở A còn đơn vị nào …")."""
    if ask.query.by != "unit" or ask.query.operator not in _RANKED:
        return ()
    return tuple(c for c in ask.query.where if c.kind is Kind.UNIT and not c.include)


def _apart(ask: Ask) -> tuple[Line, ...]:
    units = [unit_name(ask, constraint.units) for constraint in _groups_left_out(ask)]
    return (listing.apart_from(units),) if units else ()


def _groups_named(ask: Ask) -> dict[int, frozenset[str]]:
    """The units that are the groups, by plan, where they were told by their head ("mỗi khoa mấy việc")."""
    each = ask.query.operator is Operator.EACH and ask.query.by == "unit"
    return names_of(ask) if each and ask.query.units and all(unit.head for unit in ask.query.units) else {}


_RANKED = frozenset({Operator.EACH, Operator.MOST, Operator.FEWEST})


def answer_without(ask: Ask, rows: Rows, every: Rows) -> Answer:
    """The units, or plans, that have rows but none of these."""
    by, role = ask.query.by or "unit", ask.query.role or "lead"
    some = rows_by(ask, rows, by, role)
    roles = (role, "lead", "coordinate") if by == "unit" and ask.query.role else (role,)
    known = dict.fromkeys(name for each in roles for name in rows_by(ask, every, by, each))
    names = [group_name(ask, name) for name in known if name not in some]
    what = what_of(ask, ask.query.period)
    return Answer(ask.query.intent.value, listing.without_head(names, what, _PER.get(by, "đơn vị")))


_PER = {"plan": "kế hoạch", "month": "tháng", "quarter": "quý", "section": "phần"}


def in_turn(groups: Sequence[Rows]) -> Rows:
    """The rows of one group after the other, each once."""
    rows = np.concatenate(groups)
    _, first = np.unique(rows, return_index=True)
    return rows[np.sort(first)]


def _groups(ask: Ask, rows: Rows) -> dict[str, Rows]:
    by = ask.query.by or ("plan" if len(ask.plans) > 1 and ask.query.operator is Operator.EACH else "unit")
    return rows_by(ask, rows, by, ask.query.role or "lead")


def rows_by(ask: Ask, rows: Rows, by: str, role: str) -> dict[str, Rows]:
    """The rows by unit in a role, plan, month, quarter or section."""
    return _by_unit(ask, rows, role) if by == "unit" else grouped(ask.register, rows, by)


def _by_unit(ask: Ask, rows: Rows, role: str) -> dict[str, Rows]:
    """The rows of each unit under all its names, called as it is first printed; with its office where two are alike."""
    issuers = [loaded.plan.heading.issuer or "" for loaded in ask.lookup.snapshot.plans]
    mentions = [unit.names for constraint in _groups_left_out(ask) for unit in constraint.units]
    apart = {(plan, name) for names in mentions for plan, called in names.items() for name in called}
    only = _groups_named(ask)
    found: dict[tuple[str, str], tuple[tuple[str, str], list[Rows]]] = {}
    for (plan, name), part in grouped_by_unit(ask.register, rows, role).items():
        if (plan, name) in apart or (only and name not in only.get(plan, ())):
            continue
        office = ask.roster.office_of(name, issuers[plan])
        found.setdefault(ask.roster.unit_of(name, office), ((name, office), []))[1].append(part)
    level = level_asked(ask.query.words)
    of_level = {key: group for key, group in found.items() if is_of_level(group[0][0], level)} if level else {}
    found = of_level or found
    names = told_apart([called for called, _ in found.values()], ask.context.customs.office)
    return {name: union(parts) for name, (_, parts) in zip(names, found.values(), strict=True)}


def _beside_each_other(ask: Ask, sides: Sequence[tuple[str, Rows]]) -> Answer:
    """What is compared: how many rows each side has, the difference said first; by days of tables, where any has one.

    What running text asks for comes round most of the time ("trước ngày 25 hằng tháng"), on every side alike.
    """
    every = union([found for _, found in sides])
    duties = common(every, ask.register.duties_beside_tables) if by_days(ask.query) else every[:0]
    tabled = [(name, without(found, duties)) for name, found in sides]
    kept = tabled if any(len(found) for _, found in tabled) else sides
    beside = unit_names.beside(0, len(duties)) if kept is tabled else ()
    apart = _led(ask, kept) or _in_table(ask, kept)
    head = sides_head([(name, len(found)) for name, found in kept], ask.query.role, apart)
    rows = in_turn([found for _, found in kept])
    return Answer(ask.query.intent.value, (*head, *([beside] if beside else [])), entries_of(ask, rows))


def _in_table(ask: Ask, sides: Sequence[tuple[str, Rows]]) -> list[str]:
    """How many rows of each side stand in a table, where plans are compared."""
    if ask.query.units or not ask.query.scope.several:
        return []
    tables = (ask.selector.select(found, (Constraint(Kind.TABLE),)) for _, found in sides)
    return [where_given(len(rows), len(found)) for rows, (_, found) in zip(tables, sides, strict=True)]


def _led(ask: Ask, sides: Sequence[tuple[str, Rows]]) -> list[str]:
    """How many rows of each side its unit chairs, where units are compared in no role; else nothing."""
    units = ask.query.units
    if ask.query.role or len(units) != len(sides):
        return []
    chaired = (_unit_constraint(replace(ask, query=replace(ask.query, role="lead")), (unit,)) for unit in units)
    led = [len(ask.selector.select(found, (one,))) for one, (_, found) in zip(chaired, sides, strict=True)]
    return [listing.by_role(len(found), own) for own, (_, found) in zip(led, sides, strict=True)]


def _sides(ask: Ask, rows: Rows) -> list[tuple[str, Rows]]:
    """The sides that are compared: constraints, the roles of a unit, units, times or plans."""
    query, select = ask.query, ask.selector.select
    if _beside(ask):
        said = [constraint for constraint in query.where if constraint.kind is not Kind.TABLE]
        return [(said_of(ask, constraint), select(rows, (constraint,))) for constraint in said]
    if query.roles_beside:
        name = unit_name(ask, query.units)
        return [(in_role(name, role), _in_role(ask, rows, role)) for role in ROLES]
    if query.by == OWN_TIME and len(query.units) == len(query.periods) > 1:
        return [_in_its_time(ask, rows, *pair) for pair in zip(query.units, query.periods, strict=True)]
    if len(query.units) > 1:
        return [(unit_name(ask, (unit,)), select(rows, (_unit_constraint(ask, (unit,)),))) for unit in query.units]
    if query.also:
        return [(period.label, in_times(ask.register, rows, (period,))) for period in query.periods]
    return _plans_beside(ask, rows)


def _plans_beside(ask: Ask, rows: Rows) -> list[tuple[str, Rows]]:
    """The rows of each plan; where several are named they are the sides, whatever word asks which, unless a level."""
    named = ask.query.scope.several and not level_asked(ask.query.words)
    plans = grouped(ask.register, rows, "plan") if named or ask.query.by in ("", "plan") else {}
    every = dict.fromkeys(map(str, ask.plans), rows[:0]) if named else {}
    return [(group_name(ask, name), found) for name, found in (every | plans).items()]


def _in_its_time(ask: Ask, rows: Rows, unit: UnitMention, time: Period) -> tuple[str, Rows]:
    """The rows that a unit has in the time that is asked of it alone."""
    found = in_times(ask.register, ask.selector.select(rows, (_unit_constraint(ask, (unit,)),)), (time,))
    return f"{unit_name(ask, (unit,))}, {time.label}", found


def _in_role(ask: Ask, rows: Rows, role: str) -> Rows:
    """The rows that the unit has in a role."""
    return common(rows, ask.register.of_units(names_of(ask), role))


def _beside(ask: Ask) -> bool:
    """Whether the constraints themselves are the sides ("bao nhiêu việc thường xuyên, bao nhiêu việc có hạn")."""
    said = [constraint for constraint in ask.query.where if constraint.kind is not Kind.TABLE]
    many = len(said) > 1 and len(ask.query.units) < _TWO and not ask.query.scope.several
    return ask.query.operator is Operator.SIDES and many


_TWO = 2


def comes_too(constraint: Constraint, query: Query) -> bool:
    """Whether it adds rows to those of the time that the list is of."""
    return constraint.too and query.period is not None


def where(ask: Ask) -> tuple[Constraint, ...]:
    """The constraints of the query, each unit on its own where all are meant together."""
    query = ask.query
    if _beside(ask):
        return ()
    all_of = [_unit_constraint(ask, (u,)) for u in query.units] if query.together and len(query.units) > 1 else []
    left_out = _groups_left_out(ask)
    kept = [c for c in query.where if c not in left_out and not comes_too(c, query)]
    return (*of_cells(ask, kept), *all_of)


def of_cells(ask: Ask, said: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Some constraints; where they are of empty cells with tables only, if any plan has one: text leaves none empty."""
    blank = any(constraint.kind is Kind.BLANK for constraint in said)
    return (*said, *((Constraint(Kind.TABLE),) if blank and any(map(ask.lookup.has_table, ask.plans)) else ()))


def _unit_constraint(ask: Ask, units: tuple[UnitMention, ...]) -> Constraint:
    return Constraint(Kind.UNIT, units=units, role=ask.query.role or "")
