"""What was told beside a question as its topic, where the rows show that the clause that asks has none of its own.

"Phòng tôi được hỏi về bộ định mức kinh tế - kỹ thuật. Phòng nào ban hành bộ này?" has words of its own, which many rows
have; which row is meant is said before. That is seen by what the best row holds of each: of what was told far more.
"""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate, candidates, topic_of
from knowledge.answers.finding import Found, find_rows, search_of
from knowledge.questions.concept import Concept

_MORE = 3.0  # times what the best row holds of the clause that asks


def with_what_was_told(ask: Ask, found: Found) -> tuple[Ask, Found]:
    """The question and its rows, of what was told as well where a row holds far more of that."""
    if not ask.query.told or found.named:
        return ask, found
    told = topic_of(ask.query.told, ask.lookup)
    own = _held(found.topic, found.rows)
    if _weight(told) < own * _MORE:
        return ask, found
    alone = replace(ask, query=replace(ask.query, told=()))
    if _held(told, candidates(told, ask.lookup, search_of(alone, ask.plans))) < own * _MORE:
        return ask, found
    ask = replace(ask, query=replace(ask.query, topic=(*ask.query.told, *ask.query.topic), told=()))
    return ask, find_rows(ask)


def _weight(topic: Sequence[Concept]) -> float:
    return sum(concept.weight for concept in topic)


def _held(topic: Sequence[Concept], rows: Sequence[Candidate]) -> float:
    """The weight of a topic that the best row holds."""
    return _weight(topic) * rows[0].coverage.share if rows else 0.0
