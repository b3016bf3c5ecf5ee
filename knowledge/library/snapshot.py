"""Everything that questions and reminders are answered from, at one moment.

A snapshot never changes: a reload makes a new one beside it and swaps it in by one assignment, so that a question that
is being answered keeps the plans it started with.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from knowledge.identity import LoadedPlan, load
from knowledge.model import Passage, Plan, Target, Task
from knowledge.reply import Citation
from knowledge.search.index import Hit, Index, Part
from knowledge.search.nearness import Nearness

__all__ = ["LoadedPlan", "Snapshot", "load", "make_snapshot", "over"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The plans, the index over them, and their rows by what they mean."""

    plans: tuple[LoadedPlan, ...]
    index: Index
    nearness: Nearness = field(repr=False)
    _places: Mapping[str, int] = field(repr=False)  # each ref's document in the index

    def find(self, ref: str) -> Citation | None:
        """The task, target or passage of this name, or None where there is none (any more)."""
        document = self._places.get(ref)
        return None if document is None else self._citation(*self.index.place(document))

    def place(self, ref: str) -> tuple[Part, int, int] | None:
        """Where the task, target or passage of this name stands: its plan, and which it is there."""
        document = self._places.get(ref)
        return None if document is None else self.index.place(document)

    def cite(self, hit: Hit) -> Citation:
        """What a hit of the index stands for."""
        return self._citation(hit.part, hit.plan, hit.item, hit.score)

    def _citation(self, part: Part, position: int, item: int, score: float = 0.0) -> Citation:
        loaded = self.plans[position]
        return Citation(_refs(loaded)[part][item], loaded.stem, _items(loaded.plan)[part][item], score)


def make_snapshot(plans: Sequence[LoadedPlan], cache: Path | None = None, meaning: Path | None = None) -> Snapshot:
    """The snapshot of these plans.

    Args:
        plans: in the order in which ties are broken.
        cache: a folder that keeps the index; it is loaded from there if it was made from these very plans, and made
            and put there otherwise.
        meaning: the folder of the rows' vectors, which may come there later.
    """
    return over(plans, _index(plans, cache), meaning)


def over(plans: Sequence[LoadedPlan], index: Index, meaning: Path | None = None) -> Snapshot:
    """The snapshot of these plans with the index that was made from them."""
    refs = chain.from_iterable((loaded.task_refs, loaded.target_refs, loaded.passage_refs) for loaded in plans)
    places = {ref: document for document, ref in enumerate(chain.from_iterable(refs))}
    return Snapshot(tuple(plans), index, Nearness(tuple(plans), meaning), places)


def _index(plans: Sequence[LoadedPlan], cache: Path | None) -> Index:
    index = Index.load(cache, plans) if cache else None
    if index is None:
        index = Index.build(plans)
        if cache:
            _keep(index, cache)
    return index


def _keep(index: Index, cache: Path) -> None:
    """Save an index; where that fails the next start makes it again, and the log says why it is slow."""
    try:
        index.save(cache)
    except OSError as error:
        logging.getLogger(__name__).warning(
            "the index is not kept in %(cache)s: %(error)s", {"cache": cache, "error": error}
        )


def _refs(loaded: LoadedPlan) -> dict[Part, tuple[str, ...]]:
    return {Part.TASK: loaded.task_refs, Part.TARGET: loaded.target_refs, Part.PASSAGE: loaded.passage_refs}


def _items(plan: Plan) -> dict[Part, tuple[Task, ...] | tuple[Target, ...] | tuple[Passage, ...]]:
    return {Part.TASK: plan.tasks, Part.TARGET: plan.targets, Part.PASSAGE: plan.passages}
