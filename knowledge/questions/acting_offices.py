"""Offices that a question takes for units: "Sở Nội vụ chủ trì việc gì" asks what superiors' plans give it.

The name of an office says whose plan is meant, or which unit of another's plan. Commands take it for the unit wherever
"kế hoạch" does not stand before it; questions do the same where it acts in a row, and where its work is all that is
asked for. Anywhere else ("ai chủ trì tuyển dụng của Sở Nội vụ") it says where to look.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from knowledge.language.text import folded, folded_tokens
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import Cue
from knowledge.questions.plan_around import Around
from knowledge.questions.plan_hints import is_begun, whose_plan
from knowledge.questions.plan_labels import places_in
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.rule_words import JOINS
from knowledge.units.mentions import UnitMention
from knowledge.units.readings import BEFORE, written_out

_YEAR = re.compile(r"(?:19|20)\d\d")  # also in "IV/2022"
_ROLES = frozenset({"lead", "coordinate"})
_WORK = frozenset({"list", "count", "duty", "part", "overdue", "due", "soon", "open", "doing", "done"})
_ROW = frozenset({"who", "when", "result", "share", "objective", "budget", "whom", "compare", "back"})
_LITTLE = LITTLE | {"opening"}  # "Sở Nội vụ sẽ | chủ trì"


@dataclass(frozen=True, slots=True)
class _Office:
    """A unit that may be an office: where its name begins, where it ends, and where it ends with its place."""

    start: int
    end: int
    named: int


def acting_offices(
    units: Sequence[UnitMention], words: Sequence[str], cues: Sequence[Cue], plans: PlanNames, around: Around
) -> frozenset[int]:
    """The positions of the words that name an office as a unit of a plan that is not its own.

    Args:
        units: those that are found among the plans, short forms and offices too.
    """
    bare = [folded(word) for word in words]
    every = [_Office(u.start, u.end, max(u.end, plans.calls.name_end(words, u.start))) for u in units]
    may = [one for unit, one in zip(units, every, strict=True) if _is_anothers(unit, one, words, plans)]
    may = [one for one in may if not whose_plan(bare, one.start) and not _is_owner(one, every)]
    told = {year for _, year in around.years.values()} | {*map(int, _YEAR.findall(" ".join(words)))}
    may = [one for one in may if not _is_of_its_own_years(one, units, words, plans, told)]
    ends = {one.start: one.named for one in every}
    if not _is_all_that_is_asked(may, cues, around):
        may = [one for one in may if _acts(one.named, cues, ends, bare)]
    here = [(u, one) for u, one in zip(units, every, strict=True) if one.named == one.end and one not in may]
    here = [(u, one) for u, one in here if not whose_plan(bare, one.start)]
    alone = _is_all_that_is_asked([one for _, one in here], cues, around)
    acting = ((u, one) for u, one in here if _acts(one.end, cues, ends, bare) or (alone and _has_to(one.end, bare)))
    may += [one for unit, one in acting if _is_printed(unit)]
    return frozenset(i for one in may for i in range(one.start, one.end))


def _is_printed(unit: UnitMention) -> bool:
    """Whether plans print a unit of this very name: also its own gives "UBND tỉnh" rows of its own."""
    names = {form for name in unit.printed for form in written_out(folded_tokens(name))}
    return not is_begun(unit) and not names.isdisjoint(written_out(unit.words))


def owner_of(units: Sequence[UnitMention], words: Sequence[str], plans: PlanNames) -> range:
    """The words of a command that say whose plan is meant, by an office that no plan has as a unit, or by a place.

    An office stands first, or goes on where a unit ends ("công an | xã Đông Khê"); a place stands behind a unit.

    Args:
        units: those that are named.
    """
    if words and not any(unit.start == 0 for unit in units) and (end := plans.calls.name_end(words, 0)):
        return range(end)
    return next((found for unit in units if (found := _behind(unit, words, plans))), range(0))


def _behind(unit: UnitMention, words: Sequence[str], plans: PlanNames) -> range:
    bare = [folded(word) for word in words]
    end = plans.calls.name_end(words, unit.start)
    if end > unit.end:
        acts = _is_anothers(unit, _Office(unit.start, unit.end, end), words, plans)
        return range(unit.end if acts else unit.start, end)
    owned = unit.end + (bare[unit.end : unit.end + 1] == ["cua"])
    for first in (unit.end - 1, owned):
        if first < len(words) and (end := plans.calls.name_end(words, first)) > max(unit.end, first + 1):
            return range(first, end)
    places = places_in(bare, plans.places)
    return next((range(start, end) for start, end, _ in places if start - unit.end in (0, 1)), range(0))


def _is_anothers(unit: UnitMention, one: _Office, words: Sequence[str], plans: PlanNames) -> bool:
    """Whether a plan that is not the office's own has it as a unit; one of its place, where that is said."""
    first = next((at for at in range(one.start, one.end) if folded(words[at]) not in BEFORE), one.start)
    others = unit.names.keys() - plans.calls.office(words[first : one.end])  # "của | thư viện"
    if is_begun(unit) or one.named == one.end:
        return bool(others) and not is_begun(unit)
    places = {plans.labels[plan].place for plan in plans.calls.office(words[one.start : one.named])}
    return any(plans.labels[plan].place in places for plan in others)


