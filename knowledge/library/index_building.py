"""Making the index of a large library in a process of its own, beside the answers.

Building holds Python's lock for seconds, in which every answer waits for its turn. So the child reads the rows from the
database itself, builds, and puts the index into the cache folder under its fingerprint; here it is only mapped. The
index gets its name when it is whole: a child that fails or is killed leaves nothing that could be loaded.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from knowledge.errors import PlanbotError
from knowledge.identity import LoadedPlan
from knowledge.library.children import run_child
from knowledge.search.index import Index
from knowledge.storage import Place

SECONDS = 1800.0  # a million rows take some minutes; a child that hangs must not hold the library for ever

Version = tuple[str, int]  # a plan that the database has, by its name and its version's number


@dataclass(frozen=True, slots=True)
class Job:
    """What the child is to index.

    Args:
        database: where the plans are.
        cache: the folder that keeps indexes.
        plans: in their order; one that is not in the database yet as it is.
    """

    database: Place
    cache: Path
    plans: tuple[Version | LoadedPlan, ...]


def build_beside(job: Job, seconds: float = SECONDS) -> str:
    """Have the index made and kept, if it is not there already.

    Returns:
        Its fingerprint.

    Raises:
        PlanbotError: the child failed, was ended, or took too long.
    """
    return run_child("knowledge.library.index_worker", job, seconds, partial(_failed, job))


def index_beside(job: Job) -> Index:
    """The index that was made so.

    Raises:
        PlanbotError: as above, or it cannot be read.
    """
    mark = build_beside(job)
    index = Index.kept(job.cache, mark)
    if index is None:
        raise PlanbotError(f"{job.cache / mark}: the new index cannot be read, the old plans stay")
    return index


def _failed(job: Job, reason: str) -> PlanbotError:
    return PlanbotError(f"{job.cache}: the index of the new plans could not be made, the old ones stay: {reason}")
