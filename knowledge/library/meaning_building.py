"""Making the vectors of rows (`knowledge.search.nearness`) in a process of its own, after a plan was taken.

A row takes some 40 ms, a plan of a hundred rows four seconds: too long for an answer to wait. The child keeps what it
has every now and then, so that one that is ended loses little, and leaves the machine to others (nice). One at a time
works on a folder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from knowledge.errors import PlanbotError
from knowledge.library.children import run_child
from knowledge.library.snapshot import Snapshot
from knowledge.search.nearness import texts_of

SECONDS = 3600.0  # twenty thousand rows; a child that hangs must not be waited for for ever


@dataclass(frozen=True, slots=True)
class Work:
    """What the child is to do.

    Args:
        folder: where vectors are kept.
        texts: those that have none yet.
        wanted: all that rows say now; vectors of others are dropped.
        patience: how far it gives way to others (nice).
    """

    folder: Path
    texts: tuple[str, ...]
    wanted: tuple[str, ...]
    patience: int = 0


def read_meaning(snapshot: Snapshot, patience: int = 0) -> int:
    """Has the vectors made that rows of the plans lack; of how many. Questions are answered meanwhile.

    Args:
        patience: how far that gives way to others (nice); whoever waits for it has none.

    Raises:
        PlanbotError: they could not be made; answers go by the words alone.
    """
    missing, folder = snapshot.nearness.missing(), snapshot.nearness.folder
    if missing and folder:
        build_vectors(Work(folder, tuple(missing), tuple(texts_of(snapshot.plans)), patience))
    return len(missing)


def build_vectors(work: Work) -> None:
    """Have the vectors made and kept.

    Raises:
        PlanbotError: the child failed, was ended, or took too long; what it had kept stays.
    """
    run_child("knowledge.library.meaning_worker", work, SECONDS, partial(_failed, work))


def _failed(work: Work, reason: str) -> PlanbotError:
    return PlanbotError(f"{work.folder}: what the new rows mean is not known, their words are all the same: {reason}")


def portions(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    """Texts in portions after each of which something is kept."""
    return [texts[at : at + size] for at in range(0, len(texts), size)]
