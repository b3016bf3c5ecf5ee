"""Who may see and do what: the one place that decides it. Pure.

Everybody asks here: the gate, the commands, the buttons, the documents and the reminders. What a person may do follows
from the role that an admin gave, what a chat may see from the chat: in a unit's group a leader too sees that unit only.
Who is not named, or was removed, may nothing anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import Enum, StrEnum, auto
from typing import Final

from knowledge.language.text import folded
from knowledge.wrong_values import Expected, WrongValue, WrongValuesError

MOST_ID = 2**52  # ids of people and chats have at most 52 bits (https://core.telegram.org/bots/api#user)


@dataclass(frozen=True, slots=True)
class Access:
    """The first people and groups (Telegram ids), as the configuration names them; each is taken over once.

    Args:
        users: people who may ask in a private chat.
        groups: groups whose members may ask there.
        leaders: people who also see the figures over all units.
        admins: people who also manage the plans; they may do all that the others may.
    """

    users: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    leaders: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Checks that each number can be an id; every one that cannot is named."""
        if wrong := [*self._impossible()]:
            raise WrongValuesError(*wrong)

    def _impossible(self) -> Iterator[WrongValue]:
        for key in (one.name for one in fields(self)):
            for number in sorted(n for n in getattr(self, key) if not is_id(n)):
                yield WrongValue(key, str(number), Expected.ID, (MOST_ID,))


def is_id(number: int) -> bool:
    """Whether a number can be the id of a person or chat; others reach no store."""
    return abs(number) <= MOST_ID


class Role(StrEnum):
    """What somebody was let in as; each may do all that those before it may."""

    VIEWER = "viewer"  # xem
    FOCAL = "focal"  # đầu mối
    LEADER = "leader"  # lãnh đạo
    ADMIN = "admin"  # quản trị

    @property
    def rank(self) -> int:
        """Grows with what the role may do."""
        return list(Role).index(self)

    @property
    def label(self) -> str:
        """As it is called in the chat."""
        return _LABELS[self]


def kept_role(text: object) -> Role | None:
    """A role as it is kept; None where that is none."""
    return Role(str(text)) if str(text) in set(Role) else None


_LABELS = {Role.VIEWER: "xem", Role.FOCAL: "đầu mối", Role.LEADER: "lãnh đạo", Role.ADMIN: "quản trị"}


def role_of(text: str) -> Role | None:
    """The role of a name in either language, typed with or without accents; None where it is none."""
    typed = " ".join(folded(text).replace("-", " ").split())
    return next((role for role in Role if typed in {role.value, folded(role.label)}), None)


class Kind(Enum):
    """The kind of place from which somebody speaks."""

    PRIVATE = auto()
    GROUP = auto()
    CHANNEL = auto()
    INLINE = auto()  # typed in any chat, seen by the one who types until it is sent


class Act(Enum):
    """What may be asked of the bot."""

    ASK = auto()  # questions, lists, opening a row
    REPORT = auto()  # how a row stands, more time; besides, the chat has to stand for the unit
    OVERSEE = auto()  # the figures by unit
    DECIDE = auto()  # on more time that was asked for
    MANAGE = auto()  # plans, people, units, the calendar


LEAST: Final[Mapping[Act, Role]] = {
    Act.ASK: Role.VIEWER,
    Act.REPORT: Role.VIEWER,
    Act.OVERSEE: Role.LEADER,
    Act.DECIDE: Role.ADMIN,
    Act.MANAGE: Role.ADMIN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """Who was let in by whom, and perhaps removed again.

    Args:
        added_at: ISO time; `removed_at` is empty as long as nobody has removed them.
    """

    id: int
    added_by: str = ""
    added_at: str = ""
    removed_by: str = ""
    removed_at: str = ""

    @property
    def let_in(self) -> bool:
        """Whether nobody has removed them."""
        return not self.removed_at


class Group(Admitted):
    """A group whose members may ask there."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Admitted):
    """Somebody who may ask, and more with their role.

    Args:
        unit: the unit that the person belongs to or speaks for, may be empty.
    """

    role: Role = Role.VIEWER
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One person in one chat, as the gate has let them through. Only `judge` makes it.

    Args:
        user: None for an anonymous admin of a group.
        unit: of the person, may be empty.
        chat_units: what the chat stands for.
    """

    user: int | None
    chat: int
    kind: Kind
    role: Role
    unit: str = ""
    chat_units: tuple[str, ...] = ()

    def may(self, act: Act) -> bool:
        """Whether this is allowed here."""
        return self.role.rank >= LEAST[act].rank

    @property
    def standing(self) -> str:
        """All that what they are shown depends on: what was made for one standing is not for another."""
        return "\n".join((self.role, self.unit, *self.chat_units))

    @property
    def only_chat(self) -> int | None:
        """The chat to whose own units the figures are limited, None where they are not."""
        return self.chat if self.kind is Kind.GROUP and self.chat_units else None


@dataclass(frozen=True, slots=True)
class Roll:
    """Everybody who is or was let in, at one moment.

    Args:
        moved: the id that a group has since, by the one it had.
    """

    people: Mapping[int, Person] = field(default_factory=dict)
    groups: Mapping[int, Group] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)

    def now_at(self, chat: int) -> int:
        """The id that a chat has by now: messages of a group from before it moved are pressed under the old one."""
        return self.moved.get(chat, chat)

    def role(self, user: int | None) -> Role | None:
        """What a person may do as, None where they may nothing."""
        person = self.people.get(user) if user is not None else None
        return person.role if person and person.let_in else None

    def barred(self, user: int | None) -> bool:
        """Whether a person was removed: such a one may nothing in groups either."""
        person = self.people.get(user) if user is not None else None
        return person is not None and not person.let_in

    def lets_in(self, chat: int) -> bool:
        """Whether something may be sent to a chat of its own accord: a group, or a person's private chat."""
        known: Admitted | None = self.groups.get(chat) or self.people.get(chat)
        return known is not None and known.let_in

    def with_role(self, *roles: Role) -> tuple[int, ...]:
        """The people of these roles, by id."""
        return tuple(sorted(p.id for p in self.people.values() if p.let_in and p.role in roles))


def judge(roll: Roll, user: int | None, chat: int, kind: Kind, chat_units: Iterable[str] = ()) -> Judged | None:
    """Who speaks and what they may do there; None for whoever may nothing."""
    role = roll.role(user)
    if kind is Kind.GROUP:
        known = roll.groups.get(chat)
        hidden = user is not None and user < 0  # as a channel: it may be somebody who was removed
        role = (role or Role.VIEWER) if known and known.let_in and not (hidden or roll.barred(user)) else None
    elif kind is Kind.CHANNEL:
        role = None
    if role is None:
        return None
    person = roll.people.get(user) if user is not None else None
    return Judged(user, chat, kind, role, person.unit if person else "", tuple(dict.fromkeys(chat_units)))
