"""The argument of a command as a query: "/viec thanh tra quý 1", "/han 2 tuần tới", "/baocao kế hoạch 300 trừ tháng 3".

It is read by the same words as a question: times, units, plans, states, sections, what is left out. What the command
itself says, that rows are listed, need not be said again. Words that are left over are a topic where rows hold them;
what fits nothing is handed back, to be named in the reply.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.deadlines.arguments import argument_periods
from knowledge.deadlines.periods import Period, find_periods
from knowledge.language.text import canonical, folded, has_accents
from knowledge.questions.acting_offices import owner_of
from knowledge.questions.constraint_spans import WordSigns, narrowing
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.cues import Cue, cues, find
from knowledge.questions.half_words import BONDED
from knowledge.questions.plan_around import Around
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_scope import find_plans
from knowledge.questions.plan_search import Scope
from knowledge.questions.query import Intent, Query
from knowledge.questions.states import STATES
from knowledge.search.words import terms
from knowledge.units.mentions import UnitMention, UnitNames
from knowledge.units.name_words import field_behind, printed_words
from knowledge.units.unit import Unit

_SAID_ANYWAY = frozenset(
    {"list", "count", "due", "all_plans", "filler", "tail", "light", "what", "part", "when", "soft"}
)
_DUE = frozenset({"due", "until", "when", "soon"})
_ROLES = ("lead", "coordinate")
_JOINS = frozenset({"va", "cua", "trong", "hay", "hoac"})  # beside what is understood they say no more
_PLAN = re.compile(
    r"(?:^| )(?:(?:trong |cua |theo )?(?:ke hoach|kh)(?= )|(?=\S*\d\S*/kh))"
)  # a plan's name begins here


@dataclass(frozen=True, slots=True)
class Argument:
    """What an argument says.

    Args:
        units: those that are named, one, or unknown with the nearest names; none where none is named.
        topic: the words that it is about, as they were typed.
        left: the words that were not understood, as they were typed.
        of_office: whether an office stands in the place of a unit, so that all of its plan is meant.
    """

    query: Query
    units: tuple[Unit, ...] = ()
    topic: str = ""
    left: str = ""
    of_office: bool = False

    @property
    def doubt(self) -> str:
        """The words of a time that is not understood."""
        return next((period.doubt for period in self.query.periods if period.doubt), "")

    def within(self, period: Period) -> "Argument":
        """The same within a time."""
        return replace(self, query=replace(self.query, period=period))

    def of(self, units: Sequence[Unit]) -> "Argument":
        """The same of these units, where it names none, nor an office."""
        return self if self.units or self.of_office else replace(self, units=tuple(units))


@dataclass(frozen=True, slots=True)
class PlanVocabulary:
    """What the plans know, to read an argument by.

    Args:
        units: finds units of the plans among words.
        resolve: the unit that is called so.
        plans: the names of the plans, made when a plan is named.
        headings: how many folded words at the beginning stand in a heading of the plans.
        holds: whether any row holds these words side by side.
        bond: how much two neighbouring words are one word of the plans, 0 to 1.
    """

    units: UnitNames
    resolve: Callable[[str], Unit]
    plans: Callable[[], PlanNames]
    headings: Callable[[Sequence[str]], int]
    holds: Callable[[Sequence[str]], bool]
    bond: Callable[[str, str], float]


def compiled(text: str, intent: Intent, known: PlanVocabulary, today: date) -> Argument:
    """The query of an argument."""
    typed, words, periods = argument_periods(text, today=today)
    scope, mentions = _plan(words, known, periods)
    said = [cue for cue in find(cues(), words) if not _inside(cue, mentions)]
    if scope.taken:  # "kế hoạch 300 quý 2" has no 300 quarters
        others = ["" if i in scope.taken else word for i, word in enumerate(words)]
        periods = find_periods(others, today=today, year=today.year)
    where, taken = _where(words, periods, mentions, said, known)
    taken |= scope.taken
    times = tuple(period for period in periods if period.start not in taken)
    taken |= {i for period in periods for i in range(period.start, period.end)}
    taken |= _words_of(said, {*STATES, *_ROLES})
    small = _words_of(said, _SAID_ANYWAY)
    units, rest = _unit(typed, taken, small, mentions, known)
    units = tuple(unit.within(scope.plans) for unit in units) if scope.named else units
    words_left = _trimmed(rest, small, _words_of(said, {"soft"}), _words_of(said, {"soft", "light"}))
    units, topic, left = _topic(units, " ".join(typed[i] for i in words_left), known)
    where += (Constraint(Kind.WORDS, "any", tuple(terms(folded(topic)))),) if topic else ()
    role = "coordinate" if any("coordinate" in cue.kinds for cue in said) else "lead"
    due = intent is Intent.DUE or any(cue.kinds & _DUE for cue in said)
    period = next(iter(times), None)
    query = Query(
        intent,
        scope,
        role=role,
        period=period,
        also=times[1:],
        falls_due=due,
        where=where,
        words=words,
        cues=tuple(said),
    )
    return Argument(query, units, topic, left, of_office=scope.named and not (units or _PLAN.search(folded(text))))


def _topic(units: tuple[Unit, ...], left: str, known: PlanVocabulary) -> tuple[tuple[Unit, ...], str, str]:
    """The units, the words that are a topic because rows hold them, and those that are nothing known."""
    unknown = bool(units) and not units[0].known
    held = bool(left) and not (unknown and _is_called_a_unit(left, known)) and known.holds(terms(folded(left)))
    if held:
        return () if unknown else units, left, ""
    return units, "", "" if unknown else left


def _trimmed(
    rest: Sequence[int], small: Collection[int], before: Collection[int], behind: Collection[int]
) -> Sequence[int]:
    """What is left over without the small words around it, but those that belong to it right before and behind it.

    Examples: "số | hóa", "công | trình".
    """
    telling = [i for i in rest if i not in small]
    if not telling:
        return ()
    first = telling[0]
    while first - 1 in before and first - 1 in rest:
        first -= 1
    last = telling[-1]
    while last + 1 in behind and last + 1 in rest:
        last += 1
    return [i for i in rest if first <= i <= last]


def _is_called_a_unit(name: str, known: PlanVocabulary) -> bool:
    """Whether words begin as the name of a unit does: "số hóa" is no "Sở", "báo cáo" as one word no "Báo"."""
    form = canonical if has_accents(name) else folded
    words, heads = form(name).split(), [form(head).split() for head in printed_words("head")]
    size = max((len(head) for head in heads if words[: len(head)] == head), default=0)
    return size > 0 and (len(words) == size or known.bond(words[size - 1], words[size]) < BONDED)


def _plan(
    words: Sequence[str], known: PlanVocabulary, periods: Sequence[Period]
) -> tuple[Scope, tuple[UnitMention, ...]]:
    """The plan that is named from "kế hoạch" or its number on, or by an office, and the units that are named beside it.

    Without these words the name of an office is that of a unit, where a plan has it as one.
    """
    mentions = _apart(known.units.find(words), periods)
    timed = {i for period in periods if not period.whole_year for i in range(period.start, period.end)}
    bare = " ".join(map(folded, words))
    begins = _PLAN.search(bare)
    first = len(bare[: begins.start()].split()) if begins else 0
    named = range(first, len(words)) if begins else owner_of(mentions, words, known.plans())
    found = _scope(words, set(named), timed, known.plans()) if named else Scope(())
    if not found.named or (found.missing and not begins):
        return Scope(()), mentions
    if not found.plans:
        return found, tuple(unit for unit in mentions if unit.start not in found.taken)
    inside = [unit.before(found.taken) for unit in _apart(known.units.find(words, found.plans), periods)]
    return found, tuple(unit for unit in inside if unit.start not in found.taken)


def _scope(words: Sequence[str], named: Collection[int], timed: Collection[int], plans: PlanNames) -> Scope:
    """The plans that some of the words name."""
    apart = tuple(word if i in named else "|" for i, word in enumerate(words))
    around = Around(frozenset(named).difference(timed), typed=apart)
    return find_plans(plans, apart, range(len(plans.labels)), around=around)


def _where(
    words: Sequence[str],
    periods: Sequence[Period],
    mentions: Sequence[UnitMention],
    said: Sequence[Cue],
    known: PlanVocabulary,
) -> tuple[tuple[Constraint, ...], set[int]]:
    """The constraints, and the positions of their words."""
    signs = [(unit.start, unit.end, f"<u{at}>") for at, unit in enumerate(mentions)]
    signs += [(period.start, period.end, "<p>") for period in periods]
    signs += [(cue.start, cue.end, f"<{kind}>") for cue in said for kind in _ROLES if kind in cue.kinds]
    found = narrowing(words, WordSigns(tuple(signs)), mentions, periods, listed=True, headings=known.headings)
    kept = [_as_typed(constraint, words) for constraint in found.where]
    states = [(kind, cue) for cue in said for kind in STATES if kind in cue.kinds]
    kept += [Constraint(Kind.STATE, words=STATES[kind], start=cue.start, end=cue.end) for kind, cue in states]
    return tuple(kept), {i for constraint in kept for i in range(constraint.start, constraint.end)}


def _as_typed(constraint: Constraint, words: Sequence[str]) -> Constraint:
    """A constraint of folded words that says them with the accents that were typed."""
    last = words[constraint.start : constraint.end][-len(constraint.words) :]
    return replace(constraint, said=" ".join(last)) if tuple(map(folded, last)) == constraint.words else constraint


def _unit(
    typed: Sequence[str],
    taken: Collection[int],
    small: Collection[int],
    mentions: Sequence[UnitMention],
    known: PlanVocabulary,
) -> tuple[tuple[Unit, ...], Sequence[int]]:
    """The unit that the words left over name, and those of them that do not belong to it if it is known.

    A known unit with an office behind it that no plan has is none of the plans' ("Thanh tra | Sở Y tế Nam Định").
    """
    joins = {i for i, word in enumerate(typed) if folded(word) in _JOINS and {i - 1, i + 1} & set(taken)}
    rest = [i for i in range(len(typed)) if i not in taken and i not in joins]
    if not set(rest) - set(small) and not any(unit.start in rest for unit in mentions):
        return (), ()
    whole = known.resolve(" ".join(typed[i] for i in rest))
    inside = next((unit for unit in mentions if set(range(unit.start, unit.end)) <= set(rest)), None)
    if whole.known or inside is None:
        return (whole,), () if whole.known else rest
    behind = [typed[i] for i in rest if i >= inside.end] if inside.end in rest else []
    of_nobody = _is_called_a_unit(" ".join(behind), known) and not known.resolve(" ".join(behind)).known
    if of_nobody or field_behind(typed[inside.start : inside.end], behind):
        return (whole,), rest
    found = known.resolve(" ".join(typed[inside.start : inside.end]))
    return (found,), [i for i in rest if not inside.start <= i < inside.end]


def _apart(mentions: Sequence[UnitMention], periods: Sequence[Period]) -> tuple[UnitMention, ...]:
    """The units that share no word with a time."""
    timed = {i for period in periods for i in range(period.start, period.end)}
    return tuple(unit for unit in mentions if not timed & set(range(unit.start, unit.end)))


def _inside(cue: Cue, mentions: Sequence[UnitMention]) -> bool:
    return any(unit.start < cue.end and cue.start < unit.end for unit in mentions)


def _words_of(said: Sequence[Cue], kinds: Collection[str]) -> set[int]:
    return {i for cue in said if cue.kinds & set(kinds) for i in range(cue.start, cue.end)}
