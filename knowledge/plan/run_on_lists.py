"""Lists that run on in one paragraph behind the unit that they are of.

"Phòng A: - rà soát hồ sơ (hạn 15/9) - lập danh sách (hạn 20/9)", "Văn phòng: in tài liệu (25/11); mời đại biểu (trước
05 ngày)." is a heading with items below it: each ends in a bracket that says when.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.language.text import UPPER
from knowledge.plan.block import Block
from knowledge.plan.bracket_parts import bracketed, outside_brackets
from knowledge.plan.columns import Role
from knowledge.plan.labels import label_role
from knowledge.units.phrase import begins_unit

_HEAD = 14  # words of what a list is of
_ITEM = re.compile(r"(?:(?<=[)\]])\s*[.;,]?|(?<=:))\s+(?=[-–—+•*]\s)|(?<=[)\]])\s*[.;]\s+(?=[^\W\d_])")
_MARK = re.compile(r"([-–—+•*])\s+")
_MARKED = re.compile(rf"(?<=[.;])\s+(?=[-–—+•*]\s+[{UPPER}])")  # between items of a list whose first has its mark


def parted_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs, those that are a unit and its list as a heading and the items below it."""
    for block in blocks:
        yield from _parted(block) or (block,)


def _parted(block: Block) -> list[Block]:
    """A heading and its items; nothing where a paragraph is no such list."""
    head, colon, rest = block.text.partition(":")
    if not colon or not rest.startswith(" ") or len(head.split()) > _HEAD or re.search(r"[(;.]\s", head):
        return []
    items = outside_brackets(_ITEM, rest)
    if len(items) < _FEWEST or not all(map(_is_timed, items[:-1])):
        items = _marked(head, rest.strip())
    if not items:
        return []
    heading = replace(block, text=f"{head}:", bold=True)  # it heads what follows, however it is printed
    return [heading, *(_item(block, item.strip()) for item in items)]


_FEWEST = 2


def _marked(head: str, rest: str) -> list[str]:
    """Items with marks; none behind a label ("Thời gian: - Trước 30/6"), and one alone only behind a unit."""
    if not _MARK.match(rest) or label_role(head) is not None:
        return []
    items = outside_brackets(_MARKED, rest)
    return items if len(items) >= _FEWEST or begins_unit(head) else []


def _is_timed(item: str) -> bool:
    parted = bracketed(_MARK.sub("", item.strip(), count=1))
    return parted is not None and any(part.role is Role.TIME for part in parted.parts)


def _item(block: Block, text: str) -> Block:
    mark = _MARK.match(text)
    below = "+" if block.marker == "-" else "-"
    words, marker = (text[mark.end() :], mark[1]) if mark else (text, below)
    return replace(block, text=words, marker=marker, gap=0, level=None, bold=False)
