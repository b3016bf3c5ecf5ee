"""What stands where in a question: the first stage, before anybody asks what is asked.

Cues, units, times, the plan and the constraints are found over each other: a unit inside the name of a plan is none, a
cue that is half of a word of the plans is none, and what a constraint has taken is no cue any more.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from knowledge.deadlines.periods import Period
from knowledge.deadlines.quoting import wording_of
from knowledge.language.text import folded
from knowledge.questions.asked_at_length import asked_at_length
from knowledge.questions.collective_units import Known, beside_named, collective_units, each_units
from knowledge.questions.constraint_spans import narrowing, signs
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.cue_fit import (
    across_plans,
    as_courtesy,
    as_meant,
    as_nobody,
    is_idle,
    outside_of_names,
    outside_of_topics,
    pointing_only,
    whole_words,
)
from knowledge.questions.cue_uses import OF_TOPICS, settled, spoken_of, standing_meant, switched, with_closing
from knowledge.questions.cues import Cue, written_plainly
from knowledge.questions.earlier import Earlier
from knowledge.questions.everyday_units import acting_levels, beside_role, everyday_units, joined_units, with_staff
from knowledge.questions.half_words import word_halves
from knowledge.questions.joined_units import cues_beside_units, leading_to_roles, paired_units, parted
from knowledge.questions.left_out import only_asks
from knowledge.questions.lookup import Lookup
from knowledge.questions.money_rules import sums_up
from knowledge.questions.narrowing_clauses import narrows
from knowledge.questions.negations import denies
from knowledge.questions.own_names import beside_places, with_its_office
from knowledge.questions.papers_counted import papers_counted
from knowledge.questions.plan_named import plan_named
from knowledge.questions.row_openings import begins_with_rows, drops_rows, picks_rows
from knowledge.questions.rule_words import PARTS
from knowledge.questions.said import Said
from knowledge.questions.times_said import LINKS, times_said, told_from, words_of_names
from knowledge.questions.unit_fit import is_its_plans_name, is_no_unit, is_something_else, named_units
from knowledge.questions.utterance import Utterance
from knowledge.questions.year_of_plans import of_its_year
from knowledge.search.corpus import Field
from knowledge.units.mentions import UnitMention


class Spans:
    """What stands where in one question: cues, units, times, plans, constraints, and the words that are left.

    Args:
        rest: positions of the words that none of them covers.
        kept: what rules said of it, see `once`.
    """

    def __init__(
        self, utterance: Utterance, lookup: Lookup, today: date, plans: Collection[int], earlier: Earlier
    ) -> None:
        self.kept: dict[Any, Any] = {}
        self.earlier = earlier
        self.lookup = lookup
        self.utterance, self.words = utterance, utterance.words
        self.cues = settled(found_cues := self._cues_found(), self.words)
        if self.utterance.accented:  # "kế hoạch do ai ký" is no "kế hoạch đó"
            self.cues = tuple(kept for cue in self.cues if (kept := pointing_only(cue, self.words)).kinds)
        self.scope = plan_named(self._said(), today, plans)
        beside = across_plans(self.words, self.scope.taken, self.cues)
        self.cues = with_closing(beside, found_cues, self.words, self.scope.taken)
        shown = set(self.scope.plans or plans)
        inside = self._inside_headings(shown)
        self.units = self._called(shown, inside)
        self.periods = self._times(today)
        timed = {i for period in self.periods for i in range(period.start, period.end)}
        self.units = tuple(u for u in self.units if timed.isdisjoint(range(u.start, u.end)))  # "quý 2" is no "Quỹ"
        self.cues = tuple(c for c in self.cues if c.kinds != {"when"} or not timed >= {*range(c.start, c.end)})
        self.units = named_units(self._with_levels(shown, timed | inside), self.words)
        said = replace(self._said(), cues=self.cues)
        self.scope, self.periods = of_its_year(said, self.scope, self.periods, plans, acts=bool(self.units))
        called = {i for unit in self.units for i in range(unit.start, unit.end)}
        self.cues = as_courtesy(outside_of_names(self.cues, self.units), self.utterance, called | self.scope.taken)
        goes_on = self.earlier.listed or self.earlier.of_row  # "… | chuyển sang tập huấn"
        if not goes_on or self.has("list", "count", "due"):
            self.cues = switched(self.cues, self.words, self.scope.taken | timed | called)
        self.narrowing = self._quoted(self._narrowing(shown))
        self.periods = tuple(p for p in self.periods if p.start not in self.narrowing.units)
        self.cues = tuple(cue for cue in self.cues if not self._claimed(cue))
        paired = () if self.has("who") else paired_units(self.units, self.cues, self.words, self.narrowing.units)
        self.narrowing = replace(self.narrowing, where=(*self.narrowing.where, *paired))
        own = {unit.start for constraint in paired for unit in constraint.units} | self.narrowing.units
        self.own_units = tuple(unit for unit in self.units if unit.start in own)
        self.units = tuple(unit for unit in self.units if unit.start not in own)
        self.cues = self._unambiguous()
        covered = {i for cue in self.cues for i in range(cue.start, cue.end) if not cue.kinds & {"keep", "soft"}}
        self.named = covered | self.scope.taken | self.narrowing.taken
        self.rest = self.without(self.named, (*self.units, *self.own_units), self.periods)

    def _called(self, shown: Collection[int], inside: Collection[int]) -> tuple[UnitMention, ...]:
        """The units that are called by their names, but for those inside a heading."""
        called, levels = beside_places(self.lookup.units, self.words, shown, self.scope.taken)
        self.scope = replace(self.scope, taken=self.scope.taken - levels)
        talked = set(self.earlier.plans) if self.earlier.plans and not self.scope.named else set(shown)
        called = (with_its_office(unit, self.words, self.lookup.plans.calls, talked) for unit in called)
        each = (part for unit in called for part in parted(unit, self.words, self.lookup.units, shown))
        said = self._said()
        found = [u for u in each if u.start not in inside and not is_no_unit(u, said, self.scope.taken)]
        plans = self.scope.plans if found and self.has("list", "count", "due") and not self.has("who") else ()
        title = {folded(word) for plan in plans for word in self.lookup.title_words(plan)}
        office = [unit for unit in found if is_its_plans_name(unit, self.words, self.scope.taken, title)]
        named = {i for unit in office for i in range(unit.start, unit.end)}
        self.scope = replace(self.scope, taken=self.scope.taken | named) if named else self.scope
        return tuple(unit for unit in found if unit not in office)

    def _inside_headings(self, plans: Collection[int]) -> set[int]:
        """The words of headings that are called parts ("mục dạy | và học trên môi trường số"): no unit is named there.

        They name no plan either; the first may be a unit's, whose rows it heads.
        """
        bare = [folded(word) for word in self.words]
        begun = [at + 1 for at, word in enumerate(bare) if word in PARTS]
        sizes = ((at, self.lookup.tasks.heading_size(bare[at:], plans)) for at in begun)
        runs = [range(at, at + size) for at, size in sizes if size > 1]
        self.scope = replace(self.scope, taken=self.scope.taken.difference(*runs)) if runs else self.scope
        return {at for run in runs for at in run[1:]}

    def _cues_found(self) -> tuple[Cue, ...]:
        """The cues that are whole words and ask what they seem to, the particles among them."""
        whole = whole_words(cues_beside_units(self.words, self.lookup.units), self.utterance, self.lookup)
        whole = asked_at_length(whole, self.utterance.topical, of_row=self.earlier.of_row)
        whole = [as_nobody(cue, whole, self.words) for cue in [as_meant(cue, self.words) for cue in whole]]
        spoken = spoken_of([cue for cue in whole if not is_idle(cue, whole, self.words)], self.words)
        return papers_counted(standing_meant(spoken, self.words), self.words)

    def _said(self) -> Said:
        return Said(self.utterance, self.cues, self.lookup, self.earlier)

    def _times(self, today: date) -> tuple[Period, ...]:
        """The times that are told, of no plan and no count."""
        year = self._year(today)
        named = set() if self.utterance.accented else words_of_names(self.units, self.words, self.lookup.bond)
        typed, follows = told_from(self.words, self.utterance.topical, self.earlier.until)
        return times_said(self.words, typed, self.cues, self.scope.taken | named, follows or today, year)

    def _with_levels(self, plans: Collection[int], timed: Collection[int]) -> tuple[UnitMention, ...]:
        """The units that are named, that are called by what they do, or of which only the level is said."""
        taken = self.scope.taken | set(timed) | leading_to_roles(self.words, self.cues, self.scope.taken)
        known = Known(self.lookup.units, plans, self.lookup.bond)
        if each := tuple(each_units(self.words, taken, known)):
            inside = {i for unit in each for i in range(unit.start, unit.end)}
            named = (unit for unit in self.units if inside.isdisjoint(range(unit.start, unit.end)))
            return tuple(sorted((*named, *each), key=lambda unit: unit.start))
        found = self._everyday(plans, taken)
        inside = {i for unit in found for i in range(unit.start, unit.end)}
        groups = collective_units(self.words, self.utterance.topical, taken | inside, known)
        acts = lambda end: not self.has("who") and beside_role(end, self.cues, taken)  # noqa: E731
        return tuple(sorted((*found, *beside_named(groups, found, self.words, acts)), key=lambda unit: unit.start))

    def _everyday(self, plans: Collection[int], taken: Collection[int]) -> tuple[UnitMention, ...]:
        """The units that are named or called by what they do; beside one that is named only what is joined to it."""
        covered = {i for c in self.cues if not c.kinds & OF_TOPICS for i in range(c.start, c.end)}
        between = {i for i, word in enumerate(self.words) if folded(word) == "cung"}.union(taken)  # "cấp xã cùng làm"
        free = set(range(len(self.words))) - covered - between
        inside, is_work = partial(self.lookup.units.inside, plans=plans), self.lookup.begins_rows
        called = everyday_units(self.words, free, between, self.cues, inside, is_work)
        found = self.units or tuple(u for u in called if not is_something_else(u, self.utterance, self.lookup))
        joined = list(joined_units(self.words, free, found, inside, self._is_matter))
        joined += acting_levels(self.words, free, self.units, self.cues, between, inside) if self.units else ()
        every = (with_staff(u, self.words, free, self.cues, between) for u in (*found, *joined))
        return tuple(sorted(every, key=lambda unit: unit.start))

    def _is_matter(self, words: Sequence[str]) -> bool:
        """Whether folded words are rather what rows are about: they begin some, or stand in them and nobody acts."""
        said = not self.has("lead", "coordinate", "duty") and self.lookup.is_said(words, (Field.TEXT,))
        return said or self.lookup.begins_rows(words)

    def _narrowing(self, plans: Collection[int]) -> Narrowing:
        said = self.utterance
        known = signs(self.words, self.units, self.periods, self.cues, self.scope.taken)
        is_half, ends_word = word_halves(said.words, self.lookup, accented=said.accented)
        known = replace(known, is_half=is_half, ends_word=ends_word, asks_so=self.asks_so(), breaks=said.breaks)
        found = narrowing(
            said.topical,
            replace(known, cells=self.lookup.cell_size),
            self.units,
            self.periods,
            listed=self.has("list", "count", "table") or self.begins_with_work() or self._narrows(),
            headings=lambda said: self.lookup.tasks.heading_size(said, plans),
        )
        return replace(found, where=tuple(c for c in found.where if not only_asks(c, self.words)))

    def _narrows(self) -> bool:
        """Whether rows are picked, of all or of a list shown before ("dưới 500 triệu thôi", "cái nào chưa có hạn")."""
        fewer = (said(self.utterance.topical) for said in (drops_rows, narrows, sums_up))
        return picks_rows(self.words) or (self.earlier.listed and (self.has("again", "opening", "back") or any(fewer)))

    def asks_so(self) -> bool:
        """Whether it is asked if what is said is so: by words for it, or by the particle that closes it."""
        return self.utterance.doubts or self.earlier.claims or self.has("check")

    def _quoted(self, found: Narrowing) -> Narrowing:
        """The same, each wording of a deadline with the time that it quotes, which then is no window of days."""
        if all(constraint.kind is not Kind.PRINTED for constraint in found.where):
            return found
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
        small = self.scope.taken.union(*(range(cue.start, cue.end) for cue in self.cues if cue.kinds & _BEFORE))
        speaker = written_plainly("speaker")
        said = (i for i, w in enumerate(self.words) if i not in small and w not in speaker and w[:1].isalnum())
        first = next(said, 0)
        return first if begins_with_rows(self.words[first:]) else 0

    def _claimed(self, cue: Cue) -> bool:
        """Whether a cue is only a part of a constraint; a role or state beside "nhiều nhất" stays asked."""
        words = set(range(cue.start, cue.end))
        if cue.kinds & {"lead", "coordinate", "overdue", "open", "done", "doing"}:
            return any(c.start <= cue.start and cue.end <= c.end for c in self.narrowing.where)
        return words <= self.narrowing.taken

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

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The cues, which become fewer while the rest is found."""
        return self._cues

    @cues.setter
    def cues(self, found: tuple[Cue, ...]) -> None:
        self._cues = found
        self._kinds = frozenset[str]().union(*[cue.kinds for cue in found])

    def has(self, *kinds: str) -> bool:
        """Whether any cue of these kinds is there; many rules ask."""
        return not self._kinds.isdisjoint(kinds)

    def denies(self, at: int) -> bool:
        """Whether the word at a place denies."""
        return denies(self.utterance.topical, at, accented=self.utterance.accented)

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


_BEFORE = frozenset({"filler", "tail", "greeting", "opening"})  # words that may stand before the rows themselves
_BETWEEN = frozenset({"giữa", "giua"})
