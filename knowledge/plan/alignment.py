"""The words of one row of a linearised table laid into its columns.

A PDF's text layer prints a row cell by cell in the order of the columns, each cell line by line; the columns
themselves are lost. The best division of the words into that many stretches is found by dynamic programming over the
places where a cell can begin (Bellman: the best division of the rest does not depend on how the beginning was divided).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.plan.cells import EMPTY, Habits, begins_other, fit, is_open, wrap_faults
from knowledge.plan.columns import WHAT, Role

_SMALL_START = -5.0
_MID_LINE = -1.0
_OPEN_END = -4.0
_CHANCE = -4.0  # a capital in the middle of a line that begins nothing known is a name or an abbreviation
_NO_ROOM_NEEDED = -1.5
_STRAY = -4.0
_HOW = {Role.TIME, Role.BUDGET}
_LONGEST = 90  # words: only what is to be done is told at greater length


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the printed line it stands on."""

    text: str
    line: int
    first: bool


def words_of(lines: Sequence[str]) -> list[Word]:
    """The words of printed lines in order."""
    return [Word(w, i, k == 0) for i, line in enumerate(lines) for k, w in enumerate(line.split())]


def divide(
    words: Sequence[Word], roles: Sequence[Role], habits: Habits, before: Sequence[str] = (), *, cut: bool = False
) -> list[list[str]]:
    """For each column the lines of its cell.

    Args:
        words: of one row, or of the part of it that stands on one page.
        roles: of the columns, in order.
        habits: what the document's cells of each column look like.
        before: what each column held on the page before, where this is the rest of a row.
        cut: the row goes on on the next page.
    """
    starts = [i for i, word in enumerate(words) if i == 0 or word.first or not word.text[:1].islower()]
    stops = [*starts, len(words)]
    strays = [begins_other([w.text for w in words], i) for i in range(len(words))]
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for column, role in enumerate(roles):
        cell = _Column(column, role, before[column] if before else "", habits, cut)
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (score, ends) in best.items():
            for end in stops:
                if end < start or (end - start > _LONGEST and role not in WHAT):
                    continue
                total = score + cell.score(words[start:end]) + cell.strayed(strays[start + 1 : end])
                if end not in following or total > following[end][0]:
                    following[end] = (total, [*ends, end])
        best = following
    ends = best[len(words)][1]
    return [lines(words[a:b]) for a, b in zip([0, *ends], ends, strict=False)]


def lines(words: Sequence[Word]) -> list[str]:
    """The words as printed lines again."""
    made: list[str] = []
    for i, word in enumerate(words):
        if i and word.line == words[i - 1].line:
            made[-1] = f"{made[-1]} {word.text}"
        else:
            made.append(word.text)
    return made


@dataclass(frozen=True, slots=True)
class _Column:
    """One column, with what it held on the page before."""

    position: int
    role: Role
    held: str
    habits: Habits
    cut: bool

    def score(self, words: Sequence[Word]) -> float:
        """How well words fit as this column's cell, or as the rest of it."""
        if not words:
            return (_OPEN_END if is_open(self.held) else 0.0) if self.held else EMPTY.get(self.role, -0.5)
        printed = lines(words)
        text = " ".join(printed)
        score = (0.0 if words[0].first else _MID_LINE) + self._fits(text, first=words[0].first)
        if is_open(text) and not self.cut:
            score += _OPEN_END
        return score + _NO_ROOM_NEEDED * wrap_faults(self.position, printed, self.habits)

    def strayed(self, strays: Sequence[frozenset[Role]]) -> float:
        """What it costs that inside the cell another column's cell seems to begin."""
        foreign = {Role.LEAD: _HOW, Role.COORDINATE: _HOW, Role.TIME: {Role.BUDGET}}.get(self.role)
        return _STRAY if foreign and any(found & foreign for found in strays) else 0.0

    def _fits(self, text: str, *, first: bool) -> float:
        if self.held:
            joined = fit(self.role, f"{self.held} {text}", self.habits) - fit(self.role, self.held, self.habits) - 1.0
            return joined + (-2.0 if not text[:1].islower() and not is_open(self.held) else 0.0)
        fits = fit(self.role, text, self.habits)
        by_chance = not first and (fits < 2 or text[0].isdigit())
        return fits + (_SMALL_START if text[:1].islower() else 0.0) + (_CHANCE if by_chance else 0.0)
