"""The words of one row of a linearised table laid into its columns.

A PDF's text layer prints a row cell by cell in the order of the columns, each cell line by line; the columns
themselves are lost. The best division of the words into that many stretches is found by dynamic programming over the
places where a cell can begin (Bellman: the best division of the rest does not depend on how the beginning was divided).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.plan.cells import EMPTY, Habits, fit, is_open, wrap_faults
from knowledge.plan.headers import Role

_SMALL_START = -5.0
_MID_LINE = -1.0
_OPEN_END = -4.0
_CHANCE = -4.0  # a capital in the middle of a line that begins nothing known is a name or an abbreviation
_NO_ROOM_NEEDED = -1.5


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
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for column, role in enumerate(roles):
        held = before[column] if before else ""
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (score, ends) in best.items():
            for end in stops:
                if end < start:
                    continue
                total = score + _score(words[start:end], column, role, habits, held, cut=cut)
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


def _score(words: Sequence[Word], column: int, role: Role, habits: Habits, held: str, *, cut: bool) -> float:
    if not words:
        return (_OPEN_END if is_open(held) else 0.0) if held else EMPTY.get(role, -0.5)
    printed = lines(words)
    text = " ".join(printed)
    score = 0.0 if words[0].first else _MID_LINE
    if held:
        score += -2.0 if not text[:1].islower() and not is_open(held) else 0.0
        score += fit(role, f"{held} {text}", habits) - fit(role, held, habits) - 1.0
    else:
        score += _SMALL_START if text[:1].islower() else 0.0
        fits = fit(role, text, habits)
        score += fits + (_CHANCE if not words[0].first and fits < 2 else 0.0)
    if is_open(text) and not cut:
        score += _OPEN_END
    return score + _NO_ROOM_NEEDED * wrap_faults(column, printed, habits)
