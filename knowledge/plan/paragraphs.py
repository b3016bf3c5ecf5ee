"""Printed lines joined into whole paragraphs.

Text that was taken out of a PDF has one paragraph a printed line, page numbers between them and words cut at the page
end; other text has whole paragraphs, a few of them cut by a page break. Both come out as paragraphs with the lines that
they span, freed of Markdown and HTML crumbs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.document import Cover, Document, Paragraph, Table
from knowledge.language.text import UPPER, nfc
from knowledge.model import Place
from knowledge.plan.block import BOX, BULLETS, Block, clean, split_marker
from knowledge.plan.headers import find_header
from knowledge.plan.issue_date import is_place_and_date
from knowledge.plan.line_joining import joined_cuts, joined_lines, titled
from knowledge.plan.once import once
from knowledge.plan.posts import is_signature
from knowledge.plan.run_on_lists import parted_lists

_PAGE_NUMBER = re.compile(
    r"(?:[-–]\s*)?(?:Trang\s+)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?(?:\s*[-–])?|Page \d+.*", re.IGNORECASE
)
_URL = re.compile(r"https?://\S+")


def is_page_number(text: str) -> bool:
    """Whether a text is no more than the number of a page ("- 2 -", "Trang 2 | 9")."""
    return _PAGE_NUMBER.fullmatch(text) is not None


@once
def blocks(document: Document) -> tuple[Block, ...]:
    """The paragraphs of a document, whole, and its tables, in reading order."""
    pieces = [piece for block in document.blocks for piece in _pieces(block)]
    pieces = _without_page_marks(pieces)
    wrapped = document.wrapped or is_wrapped([piece.whole for piece in pieces if piece.table is None])
    return tuple(parted_lists(titled(joined_lines(pieces) if wrapped else joined_cuts(pieces))))


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


def _pieces(block: Paragraph | Table) -> Iterable[Block]:
    return _table(block) if isinstance(block, Table) else _paragraph(block)


def _table(table: Table) -> list[Block]:
    """A table; of one that sets out the letterhead only what stands above a header of tasks is running text.

    The signature in the last rows of another is running text as well.
    """
    found = find_header(table.rows) if _lays_out(table) else (0, None)
    if found is None:
        return _cells(table)
    signed = _signed_at(table, found[0])
    rows = replace(table, rows=table.rows[found[0] : signed])
    above, below = table.rows[: found[0]], table.rows[signed:]
    return [
        *_cells(replace(table, rows=above)),
        Block("", _table_place(rows), table=rows),
        *_cells(replace(table, rows=below)),
    ]


def _signed_at(table: Table, header: int) -> int:
    """Where the signature begins in the last rows of a table; past them where there is none."""
    last = range(max(header + 1, len(table.rows) - _SIGNATURE), len(table.rows))
    return next((n for n in last if is_signature(table.rows[n])), len(table.rows))


_SIGNATURE = 6  # rows


def _paragraph(block: Paragraph) -> list[Block]:
    marks = re.match(r"^\s{0,3}(#{1,6})\s+", block.text)
    level = block.level or (len(marks[1]) if marks else None)
    bold = block.bold or bool(re.fullmatch(r"\s*(?:#+\s*)?(?:\S{1,5}\s)?\*{2,3}.+\*{2,3}[\s.:]*", block.text.strip()))
    text = clean(block.text)
    if not text:
        return []
    marker, words = _numbered(*split_marker(text))
    return [Block(words, block.place, marker, level, bold or block.text.startswith("**"), block.gap)]


def _numbered(marker: str, words: str) -> tuple[str, str]:
    """The number where one stands behind a bullet or a box ("* **2.1. …**", "☐ A1. …"); no box behind a bullet."""
    box = BOX.match(words) if marker in BULLETS else None
    words = words[box.end() :].strip() if box else words
    if not (marker in BULLETS or BOX.fullmatch(marker)) or not _BEHIND_BULLET.match(words):
        return marker, words
    return split_marker(words)


_BEHIND_BULLET = re.compile(rf"(?:[A-ZĐ]?\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[IVX]{{1,5}})[.)]\s+[{UPPER}]")


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
        if piece.table is None and not piece.cell and is_page_number(piece.whole):
            if kept and _URL.fullmatch(kept[-1].whole):
                kept.pop()
            continue
        kept.append(piece)
    return kept
