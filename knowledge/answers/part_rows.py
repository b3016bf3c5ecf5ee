"""What each part of a question says, understood as if nothing else were asked, and the row that it finds.

Neighbouring parts may say one thing together. A part that names a plan is of that plan, whatever the others name; one
that names none is of the plan that the whole names, and of any other where that has nothing of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count, takewhile

from knowledge.answers.ask import Ask
from knowledge.answers.cells import amount_of
from knowledge.answers.certainty import Outcome, probability, reasons
from knowledge.answers.evidence import Candidate, item_words, topic_of
from knowledge.answers.finding import find_rows
from knowledge.answers.preference import has_figure
from knowledge.answers.settling import settle
from knowledge.answers.two_rows import LIKELY, Half
from knowledge.language.text import folded, nfc, tokens
from knowledge.model import Passage, Target, Task
from knowledge.questions.concept import Concept, Item
from knowledge.questions.coverage import share_covered, word_set
from knowledge.questions.parts_said import (
    asked_of_each,
    asks,
    asks_for_figure,
    asks_which,
    fields_beside,
    measures,
    only_compares,
    places_of_parts,
    says_how_many,
    tells_one_by_one,
    without_how_much,
)
from knowledge.questions.query import Intent, Query
from knowledge.questions.question import understand
from knowledge.questions.side_ends import without_small
from knowledge.questions.statements import figures, is_level
from knowledge.questions.two_sides import compares_rows

_TWO = 2
_TIERS = 3  # places of an item's words
_LEAST = 2  # words of a side
_HARDLY = 0.05  # share of a side by which a row is hardly better
CLEARLY = 0.7  # share of a part from which a row holds it clearly


@dataclass(frozen=True, slots=True)
class Side:
    """What some neighbouring parts say, understood as if nothing else were asked."""

    text: str
    query: Query
    topic: tuple[Concept, ...]


PartRow = tuple[Side, Half]


class Parts:
    """The parts of a question, and what neighbouring ones say together; what is asked for is worked out once."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.said = nfc(ask.said)
        self.places = list(places_of_parts(self.said))
        self._read: dict[tuple[int, int], Side] = {}
        self._halves: dict[tuple[int, int], PartRow | None] = {}

    def text(self, first: int, last: int) -> str:
        """The words of the parts from one to another, as typed."""
        return self.said[self.places[first][0] : self.places[last][1]]

    @cached_property
    def words(self) -> list[tuple[Concept, ...]]:
        """What each part names, by its words alone; nothing where it only compares."""
        said = [self.text(at, at) for at in range(len(self.places))]
        ends = [start for start, _ in self.places[1:]] + [len(self.said)]
        asked = [self.said[start:end] for (start, _), end in zip(self.places, ends, strict=True)]
        return [  # "bên nào nộp | sớm hơn" asks
            () if only_compares(part) or measures(whole) else named(without_how_much(part), self.ask)
            for part, whole in zip(said, asked, strict=True)
        ]

    @cached_property
    def topical(self) -> list[int]:
        """The parts that may name a row, without one that only tells how many come ("hai hạt đê, hạt nào …").

        Behind two of them and what compares there is only talk ("A với B cái nào tốn hơn | dữ vậy con"), and so is a
        word by itself behind what asks which of them ("cái nào trước | hả cháu").
        """
        named = [at for at, words in enumerate(self.words) if words]
        second = named[1] if len(named) > _TWO else len(self.places)
        named = [at for at in named if at <= second or not self._is_talk(at, second)]
        return named[1:] if len(named) > _TWO and self.counts else named

    def _is_talk(self, at: int, second: int) -> bool:
        asked = len(self.words[at]) == 1 and any(asks_which(self.text(n, n)) for n in range(second + 1, at))
        return asked or folded(self.said[: self.places[at][0]]).rstrip().endswith(" hon")

    @cached_property
    def counts(self) -> bool:
        """Whether the first part says how many will be named, or leads up to "một đợt …, một đợt …"."""
        return says_how_many(self.text(0, 0)) or tells_one_by_one(self.said)

    @cached_property
    def words_compare(self) -> bool:
        """Whether words compare, or each part names another plan ("X bên phường, Y bên trường ai lo")."""
        return bool(fields_beside(self.ask.query, self.said)) or compares_rows(self.ask.query) or self._each_of_its_plan

    @cached_property
    def _each_of_its_plan(self) -> bool:
        if not self.names_inside or len(self.topical) != _TWO:
            return False
        one, other = (self.side(at, at).query.scope for at in self.topical)
        return one.named and other.named and bool(one.plans and other.plans) and not set(one.plans) & set(other.plans)

    @cached_property
    def compares(self) -> bool:
        """The same, or more than one part asks."""
        ends = [at - 1 for at in self.topical[1:]] + [len(self.places) - 1]
        asking = [asks(self.text(at, end)) for at, end in zip(self.topical, ends, strict=True)]
        return self.words_compare or self.counts or sum(asking) > 1

    def held(self, row: Candidate, at: int) -> float:
        """How much a row has of what a part names."""
        return _held(self.words[at], row, figure=self.of_figures)

    @cached_property
    def names(self) -> tuple[Intent, ...]:
        """The fields that are asked of each row: those by which they are compared, and those that are asked.

        Who and when where nothing is asked; none where they are compared by what no row prints ("cái nào tốt hơn").
        """
        names = asked_of_each(self.ask.query, self.said)
        other = any(measures(self.text(at, at)) for at in range(len(self.places)))
        return names or (() if other else (Intent.LEAD, Intent.DEADLINE))

    @cached_property
    def of_figures(self) -> bool:
        """Whether the figure of each is asked for, or by which they are compared."""
        beside = Intent.TARGET in fields_beside(self.ask.query, self.said)
        return self.names[:1] == (Intent.TARGET,) and (beside or self.ask.asks_figure)

    def side(self, first: int, last: int) -> Side:
        """What the parts from one to another say."""
        if (first, last) not in self._read:
            text, ask = self.text(first, last), self.ask
            asked = f"{text} bao nhiêu" if self.of_figures and not asks_for_figure(text) else text
            query = understand(asked, ask.reading, plans=self._nameable)
            topic = without_small(query.topic, ask.query.words)
            sums = self.names[:1] == (Intent.BUDGET,) and folded(topic[0] if topic else "") == "tien"
            query = replace(query, topic=topic[sums:])
            self._read[first, last] = Side(text, query, topic_of(query.topic, ask.lookup))
        return self._read[first, last]

    def half(self, first: int, last: int) -> PartRow | None:
        """The row of the parts from one to another."""
        if (first, last) not in self._halves:
            self._halves[first, last] = max(self._rows(first, last), key=fit, default=None)
        return self._halves[first, last]

    def _rows(self, first: int, last: int) -> Iterator[PartRow]:
        """That row, and where it does not hold the parts behind, those of the parts before them."""
        for end in range(last, first - 1, -1):
            if end > first and end not in self.topical:
                continue
            side = self.side(first, end)
            if half := self._half(side):
                yield side, half
                if all(self.held(half.row, at) >= CLEARLY for at in self.topical if first < at <= end):
                    return

    def _half(self, side: Side) -> Half | None:
        """The row of a side in the plan that it names, or in that of the whole, or in any other."""
        if not self._names_a_thing(side):
            return None
        scope = side.query.scope
        own = scope.plans if scope.named and scope.plans else self.ask.plans
        half = _in_plans(self.ask, own, side, self.names)
        if scope.named or own == self._nameable or (half and share(side, half) >= CLEARLY):
            return half
        elsewhere = _in_plans(self.ask, self._nameable, side, self.names)
        return max((each for each in (half, elsewhere) if each), key=lambda each: fit((side, each)), default=None)

    def of_one_plan(self, halves: Sequence[PartRow]) -> Sequence[PartRow]:
        """The rows of sides, of one plan where one has them all that no side rules out: the nearest to today's year.

        A matter of every year ("tập huấn nghiệp vụ") is that of the plan which the other one is of.
        """
        plans = {half.row.plan for _, half in halves}
        named = [set(side.query.scope.plans) for side, _ in halves if side.query.scope.named]
        plans = plans.intersection(*named) if len(plans) > 1 and self.words_compare else set()
        if not plans:
            return halves
        year, years_of = self.ask.context.today.year, self.ask.lookup.years_of
        for plan in sorted(plans, key=lambda plan: min((abs(year - each) for each in years_of((plan,))), default=year)):
            moved = [each if each[1].row.plan == plan else self._moved(*each, plan) for each in halves]
            if all(moved):
                return [each for each in moved if each]
        return halves

    def _moved(self, side: Side, half: Half, plan: int) -> PartRow | None:
        """The row of a side in another plan, where it fits no worse than the one that was found."""
        other = _in_plans(self.ask, (plan,), side, self.names)
        as_good = other and fit((side, other)) >= (half.sure, share(side, half) - _HARDLY)
        return (side, other) if other and as_good else None

    def _names_a_thing(self, side: Side) -> bool:
        """Whether a side says enough to be a thing: one word will do where its figure or price is asked."""
        words = side.query.topic
        measured = self.of_figures or self.names[:1] == (Intent.BUDGET,)
        alone = measured and (self.words_compare or asks(side.text)) and not any(map(is_level, words))
        return len(words) >= (1 if alone else _LEAST) and not all(concept.soft for concept in side.topic)

    @property
    def names_inside(self) -> bool:
        """Whether a plan is named within what is compared, so that it need not be that of every part."""
        query = self.ask.query
        plans, topic = query.scope.taken, [span.start for span in query.spans if span.kind == "topic"]
        return query.scope.named and bool(plans and topic) and min(topic) < min(plans)

    @cached_property
    def _nameable(self) -> tuple[int, ...]:
        """The plans that parts may name: one that opens the question is the plan of all of them."""
        return self.ask.askable if self.names_inside else self.ask.plans


