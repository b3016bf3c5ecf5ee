"""Where the names of plans' own offices and places stand in a question: no unit is seen across or in them, or half."""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.plan_calls import Calls
from knowledge.questions.plan_labels import places_in
from knowledge.questions.plan_names import PlanNames
from knowledge.units.mentions import UnitMention, UnitNames
from knowledge.units.name_words import field_behind
from knowledge.units.readings import AREAS


def without_crossing(units: Sequence[UnitMention], words: Sequence[str], names: PlanNames) -> list[UnitMention]:
    """The units but those that begin inside a name and go on behind it, or that are only a part of an office's.

    "xa muong | khoa co viec gi" names no Khoa, "Văn phòng Đăng ký đất đai" no Phòng Đăng ký.
    """
    bare = [folded(word) for word in words] if units else []
    said = [(start, end) for start, end, _ in places_in(bare, names.places)]
    said += [(at, end) for at, word in enumerate(bare) if word in names.calls.longest
             and (end := _own_end(bare, at, names)) > at]  # fmt: skip
    offices = [(at, end) for at, word in enumerate(bare) if word in names.calls.forms.begun
               and (end := _office_end(words, bare, at, names)) > at]  # fmt: skip
    return [
        unit
        for unit in units
        if not any(start < unit.start < end < unit.end for start, end in said)
        and not any(start < unit.start < end for start, end in offices)
    ]


def beside_places(
    names: UnitNames, words: Sequence[str], among: Collection[int], taken: AbstractSet[int]
) -> tuple[Iterable[UnitMention], frozenset[int]]:
    """The units that words name, without what begins the place of a plan, and the levels that are of both.

    What is a unit with its level alone keeps that: "đoàn xã | Nam Hà" is no "đoàn".

    Args:
        among: the plans that are talked of.
        taken: positions of the words that name plans.
    """
    found = names.find(words, among)
    ends = (unit for unit in found if unit.end - 1 in taken and (folded(words[unit.end - 1]),) in AREAS)
    cut = (unit for unit in ends if unit.before(taken).end == unit.end - 1)
    levels = frozenset(u.end - 1 for u in cut if u.end - u.start == _PAIR or not names.find(words[u.start : u.end - 1]))
    return [unit.before(taken - levels) for unit in found], levels


_PAIR = 2  # words of which the first by itself is the mere head of a unit


def with_its_office(unit: UnitMention, words: Sequence[str], calls: Calls, among: AbstractSet[int]) -> UnitMention:
    """A unit with the whole name of the office that it is of ("các đơn vị trực thuộc Sở | Xây dựng"), in its plans.

    Args:
        among: the plans that are talked of.
    """
    for size in range(field_behind(words[unit.start : unit.end], words[unit.end :]), 0, -1):
        plans = calls.office(words[unit.end - 1 : unit.end + size]) & unit.names.keys() & among
        if plans:
            return replace(unit, end=unit.end + size, names={plan: unit.names[plan] for plan in plans})
    return unit


def _own_end(bare: Sequence[str], at: int, names: PlanNames) -> int:
    """Where the longest name that is no other office's ends, if one begins here."""
    sizes = range(names.calls.longest[bare[at]], 1, -1)
    return next((at + size for size in sizes if tuple(bare[at : at + size]) in names.calls.own), at)


def _office_end(words: Sequence[str], bare: Sequence[str], at: int, names: PlanNames) -> int:
    """Where the longest name of an office ends, of its kind and more, if one begins here."""
    forms = names.calls.forms
    sizes = range(forms.reach(bare, at), 2, -1)
    return next((at + size for size in sizes if forms.is_full(words[at : at + size])), at)
