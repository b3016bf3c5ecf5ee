"""Two rows beside each other: "A với B, việc nào hạn trước", "A và B, ai chủ trì từng việc".

What is asked about is cut where it is joined (`questions/two_sides`); each side has to find a row of its own, else the
whole is one topic. The first line says the difference, or that there is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from knowledge.answers.amounts_beside import amounts_beside
from knowledge.answers.ask import Ask
from knowledge.answers.cells import at_level, card, cell_value, one_day, title_of
from knowledge.answers.certainty import Outcome, decide, probability, reasons
from knowledge.answers.evidence import Candidate, topic_of
from knowledge.answers.finding import find_rows
from knowledge.answers.picking import ref_at
from knowledge.answers.settling import settle
from knowledge.language.text import folded, tokens
from knowledge.model import Task
from knowledge.questions.constraints import Operator
from knowledge.questions.cues import small_words
from knowledge.questions.parts_said import asks_which_is_more, fields_beside
from knowledge.questions.query import FIELDS, LISTS, Intent
from knowledge.questions.rule_words import SUMS
from knowledge.questions.side_ends import kept_and_replaced
from knowledge.questions.statements import percentage
from knowledge.questions.two_sides import (
    Side,
    beside_the_shown,
    compared_fields,
    compares_rows,
    fields_named,
    is_set_beside,
    sets_beside,
    two_sides,
)
from knowledge.reply import Answer, Entry, Line
from knowledge.units.mentions import UnitMention
from knowledge.wording import values
from knowledge.wording.rows import shortened


@dataclass(frozen=True, slots=True)
class Half:
    """The row of one half of a topic, and how probable it is that it is meant."""

    row: Candidate
    ask: Ask
    probable: float
    sure: bool = True


def answer_two_rows(ask: Ask, *, doubtful: Callable[[], bool] = lambda: False) -> Answer | None:
    """The two rows that a question names beside each other; None where it does not.

    Args:
        doubtful: whether no row holds the whole of the topic, so that two are looked for though nothing compares; asked
            only where the topic has two sides, for to weigh a row takes a while.
    """
    sides = list(two_sides(ask.query))
    names = _compared(ask, doubtful) if sides else ()
    said = _likeliest(ask, sides, names) if names else None
    each = said is None and sides and ask.query.scope.several and compares_rows(ask.query)
    return _one_of_each_plan(ask, sides) if each and len(ask.plans) == len(sides[0]) and doubtful() else said


def _one_of_each_plan(ask: Ask, sides: Sequence[tuple[Side, Side]]) -> Answer | None:
    """The same where two plans are named, each with its own matter ("khảo sát ở X với việc B của Y, mỗi nơi …")."""
    names = fields_named(ask.query)
    pairs = [(pair, plans) for pair in sides for plans in permutations(ask.plans)] if names else []
    found = [both for pair, plans in pairs if (both := _found(ask, pair, names, plans))]
    return told(found, names, ask.said) if found else None


def answer_beside_shown(ask: Ask) -> Answer | None:
    """The same of a row that was shown before and another, or of the two that were shown; None where none is asked.

    The other is looked for in the plan of the one, then in those that are asked, and where a plan was named before
    that has none, in any.
    """
    names = _beside_fields(ask) if ask.before.shown and not ask.before.abstained else ()
    sides = list(beside_the_shown(ask.query, len(ask.before.shown))) if names else []
    if (
        (of_its_matter := _of_its_matter(ask, sides))
        and (said := _likeliest(ask, of_its_matter, names))
        and not said.tentative
    ):
        return said
    said = _likeliest(_in_the_plan_shown(ask), sides, names) if sides else None
    if sides and (said is None or said.tentative):
        said = _likeliest(ask, sides, names) or said
    kept = bool(ask.before.plans) and not ask.query.scope.named
    anywhere = said is None and sides and kept and sets_beside(ask.query)
    return _likeliest(replace(ask, plans=ask.askable), sides, names) if anywhere else said


def _of_its_matter(ask: Ask, sides: Sequence[tuple[Side, Side]]) -> list[tuple[Side, Side]]:
    """The same sides with what the other leaves out of the matter of the row that was shown ("đợt 2 hơn bao nhiêu")."""
    found: list[tuple[Side, Side]] = []
    for first, second in sides:
        matter, _ = kept_and_replaced(ask.before.topic, second.words) if first.place == 1 else ((), ())
        short = len(second.words) == _PAIR and second.words[0] in ask.before.topic  # "đợt 2" for "đợt 1"
        if matter and short and not second.unit:
            found.append((first, replace(second, words=(*matter, *second.words))))
    return [each for each in found if set(each[1].words) != set(ask.before.topic)]


def _in_the_plan_shown(ask: Ask) -> Ask:
    """The same question asked of the plan of the row that was shown, where no other is named."""
    shown = ask.lookup.snapshot.find(ask.before.shown[0])
    plan = ask.lookup.position(shown.stem) if shown and not ask.query.scope.named else None
    return replace(ask, plans=(plan,)) if plan in ask.plans else ask


def _beside_fields(ask: Ask) -> tuple[Intent, ...]:
    """The fields by which what was shown is set beside another row, or two that were shown beside each other.

    Where nothing says by what ("so với B thì sao"), what was asked of the one is asked of both.
    """
    if ask.before.intent is Intent.BUDGET and len(ask.before.shown) == 1 and _costs_more(ask.said):
        return (Intent.BUDGET,)
    if beside := fields_beside(ask.query, ask.said):
        return beside
    if compared := compared_fields(ask.query):
        told = ask.before.intent if not ask.query.asks and len(ask.before.shown) < _PAIR else None
        return (told,) if told in FIELDS else compared
    both = len(ask.before.shown) == _PAIR and ask.before.intent not in LISTS  # of a list each row is told of anyway
    return fields_named(ask.query) if both or is_set_beside(ask.query) else ()


_PAIR = 2


def _costs_more(text: str) -> bool:
    """Whether a turn behind a sum asks for another ("đợt 2 hơn bao nhiêu", "hơn mấy triệu"), and counts nothing."""
    said = folded(text)
    found = _MORE.search(said)
    behind = [word for word in tokens(said[found.end() :]) if word not in small_words()] if found else []
    return found is not None and (not behind or behind[0] in SUMS)


_MORE = re.compile(
    r"\b(?:hon|kem|chenh|lech)(?: (?:la|duoc|nhau))* (?:bao nhieu|may|bn)\b"
    r"|\b(?:nhieu|it|cao|thap|lon) hon(?: (?:khong|k|ko|hong|a|ha|chu))*(?=[\s?.!]*$)"
)


def _likeliest(ask: Ask, sides: Sequence[tuple[Side, Side]], names: tuple[Intent, ...]) -> Answer | None:
    found = [both for pair in sides if (both := _found(ask, pair, names))]
    return told(found, names, ask.said) if found else None


def told(found: Sequence[tuple[Half, ...]], names: tuple[Intent, ...], asked: str) -> Answer:
    """The two that are likeliest meant, and what sets them apart.

    Args:
        asked: the question, which says what is counted where rows have several figures.
    """
    both = max(found, key=lambda halves: (_sure(halves), min(half.probable for half in halves)))
    doubt = () if _sure(both) else (values.perhaps(),)
    head = (*doubt, *(_line(name, both, said, asked) for name, said in _said(names, both)))
    entries = tuple(Entry(card(half.ask, half.row.citation), half.row.citation) for half in both)
    return Answer(names[0].value, head, entries, tentative=bool(doubt))


def _sure(halves: Sequence[Half]) -> bool:
    return all(half.sure for half in halves)


def _compared(ask: Ask, doubtful: Callable[[], bool]) -> tuple[Intent, ...]:
    """The fields that two rows are compared by; none where nothing is compared."""
    if ask.query.measure and ask.query.operator is Operator.SIDES:
        return (Intent.BUDGET,) if ask.query.topic or len(ask.query.units) < _PAIR else ()  # else units are compared
    asked = fields_named(ask.query)
    return compared_fields(ask.query) or (asked if asked and doubtful() else ())


def _found(
    ask: Ask, sides: tuple[Side, Side], names: tuple[Intent, ...], plans: Sequence[int] = ()
) -> tuple[Half, ...] | None:
    """The rows of both sides, two different ones; None where one has none.

    Args:
        plans: that of each side, where two are named; then it is asked back about what only may be meant.
    """
    found: list[Half] = []
    for at, side in enumerate(sides):
        near = replace(ask, plans=(found[0].row.plan,)) if side.number and found and not sides[0].number else ask
        near = replace(ask, plans=(plans[at],)) if plans else near
        half = _half(near, side, names, perhaps=bool(plans) or bool(sets_beside(ask.query)))
        if half is None or any(half.row.citation.ref == other.row.citation.ref for other in found):
            return None
        found.append(half)
    return tuple(found)


def _half(ask: Ask, side: Side, names: tuple[Intent, ...], *, perhaps: bool) -> Half | None:
    """The row of a side: of a number or a place the only one, by words one that is sure.

    Args:
        perhaps: whether one that only may be meant will do: where the words themselves set two rows beside each other.
    """
    ref = ref_at(side.place, ask.before) if side.place else None
    if side.place and not ref:
        return None
    words = side.words or ((side.number,) if side.number else ())
    query = replace(ask.query, intent=names[0], asks=names, topic=words, compare=False, stay=False, units=(), firm=0)
    before = replace(ask.before, shown=()) if ref is None else ask.before
    own = replace(ask, query=replace(query, context_words=(), row=ref), before=before)
    found = find_rows(own)
    told = bool(ref or side.number)
    if not found.rows or found.named is not told or not isinstance(found.rows[0].citation.item, Task):
        return None
    if side.unit and not _is_of(side.unit, found.rows[0]):
        return None
    if told:
        return Half(found.rows[0], own, 1.0) if len(found.rows) == 1 else None
    by_words = not perhaps or bool(sets_beside(ask.query))  # what sets two beside each other is no word of a side
    found, outcome = (found, decide(own, found)) if by_words else settle(own, found)
    if outcome is not Outcome.SURE and not (perhaps and outcome is Outcome.PERHAPS):
        return None
    likely = probability(reasons(own, found))
    return Half(found.rows[0], own, likely, sure=outcome is Outcome.SURE or likely >= LIKELY)


LIKELY = 0.6  # from which one of two rows that are asked about is meant: each makes the other the likelier


def _is_of(unit: UnitMention, row: Candidate) -> bool:
    """Whether a row is given to a unit."""
    task = row.citation.item
    return isinstance(task, Task) and not unit.names.get(row.plan, frozenset()).isdisjoint(
        (*task.lead, *task.coordinate)
    )


def _said(names: Sequence[Intent], halves: Sequence[Half]) -> Iterator[tuple[Intent, list[str]]]:
    """What each row says of each field, without a figure that neither row has ("bên nào nhiều hơn, bao nhiêu cây")."""
    for name in names:
        said = [_value(name, half) for half in halves]
        if name is not Intent.TARGET or len(names) == 1 or any(said):
            yield name, said


def _line(name: Intent, halves: Sequence[Half], texts: Sequence[str], asked: str) -> Line:
    said = list(zip((shortened(title_of(half.row.citation)) for half in halves), texts, strict=True))
    if name in (Intent.BUDGET, Intent.RESULT):
        return values.two_rows_measured(name.value, said, amounts_beside(name, texts, asked))
    compared = name is Intent.TARGET and asks_which_is_more(asked)
    if compared or (name is Intent.TARGET and not all(isinstance(half.row.citation.item, Task) for half in halves)):
        return values.figures_beside(texts, [_share(*each) for each in zip(halves, texts, strict=True)] * compared)
    days = [one_day(half.ask, half.row.citation) for half in halves] if name is Intent.DEADLINE else []
    return values.two_rows(name.value, said, days)


def _share(half: Half, text: str) -> float | None:
    """The share that a row sets for what its side is about."""
    return percentage(topic_of(half.ask.query.topic, half.ask.lookup), text)


def _value(name: Intent, half: Half) -> str:
    item = half.row.citation.item
    if isinstance(item, Task):
        return cell_value(half.ask, name, half.row.citation, item)
    return at_level(half.ask, item.text) if name is Intent.TARGET else ""
