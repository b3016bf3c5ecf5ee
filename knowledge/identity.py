"""Short names (refs) for rows and passages, so that a button, a reminder or a report can point at one.

A ref is ten letters and digits made from what the thing says. A task keeps its ref when a new version of its plan is
loaded (`knowledge.library.diff` matches old and new rows), so progress, reminders and links survive; a passage's ref
follows its words.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.language.text import folded
from knowledge.model import Passage, Plan, Target, Task

REF_LENGTH = 10  # 50 bits: one accidental collision in about 30 million rows, and `distinct` settles it within a plan


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan in the library with the names of its parts.

    Args:
        stem: its name in the library, the file name without its ending.
        task_refs, target_refs, passage_refs: one ref for each task, target and passage, in their order.
    """

    stem: str
    plan: Plan
    task_refs: tuple[str, ...]
    target_refs: tuple[str, ...]
    passage_refs: tuple[str, ...]


def load(stem: str, plan: Plan, refs: tuple[str, ...] | None = None) -> LoadedPlan:
    """A plan with its refs: those given for its tasks (kept from an earlier version), or new ones."""
    return LoadedPlan(
        stem=stem,
        plan=plan,
        task_refs=task_refs(stem, plan) if refs is None else refs,
        target_refs=passage_refs(stem, plan.targets),
        passage_refs=passage_refs(stem, plan.passages),
    )


def task_refs(stem: str, plan: Plan) -> tuple[str, ...]:
    """Refs for a plan's tasks that has no earlier version, in order, distinct."""
    return distinct(_digest(stem, "task", *_words(task)) for task in plan.tasks)


def passage_refs(stem: str, items: Iterable[Passage | Target]) -> tuple[str, ...]:
    """Refs for passages or targets, in order, distinct."""
    return distinct(_digest(stem, type(item).__name__, *item.section, item.text) for item in items)


def distinct(refs: Iterable[str]) -> tuple[str, ...]:
    """The refs in order, where one that came before is replaced by one made from it and its count."""
    seen: set[str] = set()
    result = []
    for ref in refs:
        unique, count = ref, 1
        while unique in seen:
            count += 1
            unique = _digest(ref, str(count))
        seen.add(unique)
        result.append(unique)
    return tuple(result)


def _words(task: Task) -> tuple[str, ...]:
    return (*task.section, task.stt, task.task, task.activity or "", task.result or "")


def _digest(*parts: str) -> str:
    text = "\x1f".join(folded(part) for part in parts)
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:REF_LENGTH]
