"""What stands where in a question: the first stage, before anybody asks what is asked.

Cues, units, times, the plan and the constraints are found over each other: a unit inside the name of a plan is none, a
cue that is half of a word of the plans is none, and what a constraint has taken is no cue any more.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

from knowledge.deadlines.periods import Period
from knowledge.deadlines.quoting import wording_of
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.questions.acting_offices import acting_offices, gives_work
from knowledge.questions.collective_units import collective_units, words_for_all
from knowledge.questions.constraint_spans import narrowing, signs
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.cue_fit import (
    BONDED,
    across_plans,
    are_things,
    halves,
    is_half_of_a_word,
    outside_of_topics,
    pointing_only,
    unknown_talk,
)
from knowledge.questions.cue_uses import settled, spoken_of, with_closing
from knowledge.questions.cues import Cue, written_plainly
from knowledge.questions.earlier import Earlier
from knowledge.questions.everyday_units import called_beside, everyday_units
from knowledge.questions.joined_units import cues_beside_units, paired_units, parted
from knowledge.questions.lookup import Lookup
from knowledge.questions.own_names import without_crossing
from knowledge.questions.plan_around import Around
from knowledge.questions.plan_hints import without_offices
from knowledge.questions.plan_scope import find_plans
from knowledge.questions.plan_search import Scope, Talk
from knowledge.questions.plan_times import words_of_time, years_said
from knowledge.questions.row_openings import begins_with_rows
from knowledge.questions.times_said import LINKS, times_said, words_of_names
from knowledge.questions.unit_fit import is_its_plans_office, is_mere_head, is_no_short_form, is_something_else, is_work
from knowledge.questions.utterance import Utterance
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import words as unit_words


class Spans:
    """What stands where in one question: cues, units, times, plans, constraints, and the words that are left.

    Args:
        rest: positions of the words that none of them covers.
    """

    def __init__(
        self, utterance: Utterance, lookup: Lookup, today: date, plans: Collection[int], earlier: Earlier
    ) -> None:
        self.earlier = earlier
        self.lookup = lookup
        self.utterance = utterance
        self.words = utterance.words
        self._calls = lookup.plans.calls
        beside = cues_beside_units(self.words, lookup.units)
        whole = [cue for cue in beside if not is_half_of_a_word(cue, utterance, lookup)]
        found_cues = spoken_of([cue for cue in whole if not are_things(cue, whole, self.words)], self.words)
        self.cues = settled(found_cues, self.words)
        if self.utterance.accented:  # "kế hoạch do ai ký" is no "kế hoạch đó"
            self.cues = tuple(kept for cue in self.cues if (kept := pointing_only(cue, self.words)).kinds)
        self.scope = self._scope(today, plans)
        self.cues = across_plans(self.words, self.scope.taken, self.cues)
        self.cues = with_closing(self.cues, found_cues, self.words, self.scope.taken)
        shown = set(self.scope.plans or plans)
        called = (unit.before(self.scope.taken) for unit in lookup.units.find(self.words, shown))
        each = (part for unit in called for part in parted(unit, self.words, lookup.units, shown))
        self.units = tuple(unit for unit in each if not self._is_no_unit(unit))
        self.periods = self._times(today)
        timed = {i for period in self.periods for i in range(period.start, period.end)}
        self.units = tuple(u for u in self.units if timed.isdisjoint(range(u.start, u.end)))  # "quý 2" is no "Quỹ"
        everyday = self._everyday(shown, timed)
        self.units = tuple(called_beside(self.units, everyday, self.words)) if self.units else everyday
        self.units = self.units or tuple(collective_units(self.words, self.scope.taken | timed, lookup.units, shown))
        self.narrowing = self._quoted(self._narrowing(shown))
        self.periods = tuple(p for p in self.periods if p.start not in self.narrowing.units)
        taken = self.narrowing.taken
        self.cues = tuple(cue for cue in self.cues if not self._claimed(cue))
        paired = () if self.has("who") else paired_units(self.units, self.cues, self.words, self.narrowing.units)
        self.narrowing = replace(self.narrowing, where=(*self.narrowing.where, *paired))
        own = {unit.start for constraint in paired for unit in constraint.units} | self.narrowing.units
        self.own_units = tuple(unit for unit in self.units if unit.start in own)
        self.units = tuple(unit for unit in self.units if unit.start not in own)
        self.cues = self._unambiguous()
        covered = {i for cue in self.cues for i in range(cue.start, cue.end) if not cue.kinds & {"keep", "soft"}}
        self.named = covered | self.scope.taken | taken
        self.rest = self.without(self.named, (*self.units, *self.own_units), self.periods)

    def _scope(self, today: date, plans: Collection[int]) -> Scope:
        """Which plans are named; an office that acts in another's plan names none."""
        named, acts = self._named_anywhere(), self.has(*_ROLES)
        named = [unit for unit in named if acts or not is_its_plans_office(unit, self.words, self.lookup)]
        bare = [folded(word) for word in self.words]
        longer = [u for u in named if u.end - u.start > 1 and not gives_work(u.end, self.cues, bare)]
        around = self._around(without_offices(longer, self.words, self._calls), today)
        acting = acting_offices(named, self.words, self.cues, self.lookup.plans, around)
        said = ["|" if i in acting else word for i, word in enumerate(self.words)]
        return find_plans(self.lookup.plans, said, plans, around.units, self._talked(), around)

    def _times(self, today: date) -> tuple[Period, ...]:
        """The times that are told, of no plan and no count."""
        typed, year = self.utterance.topical, self._year(today)
        named = set() if self.utterance.accented else words_of_names(self.units)
        return times_said(self.words, typed, self.cues, self.scope.taken | named, today, year)

    def _named_anywhere(self) -> list[UnitMention]:
        """The units of any plan; of one word only what an office may be called, as "cà" of "Cà Mau" is none."""
        every = self.lookup.units
        found = [part for unit in every.find(self.words) for part in parted(unit, self.words, every)]
        found = [u for u in found if u.end - u.start > 1 or self._calls.office(self.words[u.start : u.end])]
        found = [u for u in found if not is_something_else(u, self.utterance, self.lookup)]
        return without_crossing(found, self.words, self.lookup.plans)

    def _everyday(self, plans: Collection[int], timed: Collection[int]) -> tuple[UnitMention, ...]:
        """The units that are called by what they do."""
        covered = {i for c in self.cues if not c.kinds & _OF_TOPICS for i in range(c.start, c.end)}
        between = self.scope.taken | set(timed)
        free = set(range(len(self.words))) - covered - between
        free -= {i for unit in self.units for i in range(unit.start, unit.end)}
        inside = partial(self.lookup.units.inside, plans=plans)
        return tuple(everyday_units(self.words, free, between, self.cues, inside, self.lookup.begins_rows))

    def _around(self, units: Sequence[UnitMention], today: date) -> Around:
        """What stands around a plan that is named in part."""
        bare = [folded(word) for word in self.words]
        held = {i: frozenset(unit.names) for unit in units for i in range(unit.start, unit.end)}
        covered = {i for c in self.cues if not c.kinds & _OF_TOPICS for i in range(c.start, c.end)}
        years = years_said(bare, self.utterance.topical, today)
        known = covered | set(held) | words_of_time(bare) | unknown_talk(self.words, self.lookup)
        content = frozenset(range(len(bare))) - known
        names = self.utterance.capitals  # who types capitals types them in names: "xuống xã ngồi khám" names no commune
        strange = frozenset(i for i in content if not self.lookup.is_known(self.utterance.topical[i]))
        strange = strange if names is None else frozenset(i for i in strange if bare[i] in names)
        beside = enumerate(pairwise(self.words)) if self._names_a_level(bare) else ()
        apart = frozenset(i for i, pair in beside if not self.lookup.adjoin(*pair))
        asks = frozenset(i for c in self.cues if self._names_none(c) for i in range(c.start, c.end))
        asks |= words_for_all(self.words, self._calls.office)
        typed, compares = self.utterance.topical, self.has("compare")
        listed, said_in = self.has("list", "count") and not self.has("who"), self.lookup.plans_saying
        return Around(content, held, years, strange, apart, typed, compares, asks, listed, said_in)

    def _names_none(self, cue: Cue) -> bool:
        """Whether no office is named within a cue: "sở nào" asks for one."""
        asked = "who" in cue.kinds and folded(self.words[cue.end - 1]) == "nao"
        return bool(cue.kinds & _NO_NAMES) or asked

    def _names_a_level(self, bare: Sequence[str]) -> bool:
        """Whether any word is the last of a kind of office that the plans have."""
        return not {kind[-1] for kind in self._calls.kinds}.isdisjoint(bare)

    def _talked(self) -> Talk:
        """What was talked of; units of its plans name no plan."""
        plans = self.earlier.plans
        units = self.lookup.units.find(self.words, set(plans)) if plans else ()
        at = frozenset(i for unit in units for i in range(unit.start, unit.end))
        return Talk(plans, at, self.has("again", "opening"))

    def _narrowing(self, plans: Collection[int]) -> Narrowing:
        known = signs(self.words, self.units, self.periods, self.cues, self.scope.taken)
        return narrowing(
            self.utterance.topical,
            replace(known, halves=halves(self.utterance, self.lookup), asks_so=self.asks_so()),
            self.units,
            self.periods,
            listed=self.has("list", "count", "table") or self.begins_with_work() or self._narrows(),
            headings=lambda said: self.lookup.tasks.heading_size(said, plans),
        )

    def _narrows(self) -> bool:
        """Whether a list that was shown before is gone on with ("dưới 500 triệu thôi", "cái nào chưa có hạn")."""
        return self.earlier.listed and self.has("again", "opening", "back")

    def asks_so(self) -> bool:
        """Whether it is asked if what is said is so: by words for it, or by the particle that closes it."""
        return self.utterance.doubts or self.has("check")

    def _quoted(self, found: Narrowing) -> Narrowing:
        """The same, each wording of a deadline with the time that it quotes, which then is no window of days."""
        where = tuple(self._with_wording(constraint) for constraint in found.where)
        quoted = {i for c in where if c.kind is Kind.PRINTED for i in range(c.start, c.end)}
        self.periods = tuple(period for period in self.periods if period.start not in quoted)
        return replace(found, where=where)

    def _with_wording(self, constraint: Constraint) -> Constraint:
        inside = [p.label for p in self.periods if constraint.start <= p.start and p.end <= constraint.end]
        if constraint.kind is not Kind.PRINTED or not inside:
            return constraint
        return replace(constraint, field=inside[0], words=wording_of(inside[0]))

    def begins_with_work(self) -> bool:
        """Whether the question begins with the rows themselves ("nhiệm vụ thường xuyên", "những việc chưa có hạn")."""
        return begins_with_rows(self.words) or self._before_the_rows() > 0

    def _before_the_rows(self) -> int:
        """How many words, of courtesy or a plan's name, stand before the rows ("Đồng chí cho biết những việc …")."""
        small = {i for cue in self.cues if cue.kinds & _BEFORE for i in range(cue.start, cue.end)}
        speaker = written_plainly("speaker")
        small |= self.scope.taken | {
            i for i, word in enumerate(self.words) if word in speaker or not word[:1].isalnum()
        }
        first = next((i for i in range(len(self.words)) if i not in small), 0)
        return first if begins_with_rows(self.words[first:]) else 0

    def _claimed(self, cue: Cue) -> bool:
        """Whether a cue is only a part of a constraint; a role or state beside "nhiều nhất" stays asked."""
        words = set(range(cue.start, cue.end))
        if cue.kinds & {"lead", "coordinate", "overdue", "open", "done", "doing"}:
            return any(c.start <= cue.start and cue.end <= c.end for c in self.narrowing.where)
        return words <= self.narrowing.taken

    def _is_no_unit(self, unit: UnitMention) -> bool:
        """Whether a unit is only seen in the name of a plan, or in its number ("so ke hoach" is no "Sở Kế hoạch")."""
        words = set(range(unit.start, unit.end))
        around = [cue for cue in self.cues if words <= set(range(cue.start, cue.end))]
        return (
            self.is_taken(unit.start, unit.end)
            or any(cue.kinds & _NO_NAMES for cue in around)
            or is_no_short_form(unit, self.utterance)  # "cả" is no "CA"
            or (len(words) == 1 and self._is_a_word(unit.start, around))
            or is_mere_head(unit, self.words)
            or is_work(unit, self.words, self.lookup)
            or is_something_else(unit, self.utterance, self.lookup)
        )

    def _is_a_word(self, at: int, around: Sequence[Cue]) -> bool:
        """Whether a lone word that a unit is called by is a word here ("bao nhiêu", "báo cáo", "cả ba kế hoạch").

        One that could be a syllable, typed without accents, has to stand beside a role or an office.
        """
        word = folded(self.words[at])
        ahead, behind = self.words[max(at - 1, 0) : at], self.words[at + 1 : at + 2]
        bonds = [self.lookup.bond(a, word) for a in ahead] + [self.lookup.bond(word, b) for b in behind]
        if any(cue.end - cue.start > 1 for cue in around) or max(bonds, default=0.0) >= BONDED:
            return True
        if self.words[at] != word or not is_syllable(word):
            return False
        beside = any(c.kinds & set(_ROLES) and c.start <= at + 1 and c.end >= at for c in self.cues)
        return not beside and not set(map(folded, behind)) & unit_words("level")

    def is_taken(self, start: int, end: int) -> bool:
        """Whether words belong to the name of a plan."""
        return bool(self.scope.taken & set(range(start, end)))

    def _unambiguous(self) -> tuple[Cue, ...]:
        """The cues without those fillers that, typed without accents, stand inside the topic."""
        if self.utterance.accented:
            return self.cues
        gone = self.scope.taken | {i for unit in self.units for i in range(unit.start, unit.end)}
        gone |= {i for period in self.periods for i in range(period.start, period.end)}
        return outside_of_topics(self.cues, len(self.words), gone)

    def _year(self, today: date) -> int:
        """The year of a time without one: the one talked of before, or of the plans talked of; unless one is named."""
        if self.earlier.year and not self.scope.named:
            return self.earlier.year
        plans = self.scope.plans if self.scope.named else self.earlier.plans or self.scope.plans
        years = self.lookup.years_of(plans)
        if not years or today.year in years:
            return today.year
        return max(years) if today.year > max(years) else min(years)

    def has(self, *kinds: str) -> bool:
        """Whether any cue of these kinds is there."""
        return any(cue.kinds & set(kinds) for cue in self.cues)

    def without(self, taken: Collection[int], units: Iterable[UnitMention], periods: Iterable[Period]) -> list[int]:
        """The positions of the words that none of these takes."""
        gone = set(taken) | set(range(self._before_the_rows()))
        gone.update(i for unit in units for i in range(unit.start, unit.end))
        gone.update(i for period in periods for i in range(period.start, period.end))
        left = [i for i, word in enumerate(self.words) if i not in gone and word not in {":", "%"}]
        return [i for i in left if not self._joins(i, gone)]

    def _joins(self, at: int, gone: Collection[int]) -> bool:
        """Whether a word only joins what stands on both its sides and is known ("quý 1 và quý 3", "giữa A và B")."""
        leads = self.words[at] in _BETWEEN and self.is_taken(at + 1, at + 2)
        return leads or (self.words[at] in LINKS and at - 1 in gone and at + 1 in gone)

    def at(self, *kinds: str) -> int:
        """Where the first cue of these kinds begins."""
        return min(cue.start for cue in self.cues if cue.kinds & set(kinds))


_OF_TOPICS = frozenset({"keep", "soft", "light"})  # cues that may be part of a topic
_NO_NAMES = frozenset({"number", "all_plans", "compare"})  # cues in which no unit or office is named
_ROLES = ("lead", "coordinate")
_BEFORE = frozenset({"filler", "tail", "greeting", "opening"})  # words that may stand before the rows themselves
_BETWEEN = frozenset({"giữa", "giua"})
