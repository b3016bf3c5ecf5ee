"""The stores of one data folder, opened together: all that reminders and the chat remember."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from knowledge.errors import PlanbotError, RefusedError
from knowledge.library import shared_lists, store
from knowledge.library.library import Library
from knowledge.library.snapshot import LoadedPlan
from knowledge.tasks import progress
from knowledge.tasks.progress import ProgressStore
from scheduler import (
    asked,
    broadcasts,
    counters,
    handed,
    ledger,
    owed,
    people,
    shown,
    taught,
    units,
    updates,
    wishes,
    workdays,
)
from scheduler.access import Role
from scheduler.asked import AskedStore
from scheduler.broadcasts import BroadcastStore
from scheduler.counters import CounterStore
from scheduler.directory import Chat, Directory
from scheduler.handed import HandedStore
from scheduler.ledger import Ledger
from scheduler.owed import OwedStore
from scheduler.people import PeopleStore
from scheduler.rule_context import DeadLink
from scheduler.settings import Reminders
from scheduler.shown import ShownStore
from scheduler.taught import LessonStore
from scheduler.units import UnitStore
from scheduler.updates import UpdateStore
from scheduler.wishes import WishStore
from scheduler.workdays import WorkdayStore

log = logging.getLogger(__name__)

_OF_PEOPLE = (asked, taught, people, shown, updates, wishes)
_OF_THE_BOT = (broadcasts, counters, handed, ledger, owed, units, workdays)
MIGRATIONS = (
    store.migrations,
    shared_lists.migrations,
    *(part.migrations for part in (progress, *_OF_PEOPLE, *_OF_THE_BOT)),
)


@dataclass(slots=True)
class Stores:
    """All that a pass works with. `settings` and `office` are replaced when the configuration is loaded again.

    Args:
        people: who is let in; nothing is said to anybody else.
        office: the office's own name.
        updates: what was taken from Telegram, and what of it is finished.
        wishes: what people want to be reminded of for themselves.
        shown: which rows each message shows.
        asked: what people asked, lessons: what the office taught.
        counters: how much was asked and sent; `broadcasts`: what admins send to many.
        handed: documents that wait for a decision, and units that are still to be told of one.
        owed: answers that perhaps did not arrive.
        library: opens the plans for whoever changes them; None where there are only `plans`.
    """

    plans: Callable[[], Sequence[LoadedPlan]]
    ledger: Ledger
    units: UnitStore
    workdays: WorkdayStore
    progress: ProgressStore
    settings: Reminders = field(default_factory=Reminders)
    people: PeopleStore = field(default_factory=lambda: PeopleStore(None))
    office: str = ""
    updates: UpdateStore = field(default_factory=lambda: UpdateStore(None))
    wishes: WishStore = field(default_factory=lambda: WishStore(None))
    shown: ShownStore = field(default_factory=lambda: ShownStore(None))
    asked: AskedStore = field(default_factory=lambda: AskedStore(None))
    lessons: LessonStore = field(default_factory=lambda: LessonStore(None))
    counters: CounterStore = field(default_factory=lambda: CounterStore(None))
    broadcasts: BroadcastStore = field(default_factory=lambda: BroadcastStore(None))
    handed: HandedStore = field(default_factory=lambda: HandedStore(None))
    owed: OwedStore = field(default_factory=lambda: OwedStore(None))
    library: Callable[[], Library] | None = None

    def close(self) -> None:
        """Closes the stores."""
        of_people = (self.people, self.updates, self.wishes, self.shown, self.asked, self.lessons)
        of_the_bot = (self.counters, self.broadcasts, self.handed, self.owed)
        for part in (self.ledger, self.units, self.workdays, self.progress, *of_people, *of_the_bot):
            part.close()


def follow(stores: Stores, old: int, new: int, now: datetime) -> None:
    """A group has a new id: its right to ask, its units, its reminders and what is kept of it go with it.

    A broadcast keeps the ids that it was begun with: Telegram names the new one when it comes to the group.

    Raises:
        PlanbotError: parts could not be moved, each is named; all others are, the right to ask first.
    """
    failed: list[PlanbotError] = []
    moves = [partial(part.move, old, new) for part in (stores.units, stores.ledger, stores.shown, stores.asked,
             stores.handed, stores.owed)]  # fmt: skip
    for move in (partial(keep_right, stores.people, old, new, now), *moves):
        try:
            move()
        except PlanbotError as error:
            failed.append(error)
    if len(failed) == 1:
        raise failed[0]
    if failed:
        raise RefusedError(*dict.fromkeys(str(error) for error in failed))


def keep_right(people: PeopleStore, old: int, new: int, now: datetime) -> None:
    """A group has a new id: its right to ask goes with it, if it has one."""
    if old in people.roll().groups:
        log.warning("group %(old)s is now %(new)s", {"old": old, "new": new})
        people.move(old, new, now)


def dead_links_of(stores: Stores) -> tuple[DeadLink, ...]:
    """The chats that stand for units though they are not let in."""
    roll, units = stores.people.roll(), dict[int, dict[str, None]]()
    for link in stores.units.links():
        if not roll.lets_in(link.chat.id):
            units.setdefault(link.chat.id, {})[link.unit] = None
    known = {**roll.people, **roll.groups}
    return tuple(
        DeadLink(chat, tuple(of), known[chat].removed_at if chat in known else "") for chat, of in units.items()
    )


def directory_of(stores: Stores, parked: Iterable[int] = ()) -> Directory:
    """The links and names of units as the stores have them; links to chats that are not let in do not count."""
    roll = stores.people.roll()
    return Directory(
        links=tuple(link for link in stores.units.links() if roll.lets_in(link.chat.id)),
        aliases=stores.units.aliases(),
        members=stores.units.members(),
        office=stores.office,
        superior_unit=stores.settings.superior_unit,
        admins=tuple(map(Chat, roll.with_role(Role.ADMIN))),
        leaders=tuple(map(Chat, roll.with_role(Role.LEADER))),
        parked=frozenset(parked),
    )
