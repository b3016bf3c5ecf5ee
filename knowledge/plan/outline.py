"""The running text of a plan as paragraphs under their headings.

Headings are known by their numbering, by what follows them, and by how they are printed (`headings`); each passage
carries their whole path. A numbered item that has items of its own under it gives them its number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.document import Document
from knowledge.model import Passage
from knowledge.plan.block import Block
from knowledge.plan.headings import BULLET, closes, has_children, is_heading, orders, rank
from knowledge.plan.paragraphs import is_wrapped
from knowledge.plan.parts import parts

__all__ = ["is_wrapped", "passages"]


def passages(document: Document, without: frozenset[Block] = frozenset()) -> tuple[Passage, ...]:
    """The paragraphs and list items of the running text, each under its headings.

    A list item keeps its number or bullet at the start of its text.

    Args:
        without: paragraphs that rows were read from; they are no running text.
    """
    found = walk([block for block in parts(document).body if block.table is None])
    left = ((block, path) for block, path, heads in found if not heads and block not in without)
    return tuple(Passage(block.whole, path, block.place) for block, path in left)


def walk(body: Sequence[Block]) -> Iterator[tuple[Block, tuple[str, ...], bool]]:
    """Every paragraph with the headings above it, and whether it is a heading itself."""
    path: list[_Step] = []
    heads = runs = False  # whether the paragraph before is a heading, whether it is running text below one
    for at, (block, following) in enumerate(zip(body, [*body[1:], None], strict=False)):
        order = rank(block) is None and orders(block)
        stays = (rank(block) is None and heads) or (order and (runs or _in_list(body, at)))  # no heading over nothing
        runs = stays
        path = path if stays else _above(path, block)
        heads = is_heading(block, following)
        above = [*_beside(path, block)] if heads else path
        yield block, tuple(step.text for step in above), heads
        depth = rank(block)
        if heads:
            path = [*above, _step(path, block)]
        elif depth is not None and depth < BULLET and has_children(block, following):
            path = [*path, _Step(depth, block.marker)]


def _in_list(body: Sequence[Block], at: int) -> bool:
    """Whether a paragraph stands between two items of one list: it says more of the first, and closes nothing."""
    before, after = body[at - 1 : at], next((block for block in body[at + 1 :] if rank(block) is not None), None)
    depth = rank(before[0]) if before else None
    if after is None or depth is None or depth <= _PART or rank(after) != depth:
        return False
    return depth < BULLET or after.marker == before[0].marker


@dataclass(frozen=True, slots=True)
class _Step:
    """A heading on the path to a passage, with its depth; bullets also with their mark.

    Args:
        styled: whether the file marks it as a heading; opened: whether a list that is not has begun anew below it.
    """

    depth: float
    text: str
    marker: str = ""
    styled: bool = False
    opened: bool = False


def _above(path: Sequence[_Step], block: Block) -> list[_Step]:
    """The headings that a paragraph stands under."""
    depth = rank(block)
    if depth is None:
        return [step for step in path if step.depth <= _PART] if closes(block) else list(path)
    if depth < BULLET:
        return [opened for step in path if (opened := _stays(step, block, depth))]
    same = next((n for n, step in enumerate(path) if step.depth >= BULLET and step.marker == block.marker), len(path))
    return list(path[:same])


def _stays(step: _Step, block: Block, depth: int) -> _Step | None:
    """A step that a numbered paragraph stands under, or one of its own list that counts alike ("### 1. Tổ A")."""
    if step.depth < depth:
        return step
    below = step.styled and block.level is None and step.depth == depth
    return replace(step, opened=True) if below and (step.opened or _FIRST.fullmatch(block.marker)) else None


_FIRST = re.compile(r"\W*[1IaA]\W*")
_PART = 3  # "I.": the parts of a plan
_BETWEEN = 0.5  # a heading without a number stands half a step under the numbered one above it


def _beside(path: Sequence[_Step], block: Block) -> list[_Step]:
    """The headings above a heading; one without a number replaces another without one."""
    if rank(block) is not None:
        return list(path)
    if block.text.isupper():
        return [step for step in path if step.depth < _PART]
    marked = None if block.level is None else _PART - 1 + block.level
    unnumbered = (n for n, step in enumerate(path) if step.depth % 1 or (marked and step.depth >= marked))
    return list(path[: next(unnumbered, len(path))])


def _step(path: Sequence[_Step], block: Block) -> _Step:
    depth = rank(block)
    if depth is None and block.text.isupper():
        return _Step(_PART, block.whole)
    if depth is None:
        above = [step.depth for step in _beside(path, block)]
        return _Step((above[-1] if above else _PART - 1) + _BETWEEN, block.whole)
    return _Step(depth, block.whole, block.marker if depth >= BULLET else "", styled=block.level is not None)
