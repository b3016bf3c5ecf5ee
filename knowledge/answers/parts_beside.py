"""Two or three rows that a question names one after the other: it is parted where it is joined, and the rows decide.

No word has to say that things are compared. Where each part, asked by itself, finds a row of its own that does not hold
what the other parts say, several rows are asked about, and each is told of; where one row holds all, it is one. Which
rows the whole finds tells where to cut, so that most questions cost nothing more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.certainty import Outcome, decide, probability, reasons
from knowledge.answers.evidence import Candidate, item_words, topic_of
from knowledge.answers.finding import Found, find_rows
from knowledge.answers.settling import settle
from knowledge.answers.two_rows import LIKELY, Half, answer_two_rows, told
from knowledge.language.text import nfc, tokens
from knowledge.model import Task
from knowledge.questions.clauses import parted
from knowledge.questions.concept import Concept
from knowledge.questions.constraints import Operator
from knowledge.questions.coverage import WHOLE, part_covered, share_covered
from knowledge.questions.parts_said import (
    asked_of_each,
    asks,
    fields_beside,
    measures,
    only_compares,
    places_of_parts,
    says_how_many,
    without_small,
)
from knowledge.questions.query import LISTS, Intent, Query
from knowledge.questions.question import understand
from knowledge.questions.two_sides import compares_rows
from knowledge.reply import Answer

_TWO, _THREE = 2, 3
_MOST = 7  # parts of a question that names rows; a story has more
_SIDES = 5  # parts that may name one
_ALL = 0.95  # share of what each part says from which one row is what all of them are about
_MOSTLY = 0.9  # share of the topic from which no other row is looked for, where nothing compares
_NOTHING = 0.2  # share up to which the best row has nothing of a part
_LEAST = 2  # words of a side
_A_THING = 3  # words of a side, where nothing compares
_CLEARLY = 0.7  # share of a part from which a row holds it clearly
_CUTS = 3  # ways to cut that are looked at
_OWN = 0.4  # share of its side that a row has to hold
_APART = 0.1  # how much more of it than the row of another side
_PERHAPS = 0.3  # from which a row may be meant, where the words themselves compare


@dataclass(frozen=True, slots=True)
class _Side:
    """What some neighbouring parts say, understood as if nothing else were asked."""

    text: str
    query: Query
    topic: tuple[Concept, ...]


_Found = tuple[_Side, Half]


class _Parts:
    """The parts of a question, and what neighbouring ones say together; what is asked for is worked out once."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.said = nfc(ask.said)
        self.places = list(places_of_parts(self.said))
        self._read: dict[tuple[int, int], _Side] = {}
        self._halves: dict[tuple[int, int], _Found | None] = {}

    def text(self, first: int, last: int) -> str:
        """The words of the parts from one to another, as typed."""
        return self.said[self.places[first][0] : self.places[last][1]]

    @cached_property
    def words(self) -> list[tuple[Concept, ...]]:
        """What each part names, by its words alone; nothing where it only compares."""
        said = [self.text(at, at) for at in range(len(self.places))]
        return [() if only_compares(part) else _named(part, self.ask) for part in said]

    @cached_property
    def topical(self) -> list[int]:
        """The parts that may name a row, without one that only tells how many come ("hai hạt đê, hạt nào …")."""
        named = [at for at, words in enumerate(self.words) if words]
        return named[1:] if len(named) > _TWO and self.counts else named

    @cached_property
    def counts(self) -> bool:
        """Whether the first part says how many will be named."""
        return says_how_many(self.text(0, 0))

    @cached_property
    def words_compare(self) -> bool:
        """Whether words compare."""
        return bool(fields_beside(self.ask.query, self.said)) or compares_rows(self.ask.query)

    @cached_property
    def compares(self) -> bool:
        """The same, or more than one part asks."""
        return self.words_compare or self.counts or sum(asks(self.text(at, at)) for at in self.topical) > 1

    def held(self, row: Candidate, at: int) -> float:
        """How much a row has of what a part names."""
        return share_covered(self.words[at], row.words or item_words(row.citation.item))

    @cached_property
    def names(self) -> tuple[Intent, ...]:
        """The fields that are asked of each row: those by which they are compared, and those that are asked.

        Who and when where nothing is asked; none where they are compared by what no row prints ("cái nào tốt hơn").
        """
        names = asked_of_each(self.ask.query, self.said)
        other = any(measures(self.text(at, at)) for at in range(len(self.places)))
        return names or (() if other else (Intent.LEAD, Intent.DEADLINE))

    def side(self, first: int, last: int) -> _Side:
        """What the parts from one to another say."""
        if (first, last) not in self._read:
            text, ask = self.text(first, last), self.ask
            query = understand(text, ask.reading, plans=ask.plans)
            query = replace(query, topic=without_small(query.topic))
            self._read[first, last] = _Side(text, query, topic_of(query.topic, ask.lookup))
        return self._read[first, last]

    def half(self, first: int, last: int) -> _Found | None:
        """The row of the parts from one to another."""
        if (first, last) not in self._halves:
            self._halves[first, last] = max(self._rows(first, last), key=_fit, default=None)
        return self._halves[first, last]

    def _rows(self, first: int, last: int) -> Iterator[_Found]:
        """That row, and where it does not hold the parts behind, those of the parts before them."""
        for end in range(last, first - 1, -1):
            if end > first and end not in self.topical:
                continue
            side = self.side(first, end)
            if half := _half(self.ask, side, self.names):
                yield side, half
                if all(self.held(half.row, at) >= _CLEARLY for at in self.topical if first < at <= end):
                    return


