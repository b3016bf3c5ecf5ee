"""Words of an Excel cell that are printed above the line, as signs of their own, where a book has any.

A cell's value is one text, whatever parts of it look like: "Phòng 2" with the mark of a note would be "Phòng 23".
"""

import io
import zipfile
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock

from knowledge.readers.lines import raised

_SHARED, _SHEETS = "xl/sharedStrings.xml", "xl/worksheets/"


def has_raised(data: bytes) -> bool:
    """Whether parts of cells are printed above the line; only then it pays to load a book with their looks."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = (name for name in package.namelist() if name == _SHARED or name.startswith(_SHEETS))
        return any(b"superscript" in package.read(part) for part in parts)


def as_printed(sheets: list[Any]) -> None:
    """Puts one text in place of each value that was loaded with its looks."""
    for sheet in sheets:
        for cell in sheet._cells.values():  # noqa: SLF001 - as in `excel`
            if isinstance(cell.value, CellRichText):
                cell.value = "".join(map(_text, cell.value))


def _text(part: str | TextBlock) -> str:
    if isinstance(part, str):
        return part
    return raised(part.text) if part.font and part.font.vertAlign == "superscript" else part.text
