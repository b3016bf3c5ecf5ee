"""The texts of all plans as numbers: one long row of terms, cut into documents and fields.

A document is a task, a target or a passage; documents stand in the order of the plans, and in a plan tasks come before
targets and targets before passages, so that the parts of a plan are ranges. Arrays instead of objects: a million rows
are a hundred million terms.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from knowledge.identity import LoadedPlan
from knowledge.model import Plan, Task
from knowledge.text import folded
from knowledge.words import terms

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Longs = npt.NDArray[np.int64]


class Part(StrEnum):
    """What a document is."""

    TASK = "task"
    TARGET = "target"
    PASSAGE = "passage"


class Field(StrEnum):
    """Where in a document a word stands."""

    TEXT = "text"  # task and activity; the words of a target or passage
    OBJECTIVE = "objective"
    RESULT = "result"
    SECTION = "section"
    UNITS = "units"  # who chairs and who coordinates
    OTHER = "other"  # deadline, budget, columns of their own
    HEADING = "heading"  # number, issuer and title of the plan, kept once for each plan


PARTS = tuple(Part)
FIELDS = tuple(field for field in Field if field is not Field.HEADING)  # those kept for each document
_CACHED = 200_000  # texts that repeat (sections, units, objectives) are cut into terms once


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of all texts, numbered; each with its accents, and the same without.

    Args:
        words, bare: accented terms, folded terms.
        ids, bare_ids: their numbers.
        fold: for the number of an accented term that of its folded form.
    """

    words: tuple[str, ...]
    bare: tuple[str, ...]
    ids: dict[str, int]
    bare_ids: dict[str, int]
    fold: Ints

    @classmethod
    def of(cls, words: Iterable[str]) -> "Vocabulary":
        """The vocabulary of these accented terms, numbered as they come."""
        known = tuple(words)
        bare_ids: dict[str, int] = {}
        fold = [bare_ids.setdefault(folded(word), len(bare_ids)) for word in known]
        ids = {word: number for number, word in enumerate(known)}
        return cls(known, tuple(bare_ids), ids, bare_ids, np.asarray(fold, dtype=np.int32))


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents.

    Args:
        tokens, fields: term and field of each word, all documents end to end.
        starts: where each document begins, one longer than the number of documents.
        lengths: words of each document in each field.
        plans, parts, items: where each document is from: position of the plan, of the part in PARTS, and in the part.
        spans: for each plan where its tasks, targets and passages begin, and where its last passage ends.
    """

    vocabulary: Vocabulary
    tokens: Ints
    fields: Bytes
    starts: Longs
    lengths: Ints
    plans: Ints
    parts: Bytes
    items: Ints
    spans: Longs

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def mean_lengths(self) -> npt.NDArray[np.float64]:
        """The mean length of each field."""
        return self.lengths.mean(axis=0) if len(self) else np.zeros(len(FIELDS))


def gather(plans: Sequence[LoadedPlan]) -> Corpus:
    """All documents of the plans."""
    cutter = _Cutter()
    tokens, fields = array("i"), array("B")
    starts, lengths = array("q", [0]), array("i")
    plan_of, part_of, item_of, spans = array("i"), array("B"), array("i"), array("q")
    for position, loaded in enumerate(plans):
        for part, documents in enumerate(_documents(loaded.plan)):
            spans.append(len(item_of))
            for item, texts in enumerate(documents):
                for field, text in enumerate(texts):
                    found = cutter.cut(text)
                    tokens.extend(found)
                    fields.extend([field] * len(found))
                    lengths.append(len(found))
                starts.append(len(tokens))
                plan_of.append(position)
                part_of.append(part)
                item_of.append(item)
        spans.append(len(item_of))
    return Corpus(
        vocabulary=Vocabulary.of(cutter.ids),
        tokens=np.array(tokens, dtype=np.int32),
        fields=np.array(fields, dtype=np.uint8),
        starts=np.array(starts, dtype=np.int64),
        lengths=np.array(lengths, dtype=np.int32).reshape(-1, len(FIELDS)),
        plans=np.array(plan_of, dtype=np.int32),
        parts=np.array(part_of, dtype=np.uint8),
        items=np.array(item_of, dtype=np.int32),
        spans=np.array(spans, dtype=np.int64).reshape(-1, len(PARTS) + 1),
    )


def heading_text(plan: Plan) -> str:
    """What names a plan: number, issuer, title, years."""
    heading = plan.heading
    words = (heading.number or heading.symbol, heading.issuer, heading.place, heading.title, *map(str, heading.years))
    return "; ".join(word for word in words if word)


def texts_of(plans: Sequence[LoadedPlan], *, empty: bool = False) -> Iterator[str]:
    """Every text of every document in order, with or without the empty ones."""
    for loaded in plans:
        for documents in _documents(loaded.plan):
            for texts in documents:
                yield from texts if empty else filter(None, texts)


class _Cutter:
    """Cuts texts into numbered terms; a term gets its number when it first comes."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self._texts: dict[str, array[int]] = {}

    def cut(self, text: str) -> "array[int]":
        """The numbers of a text's terms."""
        found = self._texts.get(text)
        if found is None:
            ids = self.ids
            found = array("i", [ids.setdefault(term, len(ids)) for term in terms(text)])
            if len(self._texts) < _CACHED:
                self._texts[text] = found
        return found


def _documents(plan: Plan) -> tuple[Iterator[tuple[str, ...]], ...]:
    """For each part its documents, each as texts in the order of FIELDS."""
    return (
        (_task_texts(task) for task in plan.tasks),
        ((item.text, "", "", " ".join(item.section), "", "") for item in plan.targets),
        ((item.text, "", "", " ".join(item.section), "", "") for item in plan.passages),
    )


def _task_texts(task: Task) -> tuple[str, ...]:
    other = (task.deadline.text, task.budget or "", *(text for _, text in task.extra))
    return (
        f"{task.task} {task.activity}" if task.activity else task.task,
        task.objective or "",
        task.result or "",
        " ".join(task.section),
        " ".join((*task.lead, *task.coordinate)),
        " ".join(other),
    )
