"""Ruling lines → grids of cells, for PDF pages and for pictures of pages.

Lines that touch make one table. Between neighbouring grid positions there is a wall where a rule covers most of their
common side; positions without a wall between them are one merged cell. Outer rules that the page does not draw (a table
cut by the page end, a table open at its sides) are put where the other rules end.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.readers.grid import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: its fixed coordinate and where it runs from and to (y, x0, x1 where it is horizontal)."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table told by its rules: the positions of its rules and the cells between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    spans: tuple[Span, ...]

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.ys[-1]


def ruled_tables(across: Iterable[Rule], down: Iterable[Rule], slack: float) -> list[Ruled]:
    """The tables that horizontal (`across`) and vertical (`down`) rules draw, from top to bottom.

    Args:
        across: horizontal rules, in any order and any number of pieces.
        down: vertical ones.
        slack: how far apart two lines may be and still touch or be one (points of a PDF, pixels of a picture).
    """
    across, down = _merged(across, slack), _merged(down, slack)
    tables = []
    for rows, columns in _touching(across, down, slack):
        table = _table(rows, columns, slack)
        if table is not None:
            tables.extend(_apart(table))
    return sorted(tables, key=lambda table: (table.top, table.xs[0]))


def regrid(table: Ruled, xs: Sequence[float], slack: float) -> Ruled:
    """The same table on more column rules: those that it shares with the table it continues."""
    index = {x: min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in table.xs}
    if any(abs(xs[i] - x) > slack for x, i in index.items()):
        return table
    place = [index[x] for x in table.xs]
    spans = tuple(
        Span(s.row, place[s.column], s.text, s.rows, place[s.column + s.columns] - place[s.column]) for s in table.spans
    )
    return Ruled(tuple(xs), table.ys, spans)


def _merged(rules: Iterable[Rule], slack: float) -> list[Rule]:
    """Rules on one line that touch, as one."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if lines and rule.at - lines[-1][-1].at <= slack:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    result = []
    for line in lines:
        at = sum(rule.at for rule in line) / len(line)
        start = end = None
        for rule in sorted(line, key=lambda r: r.start):
            if end is not None and start is not None and rule.start <= end + 2 * slack:
                end = max(end, rule.end)
                continue
            if start is not None and end is not None:
                result.append(Rule(at, start, end))
            start, end = rule.start, rule.end
        if start is not None and end is not None:
            result.append(Rule(at, start, end))
    return [rule for rule in result if rule.end - rule.start > slack]


def _apart(table: Ruled) -> list[Ruled]:
    """A table, or the two that touch in it: below a rule across all of it hardly a column goes on."""
    sides = [{s.column for s in table.spans if s.row <= row < s.row + s.rows} for row in range(len(table.ys) - 1)]
    crossed = {row for s in table.spans for row in range(s.row + 1, s.row + s.rows)}
    above = set[int]()
    for row in range(1, len(sides)):
        above |= sides[row - 1] - {0}
        below = sides[row] - {0}
        fewest = min(len(above), len(below))
        if row not in crossed and fewest >= _FEWEST_SIDES and 2 * len(above & below) <= fewest:
            return [_part(table, 0, row), *_apart(_part(table, row, len(sides)))]
    return [table]


_FEWEST_SIDES = 3  # between the columns of a table that is one of two


def _part(table: Ruled, first: int, end: int) -> Ruled:
    """Some rows of a table, with the columns that they have."""
    spans = [s for s in table.spans if first <= s.row < end]
    places = sorted({s.column for s in spans} | {s.column + s.columns for s in spans})
    at = {place: n for n, place in enumerate(places)}
    moved = (Span(s.row - first, at[s.column], s.text, s.rows, at[s.column + s.columns] - at[s.column]) for s in spans)
    return Ruled(tuple(table.xs[place] for place in places), table.ys[first : end + 1], tuple(moved))


def _touching(across: list[Rule], down: list[Rule], slack: float) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that hang together, (horizontal, vertical)."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down, start=len(across)):
            near = h.start - slack <= v.at <= h.end + slack and v.start - slack <= h.at <= v.end + slack
            if near and root(i) != root(j):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i in range(len(parent)):
        horizontal = i < len(across)
        groups[root(i)][0 if horizontal else 1].append(across[i] if horizontal else down[i - len(across)])
    return list(groups.values())


def _table(across: list[Rule], down: list[Rule], slack: float) -> Ruled | None:
    """One group as a table; None where it is a frame, an underline or a drawing."""
    if len(across) + len(down) < 4 or not down or not across:
        return None
    across, down = _closed(across, down, slack)
    xs, ys = _positions(down, slack), _positions(across, slack)
    if len(xs) < 3 or len(ys) < 2:
        return None
    spans = _cells(xs, ys, across, down, slack)
    return Ruled(tuple(xs), tuple(ys), spans) if len(spans) > 1 else None


def _closed(across: list[Rule], down: list[Rule], slack: float) -> tuple[list[Rule], list[Rule]]:
    """The rules with the outer ones that are missing."""
    left, right = min(r.start for r in across), max(r.end for r in across)
    top, bottom = min(r.start for r in down), max(r.end for r in down)
    far = 3 * slack
    rows = [Rule(y, left, right) for y in (top, bottom) if all(abs(r.at - y) > far for r in across)]
    columns = [Rule(x, top, bottom) for x in (left, right) if all(abs(r.at - x) > far for r in down)]
    return across + rows, down + columns


def _positions(rules: list[Rule], slack: float) -> list[float]:
    """The distinct coordinates of rules; a double line is one."""
    positions: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not positions or at - positions[-1] > 2 * slack:
            positions.append(at)
    return positions


def _cells(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule], slack: float) -> tuple[Span, ...]:
    """The cells: grid positions joined where no rule parts them."""
    width, height = len(xs) - 1, len(ys) - 1
    below = _walls(ys, xs, across, slack)  # below[i][column]: a rule at ys[i] over that column
    beside = _walls(xs, ys, down, slack)  # beside[j][row]: a rule at xs[j] along that row
    taken = [[False] * width for _ in range(height)]
    spans = []
    for row in range(height):
        for column in range(width):
            if taken[row][column]:
                continue
            columns = 1
            while column + columns < width and not beside[column + columns][row] and not taken[row][column + columns]:
                columns += 1
            rows = 1
            inside = range(column, column + columns)
            while row + rows < height and _goes_on(below[row + rows], inside, beside, row + rows):
                rows += 1
            for r in range(row, row + rows):
                taken[r][column : column + columns] = [True] * columns
            spans.append(Span(row, column, rows=rows, columns=columns))
    return tuple(spans)


def _goes_on(floor: list[bool], columns: range, beside: list[list[bool]], row: int) -> bool:
    """Whether a cell over these columns reaches into this row: no floor above it, no wall inside it."""
    return not any(floor[c] for c in columns) and not any(beside[c][row] for c in columns[1:])


def _walls(lines: list[float], steps: list[float], rules: list[Rule], slack: float) -> list[list[bool]]:
    """For each line and each step between neighbouring positions: whether a rule covers most of it."""
    walls = []
    for line in lines:
        near = [rule for rule in rules if abs(rule.at - line) <= 2 * slack]
        walls.append([_covered(start, end, near) for start, end in pairwise(steps)])
    return walls


def _covered(start: float, end: float, rules: list[Rule]) -> bool:
    return sum(max(0.0, min(end, r.end) - max(start, r.start)) for r in rules) >= 0.6 * (end - start)
