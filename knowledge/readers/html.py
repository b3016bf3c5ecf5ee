"""HTML (a page saved from a law portal, or Word's "save as web page") → Document.

Scripts, menus and hidden parts are left out; tables with rowspan and colspan become full grids; a table that only lays
out the page gives what is in it.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from knowledge.document import Block, Document, Doubt, Paragraph, Place, Row, Table
from knowledge.readers.encodings import decode
from knowledge.readers.grid import Span, full_grid
from knowledge.readers.limits import Limits
from knowledge.readers.lines import clean, raised, soft_lines
from knowledge.readers.refusal import broken, too_much

_Element = Any  # lxml brings no types of its own
_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "head", "nav", "aside", "form", "select", "button", "input", "textarea",
    "iframe", "object", "svg", "math", "audio", "video",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "footer", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "html",
))  # fmt: skip
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_WESTERN = {"windows-1252", "iso-8859-1", "latin-1", "us-ascii", "ascii"}


def read_html(data: bytes, name: str, limits: Limits) -> Document:
    """The document of an HTML or MHTML file.

    Raises:
        RefusedError: it cannot be decoded or goes beyond the limits.
    """
    text, doubts = _text(data, name)
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*>", "", text), parser=parser)
        if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):  # the rest was not read
            raise too_much(name, "trang có các phần lồng nhau quá sâu")
        reader = _Reader(name, limits)
        reader.walk(root, _Style())
        reader.flush(_Style())
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise broken(name, "HTML") from error
    return Document(name, tuple(reader.blocks), doubts=doubts)


def _text(data: bytes, name: str) -> tuple[str, tuple[Doubt, ...]]:
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"MIME-Version" in data[:8192]:
        data = _mail_part(data)
    declared = _CHARSET.search(data[:4096])
    charset = declared[1].decode().lower() if declared else ""
    if charset in _WESTERN and b"&#" in data:  # letters beyond the encoding are written as references
        return data.decode("cp1252", "replace"), ()
    return decode(data, name)


def _mail_part(data: bytes) -> bytes:
    """The page inside a web archive (.mht)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    return data


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool = False
    level: int | None = None


