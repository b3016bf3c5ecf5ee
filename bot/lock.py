"""One planbot to a data folder: a lock that the system takes back when the program dies, however it dies."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from knowledge.errors import PlanbotError
from knowledge.private import FILE, make_folder


@contextlib.contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Hold the data folder while the body runs.

    Raises:
        PlanbotError: another program holds it.
    """
    make_folder(data)
    lock = FileLock(data / "planbot.lock", mode=FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise PlanbotError(f"{data}: another planbot is running on this data folder; stop it first") from None
    try:
        yield
    finally:
        lock.release()
