"""Rows of a table without rules in which it stays open where the units of one column end and the next begin."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.plan.cell_fit import UNITS, is_open
from knowledge.plan.columns import Role
from knowledge.plan.line_breaks import behind_ends
from knowledge.plan.numbered_rows import NumberedRow
from knowledge.units.name_words import starts_with_head

_KNOWN = 2  # rows in which a cell stands, before it is known as one


def open_borders(rows: Sequence[NumberedRow], roles: Sequence[Role], ending: frozenset[bool]) -> Iterator[NumberedRow]:
    """Rows whose units could be divided otherwise: a line within a cell begins one, behind one that is whole.

    Nothing is open where breaks of the table show the ends of cells, or the same cell stands in other rows.
    """
    pairs = [(a, b) for a, b in pairwise(range(len(roles))) if roles[a] in UNITS and roles[b] in UNITS]
    seen = Counter((at, " ".join(cell)) for row in rows for at, cell in enumerate(row.cells) if cell)
    for row in rows:
        if any(behind_ends(part, ending) for part in row.parts):
            continue
        for first, second in pairs:
            cells = [(at, row.cells[at]) for at in (first, second)]
            if any(seen[at, " ".join(cell)] < _KNOWN and _could_end(cell) for at, cell in cells):
                yield row
                break


def _could_end(cell: Sequence[str]) -> bool:
    """Whether inside a cell one could end before a line that begins a unit."""
    return any(starts_with_head(b) and b[:1].isupper() and not is_open(a) for a, b in pairwise(cell))
