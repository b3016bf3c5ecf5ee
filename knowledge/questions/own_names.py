"""Where names of the plans' own offices and places stand in a question, so that no unit is seen across their end."""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.plan_labels import places_in
from knowledge.questions.plan_names import PlanNames
from knowledge.units.mentions import UnitMention


def without_crossing(units: Sequence[UnitMention], words: Sequence[str], names: PlanNames) -> list[UnitMention]:
    """The units but those that begin inside a name and go on behind it ("xa muong | khoa co viec gi")."""
    bare = [folded(word) for word in words]
    said = [(start, end) for start, end, _ in places_in(bare, names.places)]
    said += [(at, end) for at in range(len(bare)) if (end := _own_end(bare, at, names)) > at]
    return [unit for unit in units if not any(start < unit.start < end < unit.end for start, end in said)]


def _own_end(bare: Sequence[str], at: int, names: PlanNames) -> int:
    """Where the longest name that is no other office's ends, if one begins here."""
    sizes = range(names.calls.longest.get(bare[at], 0), 1, -1)
    return next((at + size for size in sizes if tuple(bare[at : at + size]) in names.calls.own), at)
