"""Tables whose columns stand one below the other with spaces between, as programs print a page of a PDF to plain text.

The first line of such a table has four cells or more, at least two spaces apart; between each two of them some places
stay blank in every line below. A cell goes on in the lines below it; a row ends at an empty line, or where a number
begins the next one. A section may run over the columns behind its number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from knowledge.language.text import nfc
from knowledge.readers.lines import TextLine, join
from knowledge.readers.text_rows import TextRow

_CELLS = re.compile(r"\S+(?: \S+)*")
_FEWEST = 4  # columns; a letterhead and a signature have two
_LINES = 3  # of a table, with two cells or more
_NUMBER = re.compile(r"(?:[IVXLC]{1,5}|\d{1,3}(?:\.\d{1,3})*|[A-ZĐa-zđ])[.)]?")
_TITLED = re.compile(r"(?:[IVXLC]{1,5}|[A-ZĐ])[.)]?")  # the number of a title over rows, and of no row
_PAGE = re.compile(r"\W*(?:trang )?\d{1,3}(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_ASIDE = 6  # lines that may stand between two pages of one table: its number, empty ones


def aligned_rows(texts: Sequence[TextLine], start: int) -> tuple[list[TextRow], int]:
    """The rows of the table that begins at a line, and the position past it; no rows where it is no table."""
    first = _spans(_placed(texts[start].text))
    if len(first) < _FEWEST:
        return [], start
    rivers = _Rivers(first)
    lines = _without_words(list(_lines(texts, start, rivers)))
    if sum(len(_spans(line.text)) > 1 for line in lines) < _LINES:
        return [], start
    cut = [(line, rivers.cut(line)) for line in lines]
    return [_row(row, len(first)) for row in _rows(cut)], lines[-1].at + 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table.

    Args:
        apart: an empty line stands above it.
        section: it has a number and words that run over columns.
        alone: it has nothing but words that do ("Tổng cộng: 24 nhiệm vụ").
    """

    at: int
    text: str
    apart: bool
    section: bool = False
    alone: bool = False


_Cut = tuple[_Line, dict[int, str]]  # a line, and its cells by column


class _Rivers:
    """The places that stay blank between the columns; each line that is taken in may narrow them."""

    def __init__(self, first: Sequence[tuple[int, int]]) -> None:
        """Args: first: where the cells of the first line begin and end."""
        self._blank = [range(a_end, b_start) for (_, a_end), (b_start, _) in pairwise(first)]

    @property
    def second_ends(self) -> int:
        """Where the second column, that of the titles, ends at the latest."""
        return self._blank[1].start

    def leaves_first(self, text: str) -> bool:
        """Whether a line has one stretch of words, from the left over the white behind the numbers."""
        spans = _spans(text)
        return len(spans) == 1 and spans[0][0] < self._blank[0].start and spans[0][1] > self._blank[0].stop

    def leaves_number(self, text: str) -> bool:
        """Whether a line has one stretch of words, of which the first is a number that fills its narrow column."""
        (left, right), *more = _spans(text)
        number, _, title = text[left:right].partition(" ")
        inside = left < self._blank[0].start and left + len(number) <= self._blank[0].stop + 1
        return not more and inside and bool(title) and _TITLED.fullmatch(number) is not None

    def take(self, text: str) -> bool:
        """Narrow the rivers by a line; False, and nothing changed, where it leaves one of them dry."""
        narrowed = [max(_gaps(text, river), key=len, default=range(0)) for river in self._blank]
        if not all(narrowed):
            return False
        self._blank = narrowed
        return True

    def cut(self, line: _Line) -> dict[int, str]:
        """The cells of a line by column."""
        if line.alone:
            return {0: line.text.strip()}
        if line.section:
            number, title = line.text.split(maxsplit=1)
            return {0: number, 1: title}
        bounds = [0, *(river.start for river in self._blank), len(line.text)]
        cells = (" ".join(line.text[a:b].split()) for a, b in pairwise(bounds))
        return {n: cell for n, cell in enumerate(cells) if cell}


def _gaps(text: str, river: range) -> Iterator[range]:
    """The stretches of a river that a line leaves blank."""
    start = river.start
    for place in range(river.start, min(river.stop, len(text))):
        if text[place] != " ":
            if place > start:
                yield range(start, place)
            start = place + 1
    if river.stop > start:
        yield range(start, river.stop)


