"""A table without rules on a page of a PDF, told by the white between its lines.

A stretch of lines counts as a table where several of them fall into four or more parts with the same white between.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers.pdf_text import Glyph
from knowledge.readers.ruling import Ruled
from knowledge.readers.strips import Part, Strip, bands, cells_of
from knowledge.readers.white_columns import FEWEST, column_edges, crosses, is_explained, moved_edges
from knowledge.readers.white_rows import grid_of

_ROWS = 3  # lines that fall into columns
_CLOSE = 0.8  # of the size of letters: white between two lines of one table at most
_ABOVE = 1.2  # above a line in columns of a table that goes on
_SECTION_CLOSE = 1.5  # before a heading that ends the page


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table and which of its rows (by position) may be parted wrongly."""

    ruled: Ruled
    doubtful: tuple[int, ...]


def unruled_table(lines: Sequence[Sequence[Glyph]], before: Sequence[float] | None = None) -> Unruled | None:
    """The table that some lines of a page make, from top to bottom, or None; coordinates in points.

    `before` are the edges of the columns of such a table on the page before: then one line in columns is enough.
    """
    whole = bands([Strip(line) for line in lines])
    parted = [at for at, band in enumerate(whole) if len(cells_of(band)) >= FEWEST]
    if len(parted) < (1 if before else _ROWS):
        return None
    end = _end(whole, parted)
    stretch = _lines(whole[parted[0] : end])
    xs = moved_edges(stretch, before) if before else None
    if xs:
        start = _start(whole, parted[0], xs)
    else:
        xs = column_edges(stretch)
        start = _names_start(whole, parted[0], xs)
    if len(xs) - 1 < FEWEST:
        return None
    stretch = _lines(whole[start : _last(whole, end, xs)])
    xs = [min(xs[0], *(s.left - 1 for s in stretch)), *xs[1:-1], max(xs[-1], *(s.right + 1 for s in stretch))]
    grid = grid_of(stretch, xs)
    return Unruled(Ruled(tuple(xs), grid.ys, grid.spans), grid.doubtful)


_Band = Sequence[Strip]


def _lines(whole: Sequence[_Band]) -> list[Strip]:
    return [strip for band in whole for strip in band]


def _apart(above: _Band, below: _Band) -> float:
    return min(s.top for s in below) - max(s.bottom for s in above)


def _start(whole: Sequence[_Band], first: int, xs: Sequence[float]) -> int:
    """The first of the lines close above that keep to the columns: a row that has few cells goes before the others."""
    while first:
        above = whole[first - 1]
        runs_over = any(crosses(part, x) for part in cells_of(above) for x in xs[1:-1])
        if _apart(above, whole[first]) > _ABOVE * above[0].size or (runs_over and not _is_section(above, xs[0])):
            break
        first -= 1
    return first


def _names_start(whole: Sequence[_Band], first: int, xs: Sequence[float]) -> int:
    """The first of the lines close above that belong to the header: parts of names, or a name over several."""
    while first and len(xs) - 1 >= FEWEST:
        above = whole[first - 1]
        lines = _lines([above, *whole[first:]])
        over = [(at, p) for at, s in enumerate(above) for p in s.parts if any(crosses(p, x) for x in xs[1:-1])]
        named = over and all(p[0] > xs[1] and is_explained(lines, at, p, xs) for at, p in over)
        if _apart(above, whole[first]) > _CLOSE * above[0].size or not named:
            break
        first -= 1
    return first


def _end(whole: Sequence[_Band], parted: list[int]) -> int:
    """Behind the last line that falls into parts, and those close below it that belong to its cells."""
    last = parted[-1]
    left, right = min(s.left for s in whole[last]), max(s.right for s in whole[last])
    while last + 1 < len(whole):
        below = whole[last + 1]
        close = (_SECTION_CLOSE if _is_section(below, left) else _CLOSE) * below[0].size
        parts = cells_of(below)
        if _apart(whole[last], below) > close or (len(parts) == 1 and _runs_over(parts[0], left, right)):
            break
        last += 1
    return last + 1


def _last(whole: Sequence[_Band], end: int, xs: Sequence[float]) -> int:
    """Behind the rows of few cells, and their headings, that follow the last line that falls into parts."""
    at = last = end
    while at < len(whole) and _apart(whole[at - 1], whole[at]) <= _ABOVE * whole[at][0].size:
        runs_over = any(crosses(part, x) for part in cells_of(whole[at]) for x in xs[1:-1])
        if runs_over and not _is_section(whole[at], xs[0]):
            break
        beside = any(part[0] > xs[1] - 1 for part in cells_of(whole[at]))
        at += 1
        if not runs_over and beside:
            last = at
    return last


def _is_section(band: _Band, left: float) -> bool:
    """Whether a line at the left edge is in capitals or has a number of sections: a heading alone at a page's end."""
    line = band[0]
    return line.left < left + line.size and (line.text.isupper() or bool(_SECTION.fullmatch(line.first_word)))


_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?")


def _runs_over(words: Part, left: float, right: float) -> bool:
    """Whether a line is one of running text: it begins where the table does and is as long."""
    return words[0] < left + 0.25 * (right - left) and words[1] > 0.9 * right
