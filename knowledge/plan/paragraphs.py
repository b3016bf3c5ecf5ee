"""Printed lines joined into whole paragraphs.

Text that was taken out of a PDF has one paragraph a printed line, page numbers between them and words cut at the page
end; other text has whole paragraphs, a few of them cut by a page break. Both come out as paragraphs with the lines that
they span, freed of Markdown and HTML crumbs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.document import Cover, Document, Paragraph, Table
from knowledge.language.text import UPPER, nfc
from knowledge.model import Place
from knowledge.plan.headers import find_header
from knowledge.plan.issue_date import is_place_and_date


@dataclass(frozen=True, slots=True)
class Block:
    """A whole paragraph, or a table (its `text` is empty).

    Args:
        marker: its number or bullet as printed ("1.", "1.1.", "a)", "-"), "" where it has none.
        text: the words without the marker.
        level: heading depth that the file itself marks, else None.
        bold: every word is bold.
        gap: empty lines before it.
        cell: it stands in a table that only lays out the page (letterhead, signature).
    """

    text: str
    place: Place
    marker: str = ""
    level: int | None = None
    bold: bool = False
    gap: int = 0
    table: Table | None = None
    cell: bool = False

    @property
    def whole(self) -> str:
        """The paragraph as printed, marker and words."""
        return f"{self.marker} {self.text}".strip()


# Arrows, shapes, ticks; and the signs of symbol fonts, which in a PDF are none or of no letter.
_SIGNS = r"\u2190-\u21ff\u25a0-\u25ff\u2700-\u27bf\ue000-\uf8ff\ufffd"
# A number or bullet at the start of a paragraph. "1.1" may lack its last dot; "1 " alone is no marker.
_MARKER = re.compile(
    r"(?P<m>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+(?:thứ\s+)?(?:[IVXLC]+|\d{1,3})\s*[.:\-]?(?=\s|$)"
    r"|[IVX]{1,6}\s?(?:[.)]|\s?[-–:](?=\s))|[A-Z][.)](?=\s)"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}\s?[.)]?(?=\s)|\d{1,2}\s?[.)](?!\d)|\d{1,2}/(?=\s)|\d{1,2}\s?[-–](?=\s\D)"
    rf"|\d{{3}}[.)](?=\s+[{UPPER}])"  # a long list goes past 99; with a small letter it is the end of a sentence
    rf"|[a-zđ]\d?\s?(?:[).](?=\s|[{UPPER}])|\))|[a-zđ]-(?=\s)|\(\d{{1,2}}\)|\([a-zđivx]{{1,4}}\)(?=\s)"
    rf"|[-–—+•*»{_SIGNS}]+(?=\s|[^\W\d_]))\s*",
)
_BULLETS = ("-", "–", "—", "+", "•", "*")
_CRUMBS = re.compile(r"<[^<>\n]{1,60}>|\*{1,3}|_{2,3}|`|\\(?=[-.*#])")
_PAGE_NUMBER = re.compile(
    r"(?:[-–]\s*)?(?:Trang\s+)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?(?:\s*[-–])?|Page \d+.*", re.IGNORECASE
)
_URL = re.compile(r"https?://\S+")


def blocks(document: Document) -> tuple[Block, ...]:
    """The paragraphs of a document, whole, and its tables, in reading order."""
    pieces = [piece for block in document.blocks for piece in _pieces(block)]
    pieces = _without_page_marks(pieces)
    wrapped = document.wrapped or is_wrapped([piece.whole for piece in pieces if piece.table is None])
    return tuple(_titled(_joined_lines(pieces) if wrapped else _joined_cuts(pieces)))


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether each line is only a printed line of a paragraph, as in text taken from a PDF.

    Such text has many lines of about one width that end in the middle of a sentence and go on with a small letter.
    """
    filled = [line.strip() for line in lines if line.strip() and "\t" not in line]
    pairs = list(pairwise(filled))
    long = [pair for pair in pairs if len(pair[0]) >= 50]
    if len(long) < 5 or sorted(map(len, filled))[len(filled) * 19 // 20] > 250:
        return False
    broken = sum(1 for one, two in long if one[-1] not in ".;:!?" and (two[0].islower() or two[0].isdigit()))
    return broken / len(long) > 0.4


def split_marker(text: str) -> tuple[str, str]:
    """A paragraph's number or bullet and its words."""
    match = _MARKER.match(text)
    if not match or _no_marker(match["m"], text[match.end() :]):
        return "", text
    return match["m"].strip(), text[match.end() :].strip()


def clean(text: str) -> str:
    """The words without Markdown marks, HTML tags and doubled spaces."""
    star = "* " if re.match(r"\s*\*\s", text) else ""  # a bullet, and no mark of emphasis
    return star + nfc(_CRUMBS.sub("", re.sub(r"^\s{0,3}#{1,6}\s+", "", text)))


def _no_marker(marker: str, rest: str) -> bool:
    """Whether what looks like a bullet belongs to the words ("- 2025 trên địa bàn" of a range that was cut)."""
    return marker in ("-", "–", "—") and bool(re.match(r"(?:19|20)\d\d\b", rest))


def _pieces(block: Paragraph | Table) -> Iterable[Block]:
    return _table(block) if isinstance(block, Table) else _paragraph(block)


def _table(table: Table) -> list[Block]:
    """A table; of one that sets out the letterhead only what stands above a header of tasks is running text."""
    if not _lays_out(table):
        return [Block("", _table_place(table), table=table)]
    found = find_header(table.rows)
    if found is None:
        return _cells(table)
    rows = replace(table, rows=table.rows[found[0] :])
    return [*_cells(replace(table, rows=table.rows[: found[0]])), Block("", _table_place(rows), table=rows)]


def _paragraph(block: Paragraph) -> list[Block]:
    marks = re.match(r"^\s{0,3}(#{1,6})\s+", block.text)
    level = block.level or (len(marks[1]) if marks else None)
    bold = block.bold or bool(re.fullmatch(r"\s*(?:#+\s*)?(?:\S{1,5}\s)?\*{2,3}.+\*{2,3}[\s.:]*", block.text.strip()))
    text = clean(block.text)
    if not text:
        return []
    marker, words = split_marker(text)
    return [Block(words, block.place, marker, level, bold or block.text.startswith("**"), block.gap)]


def _table_place(table: Table) -> Place:
    lines = [row.place.lines for row in table.rows if row.place.lines]
    if lines:
        return Place(lines=(lines[0][0], lines[-1][1]))
    return table.rows[0].place if table.rows else Place()


def _lays_out(table: Table) -> bool:
    """Whether a table only sets things side by side: the letterhead, its number and date, or the signature."""
    cells = [cell.text for row in table.rows[:4] for cell in row.cells]
    lines = (line for cell in cells for line in cell.splitlines())
    text = nfc(" ".join(cells)).casefold()
    cues = ("cộng hòa xã hội", "cộng hoà xã hội", "nơi nhận", "đảng cộng sản việt nam", "độc lập - tự do")
    return len(table.rows) <= 8 and (any(cue in text for cue in cues) or any(map(is_place_and_date, lines)))


def _cells(table: Table) -> list[Block]:
    """The cells of a table that only lays out, column by column."""
    width = max((len(row.cells) for row in table.rows), default=0)
    result: list[Block] = []
    for column in range(width):
        for row in table.rows:
            cell = row.cells[column] if column < len(row.cells) else None
            if cell is None or cell.cover is not Cover.OWN:
                continue
            for line in cell.text.splitlines():
                result.extend(
                    Block(b.text, b.place, b.marker, bold=b.bold, cell=True)
                    for b in _paragraph(Paragraph(line, row.place))
                )
    return result


def _without_page_marks(pieces: list[Block]) -> list[Block]:
    """Without the numbers of the pages, and the addresses that PDF readers print above them."""
    kept: list[Block] = []
    for piece in pieces:
        if piece.table is None and not piece.cell and _PAGE_NUMBER.fullmatch(piece.whole):
            if kept and _URL.fullmatch(kept[-1].whole):
                kept.pop()
            continue
        kept.append(piece)
    return kept


def _joined_lines(pieces: list[Block]) -> list[Block]:
    """Paragraphs from the printed lines of a PDF."""
    widths = sorted(len(piece.whole) for piece in pieces if piece.table is None)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    result: list[Block] = []
    last = 0  # how long the line was that the paragraph ends with
    for piece in pieces:
        if result and (
            _closes_bracket(result[-1], piece)
            or _says_when(result[-1], piece)
            or _goes_on(result[-1], last, piece, width)
        ):
            result[-1] = _join(result[-1], piece)
        else:
            result.append(piece)
        last = len(piece.whole)
    return result


def _goes_on(before: Block, last: int, piece: Block, width: int) -> bool:
    """Whether a printed line belongs to the paragraph before it."""
    if piece.table or before.table or piece.cell or before.cell or not before.text or not piece.text:
        return False
    if _LABEL.match(piece.text) and not _cut_word(before) and before.text[-1] != ",":
        return False
    if piece.marker or _stands_alone(before) or _stands_alone(piece):
        return bool(piece.marker) and _cut_word(before) and not piece.text[:1].isupper()
    if piece.text[0].islower() or _cut_word(before) or _is_open(before, piece):
        return True
    if before.bold and not piece.bold:
        return False  # a title in bold and the text below it
    ended = before.text[-1] in ".:!?" or before.text.endswith("./.")
    return last >= width * (0.93 if ended else 0.72)


_LABEL = re.compile(rf"[{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,5}}:(?=\s\S)")  # "Cơ quan chủ trì: …"


def _is_open(block: Block, piece: Block) -> bool:
    """A list item ends with a mark of its own; one without, like a line after a comma, goes on."""
    if _ANEW.match(piece.text) or block.text.startswith("Lưu"):
        return False
    return block.text[-1] == "," or (block.marker in _BULLETS and block.text[-1] not in ".;:!?…)")


_ANEW = re.compile(r"(?:Trên đây|Yêu cầu|Giao|Đề nghị|Nơi nhận|Trong quá trình|Kế hoạch này|Phụ lục)\b")


def _cut_word(block: Block) -> bool:
    return bool(re.search(r"\w[-/]$", block.text))


def _stands_alone(block: Block) -> bool:
    """Lines that are never part of a paragraph: titles in capitals, the parts of letterhead and signature."""
    text = block.text
    return (text.isupper() and not block.marker) or bool(
        re.match(
            r"(?:Số|Nơi nhận)\s*:|Độc lập\s*[-–]|Phụ lục\b(?:\s*\w{1,4})?$"
            r"|(?:Nhiệm vụ|Công việc|Hoạt động|Việc) (?:số )?\d{1,3}[.:]?$",
            text,
        )
    )


def _joined_cuts(pieces: list[Block]) -> list[Block]:
    """Paragraphs, where a page break cut one in the middle of a sentence joined again."""
    result: list[Block] = []
    for piece in pieces:
        if result and _was_cut(result[-1], piece):
            result[-1] = _join(result[-1], piece)
        else:
            result.append(piece)
    return result


def _was_cut(before: Block, piece: Block) -> bool:
    if piece.table or before.table or piece.cell or piece.marker or not before.text or not piece.text:
        return False
    if piece.level or before.level or before.bold or len(before.text) < 60:
        return False
    return (piece.text[0].islower() and before.text[-1] not in ".;:!?") or _closes_bracket(before, piece)


def _says_when(before: Block, piece: Block) -> bool:
    """Whether a line ends before the number of its quarter, month or day ("Quý / I/2027.")."""
    ends = re.search(r"\b(?:quý|tháng|ngày|năm)$", before.text, re.IGNORECASE) is not None
    return (
        ends and not piece.marker and not piece.cell and re.match(r"(?:[IVX]{1,4}|\d{1,4})\b", piece.text) is not None
    )


def _closes_bracket(before: Block, piece: Block) -> bool:
    """Whether a line goes on with what stands in brackets: one is open before it, and it closes one."""
    opened = before.text.rfind("(") > before.text.rfind(")") and not (piece.cell or piece.marker)
    return opened and ")" in piece.text and not 0 <= piece.text.find("(") < piece.text.find(")")


def _titled(pieces: list[Block]) -> list[Block]:
    """Bare numbers of parts ("PHẦN I", "Chương II") with the title that stands on the next line."""
    result: list[Block] = []
    for piece in pieces:
        above = result[-1] if result else None
        bare = above is not None and above.table is None and above.marker and not above.text
        if above is not None and bare and piece.table is None and not piece.marker:
            result[-1] = _join(above, piece)
        else:
            result.append(piece)
    return result


def _join(before: Block, piece: Block) -> Block:
    glue = "" if _cut_word(before) else " "
    text = f"{before.text}{glue}{piece.whole}".strip()
    place = before.place
    if before.place.lines and piece.place.lines:
        place = Place(lines=(before.place.lines[0], piece.place.lines[1]), page=before.place.page, at=before.place.at)
    return Block(text, place, before.marker, before.level, before.bold and piece.bold, before.gap)
