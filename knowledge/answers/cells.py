"""What a row says of a field that is asked of it, and the card that stands below."""

import re
from datetime import date
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import topic_of
from knowledge.answers.row_standing import standing_value
from knowledge.answers.times_in_words import time_in_words
from knowledge.deadlines.grains import CALENDAR
from knowledge.language.text import folded
from knowledge.model import Passage, Target, Task
from knowledge.questions.query import Intent
from knowledge.questions.statements import amount_in, best_statement, counted_in, figure_at, level_of
from knowledge.reply import Citation, Line
from knowledge.tasks.cost import cost_text
from knowledge.wording.rows import chair_text, deadline_text, joined, list_lines, row_lines, source_line, task_title


def card(ask: Ask, citation: Citation) -> tuple[Line, ...]:
    """A row or passage in a few lines."""
    return row_lines(citation, ask.plan_of(citation), today=ask.context.today, progress=ask.progress(citation))


def row_of_list(ask: Ask, citation: Citation) -> tuple[Line, ...]:
    """A row or passage as it stands in a list."""
    return list_lines(citation, ask.plan_of(citation), today=ask.context.today, progress=ask.progress(citation))


def source(ask: Ask, citation: Citation) -> Line:
    """Where a row or passage stands."""
    return source_line(citation, ask.plan_of(citation))


def title_of(citation: Citation) -> str:
    """What a row is called, or what a passage says."""
    item = citation.item
    return task_title(item) if isinstance(item, Task) else item.text


def cell_value(ask: Ask, name: Intent, citation: Citation, task: Task) -> str:
    """What a row says of a field; empty where it leaves it open."""
    if name is Intent.DEADLINE:
        heading = ask.plan_of(citation).plan.heading
        told = deadline_text(task, today=ask.context.today, progress=ask.progress(citation), heading=heading)
        return time_in_words(ask, task, told)
    if name is Intent.TARGET:
        return _target(ask, task)
    values = {
        Intent.LEAD: chair_text(task, ask.progress(citation)),
        Intent.COORDINATE: joined(task.coordinate),
        Intent.RESULT: task.result,
        Intent.BUDGET: cost_text(task),
        Intent.STATE: standing_value(ask, citation) if name is Intent.STATE else "",
    }
    return values.get(name) or ""


def one_day(ask: Ask, citation: Citation) -> date | None:
    """The day of a row that has one; None where it has none, or several: these come neither first nor last."""
    entry = ask.register.find(citation.ref)
    return entry.occurrences[0].due if entry and len(entry.occurrences) == 1 else None


def _target(ask: Ask, task: Task) -> str:
    """The objective, or where a figure is asked for the words that have it."""
    if task.objective and not ask.asks_figure:
        return task.objective
    if amount := amount_of(ask, task):
        return amount
    statement = best_statement(topic_of(ask.query.topic, ask.lookup), task, ask.lookup.weight)
    return at_level(ask, statement.text) if statement else task.objective or ""


def amount_of(ask: Ask, item: Task | Target | Passage) -> str:
    """What an item prints of how much or how many there is to be, where that is asked and no share of a hundred."""
    if claimed := _as_claimed(ask, item):
        return claimed
    if not ask.asks_figure or _PERCENT.search(" ".join(map(folded, ask.query.words))):
        return ""
    counted = counted_in(item, ask.counted) if ask.counted else ""
    return counted or (amount_in(item) if ask.counted or ask.asks_amount else "")


def _as_claimed(ask: Ask, item: Task | Target | Passage) -> str:
    """How many of a thing an item prints of which a number is told ("giao 25 thỏa thuận, ai nhớ đúng")."""
    words = list(map(folded, ask.query.words))
    things = (thing for number, thing in pairwise(words) if _COUNT.fullmatch(number) and thing.isalpha())
    return next((said for thing in things if thing not in _NO_THINGS and (said := counted_in(item, thing))), "")


_NO_THINGS = CALENDAR | {"gio", "phut", "va", "la", "phan", "thi", "den"}
_COUNT = re.compile(r"(?!(?:19|20)\d\d$)\d+")  # "năm | 2024 tỉnh …" counts nothing
_PERCENT = re.compile(r"%|\bphan tram\b")  # "trăm" by itself may be "trạm"


def at_level(ask: Ask, text: str) -> str:
    """The clause of a statement with the figure of the level that is asked for, else the whole; the card has it all."""
    level = level_of(ask.query.topic)
    return (figure_at(level, text) if level else None) or text