def share(side: Side, half: Half) -> float:
    """How much of what a side says a row has."""
    return _held(side.topic, replace(half.row, words=()), figure=half.ask.asks_figure)


def share_itself(side: Side, half: Half) -> float:
    """The same of a row's own text, not of its heading and who does it."""
    own = item_words(half.row.citation.item)[0]
    return _held(side.topic, replace(half.row, words=(own,) * _TIERS), figure=half.ask.asks_figure)


def _held(words: Sequence[Concept], row: Candidate, *, figure: bool) -> float:
    """How much of some words a row has; where a figure is asked for, the best of its figures.

    A row may have several ("98% hồ sơ đúng hạn; 85% nộp trực tuyến"): what is said of one is not said of the other.
    """
    stated = figures(row.citation.item) if figure else ()
    items: list[Item] = [(word_set(text),) * _TIERS for text in stated]
    items = items or [row.words or item_words(row.citation.item)]
    return max(share_covered(words, item) for item in items)


def fit(found: PartRow) -> tuple[bool, float]:
    """How well a row fits its side."""
    return found[1].sure, share(*found)


def named(text: str, ask: Ask) -> tuple[Concept, ...]:
    """What some words name that the plans know."""
    topic = topic_of(without_small(_without_plans(tokens(text), ask.query), ask.query.words), ask.lookup)
    said = tuple(concept for concept in topic if not concept.soft and concept.known)
    plans = {folded(ask.query.words[at]) for at in ask.query.scope.taken} if ask.query.scope.several else set()
    alone = all(plans.issuperset(map(folded, concept.typed)) for concept in said)
    return () if alone else said  # "so với | chỉ tiêu của tỉnh" names the other plan, for the matter of the first


