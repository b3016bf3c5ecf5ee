"""Word (.docx, also with macros, as a template, and in strict Open XML) → Document.

The body is walked in order: paragraphs with their level, number and soft breaks, tables as grids, text boxes where they
are anchored. Headers and footers are kept as margins, comments and notes are left out; that is told once, as a doubt.
"""

from collections.abc import Iterator
from itertools import count

from knowledge.document import Block, Document, Doubt, Paragraph, Place, Table
from knowledge.readers.inner import ReadInner, nothing_inside
from knowledge.readers.legacy_fonts import legacy_name
from knowledge.readers.limits import Limits
from knowledge.readers.lines import bold_throughout, clean, soft_lines
from knowledge.readers.package import checked_package
from knowledge.readers.refusal import PACKED_FAULTS, broken, too_much
from knowledge.readers.word_lists import Lists
from knowledge.readers.word_margins import margin_texts
from knowledge.readers.word_package import WordPackage
from knowledge.readers.word_parts import PackageParts, boxes
from knowledge.readers.word_styles import Styles, list_of, outline_level
from knowledge.readers.word_table import CellText, inside, read_table
from knowledge.readers.word_text import Noticed, runs
from knowledge.readers.word_xml import Element, W, flag

# What comes of files whose parts or ties do not fit together.
_FAULTS = (*PACKED_FAULTS, LookupError, TypeError, AttributeError, SyntaxError, RecursionError, StopIteration)
_PACKED = frozenset(("image", "aFChunk"))


def read_word(data: bytes, name: str, limits: Limits, read_inner: ReadInner = nothing_inside) -> Document:
    """The document of a .docx file; `read_inner` reads the pictures and files of other formats in it.

    Raises:
        RefusedError: it is broken or goes beyond the limits.
    """
    data = checked_package(data, name, limits)
    try:
        package = WordPackage(data)
        _without_prompts(package.text)
        blobs = {tie.id: package.content(tie.part) for tie in package.relations if tie.kind in _PACKED}
        parts = PackageParts(blobs, read_inner, name)
        reader = _Reader(limits, parts, package.of_kind("styles"), package.of_kind("numbering"))
        body = package.text.find(f"{W}body")
        blocks = tuple(reader.blocks(body))
        margins = margin_texts(body, package, reader.styles)
    except _FAULTS as error:
        raise broken(name, "Word") from error
    return Document(name, blocks, doubts=(*reader.doubts, *_doubts(reader.noticed)), margins=margins)


def _without_prompts(text: Element) -> None:
    """Take the words out with which fields that nobody has filled in ask for some ("Choose an item.")."""
    for properties in list(text.iter(f"{W}sdtPr")):
        if flag(properties, "showingPlcHdr"):
            runs = list(properties.getparent().iter(f"{W}r"))
            asking = [run for run in runs if _asks(run)]
            for run in asking or runs:  # words beside those that ask were typed by a program that left the mark
                run.getparent().remove(run)


def _asks(run: Element) -> bool:
    """Whether words are set as those are with which a field asks to be filled in."""
    style = run.find(f"{W}rPr/{W}rStyle")
    return style is not None and "placeholder" in (style.get(f"{W}val") or "").lower()


