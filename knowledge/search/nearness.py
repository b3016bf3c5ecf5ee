"""How near rows are to a question in what they mean, whichever words they use.

The vectors of the rows lie in a file (`knowledge.search.vectors`) that is filled beside the answers; as long as one of
a plan that is asked is missing, the question is answered by words alone.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.identity import LoadedPlan
from knowledge.model import Passage, Target, Task
from knowledge.search.corpus import Part
from knowledge.search.embedding import Vector, lacking, model, of_question
from knowledge.search.vectors import Keys, Stamp, found, key_of, stamp

MOST = 20_000  # rows from which meaning is left out: their vectors would take a quarter of an hour, and 30 MB
_DIGITS = 4  # of a likeness: the same question has the same answer on every machine


Place = tuple[Part, int, int]  # a row, target or passage: its plan, and which it is there
_SAYS = 6  # words from which a passage says something: less is a heading, an address, a signature


@dataclass(frozen=True, slots=True)
class Neighbours:
    """How near the rows of some plans are to a question.

    Args:
        places: the rows, the nearest first.
        values: how near each is.
        usual: how near a row is on average, which differs from question to question.
    """

    places: tuple[Place, ...]
    values: tuple[float, ...]
    usual: float

    def likeness(self, place: Place) -> float | None:
        """How near a row is; None where it was not looked at."""
        return self.values[self.places.index(place)] if place in self.places else None

    @property
    def best(self) -> float:
        """How near the nearest is."""
        return self.values[0]

    def next_to(self, likeness: float) -> float:
        """How near the nearest row is that is not as near as this: rows of the same words are one."""
        return next((value for value in self.values if value != likeness), self.usual)


@dataclass(frozen=True, slots=True)
class _Loaded:
    stamp: Stamp | None
    vectors: Vector
    whole: npt.NDArray[np.bool_]  # of each plan whether all its rows have their vectors


class Nearness:
    """The rows of some plans by what they mean."""

    def __init__(self, plans: Sequence[LoadedPlan], folder: Path | None) -> None:
        """Args: folder: where the vectors are kept; None where there are none."""
        self.folder = folder
        self._plans = plans
        self._keys: Keys | None = None
        self._places: list[Place] = []
        self._loaded: _Loaded | None = None

    def missing(self) -> list[str]:
        """The texts of rows that have no vector yet, in order; none where none can be made or there are too many."""
        if self.folder is None or lacking() or self._too_many:
            return []
        loaded = self._load()
        if loaded is not None and loaded.whole.all():
            return []
        keys = self._keyed()
        there, _ = found(self.folder, keys)
        texts = [text for text, has in zip(texts_of(self._plans), there, strict=True) if not has]
        return list(dict.fromkeys(texts))

    def to(self, words: Sequence[str], plans: Collection[int], parts: Collection[Part]) -> Neighbours | None:
        """The rows of some plans as they are near to words with their accents; None where a plan has no vectors."""
        loaded = self._load()
        if loaded is None or not plans or not loaded.whole[list(plans)].all():
            return None
        at = [n for n, (part, plan, _) in enumerate(self._places) if plan in plans and part in parts]
        if not at:
            return None
        likeness = np.round(loaded.vectors[at] @ of_question(words), _DIGITS)
        order = np.argsort(-likeness, kind="stable")
        places = tuple(self._places[at[int(n)]] for n in order)
        return Neighbours(places, tuple(map(float, likeness[order])), round(float(likeness.mean()), _DIGITS))

    def _load(self) -> _Loaded | None:
        """The vectors; looked for again when the file has changed, as long as some are missing."""
        if self.folder is None or lacking() or self._too_many:
            return None
        if self._loaded is not None and self._loaded.whole.all():
            return self._loaded
        now = stamp(self.folder)
        if now is None:
            return None
        if self._loaded is None or self._loaded.stamp != now:
            there, vectors = found(self.folder, self._keyed())
            lacks = {plan for (_, plan, _), has in zip(self._places, there, strict=True) if not has}
            whole = np.array([plan not in lacks for plan in range(len(self._plans))])
            self._loaded = _Loaded(now, vectors, whole)
        return self._loaded

    @cached_property
    def _too_many(self) -> bool:  # counted once: of two thousand plans that takes longer than many an answer
        plans = (loaded.plan for loaded in self._plans)
        return sum(len(plan.tasks) + len(plan.targets) + len(plan.passages) for plan in plans) > MOST

    def _keyed(self) -> Keys:
        if self._keys is None:
            self._places = list(_places(self._plans))
            self._keys = np.array([key_of(text, model()) for text in texts_of(self._plans)], np.uint64)
        return self._keys


def texts_of(plans: Sequence[LoadedPlan]) -> Iterator[str]:
    """What is read of each row, target and passage: its own words, which say best what it is about."""
    for loaded in plans:
        yield from map(text_of, loaded.plan.tasks)
        yield from map(text_of, loaded.plan.targets)
        yield from (passage.text for passage in loaded.plan.passages if _says(passage))


def text_of(item: Task | Target | Passage) -> str:
    """What is read of one."""
    if not isinstance(item, Task):
        return item.text
    return f"{item.task} {item.activity}" if item.activity else item.task


def _says(passage: Passage) -> bool:
    return len(passage.text.split()) >= _SAYS


def _places(plans: Sequence[LoadedPlan]) -> Iterator[Place]:
    for number, loaded in enumerate(plans):
        yield from ((Part.TASK, number, item) for item in range(len(loaded.plan.tasks)))
        yield from ((Part.TARGET, number, item) for item in range(len(loaded.plan.targets)))
        yield from ((Part.PASSAGE, number, item) for item, said in enumerate(loaded.plan.passages) if _says(said))
