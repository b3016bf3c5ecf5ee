"""Writers of office files for tests: a title and one table with merged cells, as bytes in each format."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import docx
import openpyxl
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from knowledge.readers.grid import Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be written: lines above the table, then the table's cells."""

    cells: tuple[Span, ...]
    height: int
    width: int
    title: tuple[str, ...] = ()

    def merged(self) -> list[Span]:
        """The cells that take more than one position."""
        return [cell for cell in self.cells if cell.rows > 1 or cell.columns > 1]


def a_sheet(*rows: Sequence[str], title: Sequence[str] = (), merged: Sequence[Span] = ()) -> Sheet:
    """A sheet from rows of texts; `merged` cells replace what stands in the positions they take."""
    taken = {place for cell in merged for place in places(cell)}
    plain = [Span(r, c, t) for r, row in enumerate(rows) for c, t in enumerate(row) if (r, c) not in taken]
    return Sheet((*plain, *merged), len(rows), max(map(len, rows)), tuple(title))


def places(cell: Span) -> list[tuple[int, int]]:
    """The positions (row, column) that a cell takes."""
    down, across = range(cell.row, cell.row + cell.rows), range(cell.column, cell.column + cell.columns)
    return [(row, column) for row in down for column in across]


SHEET = a_sheet(
    ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"),
    ("I", "Cải cách thể chế", "", ""),
    ("1", "Rà soát thủ tục hành chính", "Văn phòng Sở", "Quý II/2027"),
    ("", "Số hóa hồ sơ lưu trữ", "Phòng Cải cách hành chính", "Trước ngày 30/6/2027"),
    title=("PHỤ LỤC NHIỆM VỤ",),
    merged=[Span(1, 1, "Cải cách thể chế", columns=3), Span(2, 0, "1", rows=2)],
)


def as_docx(sheet: Sheet) -> bytes:
    """A Word file."""
    file = docx.Document()
    for line in sheet.title:
        file.add_paragraph(line)
    table = file.add_table(sheet.height, sheet.width)
    table.style = "Table Grid"
    grid = table._cells  # asked one by one, each cell makes the whole list again
    for cell in sheet.cells:
        first = grid[cell.row * sheet.width + cell.column]
        if cell in sheet.merged():
            first = first.merge(grid[(cell.row + cell.rows - 1) * sheet.width + cell.column + cell.columns - 1])
        first.text = cell.text
    file.add_paragraph()  # as Word does; without it LibreOffice loses the table
    return saved(file)


