"""Which plans a list is of where it names none: the same for questions and for commands.

A list of days is of all plans: the day decides. Any other is of the plans in force: of each office those for the year,
or all that it has where none is for it. What is overdue in plans of past years stands beside what is overdue now. Rows
that name no sum of money are those of plans that name one for others: where none has, nothing is left open.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from knowledge.deadlines.periods import Relation
from knowledge.questions.constraints import Kind
from knowledge.questions.query import LISTS, Intent, Query
from knowledge.questions.states import STATES
from knowledge.tasks.entry import is_past
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import TaskIndex


def plans_meant(query: Query, index: TaskIndex, year: int) -> tuple[int, ...]:
    """The positions of the plans that a query is of.

    Args:
        year: of today, where neither the query nor its time says one.
    """
    if query.scope.named:
        return query.scope.plans
    by_day = query.period and query.intent in (*LISTS, Intent.OVERVIEW) and not _may_name_plans(query)
    every = query.every_plan or by_day
    year = query.period.last.year if query.period else query.year or year
    plans = tuple(range(len(index.plans))) if every else index.in_force(year)
    return _with_sums(plans, index) if _asks_for_no_sum(query) else plans


def _asks_for_no_sum(query: Query) -> bool:
    """Whether rows are asked for that name no sum of money."""
    return any(c.kind is Kind.BLANK and c.field == "budget" and c.include for c in query.where)


def _with_sums(plans: Sequence[int], index: TaskIndex) -> tuple[int, ...]:
    """The plans in which some row names a sum of money, all where none does."""
    starts = np.searchsorted(index.with_budget, [index.starts[plan] for plan in plans])
    ends = np.searchsorted(index.with_budget, [index.starts[plan + 1] for plan in plans])
    return tuple(plan for plan, some in zip(plans, ends > starts, strict=True) if some) or tuple(plans)


def of_late_rows(query: Query) -> bool:
    """Whether it is what is overdue that is listed, counted or grouped."""
    asked = (c.words for c in query.where if c.kind is Kind.STATE and c.include)
    return query.intent is Intent.OVERDUE or STATES["overdue"] in asked


def without_past(plans: Collection[int], register: Register) -> tuple[int, ...]:
    """The plans without those of past years; all where they are of past years all."""
    loaded = register.index.plans
    return tuple(p for p in plans if not is_past(loaded[p].plan.heading, register.today)) or tuple(plans)


def parts_past(query: Query) -> bool:
    """Whether rows that are overdue in other plans than those meant are told beside: no plan and no day is named."""
    return not (query.scope.named or query.every_plan or query.period)


def of_the_plan(query: Query, plans: Collection[int], register: Register) -> Query:
    """Without a year that only says which plans are meant: "bao nhiêu nhiệm vụ năm 2026", asked of plans for 2026.

    Args:
        plans: the plans that have the rows asked for; those of the units, where any are named.
    """
    period, loaded = query.period, register.index.plans
    if period is None or not _may_name_plans(query):
        return query
    if any(loaded[plan].plan.heading.years != (period.last.year,) for plan in plans):
        return query
    return replace(query, intent=Intent.TASKS if query.intent is Intent.DUE else query.intent, period=None)


def _may_name_plans(query: Query) -> bool:
    """Whether its time is a year that may only say which plans are meant."""
    period = query.period
    if period is None or not period.is_year or period.relation is not Relation.IN or query.also:
        return False
    return not (query.falls_due or query.soon_or_open or query.intent in (Intent.OVERDUE, Intent.OVERVIEW))
