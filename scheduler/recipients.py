"""Who is told of a task: from the unit that a plan names to the chats that stand for it.

A unit is named within the office that issued its plan: "Văn phòng Sở" of one office is not that of another. A
collective name reaches its members. A superior's plan concerns the office by its own name or by a collective name that
holds it, and then reaches the unit that is set for such work.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.errors import NotFoundError, RefusedError
from knowledge.units.cells import is_group, unit_key
from knowledge.units.naming import office_key, reaches, same_office, without_post


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
class Alias:
    """Another name for a unit of an office."""

    alias: str
    unit: str
    office: str = ""


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
    """

    links: tuple[Link, ...] = ()
    aliases: tuple[Alias, ...] = ()
    office: str = ""
    superior_unit: str = ""
    admins: tuple[Chat, ...] = ()
    leaders: tuple[Chat, ...] = ()
    parked: frozenset[int] = frozenset()
    _in_charge: dict[str, tuple[Chat, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _reached: dict[tuple[str, str, Role], Reach] = field(default_factory=dict, init=False, repr=False, compare=False)

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
        links = self._of(issuer, role)
        direct = self._named_so(unit, issuer, links) or self._named_so(without_post(unit), issuer, links)
        if same_office(issuer, self.office) or not self.office or direct:
            return self._as_reach(direct)
        if not _asks(unit, issuer, self.office):
            return Reach((), concerns=False)
        own = self._named(self.superior_unit, self.office)
        return self._as_reach(link for link in self._own(role) if unit_key(link.unit) == own)

    def _named_so(self, unit: str, issuer: str, links: Sequence[Link]) -> list[Link]:
        """The links of a unit's name, or of the members of a collective name that has no chat of its own."""
        named = self._named(unit, issuer)
        direct = [link for link in links if unit_key(link.unit) == named]
        if not direct and is_group(unit):
            return [link for link in links if reaches(unit, link.unit)]
        return direct

    def _named(self, unit: str, issuer: str) -> str:
        key = unit_key(unit)
        for alias in self.aliases:
            if unit_key(alias.alias) == key and (not alias.office or same_office(alias.office, issuer)):
                return unit_key(alias.unit)
        return key

    def _of(self, issuer: str, role: Role) -> list[Link]:
        return [
            link for link in self.links if link.role is role and (not link.office or same_office(link.office, issuer))
        ]

    def _own(self, role: Role) -> list[Link]:
        return self._of(self.office, role) if self.office else []

    def _as_reach(self, links: Iterable[Link]) -> Reach:
        chats = {link.chat: link.unit for link in links if link.chat.id not in self.parked}
        return Reach(tuple((unit, chat) for chat, unit in chats.items()))

    def _reachable(self, chats: Iterable[Chat]) -> tuple[Chat, ...]:
        return tuple(dict.fromkeys(chat for chat in chats if chat.id not in self.parked))


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


def _asks(unit: str, issuer: str, own: str) -> bool:
    """Whether a plan of another issuer asks something of this office under this name."""
    if not is_superior(issuer, own):
        return False
    return (reaches(unit, own) if is_group(unit) else False) or _is_short_for(unit, own)


_NATIONAL = ("chinh phu", "thu tuong", "bo ", "quoc hoi", "ban chi dao", "van phong chinh phu")
_PROVINCIAL = ("ubnd ", "hdnd ", "tinh uy ", "thanh uy ", "huyen uy ")


def is_superior(issuer: str, own: str) -> bool:
    """Whether an issuer stands above an office: the state, a ministry, or the committee of the same place."""
    key = office_key(issuer)
    if key.startswith(_NATIONAL):
        return True
    place = next((key.removeprefix(head) for head in _PROVINCIAL if key.startswith(head)), "")
    return bool(place) and f" {place}" in office_key(own)


def _is_short_for(unit: str, own: str) -> bool:
    key = office_key(unit)
    return " " in key and f"{office_key(own)} ".startswith(f"{key} ")
