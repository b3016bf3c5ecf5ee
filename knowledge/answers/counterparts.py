"""Rows of one plan that have no counterpart in another: "việc nào kế hoạch 2026 có mà 2027 không có".

The question is cut where the two plans are set against each other; each part names its own. A row has a counterpart
where the other plan has a row whose text is like it, numbers and years left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz, process

from knowledge.answers.ask import Ask
from knowledge.answers.list_topic import about
from knowledge.answers.list_words import entries_of
from knowledge.answers.rows_asked import rows_asked
from knowledge.language.text import folded
from knowledge.questions.query import LISTS, Intent, Query
from knowledge.questions.question import understand
from knowledge.reply import Answer
from knowledge.tasks.task_index import Rows
from knowledge.wording import listing, plan_facts

_ALIKE = 84  # of 100: how like the texts of counterparts are
_NUMBERS = re.compile(r"\b[\d/.,-]+\b|\bnam\b")
_NOT = "(?:khong|chua|ko|k)"
_IN = "(?:trong|o|ben|cua|tai)"
_TWO = 2
_YET = "(?:ma|nhung|con|trong khi)"
_LONGEST = 60  # words of a question that sets plans against each other
_PATTERNS = (  # the part that has the rows first; "turned" where it is the other
    rf"(?P<first>.+?\b(?:co|nam|thuoc)\b.*?) {_YET} (?:{_IN} )*(?P<second>.+?) (?:thi )*{_NOT} (?:co|thay|neu)\b.*",
    rf"(?P<first>.+?) (?:ma |nhung )*{_NOT} (?:co|nam|thay|xuat hien|con)(?: mat)? {_IN} (?P<second>.+)",
    r"(?P<first>.*?)\b(?:them|moi|bo sung)\b.* so voi (?P<second>.+)",
    r"(?P<turned>.*?)\b(?:bo|bot|cat|thieu|mat)\b.* so voi (?P<second>.+)",
)
_CUTS = tuple(re.compile(pattern) for pattern in _PATTERNS)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The question for the rows, and the plans that have them and that are looked through."""

    query: Query
    having: tuple[int, ...]
    other: tuple[int, ...]


def answer_without_counterpart(ask: Ask) -> Answer | None:
    """The rows of one plan that another lacks; None where no two plans are set against each other so."""
    sides = _sides(ask) if ask.query.intent in (*LISTS, Intent.PASSAGE, Intent.GENERAL) else None
    if sides is None:
        return None
    query = replace(sides.query, intent=Intent.TASKS, period=None, where=(), again=False, back=False)
    own = replace(ask, query=query, plans=sides.having)
    rows = _lacking(own, about(own, rows_asked(own, None)), sides.other)
    named = [
        plan_facts.plans_in_short(own.lookup.snapshot.plans[p] for p in plans) for plans in (own.plans, sides.other)
    ]
    return Answer(Intent.TASKS.value, (listing.without_counterpart(len(rows), *named),), entries_of(own, rows))


def _sides(ask: Ask) -> _Sides | None:
    words = ask.query.words
    said = " ".join(map(folded, words))
    if len(words) > _LONGEST or len(ask.lookup.snapshot.plans) < _TWO:
        return None
    found = next((match for cut in _CUTS if (match := cut.fullmatch(said))), None)
    if not found:
        return None
    turned = "turned" in found.re.groupindex
    first = _part(words, *found.span("turned" if turned else "first"), said)
    second = ("kh", *_part(words, *found.span("second"), said))
    asked, named = _understood(ask, first), _understood(ask, second).scope
    given = asked.scope
    if not (named.named and named.plans and given.named and given.plans) or set(given.plans) & set(named.plans):
        return None
    having, other = (named.plans, given.plans) if turned else (given.plans, named.plans)
    return _Sides(asked, having, other)


def _part(words: Sequence[str], start: int, end: int, said: str) -> Sequence[str]:
    """The words between two places of the text that they make."""
    first = said.count(" ", 0, start)
    return words[first : first + len(said[start:end].split())]


def _understood(ask: Ask, words: Sequence[str]) -> Query:
    plans = range(len(ask.lookup.snapshot.plans))
    return understand(" ".join(words), ask.reading, plans=plans)


def _lacking(ask: Ask, rows: Rows, plans: Sequence[int]) -> Rows:
    """The rows whose text is like none of some plans."""
    texts = [_text(ask, int(row)) for row in rows]
    others = [_text(ask, int(row)) for row in ask.register.of_plans(plans)]
    if not texts or not others:
        return rows
    likeness = process.cdist(texts, others, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE)
    return rows[np.flatnonzero(likeness.max(axis=1) < _ALIKE)]


def _text(ask: Ask, row: int) -> str:
    task = ask.register.index.task(row)
    return " ".join(_NUMBERS.sub(" ", folded(f"{task.task} {task.activity or ''}")).split())
