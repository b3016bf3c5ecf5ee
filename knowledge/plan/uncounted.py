"""Tables whose rules are lost and whose rows have no number: cell by cell, one line after the other.

The header tells the columns and their order. What tells the rows is what cells look like: after the last column a task
begins again. The best division of the lines into rows and of the rows into cells is found in one go (as `alignment`
does it for one row); titles of rows stand between rows, and a page may break one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.document import Paragraph
from knowledge.plan.alignment import CellScore, RowWords, divide, words_of
from knowledge.plan.cell_fit import ColumnProfile, fit, is_open, wrap_faults
from knowledge.plan.columns import WHAT, Role
from knowledge.plan.layout import Layout
from knowledge.plan.numbered_rows import NumberedRow
from knowledge.plan.numbering import Number, SectionPath, Style, leading, parse
from knowledge.units.name_words import starts_with_head

_PASSES = 3
_BY_LINES = 12  # cells: until rows are read, each is held to begin on a line of its own
_LONGEST_TASK = 70  # words
_LONGEST_CELL = 40  # words
_OPEN_END = -6.0  # a cell that cannot end there; nothing else here tells its last line
_FAULT = -3.0  # a line of a cell that is longer than its column, or ends although there was room
_ROW = -2.0  # what a further row costs: few rows are better than many
_TITLE = re.compile(r"(?:[IVX]{1,6}|[A-HĐ]|\d{1,2})[.)]\s+\S")
_TITLED = 1.0  # a numbered line over a task is its title, and not the first line of the task
_LONGEST_TITLE = 2  # lines
_REST = -0.1  # for each line that goes on with the row of the page before
_LONGEST_REST = 12  # lines
_UNNUMBERED = Number("", Style.NONE, 0)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row, or a title of rows: its first and last word, and where its cells end; the first may be a rest."""

    start: int
    end: int
    ends: tuple[int, ...] = ()
    rest: bool = False


_Path = tuple[float, tuple[_Piece, ...]]


def uncounted_rows(pages: Sequence[Sequence[Paragraph]], roles: Sequence[Role]) -> tuple[list[NumberedRow], int]:
    """The rows of a table over its pages, and how many lines of the last page are behind them."""
    profile = ColumnProfile(layout=Layout(cells=_BY_LINES))
    rows: list[NumberedRow] = []
    left = 0
    for _ in range(_PASSES):
        rows, left = _Reader(roles, profile).read(pages)
        profile = _learnt(rows, roles)
    return (rows, left) if _are_rows(rows, roles, profile) else ([], 0)


def unsure(rows: Sequence[NumberedRow], roles: Sequence[Role]) -> Iterator[NumberedRow]:
    """The rows that may be divided wrongly.

    They stand on two pages, or a cell is missing, holds what is not of its kind or does not fit its column.
    """
    profile = _learnt(rows, roles)
    for row in rows:
        cells = [(at, role, row.cells[at]) for at, role in enumerate(roles) if role in _TOLD or role in WHAT]
        if len(row.parts) > 1 or any(not cell or _is_odd(at, role, cell, profile) for at, role, cell in cells):
            yield row


def _is_odd(at: int, role: Role, cell: Sequence[str], profile: ColumnProfile) -> bool:
    text = " ".join(cell)
    if role is Role.LEAD and any(_is_new(line) for line in cell[1:]):
        return True
    return (role in _TOLD and fit(role, text, profile) <= 0) or is_open(text) or wrap_faults(at, cell, profile) > 0


def _is_new(line: str) -> bool:
    """Whether a line that goes on with a unit may be the task of a further row."""
    return line[:1].isupper() and not starts_with_head(line) and line.count(" ") + 1 >= _SENTENCE


def _learnt(rows: Sequence[NumberedRow], roles: Sequence[Role]) -> ColumnProfile:
    profile = ColumnProfile()
    for row in rows:
        profile.layout.learn_row(row.cells, len(row.printed))
        for at, (role, cell) in enumerate(zip(roles, row.cells, strict=True)):
            profile.learn(at, role, cell)
    return profile


def _are_rows(rows: Sequence[NumberedRow], roles: Sequence[Role], profile: ColumnProfile) -> bool:
    """Whether nearly all cells of units and times hold such: else what is read as rows is none."""
    told = [
        fit(role, " ".join(cell), profile) > 0
        for row in rows
        for role, cell in zip(roles, row.cells, strict=True)
        if role in _TOLD and cell
    ]
    return len(rows) >= _FEWEST and len(told) >= len(rows) and sum(told) >= _MOST * len(told)


_TOLD = (Role.LEAD, Role.TIME)
_SENTENCE = 4  # words
_FEWEST = 2  # rows
_MOST = 0.8