def _named(text: str, ask: Ask) -> tuple[Concept, ...]:
    """What some words name that the plans know."""
    topic = topic_of(without_small(tokens(text)), ask.lookup)
    return tuple(concept for concept in topic if not concept.soft and concept.known)


def answer_several_rows(ask: Ask, found: Found) -> Answer | None:
    """The rows that a question for a field names beside each other, in words or by numbers; else None."""
    said = answer_parts_beside(ask, found)
    if said and not said.tentative:
        return said
    return answer_two_rows(ask, doubtful=lambda: decide(ask, found) is not Outcome.SURE) or said


def answer_parts_beside(ask: Ask, found: Found | None = None) -> Answer | None:
    """The rows that the parts of a question find, where each finds its own; None where it is about one.

    Args:
        found: the rows that the whole finds, where these were looked for.
    """
    query = ask.query
    if query.row is not None or (query.intent in LISTS and (query.units or query.operator is Operator.SIDES)):
        return None
    parts = _Parts(ask)
    best = found.rows[0] if found and found.rows else None
    if best and best.coverage.share >= _MOSTLY and not parts.words_compare:
        return None
    if not 1 < len(parts.places) <= _MOST or not 1 < len(parts.topical) <= _SIDES:
        return None
    cuts = _cuts(parts, found) if _may_be_several(parts, found) else []
    if not (cuts and parts.names) or _named(parted(ask.said, ask.lookup.beside)[1], ask):
        return None
    halves = max(_ways(parts, cuts), key=_worth, default=None)
    return told([halves], parts.names) if halves else None


def _may_be_several(parts: _Parts, found: Found | None) -> bool:
    """Whether the best row lacks something that a part names; of one that is sure, all of it, if nothing compares."""
    if found is None or not found.rows:
        return parts.compares
    held = [parts.held(found.rows[0], at) for at in parts.topical]
    if parts.compares or min(held) >= _ALL:
        return min(held) < _ALL
    if parts.ask.query.claim:
        return False
    lost = any(share < _NOTHING and len(parts.words[at]) > 1 for at, share in zip(parts.topical, held, strict=True))
    return lost or decide(parts.ask, found) is not Outcome.SURE


def _cuts(parts: _Parts, found: Found | None) -> list[int]:
    """The parts with which another row begins: those that another of the rows that were found holds best."""
    if found is None or not found.rows:
        return parts.topical[1:]
    held = {at: max((parts.held(row, at), -n) for n, row in enumerate(found.rows)) for at in parts.topical}
    least = _OWN if parts.compares else _CLEARLY
    clear = [at for at in parts.topical if held[at][0] >= least]
    cuts = [at for before, at in pairwise(clear) if held[before][1] != held[at][1]]
    return (cuts or (parts.topical[1:] if parts.words_compare else []))[:_CUTS]


