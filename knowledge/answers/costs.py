"""What rows cost: the sums in their budget cells."""

import re
from collections.abc import Sequence

import numpy as np

from knowledge.language.money import amount_of
from knowledge.model import Task
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import Rows

_ANY = (0.0, float("inf"))


def cost_text(task: Task) -> str:
    """What a row says it costs: its budget cell, else the clause of its product, or of its task, that names a sum."""
    clauses = (clause.strip() for text in (task.result, task.task) for clause in _CLAUSES.split(text or ""))
    sums = (_COSTS.sub("", clause) for clause in clauses if not clause.isdigit() and amount_of(clause))
    return task.budget or next(sums, "")


_CLAUSES = re.compile(r"[;\n]\s*|,\s+(?=kinh phí|dự toán)|(?<=\D)\.\s+", re.IGNORECASE)
_COSTS = re.compile(r"^(?:tổng )?(?:kinh phí|dự toán)(?: thực hiện| là)?\s*:?\s*", re.IGNORECASE)


def cost_of(task: Task) -> float | None:
    """What the budget cell of a row comes to, in đồng; None where it names no sum."""
    return amount_of(task.budget) if task.budget else None


def rows_costing(register: Register, bounds: tuple[float | None, float | None]) -> Rows:
    """The rows whose budget lies within bounds, each None where there is none."""
    least, most = (bound if bound is not None else other for bound, other in zip(bounds, _ANY, strict=True))
    costs = costs_of(register, register.index.with_budget)
    return np.array([row for row, cost in costs.items() if least <= cost <= most], np.int32)


def costs_of(register: Register, rows: Sequence[int] | Rows) -> dict[int, float]:
    """What those of the rows cost that name a sum."""
    found = ((int(row), cost_of(register.index.task(int(row)))) for row in rows)
    return {row: cost for row, cost in found if cost is not None}
