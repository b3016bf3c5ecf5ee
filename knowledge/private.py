"""The data folder is for the one who runs the bot: who asks what, who is late and every plan lie in it.

Folders are 700 and files 600, whatever the umask says. On systems without such rights nothing is done.
"""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from knowledge.errors import StorageError, trouble_with_a_file

FOLDER, FILE = 0o700, 0o600
HALF = ".part"  # the ending of a file in the making; a killed process leaves it, and no backup takes it
OTHERS = 0o077


def make_folder(folder: Path) -> None:
    """Makes a folder for its owner alone, if it is not there.

    Raises:
        StorageError: it cannot be made.
    """
    try:
        new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True, mode=FOLDER)
        if new and os.name == "posix":
            folder.chmod(FOLDER)
    except OSError as error:
        raise StorageError(trouble_with_a_file(folder, error)) from error


def make_file(file: Path) -> None:
    """Makes an empty file for its owner alone, if it is not there.

    One that is there is not even opened: closing it would drop the locks that SQLite holds on it in this process.
    """
    with contextlib.suppress(FileExistsError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE))


def close_to_others(folder: Path) -> None:
    """Takes from others what they may do in a folder; what belongs to somebody else stays as it is."""
    for path in open_to_others(folder):
        with contextlib.suppress(OSError):
            path.chmod(stat.S_IMODE(path.stat().st_mode) & ~OTHERS)


def open_to_others(folder: Path) -> Iterator[Path]:
    """The folder and what lies in it, as far as others may read, write or enter it."""
    if os.name != "posix":
        return
    for path in (folder, *folder.rglob("*")):
        with contextlib.suppress(OSError):
            if not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) & OTHERS:
                yield path