class _Reader:
    """One pass over one body: the lists count as they are met, so the order of reading matters."""

    def __init__(self, limits: Limits, parts: PackageParts, styles: Element | None, numbering: Element | None) -> None:
        self._name, self._limits, self._parts = parts.name, limits, parts
        self.styles, self._lists = Styles(styles), Lists(numbering)
        self._read, self._tables = 0, count(1)  # paragraphs that were read; numbers of tables
        self._cells = 0
        self.noticed = Noticed()
        self.doubts: list[Doubt] = []

    def blocks(self, body: Element, depth: int = 0) -> Iterator[Block]:
        """The paragraphs and tables of a body or of a cell that only lays out."""
        gap, after_table = 0, None
        for child in _flow(body):
            if child.tag == f"{W}p":
                found: list[Block] = [*self._paragraph(child, gap), *self._beside(child, depth)]
            elif child.tag == f"{W}tbl":
                found = list(self._table(child, depth, after_table))
            else:
                found = list(self._parts.chunk(child, self._place(), self.doubts))
            yield from found
            gap = 0 if found or child.tag != f"{W}p" else gap + 1
            if found or child.tag != f"{W}p":
                after_table = found[-1] if found and isinstance(found[-1], Table) else None

    def _place(self) -> Place:
        """Where the paragraph stands that was read last."""
        return Place(at=f"paragraph {self._read}")

    def _beside(self, paragraph: Element, depth: int) -> Iterator[Block]:
        """What floats beside a paragraph or stands in it as a picture."""
        if depth >= self._limits.nesting:
            raise too_much(self._name, f"hộp văn bản lồng nhau quá {self._limits.nesting} lớp")
        for box in boxes(paragraph):
            yield from self.blocks(box, depth + 1)
        yield from self._parts.pictures(paragraph, self._place(), self.doubts)

    def _table(self, table: Element, depth: int, before: Table | None) -> Iterator[Block]:
        if depth >= self._limits.nesting:
            raise too_much(self._name, f"bảng lồng nhau quá {self._limits.nesting} lớp")
        if _is_layout(table):
            for row in inside(table, "tr"):
                for cell in inside(row, "tc"):
                    yield from self.blocks(cell, depth + 1)
            return
        grid = read_table(table, next(self._tables), lambda cell: self._cell(cell, depth + 1))
        self._count_cells(grid)
        if grid.rows and grid.rows[0].cells:
            continues = before is not None and len(before.rows[0].cells) == len(grid.rows[0].cells)
            yield Table(grid.rows, continues=continues)

    def _count_cells(self, grid: Table) -> None:
        self._cells += sum(len(row.cells) for row in grid.rows)
        if self._cells > self._limits.cells:
            raise too_much(self._name, f"các bảng có hơn {self._limits.cells} ô")

    def _paragraph(self, element: Element, gap: int) -> list[Paragraph]:
        style = self.styles.of(element)
        if style.contents:
            return []
        text, bold = self._text(element, numbered=False)
        self._read += 1
        place = self._place()
        properties = element.find(f"{W}pPr")
        level = outline_level(properties) or style.level
        return [
            Paragraph(line, place, level, bold, gap if first else 0)
            for first, line in zip((True, *(False,) * len(text)), soft_lines(text), strict=False)
        ]

    def _cell(self, cell: Element, depth: int) -> CellText:
        """The paragraphs of a cell, one a line; a table inside gives one line a row."""
        if depth >= self._limits.nesting:
            raise too_much(self._name, f"bảng lồng nhau quá {self._limits.nesting} lớp")
        lines: list[str] = []
        weights: list[bool] = []
        for child in _flow(cell):
            if child.tag == f"{W}tbl":
                for row in inside(child, "tr"):
                    parts = [self._cell(inner, depth + 1).text for inner in inside(row, "tc")]
                    lines.append(" ".join(part.replace("\n", " ") for part in parts if part))
            elif child.tag == f"{W}p":
                text, bold = self._text(child, numbered=True)
                lines.extend(soft_lines(text))
                weights.extend([bold] if text.strip() else [])
                self.noticed.boxes.extend(filter(None, map(_words, boxes(child))))
        return CellText("\n".join(line for line in lines if line), bool(weights) and all(weights))

    def _text(self, element: Element, *, numbered: bool) -> tuple[str, bool]:
        """The text with its list number, and whether all of it is bold; an empty item has its number only in a cell."""
        parts = list(runs(element, self.styles, self.noticed))
        text = "".join(part.text for part in parts)
        if not text.strip() and not numbered:
            return "", False
        listed = list_of(element.find(f"{W}pPr")) or self.styles.of(element).listed
        label = self._lists.label(listed)
        return clean(f"{label} {text}" if label else text), bold_throughout((p.text, p.bold) for p in parts)


def _flow(body: Element) -> Iterator[Element]:
    """Paragraphs, tables and chunks in order, also inside content controls and tracked insertions."""
    for child in body:
        if child.tag in {f"{W}p", f"{W}tbl", f"{W}altChunk"}:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
            yield from _flow(child)


def _words(box: Element) -> str:
    return "".join(t.text or "" for t in box.iter(f"{W}t")).strip()


def _is_layout(table: Element) -> bool:
    """Whether a table only places other tables on the page: one cell, or one row, around at least one table."""
    rows = list(inside(table, "tr"))
    cells = [cell for row in rows for cell in inside(row, "tc")]
    return len(rows) <= 1 and any(True for cell in cells for _ in inside(cell, "tbl"))


def _doubts(noticed: Noticed) -> Iterator[Doubt]:
    for text in dict.fromkeys(noticed.boxes):
        short = text if len(text) < 80 else text[:79] + "…"
        yield Doubt(f"Không đọc hộp văn bản nằm ngoài dòng chữ: “{short}”")
    for key, number in sorted(noticed.counts.items()):
        yield Doubt(_LEFT_OUT[key].format(number) if key in _LEFT_OUT else legacy_name(key))


_LEFT_OUT = {
    "notes": "Bỏ qua {} chú thích cuối trang",
    "changes": "Văn bản còn {} chỗ sửa chưa chấp nhận: đã đọc như khi chấp nhận tất cả",
    "hidden": "Bỏ qua {} đoạn chữ ẩn",
}
