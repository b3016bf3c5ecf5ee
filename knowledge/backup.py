"""A backup: one file with the database and the originals, taken beside a running bot, and brought back beside one.

The copy is made by SQLite's own backup in one step: in steps it would begin again with every write of the bot and never
end. It is opened and checked before it counts as a backup. Bringing back goes the same way, after the present state has
been put aside. Before a newer version changes the form of the data, they are put aside as well.
"""

import contextlib
import filecmp
import logging
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from knowledge.database import DATABASE_NAME, WAIT_SECONDS
from knowledge.errors import RefusedError
from knowledge.private import FILE, HALF, make_folder
from knowledge.regular import only_regular

log = logging.getLogger(__name__)

DOCUMENTS = "documents"
BACKUPS = "backups"
DAYS, WEEKS = 7, 4  # how many of the backups by schedule are kept
_SUFFIX = ".zip"
_STAMP = "%Y%m%d-%H%M%S"
_LEFT = ("planbot-*/", "chat-*/", "*.part")  # what a killed process leaves among the backups: folders, and half ones


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: how many originals, and its size in bytes."""

    file: Path
    originals: int
    size: int


def back_up(folder: Path, file: Path) -> Backup:
    """Writes a backup of a data folder; a half one never has the final name.

    Raises:
        RefusedError: there is nothing to keep, the file is something else, or there is no room.
    """
    database = folder / DATABASE_NAME
    if not database.exists():
        raise RefusedError(f"{database}: there is no database here to back up")
    if only_regular(file).exists() and not _is_backup(file):
        raise RefusedError(f"{file}: is there and is no backup of planbot; give another name")
    part = file.with_name(f"{file.name}.part")
    try:
        make_folder(file.parent)
        originals = _pack(folder, database, part)
        _verify(part)
        part.replace(file)
    except (OSError, sqlite3.DatabaseError) as error:
        raise RefusedError(
            f"{file}: the backup could not be written: {error}; what is there stays as it was"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return Backup(file, originals, file.stat().st_size)


def restore(folder: Path, file: Path, now: datetime, fit: Callable[[Path], object] = Path.exists) -> Path | None:
    """Brings a backup back into a data folder, which is made if need be, also beside a running bot.

    Args:
        fit: opens the copied data folder as the running version would, and raises what it refuses.

    Returns:
        Where the state of before was put, None where there was none.

    Raises:
        RefusedError: the file is no whole backup; nothing has been changed.
    """
    with tempfile.TemporaryDirectory(prefix="planbot-") as taken:
        try:
            with zipfile.ZipFile(only_regular(file)) as archive:
                names = list(_wanted(archive, file))
                archive.extractall(taken, names)
            _check(Path(taken) / DATABASE_NAME)
        except (OSError, zipfile.BadZipFile, sqlite3.DatabaseError) as error:
            raise RefusedError(f"{file}: is no whole backup of planbot ({error}); nothing was changed") from error
        fit(Path(taken))
        make_folder(folder)
        before = _put_aside(folder, now)
        try:
            _bring_originals(Path(taken) / DOCUMENTS, folder / DOCUMENTS)
            _copy(Path(taken) / DATABASE_NAME, folder / DATABASE_NAME)
        except (OSError, sqlite3.DatabaseError) as error:
            raise RefusedError(f"{folder}: the backup could not be brought back: {error}; the state of before is in "
                               f"{before}") from error  # fmt: skip
    return before


def before_upgrade(folder: Path, now: datetime) -> Path:
    """Puts the state aside that an older version left; the file.

    Raises:
        RefusedError: the backup could not be made; the data are as they were.
    """
    made = back_up(folder, folder / BACKUPS / f"before-upgrade-{now.strftime(_STAMP)}{_SUFFIX}").file
    log.warning("data of an older version get the form of this one; how they were is kept in %(file)s", {"file": made})
    return made


def scheduled(folder: Path, now: datetime) -> Backup:
    """The backup of a day below the data folder; of the older ones those of 7 days and of 4 weeks are kept."""
    place = folder / BACKUPS
    _clear(place, now)
    made = back_up(folder, place / f"{now:%Y%m%d}{_SUFFIX}")
    days = {file: day for file in place.glob(f"*{_SUFFIX}") if (day := _day_of(file))}
    for file in set(days) - kept(days, now):
        file.unlink(missing_ok=True)
    return made


def kept(days: dict[Path, datetime], now: datetime) -> set[Path]:
    """Of the backups by day those to keep: of the last 7 days, and the newest of each of the last 4 weeks."""
    recent = {file for file, day in days.items() if now - day < timedelta(days=DAYS)}
    weeks: dict[tuple[int, int], Path] = {}
    for file, day in sorted(days.items(), key=lambda found: found[1]):
        if now - day < timedelta(weeks=WEEKS):
            year, week, _ = day.isocalendar()
            weeks[year, week] = file
    return recent | set(weeks.values())


def _clear(place: Path, now: datetime) -> None:
    """Takes away what processes that were killed left behind, once it is a day old."""
    for left in (path for pattern in _LEFT for path in place.glob(pattern)):
        with contextlib.suppress(OSError):
            if now.timestamp() - left.stat().st_mtime > timedelta(days=1).total_seconds():
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def _day_of(file: Path) -> datetime | None:
    try:
        return datetime.strptime(file.stem, "%Y%m%d")  # noqa: DTZ007 - a day
    except ValueError:
        return None


def _pack(folder: Path, database: Path, part: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="planbot-", dir=part.parent) as room:
        copy = Path(room) / DATABASE_NAME
        _copy(database, copy)
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, FILE)
        with os.fdopen(descriptor, "wb") as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.write(copy, DATABASE_NAME)
                originals = sorted(
                    path for path in (folder / DOCUMENTS).rglob("*") if path.is_file() and path.suffix != HALF
                )
                for path in originals:
                    archive.write(path, path.relative_to(folder).as_posix())
            out.flush()
            os.fsync(out.fileno())  # before it gets its name: a power cut leaves no empty backup
    return len(originals)


def _copy(source: Path, goal: Path) -> None:
    """One database into another, as one transaction there."""
    with (
        contextlib.closing(sqlite3.connect(source, timeout=WAIT_SECONDS)) as read,
        contextlib.closing(sqlite3.connect(goal, timeout=WAIT_SECONDS)) as write,
    ):
        read.backup(write)
        write.commit()
    goal.chmod(FILE)


def _verify(file: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="planbot-", dir=file.parent) as room, zipfile.ZipFile(file) as archive:
        if broken := archive.testzip():
            raise sqlite3.DatabaseError(f"{broken} was not written whole")
        archive.extract(DATABASE_NAME, room)
        _check(Path(room) / DATABASE_NAME)


def _check(database: Path) -> None:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        found = [line for (line,) in connection.execute("pragma quick_check(1)")]
    if found != ["ok"]:
        raise sqlite3.DatabaseError(found[0])


def _is_backup(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return DATABASE_NAME in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _wanted(archive: zipfile.ZipFile, file: Path) -> Iterator[str]:
    """The database and the originals; a name that leads elsewhere is no part of a backup."""
    names = archive.namelist()
    if DATABASE_NAME not in names:
        raise RefusedError(f"{file}: is no backup of planbot: it holds no {DATABASE_NAME}; nothing was changed")
    broken = archive.testzip()
    if broken:
        raise RefusedError(f"{file}: {broken} in it is damaged; nothing was changed")
    for name in names:
        path = PurePosixPath(name)
        if name == DATABASE_NAME or (path.parts[:1] == (DOCUMENTS,) and ".." not in path.parts):
            yield name


def _put_aside(folder: Path, now: datetime) -> Path | None:
    if not (folder / DATABASE_NAME).exists():
        return None
    return back_up(folder, folder / BACKUPS / f"before-restore-{now.strftime(_STAMP)}{_SUFFIX}").file


def _bring_originals(source: Path, goal: Path) -> None:
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        target = goal / path.relative_to(source)
        if path.is_dir():
            make_folder(target)
            continue
        if target.is_file() and filecmp.cmp(path, target, shallow=False):
            continue
        make_folder(target.parent)
        part = target.with_name(f"{target.name}.part")
        shutil.copyfile(path, part)
        part.chmod(FILE)
        part.replace(target)  # whoever is killed here leaves the one of before or the new one, no half of one
