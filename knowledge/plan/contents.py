"""What a column holds, told by its cells where its name does not: a column of dates says when, one of offices who.

A name that says something else as surely as names can ("Ghi chú", "Căn cứ") stays what it is.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from knowledge.deadlines import understand_deadline
from knowledge.document import Cover, Row
from knowledge.model import DeadlineKind
from knowledge.plan.columns import Column, Role, flat, role_of
from knowledge.units.name_words import starts_with_head

Named = tuple[Column, int]  # a column and how surely its name says what it holds
_SAMPLE = 40  # rows
_SHARE = 0.6  # of the cells that are filled
_SURE = 3
_TIMES = frozenset({DeadlineKind.DATE, DeadlineKind.ONGOING, DeadlineKind.PERIODIC, DeadlineKind.MIXED})
_YEAR = 2000  # of no importance: only whether the words are a time is asked


def by_contents(found: Sequence[Named], body: Sequence[Row]) -> list[Named]:
    """The columns with the role of times or of chairs given to one whose cells say so, where no name does."""
    named = [_counts(at, one, body) for at, one in enumerate(found)]
    roles = {column.role for column, _ in named}
    for role, fits, weakest in ((Role.TIME, _is_time, _SURE), (Role.LEAD, _is_unit, 1)):
        if role in roles:
            continue
        best = max(range(len(named)), key=lambda at: _share(at, named[at], body, fits, weakest), default=None)
        if best is not None and _share(best, named[best], body, fits, weakest) >= _SHARE:
            column, _ = named[best]
            named[best] = (Column(role, column.name, column.sub), 2)
    return named


def _counts(at: int, named: Named, body: Sequence[Row]) -> Named:
    """The column; one called by offices whose cells are all numbers counts something ("Đơn vị" for "Đơn vị tính")."""
    column, strength = named
    cells = [text for row in body[:_SAMPLE] if at < len(row.cells) and (text := _own(row, at))]
    if column.role not in {Role.LEAD, Role.COORDINATE} or not cells or not all(map(_is_number, cells)):
        return named
    return Column(Role.OTHER, column.name, column.sub), strength


def _is_number(text: str) -> bool:
    return text.strip(" .,").replace(".", "").replace(",", "").isdecimal()


def _share(at: int, named: Named, body: Sequence[Row], fits: Callable[[str], bool], weakest: int) -> float:
    """How many of a column's cells are such; none of a column whose name is sure of something else."""
    column, strength = named
    if strength >= weakest or column.role is Role.STT or role_of(column.name)[0] is Role.STT:
        return 0.0
    cells = [text for row in body[:_SAMPLE] if at < len(row.cells) and (text := _own(row, at))]
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def _own(row: Row, at: int) -> str:
    return flat(row.cells[at]) if row.cells[at].cover is Cover.OWN else ""


@lru_cache(maxsize=4096)
def _is_time(text: str) -> bool:
    return understand_deadline(text, year=_YEAR, issued=None).kind in _TIMES


def _is_unit(text: str) -> bool:
    return starts_with_head(text)