def _is_of_its_own_years(
    one: _Office, units: Sequence[UnitMention], words: Sequence[str], plans: PlanNames, told: Collection[int]
) -> bool:
    """Whether a year is told that only the office's own plans are for, and none that has it as a unit."""
    if not told:
        return False
    own = plans.calls.office(words[one.start : one.named])
    others = {plan for unit in units if unit.start == one.start for plan in unit.names} - own
    years = [{year for plan in each for year in plans.labels[plan].years}.intersection(told) for each in (own, others)]
    return bool(years[0]) and not years[1]


def _is_owner(one: _Office, every: Sequence[_Office]) -> bool:
    """Whether a unit stands right before, whose office it is ("Phòng Đầu tư | Ban Quản lý Khu kinh tế")."""
    return any(other.end == one.start for other in every)


def _is_all_that_is_asked(offices: Sequence[_Office], cues: Sequence[Cue], around: Around) -> bool:
    """Whether nothing but the work of units is asked for: no topic, and no field of a row."""
    known = {i for cue in cues if cue.kinds & _LITTLE for i in range(cue.start, cue.end)}
    known |= {i for one in offices for i in range(one.start, one.named)}
    asked = {kind for cue in cues for kind in cue.kinds}
    return not around.content - known and bool(asked & _WORK) and not asked & _ROW


def _acts(end: int, cues: Sequence[Cue], units: Mapping[int, int], bare: Sequence[str]) -> bool:
    """Whether a role stands behind the unit that ends here, or behind those that are joined to it."""
    if any(cue.start == end and cue.kinds & _ROLES for cue in cues):
        return not gives_work(end, cues, bare)
    small = next((cue.end for cue in cues if cue.start == end and cue.kinds <= _LITTLE), None)
    joined = units.get(end + 1) if bare[end : end + 1] and bare[end] in JOINS else None
    behind = joined or small
    return behind is not None and _acts(behind, cues, units, bare)


def _has_to(end: int, bare: Sequence[str]) -> bool:
    """Whether it is asked what the one before has to do itself ("UBND tỉnh | phải làm gì")."""
    return bool(_HAS_TO.match(" ".join(bare[end:])))


_HAS_TO = re.compile(r"(?:(?:thi|se|con|minh) )*(?:phai|can|duoc giao|duoc phan cong|bi giao|tu)(?: (?:lam|lo))?\b")


def gives_work(end: int, cues: Sequence[Cue], bare: Sequence[str]) -> bool:
    """Whether it is asked to whom the one before gives work ("tỉnh | giao ai"): that is who made the plan."""
    roles = [bare[cue.start : cue.end] for cue in cues if cue.start == end and cue.kinds & _ROLES]
    return bool(roles) and all(said[0] == "giao" and not _ASKED.isdisjoint(said) for said in roles)


_ASKED = frozenset({"ai", "nao"})
