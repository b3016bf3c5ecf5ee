"""What keeps a running bot going: its health, a backup for an admin, and its configuration, loaded again."""

import asyncio
import dataclasses
import logging
import platform
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from bot.config import Config, load_config
from bot.wiring import Wiring
from handlers.context import Reloaded, Services, Where
from handlers.operating import reload
from handlers.show import say
from knowledge.backup import BACKUPS, Backup, back_up
from knowledge.database import DATABASE_NAME, SQLITE_VERSION
from knowledge.errors import StorageError, trouble_with_a_file
from knowledge.library.snapshot import Snapshot
from knowledge.private import make_folder
from knowledge.search.embedding import lacking
from knowledge.storage import Server
from scheduler.access import Role
from scheduler.clock import VIETNAM
from scheduler.counters import Counted, total
from scheduler.health import PERHAPS_KEPT, Disk, Health, Index

log = logging.getLogger(__name__)

SECTIONS = tuple(field.name for field in dataclasses.fields(Config) if field.repr)
AT_ONCE = ("office", "access", "reminders")  # sections that hold as soon as they are loaded
BY_SIGNAL = "máy chủ"  # who loaded it again, in the log of the admins


class Operator:
    """The operations of a running bot.

    Args:
        file: the configuration file, None where there is none.
    """

    def __init__(self, wiring: Wiring, file: Path | None) -> None:
        self._wiring, self._file = wiring, file
        self._started = wiring.clock()

    def health(self) -> Health:
        """How the bot is now."""
        wiring, stores, now = self._wiring, self._wiring.stores, self._wiring.clock().astimezone(VIETNAM)
        tallies = stores.counters.tallies(now.date(), Counted.ANSWER, Counted.SEND)
        return Health(
            now=now,
            started=self._started,
            every=timedelta(minutes=stores.settings.every_minutes),
            marks=stores.counters.marks(),
            answers=total(tallies, Counted.ANSWER),
            sends=total(tallies, Counted.SEND),
            parked=len(stores.ledger.parked()),
            unsure=len(stores.ledger.uncertain((now - PERHAPS_KEPT).isoformat())),
            index=_index(wiring.library.snapshot),
            disk=_disk(wiring.folder),
            elsewhere=self.elsewhere,
            versions={"planbot": version("planbot"), "Python": platform.python_version(), "SQLite": SQLITE_VERSION},
        )

    @property
    def elsewhere(self) -> bool:
        """Whether the data are on a server that others back up."""
        return isinstance(self._wiring.place, Server)

    @contextmanager
    def backup(self, now: datetime) -> Iterator[Backup]:
        """A backup in a file that is gone after the body.

        Raises:
            StorageError: it cannot be written.
        """
        folder = self._wiring.own_file
        make_folder(folder / BACKUPS)
        try:
            place = tempfile.TemporaryDirectory(prefix="chat-", dir=folder / BACKUPS)
        except OSError as error:
            raise StorageError(trouble_with_a_file(folder / BACKUPS, error)) from error
        with place as made:
            yield back_up(folder, Path(made) / f"{now:%Y%m%d-%H%M%S}.zip")

    def reload(self) -> Reloaded:
        """Loads the configuration again; what cannot change while the bot runs stays and is named."""
        wiring, stores = self._wiring, self._wiring.stores
        before, after = wiring.config, load_config(self._file)
        changed = tuple(changes(before, after))
        now, waiting = ([key for key in changed if at_once(key) is one] for one in (True, False))
        stores.settings, stores.office = after.reminders, after.office.name
        stores.people.take_over(after.access, wiring.clock())
        wiring.config = _with(before, after)
        return Reloaded(tuple(now), tuple(waiting), after.office.name)


def _with(before: Config, after: Config) -> Config:
    """The configuration as it holds from now on."""
    kept = {section: getattr(before, section) for section in SECTIONS if section not in AT_ONCE}
    return dataclasses.replace(after, **kept, token=before.token, database=before.database)


def at_once(key: str) -> bool:
    """Whether a key holds as soon as it is loaded."""
    return key.partition(".")[0] in AT_ONCE


def changes(before: Config, after: Config) -> Iterator[str]:
    """The dotted names of the keys that differ; of a secret that it does, never what it is."""
    for section in SECTIONS:
        old, new = getattr(before, section), getattr(after, section)
        names = [f.name for f in dataclasses.fields(old)]
        yield from (f"{section}.{name}" for name in names if getattr(old, name) != getattr(new, name))
    yield from (name for name in ("token", "database") if getattr(before, name) != getattr(after, name))


async def reloading(services: Services) -> None:
    """What runs beside the bot: loads the configuration again whenever the process is sent SIGHUP."""
    asked = asyncio.Event()
    with suppress(NotImplementedError, AttributeError):  # Windows has no such signal
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, asked.set)
    while True:
        await asked.wait()
        asked.clear()
        said = await reload(services, BY_SIGNAL)
        for admin in services.people.roll().with_role(Role.ADMIN):
            await say(said, services, Where(admin))


def _index(snapshot: Snapshot) -> Index:
    rows = sum(len(loaded.plan.tasks) for loaded in snapshot.plans)
    return Index(len(snapshot.plans), rows, not lacking(), len(snapshot.nearness.missing()))


def _disk(folder: Path) -> Disk:
    usage = shutil.disk_usage(folder)
    file = folder / DATABASE_NAME
    return Disk(usage.free, usage.total, _size(file), _size(file.with_name(f"{file.name}-wal")))


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