def _ways(parts: _Parts, cuts: list[int]) -> Iterator[tuple[Half, ...]]:
    """The ways to cut the question so that each side finds its row."""
    topical, last = parts.topical, len(parts.places) - 1
    start = topical[0]
    if len(topical) > _TWO and cuts[0] == topical[1] and cuts[1:] and parts.half(start, start) is None:
        start, cuts = topical[1], cuts[1:]  # "Sở Giáo dục, báo cáo A với báo cáo B"
    for several in (_TWO, _THREE):
        for chosen in combinations(cuts, several - 1):
            runs = list(zip((start, *chosen), (*(cut - 1 for cut in chosen), last), strict=True))
            halves = [half for run in runs if (half := parts.half(*run))]
            if len(halves) == several and _are_apart(halves) and _will_do(parts, runs, halves):
                yield tuple(_as_sure(parts, *half) for half in halves)


def _will_do(parts: _Parts, runs: Sequence[tuple[int, int]], halves: Sequence[_Found]) -> bool:
    each_asks = all(asks(parts.text(*run)) for run in runs)
    if not (parts.words_compare or parts.counts or _are_things(halves, each_asks=each_asks)):
        return False
    if all(half.sure for _, half in halves):
        return True
    return parts.compares and len(halves) == _TWO and min(half.probable for _, half in halves) >= _PERHAPS


def _are_things(halves: Sequence[_Found], *, each_asks: bool) -> bool:
    """Whether sides that no word compares are things of one plan, and no verb that many rows have ("ai đôn đốc").

    A word alone is a thing only where each side asks of its own.
    """
    named = all(len(side.query.topic) >= _A_THING for side, _ in halves)
    return (each_asks or named) and len({half.row.plan for _, half in halves}) == 1


def _as_sure(parts: _Parts, side: _Side, half: Half) -> Half:
    """The row of a side, asked back where nothing compares and it lacks a word: who checks it replaces no crane."""
    item = item_words(half.row.citation.item)
    whole = all(part_covered(concept, item) >= _ALL for concept in side.topic)
    return half if whole or parts.words_compare else replace(half, sure=False)


def _are_apart(halves: Sequence[_Found]) -> bool:
    """Whether each row holds its own side, and none of the others does."""
    for side, half in halves:
        own, others = _share(side, half), (other for _, other in halves if other is not half)
        if own < _OWN or any(_share(side, other) > own - _APART for other in others):
            return False
    return len({half.row.citation.ref for _, half in halves}) == len(halves)


def _share(side: _Side, half: Half) -> float:
    return share_covered(side.topic, item_words(half.row.citation.item))


def _fit(found: _Found) -> tuple[bool, float]:
    return found[1].sure, _share(*found)


def _worth(halves: tuple[Half, ...]) -> tuple[bool, int, float]:
    return all(half.sure for half in halves), len(halves), min(half.probable for half in halves)


def _half(ask: Ask, side: _Side, names: tuple[Intent, ...]) -> Half | None:
    """The row of a side, as if it were asked about alone."""
    if len(side.query.topic) < _LEAST or all(concept.soft for concept in side.topic):
        return None
    query = replace(side.query, intent=names[0], asks=names, compare=False, stay=False, claim=None)
    plans = side.query.scope.plans if side.query.scope.named and side.query.scope.plans else ask.plans
    own = replace(ask, query=query, plans=plans, said=side.text, before=replace(ask.before, shown=()))
    found = find_rows(own)
    if found.named or not found.rows:
        return None
    found, outcome = settle(own, found)
    if outcome is Outcome.NOTHING or not isinstance(found.rows[0].citation.item, Task):
        return None
    likely = probability(reasons(own, found))
    return Half(found.rows[0], own, likely, sure=outcome is Outcome.SURE or likely >= LIKELY)


def answer_shown_beside(ask: Ask) -> Answer | None:
    """Two or three rows that were shown, where a turn only asks what sets them apart ("cái nào trước")."""
    query, before = ask.query, ask.before
    if before.abstained or not 1 < len(before.shown) <= _THREE or query.row is not None or query.units:
        return None
    names = fields_beside(query, ask.said)
    if not names or query.scope.named or query.periods or _Parts(ask).topical:
        return None
    found = [citation for ref in before.shown if (citation := ask.lookup.snapshot.find(ref))]
    rows = [Candidate(c, ask.lookup.position(c.stem) or 0, 1.0, WHOLE) for c in found if isinstance(c.item, Task)]
    return told([tuple(Half(row, ask, 1.0) for row in rows)], names) if len(rows) == len(before.shown) else None
