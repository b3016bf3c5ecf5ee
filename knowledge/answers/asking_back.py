"""Which row is meant is asked back: with one row that probably is, or with a few one of which may be.

Whoever asked sees what each would answer. A row is taken up by its button, or by its place ("cái thứ 2").
"""

from collections.abc import Callable, Sequence

from knowledge.answers.answered import LIKELY, SHOWN
from knowledge.answers.ask import Ask
from knowledge.answers.cells import card, cell_value, row_of_list, source, title_of
from knowledge.answers.evidence import Candidate
from knowledge.answers.finding import Found
from knowledge.answers.lacking import missed
from knowledge.model import Task
from knowledge.questions.query import Intent
from knowledge.reply import Answer, Choice, Citation, Entry, Line
from knowledge.wording import values

_NEAR = 0.15  # from which a row is offered at all: what is less probable is seldom on the matter
_ON_EVERY_ROW = (Intent.LEAD, Intent.COORDINATE, Intent.DEADLINE)


def asked_back(ask: Ask, found: Found, head: Callable[[Citation], tuple[Line, ...]]) -> Answer:
    """The likeliest row with what it would answer, the next ones to press; of several as likely each with its cells.

    Args:
        head: what a row says first.
    """
    first, *others = _distinct((found.rows[0], *(found.beside or found.rows[1:])))
    if found.probable < LIKELY and others:
        return _one_of(ask, (first, *others[: SHOWN - 1]))
    lacks = missed(ask, found)
    said = (values.perhaps(), *([values.not_said(lacks)] if lacks else ()), *head(first.citation))
    entry = Entry(card(ask, first.citation), first.citation)
    choices = _choices(ask, others[:SHOWN])
    return Answer(ask.query.intent.value, said, (entry,), tentative=True, choices=choices)


def offered_in_place(ask: Ask, found: Found) -> tuple[Choice, ...]:
    """The nearest rows to press where none is likely enough to be asked about; none where nothing is near at all."""
    near = found.beside and found.probable >= _NEAR
    rows = _distinct((found.rows[0], *found.beside)) if near else []
    return _choices(ask, rows[:SHOWN])


def _one_of(ask: Ask, rows: Sequence[Candidate]) -> Answer:
    entries = tuple(Entry(_brief(ask, row.citation), row.citation) for row in rows)
    said = (values.one_of(len(rows)),)
    return Answer(ask.query.intent.value, said, entries, tentative=True, choices=_choices(ask, rows))


def _choices(ask: Ask, rows: Sequence[Candidate]) -> tuple[Choice, ...]:
    return tuple(values.rather(ask.query.intent.value, title_of(row.citation)) for row in rows)


def _brief(ask: Ask, citation: Citation) -> tuple[Line, ...]:
    """A row with its units and its deadline, and with what is asked of it beside these."""
    item = citation.item
    lines = row_of_list(ask, citation)
    if isinstance(item, Task):
        said = ((name, cell_value(ask, name, citation, item)) for name in ask.query.asks if name not in _ON_EVERY_ROW)
        lines = (*lines, *(values.field_head(name.value, value) for name, value in said if value))
    return (*lines, source(ask, citation)) if len(ask.plans) > 1 else lines


def _distinct(rows: Sequence[Candidate]) -> list[Candidate]:
    """The rows, each wording once."""
    return list({title_of(row.citation): row for row in reversed(rows)}.values())[::-1]
