"""A document that was read and understood and may be taken into the library, and what is no plan."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import RefusedError
from knowledge.library.diff import Difference
from knowledge.model import Plan


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that was read and understood and may be taken.

    Args:
        path: the file that was read; it has to be there until `commit`.
        difference: what it changes; all rows are new where the plan is new.
    """

    stem: str
    path: Path
    sha256: str
    plan: Plan
    difference: Difference
    replaces: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the version in the library already says all of this."""
        return self.replaces is not None and self.difference.is_empty


def refuse_what_is_no_plan(plan: Plan) -> None:
    """Raises RefusedError where a document holds nothing of a plan."""
    if plan.tasks or plan.targets:
        return
    if plan.passages and (plan.heading.title or plan.heading.number):
        return
    raise RefusedError(
        f"{plan.source}: nothing of a plan was found: no table of tasks, no duties, and no heading such as KẾ HOẠCH"
    )