def _lines(texts: Sequence[TextLine], start: int, rivers: _Rivers) -> Iterator[_Line]:
    """The lines from the first one on that leave the rivers; numbers of pages between them are passed over."""
    last, counted = start, False
    for at in range(start, len(texts)):
        text = _placed(texts[at].text)
        if at - last > _ASIDE or (counted and _is_other_header(text, _placed(texts[start].text))):
            return
        counted = counted or bool(_NUMBER.fullmatch(text.split(maxsplit=1)[0] if text.strip() else ""))
        apart = at > last + 1
        if not text.strip() or (apart and _PAGE.fullmatch(text)):
            continue
        section = (_is_section(text) or rivers.leaves_number(text)) and len(text) > rivers.second_ends
        alone = not apart and rivers.leaves_first(text)
        if not section and not alone and not rivers.take(text):
            return
        yield _Line(at, text, apart, section, alone)
        last = at


def _is_other_header(text: str, first: str) -> bool:
    """Whether a line below numbered rows has a word where their numbers stand and begins another table."""
    spans, above = _spans(text), _spans(first)
    cells = [text[a:b] for a, b in spans]
    if len(spans) < _FEWEST or spans[0][0] >= above[1][0] or _NUMBER.fullmatch(cells[0]):
        return False
    return cells[0][0].isupper() and cells != [first[a:b] for a, b in above]


def _without_words(lines: list[_Line]) -> list[_Line]:
    """Without what stands apart below the last row and has one cell: the next heading."""
    end = len(lines)
    while end:
        last = next((n for n in range(end - 1, 0, -1) if lines[n].apart), 0)
        if any(len(_spans(line.text)) > 1 for line in lines[last:end]) or lines[last].text.lstrip()[0].islower():
            break
        end = last
    return lines[:end]


def _is_section(text: str) -> bool:
    """Whether a line has a number where rows have theirs, and one title."""
    spans = _spans(text)
    return len(spans) == 2 and bool(_NUMBER.fullmatch(text[: spans[0][1]].strip()))


def _rows(lines: Sequence[_Cut]) -> Iterator[list[_Cut]]:
    """The lines of each row; the header is one, also where it is printed again."""
    top = list(takewhile(lambda line: not line[0].apart or line is lines[0], lines))
    head = list(takewhile(lambda line: not _is_numbered(line), top))
    row: list[_Cut] = []
    at = 0
    while at < len(lines):
        if head and [cells for _, cells in lines[at : at + len(head)]] == [cells for _, cells in head]:
            yield from filter(None, (row, list(lines[at : at + len(head)])))
            row, at = [], at + len(head)
            continue
        chunk = _chunk(lines, at, head)
        starts = _starts(chunk)
        if row and not (starts[0] == 0 and _goes_on(chunk)):
            yield row
            row = []
        for start, end in pairwise([*starts, len(chunk)]):
            if row and start:
                yield row
                row = []
            row += chunk[start:end]
        at += len(chunk)
    if row:
        yield row


def _chunk(lines: Sequence[_Cut], at: int, head: Sequence[_Cut]) -> Sequence[_Cut]:
    """The lines from one on to the next empty line or the header printed again."""
    end = at + 1
    while end < len(lines) and not lines[end][0].apart and not (head and lines[end][1] == head[0][1]):
        end += 1
    return lines[at:end]


def _starts(chunk: Sequence[_Cut]) -> list[int]:
    """Where rows begin in lines without an empty one: at numbers; one alone may stand in the middle of its row."""
    numbered = [n for n, line in enumerate(chunk) if _is_numbered(line) or chunk[n - 1][0].alone]
    middle = len(numbered) == 1 and not chunk[numbered[0]][1].get(1, "-")[0].isupper()
    return [0] if middle else sorted({0, *numbered})


def _is_numbered(line: _Cut) -> bool:
    return line[0].alone or bool(_NUMBER.fullmatch(line[1].get(0, "")))


def _goes_on(chunk: Sequence[_Cut]) -> bool:
    """Whether lines behind an empty one end the row before it, as at the end of a page."""
    cells = chunk[0][1]
    return not any(map(_is_numbered, chunk)) and all(cell[0].islower() for cell in cells.values())


def _row(lines: Sequence[_Cut], width: int) -> TextRow:
    cells = [""] * width
    for _, found in lines:
        for column, text in found.items():
            cells[column] = join(cells[column], text) if cells[column] else text
    return TextRow(tuple(cells), lines[0][0].at, lines[-1][0].at)


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CELLS.finditer(text)]


def _placed(text: str) -> str:
    """A line in which each letter takes one place."""
    text = text.replace("\f", "").replace("\xa0", " ").rstrip()
    return "".join(part if part.isspace() else nfc(part) for part in re.split(r"(\s+)", text))
