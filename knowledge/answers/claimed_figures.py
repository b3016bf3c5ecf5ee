"""Whether a target is the figure that was claimed, as far as the statement that is meant tells one.

A statement with several figures of the kind, for several levels or things, is judged only where it is told which of
them is asked about.
"""

import re

from knowledge.answers.ask import Ask
from knowledge.answers.cells import at_level
from knowledge.answers.evidence import topic_of
from knowledge.language.text import folded
from knowledge.model import Passage, Target, Task
from knowledge.questions.query import Figure
from knowledge.questions.statements import best_statement, counted_in
from knowledge.reply import Citation


def figure_holds(ask: Ask, citation: Citation) -> bool | None:
    """Whether the figure that was claimed is the one that is printed; None where it cannot be told."""
    claimed = ask.claimed_figure
    if claimed is None:
        return None
    printed = {_value(found) for found in _printed(claimed).findall(folded(_statement(ask, claimed, citation.item)))}
    return _value(claimed.number) in printed if len(printed) == 1 else None


def says_claimed(ask: Ask, text: str) -> bool:
    """Whether a statement prints the figure that was claimed."""
    claimed = ask.claimed_figure
    found = _printed(claimed).findall(folded(text)) if claimed else []
    return claimed is not None and _value(claimed.number) in map(_value, found)


def _statement(ask: Ask, claimed: Figure, item: Task | Target | Passage) -> str:
    if claimed.unit != "%":
        return counted_in(item, claimed.unit)
    best = best_statement(topic_of(ask.query.topic, ask.lookup), item, ask.lookup.weight)
    return at_level(ask, best.text) if best else ""


def _printed(claimed: Figure) -> re.Pattern[str]:
    """What finds the figures of a kind; a word may stand between ("24,5 triệu | lượt khách")."""
    behind = r"\s*%" if claimed.unit == "%" else rf"\s+(?:\w+\s+)?{re.escape(claimed.unit)}\b"
    return re.compile(rf"(?<![\w.,/-])(\d+(?:[.,]\d+)*){behind}")


def _value(number: str) -> str:
    """A figure as it is compared: "03" is 3, "24.5" is "24,5"; a dot before three digits only parts thousands."""
    whole = re.sub(r"\.(?=\d{3}(?:\D|$))", "", number).replace(".", ",")
    return whole.lstrip("0") or "0"
