"""Whether a target is the figure that was claimed, as far as the statement that is meant tells one.

A statement with several figures of the kind, for several levels or things, is judged only where it is told which of
them is asked about. A bound is compared with a bound; a plain figure only denies what lies on its other side. Where the
word before a claimed figure is neither of the row nor one that leads up to any ("tầm 40", "tăng 20%"), or it is said to
be of each ("mỗi hộ 20 con"), nothing is judged: it may be another figure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.cells import at_level
from knowledge.answers.evidence import topic_of
from knowledge.language.money import amount_of
from knowledge.language.text import canonical, folded, is_accented
from knowledge.model import Passage, Target, Task
from knowledge.questions.figure_claims import side_of
from knowledge.questions.query import Figure, Intent
from knowledge.questions.statements import best_statement, counted_in
from knowledge.reply import Citation
from knowledge.search.words import terms

_MULTIPLE = r"(?:nghin|ngan|trieu|ty|ti)"
_LEADS = "là có cần đạt phải được phép chỉ mức bằng đúng giữ thì cho ra ghi để với"
_EACH = "mỗi từng"


def figure_holds(ask: Ask, citation: Citation) -> bool | None:
    """Whether the figure that was claimed is the one that is printed; None where it cannot be told."""
    claimed, claim = ask.claimed_figure, ask.query.claim
    if claimed is None or (claim and claim.denied):
        return None
    printed = set(_printed(claimed, _statement(ask, claimed, citation.item)))
    if len({value for value, _ in printed}) != 1:
        return None
    value, side = printed.pop()
    said = _value(claimed)
    if claimed.side not in (0, side):
        beyond = (value - said) * claimed.side < 0
        return False if beyond and not side else None
    if (said - value) * side < 0 and claimed.compares:
        return None  # "trên 90%" is no other bound than "từ 94%"
    return value == said if claimed.side or _leads(ask, claimed.lead, citation.item) else None


def without_figure(ask: Ask) -> Ask:
    """The question for the row itself: it does not count what the figure is said of, and denies nothing of it."""
    return replace(ask, query=replace(ask.query, intent=Intent.GENERAL, asks=(), claim=None))


def says_claimed(ask: Ask, text: str) -> bool:
    """Whether a statement prints the figure that was claimed."""
    claimed = ask.claimed_figure
    return claimed is not None and any(value == _value(claimed) for value, _ in _printed(claimed, text))


def has_other_figures(topic: Sequence[str], item: Task | Target | Passage) -> bool:
    """Whether a question tells of a row by how many there are of a thing, and the row has others of it ("300 tấn")."""
    figures = (Figure(number, folded(unit)) for number, unit in pairwise(topic) if _NUMBER.fullmatch(number))
    for figure in figures:
        printed = {value for value, _ in _printed(figure, counted_in(item, figure.unit))}
        if printed and _value(figure) not in printed:
            return True
    return False


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _leads(ask: Ask, lead: str, item: Task | Target | Passage) -> bool:
    """Whether the word before a figure only leads up to it, or is of the row as it is."""
    texts = (item.task, item.activity, item.result, item.objective) if isinstance(item, Task) else (item.text,)
    as_typed = canonical if is_accented(ask.query.words) else folded
    printed = {word for text in filter(None, texts) for word in terms(as_typed(text))}
    each = {word for word in terms(as_typed(_EACH)) if word in ask.query.words}
    return each <= printed and (not lead or lead in printed.union(terms(as_typed(_LEADS))))


def _statement(ask: Ask, claimed: Figure, item: Task | Target | Passage) -> str:
    if claimed.unit != "%":
        return counted_in(item, claimed.unit)
    best = best_statement(topic_of(ask.query.topic, ask.lookup), item, ask.lookup.weight)
    return at_level(ask, best.text) if best else ""


def _printed(claimed: Figure, text: str) -> Iterator[tuple[float, int]]:
    """The figures of a kind and their sides; a word may stand between ("24,5 triệu | lượt | khách")."""
    own = "" if claimed.unit in _MULTIPLE else rf"(?P<multiple>\s+{_MULTIPLE})?"
    behind = r"\s*%" if claimed.unit == "%" else rf"{own}\s+(?:\w+\s+)?{re.escape(claimed.unit)}\b"
    text = folded(text)
    for found in re.finditer(rf"(?<![\w.,/-])(?P<number>\d+(?:[.,]\d+)*){behind}", text):
        multiple = found.groupdict().get("multiple") or ""
        yield _amount(found["number"], multiple), side_of(text[: found.start()], text[found.end() :])


def _value(claimed: Figure) -> float:
    return _amount(claimed.number, claimed.multiple)


def _amount(number: str, multiple: str) -> float:
    """A figure as it is compared: "03" is 3, "24.5" is "24,5", "8 nghìn" is "8.000"."""
    return amount_of(f"{number} {multiple.strip()}".strip()) or 0.0
