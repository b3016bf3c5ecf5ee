"""The rows and cells of a table without rules, once its columns are known.

A row begins where more white than between the lines of a cell runs across all columns, or, where there is none, where
the first column has text. Words that run over an edge join the columns; names of columns right below them make the row
one of two levels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.readers.grid import Span
from knowledge.readers.strips import Part, Strip, bands
from knowledge.readers.white_columns import crosses, names_below

_MORE = 1.25  # times the step between lines of one cell: another row
_LEAST = 0.9  # of the size of letters: a step between two lines
_CENTRED = 0.3  # of that size: how far a number in the middle of its row stands from there
_FEW = 2  # stretches of words: a heading and its number


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells.

    Args:
        ys: the edges of the rows.
        doubtful: rows in which words run over an edge although other cells stand beside them.
    """

    ys: tuple[float, ...]
    spans: tuple[Span, ...]
    doubtful: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Over:
    """Words over several columns, and the height below which the names of these stand, if they do."""

    first: int
    last: int
    floor: float | None


def grid_of(strips: Sequence[Strip], xs: Sequence[float]) -> Grid:
    """The cells of some lines, from top to bottom, on the columns between these edges."""
    ys: list[float] = []
    spans: list[Span] = []
    doubtful: list[int] = []
    for top, bottom in pairwise(_whole_header(strips, xs, _row_edges(strips, xs))):
        inside = [strip for strip in strips if top <= strip.middle <= bottom]
        over = list(_overs(inside, xs))
        floors = sorted({o.floor for o in over if o.floor is not None})
        if any(o.floor is None for o in over) and any(len(s.parts) > _FEW for s in inside):
            doubtful.append(len(ys))
        spans.extend(_spans(len(ys), over, floors, len(xs) - 1))
        ys.extend([top, *floors])
    return Grid((*ys, strips[-1].bottom + 1.0), tuple(spans), tuple(doubtful))


def _row_edges(strips: Sequence[Strip], xs: Sequence[float]) -> list[float]:
    """The edges of the rows."""
    whole = bands(strips)
    tops, floors = [min(s.top for s in band) for band in whole], [max(s.bottom for s in band) for band in whole]
    usual = _usual_step(strips, xs)
    size = strips[0].size
    steps = [below - above + size for above, below in zip(floors, tops[1:], strict=False)]
    begins = [at for at, step in enumerate(steps, start=1) if step > _MORE * usual]
    numbered = [at for at, band in enumerate(whole) if at and any(s.left < xs[1] - 1 for s in band)]
    if len(begins) < len(numbered) / 2 and not _is_one_row(strips, xs):
        begins = numbered
    return [tops[0] - 1.0, *((floors[at - 1] + tops[at]) / 2 for at in begins), floors[-1] + 1.0]


def _is_one_row(strips: Sequence[Strip], xs: Sequence[float]) -> bool:
    """Whether the only number stands in the middle of all lines: they are the one row of a page, its cells centred."""
    numbers = [strip for strip in strips if strip.left < xs[1] - 1]
    middle = (strips[0].top + strips[-1].bottom) / 2
    return len(numbers) == 1 and abs(numbers[0].middle - middle) < _CENTRED * numbers[0].size


def _whole_header(strips: Sequence[Strip], xs: Sequence[float], edges: Sequence[float]) -> list[float]:
    """The edges of the rows without those between a name over several columns and their own names below it."""
    held = [
        (strip.middle, names.middle)
        for at, strip in enumerate(strips)
        for part in strip.parts
        if any(crosses(part, x) for x in xs[1:-1]) and (names := names_below(strips, at, part, xs))
    ]
    return [y for y in edges if not any(top < y < bottom for top, bottom in held)]


def _usual_step(strips: Sequence[Strip], xs: Sequence[float]) -> float:
    """How far apart the lines of one cell are: those are the closest of a column, but for a slip or two."""
    steps = []
    for left, right in pairwise(xs):
        column = [s for s in strips if any(left <= (a + b) / 2 <= right for a, b in s.parts)]
        steps += [step for a, b in pairwise(column) if (step := b.top - a.top) > _LEAST * a.size]
    return sorted(steps)[len(steps) // 20] if steps else strips[0].size


def _overs(inside: Sequence[Strip], xs: Sequence[float]) -> Iterator[_Over]:
    """The words of a row that run over edges; those of one name on several lines are one."""
    found: dict[tuple[int, int], list[Strip]] = {}
    for strip in inside:
        for part in strip.parts:
            if any(crosses(part, x) for x in xs[1:-1]):
                found.setdefault(_group(part, xs), []).append(strip)
    for (first, last), lines in found.items():
        yield _Over(first, last, _floor(inside, lines[-1], (first, last), xs))


def _group(part: Part, xs: Sequence[float]) -> tuple[int, int]:
    """The first and the last column that some words reach into."""
    reached = [at for at, (left, right) in enumerate(pairwise(xs)) if part[0] < right - 1 and part[1] > left + 1]
    return reached[0], reached[-1]


def _floor(inside: Sequence[Strip], name: Strip, group: tuple[int, int], xs: Sequence[float]) -> float | None:
    """Where the names below one over several columns begin, None where not each of its columns has one."""
    left, right = xs[group[0]], xs[group[1] + 1]
    below = [(s, part) for s in inside if s.top > name.top for part in s.parts if part[0] < right and part[1] > left]
    named = {_group(part, xs) for _, part in below}
    if named != {(at, at) for at in range(group[0], group[1] + 1)}:
        return None
    return (name.bottom + min(s.top for s, _ in below)) / 2


def _spans(row: int, over: Sequence[_Over], floors: Sequence[float], width: int) -> Iterator[Span]:
    """The cells of a row; where it has names over names, the other cells reach down over all its levels."""
    levels = len(floors) + 1
    owner = {column: o for o in over for column in range(o.first, o.last + 1)}
    column = 0
    while column < width:
        name = owner.get(column)
        if name is None:
            yield Span(row, column, rows=levels)
            column += 1
            continue
        last = max([column, *(at for at, o in owner.items() if o is name)])
        upper = levels if name.floor is None else floors.index(name.floor) + 1
        yield Span(row, column, rows=upper, columns=last - column + 1)
        if upper < levels:
            yield from (Span(row + upper, below, rows=levels - upper) for below in range(column, last + 1))
        column = last + 1
