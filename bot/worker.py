"""Who claims reminders beside others on one PostgreSQL server: a name that no other running process has.

Each data folder has a word of its own, drawn once and kept in it, and one process at a time (`bot.lock`); so two
machines or containers that are made alike are two workers, and one that is started again is the worker that it was. The
machine's name stands beside it for folders that were copied with their word. A container that gets a new name or folder
with each start is a new worker each time: what the one before was saying is due again when its lease is over.
"""

import platform
import secrets
from pathlib import Path

from filelock import FileLock

from knowledge.errors import StorageError, trouble_with_a_file
from knowledge.private import FILE, make_file

NAME = "worker"


def worker_of(data: Path) -> str:
    """The name of the worker of a data folder, as claims begin with it.

    Raises:
        StorageError: its word can be neither read nor kept.
    """
    return f"{platform.node()}:{_word(data / NAME)}:"


def _word(file: Path) -> str:
    try:
        with FileLock(f"{file}.lock", mode=FILE):
            make_file(file)
            word = file.read_text(encoding="utf-8", errors="replace").strip()  # any word that stays is one
            if not word:  # new, or whoever drew one was killed before it was kept
                word = secrets.token_hex(8)
                file.write_text(f"{word}\n", encoding="utf-8")
    except OSError as error:
        raise StorageError(trouble_with_a_file(file, error)) from error
    return word
