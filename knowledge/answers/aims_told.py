"""A figure that the running text sets as an aim and a row of the table repeats.

Both are the same statement, so neither is a rival of the other. Where the figure alone is asked, both are cited: the
aim, which sets it, and below it the row, which tells who sees to it.
"""

from collections.abc import Sequence

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate
from knowledge.answers.finding import Found
from knowledge.answers.plans_compared import statement_of
from knowledge.answers.told_before import OF_AIMS
from knowledge.language.text import folded_tokens
from knowledge.model import Target, Task, TaskKind

_SAME = 0.75  # share of the words of a row's statement that its aim has


def aims_of(ask: Ask, found: Found, chosen: Sequence[Candidate]) -> Sequence[Candidate]:
    """The aim, of the rows found, that sets the figure of the one row of a table that answers; none if none does."""
    item = chosen[0].citation.item
    row = len(chosen) == 1 and isinstance(item, Task) and item.kind is TaskKind.TABLE
    if not (row and ask.asks_figure and {*ask.query.asks} <= OF_AIMS):
        return ()
    said = statement_of(ask, chosen[0].citation)
    aims = (r for r in found.rows if r.plan == chosen[0].plan and isinstance(r.citation.item, Target))
    return [aim for aim in aims if _sets(statement_of(ask, aim.citation), said)][:1]


def _sets(aim: str, said: str) -> bool:
    """Whether an aim has the figures of a statement and most of its words."""
    words, held = set(folded_tokens(said)), set(folded_tokens(aim))
    figures = {word for word in words if word[0].isdigit()}
    return bool(figures) and figures <= held and len(words & held) >= _SAME * len(words)
