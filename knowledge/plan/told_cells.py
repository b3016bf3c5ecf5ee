"""Tables that were copied cell by cell: each name of a column and each cell stands on a line of its own.

No cell is wrapped in them, so that the lines below a number are the cells of its row, one each; a blank line is an
empty cell, and a cell of several paragraphs has a line for each. A line between two rows that belongs to neither is a
heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.deadlines.only_times import says_only_when
from knowledge.document import Paragraph
from knowledge.language.text import folded
from knowledge.model import Doubt
from knowledge.plan.cell_paragraphs import fits, into_cells
from knowledge.plan.columns import Column, Role
from knowledge.plan.draft import span
from knowledge.plan.merged_units import Charged, are_merged, merged
from knowledge.plan.numbered_rows import NumberedRow, may_hold_times
from knowledge.plan.numbering import Number, SectionPath, Style, follows, leading, parse

_FEWEST = 2  # rows
_WHOLE = 2 / 3  # of the rows have a line for each cell: where cells are wrapped, most have more
_MORE = 4  # lines that a row may have beside one for each cell
_HEADING = 2  # lines: its number may be a cell of its own
_BLANK = re.compile(r"[\W_]*")
_NO_CELL = re.compile(r"(?:nơi nhận|ghi chú|lưu ý|trên đây là)\b|./.$", re.IGNORECASE)

_Line = tuple[str, int]  # a printed line, or an empty one, and how many lines of the document stand before it


@dataclass(frozen=True, slots=True)
class CellRows:
    """The rows of a table, the position past them, and what is not sure of them."""

    rows: list[NumberedRow]
    end: int
    doubts: tuple[Doubt, ...]


def rows_of_cells(lines: Sequence[Paragraph], at: int, columns: Sequence[Column]) -> CellRows | None:
    """The rows below a header that begins with a line; None where lines are no cells."""
    width = len(columns)
    names = [folded(line.text) for line in lines[at : at + width]]
    if columns[0].role is not Role.STT or names != [folded(column.name) for column in columns]:
        return None
    reader = _Reader(lines, at + width, columns)
    rows = reader.rows()
    if reader.blank:
        reader = _Reader(lines, at + width, columns, blank=True)
        rows = reader.rows()
    if len(rows) < _FEWEST or reader.broken or reader.exact < _WHOLE * len(rows):
        return None
    return CellRows(rows, reader.printed[reader.at][1], (*reader.doubts, *_fill_chairs(rows, columns)))


def _fill_chairs(rows: Sequence[NumberedRow], columns: Sequence[Column]) -> Iterator[Doubt]:
    """Gives rows whose cell of the chair is blank, as it was merged with the one above, the units of that."""
    roles = [column.role for column in columns[1:]]
    at = roles.index(Role.LEAD) if Role.LEAD in roles else None
    helps = roles.index(Role.COORDINATE) if Role.COORDINATE in roles else None
    told = [Charged(bool(row.cells[at]), helps is not None and bool(row.cells[helps]), row.section)
            for row in rows if at is not None]  # fmt: skip
    if at is not None and are_merged(told):
        for above, row in pairwise(rows):
            row.cells[at] = row.cells[at] or above.cells[at]
        yield merged(sum(not one.chaired for one in told), span([line.place for row in rows for line in row.printed]))


class _Reader:
    """Walks down the lines, a row or a heading at a time."""

    def __init__(self, lines: Sequence[Paragraph], at: int, columns: Sequence[Column], *, blank: bool = False) -> None:
        """Args: blank: whether some row shows that a blank line is a cell."""
        self.lines = lines
        self.blank = blank
        self.printed = tuple(_with_blanks(lines, at, len(columns)))
        self.at = 0
        self.roles = [column.role for column in columns[1:]]
        self.timed = may_hold_times(columns)
        self.path = SectionPath()
        self.doubts: list[Doubt] = []
        self.exact = 0  # rows that have a line for each cell
        self.broken = False  # a line of a table that is none of its cells

    def rows(self) -> list[NumberedRow]:
        """The rows up to the line that goes on with none."""
        found: list[NumberedRow] = []
        last: Number | None = None
        while (start := self._next(last)) is not None:
            self._enter(self._words(self.at, start))
            last = parse(self.printed[start][0])
            row = self._row(start, last) if last else None
            if row is None:
                self.broken = True
                break
            found.append(row)
        return found

    def _words(self, start: int, end: int) -> list[str]:
        return [text for text, _ in self.printed[start:end] if text]

    def _next(self, last: Number | None) -> int | None:
        """Where the next row begins: here, or below a heading."""
        at = next((at for at in range(self.at, len(self.printed)) if self._is_row(at, last)), None)
        heading = self._words(self.at, at) if at is not None else []
        if at is None or len(heading) > _HEADING:
            return None
        self.broken = self.broken or (bool(heading) and not self._heads(heading))
        return None if self.broken else at

    def _heads(self, lines: Sequence[str]) -> bool:
        """Whether lines between two rows are a heading of those below, and no cells that were wrapped."""
        return _is_numbered(lines) or (len(lines) == 1 and not self.timed and says_only_when(lines[0]))

    def _enter(self, heading: Sequence[str]) -> None:
        words = " ".join(heading)
        numbered = leading(words)
        if numbered:
            self.path.enter(parse(numbered[0]), numbered[1])
        elif words:
            self.path.enter(None, words)

    def _row(self, start: int, number: Number) -> NumberedRow | None:
        """The row that begins with a line, and the position put past it; None where its lines are no cells."""
        lines = self._lines_of(start, number)
        while len(lines) > len(self.roles) and not lines[-1][0]:
            lines.pop()  # between two rows
        texts = [text for text, _ in lines]
        said = [text for text in texts if text]
        if len(texts) > len(self.roles) == len(said) and not self.blank:
            texts = said  # between two cells
        if not 0 <= len(texts) - len(self.roles) <= _MORE:
            return None
        laid = into_cells(["" if _BLANK.fullmatch(text) else text for text in texts], self.roles)
        printed = [self.lines[self.printed[start][1]], *(self.lines[at] for text, at in lines if text)]
        if laid is None:
            return None
        cells, sure = laid
        self.exact += len(texts) == len(self.roles)
        self.blank = self.blank or len(said) < len(texts)
        if not sure:
            message = "có ô gồm nhiều dòng, chưa rõ dòng nào thuộc ô nào, cần đối chiếu bản gốc"
            self.doubts.append(Doubt(f"Dòng {number.printed}: {message}", span([line.place for line in printed])))
        self.at = start + 1 + len(lines)
        return NumberedRow(number, [printed], self.path.path, cells=cells)

    def _lines_of(self, start: int, number: Number) -> list[_Line]:
        """The lines behind a number up to the next row or the heading above it; of the last row one for each cell.

        More of these only where a heading follows them and the first ones look like no whole row.
        """
        width, first = len(self.roles), start + 1
        whole = range(first + width, min(first + width + _MORE + _HEADING, len(self.printed)) + 1)
        following = next((at for at in range(first, whole.stop) if self._is_row(at, number)), None)
        if following is not None and following < whole.start:
            return []
        end = following if following is not None else whole.stop - 1
        heading = next((at for at in whole if at < end and self._begins_heading(at, end, number)), None)
        lines = list(self.printed[first : heading if heading is not None else end])
        exact = [text for text, _ in lines[:width]]
        if following is not None or (heading is not None and not fits(exact, self.roles)):
            return lines
        return lines[:width] if heading is not None or all(exact) else []  # where the row ends is open

    def _is_row(self, at: int, last: Number | None) -> bool:
        """Whether a line is the number of the next row, or that of the first below a heading."""
        if at >= len(self.printed) or not (number := _number(self.printed[at][0])):
            return False
        if last is None or follows(number, last):
            return last is not None or number.count == 1
        above = self._words(self.at, at)
        return number.count == 1 and any(_is_numbered(above[-lines:]) for lines in range(1, _HEADING + 1))

    def _begins_heading(self, at: int, end: int, number: Number) -> bool:
        text = self.printed[at][0]
        if not self._is_row(end, number):
            numbered = leading(text)
            return bool(_NO_CELL.match(text)) or (numbered is not None and parse(numbered[0]) is not None)
        words = self._words(at, end)
        return bool(text) and len(words) <= _HEADING and self._heads(words)


def _with_blanks(lines: Sequence[Paragraph], at: int, names: int) -> Iterator[_Line]:
    """The lines below a header, and the empty ones, but for those that stand between any two names of columns."""
    spaced = min((_blanks(*pair) for pair in pairwise(lines[at - names : at])), default=0)
    for position in range(at, len(lines)):
        yield from [("", position)] * (_blanks(lines[position - 1], lines[position]) - spaced)
        yield lines[position].text, position
    yield "", len(lines)


def _blanks(line: Paragraph, following: Paragraph) -> int:
    """The empty lines between two."""
    above, below = line.place.lines, following.place.lines
    return below[0] - above[1] - 1 if above and below else 0


def _is_numbered(lines: Sequence[str]) -> bool:
    """Whether lines are a heading with a Roman number or a letter, which may stand on a line of its own."""
    numbered = leading(" ".join(lines))
    number = parse(numbered[0]) if numbered else None
    return number is not None and number.style is not Style.ARABIC


def _number(text: str) -> Number | None:
    """The number that a line is and nothing else, as rows have them."""
    number = parse(text)
    return number if number is not None and number.style is Style.ARABIC else None
