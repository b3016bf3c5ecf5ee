"""Who is told of a task: from the unit that a plan names to the chats that stand for it.

A unit is named within the office that issued its plan: "Văn phòng Sở" of one office is not that of another. A
collective name reaches its members. A superior's plan concerns the office by its own name or by a collective name that
holds it, and then reaches the unit that is set for such work.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.errors import NotFoundError, RefusedError
from knowledge.model import Plan
from knowledge.units.customs import Alias, Customs, Members
from knowledge.units.keys import unit_key
from knowledge.units.naming import asks_of, same_office
from knowledge.units.roster import Roster

__all__ = ["Alias", "Chat", "Directory", "Link", "Reach", "Role", "choose_office", "units_by_issuer"]


class Role(StrEnum):
    """What a chat stands for."""

    UNIT = "unit"
    LEADER = "leader"  # told when the unit is late
    OFFICE = "office"  # the office in charge, told when that did not help


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat, or a topic of one; General has no thread."""

    id: int
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A chat that stands for a unit of an office; an empty office is the only one there is."""

    unit: str
    office: str
    chat: Chat
    role: Role = Role.UNIT


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom one unit's name in one plan reaches.

    Args:
        chats: with the name of the unit that each stands for; may be empty.
        concerns: whether a missing chat has to be reported: False for other offices' own units.
    """

    chats: tuple[tuple[str, Chat], ...]
    concerns: bool = True


@dataclass(frozen=True, slots=True)
class Directory:
    """The links of all units.

    Args:
        office: the office that runs this bot, as its plans print it; may be empty.
        superior_unit: its unit that is told what a superior's plan asks of the whole office.
        parked: chats that cannot be reached at the moment; their units count as without a chat.
        roster: the units of the plans; a name that none of them prints is looked at by itself.
    """

    links: tuple[Link, ...] = ()
    aliases: tuple[Alias, ...] = ()
    members: tuple[Members, ...] = ()
    office: str = ""
    superior_unit: str = ""
    admins: tuple[Chat, ...] = ()
    leaders: tuple[Chat, ...] = ()
    parked: frozenset[int] = frozenset()
    roster: Roster = field(default_factory=Roster, repr=False, compare=False)
    _tables: dict[tuple[str, Role], "_Held"] = field(default_factory=dict, init=False, repr=False, compare=False)
    _in_charge: dict[str, tuple[Chat, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _reached: dict[tuple[str, str, Role], Reach] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def customs(self) -> Customs:
        """What is said of units beside the plans."""
        linked = tuple(dict.fromkeys((link.unit, link.office) for link in self.links))
        return Customs(self.office, self.aliases, linked, self.superior_unit, self.members)

    def reach(self, unit: str, issuer: str | None, role: Role = Role.UNIT) -> Reach:
        """The chats of a unit as a plan of `issuer` names it."""
        key = (unit, issuer or self.office, role)
        if key not in self._reached:
            self._reached[key] = self._find(*key)
        return self._reached[key]

    def in_charge(self, issuer: str | None) -> tuple[Chat, ...]:
        """The chats of the office in charge of an issuer's plans: those linked as such, else the admins'."""
        issuer = issuer or self.office
        if issuer not in self._in_charge:
            linked = [link.chat for link in self._of(issuer, Role.OFFICE) or self._own(Role.OFFICE)]
            self._in_charge[issuer] = self._reachable(linked) or self.reachable_admins
        return self._in_charge[issuer]

    @property
    def reachable_admins(self) -> tuple[Chat, ...]:
        """The admins' chats that are not parked."""
        return self._reachable(self.admins)

    @property
    def reachable_leaders(self) -> tuple[Chat, ...]:
        """The leaders' chats that are not parked."""
        return self._reachable(self.leaders)

    def _find(self, unit: str, issuer: str, role: Role) -> Reach:
        printed = self.roster.prints(unit, issuer)
        alone = None if printed else Roster([(0, unit)], [issuer], self.customs)
        direct, shared = self._match(alone, issuer, role) if alone else self._table(issuer, role)
        ours = not self.office or same_office(issuer, self.office)
        found = direct.get(unit) or shared.get(unit, [])
        return self._as_reach(found, concerns=ours or bool(found) or asks_of(unit, issuer, self.office))

    def _table(self, issuer: str, role: Role) -> "_Held":
        """The links that hold each printed name of an issuer's plans by itself, and in a collective name."""
        if (issuer, role) not in self._tables:
            self._tables[issuer, role] = self._match(self.roster, issuer, role)
        return self._tables[issuer, role]

    def _match(self, roster: Roster, issuer: str, role: Role) -> "_Held":
        direct: dict[str, list[Link]] = {}
        shared: dict[str, list[Link]] = {}
        for link in self.links:
            if link.role is not role:
                continue
            unit = roster.resolve(link.unit, link.office or issuer)
            for names, held in ((unit.own, direct), (unit.shared, shared)):
                for name in {name for plan, found in names.items() if roster.is_of(plan, issuer) for name in found}:
                    held.setdefault(name, []).append(link)
        return direct, shared

    def _of(self, issuer: str, role: Role) -> list[Link]:
        return [
            link for link in self.links if link.role is role and (not link.office or same_office(link.office, issuer))
        ]

    def _own(self, role: Role) -> list[Link]:
        return self._of(self.office, role) if self.office else []

    def _as_reach(self, links: Iterable[Link], *, concerns: bool) -> Reach:
        chats = {link.chat: link.unit for link in links if link.chat.id not in self.parked}
        return Reach(tuple((unit, chat) for chat, unit in chats.items()), concerns)

    def _reachable(self, chats: Iterable[Chat]) -> tuple[Chat, ...]:
        return tuple(dict.fromkeys(chat for chat in chats if chat.id not in self.parked))


def units_by_issuer(plans: Iterable[Plan], own: str) -> dict[str, dict[str, str]]:
    """The units that the plans of each issuer name, by their comparable form, as first printed."""
    found: dict[str, dict[str, str]] = {}
    for plan in plans:
        names = found.setdefault(plan.heading.issuer or own, {})
        for task in plan.tasks:
            for unit in (*task.lead, *task.coordinate):
                names.setdefault(unit_key(unit), unit)
    return found


def choose_office(unit: str, office: str | None, own: str, issuers: Mapping[str, Collection[str]]) -> str:
    """The office whose unit is meant.

    Args:
        unit: as the person names it.
        office: named by the person, or None.
        own: the configuration's own office, may be empty.
        issuers: the units that the plans of each issuer name.

    Raises:
        NotFoundError: no plan names such a unit.
        RefusedError: several offices have such a unit.
    """
    if office:
        return next((issuer for issuer in issuers if same_office(issuer, office)), office)
    if own:
        return own
    key = unit_key(unit)
    found = [issuer for issuer, names in issuers.items() if any(unit_key(name) == key for name in names)]
    if not found:
        raise NotFoundError(f"{unit}: no plan names this unit; say whose it is with --office")
    if len(found) > 1:
        raise RefusedError(f"{unit}: several offices have such a unit; choose with --office: {'; '.join(found)}")
    return found[0]


_Held = tuple[dict[str, list[Link]], dict[str, list[Link]]]  # by printed name: by itself, in a collective name
