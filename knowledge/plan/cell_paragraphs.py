"""The lines of a row that was copied cell by cell, laid into its cells where some cell has several paragraphs.

Which cell that is, is told by what the lines look like: units, times, others. Where it stays open, helpers are several
rather than those who chair, and it is said that it is open.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from knowledge.deadlines.only_times import says_only_when
from knowledge.plan.columns import WHAT, Role
from knowledge.units.name_words import starts_with_head

Cells = list[list[str]]
_UNITS = frozenset({Role.LEAD, Role.COORDINATE})
_FITS, _UNLIKE = 2.0, -1.0
_SEVERAL = {Role.COORDINATE: -0.1, Role.RESULT: -0.4, Role.LEAD: -1.0, Role.TIME: -1.0}  # lines in one cell
_OTHERS = -0.5
_SURE = 1.0  # by so much the best way has to be better than any other


def into_cells(lines: Sequence[str], roles: Sequence[Role]) -> tuple[Cells, bool] | None:
    """The cells with the lines of each, and whether no others are nearly as likely; None where cells are wrapped."""
    wrapped = len(lines) > len(roles) and any(map(_goes_on, lines))
    ways = [] if wrapped else sorted(_ways(lines, roles), key=lambda way: way[0], reverse=True)
    if not ways:
        return None
    alone = len(ways) == 1 or ways[0][0] - ways[1][0] >= _SURE
    return [[line for line in cell if line] for cell in ways[0][1]], alone


def fits(lines: Sequence[str], roles: Sequence[Role]) -> bool:
    """Whether lines, one for each cell, look like a row: no cell of units or times holds anything else."""
    return all(_fit(role, line) > _UNLIKE for line, role in zip(lines, roles, strict=True))


def _ways(lines: Sequence[str], roles: Sequence[Role]) -> Iterator[tuple[float, Sequence[Sequence[str]]]]:
    for cuts in combinations(range(1, len(lines)), len(roles) - 1):
        cells = [lines[a:b] for a, b in pairwise((0, *cuts, len(lines)))]
        if all(len(cell) == 1 or all(cell) for cell in cells):
            yield sum(_likely(cell, role) for cell, role in zip(cells, roles, strict=True)), cells


def _goes_on(line: str) -> bool:
    """Whether a line goes on with the one above: in small letters, and no time."""
    return line[:1].islower() and not says_only_when(line)


def _likely(lines: Sequence[str], role: Role) -> float:
    return sum(_fit(role, line) for line in lines) + (len(lines) - 1) * _SEVERAL.get(role, _OTHERS)


@cache
def _fit(role: Role, line: str) -> float:
    if not line:
        return _UNLIKE if role in WHAT else 0.0
    unit, time = starts_with_head(line), says_only_when(line)
    if role in _UNITS:
        return _FITS if unit else _UNLIKE
    if role is Role.TIME:
        return _FITS if time else _UNLIKE if unit else 0.0
    return _UNLIKE if unit or time else 0.0
