"""Whom what is said of a row goes to: the chats of its units and of their leaders, and who stands in for them.

Many rows name the same units, so each is looked up once in a pass.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scheduler.directory import Chat, Directory, Reach, Role


class Recipient(NamedTuple):
    """A chat that is told of a row.

    Args:
        unit: for which; empty where the plan names none.
        own: whether it is the unit's own chat, and not an admin's who stands in for it.
        role: of the unit in the row, "lead" or "coordinate".
    """

    unit: str
    chat: Chat
    own: bool
    role: str


Units = tuple[str, ...]  # as a row names them
NOBODY: Units = ("",)  # of a row whose plan names no chair, and whose reminders go to the admins


class Recipients:
    """The recipients of a pass."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._told: dict[tuple[Units, str | None, str], tuple[Recipient, ...]] = {}
        self._leaders: dict[tuple[Units, str | None], tuple[tuple[str, Chat], ...]] = {}
        self._concern: dict[tuple[Units, str | None], bool] = {}

    def of(self, units: Units, issuer: str | None, role: str) -> tuple[Recipient, ...]:
        """The chats of units as a plan of `issuer` names them; for chairs without a chat the admins'."""
        key = (units, issuer, role)
        if key not in self._told:
            self._told[key] = tuple(self._of(*key))
        return self._told[key]

    def leaders(self, units: Units, issuer: str | None) -> tuple[tuple[str, Chat], ...]:
        """(unit, chat) of those who lead the units, each once."""
        key = (units, issuer)
        if key not in self._leaders:
            found = {pair for unit in units for pair in reach_of(self._directory, issuer, unit, Role.LEADER).chats}
            self._leaders[key] = tuple(sorted(found, key=str))
        return self._leaders[key]

    def concern(self, units: Units, issuer: str | None) -> bool:
        """Whether one of these units is of concern here."""
        key = (units, issuer)
        if key not in self._concern:
            self._concern[key] = any(reach_of(self._directory, issuer, unit).concerns for unit in units)
        return self._concern[key]

    def _of(self, units: Units, issuer: str | None, role: str) -> Iterator[Recipient]:
        for unit in units:
            reach = reach_of(self._directory, issuer, unit)
            for name, chat in reach.chats:
                yield Recipient(name, chat, own=True, role=role)
            if not reach.chats and reach.concerns and role == "lead":
                for chat in self._directory.reachable_admins:
                    yield Recipient(unit, chat, own=False, role=role)


def reach_of(directory: Directory, issuer: str | None, unit: str, role: Role = Role.UNIT) -> Reach:
    """Whom the name of a unit in a row of an issuer's plan reaches."""
    return directory.reach(unit, directory.roster.office_of(unit, issuer or ""), role)
