r"""Plain text into a document: paragraphs, tables with tabs, bars or other signs between cells, each with its lines.

Texts come from OCR, from a PDF's text layer, or from a word processor's "save as text"; they carry crumbs of Markdown
and HTML (`**`, `##`, <b>, <ul><li>, <p>, <br>), which are stripped while the words stay. A line break inside a cell
that the crumbs tell of is kept as "\n". A table that goes on after a page break says so (`continues`).
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.document import Block, Cell, Cover, Document, Paragraph, Place, Row, Table
from knowledge.language.text import nfc
from knowledge.readers.aligned import aligned_rows
from knowledge.readers.barred import barred_rows
from knowledge.readers.boxed import boxed_rows, is_ruler
from knowledge.readers.delimited import lines_of
from knowledge.readers.text_rows import TextRow

# Tags that a text can hold without being HTML; "<5%" or "<Tên đơn vị>" are no tags and stay.
_TAGS = "b|i|u|em|strong|span|font|sub|sup|a|div|p|ul|ol|li|br|table|tbody|thead|tr|td|th|h[1-6]"
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"</?(?:p|ul|ol|li|br|div|tr|h[1-6])(?:\s[^<>]*)?/?>| {2,}", re.IGNORECASE)
_BOLD_TAG = re.compile(r"<(?:b|strong|h[1-6])(?:\s[^<>]*)?>", re.IGNORECASE)
_STARS = re.compile(r"(?<!\\)(?:\*{1,3}|_{2,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{2,3})")
_HASHES = re.compile(r"^\s{0,3}(#{1,6})\s+")
_PIPE_RULE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*\|?\s*$")
_SECTION = re.compile(r"^\W*(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)[.)]?\s+\S")
_BETWEEN = re.compile(r" \| |(?<=[^\s|])\|+(?=[^\s|])")  # "1|Rà soát||Quý I" as well
# A printed line that goes on in the next one: such lines start with a small letter there.
_WRAPPED_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str

    @property
    def kind(self) -> str:
        if not self.text.strip():
            return "empty"
        if "\t" in self.text.rstrip("\r\n") and len(_tabbed(self.text)) > 1:
            return "tabs"
        bars = self.text.strip()
        if bars == "|":
            return "bar"
        if is_ruler(bars):
            return "ruler"
        if bars.count("|") > 1 and (bars[0] == "|" or bars[-1] == "|"):
            return "pipes"
        return "bars" if len(_BETWEEN.findall(bars)) > 1 else "words"


def read_text(text: str, source: str) -> Document:
    """The document that a text holds; every line that has words is in a paragraph or a table."""
    read, doubts = lines_of(text.lstrip("\ufeff"))
    blocks = tuple(_blocks([_Line(number, line) for number, line in read]))
    return Document(source=source, blocks=blocks, wrapped=_is_wrapped(blocks), doubts=doubts)


def clean(text: str) -> str:
    """A text without crumbs of Markdown and HTML, on one line."""
    return nfc(_STARS.sub("", html.unescape(_TAG.sub(" ", text))))


def clean_cell(text: str) -> str:
    """A cell without crumbs; the line breaks that they tell of stay as line breaks."""
    parts = (clean(part) for part in _BREAK.split(text.strip()))
    return "\n".join(part for part in parts if part)


def _blocks(lines: Sequence[_Line]) -> Iterator[Block]:
    gap, at, before = 0, 0, None
    while at < len(lines):
        if lines[at].kind == "empty":
            gap, at = gap + 1, at + 1
            continue
        block, at = _block(lines, at, gap, before)
        if block is not None:
            before, gap = block, 0
            yield block


def _block(lines: Sequence[_Line], at: int, gap: int, before: Block | None) -> tuple[Block | None, int]:
    """The paragraph or table that begins with a line, and the position past it; a bar without a table is nothing."""
    kind = lines[at].kind
    if kind in {"bar", "ruler"}:
        rows, end = barred_rows(lines, at) if kind == "bar" else boxed_rows(lines, at)
        return (_continued(_barred(lines, rows), before) if rows else None), end
    end = _table_end(lines, at) if kind != "words" else at
    if kind == "words" or (kind == "bars" and end == at + 1):  # bars between words of a single line make no table
        return _words(lines, at, gap, before)
    return _table(lines[at:end], kind, before), end


def _words(lines: Sequence[_Line], at: int, gap: int, before: Block | None) -> tuple[Block | None, int]:
    """The paragraph of a line, or the table that begins with it where columns stand one below the other."""
    if "    " in lines[at].text:
        rows, end = aligned_rows(lines, at)
        if rows:
            return _continued(replace(_barred(lines, rows), guessed=True), before), end
    paragraph = _paragraph(lines[at], gap)
    return (paragraph if paragraph.text else None), at + 1


def _paragraph(line: _Line, gap: int) -> Paragraph:
    hashes = _HASHES.match(line.text)
    bare = _HASHES.sub("", line.text).strip()
    return Paragraph(
        text=clean(bare),
        place=Place(lines=(line.number, line.number)),
        level=len(hashes[1]) if hashes else None,
        bold=bare.startswith(("**", "__", "<b>")),
        gap=gap,
    )


def _table_end(lines: Sequence[_Line], start: int) -> int:
    """Past the last line of the table; a section line without tabs or bars between two rows belongs to it."""
    end = start
    while end < len(lines):
        if not (_is_row(lines[end], lines[start]) or _inside(lines, end, lines[start])):
            break
        end += 1
    return end


def _is_row(line: _Line, first: _Line) -> bool:
    """Whether a line is a row of the table that begins with `first`."""
    return line.kind == first.kind or _is_open(line, first)


def _is_open(line: _Line, first: _Line) -> bool:
    """Whether a row of a table without bars around it only begins or ends with an empty cell ("I | Chuẩn bị | |")."""
    return first.kind == "bars" and line.kind == "pipes" and line.text.count("|") == first.text.count("|")


def _inside(lines: Sequence[_Line], at: int, first: _Line) -> bool:
    """Whether a line is a section of the table that begins with `first`: the next one goes on in its columns."""
    if lines[at].kind != "words" or at + 1 >= len(lines) or not _is_row(lines[at + 1], first):
        return False
    same = first.kind == "tabs" or lines[at + 1].text.count("|") == first.text.count("|")
    return same and not _is_other_header(lines[at + 1], first) and bool(_SECTION.match(clean(lines[at].text)))


def _is_other_header(line: _Line, first: _Line) -> bool:
    """Whether a line begins as the header of the table does and names other columns, or those in another order."""
    above, below = (_SPLIT[each.kind](each.text) for each in (first, line))
    begins = clean_cell(above[0])
    return any(map(str.isalpha, begins)) and begins == clean_cell(below[0]) and above != below


def _table(lines: Sequence[_Line], kind: str, before: Block | None) -> Table:
    split = _SPLIT[kind]
    raw = [(line.number, split(line.text)) for line in lines if kind == "tabs" or not _PIPE_RULE.match(line.text)]
    width = max((len(cells) for _, cells in raw), default=1)
    rows = tuple(_row((number, number), cells, width, spans=kind != "tabs") for number, cells in raw)
    return _continued(Table(rows=rows), before)


def _barred(lines: Sequence[_Line], rows: Sequence[TextRow]) -> Table:
    width = max(len(row.cells) for row in rows)
    places = ((lines[row.first].number, lines[row.last].number) for row in rows)
    cells = ([cell.replace("\n", "<br>") for cell in row.cells] for row in rows)  # its line breaks are its own
    return Table(tuple(_row(place, own, width) for own, place in zip(cells, places, strict=True)))


def _continued(table: Table, before: Block | None) -> Table:
    same = isinstance(before, Table) and before.rows and len(before.rows[0].cells) == len(table.rows[0].cells)
    return replace(table, continues=True) if same else table


def _row(lines: tuple[int, int], cells: Sequence[str], width: int, *, spans: bool = False) -> Row:
    padded = [*cells, *[""] * (width - len(cells))]
    made = [Cell(text=clean_cell(c), bold=bool(_BOLD_TAG.search(c) or c.strip().startswith("**"))) for c in padded]
    if spans and len(cells) == width > 2 and made[0].text and not any(padded[1:]):  # "| **Title** ||||" is one cell
        made[1:] = [replace(made[0], cover=Cover.LEFT)] * (width - 1)
    return Row(cells=tuple(made), place=Place(lines=lines))


def _tabbed(line: str) -> list[str]:
    return line.split("\t")


def _piped(line: str) -> list[str]:
    return _parted(line.strip().removeprefix("|").removesuffix("|"))


def _parted(inner: str) -> list[str]:
    return [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


_SPLIT = {"tabs": _tabbed, "pipes": _piped, "bars": _parted}


def _is_wrapped(blocks: Sequence[Block]) -> bool:
    """Whether each paragraph is one printed line: many of them then start in the middle of a sentence."""
    lines = [b.text for b in blocks if isinstance(b, Paragraph)]
    goes_on = sum(line[0].islower() for line in lines[1:])
    return goes_on >= 3 and goes_on > _WRAPPED_SHARE * len(lines)
