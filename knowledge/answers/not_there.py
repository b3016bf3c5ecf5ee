"""Things that are asked about and are not there: the best row has another in their place, or no plan has their name.

A number ("đợt 3" where the row has đợt 2), a name, and a word that rules the row's own out ("ngoại trú", "nội trú").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.cells import title_of
from knowledge.answers.evidence import Candidate, item_words
from knowledge.answers.finding import Found
from knowledge.answers.near_misses import other_name, unknown_name
from knowledge.answers.numbered_things import Thing, other_number
from knowledge.answers.opposites import opposite, told_apart
from knowledge.language.text import canonical, folded
from knowledge.questions.concept import Concept
from knowledge.questions.other_forms import other_forms
from knowledge.reply import Answer, Line
from knowledge.wording import values
from knowledge.wording.rows import shortened

CLOSE = 0.8  # share of the best score from which another row may be meant as well
_NEAR_BY_NAME = 0.4  # share of the topic that a row has to hold to be told of beside a name that is not there


def with_things_asked(ask: Ask, found: Found) -> tuple[Found, Answer | None]:
    """The rows that have the thing which is asked about, and the answer where that is not there."""
    found, other = _of_the_number(ask, found)
    if other:
        return found, ask.abstain(*_another(ask, other, shortened(title_of(found.rows[0].citation))))
    if name := _unknown(ask, found):
        near = [title_of(row.citation) for row in found.rows[:1] if row.coverage.share >= _NEAR_BY_NAME]
        return found, ask.abstain(*values.not_there(name, shortened(near[0]) if near else None))
    return found, None


def _another(ask: Ask, asked: Thing, nearest: str) -> tuple[Line, ...]:
    """That a thing is not there, which of words that some row prints ("nội trú, ngoại trú") would be a denial."""
    words = tuple(map(folded, asked.said.split()))
    elsewhere = len(words) > 1 and ask.selector.any_says(words)
    return values.nothing_found(nearest, ask.loaded) if elsewhere else values.not_there(asked.said, nearest)


def _of_the_number(ask: Ask, found: Found) -> tuple[Found, Thing | None]:
    """The rows with the thing of the number that was said first; that thing where the best row has it under others."""
    other = _otherwise(ask, found.topic, found.rows[0]) if found.rows and not found.named else None
    if other is None:
        return found, None
    fitting = [c for c in found.rows if _otherwise(ask, found.topic, c) is None]
    close = bool(fitting) and fitting[0].score >= found.rows[0].score * CLOSE
    return (replace(found, rows=fitting), None) if close else (found, other)


def _unknown(ask: Ask, found: Found) -> str:
    """A name that is asked about and no plan has; a slip of one that they have is none, nor another name of a place."""
    slips = any(typed in folded(ask.said) for typed, _ in ask.query.mended)
    name = "" if found.named or slips else unknown_name(_with_units_apart(ask), ask.query.topic, ask.lookup.adjoin)
    others = other_forms(tuple(canonical(name).split()), {}, accented=True).equal if name else ()
    return "" if any(all(ask.lookup.adjoin(*pair) for pair in pairwise(other)) for other in others) else name


def _with_units_apart(ask: Ask) -> str:
    """The question with units in brackets, so that no name goes on with that of a unit ("trên VNeID | Sở Y tế")."""
    said = ask.said
    for unit in ask.query.units:
        typed = r"\W+".join(map(re.escape, ask.query.words[unit.start : unit.end]))
        said = re.sub(rf"\b{typed}\b", r"(\g<0>)", said, flags=re.IGNORECASE)
    return said


def _otherwise(ask: Ask, topic: Sequence[Concept], row: Candidate) -> Thing | None:
    """The thing that is asked about by a number, a name or its opposite, where a row has another in its place."""
    item = row.citation.item
    words = row.words or item_words(item)
    other = other_number(ask.query.topic, item) or other_name(topic, ask.query.words, words, item)
    return other or opposite(told_apart(ask), item)
