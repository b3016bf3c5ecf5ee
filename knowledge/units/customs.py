"""What an office says of units beside its plans: other names, members of collective names, which units have a chat."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name for a unit of an office; an empty office is every one."""

    alias: str
    unit: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Members:
    """The units that an office means by a collective name."""

    group: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Customs:
    """What an office says of units beside its plans.

    Args:
        office: the office that runs this bot, as its plans print it; may be empty.
        linked: (unit, office) of the units that have a chat.
        superior_unit: its unit that does what a superior's plan asks of the whole office.
        members: what the office says that its collective names hold; else the words of the name tell.
    """

    office: str = ""
    aliases: tuple[Alias, ...] = ()
    linked: tuple[tuple[str, str], ...] = ()
    superior_unit: str = ""
    members: tuple[Members, ...] = ()