class _Reader:
    """Reads page by page."""

    def __init__(self, roles: Sequence[Role], profile: ColumnProfile) -> None:
        self.roles = roles
        self.profile = profile
        self.path = SectionPath()
        self.rows: list[NumberedRow] = []

    def read(self, pages: Sequence[Sequence[Paragraph]]) -> tuple[list[NumberedRow], int]:
        """The rows of all pages, and how many lines are left of the last one."""
        left = 0
        for at, page in enumerate(pages):
            last = at + 1 == len(pages)
            division = _Division([line.text for line in page], self.roles, self.profile)
            pieces, left = division.best(broken=bool(self.rows) and at > 0, whole=not last)
            for piece in pieces:
                self._take(division, piece, page)
        return self.rows, left

    def _take(self, division: "_Division", piece: _Piece, page: Sequence[Paragraph]) -> None:
        words = division.row.words
        first, last = words[piece.start].line, words[piece.end - 1].line
        printed = list(page[first : last + 1])
        if piece.rest:
            self._go_on(printed)
        elif not piece.ends:
            title = " ".join(line.text for line in printed)
            numbered = leading(title)
            self.path.enter(parse(numbered[0]) if numbered else None, numbered[1] if numbered else title)
        else:
            cells = [division.row.lines(a, b) for a, b in zip((piece.start, *piece.ends), piece.ends, strict=False)]
            self.rows.append(NumberedRow(_UNNUMBERED, [printed], self.path.path, cells=[list(cell) for cell in cells]))

    def _go_on(self, printed: list[Paragraph]) -> None:
        row = self.rows[-1]
        row.parts.append(printed)
        rest = divide(words_of([line.text for line in printed]), self.roles, self.profile, row.cells)
        row.cells = [held + new for held, new in zip(row.cells, rest, strict=True)]


class _Division:
    """The lines of a page divided into rows, titles and cells."""

    def __init__(self, lines: Sequence[str], roles: Sequence[Role], profile: ColumnProfile) -> None:
        self.row = RowWords(words_of(lines), roles)
        self.roles = roles
        self.cells = [CellScore(at, role, "", profile, cut=False, full=False) for at, role in enumerate(roles)]
        self.profile = profile
        self.size = len(self.row.words)
        self.stops = [*(i for i in range(self.size) if self.row.may_begin(i)), self.size]
        self.firsts = [i for i, word in enumerate(self.row.words) if word.first]
        self.begun: dict[int, _Path] = {}  # where rows begin, with the best way to there
        self.open: dict[tuple[int, int], tuple[float, int, tuple[int, ...]]] = {}  # column, word: score, start, ends

    def best(self, *, broken: bool, whole: bool) -> tuple[tuple[_Piece, ...], int]:
        """The best rows and titles, and how many lines are behind them: none where the page has to be whole."""
        self.begun[0] = (0.0, ())
        if broken and self.size and self.row.told[0][0].islower():
            for count, at in enumerate([*self.firsts[1 : _LONGEST_REST + 1], self.size], start=1):
                self.begun[at] = (_REST * count, (_Piece(0, at, rest=True),))
        for at in self.stops:
            self._pass(at)
        if whole and self.size in self.begun:
            return self.begun[self.size][1], 0
        end = max(self.begun, key=lambda at: (self.begun[at][0], -at))
        return self.begun[end][1], sum(first >= end for first in self.firsts)

    def _pass(self, at: int) -> None:
        """All that may begin with a word: cells of rows that are open, the next row, a title."""
        for column in range(1, len(self.roles)):
            self._extend(column, at)
        done = self.open.get((len(self.roles), at))
        if done is not None and (at == self.size or self.row.words[at].first):
            score, start, ends = done
            before, pieces = self.begun[start]
            self._begin(at, before + score + _ROW, (*pieces, _Piece(start, at, ends)))
        if at in self.begun and at < self.size and self.row.words[at].first:
            self._title(at)
            self.open_row(at)

    def open_row(self, at: int) -> None:
        """A row may begin with a word."""
        self.open[0, at] = (0.0, at, ())
        for column in range(len(self.roles)):
            self._extend(column, at, fresh=True)
            if self.roles[column] in WHAT:
                break

    def _extend(self, column: int, at: int, *, fresh: bool = False) -> None:
        state = self.open.get((column, at))
        if state is None:
            return
        score, start, ends = state
        role = self.roles[column]
        longest = _LONGEST_TASK if role in WHAT else _LONGEST_CELL
        if not (fresh and role in WHAT):
            self._reach(column + 1, at, (score + self.cells[column].score(self.row, at, at), start, (*ends, at)))
        for end in self.stops:
            if at < end <= at + longest:
                total = score + self._score(column, at, end)
                self._reach(column + 1, end, (total, start, (*ends, end)))

    def _score(self, column: int, at: int, end: int) -> float:
        open_end = end < self.size and is_open(self.row.told[end - 1])
        faults = wrap_faults(column, self.row.lines(at, end), self.profile)
        return self.cells[column].score(self.row, at, end) + (_OPEN_END if open_end else 0.0) + _FAULT * faults

    def _reach(self, column: int, at: int, state: tuple[float, int, tuple[int, ...]]) -> None:
        held = self.open.get((column, at))
        if held is None or self._total(state) > self._total(held):
            self.open[column, at] = state

    def _total(self, state: tuple[float, int, tuple[int, ...]]) -> float:
        return self.begun[state[1]][0] + state[0]

    def _begin(self, at: int, score: float, pieces: tuple[_Piece, ...]) -> None:
        if at not in self.begun or score > self.begun[at][0]:
            self.begun[at] = (score, pieces)

    def _title(self, at: int) -> None:
        score, pieces = self.begun[at]
        for end in self._titles(at):
            self._begin(end, score + _TITLED, (*pieces, _Piece(at, end)))

    def _titles(self, at: int) -> Iterator[int]:
        """Where a title that begins with a word may end: behind its line, or behind one more in small letters."""
        words = self.row.words
        behind = [*(first for first in self.firsts if first > at), self.size]
        line = self.row.lines(at, behind[0])[0]
        if _TITLE.match(line) is None or line.endswith((".", ";", ",")):
            return
        for end in behind[:_LONGEST_TITLE]:
            if end == self.size or words[end].text[:1].isupper():
                yield end
                return
