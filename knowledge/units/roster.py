"""Which rows are a unit's: the one matcher from what somebody calls a unit to the names that the plans print for it.

A unit is one of its office: the own office's unit goes first, and another office's unit of the same name is another
unit. A unit's own rows are those under any of its names; rows given to a collective name that holds it are its shared
ones, which are told apart wherever they are counted. A collective name with a chat of its own is a unit by itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from knowledge.language.text import folded
from knowledge.units.customs import Alias, Customs
from knowledge.units.keys import is_group, unit_key
from knowledge.units.mentions import UnitNames
from knowledge.units.naming import asks_of, is_room, is_superior, office_key, reaches, same_office, without_post
from knowledge.units.unit import Names, Unit, every_name

_NEAR = 70  # of 100: how like a name has to be to be offered for an unknown one
_PART = 0.9  # what counts that one name stands within the other
_OFFERED = 3


class Roster:
    """The units of some plans as an office calls them."""

    def __init__(
        self,
        printed: Iterable[tuple[int, str]] = (),
        issuers: Sequence[str] = (),
        customs: Customs | None = None,
        units: UnitNames | None = None,
    ) -> None:
        """Args: printed: (plan position, name); issuers: of each plan; units: the readings of these names, if made."""
        self._customs = customs or Customs()
        self._issuers = [issuer or self._customs.office for issuer in issuers]
        self._names: dict[int, set[str]] = defaultdict(set)
        self._groups: dict[str, set[int]] = defaultdict(set)
        self._members = {unit_key(m.group): frozenset(map(unit_key, m.units)) for m in self._customs.members}
        for plan, name in printed:
            self._names[plan].add(name)
            if is_group(name) or unit_key(name) in self._members:
                self._groups[name].add(plan)
        self._found: dict[tuple[str, str], Unit] = {}
        self._plans: dict[str, frozenset[int]] = {}
        self._chairs: dict[tuple[str, str], tuple[str, str]] = {}
        self._offices: dict[tuple[str, str], str] = {}
        self.units = self._with_linked(units or UnitNames(self._printed()))

    def _printed(self) -> Iterator[tuple[int, str]]:
        return ((plan, name) for plan, names in self._names.items() for name in names)

    def _with_linked(self, printed: UnitNames) -> UnitNames:
        """The readings of the printed names and of units that only have a chat: an admin may give them rows."""
        more = [
            (plan, unit)
            for unit, office in self._customs.linked
            if not printed.whole(unit, own := self._of(office or self._customs.office) or self._above())
            for plan in own
        ]
        return UnitNames((*self._printed(), *more), printed.short) if more else printed

    def resolve(self, said: str, office: str = "") -> Unit:
        """The unit that is called so: of the office if one is given, else the own office's, else anybody's."""
        key = (said, office)
        if key not in self._found:
            self._found[key] = self._resolve(said, office)
        return self._found[key]

    def in_printed_names(self, text: str, explained: Sequence[Alias]) -> str:
        """A text with the names that the office gave units, or a plan explains, replaced by those that plans print."""
        for alias in (*self._customs.aliases, *explained):
            found = re.search(rf"(?<!\w){re.escape(folded(alias.alias))}(?!\w)", folded(text))
            if found and len(folded(text)) == len(text):
                text = text[: found.start()] + alias.unit + text[found.end() :]
        return text

    def identity(self, name: str, issuer: str) -> str:
        """One name for all names of a unit that an office's plans print: those that mean each other."""
        names = {name, *every_name(self.resolve(name, issuer).own)}
        return min(other for other in names if other == name or name in every_name(self.resolve(other, issuer).own))

    def unit_of(self, name: str, issuer: str) -> tuple[str, str]:
        """What tells a chair of an issuer's plan from all others: its office, and one name for all of its names."""
        key = (name, issuer)
        if key not in self._chairs:
            office = self.office_of(name, issuer)
            self._chairs[key] = office_key(office), unit_key(self.identity(name, office)) if name else ""
        return self._chairs[key]

    def office_of(self, name: str, issuer: str) -> str:
        """Whose unit chairs a row of an issuer's plan: the issuer's, or the own one that an admin gave the row to."""
        key = (name, issuer)
        if key not in self._offices:
            own = self._customs.office
            given = bool(name) and not self.prints(name, issuer)
            ours = not issuer or (own and (given or same_office(issuer, own)))
            self._offices[key] = own if ours else issuer
        return self._offices[key]

    def prints(self, name: str, issuer: str) -> bool:
        """Whether a plan of this office names such a unit."""
        return any(name in self._names[plan] for plan in self._of(issuer))

    def is_of(self, plan: int, issuer: str) -> bool:
        """Whether a plan is one of this office's."""
        return plan in self._of(issuer)

    def own_plans(self, found: Names) -> tuple[int, ...]:
        """The plans that a unit makes itself, as an office, where plans of its superiors print these names for it."""
        agencies = [name for name in every_name(found) if not is_room(name)]
        above = [self._issuers[plan] for plan in found]
        own = {issuer for issuer in set(self._issuers) if any(same_office(name, issuer) for name in agencies)}
        own = {issuer for issuer in own if any(is_superior(other, issuer) for other in above)}
        return tuple(p for p, issuer in enumerate(self._issuers) if issuer in own and p not in found)

    def nearest(self, said: str) -> tuple[str, ...]:
        """The printed names most like one that nothing is called."""
        every = {unit_key(name): name for names in self._names.values() for name in sorted(names)}
        found = process.extract(unit_key(said), list(every), scorer=_likeness, score_cutoff=_NEAR, limit=_OFFERED)
        return tuple(every[key] for key, _, _ in found)

    def of_nearest_office(self, found: Names) -> Names:
        """Of the printed names of a unit that a text names those of the office in which it is looked for first."""
        said = min(every_name(found), key=lambda each: (len(each), each), default="")
        for plans in self._circles(said, ""):
            names = found if plans is None else {plan: named for plan, named in found.items() if plan in plans}
            if names or (plans is not None and self._is_linked(said, self._customs.office)):
                return names
        return found

    def _resolve(self, said: str, office: str) -> Unit:
        own = self._customs.office
        for plans in self._circles(said, office):
            found = self._within(said, office or (own if plans is not None else ""), plans)
            if found:
                return found
        return Unit(said, known=False, nearest=self.nearest(said))

    def _circles(self, said: str, office: str) -> tuple[frozenset[int] | None, ...]:
        """The plans that are looked at, those after only where those before know no such unit.

        A room ("Văn phòng") is one of its office; an agency ("Sở Y tế") is the same one in the plans of superiors.
        """
        own = self._customs.office
        if office or not own:
            return (self._of(office) if office else None,)
        return (self._of(own) if is_room(said) else self._of(own) | self._above(), None)

    def _above(self) -> frozenset[int]:
        own = self._customs.office
        return frozenset(p for p, issuer in enumerate(self._issuers) if own and issuer and is_superior(issuer, own))

    def _within(self, said: str, office: str, plans: frozenset[int] | None) -> Unit | None:
        name = self._target(said, office)
        names = self.units.whole(name, plans) or self.units.whole(without_post(name), plans)
        if not names and not self._is_linked(name, office):
            return None
        return self._around(said, name, names, office, plans)

    def around(self, printed: Names, plans: frozenset[int], office: str = "") -> Unit:
        """The unit of which a question found printed names in some plans: its other names, and who holds it."""
        name = min(every_name(printed), key=lambda each: (len(each), each), default="")
        return self._around(name, name, printed, office, plans)

    def _around(self, said: str, name: str, found: Names, office: str, plans: frozenset[int] | None) -> Unit:
        names = {plan: set(printed) for plan, printed in found.items()}
        for plan, printed in self._other_names(name, names, plans):
            names.setdefault(plan, set()).add(printed)
        around = plans if plans is not None else self._beside(names)
        shared = {} if is_group(name) else self._shared(name, names, around)
        if self._does_superiors(name, office):
            self._add_superiors(names, shared)
        return Unit(said, _frozen(names), _frozen(shared))

    def _target(self, said: str, office: str) -> str:
        """The name behind another name."""
        key = unit_key(said)
        fitting = (a.unit for a in self._customs.aliases if unit_key(a.alias) == key and _holds(a.office, office))
        return next(fitting, said)

    def _other_names(
        self, name: str, names: Mapping[int, set[str]], plans: frozenset[int] | None
    ) -> Iterable[tuple[int, str]]:
        """What plans print that is by an alias another name of the unit."""
        keys = {unit_key(name), *(unit_key(printed) for found in names.values() for printed in found)}
        for alias in self._customs.aliases:
            if unit_key(alias.unit) not in keys:
                continue
            for plan in plans if plans is not None else range(len(self._issuers)):
                if _holds(alias.office, self._issuers[plan]):
                    yield from ((plan, p) for p in self._names[plan] if unit_key(p) == unit_key(alias.alias))

    def _shared(self, name: str, names: Mapping[int, set[str]], plans: Iterable[int]) -> dict[int, set[str]]:
        """The collective names that hold a unit and have no chat of their own."""
        members = {name, *(n for found in names.values() for n in found if not is_group(n))}
        around, shared = frozenset(plans), defaultdict(set)
        for group, where in self._groups.items():
            asked = where & around
            if asked and any(self._is_in(group, member) for member in members):
                if linked := self._linked_at(group):
                    asked = {p for p in asked if not any(_holds(office, self._issuers[p]) for office in linked)}
                for plan in asked:
                    if plan not in names or group not in names[plan]:
                        shared[plan].add(group)
        return shared

    def _is_in(self, group: str, unit: str) -> bool:
        """Whether a collective name holds a unit: by what the office says, else by the words of the name."""
        said = self._members.get(unit_key(group))
        return reaches(group, unit) if said is None else unit_key(unit) in said

    def _is_linked(self, name: str, office: str) -> bool:
        return any(_holds(of, office) for of in self._linked_at(name))

    def _linked_at(self, name: str) -> list[str]:
        """The offices at which a unit of this name has a chat of its own."""
        key = unit_key(name)
        return [office for unit, office in self._customs.linked if unit_key(unit) == key]

    def _does_superiors(self, name: str, office: str) -> bool:
        customs = self._customs
        mine = bool(customs.office) and same_office(office or customs.office, customs.office)
        return mine and bool(customs.superior_unit) and unit_key(name) == unit_key(customs.superior_unit)

    def _add_superiors(self, names: dict[int, set[str]], shared: dict[int, set[str]]) -> None:
        """What plans of superiors ask of the own office by its name or by a collective name that holds it."""
        own = self._customs.office
        for plan, issuer in enumerate(self._issuers):
            if issuer and is_superior(issuer, own) and not same_office(issuer, own):
                for printed in self._names[plan]:
                    if asks_of(printed, issuer, own):
                        (shared if is_group(printed) else names).setdefault(plan, set()).add(printed)

    def _of(self, office: str) -> frozenset[int]:
        if office not in self._plans:
            every = enumerate(self._issuers)
            self._plans[office] = frozenset(p for p, issuer in every if not issuer or same_office(issuer, office))
        return self._plans[office]

    def _beside(self, names: Iterable[int]) -> frozenset[int]:
        """The plans of the offices whose plans these are."""
        return frozenset().union(*(self._of(issuer) for issuer in {self._issuers[plan] for plan in names}))


def _holds(office: str, other: str) -> bool:
    """Whether what is said of an office ("" of every one) is said of another."""
    return not office or not other or same_office(office, other)


def _likeness(said: str, name: str, **_: object) -> float:
    """How like two names are, by their letters in order: one word in common ("phòng", "công") makes no two alike."""
    return max(fuzz.ratio(said, name), _PART * fuzz.partial_ratio(said, name))


def _frozen(names: Mapping[int, set[str]]) -> dict[int, frozenset[str]]:
    return {plan: frozenset(found) for plan, found in names.items() if found}
