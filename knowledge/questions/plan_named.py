"""Which plans a question names: what is called so in its words, beside the units, times and cues that stand around.

An office that acts in another's plan names none, a unit of the plans that were talked of names no other, and a word
that no plan knows may be a part of the name of one that is not loaded.
"""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from knowledge.language.text import folded
from knowledge.questions.acting_offices import acting_offices, gives_work
from knowledge.questions.collective_units import words_for_all
from knowledge.questions.cue_fit import unknown_talk
from knowledge.questions.cue_uses import OF_TOPICS
from knowledge.questions.cues import Cue
from knowledge.questions.grounds_asked import documents_asked
from knowledge.questions.joined_units import parted
from knowledge.questions.own_names import without_crossing
from knowledge.questions.plan_around import Around
from knowledge.questions.plan_hints import without_offices
from knowledge.questions.plan_scope import find_plans
from knowledge.questions.plan_search import Scope, Talk
from knowledge.questions.plan_times import words_of_time, years_of_tables, years_said
from knowledge.questions.query import FACTS
from knowledge.questions.said import ACTING, NO_NAMES, Said
from knowledge.questions.unit_fit import is_its_plans_office, is_something_else
from knowledge.units.mentions import UnitMention


def plan_named(said: Said, today: date, plans: Collection[int]) -> Scope:
    """Which plans are named; an office that acts in another's plan names none."""
    named, acts = _named_anywhere(said), said.has(*ACTING)
    named = [unit for unit in named if acts or not is_its_plans_office(unit, said.words, said.lookup)]
    bare = [folded(word) for word in said.words]
    longer = [u for u in named if u.end - u.start > 1 and not gives_work(u.end, said.cues, bare)]
    around = _around(said, without_offices(longer, said.words, said.lookup.plans.calls), today, plans)
    acting = acting_offices(named, said.words, said.cues, said.lookup.plans, around)
    acting |= documents_asked(said.cues, said.words, said.utterance.breaks)
    words = ["|" if i in acting else word for i, word in enumerate(said.words)]
    return find_plans(said.lookup.plans, words, plans, around.units, _talked(said), around)


def _named_anywhere(said: Said) -> list[UnitMention]:
    """The units of any plan; of one word only what an office may be called, as "cà" of "Cà Mau" is none."""
    every = said.lookup.units
    found = [part for unit in every.find(said.words) for part in parted(unit, said.words, every)]
    found = [u for u in found if u.end - u.start > 1 or said.lookup.plans.calls.office(said.words[u.start : u.end])]
    found = [u for u in found if not is_something_else(u, said.utterance, said.lookup)]
    return without_crossing(found, said.words, said.lookup.plans)


def _around(said: Said, units: Sequence[UnitMention], today: date, plans: Collection[int]) -> Around:
    """What stands around a plan that is named in part."""
    bare = [folded(word) for word in said.words]
    held = {i: frozenset(unit.names) for unit in units for i in range(unit.start, unit.end)}
    covered = {i for c in said.cues if not c.kinds & OF_TOPICS for i in range(c.start, c.end)}
    typed = said.utterance.topical
    years = years_said(bare, typed, today)
    due = said.has("due", "until", "soon", "overdue")  # "việc đến hạn trong phụ lục năm 2024" is of the time
    tabled = frozenset() if due or not years else years_of_tables(typed, years)
    known = (
        covered | set(held) | words_of_time(bare) | unknown_talk(said.words, said.lookup) | _called_paper(said, bare)
    )
    content = frozenset(range(len(bare))) - known
    names = said.utterance.capitals  # who types capitals types them in names: "xuống xã ngồi khám" names no commune
    may_name = content if names is None else (i for i in content if bare[i] in names)
    strange = frozenset(i for i in may_name if not said.lookup.is_known(typed[i]))
    levels = {kind[-1] for kind in said.lookup.plans.calls.kinds}
    named = [i for i in range(1, len(bare) - 1) if bare[i - 1] in levels]  # behind a kind of office
    apart = frozenset(i for i in named if not said.lookup.adjoin(*said.words[i : i + 2]))
    asks = frozenset(i for c in said.cues if _names_none(said, c) for i in range(c.start, c.end))
    asks |= words_for_all(said.words, said.lookup.plans.calls.office)
    asks |= documents_asked(said.cues, said.words, said.utterance.breaks)
    compares = said.has("compare")
    listed, said_in = said.has("list", "count") and not said.has("who"), said.lookup.plans_saying
    breaks = said.utterance.breaks
    cased = names is not None
    headings = partial(said.lookup.tasks.heading_size, plans=set(plans))
    return Around(
        content, held, years, tabled, strange, apart, typed, compares, asks, listed, breaks, said_in, cased, headings
    )


def _called_paper(said: Said, bare: Sequence[str]) -> set[int]:
    """Where "văn bản" stands for the plan: where a fact of one is asked ("văn bản của phường | đề ngày nào")."""
    papers = (at for at in range(len(bare) - 1) if tuple(bare[at : at + 2]) == _PAPER)
    return {at for paper in papers for at in (paper, paper + 1)} if said.has(*FACTS) else set()


_PAPER = ("van", "ban")


def _names_none(said: Said, cue: Cue) -> bool:
    """Whether no office is named within a cue: "sở nào" asks for one."""
    asked = bool(cue.kinds & {"who", "coordinate"}) and "nao" in map(folded, said.words[cue.start : cue.end])
    return bool(cue.kinds & NO_NAMES) or asked


def _talked(said: Said) -> Talk:
    """What was talked of; units of its plans name no plan."""
    plans = said.earlier.plans
    units = said.lookup.units.find(said.words, set(plans)) if plans else ()
    at = frozenset(i for unit in units for i in range(unit.start, unit.end))
    return Talk(plans, at, said.earlier.corrected or said.has("again", "opening"))
