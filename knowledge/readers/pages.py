"""Pages of tables and lines → one Document: what repeats on every page left out, tables that go on marked so."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from knowledge.document import Block, Cover, Document, Doubt, Paragraph, Place, Row, Table
from knowledge.readers.cell_lines import Column, cell_text, column_of
from knowledge.readers.grid import full_grid
from knowledge.readers.limits import Limits
from knowledge.readers.pdf_page import Page, PageTable
from knowledge.readers.pdf_text import Line, reading_order
from knowledge.readers.refusal import too_much
from knowledge.readers.ruling import regrid

_MARGIN = 0.1  # of the page height: where page numbers and running heads stand
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*/\s*\d{1,3})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ALIKE = 4.0  # points by which the columns of a table may move from page to page


def assemble(name: str, pages: Sequence[Page], limits: Limits) -> Document:
    """The document of some pages.

    Raises:
        RefusedError: its tables have more cells than the limits allow.
    """
    running = _running(pages)
    columns = [c for page in pages for table in page.tables for c in _columns(table).values()]
    listed = any(c.listed for c in columns) and not any(c.marked for c in columns)
    blocks: list[Block] = []
    doubts: list[Doubt] = []
    last: tuple[float, ...] | None = None  # columns of the table that ends the page before
    cells = 0
    for page in pages:
        kept = [line for line in page.lines if not _in_margin(line, page, running)]
        for table, above in _placed(page, kept):
            blocks.extend(_paragraphs(reading_order(above), page.number))
            last = None if above else last
            if table is not None:
                goes_on = last is not None and _same_columns(last, table.ruled.xs)
                ruled = regrid(table.ruled, last, _ALIKE) if last is not None and goes_on else table.ruled
                rows = tuple(_rows(replace(table, ruled=ruled), page.number, listed=listed))
                _drop_doubled(blocks, rows, goes_on=goes_on)
                blocks.append(Table(rows, continues=goes_on, guessed=table.doubtful is not None))
                doubts.extend(_parted_wrongly(rows[at]) for at in table.doubtful or ())
                last = ruled.xs
                cells += (len(ruled.xs) - 1) * (len(ruled.ys) - 1)
        if cells > limits.cells:
            raise too_much(name, f"các bảng có hơn {limits.cells} ô")
    left_out = dict.fromkeys(line.text for page in pages for line in page.lines if _is_margin_text(line, page, running))
    return Document(name, tuple(blocks), wrapped=True, doubts=tuple(doubts), margins=tuple(left_out))


def _parted_wrongly(row: Row) -> Doubt:
    """A row in which words run from one column into the next."""
    words = " | ".join(cell.text for cell in row.cells if cell.text and cell.cover is Cover.OWN)
    said = " ".join(words.split())[:_SHOWN]
    return Doubt(f"Bảng không kẻ khung, dòng “{said}” có chữ vắt qua hai cột, cần đối chiếu bản gốc", row.place)


_SHOWN = 80  # letters


def _drop_doubled(blocks: list[Block], rows: Sequence[Row], *, goes_on: bool) -> None:
    """Take back the last row of a page where the next page prints it again: some programs draw what they then move."""
    before = blocks[-1] if blocks else None
    if not goes_on or not isinstance(before, Table) or len(before.rows) < 2:
        return
    last = before.rows[-1]
    if any(_printed_again(last, row) for row in rows[:2]):  # the first, or the one behind a repeated header
        blocks[-1] = replace(before, rows=before.rows[:-1])


def _printed_again(last: Row, row: Row) -> bool:
    """Whether a numbered row begins in each of its cells, several of them, with the words of another."""
    cells = list(zip(last.cells, row.cells, strict=False))
    if len(last.cells) != len(row.cells) or any(c.cover is not Cover.OWN for pair in cells for c in pair):
        return False
    number, *filled = [(old.text, new.text) for old, new in cells if old.text or new.text] or [("", "")]
    if number[0] != number[1] or not number[0][:1].isdigit() or len(filled) < 2:
        return False
    return all(old and new.startswith(old) for old, new in filled)


def _placed(page: Page, lines: Sequence[Line]) -> Iterator[tuple[PageTable | None, list[Line]]]:
    """Each table with the lines above it since the one before; at the end the lines that are left, without a table."""
    rest = list(lines)
    for table in page.tables:
        yield table, [line for line in rest if line.top < table.ruled.top]
        rest = [line for line in rest if line.top >= table.ruled.top]
    if rest:
        yield None, rest


def _same_columns(before: Sequence[float], now: Sequence[float]) -> bool:
    """Whether a table has the columns of the one before, or a part of them (rows merged over several columns).

    Columns told by the white between them stand a little differently on each page; their number is the same.
    """
    widths = [min(b - a, d - c) for (a, b), (c, d) in zip(pairwise(before), pairwise(now), strict=False)]
    if len(before) == len(now):
        return all(abs(x - y) < 0.35 * width for x, y, width in zip(before, now, [*widths, widths[-1]], strict=True))
    outer = abs(before[0] - now[0]) <= 2 * _ALIKE and abs(before[-1] - now[-1]) <= 2 * _ALIKE
    return outer and all(any(abs(x - other) <= _ALIKE for other in before) for x in now)


def _rows(table: PageTable, page: int, *, listed: bool) -> Iterator[Row]:
    columns = _columns(table)
    spans = []
    for span, lines in zip(table.ruled.spans, table.lines, strict=True):
        bold = bool(lines) and all(line.bold for line in lines)
        spans.append(replace(span, text=cell_text(lines, columns[span.column, span.columns], listed=listed), bold=bold))
    grid = full_grid(spans, len(table.ruled.ys) - 1, len(table.ruled.xs) - 1)
    return (Row(cells, Place(page=page)) for cells in grid)


def _columns(table: PageTable) -> dict[tuple[int, int], Column]:
    """How the cells of each column, or over several, are written.

    A line may be as wide as the cell without the space that the text keeps from its left side.
    """
    xs = table.ruled.xs
    cells: dict[tuple[int, int], list[Sequence[Line]]] = defaultdict(list)
    for span, lines in zip(table.ruled.spans, table.lines, strict=True):
        cells[span.column, span.columns].append(lines)
    columns = {}
    for (column, over), found in cells.items():
        spaces = [line.x0 - xs[column] for lines in found for line in lines]
        padding = max(0.0, min([*spaces, 10.0]))
        columns[column, over] = column_of(found, xs[column + over] - xs[column] - 2 * padding)
    return columns


def _paragraphs(lines: Sequence[Line], page: int) -> Iterator[Paragraph]:
    pitch = _pitch(lines)
    above: Line | None = None
    for line in lines:
        space = line.top - above.bottom if above else 0.0
        gap = max(0, int(space / pitch + 0.1)) if pitch else 0  # whole empty lines; less is only spacing
        yield Paragraph(line.text, Place(page=page), bold=line.bold, gap=gap)
        above = line


def _pitch(lines: Sequence[Line]) -> float:
    return median(line.bottom - line.top for line in lines) if lines else 0.0


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """Texts that stand in the margin of many pages, their digits left out."""
    counts = Counter(text for page in pages for text in {_form(line) for line in page.lines if _marginal(line, page)})
    return frozenset(text for text, number in counts.items() if number >= max(3, len(pages) / 2))


def _in_margin(line: Line, page: Page, running: Iterable[str]) -> bool:
    if not _marginal(line, page):
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or _form(line) in running


def _is_margin_text(line: Line, page: Page, running: Iterable[str]) -> bool:
    """Whether a line is one of the margin's; of a short file even a few words that stand there may be."""
    short = len(line.text) <= _FEW_WORDS and _marginal(line, page)
    return short or _in_margin(line, page, running)


_FEW_WORDS = 12  # characters: "Tuyệt mật", "Trang 2"


def _marginal(line: Line, page: Page) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _form(line: Line) -> str:
    return _DIGITS.sub("#", line.text)
