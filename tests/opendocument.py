"""A writer of OpenDocument texts for tests."""

import io
import zipfile
from collections.abc import Sequence
from html import escape

from writers import Sheet, places


def as_odt(sheet: Sheet, below: Sequence[str] = ()) -> bytes:
    """An OpenDocument text: the title, the table, and paragraphs below it."""
    names = {space: f"urn:oasis:names:tc:opendocument:xmlns:{space}:1.0" for space in ("office", "text", "table")}
    spaces = " ".join(f'xmlns:{space}="{name}"' for space, name in names.items())

    def paragraphs(lines: Sequence[str]) -> str:
        return "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)

    begins = {(cell.row, cell.column): cell for cell in sheet.cells}
    inside = {place for cell in sheet.merged() for place in places(cell)}

    def cell_at(row: int, column: int) -> str:
        cell = begins.get((row, column))
        if cell is None:
            return "<table:covered-table-cell/>" if (row, column) in inside else "<table:table-cell/>"
        spans = f'table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.columns}"'
        return f"<table:table-cell {spans}>{paragraphs(cell.text.split(chr(10)))}</table:table-cell>"

    rows = "".join(
        f"<table:table-row>{''.join(cell_at(row, column) for column in range(sheet.width))}</table:table-row>"
        for row in range(sheet.height)
    )
    columns = f'<table:table-column table:number-columns-repeated="{sheet.width}"/>'
    table = f'<table:table table:name="T">{columns}{rows}</table:table>'
    body = f"<office:body><office:text>{paragraphs(sheet.title)}{table}{paragraphs(below)}</office:text></office:body>"
    content = f'<office:document-content {spaces} office:version="1.2">{body}</office:document-content>'
    kind = "application/vnd.oasis.opendocument.text"
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    space = f'xmlns:manifest="{names["office"].replace("office", "manifest")}"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("META-INF/manifest.xml", f"<manifest:manifest {space}>{listed}</manifest:manifest>")
        package.writestr("content.xml", content)
    return out.getvalue()
