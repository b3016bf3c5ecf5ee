"""One matter in several plans that are named: what is said beside it and stands in none of them is no part of it."""

import re
from dataclasses import replace

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words
from knowledge.answers.finding import Found, find_rows
from knowledge.language.text import folded
from knowledge.questions.constraints import Operator
from knowledge.questions.coverage import part_covered
from knowledge.questions.parts_said import fields_beside
from knowledge.questions.query import LISTS, Intent, Query
from knowledge.questions.rule_words import COUNTS
from knowledge.questions.two_sides import sets_beside

_TWO = 2
_HELD = 0.55  # part of a concept from which a row has it
_LEAST = 2  # words of a matter


def of_each_plan(ask: Ask) -> Ask | None:
    """A question that was taken for a list or count, asked for a field of one matter in each of several plans."""
    query = ask.query
    if query.intent not in LISTS or query.units or query.count or len(query.topic) < _LEAST:
        return None
    each = query.scope.several and len(ask.plans) == _TWO and query.operator is Operator.EACH
    names = _fields(query) if each else ()
    counted = _OFFICES.search(" ".join(map(folded, query.words)))  # "ba cơ quan: nơi nào sớm nhất"
    if not names and counted and 1 < len(ask.plans) == (COUNTS.get(counted[1]) or int(counted[1])):
        names = tuple(name for name in fields_beside(query, ask.said) if name is Intent.DEADLINE)
        query = replace(query, topic=tuple(word for word in query.topic if folded(word) not in counted[0].split()))
    if not names:
        return None
    query = replace(query, intent=names[0], asks=names, compare=True, operator=Operator.ROWS, where=(), period=None)
    return replace(ask, query=replace(query, scope=replace(query.scope, several=True)))


_OFFICES = re.compile(rf"\b([2-9]|{'|'.join(COUNTS)}) (?:co quan|noi|ben|don vi|ke hoach|kh|ban)\b")


def compared_by(ask: Ask) -> tuple[Intent, ...]:
    """The fields that are told of each of the plans that are compared: by which these are, and those that are asked."""
    asked = ask.query.asks or (ask.query.intent,)
    if Intent.TARGET in asked:  # "thì chênh sao" is of the figure
        return asked
    if asked == (Intent.GENERAL,) and Intent.RESULT in sets_beside(ask.query):
        return (Intent.TARGET,)  # "cái nào cao hơn"
    beside = (name for name in fields_beside(ask.query, ask.said) if name in (Intent.DEADLINE, Intent.BUDGET))
    return tuple(dict.fromkeys((*beside, *asked)))


def _fields(query: Query) -> tuple[Intent, ...]:
    said = [(kind, name) for cue in query.cues for kind, name in _CUES if kind in cue.kinds]
    return tuple(dict.fromkeys(name for _, name in said))


_CUES = (
    ("who", Intent.LEAD),
    ("when", Intent.DEADLINE),
    ("result", Intent.RESULT),
    ("share", Intent.TARGET),
)


def without_strays(ask: Ask, found: Found) -> tuple[Ask, Found]:
    """The same without single words of the topic that stand apart and that the best row of no plan has."""
    query = ask.query
    if not (query.scope.several and query.compare and found.topic) or found.named or len(query.topic) <= _LEAST:
        return ask, found
    best = {row.plan: row for row in reversed(found.rows)}
    words = [row.words or item_words(row.citation.item) for row in best.values()]
    lost = {
        word
        for concept in found.topic
        if len(concept.typed) == 1 and all(part_covered(concept, each) < _HELD for each in words)
        for word in concept.typed
    }
    alone = {
        query.words[span.start] for span in query.spans if span.kind == "topic" and span.end - span.start == 1
    } & lost
    kept = tuple(word for word in query.topic if word not in alone)
    if not alone or len(kept) < _LEAST:
        return ask, found
    ask = replace(ask, query=replace(query, topic=kept))
    return ask, find_rows(ask)
