"""The words of one row of a linearised table laid into its columns.

A PDF's text layer prints a row cell by cell in the order of the columns, each cell line by line; the columns
themselves are lost. The best division of the words into that many stretches is found by dynamic programming over the
places where a cell can begin (Bellman: the best division of the rest does not depend on how the beginning was divided).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from knowledge.plan.cell_fit import (
    EMPTY,
    UNITS,
    ColumnProfile,
    begins,
    begins_cell,
    begins_other,
    fit,
    is_bare,
    is_open,
    is_time,
    is_told_by,
    is_torn,
    wrap_faults,
)
from knowledge.plan.columns import WHAT, Role

_SMALL_START = -5.0
_MID_LINE = -1.0
_NEVER_MID_LINE = -4.0  # where the table begins its cells on lines of their own
_OPEN_END = -4.0
_NOT_FULL = -1.5  # cells begin at the top of a row: those that go on had reached the end of the page
_CHANCE = -4.0  # a capital in the middle of a line that begins nothing known is a name or an abbreviation
_NO_ROOM_NEEDED = -1.5
_NOT_ENDED = -4.0  # where the table ends its cells at breaks of another kind
_ENDED = -5.0  # a cell goes on over a break at which those of the table end
_STRAY = -4.0
_TORN = -4.0
_BARE = -9.0
_TOLD = -3.0
_DASHES = frozenset("-–")
_HOW = {Role.TIME, Role.BUDGET}
_FOREIGN = {Role.LEAD: _HOW, Role.COORDINATE: _HOW, Role.TIME: {Role.BUDGET}}
_TIME = 8  # words
_LONGEST = 90  # words: only what is to be done is told at greater length


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the printed line it stands on."""

    text: str
    line: int
    first: bool
    ends: bool = False  # the break before it ends a cell in this table


def words_of(lines: Sequence[str], ends: frozenset[int] = frozenset()) -> list[Word]:
    """The words of printed lines in order; cells end above some of the lines (positions)."""
    return [
        Word(w, i, k == 0, k == 0 and i in ends) for i, line in enumerate(lines) for k, w in enumerate(line.split())
    ]


def divide(
    words: Sequence[Word],
    roles: Sequence[Role],
    profile: ColumnProfile,
    before: Sequence[Sequence[str]] = (),
    *,
    cut: bool = False,
) -> list[list[str]]:
    """For each column the lines of its cell.

    Args:
        words: of one row, or of the part of it that stands on one page.
        roles: of the columns, in order.
        profile: what the document's cells of each column look like.
        before: the lines that each column held on the page before, where this is the rest of a row.
        cut: the row goes on on the next page.
    """
    row = RowWords(words, roles)
    stops = [*(i for i in range(len(words)) if row.may_begin(i)), len(words)]
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for column, role in enumerate(roles):
        held = before[column] if before else ()
        full = len(held) == max((len(lines_) for lines_ in before), default=0)
        cell = CellScore(column, role, " ".join(held), profile, cut, full)
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (score, ends) in best.items():
            for end in stops:
                if end < start or (end - start > _LONGEST and role not in WHAT):
                    continue
                total = score + cell.score(row, start, end)
                if end not in following or total > following[end][0]:
                    following[end] = (total, [*ends, end])
        best = following
    ends = best[len(words)][1]
    return [row.lines(a, b) for a, b in zip([0, *ends], ends, strict=False)]


def lines(words: Sequence[Word]) -> list[str]:
    """The words as printed lines again."""
    made: list[str] = []
    for i, word in enumerate(words):
        if i and word.line == words[i - 1].line:
            made[-1] = f"{made[-1]} {word.text}"
        else:
            made.append(word.text)
    return made


