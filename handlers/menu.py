"""One command of the bot as a value: from the table of them come the menus, the help, the access and the guide."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from telegram import Update

from handlers.context import Context
from scheduler.access import LEAST, Act, Judged, Kind, Role

ANYWHERE = (Kind.PRIVATE, Kind.GROUP)


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table.

    Args:
        name: as Telegram takes it, `[a-z0-9_]`.
        says: what it does, as menus and help say it.
        act: what has to be allowed to the one who asks.
        where: the kinds of chat in which it may be asked, `shown` those in whose menus it stands.
        works: needs what was reported and who stands for whom; `edited`: said anew when its message is edited.
        plans: is about the rows of plans, so that without a plan there is nothing to say.
    """

    name: str
    arguments: str
    says: str
    handler: Callable[[Update, Context, Judged], Awaitable[None]]
    act: Act = Act.ASK
    where: tuple[Kind, ...] = ANYWHERE
    shown: tuple[Kind, ...] = ANYWHERE
    works: bool = False
    edited: bool = False
    plans: bool = False

    def allowed(self, judged: Judged) -> bool:
        """Whether somebody may ask this of the bot here."""
        return judged.kind in self.where and judged.may(self.act)


def menu(commands: Sequence[Command], role: Role, kind: Kind) -> tuple[tuple[str, str], ...]:
    """The names and descriptions that stand in the menu of a role in a kind of chat."""
    return tuple(
        (command.name, command.says)
        for command in commands
        if kind in command.shown and kind in command.where and role.rank >= LEAST[command.act].rank
    )
