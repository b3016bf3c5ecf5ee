"""Everything that questions and reminders are answered from, at one moment.

A snapshot never changes: a reload makes a new one beside it and swaps it in by one assignment, so that a question that
is being answered keeps the plans it started with.
"""

from dataclasses import dataclass

from knowledge.identity import passage_refs, task_refs
from knowledge.model import Plan


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