@dataclass(slots=True)
class _Reader:
    """One walk through the page: inline text gathers until a block ends."""

    name: str
    limits: Limits
    blocks: list[Block] = field(default_factory=list)
    _buffer: list[tuple[str, bool]] = field(default_factory=list)
    _label: str = ""
    _paragraphs: Iterator[int] = field(default_factory=lambda: count(1))
    _tables: Iterator[int] = field(default_factory=lambda: count(1))
    _cells: int = 0
    _depth: int = 0

    def walk(self, element: _Element, style: _Style) -> None:
        """Read an element and what is in it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SKIPPED or not tag or _hidden(element):
            return
        if tag == "table":
            self.flush(style)
            self._table(element)
            return
        own = _style(tag, style)
        if tag in _BLOCKS:
            self.flush(style)
            self._label = _item_label(element) if tag == "li" else self._label
        self._add(element.text, own)
        for child in element:
            self._inline(child, own)
            self._add(child.tail, own)
        if tag in _BLOCKS:
            self.flush(own)

    def flush(self, style: _Style) -> None:
        """End the paragraph that has gathered."""
        text = clean("".join(part for part, _ in self._buffer))
        bold = all(b for part, b in self._buffer if part.strip())
        self._buffer.clear()
        if not text:
            return
        text, self._label = (f"{self._label} {text}" if self._label else text), ""
        place = Place(at=f"paragraph {next(self._paragraphs)}")
        self.blocks.extend(Paragraph(line, place, style.level, bold) for line in soft_lines(text))

    def _inline(self, child: _Element, style: _Style) -> None:
        if child.tag == "br":
            self._buffer.append(("\n", style.bold))
        elif child.tag == "sup" and (mark := raised(said := "".join(child.itertext()))) != said:
            self._buffer.append((mark, style.bold))
        else:
            self.walk(child, style)

    def _add(self, text: str | None, style: _Style) -> None:
        if text:
            self._buffer.append((re.sub(r"\s+", " ", text), style.bold))

    def _table(self, table: _Element) -> None:
        self._depth += 1
        if self._depth > self.limits.nesting:
            raise too_much(self.name, f"bảng lồng nhau quá {self.limits.nesting} lớp")
        if _is_layout(table):
            for row in _rows(table):
                for cell in _row_cells(row):
                    self.walk(cell, _Style())
        else:
            self._grid(table)
        self._depth -= 1

    def _grid(self, table: _Element) -> None:
        number = next(self._tables)
        rows = list(_rows(table))
        spans = list(self._spans(rows))
        width = max((span.column + span.columns for span in spans), default=0)
        self._cells += width * len(rows)
        if self._cells > self.limits.cells:
            raise too_much(self.name, f"các bảng có hơn {self.limits.cells} ô")
        grid = full_grid(spans, len(rows), width)
        before = self.blocks[-1] if self.blocks else None
        continues = isinstance(before, Table) and len(before.rows[0].cells) == width
        places = (Place(at=f"table {number} row {i}") for i in range(1, len(rows) + 1))
        if any(span.text for span in spans):
            read = tuple(Row(cells, place) for cells, place in zip(grid, places, strict=True))
            self.blocks.append(Table(read, _caption(table), continues))

    def _spans(self, rows: list[_Element]) -> Iterator[Span]:
        taken: dict[int, int] = {}  # column -> first row that is free again
        for index, row in enumerate(rows):
            column = 0
            for cell in _row_cells(row):
                while taken.get(column, 0) > index:
                    column += 1
                height = min(_span(cell, "rowspan", len(rows)) or len(rows), len(rows) - index)
                width = _span(cell, "colspan", 200) or 1
                text, bold = self._cell(cell)
                yield Span(index, column, text, height, width, bold)
                taken.update(dict.fromkeys(range(column, column + width), index + height))
                column += width

    def _cell(self, cell: _Element) -> tuple[str, bool]:
        """The lines of a cell, by a walk of its own."""
        inner = _Reader(self.name, self.limits, _depth=self._depth)
        inner.walk(cell, _Style())
        inner.flush(_Style())
        lines: list[str] = []
        for block in inner.blocks:
            if isinstance(block, Paragraph):
                lines.append(block.text)
            else:
                lines.extend(" ".join(c.text.replace("\n", " ") for c in row.cells if c.text) for row in block.rows)
        weights = [block.bold for block in inner.blocks if isinstance(block, Paragraph)]
        return "\n".join(lines), bool(weights) and all(weights)


def _style(tag: str, style: _Style) -> _Style:
    heading = _HEADING.fullmatch(tag)
    level = int(heading[1]) if heading else style.level
    return _Style(style.bold or tag in _BOLD, level)


def _hidden(element: _Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table itself, not those of the tables in its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _row_cells(row: _Element) -> Iterator[_Element]:
    return (cell for cell in row if cell.tag in {"td", "th"})


def _is_layout(table: _Element) -> bool:
    """Whether a table is only there to place others: one of those inside has more cells than it has itself."""
    own = sum(1 for row in _rows(table) for _ in _row_cells(row))
    inner = (sum(1 for row in _rows(t) for _ in _row_cells(row)) for t in table.iterdescendants("table"))
    return own > 0 and max(inner, default=0) > own


def _caption(table: _Element) -> str:
    caption = table.find("caption")
    return "" if caption is None else clean(" ".join(caption.itertext()).replace("\n", " "))


def _item_label(item: _Element) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    place = sum(1 for sibling in item.itersiblings("li", preceding=True))
    start = parent.get("start", "1")
    number = int(start) + place if start.isdecimal() and len(start) < 6 else 1 + place
    form = parent.get("type", "1")
    return f"{chr(ord(form) + number - 1)})" if form in {"a", "A"} and number <= 26 else f"{number}."


def _span(cell: _Element, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()
    return min(int(value), most) if value.isdecimal() and len(value) < 6 else 1
