"""The child's side of `knowledge.library.index_building`: `python -m knowledge.library.index_worker`."""

import contextlib
import os
import pickle
import sys

from knowledge.identity import LoadedPlan
from knowledge.library.index_building import Job, Version
from knowledge.library.store import Store
from knowledge.orphan import end_with_parent
from knowledge.search import archive
from knowledge.search.index import Index


def main() -> None:
    """Read the job that stands on standard input, see that its index is kept, and print the fingerprint."""
    end_with_parent()
    with contextlib.suppress(AttributeError, OSError):  # not every system can
        os.nice(5)  # answers come first, on one core above all
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    plans = _plans(job)
    mark = archive.fingerprint(plans)
    if archive.load(job.cache, mark) is None:
        Index.build(plans).save(job.cache)
    print(mark)  # noqa: T201 - the answer to the parent


def _plans(job: Job) -> list[LoadedPlan]:
    store = Store(job.database)
    try:
        return [plan if isinstance(plan, LoadedPlan) else _stored(store, plan) for plan in job.plans]
    finally:
        store.close()


def _stored(store: Store, version: Version) -> LoadedPlan:
    found = store.version(*version)
    if found is None:
        raise LookupError(f"{version[0]}: version {version[1]} is not in the database")
    return found


if __name__ == "__main__":
    main()
