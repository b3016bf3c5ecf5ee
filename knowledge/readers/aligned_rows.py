"""The rows of a table whose columns stand one below the other, from its lines and their cells.

The header is a row, also where it is printed again. Others end at empty lines or where a number begins the next one;
where there is neither, a row begins in a line in which several cells begin, and none goes on with a small letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from knowledge.readers.lines import join
from knowledge.readers.text_rows import TextRow

NUMBER = re.compile(r"(?:[IVXLC]{1,5}|\d{1,3}(?:\.\d{1,3})*|[A-ZĐa-zđ])[.)]?")
_TITLE = re.compile(r"(?:[IVXLC]{1,5}|[A-ZĐ]|\d{1,2})[.)]\s+\S")
_SEVERAL = 3  # cells of a line that begins a row


@dataclass(frozen=True, slots=True)
class Line:
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


Cut = tuple[Line, dict[int, str]]  # a line, and its cells by column


def rows_of(lines: Sequence[Cut], width: int) -> list[TextRow]:
    """The rows that some lines are."""
    return [_row(row, width) for row in _rows(lines, dense=_is_dense(lines))]


def _is_dense(lines: Sequence[Cut]) -> bool:
    """Whether neither numbers nor empty lines part the rows: most lines that may begin one follow another line."""
    body = lines[1:]
    begun = [line for line in body if _begins(line)]
    numbered = any(NUMBER.fullmatch(cells.get(0, "")) for _, cells in body)
    return not numbered and sum(not line[0].apart for line in begun) > len(begun) / 2


def _begins(line: Cut) -> bool:
    """Whether so many cells begin in a line that it may be the first of a row."""
    cells = line[1]
    return 0 in cells and len(cells) >= _SEVERAL and not any(cell[0].islower() for cell in cells.values())


def _rows(lines: Sequence[Cut], *, dense: bool) -> Iterator[list[Cut]]:
    """The lines of each row; the header is one, also where it is printed again."""
    head = _head(lines, dense=dense)
    row: list[Cut] = []
    at = 0
    while at < len(lines):
        if head and [cells for _, cells in lines[at : at + len(head)]] == [cells for _, cells in head]:
            yield from filter(None, (row, list(lines[at : at + len(head)])))
            row, at = [], at + len(head)
            continue
        chunk = _chunk(lines, at, head)
        starts = _starts(chunk, dense=dense)
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


def _head(lines: Sequence[Cut], *, dense: bool) -> list[Cut]:
    top = list(takewhile(lambda line: not line[0].apart or line is lines[0], lines))
    head = list(takewhile(lambda line: not _is_numbered(line), top))
    begun = (n for n in range(1, len(head)) if _begins(head[n]) or _is_titled(head, n))
    return head[: next(begun, len(head))] if dense else head


def _chunk(lines: Sequence[Cut], at: int, head: Sequence[Cut]) -> Sequence[Cut]:
    """The lines from one on to the next empty line or the header printed again."""
    end = at + 1
    while end < len(lines) and not lines[end][0].apart and not (head and lines[end][1] == head[0][1]):
        end += 1
    return lines[at:end]


def _starts(chunk: Sequence[Cut], *, dense: bool) -> list[int]:
    """Where rows begin in lines without an empty one: at numbers; one alone may stand in the middle of its row."""
    if dense:
        return [n for n, line in enumerate(chunk) if not n or _begins(line) or _is_titled(chunk, n)]
    numbered = [n for n, line in enumerate(chunk) if _is_numbered(line) or chunk[n - 1][0].alone]
    numbered = [n for n in numbered if not (n and chunk[n][0].alone and chunk[n][0].text.lstrip()[0].islower())]
    middle = len(numbered) == 1 and not chunk[numbered[0]][1].get(1, "-")[0].isupper()
    return [0] if middle else sorted({0, *numbered})


def _is_titled(chunk: Sequence[Cut], at: int) -> bool:
    """Whether a line is the title of the rows below it: it runs over columns, or has a number and a row behind it."""
    line, cells = chunk[at]
    if line.alone:
        return not line.text.lstrip()[0].islower()
    followed = at + 1 < len(chunk) and (_begins(chunk[at + 1]) or chunk[at + 1][0].alone)
    return list(cells) == [0] and followed and _TITLE.match(cells[0]) is not None


def _is_numbered(line: Cut) -> bool:
    return line[0].alone or bool(NUMBER.fullmatch(line[1].get(0, "")))


def _goes_on(chunk: Sequence[Cut]) -> bool:
    """Whether lines behind an empty one end the row before it, as at the end of a page."""
    cells = chunk[0][1]
    return not any(map(_is_numbered, chunk)) and all(cell[0].islower() for cell in cells.values())


def _row(lines: Sequence[Cut], width: int) -> TextRow:
    cells = [""] * width
    for _, found in lines:
        for column, text in found.items():
            cells[column] = join(cells[column], text) if cells[column] else text
    return TextRow(tuple(cells), lines[0][0].at, lines[-1][0].at)
