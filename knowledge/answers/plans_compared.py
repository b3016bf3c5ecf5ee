"""One matter in several plans that are named: what is said beside it and stands in none of them is no part of it."""

from dataclasses import replace

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words
from knowledge.answers.finding import Found, find_rows
from knowledge.questions.constraints import Operator
from knowledge.questions.coverage import part_covered
from knowledge.questions.query import LISTS, Intent, Query

_TWO = 2
_HELD = 0.55  # part of a concept from which a row has it
_LEAST = 2  # words of a matter


def of_two_plans(ask: Ask) -> Ask | None:
    """A question that was taken for a list or count, asked for a field of one matter in each of two plans."""
    query = ask.query
    each = query.intent in LISTS and query.scope.several and len(ask.plans) == _TWO and query.operator is Operator.EACH
    names = _fields(query) if each and not query.units and len(query.topic) >= _LEAST and not query.count else ()
    if not names:
        return None
    query = replace(query, intent=names[0], asks=names, compare=True, operator=Operator.ROWS, where=(), period=None)
    return replace(ask, query=query)


def _fields(query: Query) -> tuple[Intent, ...]:
    said = [(kind, name) for cue in query.cues for kind, name in _CUES if kind in cue.kinds]
    return tuple(dict.fromkeys(name for _, name in said))


_CUES = (("who", Intent.LEAD), ("when", Intent.DEADLINE), ("result", Intent.RESULT))


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
