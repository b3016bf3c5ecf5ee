"""Cells with their spans → full rows, where each covered position repeats the text that covers it.

Word, HTML and Excel say how far a cell reaches; PDF and scans let it be seen from the missing rules. All of them lay
their cells out here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.document import Cell, Cover


@dataclass(frozen=True, slots=True)
class Span:
    """A cell and the grid positions it takes (0-based, with at least one row and one column)."""

    row: int
    column: int
    text: str = ""
    rows: int = 1
    columns: int = 1
    bold: bool = False


def full_grid(spans: Iterable[Span], height: int, width: int) -> list[tuple[Cell, ...]]:
    """Rows of `width` cells each. Where two spans claim one position the first keeps it; unclaimed ones are empty."""
    grid: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for span in spans:
        for row in range(span.row, min(span.row + span.rows, height)):
            for column in range(span.column, min(span.column + span.columns, width)):
                if grid[row][column] is None:
                    grid[row][column] = Cell(span.text, _cover(span, row, column), span.bold)
    return [tuple(cell or Cell() for cell in row) for row in grid]


def _cover(span: Span, row: int, column: int) -> Cover:
    if column > span.column:
        return Cover.LEFT
    return Cover.ABOVE if row > span.row else Cover.OWN
