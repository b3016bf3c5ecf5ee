"""A Word table as a full grid: cells merged both ways, rows that start late or end early, tables inside cells.

python-docx repeats merged cells and lets short rows pull cells from the next; so the XML is walked here, where each row
says how many grid columns it skips (gridBefore) and each cell how many it takes (gridSpan) and whether it only carries
on the one above (vMerge).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from knowledge.document import Place, Row, Table
from knowledge.readers.grid import Span, full_grid
from knowledge.readers.word_xml import Element, W, flag, value, whole

_WIDEST = 200  # columns; Word itself stops at 63
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in one cell."""

    text: str
    bold: bool


ReadCell = Callable[[Element], CellText]


def read_table(table: Element, number: int, read_cell: ReadCell) -> Table:
    """The table as a grid; `number` counts the tables of the document from 1 and names the rows' places."""
    spans: list[Span] = []
    open_spans: dict[int, int] = {}  # grid column -> position in `spans` of the cell that may be carried on below it
    rows = [row for row in inside(table, "tr") if not _deleted(row)]
    for index, row in enumerate(rows):
        open_spans = _read_row(row, index, spans, open_spans, read_cell)
    width = max((span.column + span.columns for span in spans), default=0)
    grid = full_grid(spans, len(rows), width)
    return Table(
        tuple(
            Row(cells, Place(at=f"table {number} row {position}"), hidden=flag(row.find(f"{W}trPr"), "hidden"))
            for position, (cells, row) in enumerate(zip(grid, rows, strict=True), start=1)
        )
    )


def inside(element: Element, tag: str) -> Iterator[Element]:
    """The children of one kind, also those that content controls or tracked insertions wrap."""
    for child in element:
        if child.tag == W + tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inside(child, tag)


def _read_row(
    row: Element, index: int, spans: list[Span], above: dict[int, int], read_cell: ReadCell
) -> dict[int, int]:
    """Add the row's cells to `spans`; the columns whose cell may be carried on in the next row."""
    column = whole(value(row, "trPr/gridBefore"), 0, most=_WIDEST)
    below: dict[int, int] = {}
    previous: int | None = None
    for cell in inside(row, "tc"):
        properties = cell.find(f"{W}tcPr")
        columns = max(1, whole(value(properties, "gridSpan"), 1, most=_WIDEST))
        if _carried_on(properties, "hMerge") and previous is not None:
            spans[previous] = replace(spans[previous], columns=spans[previous].columns + columns)
        elif _carried_on(properties, "vMerge") and column in above:
            position = above[column]
            spans[position] = replace(spans[position], rows=index - spans[position].row + 1)
            below[column] = position
        else:
            below[column] = previous = len(spans)
            content = read_cell(cell)
            spans.append(Span(index, column, content.text, columns=columns, bold=content.bold))
        column += columns
    return below


def _carried_on(properties: Element | None, name: str) -> bool:
    """Whether a cell only carries on the one above (vMerge) or to its left (hMerge, in old files)."""
    element = None if properties is None else properties.find(W + name)
    return element is not None and element.get(f"{W}val", "continue") == "continue"


def _deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
