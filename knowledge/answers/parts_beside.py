"""Two or three rows that a question names one after the other: it is parted where it is joined, and the rows decide.

No word has to say that things are compared. Where each part, asked by itself, finds a row of its own that does not hold
what the other parts say, several rows are asked about, and each is told of; where one row holds all, it is one. Which
rows the whole finds tells where to cut, so that most questions cost nothing more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.certainty import Outcome, decide
from knowledge.answers.checking import has_part
from knowledge.answers.evidence import Candidate, item_words
from knowledge.answers.finding import Found, find_rows
from knowledge.answers.part_rows import CLEARLY, PartRow, Parts, Side, named, share, share_itself
from knowledge.answers.plans_compared import is_one_matter
from knowledge.answers.two_rows import Half, answer_two_rows, told
from knowledge.language.text import folded, folded_tokens
from knowledge.model import Task
from knowledge.questions.clauses import parted
from knowledge.questions.constraints import Operator
from knowledge.questions.conversation import Conversation
from knowledge.questions.coverage import WHOLE, part_covered
from knowledge.questions.in_common import in_common
from knowledge.questions.parts_said import asks, fields_beside, is_of_time, tells_one_by_one
from knowledge.questions.query import LISTS, Claimed, Intent
from knowledge.questions.two_sides import sets_beside
from knowledge.reply import Answer
from knowledge.units.mentions import UnitMention
from knowledge.wording import values

_TWO, _THREE = 2, 3
_MOST = 7  # parts of a question that names rows; a story has more
_SIDES = 5  # parts that may name one
_ALL = 0.95  # share of what each part says from which one row is what all of them are about
_MOSTLY = 0.9  # share of the topic from which no other row is looked for, where nothing compares
_NOTHING = 0.2  # share up to which the best row has nothing of a part
_A_THING = 3  # words of a side, where nothing compares
_CUTS = 3  # ways to cut that are looked at
_OWN = 0.4  # share of its side that a row has to hold
_APART = 0.1  # how much more of it than the row of another side
_IN_OTHER_WORDS = 0.55  # part of a word of a figure that its row has to hold: what it is of stands in other columns
_PERHAPS = 0.3  # from which a row may be meant, where the words themselves compare


def answer_several_rows(ask: Ask, found: Found) -> Answer | None:
    """The rows that a question for a field names beside each other, in words or by numbers; else None."""
    said, claim = _several(ask, found), ask.query.claim
    if said is None or claim is None or not claim.units:
        return said
    both = in_common(folded(" ".join(ask.query.words))) is Intent.LEAD
    return _of_who_is_said(ask, said, [one.unit for one in claim.units]) if both else said


def _of_who_is_said(ask: Ask, said: Answer, units: Sequence[UnitMention]) -> Answer:
    """Two rows that somebody is said to have both ("đều do Phòng A làm phải không"): one is theirs, or of their plan.

    Other rows only may be meant.
    """
    if _has_a_row(ask, said, units):
        return said
    having = [plan for plan in ask.plans if any(unit.names.get(plan) for unit in units)]
    whole = [plan for plan in having if any(_is_whole_name(unit, plan) for unit in units)]
    plans = tuple(whole or having)
    near = replace(ask, plans=plans)
    other = _several(near, find_rows(near)) if plans else None
    if other and _has_a_row(ask, other, units):
        return other
    if said.tentative or {ask.lookup.position(each.stem) for each in said.cited} <= set(plans):
        return said
    return replace(said, head=(values.perhaps(), *said.head), tentative=True)


def _is_whole_name(unit: UnitMention, plan: int) -> bool:
    """Whether a plan has a unit by the words that were said, and not only one with a longer name."""
    said = [*map(folded, unit.words)]
    return any(folded_tokens(name) == said for name in unit.names.get(plan, ()))


def _has_a_row(ask: Ask, said: Answer, units: Sequence[UnitMention]) -> bool:
    """Whether one of the units chairs a row that is told of."""
    rows = [(each, each.item) for each in said.cited if isinstance(each.item, Task)]
    return any(has_part(ask, Claimed(unit, "lead"), row, task) for unit in units for row, task in rows)


def _several(ask: Ask, found: Found) -> Answer | None:
    said = answer_parts_beside(ask, found)
    if said and not said.tentative:
        return said
    if is_one_matter(ask, found):
        return None
    return answer_two_rows(ask, doubtful=lambda: decide(ask, found) is not Outcome.SURE) or said


def answer_parts_beside(ask: Ask, found: Found | None = None) -> Answer | None:
    """The rows that the parts of a question find, where each finds its own; None where it is about one.

    Args:
        found: the rows that the whole finds, where these were looked for.
    """
    query = ask.query
    narrowed = query.units or (query.where and query.operator is Operator.ROWS)  # "việc nào tốn hơn" may be of two rows
    if query.row is not None or (query.intent in LISTS and narrowed):
        return None
    parts = Parts(ask)
    best = found.rows[0] if found and found.rows else None
    if best and best.coverage.share >= _MOSTLY and not parts.words_compare:
        return None
    if not 1 < len(parts.places) <= _MOST or not 1 < len(parts.topical) <= _SIDES:
        return None
    cuts = _cuts(parts, found) if _may_be_several(parts, found) else []
    if not (cuts and parts.names) or _tells_beside(parts):
        return None
    halves = max(_ways(parts, _begins(parts, found), cuts), key=_worth, default=None)
    return told([halves], parts.names, ask.said) if halves else None


def _tells_beside(parts: Parts) -> bool:
    """Whether a thing is told beside what is asked; of things that are all told only, it is asked behind them."""
    told = parted(parts.ask.said, parts.ask.lookup.beside)[1]
    things = (parts.text(at, at).strip() for at in parts.topical)
    beside = bool(named(told, parts.ask)) and not tells_one_by_one(parts.said)
    return beside and not all(thing in told for thing in things)


def _may_be_several(parts: Parts, found: Found | None) -> bool:
    """Whether the best row lacks something that a part names; of one that is sure, all of it, if nothing compares."""
    if found is None or not found.rows:
        return parts.compares
    held = [parts.held(found.rows[0], at) for at in parts.topical]
    if parts.compares or min(held) >= _ALL:
        return min(held) < _ALL
    another = any(_another_holds(parts, found, at) for at in parts.topical)
    if parts.ask.query.claim:
        return parts.of_figures and another
    if another:
        return True
    lost = any(share < _NOTHING and len(parts.words[at]) > 1 for at, share in zip(parts.topical, held, strict=True))
    return lost or decide(parts.ask, found) is not Outcome.SURE


def _another_holds(parts: Parts, found: Found, at: int) -> bool:
    """Whether a part's figure is that of another row, and not of the best one."""
    best, *others = found.rows
    return parts.held(best, at) < CLEARLY and any(parts.held(row, at) >= _ALL for row in others)


