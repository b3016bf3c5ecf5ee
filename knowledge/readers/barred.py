"""Tables whose cells stand one below the other between lines that hold only "|", as law portals save them.

A row begins and ends with a bar, so two bars meet between rows; but an empty cell is two bars as well. The first row
says how many cells a row has; a shorter row (a section over all the columns) ends where a number begins the next one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from knowledge.readers.lines import TextLine
from knowledge.readers.text_rows import TextRow

_FARTHEST = 40  # lines from one bar to the next
_FEWEST = 2  # columns and rows
_WIDEST = 60  # columns
_NUMBER = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-ZĐa-zđ])\W*$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two bars; `blank` tells that an empty line does."""

    text: str
    first: int
    last: int
    blank: bool


def is_bar(line: str) -> bool:
    """Whether a line holds only a bar."""
    return line.strip() == "|"


def barred_rows(lines: Sequence[TextLine], start: int) -> tuple[list[TextRow], int]:
    """The rows of the table that begins at a bar, and the position past it; no rows where it is no table."""
    first_row = list(takewhile(lambda piece: piece.text or piece.blank, islice(_pieces(lines, start), _WIDEST + 1)))
    width = len(first_row)
    if not _FEWEST <= width <= _WIDEST:
        return [], start + 1
    pieces = list(_pieces(lines, start))
    rows = _rows(pieces, width)
    return (rows, pieces[-1].last + 1) if len(rows) >= _FEWEST else ([], start + 1)


def _pieces(lines: Sequence[TextLine], start: int) -> Iterator[_Piece]:
    """What stands between the bars, as far as one bar follows near the other."""
    last = start
    for at in range(start + 1, len(lines)):
        if at - last > _FARTHEST:
            break
        if is_bar(lines[at].text):
            inner = [line.text.strip() for line in lines[last + 1 : at]]
            yield _Piece("\n".join(filter(None, inner)), last, at, "" in inner)
            last = at


def _rows(pieces: Sequence[_Piece], width: int) -> list[TextRow]:
    rows: list[TextRow] = []
    open_row: list[_Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if len(open_row) == width or (open_row and _ends_short(pieces, at, width - len(open_row))):
            rows.append(_row(open_row, width))
            open_row = []
            at += 0 if piece.text else 1  # the two bars between rows are no cell
            continue
        open_row.append(piece)
        at += 1
    if any(piece.text for piece in open_row):
        rows.append(_row(open_row, width))
    return rows


def _ends_short(pieces: Sequence[_Piece], at: int, missing: int) -> bool:
    """Whether a row ends here although cells are missing: bars meet, and the next row's number follows."""
    if pieces[at].text or pieces[at].blank:
        return False
    after = at
    while after < len(pieces) and not pieces[after].text:
        after += 1
    empty = after - at
    return empty <= missing and after < len(pieces) and bool(_NUMBER.match(pieces[after].text.strip("*_ ")))


def _row(pieces: Sequence[_Piece], width: int) -> TextRow:
    cells = [piece.text for piece in pieces]
    return TextRow((*cells, *[""] * (width - len(cells))), pieces[0].first, pieces[-1].last)
