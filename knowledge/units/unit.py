"""A unit as somebody called it: the names that plans print for it, its own and the collective ones that hold it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from knowledge.units.keys import unit_key

Names = Mapping[int, frozenset[str]]  # by the position of the plan the names that it prints


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that somebody named: the names that are its own, and the collective ones that hold it.

    Args:
        known: False where nothing is called so; `nearest` are then the names most like it.
    """

    name: str
    own: Names = field(default_factory=dict)
    shared: Names = field(default_factory=dict)
    known: bool = True
    nearest: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """Its shortest printed name; as it was said where plans only name it together with others."""
        printed = sorted(every_name(self.own), key=lambda name: (len(name), name))
        return printed[0] if printed else self.name

    def within(self, plans: Collection[int]) -> "Unit":
        """The unit in some plans, where they have it; else as it is."""
        own, shared = ({p: names for p, names in every.items() if p in plans} for every in (self.own, self.shared))
        return replace(self, own=own, shared=shared) if own or shared else self


def own_name(unit: Unit) -> str:
    """A unit as its plans print it: the name that was said, where they print that, else the shortest of its own."""
    own = every_name(unit.own)
    same = [name for name in own if unit_key(name) == unit_key(unit.name)]
    return min(same or own, key=lambda name: (len(name), name), default=unit.name)


def together(found: Iterable[Names]) -> dict[int, frozenset[str]]:
    """The names of several units as those of one."""
    names: dict[int, frozenset[str]] = {}
    for each in found:
        for plan, printed in each.items():
            names[plan] = names[plan] | printed if plan in names else printed
    return names


def every_name(names: Names) -> frozenset[str]:
    """The names in all plans."""
    return frozenset().union(*names.values())
