"""Sheets of a workbook that only repeat another: the old copy that somebody hid instead of deleting it.

Their rows would stand twice, with the old dates beside the new ones; so the copy is left out and named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.document import Block, Doubt, Place, Table
from knowledge.language.text import folded

_WORDS = 4  # fewer words are no task: numbers, units, dates repeat without being copies
_SHARE = 0.5  # of a hidden sheet's rows that stand in a shown one as well


@dataclass(frozen=True, slots=True)
class SheetBlocks:
    """What was read of one sheet."""

    title: str
    hidden: bool
    blocks: tuple[Block, ...]


def without_copies(sheets: Sequence[SheetBlocks]) -> tuple[dict[str, tuple[Block, ...]], list[Doubt]]:
    """The blocks to keep by sheet, and what was left out."""
    shown = {words for sheet in sheets if not sheet.hidden for words in _rows(sheet)}
    kept: dict[str, tuple[Block, ...]] = {}
    doubts: list[Doubt] = []
    for sheet in sheets:
        rows = list(_rows(sheet))
        twice = sum(words in shown for words in rows)
        if sheet.hidden and rows and twice >= _SHARE * len(rows):
            message = f"Trang tính ẩn “{sheet.title}” lặp lại {twice}/{len(rows)} dòng của trang đang hiện, không đọc"
            doubts.append(Doubt(message, Place(at=sheet.title)))
        else:
            kept[sheet.title] = sheet.blocks
    return kept, doubts


def _rows(sheet: SheetBlocks) -> Iterator[str]:
    """The longest cell of each row, which says what is to be done."""
    for block in sheet.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            words = folded(max((cell.text for cell in row.cells), key=len, default=""))
            if words.count(" ") >= _WORDS - 1:
                yield words