def _begins(parts: Parts, found: Found | None) -> int:
    """The part with which the first thing begins: ahead of it is told what no row that was found has."""
    rows = found.rows if found and parts.words_compare else ()
    held = (at for at in parts.topical[:-1] if any(parts.held(row, at) >= _OWN for row in rows))
    return next(held, parts.topical[0])


def _cuts(parts: Parts, found: Found | None) -> list[int]:
    """The parts with which another row begins: those that another of the rows that were found holds best."""
    if found is None or not found.rows:
        return parts.topical[1:]
    if parts.words_compare and parts.names_inside:
        return parts.topical[1:][:_CUTS]  # the rows of its plan tell nothing of another's
    held = {at: max((parts.held(row, at), -n) for n, row in enumerate(found.rows)) for at in parts.topical}
    least = _OWN if parts.compares else CLEARLY
    clear = [at for at in parts.topical if held[at][0] >= least]
    cuts = [at for before, at in pairwise(clear) if held[before][1] != held[at][1]]
    if parts.compares and parts.of_figures:
        return parts.topical[1:][:_CUTS]
    return (cuts or (parts.topical[1:] if parts.words_compare else []))[:_CUTS]


def _ways(parts: Parts, start: int, cuts: list[int]) -> Iterator[tuple[Half, ...]]:
    """The ways to cut the question so that each side finds its row.

    Args:
        start: the part with which the first thing begins.
    """
    topical, last = parts.topical, len(parts.places) - 1
    cuts = [cut for cut in cuts if cut > start]
    opens = start == topical[0] and len(topical) > _TWO and cuts[0] == topical[1] and cuts[1:]
    if opens and parts.half(start, start) is None:
        start, cuts = topical[1], cuts[1:]  # "Sở Giáo dục, báo cáo A với báo cáo B"
    for several in (_TWO, _THREE):
        for chosen in combinations(cuts, several - 1):
            runs = list(zip((start, *chosen), (*(cut - 1 for cut in chosen), last), strict=True))
            halves = parts.of_one_plan([half for run in runs if (half := parts.half(*run))])
            if len(halves) == several and _are_apart(halves) and _will_do(parts, runs, halves):
                yield tuple(_as_sure(parts, run, *half) for run, half in zip(runs, halves, strict=True))


