"""The printed lines that the facts of a plan's heading are taken from, so that an answer about them can cite one."""

from collections.abc import Iterator, Sequence

from knowledge.document import Document
from knowledge.language.text import canonical
from knowledge.model import Heading, Passage
from knowledge.plan.parts import parts


def letterhead(document: Document, heading: Heading, text: Sequence[Passage]) -> tuple[Passage, ...]:
    """The lines that print number, date, signer, and the sentence by which the office issues the plan.

    Args:
        text: the passages that are there already; none of their lines is given again.
    """
    found = parts(document)
    wanted = tuple(_facts(heading))
    there = {passage.place for passage in text}
    outside = [block for block in (*found.head, *found.foot) if any(fact in _close(block.whole) for fact in wanted)]
    office = _close((heading.issuer or "").split(" tỉnh ")[0])
    issuing = [block for block in found.body if office and _close(block.whole).startswith(office)][:1]
    blocks = [block for block in (*outside, *issuing) if block.table is None and block.place not in there]
    return tuple(Passage(block.whole, (), block.place) for block in blocks)


def _facts(heading: Heading) -> Iterator[str]:
    """What to look for, canonical."""
    number = heading.number or heading.symbol
    if number:
        yield _close(number)
    if heading.issued:
        yield _close(f"năm {heading.issued[:4]}")
    if heading.signer.name:
        yield _close(heading.signer.name)


def _close(text: str) -> str:
    """The canonical text without spaces: a number is often typed "300 /KH-UBND"."""
    return canonical(text).replace(" ", "")