def _without_plans(words: Sequence[str], query: Query) -> Sequence[str]:
    """Words without the names of plans among them, as far as a name has several words."""
    taken = sorted(query.scope.taken)
    starts = [at for n, at in enumerate(taken) if n == 0 or taken[n - 1] != at - 1]
    for start in starts:
        name = [folded(query.words[at]) for at in takewhile(query.scope.taken.__contains__, count(start))]
        bare = list(map(folded, words))
        at = next((i for i in range(len(bare)) if bare[i : i + len(name)] == name), None)
        words = words if at is None or len(name) == 1 else [*words[:at], *words[at + len(name) :]]
    return words


def _has_amount(ask: Ask, item: Task | Target | Passage) -> bool:
    return has_figure(item) >= CLEARLY or bool(amount_of(ask, item))


def _in_plans(ask: Ask, plans: tuple[int, ...], side: Side, names: tuple[Intent, ...]) -> Half | None:
    """The row of a side in some plans, as if it were asked about alone."""
    query = replace(side.query, intent=names[0], asks=names, compare=False, stay=False, claim=None)
    own = replace(ask, query=query, plans=plans, said=side.text, before=replace(ask.before, shown=()))
    found = find_rows(own)
    if found.named or not found.rows:
        return None
    found, outcome = settle(own, found)
    of_rows = isinstance(found.rows[0].citation.item, Task)
    if outcome is Outcome.NOTHING or not (of_rows or names[0] is Intent.TARGET):  # a figure stands in the text as well
        return None
    if own.asks_figure and not _has_amount(own, found.rows[0].citation.item):
        return None
    likely = probability(reasons(own, found))
    return Half(found.rows[0], own, likely, sure=outcome is Outcome.SURE or likely >= LIKELY)
