"""The one place where the parts are put together.

Everything that runs, the bot, the console, a command or a test, takes its parts from a `Wiring`: the configuration,
the data folder and the clock are given, the rest is made from them once and closed at the end. What answers
questions is half of what there is to load, so it is imported where one may be asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import Config
from bot.worker import worker_of
from knowledge.database import DATABASE_NAME, takes_new_form
from knowledge.errors import RefusedError
from knowledge.library.library import Library
from knowledge.library.shared_lists import SharedLists
from knowledge.library.snapshot import Snapshot
from knowledge.private import close_to_others, make_folder
from knowledge.samples import sample_files
from knowledge.storage import Place, Server
from knowledge.tasks.progress import ProgressStore
from scheduler.asked import AskedStore
from scheduler.broadcasts import BroadcastStore
from scheduler.clock import Clock
from scheduler.counters import CounterStore
from scheduler.handed import HandedStore
from scheduler.ledger import Ledger
from scheduler.owed import OwedStore
from scheduler.people import PeopleStore
from scheduler.shown import ShownStore
from scheduler.stores import MIGRATIONS, Stores, directory_of
from scheduler.taught import LessonStore
from scheduler.units import UnitStore
from scheduler.updates import UpdateStore
from scheduler.wishes import WishStore
from scheduler.workdays import WorkdayStore

if TYPE_CHECKING:
    from bot.answering import PlanAnswerer
    from knowledge.answers.answer import Context


ON_A_SERVER = (
    "the data are on the PostgreSQL server: its owner backs them up (`pg_dump`); the originals are in the data folder"
)


@dataclass
class Wiring:
    """The parts of one run.

    Args:
        data: the data folder, or None to keep everything in memory.
        config_file: where the configuration was read, None where there is no file.
    """

    config: Config
    data: Path | None
    clock: Clock
    config_file: Path | None = None

    @cached_property
    def library(self) -> Library:
        """The library of the data folder, opened when it is first needed."""
        self._private_folder()
        if isinstance(self.place, Server) and self.config.search.candidates == "server":
            return Library.open(self.data, self.place, warm=_looked_up, share=self._lists.share)
        return Library.open(self.data, self.place, warm=_looked_up)

    @cached_property
    def _lists(self) -> SharedLists:
        """The posting lists on the server."""
        return SharedLists(self.place)

    def _private_folder(self) -> None:
        """Makes the data folder, and takes from others what an older version left open to them."""
        if self.data:
            make_folder(self.data)
            if (self.data / DATABASE_NAME).exists():
                close_to_others(self.data)
                if not {"library", "stores"} & self.__dict__.keys():
                    self._put_aside(self.data)

    def _put_aside(self, folder: Path) -> None:
        """Keeps a backup of data that an older version made, before they get the form of this one."""
        if not isinstance(self.place, Server) and takes_new_form(folder / DATABASE_NAME, MIGRATIONS):
            from knowledge.backup import before_upgrade  # noqa: PLC0415 - once after an update

            before_upgrade(folder, self.clock())

    @property
    def place(self) -> Place:
        """Where the stores are: the server that the environment names, else a file in the data folder, else memory."""
        if self.data and self.config.database:
            return Server(self.config.database)
        return self.data / DATABASE_NAME if self.data else None

    @property
    def folder(self) -> Path:
        """The data folder, for what cannot do without one."""
        if self.data is None:
            raise ValueError("this run keeps everything in memory")
        return self.data

    @property
    def _worker(self) -> str:
        """Who claims reminders beside others of the same office; a file has one program at a time, wherever it lies."""
        return worker_of(self.folder) if isinstance(self.place, Server) else ""

    @property
    def own_file(self) -> Path:
        """The data folder, for what copies its database.

        Raises:
            RefusedError: the data are on a server.
        """
        if isinstance(self.place, Server):
            raise RefusedError(ON_A_SERVER)
        return self.folder

    @cached_property
    def answerer(self) -> "PlanAnswerer":
        """Where questions are answered."""
        from bot.answering import PlanAnswerer  # noqa: PLC0415 - most commands answer none

        return PlanAnswerer(self.library, self.context)

    def context(self, plan: str | None = None) -> "Context":
        """What an answer needs to know besides the plans: the day, the own office, which plan is asked."""
        from knowledge.answers.answer import Context  # noqa: PLC0415 - as above

        progress = self.stores.progress.all()
        customs = directory_of(self.stores).customs
        lessons = self.stores.lessons.all()
        return Context(self.clock().date(), customs, plan, progress, lessons)

    @cached_property
    def stores(self) -> Stores:
        """What the reminders work with; the stores are opened when they are first needed."""
        self._private_folder()
        place = self.place
        stores = Stores(
            plans=lambda: self.library.snapshot.plans,
            ledger=Ledger(place, self._worker),
            units=UnitStore(place),
            workdays=WorkdayStore(place),
            progress=ProgressStore(place),
            settings=self.config.reminders,
            people=PeopleStore(place),
            updates=UpdateStore(place),
            wishes=WishStore(place),
            shown=ShownStore(place),
            asked=AskedStore(place, self.config.questions.kept_months),
            lessons=LessonStore(place),
            counters=CounterStore(place),
            broadcasts=BroadcastStore(place),
            handed=HandedStore(place, self.data),
            owed=OwedStore(place),
            library=lambda: self.library,
            office=self.config.office.name,
        )
        linked = frozenset(link.chat.id for link in stores.units.links())
        stores.people.take_over(self.config.access, self.clock(), linked)
        return stores

    def on_samples(self) -> "Wiring":
        """The same run on the sample plans, in memory; the data folder is left alone."""
        wiring = Wiring(self.config, None, self.clock)
        for file in sample_files():
            wiring.library.commit(wiring.library.prepare(file), self.clock(), by="samples")
        return wiring

    def close(self) -> None:
        """Closes what was opened."""
        if "library" in self.__dict__:
            self.library.close()
        if "stores" in self.__dict__:
            self.stores.close()
        if "_lists" in self.__dict__:
            self._lists.close()


def _looked_up(snapshot: Snapshot, rest: Callable[[], None]) -> None:
    """Works out beforehand what a question looks up in the plans."""
    from knowledge.questions.lookup import lookup  # noqa: PLC0415 - as above

    lookup(snapshot, rest)
