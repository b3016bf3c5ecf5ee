"""What a row says it costs: in its budget cell, or, where a plan has no such column, in its product or its task."""

import re
from collections.abc import Iterator

from knowledge.language.money import in_coin
from knowledge.language.text import folded
from knowledge.model import Task

_SUM = re.compile(r"\d[\d.,]*\s*(?:dong|trieu|ty|nghin|ngan)\b")
_CLAUSES = re.compile(r"[;\n]\s*|,\s+(?=kinh phí|dự toán)|(?<=\D)\.\s+", re.IGNORECASE)
_COSTS = re.compile(r"(?:tổng )?(?:kinh phí|dự toán)(?: thực hiện| là)?\s*:?\s*", re.IGNORECASE)
_MAY_COST = re.compile("kinh phí|dự toán", re.IGNORECASE)


def names_sum(text: str) -> bool:
    """Whether a text names a sum of money."""
    return _SUM.search(folded(text)) is not None


def stated_cost(task: Task) -> str:
    """The budget cell in the coin of its column, else the clause of the product that gives the cost.

    As in "60 hiện vật; kinh phí 280 triệu đồng".
    """
    if task.budget or not _MAY_COST.search(task.result or ""):
        return in_coin(task.budget or "", task.coin or "")
    found = (_COSTS.match(clause) for clause in _sums(task.result))
    return next((said.string[said.end() :] for said in found if said), "")


def cost_text(task: Task) -> str:
    """What is said of a row's cost: what it states, else the clause of its product or task that names a sum."""
    return stated_cost(task) or next((clause for text in (task.result, task.task) for clause in _sums(text)), "")


def _sums(text: str | None) -> Iterator[str]:
    """The clauses of a text that name a sum."""
    return (clause.strip() for clause in _CLAUSES.split(text or "") if names_sum(clause))