def _will_do(parts: Parts, runs: Sequence[tuple[int, int]], halves: Sequence[PartRow]) -> bool:
    if parts.of_figures and not all(_has_each(parts, *run, half) for run, (_, half) in zip(runs, halves, strict=True)):
        return False
    each_asks = all(asks(parts.text(*run)) for run in runs)
    if not (parts.words_compare or parts.counts or _are_things(halves, each_asks=each_asks, figures=parts.of_figures)):
        return False
    if all(half.sure for _, half in halves):
        return True
    return parts.compares and len(halves) == _TWO and min(half.probable for _, half in halves) >= _PERHAPS


def _has_each(parts: Parts, first: int, last: int, half: Half) -> bool:
    """Whether a figure is that of all its parts: what is asked of another would be lost in it."""
    return all(parts.held(half.row, at) >= _OWN for at in parts.topical if first <= at <= last)


def _are_things(halves: Sequence[PartRow], *, each_asks: bool, figures: bool) -> bool:
    """Whether sides that no word compares are things of one plan, and no verb that many rows have ("ai đôn đốc").

    A word alone is a thing only where each side asks of its own.
    """
    least = _A_THING - 1 if figures else _A_THING
    named = all(len(side.query.topic) >= least for side, _ in halves)
    return (each_asks or named) and len({half.row.plan for _, half in halves}) == 1


def _as_sure(parts: Parts, run: tuple[int, int], side: Side, half: Half) -> Half:
    """The row of a side, asked back where nothing compares and it lacks a word: who checks it replaces no crane.

    Of what is the most it is where the row has nothing of a part: that is one more thing.
    """
    most = "nhat" in folded(parts.ask.said).split()
    if most and any(parts.held(half.row, at) < _NOTHING for at in parts.topical if run[0] <= at <= run[1]):
        return replace(half, sure=False)
    item = item_words(half.row.citation.item)
    least = _IN_OTHER_WORDS if parts.of_figures else _ALL
    whole = all(part_covered(concept, item) >= least for concept in side.topic)
    return half if whole or parts.words_compare else replace(half, sure=False)


def _are_apart(halves: Sequence[PartRow]) -> bool:
    """Whether each row holds its own side, and none of the others does: one that is of a plan its side alone names."""
    named = [set(side.query.scope.plans) for side, _ in halves if side.query.scope.named]
    each_its_own = len(named) == len(halves) and not set.intersection(*named)
    for side, half in halves:
        own = share(side, half)
        others = (other for _, other in halves if other is not half and not each_its_own)
        if own < _OWN or any(share_itself(side, other) > own - _APART for other in others):
            return False
    return len({half.row.citation.ref for _, half in halves}) == len(halves)


def _worth(halves: tuple[Half, ...]) -> tuple[bool, int, float]:
    return all(half.sure for half in halves), len(halves), min(half.probable for half in halves)


def answer_shown_beside(ask: Ask) -> Answer | None:
    """Two or three rows that were told, where a turn only asks what sets them apart ("cái nào trước").

    They were shown together, or answered the last two turns.
    """
    query, before = ask.query, ask.before
    carried = before.query is not None and query.units == before.query.units
    if before.abstained or not before.shown or query.row is not None or (query.units and not carried):
        return None
    names = tuple(_of_what_was_asked(name, ask) for name in fields_beside(query, ask.said))
    if not names or query.scope.named or query.periods or Parts(ask).topical:
        return None
    refs = before.shown if len(before.shown) > 1 else (*_told_before(before), *before.shown)
    if not 1 < len(refs) <= _THREE or before.intent in LISTS:
        return None
    found = [citation for ref in refs if (citation := ask.lookup.snapshot.find(ref))]
    figures = names == (Intent.TARGET,)  # these stand in the text as well
    rows = [
        Candidate(c, ask.lookup.position(c.stem) or 0, 1.0, WHOLE) for c in found if figures or isinstance(c.item, Task)
    ]
    return told([tuple(Half(row, ask, 1.0) for row in rows)], names, ask.said) if len(rows) == len(refs) else None


def _of_what_was_asked(name: Intent, ask: Ask) -> Intent:
    """What sets rows apart whose figures were asked for are these ("cái nào cao hơn", "chênh nhau bao nhiêu")."""
    measured = name is Intent.RESULT or (name is Intent.DEADLINE and not _in_time(ask))
    return Intent.TARGET if measured and ask.before.intent is Intent.TARGET else name


def _in_time(ask: Ask) -> bool:
    return is_of_time(ask.said) or Intent.DEADLINE in sets_beside(ask.query)


def _told_before(before: Conversation) -> tuple[str, ...]:
    """The row that answered the turn before the last, if it was another one."""
    return tuple(ref for ref in before.past if ref not in before.shown)[:1]
