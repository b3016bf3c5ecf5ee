"""Tables that were copied cell by cell: each name of a column and each cell stands on a line of its own.

No cell is wrapped in them, so that the lines below a number are the cells of its row, one each; a line between two rows
that belongs to neither is a heading.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.deadlines.only_times import says_only_when
from knowledge.document import Paragraph
from knowledge.language.text import folded
from knowledge.plan.columns import Column, Role
from knowledge.plan.numbered_rows import NumberedRow, may_hold_times
from knowledge.plan.numbering import Number, SectionPath, Style, follows, leading, parse

_FEWEST = 2  # rows
_BLANK = re.compile(r"[\W_]*")


def rows_of_cells(
    lines: Sequence[Paragraph], at: int, columns: Sequence[Column]
) -> tuple[list[NumberedRow], int] | None:
    """The rows below a header that begins with a line, and the position past them; None where lines are no cells."""
    width = len(columns)
    names = [folded(line.text) for line in lines[at : at + width]]
    if columns[0].role is not Role.STT or names != [folded(column.name) for column in columns]:
        return None
    reader = _Reader(lines, at + width, width, timed=may_hold_times(columns))
    rows = reader.rows()
    return (rows, reader.at) if len(rows) >= _FEWEST and not reader.broken else None


class _Reader:
    """Walks down the lines, a row or a heading at a time."""

    def __init__(self, lines: Sequence[Paragraph], at: int, width: int, *, timed: bool) -> None:
        self.lines = lines
        self.at = at
        self.width = width
        self.timed = timed
        self.path = SectionPath()
        self.broken = False  # a line of a table that is none of its cells

    def rows(self) -> list[NumberedRow]:
        """The rows up to the line that goes on with none."""
        found: list[NumberedRow] = []
        last: Number | None = None
        while (start := self._next(last)) is not None:
            self._enter(self.lines[self.at : start])
            last = parse(self.lines[start].text)
            cells = self.lines[start + 1 : start + self.width]
            printed = [self.lines[start], *cells]
            if last is None or len(printed) < self.width or not _is_whole(printed, last):
                self.broken = True
                break
            told = [[] if _BLANK.fullmatch(cell.text) else [cell.text] for cell in cells]
            found.append(NumberedRow(last, [printed], self.path.path, cells=told))
            self.at = start + self.width
        return found

    def _next(self, last: Number | None) -> int | None:
        """Where the next row begins: here, or below a heading."""
        for at in range(self.at, min(self.at + _HEADING + 1, len(self.lines))):
            if _is_next(self.lines[at], last):
                heading = self.lines[self.at : at]
                self.broken = self.broken or (bool(heading) and not self._heads(heading))
                return None if self.broken else at
        return None

    def _heads(self, lines: Sequence[Paragraph]) -> bool:
        """Whether lines between two rows are a heading of those below, and no cells that were wrapped."""
        words = " ".join(line.text for line in lines)
        numbered = leading(words)
        number = parse(numbered[0]) if numbered else None
        if number is not None and number.style is not Style.ARABIC:
            return True
        return len(lines) == 1 and not self.timed and says_only_when(words)

    def _enter(self, heading: Sequence[Paragraph]) -> None:
        words = " ".join(line.text for line in heading)
        numbered = leading(words)
        if numbered:
            self.path.enter(parse(numbered[0]), numbered[1])
        elif words:
            self.path.enter(None, words)


def _is_whole(printed: Sequence[Paragraph], number: Number) -> bool:
    """Whether the lines of a row stand one right below the other, and the next row begins with none of them."""
    places = [line.place.lines for line in printed]
    close = all(a and b and b[0] == a[1] + 1 for a, b in pairwise(places)) if all(places) else True
    return close and not any(_is_next(line, number) for line in printed[1:])


_HEADING = 2  # lines: its number may be a cell of its own


def _is_next(line: Paragraph, last: Number | None) -> bool:
    """Whether a line is no more than the number of the next row."""
    number = parse(line.text)
    if number is None or number.style is not Style.ARABIC:
        return False
    return number.count == 1 if last is None else follows(number, last)
