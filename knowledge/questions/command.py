"""The argument of a command as a query: "/viec thanh tra quý 1", "/han 2 tuần tới", "/viec quá hạn trừ tháng 3".

It is read by the same words as a question: times, units, states, what is left out. What the command itself says, that
rows are listed, need not be said again. Words that fit nothing are handed back, to be named in the reply.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.deadlines.arguments import argument_periods
from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.constraint_spans import narrowing
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.cues import Cue, cues, find
from knowledge.questions.plan_search import Scope
from knowledge.questions.query import Intent, Query
from knowledge.questions.states import STATES
from knowledge.units.mentions import UnitMention, UnitNames
from knowledge.units.roster import Unit

_SAID_ANYWAY = frozenset({"list", "count", "due", "filler", "tail", "light", "what", "part", "when", "soft"})
_ROLES = ("lead", "coordinate")
_JOINS = frozenset({"va", "cua", "trong", "hay", "hoac"})  # beside what is understood they say no more
_NEEDS_WORDS = (Kind.WORDS, Kind.TOPIC, Kind.SECTION)  # looked for in the index of a question, not here


@dataclass(frozen=True, slots=True)
class Argument:
    """What an argument says.

    Args:
        units: those that are named, one, or unknown with the nearest names; none where none is named.
        left: the words that were not understood, as they were typed.
    """

    query: Query
    units: tuple[Unit, ...] = ()
    left: str = ""

    @property
    def doubt(self) -> str:
        """The words of a time that is not understood."""
        return next((period.doubt for period in self.query.periods if period.doubt), "")

    def within(self, period: Period) -> "Argument":
        """The same within a time."""
        return replace(self, query=replace(self.query, period=period))

    def of(self, units: Sequence[Unit]) -> "Argument":
        """The same of these units, where it names none."""
        return self if self.units else replace(self, units=tuple(units))


def compiled(text: str, intent: Intent, *, names: UnitNames, resolve: Callable[[str], Unit], today: date) -> Argument:
    """The query of an argument.

    Args:
        names: finds units of the plans among words.
        resolve: the unit that is called so.
    """
    typed, words, periods = argument_periods(text, today=today)
    mentions = _apart(names.find(words), periods)
    said = [cue for cue in find(cues(), words) if not _inside(cue, mentions)]
    where, taken = _where(words, periods, mentions, said)
    times = tuple(period for period in periods if period.start not in taken)
    taken |= {i for period in periods for i in range(period.start, period.end)}
    taken |= _words_of(said, {*STATES, *_ROLES})
    units, left = _unit(typed, taken, _words_of(said, _SAID_ANYWAY), mentions, resolve)
    role = "coordinate" if any("coordinate" in cue.kinds for cue in said) else "lead"
    period = next(iter(times), None)
    due = intent is Intent.DUE or any(cue.kinds & {"due", "until", "when", "soon"} for cue in said)
    query = Query(intent, Scope(()), role=role, period=period, also=times[1:], falls_due=due, where=where, words=words)
    return Argument(query, units, left)


def _where(
    words: Sequence[str], periods: Sequence[Period], mentions: Sequence[UnitMention], said: Sequence[Cue]
) -> tuple[tuple[Constraint, ...], set[int]]:
    """The constraints, and the positions of their words."""
    signs = [(unit.start, unit.end, f"<u{at}>") for at, unit in enumerate(mentions)]
    signs += [(period.start, period.end, "<p>") for period in periods]
    signs += [(cue.start, cue.end, f"<{kind}>") for cue in said for kind in _ROLES if kind in cue.kinds]
    found = narrowing(words, signs, mentions, periods, listed=True, headings=lambda _: 0)
    kept = [c for c in found.where if c.kind not in _NEEDS_WORDS]
    states = [(kind, cue) for cue in said for kind in STATES if kind in cue.kinds]
    kept += [Constraint(Kind.STATE, words=STATES[kind], start=cue.start, end=cue.end) for kind, cue in states]
    return tuple(kept), {i for constraint in kept for i in range(constraint.start, constraint.end)}


def _unit(
    typed: Sequence[str],
    taken: Collection[int],
    small: Collection[int],
    mentions: Sequence[UnitMention],
    resolve: Callable[[str], Unit],
) -> tuple[tuple[Unit, ...], str]:
    """The unit that the words left over name, and those of them that are not understood."""
    joins = {i for i, word in enumerate(typed) if folded(word) in _JOINS and {i - 1, i + 1} & set(taken)}
    rest = [i for i in range(len(typed)) if i not in taken and i not in joins]
    if not set(rest) - set(small) and not any(unit.start in rest for unit in mentions):
        return (), ""
    whole = resolve(" ".join(typed[i] for i in rest))
    inside = next((unit for unit in mentions if set(range(unit.start, unit.end)) <= set(rest)), None)
    if whole.known or inside is None:
        return (whole,), ""
    found = resolve(" ".join(typed[inside.start : inside.end]))
    left = [i for i in rest if not inside.start <= i < inside.end and i not in small]
    return (found,), " ".join(typed[i] for i in left)


def _apart(mentions: Sequence[UnitMention], periods: Sequence[Period]) -> tuple[UnitMention, ...]:
    """The units that share no word with a time."""
    timed = {i for period in periods for i in range(period.start, period.end)}
    return tuple(unit for unit in mentions if not timed & set(range(unit.start, unit.end)))


def _inside(cue: Cue, mentions: Sequence[UnitMention]) -> bool:
    return any(unit.start < cue.end and cue.start < unit.end for unit in mentions)


def _words_of(said: Sequence[Cue], kinds: Collection[str]) -> set[int]:
    return {i for cue in said if cue.kinds & set(kinds) for i in range(cue.start, cue.end)}
