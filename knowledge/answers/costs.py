"""What rows cost: the sums that they state."""

from collections.abc import Sequence

import numpy as np

from knowledge.language.money import amount_of
from knowledge.model import Task
from knowledge.tasks.cost import stated_cost
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import Rows

_ANY = (0.0, float("inf"))


def cost_of(task: Task) -> float | None:
    """What a row costs by what it states, in đồng; None where it names no sum."""
    stated = stated_cost(task)
    return amount_of(stated) if stated else None


def rows_costing(register: Register, bounds: tuple[float | None, float | None]) -> Rows:
    """The rows whose budget lies within bounds, each None where there is none."""
    least, most = (bound if bound is not None else other for bound, other in zip(bounds, _ANY, strict=True))
    costs = costs_of(register, register.index.with_budget)
    return np.array([row for row, cost in costs.items() if least <= cost <= most], np.int32)


def costs_of(register: Register, rows: Sequence[int] | Rows) -> dict[int, float]:
    """What those of the rows cost that name a sum."""
    found = ((int(row), cost_of(register.index.task(int(row)))) for row in rows)
    return {row: cost for row, cost in found if cost is not None}
