"""Rows in the order in which they are shown, and those at an end of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.deadlines.periods import Period
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import Rows


def at_the_end(register: Register, rows: Rows, times: Sequence[Period] = (), *, latest: bool, first: int = 1) -> Rows:
    """The rows with the next days from today on (or the last days of all); rows without a day are not compared.

    Args:
        times: in which the days are, where rows of some times are asked for: others of those that come again are not
            compared.
        first: how many rows are asked for; those of the same day as the last of them come along.
    """
    found, days = register.dates_of(rows)
    inside = np.zeros(len(days), bool)
    for time in times:
        inside |= (days >= time.first.toordinal()) & (days <= time.last.toordinal())
    if inside.any():
        found, days = found[inside], days[inside]
    if not len(days):
        return rows[:0]
    ahead = days >= register.today.toordinal()
    if not latest and not ahead.any():
        return np.unique(found)
    found, days = (found[::-1], days[::-1]) if latest else (found[ahead], days[ahead])
    _, met = np.unique(found, return_index=True)
    last = days[np.sort(met)[: max(first, 1)][-1]]
    return np.unique(found[days >= last if latest else days <= last])


def at_an_end(rows: Rows, sizes: NDArray[Any], *, fewest: bool, first: int = 1) -> Rows:
    """The rows with the largest or smallest sizes in their order; one as large as the last of them comes along.

    Args:
        sizes: of each row.
        first: how many rows are asked for.
    """
    order = np.argsort(sizes if fewest else -sizes, kind="stable")
    last = sizes[order[: max(first, 1)][-1]]
    enough = sizes[order] <= last if fewest else sizes[order] >= last
    chosen: Rows = rows[order[enough]]
    return chosen


def by_day(register: Register, rows: Rows, first: date, last: date) -> Rows:
    """The rows by their first date in force within two days, those without one last; those of one plan together."""
    found, days = register.dates_of(rows)
    inside = (days >= first.toordinal()) & (days <= last.toordinal())
    dated, where = np.unique(found[inside], return_index=True)
    own = np.full(len(rows), last.toordinal(), np.int64)
    own[np.searchsorted(rows, dated)] = days[inside][where]
    return by_plan(register, rows[np.argsort(own, kind="stable")])


def by_plan(register: Register, rows: Rows) -> Rows:
    """The rows of each plan together, plans in the order in which they are met."""
    plans = register.index.plans_of(rows)
    _, first, which = np.unique(plans, return_index=True, return_inverse=True)
    return rows[np.argsort(first[which.ravel()], kind="stable")]
