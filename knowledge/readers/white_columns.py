"""The columns of a table without rules, told by the white that runs down between them.

White is what the lines in columns leave blank. Few lines may run over it: headings and sums, which stand alone, and
names that the header prints over several columns, below which the names of these have to follow.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median

from knowledge.readers.strips import Part, Strip

FEWEST = 4  # columns; less could be a letterhead or a list
_ALIGNED = 1.5  # points: how far the beginnings of lines of a column may be apart
_CROSSING = 0.08  # share of lines of few parts that may run over the white between two columns
_NARROW = 0.3  # of the size of letters: white that parts columns whose lines begin anywhere
_HEAD = 8  # lines at the top that may hold names over several columns
_BELOW = 6  # lines, of which the names that such a name stands over are
_NEAR = 2.5  # of the size of letters: how far below the first of them stands
_MOVES = 0.35  # of a column's width: how far it may have moved on the next page


def column_edges(strips: Sequence[Strip]) -> list[float]:
    """The edges of the columns, the outer ones included."""
    best = _edges(strips, 0)
    for head in range(1, min(_HEAD, len(strips) - 1) + 1):
        edges = _edges(strips, head)
        if len(edges) > len(best) and all(is_explained(strips, at, part, edges) for at, part in _over(strips, edges)):
            best = edges
    return best


def moved_edges(strips: Sequence[Strip], before: Sequence[float]) -> list[float] | None:
    """The columns of the page before on this one, None where its lines do not keep to them."""
    firm = [s for s in strips if len(s.parts) >= FEWEST]
    apart = before[-1] - before[0]
    if any(s.left < before[0] - 2 or s.right > before[-1] + 0.1 * apart for s in firm):
        return None
    edges = [min(before[0], *(s.left - 1 for s in firm))]
    for left, x, right in zip(before, before[1:], before[2:], strict=False):
        place = _moved(strips, x, x - _MOVES * (x - left), x + _MOVES * (right - x), before)
        if place is None:
            return None
        edges.append(place)
    return [*edges, max(before[-1], *(s.right + 1 for s in firm))]


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
    group = [column for column in pairwise(edges) if part[0] < column[1] - 1 and part[1] > column[0] + 1]
    strip, named, near = strips[at], set[Part](), False
    for below in strips[at + 1 : at + 1 + _BELOW]:
        inside = [p for p in below.parts if p[0] < group[-1][1] and p[1] > group[0][0]]
        near = near or bool(inside and below.top - strip.bottom < _NEAR * strip.size)
        if any(crosses(p, x) for p in inside for x, _ in group[1:]) or not near:
            continue
        named.update(column for column in group for p in inside if column[0] <= (p[0] + p[1]) / 2 <= column[1])
    return named == set(group)


def _over(strips: Sequence[Strip], edges: Sequence[float]) -> Iterator[tuple[int, Part]]:
    """The stretches of lines in columns that run over an edge."""
    for at, strip in enumerate(strips):
        if len(strip.parts) >= FEWEST:
            yield from ((at, part) for part in strip.parts if any(crosses(part, x) for x in edges[1:-1]))


def _edges(strips: Sequence[Strip], head: int) -> list[float]:
    """The edges where the first lines, so many, may run over the white."""
    left, right = min(s.left for s in strips), max(s.right for s in strips)
    size = median(s.size for s in strips)
    white = _White(left, right, len(strips))
    for strip in strips[head:]:
        if len(strip.parts) >= FEWEST:
            white.cover(strip.parts, white.most + 1)
        elif len(strip.parts) == FEWEST - 1:
            white.cover(strip.parts, 1)
    few = [s for s in strips[head:] if len(s.parts) < FEWEST - 1]
    for strip in (*few, *reversed(strips[:head])):  # of the header the names of single columns come last
        runs = white.runs()
        white.cover([part for part in strip.parts if not _runs_over(part, runs, left)], white.most + 1)
    edges = [left - 1.0]
    for start, end in white.runs():
        inside, aligned = start > 0 and end < len(white.covered) - 1, _is_edge(strips, left + end + 1)
        if inside and aligned:
            edges.append(left + max(start, end - 1))  # words of the column before may be longer on the next page
        elif inside and end - start >= _NARROW * size:
            edges.append(left + white.middle(start, end))
    return [*edges, right + 1.0]


def _runs_over(part: Part, runs: Sequence[tuple[int, int]], left: float) -> bool:
    return any(part[0] < left + start - 1 and part[1] > left + end + 1 for start, end in runs if start > 0)


class _White:
    """How many lines cover each point between the left and the right edge of a table."""

    def __init__(self, left: float, right: float, lines: int) -> None:
        self._left = left
        self._steps = [0] * (int(right - left) + 3)
        self.most = int(_CROSSING * lines)

    @property
    def covered(self) -> list[int]:
        """By point."""
        return list(accumulate(self._steps))[:-1]

    def cover(self, parts: Sequence[Part], weight: int) -> None:
        """Count a line in."""
        for start, end in parts:
            self._steps[int(start - self._left)] += weight
            self._steps[int(end - self._left) + 1] -= weight

    def runs(self) -> list[tuple[int, int]]:
        """First and last point of each stretch that hardly any line covers."""
        return list(_runs([x for x, count in enumerate(self.covered) if count <= self.most]))

    def middle(self, start: int, end: int) -> float:
        """The middle of the widest stretch of a white over which the fewest lines run."""
        covered = self.covered
        fewest = min(covered[start : end + 1])
        runs = _runs([x for x in range(start, end + 1) if covered[x] == fewest])
        low, high = max(runs, key=lambda run: run[1] - run[0])
        return (low + high) / 2


def _is_edge(strips: Sequence[Strip], x: float) -> bool:
    """Whether the text of most lines in columns begins at one place: a narrow white before it parts columns as well."""
    lines = [strip.words for strip in strips if len(strip.cells) >= FEWEST]
    return sum(any(abs(start - x) <= _ALIGNED for start, _ in words) for words in lines) >= 0.7 * len(lines)


def _runs(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of whole numbers without a hole."""
    start = None
    for value, following in pairwise([*values, -9]):
        start = value if start is None else start
        if following != value + 1:
            yield start, value
            start = None
