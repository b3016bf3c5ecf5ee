"""Rows of a sheet that are no table: the title above it, the signature below it. Excel and CSV have no other place."""

import re
from collections.abc import Sequence

from knowledge.document import Cover, Paragraph, Row


def table_range(rows: Sequence[Row]) -> tuple[int, int]:
    """The rows of the table: from the first that fills several columns to the last, and what follows without a gap.

    A sheet that fills one column only is running text: its table has no rows.
    """
    enough = min(3, max(len(own_texts(row)) for row in rows))
    if enough < 2:
        return len(rows), len(rows)
    wide = [index for index, row in enumerate(rows) if len(own_texts(row)) >= enough]
    last = wide[-1] + 1
    while last < len(rows) and (texts := own_texts(rows[last])) and not _SIGNED.match(texts[0]):
        last += 1
    return wide[0], last


# The first line of a signature: for whom it is signed, the post in capitals, or to whom copies go.
_SIGNED = re.compile(
    r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s?\.\s*\S|Nơi nhận\b|Người lập(?: biểu)?\b"
    r"|(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG)\b"
)


def paragraphs(rows: Sequence[Row]) -> list[Paragraph]:
    """Each cell's lines as paragraphs."""
    found: list[Paragraph] = []
    gap = 0
    for row in rows:
        for cell in (cell for cell in row.cells if cell.cover is Cover.OWN and cell.text):
            lines = [line for line in cell.text.split("\n") if line]
            found.extend(Paragraph(line, row.place, bold=cell.bold, gap=gap) for line in lines)
        gap = 0 if own_texts(row) else gap + 1
    return found


def own_texts(row: Row) -> list[str]:
    """The texts of the cells that are neither empty nor covered."""
    return [cell.text for cell in row.cells if cell.text and cell.cover is Cover.OWN]
