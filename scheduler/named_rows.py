"""Which rows somebody means, by a number or by some of their words. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.language.text import folded, folded_tokens
from knowledge.model import Task
from scheduler.overview import Row, of_chat, of_unit
from scheduler.rule_context import RuleInputs

MOST = 6  # rows to choose from
_ENOUGH = 0.6  # share of the words that a row has to hold


def rows_of(inputs: RuleInputs, chat: int, unit: str, today: date) -> tuple[Row, ...]:
    """The rows of a chat's units and of somebody's own unit, each once, in the order of their dates."""
    rows = (*of_chat(inputs, chat, today), *(of_unit(inputs, unit, today) if unit else ()))
    return tuple({row.tracked.ref: row for row in rows}.values())


def by_number(rows: Iterable[Row], number: str) -> tuple[Row, ...]:
    """The rows with this printed number."""
    wanted = folded(number)
    return tuple(row for row in rows if folded(row.tracked.task.number) == wanted)


def by_words(rows: Iterable[Row], words: Sequence[str]) -> tuple[Row, ...]:
    """The rows that hold most of some folded words, at least more than half; of these what is to be done decides."""
    wanted = set(words)
    shares = [(_share(wanted, row.tracked.task), row) for row in rows] if wanted else []
    best = max((share for share, _ in shares), default=(0.0, 0.0))
    return tuple(row for share, row in shares if share == best and share[0] >= _ENOUGH)[:MOST]


def _share(wanted: set[str], task: Task) -> tuple[float, float]:
    """The share of the words that stand in the row, and in what is to be done."""
    own = _words(task.task, task.activity)
    return len(wanted & (own | _words(task.objective, task.result))) / len(wanted), len(wanted & own) / len(wanted)


def _words(*texts: str | None) -> set[str]:
    return {word for text in texts if text for word in folded_tokens(text)}
