"""Which rows a list is of: by unit, role, time, state and every constraint, of tables first and of running text."""

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.answers.groups import comes_too, of_cells, where
from knowledge.answers.list_topic import about
from knowledge.answers.list_words import names_anywhere, names_of
from knowledge.answers.selection import in_state
from knowledge.answers.unit_rows import by_days, in_tables, in_times
from knowledge.deadlines.periods import Period, Relation
from knowledge.model import State
from knowledge.number_sets import common, union, without
from knowledge.questions.constraints import Constraint, Kind, Operator, beside_tables
from knowledge.questions.once import once
from knowledge.questions.query import Intent
from knowledge.tasks.task_index import Rows


def rows_asked(ask: Ask, period: Period | None) -> Rows:
    """The rows by unit, role, time, state and every constraint, whatever they are about."""
    return ask.selector.select(of_tables(ask, rows_selected(ask, period)), where(ask))


def tabled_and_all(ask: Ask, period: Period | None) -> tuple[Rows, Rows]:
    """The rows asked for, of tables and all."""
    return rows_asked(ask, period), ask.selector.select(rows_selected(ask, period), where(ask))


@once
def duties_behind(ask: Ask) -> Rows:
    """The duties of running text that a unit's list of its rows in tables ends with; a count has none."""
    query = ask.query
    if not query.units or query.intent is not Intent.TASKS or query.operator is not Operator.ROWS or query.table_only:
        return ask.register.prose()[:0]
    tabled, every = tabled_and_all(ask, None)
    return about(ask, without(every, tabled))


def of_units_asked(ask: Ask, role: str | None) -> Rows:
    """The rows of the units that are asked about, in the plans asked: what an admin gave a unit may stand in others."""
    rows = ask.register.of_units(names_of(ask) or names_anywhere(ask), role)
    return rows[np.isin(ask.register.index.plans_of(rows), ask.plans)]


def rows_selected(ask: Ask, period: Period | None) -> Rows:
    """The rows by unit, role, time and state."""
    query, register = ask.query, ask.register
    rows = of_units_asked(ask, query.role) if query.units else register.of_plans(ask.plans)
    if query.intent is Intent.OVERDUE:
        by_now = period and period.relation is Relation.BY and period.last >= ask.context.today
        times = (period, *query.also) if period and not by_now else ()
        rows = common(rows, in_state(register, times, State.OVERDUE))
        if by_now:
            return rows  # "đến hôm nay" is what overdue means anyway
    if period is None:
        return rows
    every = rows
    rows = in_times(register, every, (period, *query.also))
    if too := tuple(constraint for constraint in query.where if comes_too(constraint, query)):
        rows = union([rows, ask.selector.select(every, of_cells(ask, too))])
    open_only = query.soon_or_open and query.intent is not Intent.OVERDUE
    return common(rows, register.open()) if open_only else rows


def of_tables(ask: Ask, rows: Rows) -> Rows:
    """Rows of tables only, where the list is of tasks and the plan has a table."""
    query = ask.query
    if query.table_only:
        return without(rows, ask.register.prose())
    come_round = query.intent is Intent.TASKS and any(map(_is_in_time, query.where))  # a count, or a share, has none
    if query.duties or by_days(query) or come_round or beside_tables(query.where) or _of_duties(ask, rows):
        return rows
    of_chair = query.units and query.role != "coordinate"
    return in_tables(ask.register, rows, ask.register.of_units(names_of(ask), "lead") if of_chair else None)


def _of_duties(ask: Ask, rows: Rows) -> bool:
    """Whether a heading is said that only duties of running text stand under ("phần tổ chức thực hiện")."""
    headings = tuple(c for c in ask.query.where if c.kind is Kind.SECTION and c.include)
    under = ask.selector.select(rows, headings) if headings else rows[:0]
    return len(under) > 0 and not len(without(under, ask.register.prose()))


def _is_in_time(constraint: Constraint) -> bool:
    """Whether rows are asked for that come round ("hằng quý"), which running text gives as well as tables."""
    return constraint.kind is Kind.RHYTHM and constraint.include and constraint.words[0] == "periodic"
