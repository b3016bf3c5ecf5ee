"""The texts of all plans as numbers: one long row of terms, cut into documents and fields.

A document is a task, a target or a passage; documents stand in the order of the plans, and in a plan tasks come before
targets and targets before passages, so that the parts of a plan are ranges. Arrays instead of objects: a million rows
are a hundred million terms.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from knowledge.identity import LoadedPlan
from knowledge.model import Plan, Task
from knowledge.search.vocabulary import Vocabulary
from knowledge.search.words import spelled_out, terms

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


PARTS = tuple(Part)
FIELDS = tuple(Field)
CELLS = {  # where a document has what the cell of a field says
    "lead": (Field.UNITS,),
    "coordinate": (Field.UNITS,),
    "result": (Field.RESULT,),
    "deadline": (Field.OTHER,),
    "budget": (Field.OTHER,),
    "any": (Field.OTHER, Field.RESULT, Field.TEXT),
}
_CACHED = 200_000  # texts that repeat (sections, units, objectives) are cut into terms once


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents.

    Args:
        tokens, fields: term and field of each word, all documents end to end.
        starts: where each document begins, one longer than the number of documents.
        lengths: words of each document in each field.
        mean_lengths: over all documents.
        plans, parts, items: where each document is from: position of the plan, of the part in PARTS, and in the part.
        spans: for each plan where its tasks, targets and passages begin, and where its last passage ends.
    """

    vocabulary: Vocabulary
    tokens: Ints
    fields: Bytes
    starts: Longs
    lengths: Ints
    mean_lengths: npt.NDArray[np.float64]
    plans: Ints
    parts: Bytes
    items: Ints
    spans: Longs

    def __len__(self) -> int:
        return len(self.starts) - 1


def gather(plans: Sequence[LoadedPlan]) -> Corpus:
    """All documents of the plans."""
    rows = _Rows()
    for loaded in plans:
        rows.add(loaded.plan)
    lengths = np.array(rows.lengths, dtype=np.int32).reshape(-1, len(FIELDS))
    return Corpus(
        vocabulary=Vocabulary.of(rows.ids),
        tokens=np.array(rows.tokens, dtype=np.int32),
        fields=np.array(rows.fields, dtype=np.uint8),
        starts=np.array(rows.starts, dtype=np.int64),
        lengths=lengths,
        mean_lengths=lengths.mean(axis=0) if len(lengths) else np.zeros(len(FIELDS)),
        plans=np.array(rows.plans, dtype=np.int32),
        parts=np.array(rows.parts, dtype=np.uint8),
        items=np.array(rows.items, dtype=np.int32),
        spans=np.array(rows.spans, dtype=np.int64).reshape(-1, len(PARTS) + 1),
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


class _Rows:
    """The arrays of a corpus as they grow; a term gets its number when it first comes."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.tokens, self.fields = array("i"), array("B")
        self.starts, self.lengths = array("q", [0]), array("i")
        self.plans, self.parts, self.items, self.spans = array("i"), array("B"), array("i"), array("q")
        self._cut: dict[str, array[int]] = {}

    def add(self, plan: Plan) -> None:
        """Take in all documents of the next plan."""
        glossary = dict(plan.glossary)
        number = len(self.spans) // (len(PARTS) + 1)
        self._numbers(heading_text(plan), glossary)  # the words of its heading are known, and do not rank
        for part, documents in enumerate(_documents(plan)):
            self.spans.append(len(self.items))
            for item, texts in enumerate(documents):
                self._document(texts, glossary)
                self.plans.append(number)
                self.parts.append(part)
                self.items.append(item)
        self.spans.append(len(self.items))

    def _document(self, texts: tuple[str, ...], glossary: Mapping[str, str]) -> None:
        for field, text in enumerate(texts):
            found = self._numbers(text, glossary)
            self.tokens.extend(found)
            self.fields.extend([field] * len(found))
            self.lengths.append(len(found))
        self.starts.append(len(self.tokens))

    def _numbers(self, text: str, glossary: Mapping[str, str]) -> "array[int]":
        text = spelled_out(text, glossary)
        found = self._cut.get(text)
        if found is None:
            ids = self.ids
            found = array("i", [ids.setdefault(term, len(ids)) for term in terms(text)])
            if len(self._cut) < _CACHED:
                self._cut[text] = found
        return found


def _documents(plan: Plan) -> tuple[Iterator[tuple[str, ...]], ...]:
    """For each part its documents, each as texts in the order of FIELDS."""
    return (
        (_task_texts(task) for task in plan.tasks),
        ((item.text, "", "", " ".join(item.section), "", "") for item in plan.targets),
        ((item.text, "", "", " ".join(item.section), "", "") for item in plan.passages),
    )


def _task_texts(task: Task) -> tuple[str, ...]:
    own = (task.deadline.text, task.budget or "", task.person or "", task.note or "")
    other = (*own, *(text for _, text in task.extra))
    return (
        f"{task.task} {task.activity}" if task.activity else task.task,
        task.objective or "",
        task.result or "",
        " ".join(task.section),
        " ".join((*task.lead, *task.coordinate)),
        " ".join(other),
    )
