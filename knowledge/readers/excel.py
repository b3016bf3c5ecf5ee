"""Excel (.xlsx, .xlsm, strict) → Document: each sheet's used cells as one table, the title rows above it as paragraphs.

What is hidden is read and told: hidden rows are marked, hidden columns and sheets are named. A hidden sheet or row that
only repeats what is shown is an old copy; it is left out, and that is told as well.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.document import Block, Cell, Document, Doubt, Place, Row, Table
from knowledge.language.dates import printed
from knowledge.language.text import folded
from knowledge.readers.grid import Span, full_grid
from knowledge.readers.legacy_fonts import from_font, legacy_label, legacy_name
from knowledge.readers.limits import Limits
from knowledge.readers.lines import clean
from knowledge.readers.package import checked_package
from knowledge.readers.refusal import PACKED_FAULTS, broken, too_much
from knowledge.readers.sheet_copies import SheetBlocks, without_copies
from knowledge.readers.sheet_raised import as_printed, has_raised
from knowledge.readers.sheet_values import day_of, shown
from knowledge.readers.title_rows import paragraphs, table_range

Sheet = Any  # openpyxl brings no types of its own
_FAULTS = (*PACKED_FAULTS, InvalidFileException, KeyError, TypeError, AttributeError, SyntaxError, IndexError,
           OverflowError, RecursionError)  # fmt: skip
_HEADER = 60  # characters: the name of a column
_TIME = re.compile(r"\b(?:thoi (?:gian|han|diem)|han (?:chot|xong|hoan thanh)|hoan thanh|tien do|ngay|deadline)\b")
_LOADING: dict[str, bool] = {"keep_links": False}


def read_excel(data: bytes, name: str, limits: Limits) -> Document:
    """The document of an .xlsx file.

    Raises:
        RefusedError: it is broken or goes beyond the limits.
    """
    data = checked_package(data, name, limits)
    try:
        _check_merges(data, name, limits)
        looks = has_raised(data)
        with warnings.catch_warnings(action="ignore"):  # spoilt parts that openpyxl leaves out
            values = load_workbook(io.BytesIO(data), data_only=True, rich_text=looks, **_LOADING)
            formulas = load_workbook(io.BytesIO(data), **_LOADING) if _has_formulas(data) else None
        as_printed(values.worksheets if looks else [])
        sheets = [_Sheet(sheet, formulas[sheet.title] if formulas else None) for sheet in values.worksheets]
        if sum(sheet.area for sheet in sheets) > limits.cells:
            raise too_much(name, f"các trang tính có hơn {limits.cells} ô")
        read = [SheetBlocks(sheet.sheet.title, sheet.is_hidden, tuple(sheet.blocks())) for sheet in sheets]
    except _FAULTS as error:
        raise broken(name, "Excel") from error
    kept, doubts = without_copies(read)
    told = tuple(doubt for sheet in sheets if sheet.sheet.title in kept for doubt in sheet.doubts)
    blocks = tuple(block for blocks in kept.values() for block in blocks)
    margins = tuple(text for sheet in sheets for text in _margins(sheet.sheet))
    return Document(name, blocks, doubts=(*told, *doubts), margins=margins)


def _margins(sheet: Sheet) -> Iterator[str]:
    """What is printed above and below the pages of a sheet."""
    pages = (sheet.oddHeader, sheet.oddFooter, sheet.firstHeader, sheet.firstFooter, sheet.evenHeader, sheet.evenFooter)
    yield from (part.text for page in pages for part in (page.left, page.center, page.right) if part.text)


_MERGE = re.compile(rb"<mergeCell\s[^>]*ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")


def _parts(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                yield package.read(part)


def _check_merges(data: bytes, name: str, limits: Limits) -> None:
    """Merged ranges become one object a position when openpyxl loads them, so they are measured before."""
    area = 0
    for part in _parts(data):
        for left, top, right, bottom in _MERGE.findall(part):
            area += (int(bottom) - int(top) + 1) * (_column(right) - _column(left) + 1)
            if area > limits.cells * 4:
                raise too_much(name, "trang tính có vùng ô gộp quá lớn")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _has_formulas(data: bytes) -> bool:
    return any(b"<f>" in part or b"<f " in part or b"<f/>" in part for part in _parts(data))


@dataclass(slots=True)
class _Sheet:
    """One sheet: its values, and beside it the same sheet with formulas where there are any."""

    sheet: Sheet
    formulas: Sheet | None
    doubts: list[Doubt] = field(default_factory=list)
    _used: dict[tuple[int, int], Any] = field(init=False)
    _rows: range = field(init=False)
    _columns: range = field(init=False)
    _times: frozenset[int] = field(init=False)
    _fonts: dict[int, tuple[str | None, bool]] = field(default_factory=dict)  # by the style of a cell

    def __post_init__(self) -> None:
        filled = {at: cell for at, cell in self.sheet._cells.items() if cell.value not in {None, ""}}  # noqa: SLF001 - the public iterators walk every empty position of a sparse sheet
        if self.formulas is not None:
            for at, cell in self.formulas._cells.items():  # noqa: SLF001 - as above
                if cell.data_type == "f" and at not in filled:
                    filled[at] = self.sheet.cell(*at)
        self._used = dict(sorted(filled.items()))

        rows, columns = [row for row, _ in filled] or [1], [column for _, column in filled] or [1]
        self._rows = range(min(rows), max(rows) + 1)
        self._columns = range(min(columns), max(columns) + 1)
        self._times = self._columns_of_times()

    @property
    def is_hidden(self) -> bool:
        """Whether Excel does not show the sheet."""
        return bool(self.sheet.sheet_state != "visible")

    @property
    def area(self) -> int:
        """Grid positions between the outermost used cells."""
        return len(self._rows) * len(self._columns)

    def blocks(self) -> list[Block]:
        """Title rows as paragraphs, then the table, then what stands below it."""
        if not self._used:
            return []
        grid = full_grid(self._spans(), len(self._rows), len(self._columns))
        rows = [self._row(index, cells) for index, cells in enumerate(grid)]
        self._say_hidden()
        first, last = table_range(rows)
        table = [row for row in rows[first:last] if any(cell.text for cell in row.cells)]
        above, below = rows[:first], rows[last:]
        return [*paragraphs(above), *([Table(tuple(table), self.sheet.title)] if table else []), *paragraphs(below)]

    def _row(self, index: int, cells: tuple[Cell, ...]) -> Row:
        number = self._rows[index]
        place = Place(at=f"{self.sheet.title}!{get_column_letter(self._columns[0])}{number}")
        return Row(cells, place, hidden=bool(self.sheet.row_dimensions[number].hidden))

    def _spans(self) -> Iterator[Span]:
        top, left = self._rows[0], self._columns[0]
        merged = {(m.min_row, m.min_col): m for m in self.sheet.merged_cells.ranges}
        for (row, column), cell in self._used.items():
            span = merged.get((row, column))
            rows, columns = (span.max_row - row + 1, span.max_col - column + 1) if span else (1, 1)
            yield Span(row - top, column - left, self._text(cell), rows, columns, self._font(cell)[1])
        for (row, column), span in merged.items():
            if (row, column) not in self._used and row in self._rows and column in self._columns:
                yield Span(row - top, column - left, "", span.max_row - row + 1, span.max_col - column + 1)

    def _text(self, cell: Any) -> str:  # noqa: ANN401 - openpyxl brings no types of its own
        if cell.value is None:
            self._doubt("Ô công thức chưa có giá trị: đề nghị mở bằng Excel, lưu lại rồi gửi lại", cell)
            return ""
        text = self._shown(cell)
        if cell.data_type == "e":
            self._doubt(f"Ô công thức bị lỗi {text}", cell)
        font, _ = self._font(cell)
        if (changed := from_font(text, font)) != text:
            self._doubt(legacy_name(legacy_label(font) or ""), cell)
        return clean(changed)

    def _doubt(self, message: str, cell: Any) -> None:  # noqa: ANN401 - as above
        self.doubts.append(Doubt(message, Place(at=f"{self.sheet.title}!{cell.coordinate}")))

    def _font(self, cell: Any) -> tuple[str | None, bool]:  # noqa: ANN401 - as above
        """The font's name and whether it is bold; openpyxl makes an object of it each time that it is asked."""
        style = cell.style_id
        if style not in self._fonts:
            font = cell.font
            self._fonts[style] = (font.name, bool(font.b)) if font else (None, False)
        return self._fonts[style]

    def _shown(self, cell: Any) -> str:  # noqa: ANN401 - as above
        number_format = cell.number_format or "General"
        day = day_of(cell.value, number_format)
        if day is None or cell.column not in self._times:
            return shown(cell.value, number_format)
        text = printed(day)
        self._doubt(f"Số {cell.value} trong cột thời gian được hiểu là ngày {text}", cell)
        return text

    def _columns_of_times(self) -> frozenset[int]:
        """The columns with a short cell, as headers are, that speaks of times."""
        words = ((column, cell.value) for (_, column), cell in self._used.items() if isinstance(cell.value, str))
        return frozenset(column for column, text in words if len(text) < _HEADER and _TIME.search(folded(text)))

    def _say_hidden(self) -> None:
        title = self.sheet.title
        if self.is_hidden:
            self.doubts.append(Doubt(f"Trang tính “{title}” đang ẩn, vẫn được đọc", Place(at=title)))
        hidden = [row for row in self._rows if self.sheet.row_dimensions[row].hidden]
        if hidden:
            listed = ", ".join(map(str, hidden[:20]))
            self.doubts.append(Doubt(f"Dòng ẩn vẫn được đọc: {listed}", Place(at=f"{title}!{hidden[0]}")))
        columns = [letter for letter, size in self.sheet.column_dimensions.items() if size.hidden]
        if columns:
            listed = ", ".join(columns)
            self.doubts.append(Doubt(f"Cột ẩn vẫn được đọc: {listed}", Place(at=f"{title}!{columns[0]}1")))
