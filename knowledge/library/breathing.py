"""Work on a new snapshot that leaves the answers their turn, and the memory of what is swapped out."""

import gc
import time
from collections.abc import Callable

from knowledge.library.snapshot import Snapshot

_LARGE = 10_000  # rows
_WORK, _REST = 0.002, 0.001  # seconds


def set_aside(snapshot: Snapshot) -> None:
    """Spares the collector of cycles a large library: going over it once takes as long as a hundred answers."""
    if sum(len(plan.task_refs) for plan in snapshot.plans) >= _LARGE:
        gc.freeze()


def breather() -> Callable[[], None]:
    """What leaves Python's lock to the answers for a while whenever it was held for some time."""
    since = time.perf_counter()

    def breathe() -> None:
        nonlocal since
        if time.perf_counter() - since > _WORK:
            time.sleep(_REST)
            since = time.perf_counter()

    return breathe


def nothing(_snapshot: Snapshot, _rest: Callable[[], None]) -> None:
    """Works nothing out beforehand."""


def unchanged(snapshot: Snapshot) -> Snapshot:
    """The snapshot as it is: all that it needs is here."""
    return snapshot
