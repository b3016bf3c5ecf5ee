"""Two rows beside each other: "A với B, việc nào hạn trước", "A và B, ai chủ trì từng việc".

What is asked about is cut where it is joined; each half has to find a row of its own, else the whole is one topic. The
first line says the difference, or that there is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.answers.ask import Ask
from knowledge.answers.cells import card, cell_value, one_day, title_of
from knowledge.answers.certainty import Outcome, decide, probability, reasons
from knowledge.answers.evidence import Candidate
from knowledge.answers.finding import find_rows
from knowledge.language.money import amount_of, figure_of
from knowledge.language.text import folded
from knowledge.model import Task
from knowledge.questions.constraints import Operator
from knowledge.questions.query import FIELDS, Intent, Query
from knowledge.reply import Answer, Entry, Line
from knowledge.wording import values
from knowledge.wording.rows import shortened

_JOINS = frozenset({"va", "voi", "vs", "hay", "hoac", "cung"})
_TAIL = frozenset(
    {"viec", "nao", "cai", "truoc", "sau", "xong", "han", "hon", "tung", "moi", "som", "muon", "ben", "thi", "nhiem"}
    | {"vu", "tre", "gap", "lan", "luot", "rieng", "hai", "nay", "deu", "toi", "den", "giua"}
)
_SOONER = "(?:truoc|sau|(?:som|muon|tre|gap) (?:hon|nhat))"
_ORDERED = re.compile(
    rf"\b(?:viec|cai|nhiem vu|ben|vu|thu) nao\b.*\b{_SOONER}\b(?! (?:ngay|thang|quy|nam|khi|\d))"
    rf"|\b(?:han|xong|hoan thanh) {_SOONER}(?: (?:a|vay|nhi|the|ha|nhe))*$"
)
_LARGER = re.compile(
    r"\b(?:ben|cai|viec|noi|dang|so|khoan) nao(?: \w+){0,2}? (?:nhieu|dong|lon|dai|rong|cao|to|it) hon\b"
)
_EACH = re.compile(r"\b(?:tung|moi) (?:viec|cai|nhiem vu|ben|dau viec)\b|\blan luot\b")
_SHORTEST = 2  # words of a half
_BOTH = (Intent.LEAD, Intent.DEADLINE)


@dataclass(frozen=True, slots=True)
class _Half:
    """The row of one half of a topic, and how probable it is that it is meant."""

    row: Candidate
    ask: Ask
    probable: float


def answer_two_rows(ask: Ask, *, doubtful: Callable[[], bool] = lambda: False) -> Answer | None:
    """The two rows that a question names beside each other; None where it does not.

    Args:
        doubtful: whether no row holds the whole of the topic, so that two are looked for though nothing compares; asked
            only where the topic has two halves, for to weigh a row takes a while.
    """
    halved = list(_halves(ask.query))
    names = _compared(ask, doubtful) if halved else ()
    found = [both for halves in halved if (both := _found(ask, halves, names))] if names else []
    if not found:
        return None
    both = max(found, key=lambda halves: min(half.probable for half in halves))
    head = tuple(_line(name, both) for name in names)
    entries = tuple(Entry(card(ask, half.row.citation), half.row.citation) for half in both)
    return Answer(names[0].value, head, entries)


def _compared(ask: Ask, doubtful: Callable[[], bool]) -> tuple[Intent, ...]:
    """The fields that two rows are compared by; none where nothing is compared."""
    said = folded(" ".join(ask.query.words))
    asked = tuple(name for name in ask.query.asks if name in FIELDS and name is not Intent.TARGET)
    if ask.query.measure and ask.query.operator is Operator.SIDES:
        return (Intent.BUDGET,)
    if _ORDERED.search(said):
        return (Intent.DEADLINE,)
    if _LARGER.search(said):
        return (Intent.RESULT,)
    compares = any("compare" in cue.kinds for cue in ask.query.cues) or bool(_EACH.search(said))
    if compares and not ask.query.scope.several:
        return asked or _BOTH
    return asked if asked and doubtful() else ()


def _halves(query: Query) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The topic cut at each word that joins."""
    ahead, left = 0, list(map(folded, query.topic))
    for word in map(folded, query.words):
        ahead += left[ahead : ahead + 1] == [word]
        if word in _JOINS:
            halves = _trimmed(query.topic[:ahead]), _trimmed(query.topic[ahead:])
            if min(map(len, halves)) >= _SHORTEST:
                yield halves


def _trimmed(words: Sequence[str]) -> tuple[str, ...]:
    """The words without those at the ends that only join or compare."""
    kept = [at for at, word in enumerate(words) if folded(word) not in _TAIL | _JOINS]
    return tuple(words[kept[0] : kept[-1] + 1]) if kept else ()


def _found(ask: Ask, halves: Sequence[tuple[str, ...]], names: tuple[Intent, ...]) -> tuple[_Half, ...] | None:
    found = tuple(half for words in halves if (half := _half(ask, words, names)))
    return found if len({half.row.citation.ref for half in found}) == len(halves) else None


def _half(ask: Ask, words: tuple[str, ...], names: tuple[Intent, ...]) -> _Half | None:
    query = replace(ask.query, intent=names[0], asks=names, topic=words, compare=False, stay=False, units=(), firm=0)
    own = replace(ask, query=replace(query, context_words=(), row=None))
    found = find_rows(own)
    if not found.rows or found.named or not isinstance(found.rows[0].citation.item, Task):
        return None
    if decide(own, found) is not Outcome.SURE:
        return None
    return _Half(found.rows[0], own, probability(reasons(own, found)))


def _line(name: Intent, halves: Sequence[_Half]) -> Line:
    said = [(shortened(title_of(half.row.citation)), _value(name, half)) for half in halves]
    if name in (Intent.BUDGET, Intent.RESULT):
        return values.two_rows_measured(name.value, said, [_amount(name, text) for _, text in said])
    days = [one_day(half.ask, half.row.citation) for half in halves] if name is Intent.DEADLINE else []
    return values.two_rows(name.value, said, days)


def _amount(name: Intent, text: str) -> float | None:
    """What a cell comes to: a sum of money, or the one figure of a product."""
    if name is Intent.BUDGET:
        return amount_of(text)
    figures = _FIGURE.findall(text)
    return figure_of(figures[0]) if len(figures) == 1 else None


_FIGURE = re.compile(r"(?<![\w./])\d[\d.,]*(?![\w/])")


def _value(name: Intent, half: _Half) -> str:
    item = half.row.citation.item
    return cell_value(half.ask, name, half.row.citation, item) if isinstance(item, Task) else ""
