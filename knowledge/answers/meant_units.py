"""The unit that words may mean that name none; always asked back.

What can only be a unit may leave words of its name out ("phó hiệu trưởng chuyên môn" of "Phó Hiệu trưởng phụ trách
chuyên môn"). Everyday words are looked for by the meaning of names ("mấy anh máy tính chủ trì việc gì"), only where a
role says that somebody is meant, no unit is named, and the words narrow nothing else; without vectors none is found so.
What the names of a plan's units mean is worked out beside the answers (`read_names`), for the question that needs it
first would wait a second for them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.language.initials import initials
from knowledge.language.text import folded, folded_tokens, is_accented
from knowledge.library.snapshot import Snapshot
from knowledge.questions.constraints import of_units
from knowledge.questions.lookup import Lookup, lookup
from knowledge.questions.query import LISTS
from knowledge.search.embedding import Vector, lacking, of_question
from knowledge.units.keys import is_group
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import is_side

_MOST = 60  # names that are compared: each takes 16 ms the first time
_KEPT = 1024  # names whose meaning is kept
_NEAR = 0.02  # above the usual likeness, from which the nearest unit is proposed
_LEAD = 0.003  # above the next one
_LONGEST = 5  # words that name somebody
_WORDS = 3  # of an unknown unit: two may be the beginning of many


def with_meant_unit(ask: Ask) -> Ask | None:
    """The question with the unit that its topic may mean; None where there is none."""
    query = ask.query
    topic = query.topic if is_accented(query.words) else ask.lookup.accents.restored(query.topic)
    words = [word for word in topic if not is_side(word)]
    named = query.units or of_units(query.where)
    asked = query.intent in LISTS and query.role and not named and not query.firm
    if not asked or not words or len(words) > _LONGEST or lacking():
        return None
    name = _nearest(tuple(words), _names(ask.lookup, ask.plans))
    return _of_unit(ask, name, ()) if name else None


def _of_unit(ask: Ask, name: str, topic: tuple[str, ...]) -> Ask:
    plans = {plan: frozenset({name}) for plan in ask.plans if name in ask.lookup.roles(plan)}
    unit = UnitMention(0, 0, tuple(map(folded, name.split())), plans, loose=True)
    return replace(ask, query=replace(ask.query, units=(unit,), topic=topic, strange_unit=None))


def with_unit_in_part(ask: Ask) -> Ask | None:
    """The question with the one unit whose name has all words of an unknown one in their order, or the other way round.

    As in "ủy ban mặt trận xã", "trung tâm dv tổng hợp phường", "trung tâm theo chị nhớ thuộc Sở".
    """
    said = folded_tokens(ask.query.strange_unit or "")
    if len(said) < _WORDS:
        return None
    names = {name: folded_tokens(name) for name in _names(ask.lookup, ask.plans)}
    topic = tuple(word for word in ask.query.topic if folded(word) not in said)
    for fits in (_is_short_for, _says, _says_around):
        found = [name for name, printed in names.items() if fits(said, printed)]
        if found:
            return _of_unit(ask, found[0], topic) if len({*map(folded, found)}) == 1 else None
    return None


def _is_short_for(said: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether words are those of a name, some of them the first letters of several ("bch | quân sự | tỉnh")."""
    at = 0
    for word in said:
        letters = initials(printed[at : at + len(word)])
        whole = printed[at : at + 1] == [word]
        if not (whole or (len(word) > 1 and letters == word)):
            return False
        at += 1 if whole else len(word)
    return at == len(printed)


def _says_around(said: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether words have those of a long name in their order, and others between them; behind it they name another."""
    return len(printed) >= _WORDS and said[-1:] == printed[-1:] and _says(printed, said)


def _says(said: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether words stand in a name in their order, its first word first."""
    left = iter(printed)
    return said[0] == printed[0] and all(word in left for word in said)


def read_names(snapshot: Snapshot, rest: Callable[[], None]) -> int:
    """Works out what the names of units mean before a question needs it; of how many that was not known yet.

    Args:
        rest: called after each, to let others work.
    """
    known, begun = lookup(snapshot), _vector.cache_info().misses
    each = (_names(known, (plan,)) for plan in range(len(snapshot.plans)))
    for name in islice((name for names in each if len(names) <= _MOST for name in names), _KEPT):
        before = _vector.cache_info().misses
        _vector(name)
        if _vector.cache_info().misses > before:
            rest()
    return _vector.cache_info().misses - begun


def _names(known: Lookup, plans: Iterable[int]) -> tuple[str, ...]:
    """The printed names of the units of some plans."""
    every = {name for plan in plans for name in known.roles(plan)}
    return tuple(sorted(name for name in every if not is_group(name)))


def _nearest(words: tuple[str, ...], names: tuple[str, ...]) -> str:
    if not 1 < len(names) <= _MOST:
        return ""
    said = of_question(words)
    likeness = np.array([float(_vector(name) @ said) for name in names])
    first, second = np.argsort(-likeness)[:2]
    apart = likeness[first] - likeness.mean() >= _NEAR and likeness[first] - likeness[second] >= _LEAD
    return names[first] if apart else ""


@lru_cache(_KEPT)
def _vector(name: str) -> Vector:
    return of_question(name.split())
