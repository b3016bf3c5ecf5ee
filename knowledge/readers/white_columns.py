"""The columns of a table without rules, told by the white that runs down between them.

White is what the lines in columns leave blank. Few lines may run over it: headings and sums, which stand alone, and
names that the header prints over several columns, below which the names of these have to follow.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from knowledge.readers.strips import Part, Strip, bands

FEWEST = 4  # columns; less could be a letterhead or a list
_ALIGNED = 1.5  # points: how far the beginnings of lines of a column may be apart
_MOST = 0.7  # of the lines of a column
_NARROW = 0.2  # of the size of letters: white that parts columns whose lines begin anywhere
_LEFT_OVER = 0.3  # of that size: how much white the longest words of a column leave before the next
_HEAD = 8  # lines at the top that may hold names over several columns
_BELOW = 6  # lines, of which the names that such a name stands over are
_NEAR = 2.5  # of the size of letters: how far below they stand
_MOVES = 0.35  # of a column's width: how far it may have moved on the next page


def column_edges(strips: Sequence[Strip]) -> list[float]:
    """The edges of the columns, the outer ones included: those over which fewest words run without a reason."""
    found = [_without_halves(strips, _edges(strips, head)) for head in range(min(_HEAD, len(strips) - 1) + 1)]
    return min(found, key=lambda edges: (_unexplained(strips, edges), -len(edges)))


def _without_halves(strips: Sequence[Strip], edges: Sequence[float]) -> list[float]:
    """The edges without those that part short words at the left of a column from its name in the middle.

    No line has words on both sides, and the header names only one of them.
    """
    places = [{at for part in strip.parts if (at := _column_of(part, edges)) is not None} for strip in strips]
    first = next((at for at, strip in enumerate(strips) if _is_counted(strip, edges)), 0)
    named = set[int]().union(*places[:first])
    inner = [
        x
        for at, x in enumerate(edges[1:-1], start=1)
        if not first or {at - 1, at} <= named or any({at - 1, at} <= found for found in places)
    ]
    return [edges[0], *inner, edges[-1]]


def _column_of(part: Part, edges: Sequence[float]) -> int | None:
    """The column in which the middle of some words stands."""
    middle = (part[0] + part[1]) / 2
    return next((at for at, (left, right) in enumerate(pairwise(edges)) if left <= middle <= right), None)


def moved_edges(strips: Sequence[Strip], before: Sequence[float]) -> list[float] | None:
    """The columns of the page before on this one, None where its lines do not keep to them."""
    firm = [s for s in strips if len(s.parts) >= FEWEST]
    apart = before[-1] - before[0]
    if any(s.left < before[0] - 2 or s.right > before[-1] + 0.1 * apart for s in firm):
        return None
    edges = [min([before[0], *(s.left - 1 for s in firm)])]
    for left, x, right in zip(before, before[1:], before[2:], strict=False):
        place = _moved(strips, x, x - _MOVES * (x - left), x + _MOVES * (right - x), before)
        if place is None:
            return None
        edges.append(place)
    return [*edges, max([before[-1], *(s.right + 1 for s in firm)])]


def _moved(strips: Sequence[Strip], x: float, low: float, high: float, before: Sequence[float]) -> float | None:
    """The place nearest to an edge, between two limits, over which no line in columns runs."""
    parts = [
        part
        for at, strip in enumerate(strips)
        if len(strip.parts) >= FEWEST
        for part in strip.parts
        if part[0] < high and part[1] > low and not (crosses(part, x) and is_explained(strips, at, part, before))
    ]
    places = [x, *(end + 0.5 for _, end in parts), *(start - 0.5 for start, _ in parts)]
    free = [p for p in places if low <= p <= high and not any(start < p < end for start, end in parts)]
    return min(free, key=lambda p: abs(p - x), default=None)


def crosses(part: Part, x: float) -> bool:
    """Whether a stretch of words runs over an edge."""
    return part[0] < x - 1 and part[1] > x + 1


def is_explained(strips: Sequence[Strip], at: int, part: Part, edges: Sequence[float]) -> bool:
    """Whether a stretch of words that runs over edges is a name over the names of columns: these stand right below."""
    return names_below(strips, at, part, edges) is not None


def names_below(strips: Sequence[Strip], at: int, part: Part, edges: Sequence[float]) -> Strip | None:
    """The line with which the names of all columns that words run over have begun, None where they do not follow."""
    group = [column for column in pairwise(edges) if part[0] < column[1] - 1 and part[1] > column[0] + 1]
    strip, named = strips[at], set[Part]()
    for below in strips[at + 1 : at + 1 + _BELOW]:
        inside = [p for p in below.parts if p[0] < group[-1][1] and p[1] > group[0][0]]
        if below.top - strip.bottom > _NEAR * strip.size or _is_counted(below, edges):
            break
        if any(crosses(p, x) for p in inside for x, _ in group[1:]):
            continue
        named.update(column for column in group for p in inside if column[0] <= (p[0] + p[1]) / 2 <= column[1])
        if named == set(group):
            return below
    return None


def _is_counted(strip: Strip, edges: Sequence[float]) -> bool:
    """Whether a line has a figure in the first column: the header ends above it."""
    return strip.left < edges[1] - 1 and any(c.isdigit() for c in strip.first_word)


def _unexplained(strips: Sequence[Strip], edges: Sequence[float]) -> int:
    """How many stretches of words run over an edge and are neither headings of rows nor names over names."""
    return sum(
        not is_explained(strips, at, part, edges)
        for at, strip in enumerate(strips)
        for part in strip.parts
        if any(crosses(part, x) for x in edges[1:-1]) and (len(strip.parts) >= FEWEST or part[0] > edges[2] - 1)
    )


def _edges(strips: Sequence[Strip], head: int) -> list[float]:
    """The edges where the first lines, so many, may run over the white."""
    left, right = min(s.left for s in strips), max(s.right for s in strips)
    size = median(s.size for s in strips)
    rows = [[part for strip in band for part in strip.parts] for band in bands(strips)]
    white = _White(left, right, size, rows)
    for strip in strips[head:]:
        if len(strip.parts) >= FEWEST:
            white.cover(strip.parts)
    few = [s for s in strips[head:] if len(s.parts) < FEWEST]
    few.sort(key=lambda s: (-len(s.parts), -s.left))  # headings begin at the left: what is told by then they run over
    for strip in (*few, *reversed(strips[:head])):  # of the header the names of single columns come last
        white.cover_beside(strip.parts)
    edges, runs = [left - 1.0], white.runs
    for (start, end), (following, _) in pairwise([*runs, (white.last, 0)]):
        inside, aligned = start > 0 and end < white.last, _is_edge(strips, left + end + 1, left + following)
        if inside and aligned:
            edges.append(left + max(start, end - 1))  # words of the column before may be longer on the next page
        elif inside and end - start >= _NARROW * size:
            edges.append(left + (start + end) / 2)
    return [*edges, right + 1.0]


class _White:
    """The stretches, first and last point counted from the left edge of a table, that no line covers."""

    def __init__(self, left: float, right: float, size: float, rows: Sequence[Sequence[Part]]) -> None:
        self._left, self._least, self._rows = left, _LEFT_OVER * size, rows
        self.last = int(right - left) + 1
        self.runs = [(0, self.last)]

    def cover(self, parts: Sequence[Part]) -> None:
        """Take off what a line covers."""
        for start, end in parts:
            first, last = int(start - self._left), int(end - self._left)
            pieces = [((a, min(b, first - 1)), (max(a, last + 1), b)) for a, b in self.runs]
            self.runs = [(a, b) for pair in pieces for a, b in dict.fromkeys(pair) if a <= b]

    def cover_beside(self, parts: Sequence[Part]) -> None:
        """Take off what a line covers without the words that run over a white between columns."""
        over = [part for part in parts if any(self._runs_over(part, *run) for run in self.runs)]
        parting = [run for at, run in enumerate(self.runs) if over and self._parts_a_row(at)]
        self.cover([p for p in parts if p not in over or not any(self._runs_over(p, *run) for run in parting)])

    def _parts_a_row(self, at: int) -> bool:
        """Whether some row has words right before a white and right behind it: else it may lie inside a column."""
        runs = [(-1, -1), *self.runs, (self.last + 1, 0)]
        (_, before), (start, end), (behind, _) = runs[at : at + 3]
        sides = ((before, start), (end, behind))
        left = self._left
        return any(
            all(
                any(low < b - left and low - 1 < a - left and b - left < high + 1 for a, b in row)
                for low, high in sides
            )
            for row in self._rows
        )

    def _runs_over(self, part: Part, start: int, end: int) -> bool:
        """Whether words run over a white, or come so close to its end that they belong to no column before it."""
        first, last = part[0] - self._left + 1, part[1] - self._left + self._least - 1
        return start > 0 and end < self.last and first < start and last > end


def _is_edge(strips: Sequence[Strip], x: float, end: float) -> bool:
    """Whether most lines of a column begin at one place: a narrow white before it parts columns as well."""
    starts = [start for strip in strips for start, _ in strip.parts if x - _ALIGNED <= start < end]
    return sum(start <= x + _ALIGNED for start in starts) >= max(2, _MOST * len(starts))