def as_xlsx(sheet: Sheet, name: str = "Phụ lục") -> bytes:
    """An Excel file."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = name
    for number, line in enumerate(sheet.title, start=1):
        page.cell(number, 1, line)
    top = len(sheet.title) + 1
    for cell in sheet.cells:
        page.cell(top + cell.row, 1 + cell.column, cell.text or None)
    for cell in sheet.merged():
        corner = (top + cell.row, 1 + cell.column)
        page.merge_cells(None, *corner, corner[0] + cell.rows - 1, corner[1] + cell.columns - 1)
    return saved(book)


def as_pdf(sheet: Sheet, *, repeat: int = 0, ruled: bool = True, centred: bool = False) -> bytes:
    """A PDF with a ruled table that goes over as many pages as it needs; `repeat` header rows on each.

    `centred` prints it as offices do: a narrow column of numbers, a broad one of tasks, all other cells in the middle.
    """
    font = vietnamese_font()
    style = ParagraphStyle("cell", fontName=font, fontSize=10, leading=12)
    middle = ParagraphStyle("middle", parent=style, alignment=TA_CENTER)
    grid: list[list[Any]] = [["" for _ in range(sheet.width)] for _ in range(sheet.height)]
    for cell in sheet.cells:
        beside = centred and (cell.column != 1 or not cell.row) and cell.columns < sheet.width - 1
        text = escape(cell.text).replace("\n", "<br/>")
        grid[cell.row][cell.column] = Paragraph(text, middle if beside else style)
    commands: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if centred else "TOP")]
    commands += [("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else []
    commands += [("SPAN", (c.column, c.row), (c.column + c.columns - 1, c.row + c.rows - 1)) for c in sheet.merged()]
    out = io.BytesIO()
    page = landscape(A4)
    margin = 40
    shares = [0.5, 2.6, *([1.2] * (sheet.width - 2))] if centred else [1.0] * sheet.width
    widths = [(page[0] - 2 * margin) * share / sum(shares) for share in shares]
    table = Table(grid, colWidths=widths, repeatRows=repeat, style=TableStyle(commands))
    title = [Paragraph(escape(line), style) for line in sheet.title]
    SimpleDocTemplate(out, pagesize=page, margin=margin, invariant=1).build([*title, table])
    return out.getvalue()


def as_html(sheet: Sheet) -> bytes:
    """An HTML page."""
    rows = []
    for row in range(sheet.height):
        cells = sorted((c for c in sheet.cells if c.row == row), key=lambda c: c.column)
        rows.append("".join(f'<td rowspan="{c.rows}" colspan="{c.columns}">{_broken(c.text)}</td>' for c in cells))
    title = "".join(f"<p>{escape(line)}</p>" for line in sheet.title)
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<!DOCTYPE html><html><body>{title}<table>{table}</table></body></html>".encode()


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def as_csv(sheet: Sheet, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """A CSV file as Excel writes it; merged cells keep their text in the first position."""
    out = io.StringIO()
    grid = [[""] * sheet.width for _ in range(sheet.height)]
    for cell in sheet.cells:
        grid[cell.row][cell.column] = cell.text
    csv.writer(out, delimiter=delimiter).writerows(grid)
    return out.getvalue().encode(encoding)


def vietnamese_font() -> str:
    """The name of a font with all Vietnamese letters, registered with reportlab."""
    if "Roboto" not in pdfmetrics.getRegisteredFontNames():
        spec = find_spec("font_roboto")
        assert spec is not None
        assert spec.origin is not None
        pdfmetrics.registerFont(TTFont("Roboto", Path(spec.origin).parent / "files" / "Roboto-Regular.ttf"))
    return "Roboto"


def saved(file: Any) -> bytes:
    """The bytes of a Word or Excel file that python-docx or openpyxl holds."""
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def as_text(sheet: Sheet) -> bytes:
    """Text with tabs between the cells; merged cells keep their text in the first position."""
    return "\n".join([*sheet.title, *("\t".join(row) for row in _grid(sheet)), ""]).encode()


def _grid(sheet: Sheet) -> list[list[str]]:
    """The texts by position; merged cells keep theirs in the first one."""
    grid = [[""] * sheet.width for _ in range(sheet.height)]
    for cell in sheet.cells:
        grid[cell.row][cell.column] = cell.text.replace("\n", " ")
    return grid


def as_markdown(sheet: Sheet) -> bytes:
    """A Markdown table with bars around it."""
    first, *rows = (f"| {' | '.join(row)} |" for row in _grid(sheet))
    return "\n".join([*sheet.title, "", first, "|---" * sheet.width + "|", *rows, ""]).encode()


def as_bars(sheet: Sheet) -> bytes:
    """A table with bars between the cells and none around."""
    return "\n".join([*sheet.title, "", *(" | ".join(row) for row in _grid(sheet)), ""]).encode()


def as_columns(sheet: Sheet) -> bytes:
    """A table whose columns are told apart by spaces."""
    grid = _grid(sheet)
    over = {(cell.row, cell.column) for cell in sheet.cells if cell.columns > 1}  # their words run over the columns
    inside = [["" if (at, n) in over else text for n, text in enumerate(row)] for at, row in enumerate(grid)]
    widths = [max(len(row[column]) for row in inside) + 4 for column in range(sheet.width)]
    rows = ("".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in grid)
    return "\n".join([*sheet.title, "", *rows, ""]).encode()


def as_cells_on_lines(sheet: Sheet) -> bytes:
    """A table as law portals save it: each cell on lines of its own between bars."""
    rows = ("|\n" + "".join(f"{text}\n|\n" for text in row) for row in _grid(sheet))
    return "\n".join([*sheet.title, "", "".join(rows)]).encode()


def lines_as_text(lines: Sequence[str]) -> bytes:
    """Plain text, a paragraph a line."""
    return "\n".join(lines).encode()


def lines_as_markdown(lines: Sequence[str]) -> bytes:
    """Markdown with an empty line between two paragraphs."""
    return "\n\n".join(lines).encode()


def lines_as_html(lines: Sequence[str]) -> bytes:
    """An HTML page of paragraphs."""
    page = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<!DOCTYPE html><html><body>{page}</body></html>".encode()


def lines_as_docx(lines: Sequence[str]) -> bytes:
    """A Word file of paragraphs."""
    file = docx.Document()
    for line in lines:
        file.add_paragraph(line)
    return saved(file)


def lines_as_xlsx(lines: Sequence[str]) -> bytes:
    """A sheet with a paragraph in each row."""
    book = openpyxl.Workbook()
    for line in lines:
        book.worksheets[0].append([line])
    return saved(book)


def lines_as_pdf(lines: Sequence[str]) -> bytes:
    """A PDF of paragraphs, whose long lines are wrapped."""
    style = ParagraphStyle("text", fontName=vietnamese_font(), fontSize=13, leading=17, spaceAfter=6)
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, margin=60, invariant=1).build([Paragraph(escape(li), style) for li in lines])
    return out.getvalue()


TABLE_WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "html": as_html,
    "pdf": as_pdf,
    "text": as_text,
    "markdown": as_markdown,
    "bars between cells": as_bars,
    "columns told apart by spaces": as_columns,
    "a cell a line": as_cells_on_lines,
}
LINE_WRITERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "text": lines_as_text,
    "markdown": lines_as_markdown,
    "html": lines_as_html,
    "docx": lines_as_docx,
    "xlsx": lines_as_xlsx,
    "pdf": lines_as_pdf,
}
