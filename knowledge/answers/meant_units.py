"""The unit that everyday words may mean ("mấy anh máy tính chủ trì việc gì"), by its name's meaning; always asked back.

Looked for only where a role says that somebody is meant, no unit is named, and the words narrow nothing else. Without
vectors no unit is found so.
"""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.language.text import folded, is_accented
from knowledge.questions.query import LISTS
from knowledge.search.embedding import Vector, lacking, of_question
from knowledge.units.keys import is_group
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import is_side

_MOST = 60  # names that are compared: each takes 16 ms the first time
_NEAR = 0.02  # above the usual likeness, from which the nearest unit is proposed
_LEAD = 0.003  # above the next one
_LONGEST = 5  # words that name somebody


def with_meant_unit(ask: Ask) -> Ask | None:
    """The question with the unit that its topic may mean; None where there is none."""
    query = ask.query
    topic = query.topic if is_accented(query.words) else ask.lookup.accents.restored(query.topic)
    words = [word for word in topic if not is_side(word)]
    asked = query.intent in LISTS and query.role and not query.units and not query.firm
    if not asked or not words or len(words) > _LONGEST or lacking():
        return None
    name = _nearest(tuple(words), _names(ask))
    if not name:
        return None
    plans = {plan: frozenset({name}) for plan in ask.plans if name in ask.lookup.roles(plan)}
    unit = UnitMention(0, 0, tuple(map(folded, name.split())), plans, loose=True)
    return replace(ask, query=replace(query, units=(unit,), topic=(), strange_unit=None))


def _names(ask: Ask) -> tuple[str, ...]:
    """The printed names of the units of the plans asked."""
    every = {name for plan in ask.plans for name in ask.lookup.roles(plan)}
    return tuple(sorted(name for name in every if not is_group(name)))


def _nearest(words: tuple[str, ...], names: tuple[str, ...]) -> str:
    if not 1 < len(names) <= _MOST:
        return ""
    said = of_question(words)
    likeness = np.array([float(_vector(name) @ said) for name in names])
    first, second = np.argsort(-likeness)[:2]
    apart = likeness[first] - likeness.mean() >= _NEAR and likeness[first] - likeness[second] >= _LEAD
    return names[first] if apart else ""


@lru_cache(maxsize=1024)
def _vector(name: str) -> Vector:
    return of_question(name.split())
