"""The pieces of a Vietnamese administrative document in Word: the page, paragraphs, tables with fixed widths."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

BOLD, ITALIC = "b", "i"
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold
_FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph of a cell."""

    text: str
    style: str = ""
    size: int = 13
    centred: bool = True


def set_page(document: Document) -> None:
    """A4 with the margins of the decree (20, 20, 30, 15 mm), Times New Roman throughout."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)


def add_page_number(document: Document) -> None:
    """The number of the page, centred above, not on the first page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    place = section.header.paragraphs[0]
    place.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = place.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)  # noqa: SLF001 - python-docx offers no field


def paragraph(  # noqa: PLR0913 - the settings of one paragraph
    document: Document,
    text: str,
    style: str = "",
    size: int = 14,
    *,
    centred: bool = False,
    justified: bool = False,
    before: int = 0,
    after: int = 0,
    indent: float = 0,
) -> None:
    """A paragraph of the running text; `indent` of its first line in centimetres, `before` and `after` in points."""
    made = document.add_paragraph()
    _write(made, Cell(text, style, size, centred))
    if justified:
        made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(before), Pt(after)
    made.paragraph_format.first_line_indent = Cm(indent)


def fixed_table(
    document: Document,
    widths: Sequence[float],
    rows: Iterable[Sequence[Sequence[Cell]]],
    *,
    ruled: bool = True,
) -> None:
    """A table whose columns keep their widths (centimetres) in every program: they stand on each cell."""
    lines = list(rows)
    table = document.add_table(rows=len(lines), cols=len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    if ruled:
        table.style = "Table Grid"
    for line, cells in zip(lines, (row.cells for row in table.rows), strict=True):
        for content, cell, width in zip(line, cells, widths, strict=True):
            cell.width = Cm(width)
            for number, part in enumerate(content):
                place = cell.paragraphs[0] if not number else cell.add_paragraph()
                _write(place, part)
                place.paragraph_format.space_after = Pt(0)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    if ruled:
        _repeat_head(table)


def _repeat_head(table: Table) -> None:
    """The first row stands again at the head of each page, and no row is torn across two pages."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx offers neither
        for name in (["w:tblHeader"] if not number else []) + ["w:cantSplit"]:
            properties.append(OxmlElement(name))


def _write(place: Paragraph, cell: Cell) -> None:
    run = place.add_run(_UNFIT.sub("", cell.text))
    run.font.name, run.font.size = _FONT, Pt(cell.size)
    run.bold, run.italic = BOLD in cell.style, ITALIC in cell.style
    if cell.centred:
        place.alignment = WD_ALIGN_PARAGRAPH.CENTER
