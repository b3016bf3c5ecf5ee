"""A document that was read and understood and may be taken into the library, and what is no plan."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.document import Document
from knowledge.errors import PlanbotError, RefusedError
from knowledge.language.text import folded
from knowledge.library.diff import Difference
from knowledge.model import Plan
from knowledge.plan.secrecy import secrecy


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that was read and understood and may be taken.

    Args:
        path: the file that was read; it has to be there until `commit`.
        difference: what it changes; all rows are new where the plan is new.
        replaces: the number of the version that it was compared with, None where there is none.
        same_text: the head, targets and passages of that version say the same.
    """

    stem: str
    path: Path
    sha256: str
    plan: Plan
    difference: Difference
    replaces: int | None = None
    same_text: bool = True

    @property
    def is_known(self) -> bool:
        """Whether the version in the library already says all of this."""
        return self.replaces is not None and self.difference.is_empty and self.same_text

    @property
    def before(self) -> int:
        """How many rows the version has that is replaced."""
        change = self.difference
        return len(change.removed) + len(change.changed) + change.unchanged

    @property
    def loses_most(self) -> bool:
        """Whether more than half of the rows of the version before are gone: nobody takes that without a yes."""
        return 2 * len(self.difference.removed) > self.before

    @property
    def may_be_misread(self) -> bool:
        """Whether rows are gone that the reading may have lost: more than a few, or any where it had doubts."""
        gone = len(self.difference.removed)
        return gone > max(_FEW, self.before // 10) or (gone > 0 and bool(self.plan.doubts))


_FEW = 2  # rows that whoever writes a new version takes out of it


class NoPlanError(RefusedError):
    """A document that can be read and holds nothing of a plan."""


class ClassifiedError(RefusedError):
    """A document marked as a state secret, which may not be kept here."""


class ChangedError(PlanbotError):
    """A plan is not any more what it was compared with; it has to be looked at again."""


def says_the_same(one: Plan, other: Plan) -> bool:
    """Whether two documents have the same head, targets and passages, whatever their rows."""
    return one.heading == other.heading and _texts(one) == _texts(other)


def _texts(plan: Plan) -> list[str]:
    return [folded(text) for text in (*(t.text for t in plan.targets), *(p.text for p in plan.passages))]


def refuse_secrets(document: Document) -> None:
    """Raises ClassifiedError where a document is marked as a state secret."""
    if level := secrecy(document):
        raise ClassifiedError(
            f"{document.source}: tài liệu có dấu chỉ độ mật “{level}” (Luật Bảo vệ bí mật nhà nước), "
            "không được đưa vào đây"
        )


def refuse_what_is_no_plan(plan: Plan) -> None:
    """Raises NoPlanError where a document holds nothing of a plan."""
    if plan.tasks or plan.targets:
        return
    if plan.passages and (plan.heading.title or plan.heading.number):
        return
    raise NoPlanError(
        f"{plan.source}: nothing of a plan was found: no table of tasks, no duties, and no heading such as KẾ HOẠCH"
    )
