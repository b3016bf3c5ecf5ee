"""Rows as a workbook or as comma-separated values; nothing in a cell is run as a formula, whatever a plan prints."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.exports.figures import HEADINGS, UnitFigures, figures_row
from knowledge.exports.sheet_columns import COLUMNS
from knowledge.tasks.entry import Entry

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a program may run (OWASP, "CSV injection")
_LONGEST = 32_000  # characters; a cell of Excel holds 32,767
_HEAD = PatternFill("solid", fgColor="DDE6F0")
_DAY = "dd/mm/yyyy"


def workbook(entries: Iterable[Entry], figures: Iterable[UnitFigures] = ()) -> bytes:
    """A workbook (.xlsx): the rows, and before them the figures by unit where there are any."""
    book = Workbook()
    book.remove(book.active)
    lines = [figures_row(unit) for unit in figures]
    if lines:
        _sheet(book, "Tổng hợp", HEADINGS, (34, *[16] * (len(HEADINGS) - 1)), lines)
    rows = ([column.value(entry) for column in COLUMNS] for entry in entries)
    _sheet(book, "Nhiệm vụ", [c.label for c in COLUMNS], [c.width for c in COLUMNS], rows)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def separated(entries: Iterable[Entry]) -> bytes:
    """Comma-separated values in UTF-8 with its mark, by which Excel knows the letters."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([column.label for column in COLUMNS])
    for entry in entries:
        writer.writerow([_harmless(column.value(entry)) for column in COLUMNS])
    return file.getvalue().encode("utf-8-sig")


def _sheet(
    book: Workbook, title: str, labels: Iterable[str], widths: Iterable[int], rows: Iterable[Iterable[object]]
) -> None:
    sheet = book.create_sheet(title)
    _fill(sheet, 1, labels)
    for number, values in enumerate(rows, start=2):
        _fill(sheet, number, values)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        head = sheet.cell(1, number)
        head.font, head.fill = Font(bold=True), _HEAD
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True


def _fill(sheet: Worksheet, row: int, values: Iterable[object]) -> None:
    for column, value in enumerate(values, start=1):
        cell: Cell = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
            cell.data_type = "s"  # else openpyxl makes a formula of what begins with "="
            cell.quotePrefix = value.startswith(_FORMULA)
        elif value is not None:
            cell.value = value
        if isinstance(value, date):
            cell.number_format = _DAY
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _harmless(value: str | date | None) -> str:
    """A value as text that no program takes for a formula."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    text = " ".join((value or "").split())
    return f"'{text}" if text.startswith(_FORMULA) else text
