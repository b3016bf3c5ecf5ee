"""Understanding a long document in a process of its own, with a limit on its time, as reading has."""

from dataclasses import dataclass

from knowledge.document import Document, Paragraph
from knowledge.model import Plan
from knowledge.readers import Limits
from knowledge.readers.isolation import Work, confined
from knowledge.readers.reading_watch import Watch

_SHORT = 150_000  # letters: understood in two or three seconds; a process of its own costs about one


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the child is to understand."""

    document: Document
    limits: Limits


def understand_confined(document: Document, *, limits: Limits = Limits(), short: int = _SHORT) -> Plan:  # noqa: B008 - a frozen value
    """As `understand`; what has more letters than `short` is understood by a child process.

    Raises:
        RefusedError: as `understand`, or it needs more of the processor than the limits allow.
    """
    if _letters(document) <= short:
        return _understood(document)
    job = Understanding(document, limits)
    work = Work(
        "knowledge.plan.worker", job, document.source, "văn bản", limits.understanding, "để hiểu nội dung đã đọc"
    )
    plan: Plan = confined(work, Watch().progress)
    return plan


def _understood(document: Document) -> Plan:
    from knowledge.plan.understanding import understand  # noqa: PLC0415 - a third of the start, and a question needs it not

    return understand(document)


def _letters(document: Document) -> int:
    return sum(
        len(block.text) if isinstance(block, Paragraph) else sum(len(c.text) for row in block.rows for c in row.cells)
        for block in document.blocks
    )
