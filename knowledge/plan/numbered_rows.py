"""Rows of a table without rules, found by their running numbers, and the headings between them.

A number at the start of a line is a row's only where it goes on with the rows before it: the next one, the first one
after a heading, or the first part of one. All other lines are words of cells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.deadlines.only_times import says_only_when
from knowledge.document import Paragraph
from knowledge.plan.cell_fit import begins
from knowledge.plan.columns import Column, Role
from knowledge.plan.numbering import Number, SectionPath, Style, is_child, parse
from knowledge.units.name_words import starts_with_head

_ROW = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ]\))(?:\s+(?P<rest>\S.*))?$")
_SECTION = re.compile(r"^(?P<number>(?:[IVX]{1,6}|[A-H])[.)]?)\s+(?P<title>\S.*)$")
_LONGEST_TITLE = 30  # words


def begins_row(line: str) -> bool:
    """Whether a line could begin a row or a heading of rows."""
    return _ROW.match(line) is not None or _SECTION.match(line) is not None


def may_hold_times(columns: Sequence[Column]) -> bool:
    """Whether a cell of a row may be a time; where none may, a line that is one heads the rows below it."""
    return any(column.role in {Role.TIME, Role.STATUS, Role.OTHER} for column in columns)


@dataclass(slots=True)
class NumberedRow:
    """A row found by its number: its lines, page by page."""

    number: Number
    parts: list[list[Paragraph]]
    section: tuple[str, ...] = ()
    heading: bool = False
    cells: list[list[str]] = field(default_factory=list)

    @property
    def printed(self) -> list[Paragraph]:
        """Its lines over all pages."""
        return [line for part in self.parts for line in part]

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(line.text for line in self.printed).strip()


@dataclass(slots=True)
class RowFinder:
    """Walks down the lines and tells headings and the numbers of rows from the words of cells.

    Args:
        timed: whether a line that is a time may be a cell; else it heads rows.
    """

    timed: bool = True
    found: list[NumberedRow] = field(default_factory=list)
    last: Number | None = None  # the number of the last row
    heading: Number | None = None  # that of the last heading
    page_turned: bool = False

    @property
    def numbers(self) -> tuple[Number | None, ...]:
        """The numbers with which a line of number and words may go on: not of rows whose number stands alone."""
        rows = [row for row in self.found if not row.heading]
        alone = bool(rows) and not any(row.parts[0][0].text for row in rows)
        return (self.heading,) if alone else (self.last, self.heading)

    def turn_page(self) -> None:
        """The header stands here again."""
        self.page_turned = True

    def take(self, line: Paragraph) -> None:
        """The next printed line."""
        section = _SECTION.match(line.text)
        if section and self._is_next_heading(section["number"], section["title"]):
            self.heading = parse(section["number"], self.heading)
            self._begin(self.heading, section["title"], line, heading=True)
            return
        if not self.timed and says_only_when(line.text):
            self._begin(_UNNUMBERED, line.text, line, heading=True)
            return
        row = _ROW.match(line.text)
        number = parse(row["number"]) if row else None
        if row and number and self._is_next_row(number):
            self._begin(number, row["rest"] or "", line, heading=False)
            self.last = number
        elif self.found:
            self._go_on(line)

    def _begin(self, number: Number | None, words: str, line: Paragraph, *, heading: bool) -> None:
        if number:
            first = Paragraph(words, place=line.place)
            self.found.append(NumberedRow(number, [[first]], heading=heading))
        self.page_turned = False

    def _go_on(self, line: Paragraph) -> None:
        if self.page_turned and not self.found[-1].heading:
            self.found[-1].parts.append([])
        self.page_turned = False
        self.found[-1].parts[-1].append(line)

    def _is_next_heading(self, printed: str, title: str) -> bool:
        number = parse(printed, self.heading)
        if number is None or not title[:1].isupper():
            return False
        if self.heading is None or number.style is not self.heading.style:
            return number.count in {1, 2}
        return number.count - self.heading.count in {1, 2}

    def _is_next_row(self, number: Number) -> bool:
        """Whether a number goes on with the rows: the next one, a first one after a heading, or a first part of one."""
        after_heading = bool(self.found) and self.found[-1].heading and self.found[-1].number is not _UNNUMBERED
        if self.last is None or after_heading:
            follows = self.last is not None and _succeeds(number, self.last)
            return number.count == 1 or follows or number.style is not Style.ARABIC
        counts = number.printed[0] == "0" != self.last.printed[0]  # "02 lớp" below row 1
        return _succeeds(number, self.last) and not counts


_UNNUMBERED = Number("", Style.NONE, 0)


def _succeeds(number: Number, last: Number) -> bool:
    if number.style is last.style and number.parts[:-1] == last.parts[:-1]:
        return number.count == last.count + 1
    if is_child(number, last):
        return number.count == 1
    depth = len(number.parts)
    if depth < len(last.parts) and number.parts[:-1] == last.parts[: depth - 1] and last.parts[depth - 1].isdigit():
        return number.count == int(last.parts[depth - 1]) + 1
    return False


def under_headings(found: Sequence[NumberedRow]) -> Iterator[NumberedRow]:
    """The rows with the path of headings above each; a numbered title over parts of its number is a heading too."""
    path, last = SectionPath(), None
    for row, following in zip(found, [*found[1:], None], strict=False):
        if row.heading or _heads_parts(row, following):
            path.enter(row.number, row.text)
            continue
        path.at_row(row.number, last)
        row.section, last = path.path, row.number
        yield row


def _heads_parts(row: NumberedRow, following: NumberedRow | None) -> bool:
    """Whether a row is only a title: its parts follow, and none of its lines begins the cell of a unit or a time."""
    if following is None or following.heading or not is_child(following.number, row.number):
        return False
    lines = [line.text for line in row.printed if line.text]
    cells = any(begins("time", line) or starts_with_head(line) for line in lines[1:])
    return len(row.text.split()) <= _LONGEST_TITLE and not cells and not (lines and _ends_in_cells(lines[-1]))


def _ends_in_cells(line: str) -> bool:
    words = line.split()
    tails = (" ".join(words[i:]) for i in range(1, len(words)) if words[i][:1].isupper())
    return any(begins("time", tail) for tail in tails)
