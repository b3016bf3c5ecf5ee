"""A writer of OpenDocument texts for tests."""

import io
import zipfile
from collections.abc import Sequence
from html import escape

from writers import Sheet, places

_NAMES = {space: f"urn:oasis:names:tc:opendocument:xmlns:{space}:1.0" for space in ("office", "text", "table")}
_KIND = "application/vnd.oasis.opendocument.text"


def as_odt(sheet: Sheet) -> bytes:
    """The title and the table."""
    begins = {(cell.row, cell.column): cell for cell in sheet.cells}
    inside = {place for cell in sheet.merged() for place in places(cell)}

    def cell_at(row: int, column: int) -> str:
        cell = begins.get((row, column))
        if cell is None:
            return "<table:covered-table-cell/>" if (row, column) in inside else "<table:table-cell/>"
        spans = f'table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.columns}"'
        return f"<table:table-cell {spans}>{_paragraphs(cell.text.splitlines())}</table:table-cell>"

    rows = "".join(
        f"<table:table-row>{''.join(cell_at(row, column) for column in range(sheet.width))}</table:table-row>"
        for row in range(sheet.height)
    )
    columns = f'<table:table-column table:number-columns-repeated="{sheet.width}"/>'
    return _package(f'{_paragraphs(sheet.title)}<table:table table:name="T">{columns}{rows}</table:table>')


def lines_as_odt(lines: Sequence[str]) -> bytes:
    """Paragraphs."""
    return _package(_paragraphs(lines))


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)


def _package(body: str) -> bytes:
    spaces = " ".join(f'xmlns:{space}="{name}"' for space, name in _NAMES.items())
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f'<office:document-content {spaces} office:version="1.2">{text}</office:document-content>'
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", _KIND), ("content.xml", "text/xml"))
    )
    space = f'xmlns:manifest="{_NAMES["office"].replace("office", "manifest")}"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", _KIND)
        package.writestr("META-INF/manifest.xml", f"<manifest:manifest {space}>{listed}</manifest:manifest>")
        package.writestr("content.xml", content)
    return out.getvalue()
