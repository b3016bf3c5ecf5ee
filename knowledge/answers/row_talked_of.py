"""The row that was told last, where a turn goes on about it.

A turn may say over what was said, name who has the row, or point at a thing of it ("lớp này", "phong trào đó", "họ").
What it says beside that has to stand in the row; else another row may be meant, and its words decide.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate, item_words, topic_of
from knowledge.language.text import folded, folded_tokens
from knowledge.model import Passage, Target, Task
from knowledge.questions.coverage import WHOLE, coverage, part_covered
from knowledge.questions.query import OF_PLANS, Query
from knowledge.questions.two_sides import compared_fields
from knowledge.reply import Citation

POINTING = frozenset({"đó", "ấy", "này", "nớ", "đấy", "nó", "họ", "ay"})
_FIELDS = frozenset({"who", "lead", "coordinate", "when", "result", "share", "objective", "budget"})
_SAME = 0.95  # share of the topic of a turn that only may be about the row
_FEW = 3  # words of such a topic
_HELD = 0.55  # part of a concept from which the row has it
_SMALL = frozenset({"thi", "do", "ay", "nay"})


def talked_of(ask: Ask) -> tuple[Citation, int] | None:
    """The row cited last with the position of its plan, where that is asked and the last turn was answered."""
    query, before = ask.query, ask.before
    if before.abstained or not before.shown or before.intent in OF_PLANS:
        return None
    citation = ask.lookup.snapshot.find(before.shown[0])
    position = ask.lookup.position(citation.stem) if citation else None
    elsewhere = position not in ask.plans and bool(query.scope.named or ask.context.plan)
    return None if citation is None or position is None or elsewhere else (citation, position)


def stayed(ask: Ask) -> Candidate | None:
    """The row cited last, where the question goes on about it."""
    query = ask.query
    last = talked_of(ask) if query.stay or query.asks else None
    if last is None:
        return None
    citation, position = last
    if _goes_on_about(ask, citation.item):
        return Candidate(citation, position, 1.0, WHOLE)
    if not query.stay:  # "rồi ai giúp xí nghiệp" goes on as well, where nothing else is named
        again = query.again and 0 < len(query.topic) <= _FEW and _are_its_units(query.topic, citation.item)
        return Candidate(citation, position, 1.0, WHOLE) if again else None
    topic = topic_of(query.topic, ask.lookup)
    if query.topic == ask.before.topic or (query.asks and all(concept.soft for concept in topic)):
        return Candidate(citation, position, 1.0, WHOLE)  # nothing is named that could be another row
    covered = coverage(topic, item_words(citation.item))
    same = covered.share >= _SAME or _are_its_units(query.topic, citation.item)
    return Candidate(citation, position, 1.0, covered) if same and len(query.topic) <= _FEW else None


def points_back(query: Query) -> bool:
    """Whether a turn points at what was told ("cuộc họp đó", "phụ họ")."""
    return query.back or not POINTING.isdisjoint(query.words[1:])


def leads_on(query: Query) -> bool:
    """Whether a turn opens as going on ("vậy …", "rồi …"); "còn …" leads to another matter."""
    return query.again and "con" not in map(folded, query.words[:2])


def _goes_on_about(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether a field is asked of what is pointed at, or went on about, and all that is said of it is of the row."""
    query = ask.query
    asked = query.asks and any(not _FIELDS.isdisjoint(cue.kinds) for cue in query.cues)
    several = query.compare or compared_fields(query)  # "cái đó với việc số 9" is of two
    if not asked or several or query.scope.named or not isinstance(item, Task):
        return False
    said = set(map(folded, ask.before.query.words)) if ask.before.query else set()
    held = item_words(item)
    things = {word for word in _pointed_things(query.words) if word in said or word in held[-1]}
    if not (query.back or things or (leads_on(query) and 0 < len(query.topic) <= _FEW)):
        return False
    rest = [word for word in _without_its_units(query, item) if folded(word) not in _SMALL]
    topic = topic_of(rest, ask.lookup)
    hard = [concept for concept in topic if not concept.soft and folded(concept.typed[-1]) not in things]
    if not (query.back or things):
        return bool(hard) and coverage(hard, held).share >= _SAME
    return all(part_covered(c, held) >= _HELD or said.issuperset(map(folded, c.typed)) for c in hard)


def _pointed_things(words: Sequence[str]) -> Iterator[str]:
    """The folded words right before one that points ("cuộc họp | đó")."""
    yield from (folded(word) for word, after in pairwise(words) if after in POINTING)


def _without_its_units(query: Query, item: Task) -> tuple[str, ...]:
    """The topic without the units of the row that it names."""
    own = (*item.lead, *item.coordinate)
    named = {name for unit in query.units for names in unit.names.values() for name in names}
    words = {word for unit in query.units for word in map(folded, query.words[unit.start : unit.end])}
    return tuple(w for w in query.topic if folded(w) not in words) if named.intersection(own) else query.topic


def _are_its_units(topic: Collection[str], item: Task | Target | Passage) -> bool:
    """Whether words only say again who has the row ("ai giúp xí nghiệp")."""
    units = (*item.lead, *item.coordinate) if isinstance(item, Task) else ()
    return set(map(folded, topic)) <= set(folded_tokens(" ".join(units)))
