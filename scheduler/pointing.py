"""Which rows somebody means, by a number or by some of their words. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.language.text import folded, folded_tokens
from knowledge.model import Task
from scheduler.frame import World
from scheduler.overview import Row, of_chat, of_unit

MOST = 6  # rows to choose from
_ENOUGH = 0.6  # share of the words that a row has to hold


def rows_of(world: World, chat: int, unit: str, today: date) -> tuple[Row, ...]:
    """The rows of a chat's units and of somebody's own unit, each once, in the order of their dates."""
    rows = (*of_chat(world, chat, today), *(of_unit(world, unit, today) if unit else ()))
    return tuple({row.case.ref: row for row in rows}.values())


def by_number(rows: Iterable[Row], number: str) -> tuple[Row, ...]:
    """The rows with this printed number."""
    wanted = folded(number)
    return tuple(row for row in rows if folded(row.case.task.number) == wanted)


def by_words(rows: Iterable[Row], words: Sequence[str]) -> tuple[Row, ...]:
    """The rows that hold most of some folded words, at least more than half of them; the best first."""
    wanted = set(words)
    shares = [(len(wanted & _words(row.case.task)) / len(wanted), row) for row in rows] if wanted else []
    best = max((share for share, _ in shares), default=0.0)
    return tuple(row for share, row in shares if share == best >= _ENOUGH)[:MOST]


def _words(task: Task) -> set[str]:
    texts = (task.objective, task.task, task.activity, task.result)
    return {word for text in texts if text for word in folded_tokens(text)}