class RowWords:
    """The words of a row, with what is asked of their stretches again and again."""

    def __init__(self, words: Sequence[Word], roles: Sequence[Role]) -> None:
        self.words = words
        self.told = [w.text for w in words]
        self.ends = list(accumulate((word.ends for word in words), initial=0))
        self.strays = [begins_other(self.told, i) for i in range(len(words))]
        self.free = any(role in WHAT or role is Role.OTHER for role in roles[1:])
        self.stretches: dict[tuple[int, int], list[str]] = {}

    def lines(self, start: int, end: int) -> list[str]:
        """The printed lines of a stretch."""
        if (start, end) not in self.stretches:
            self.stretches[start, end] = lines(self.words[start:end])
        return self.stretches[start, end]

    def may_begin(self, at: int) -> bool:
        """Whether a cell may begin with a word: the first of a line, or inside it what cells can begin with."""
        if self.words[at].first:
            return True
        tail = " ".join(self.told[at : at + 4])
        return not tail[:1].islower() and (self.free or begins_cell(tail) or self.behind_time(at))

    def behind_time(self, at: int) -> bool:
        """Whether a time ends in the middle of a line before a word: so does its cell."""
        return not self.words[at].first and any(self._is_time(start, at) for start in range(max(0, at - _TIME), at))

    def _is_time(self, start: int, end: int) -> bool:
        said = " ".join(self.told[start:end])
        return (any(map(str.isdigit, said)) or begins("time", said)) and is_time(said)

    def ends_within(self, start: int, end: int) -> int:
        """How many breaks that end cells stand inside a stretch."""
        return self.ends[end] - self.ends[start + 1]

    def torn(self, start: int, end: int) -> bool:
        """Whether a stretch ends between two words that belong together."""
        if not start < end < len(self.told):
            return False
        return self._dashed(end) or self.told[end - 1] in _DASHES or is_torn(self.told[end - 1], self.told[end])

    def _dashed(self, at: int) -> bool:
        """Whether a dash goes on with a name ("Phòng Tài chính | - Kế toán"): it heads no line of a list."""
        if self.told[at] not in _DASHES:
            return False
        behind = " ".join(self.told[at + 1 : at + 5])
        if self.told[at - 1].isdigit() and behind[:1].isdigit():
            return True  # "2026 | - 2030"
        alone = sum(word.first and word.text in _DASHES for word in self.words) == 1
        return not self.words[at].first or (alone and bool(behind) and not begins_cell(behind))


@dataclass(frozen=True, slots=True)
class CellScore:
    """One column, with what it held on the page before."""

    position: int
    role: Role
    held: str
    profile: ColumnProfile
    cut: bool
    full: bool  # it reached the end of the page, so that it may go on

    def score(self, row: RowWords, start: int, end: int) -> float:
        """How well a stretch of the row fits as this column's cell, or as the rest of it."""
        if start == end:
            return (_OPEN_END if is_open(self.held) else 0.0) if self.held else EMPTY.get(self.role, -0.5)
        printed, first = row.lines(start, end), row.words[start].first
        text = " ".join(printed)
        score = self._begun(row.words[start]) + self._fits(text, first=first or row.behind_time(start))
        if is_open(text) and not self.cut:
            score += _OPEN_END
        if self.role in UNITS and end < len(row.words) and is_bare(text):
            score += _BARE if " " in text else _TORN
        score += _ENDED * row.ends_within(start, end)
        score += _NO_ROOM_NEEDED * wrap_faults(self.position, printed, self.profile)
        return score + self._strayed(row.strays[start + 1 : end]) + (_TORN if row.torn(start, end) else 0.0)

    def _begun(self, word: Word) -> float:
        """What it costs to begin with a word, by where the cells of this table begin."""
        if not word.first:
            return _NEVER_MID_LINE if self.profile.layout.by_lines else _MID_LINE
        return _NOT_ENDED if self.profile.layout.by_breaks and word.line and not word.ends else 0.0

    def _strayed(self, strays: Sequence[frozenset[Role]]) -> float:
        """What it costs that inside the cell another column's cell seems to begin."""
        foreign = _FOREIGN.get(self.role)
        return _STRAY if foreign and any(found & foreign for found in strays) else 0.0

    def _fits(self, text: str, *, first: bool) -> float:
        if self.held:
            joined = fit(self.role, f"{self.held} {text}", self.profile) - fit(self.role, self.held, self.profile) - 1.0
            joined += _TOLD if self.role in UNITS and is_told_by(self.held, text) else 0.0
            new_sentence = -2.0 if not text[:1].islower() and not is_open(self.held) else 0.0
            return joined + new_sentence + (0.0 if self.full else _NOT_FULL)
        fits = fit(self.role, text, self.profile)
        by_chance = not first and (fits < 2 or (text[0].isdigit() and not is_time(text)))
        return fits + (_SMALL_START if text[:1].islower() else 0.0) + (_CHANCE if by_chance else 0.0)
