"""Columns that are units themselves, with a mark in each row for the part that the unit takes: "CT", "PH", "x"."""

import re
from collections.abc import Iterable, Sequence

from knowledge.language.text import folded
from knowledge.plan.columns import Role
from knowledge.units.name_words import starts_with_head

CHAIRS, HELPS, NO_PART = "CT", "PH", ""  # the usual marks
_CHAIRS = frozenset({"ct", "chu tri", "c"})
_HELPS = frozenset({"ph", "phoi hop", "p", "tg", "tham gia"})
_TAKES_PART = frozenset({"x", "v", "✓", "✔", "√", "●", "•"})
_PARTS = _CHAIRS | _HELPS | _TAKES_PART


def takes_parts(unit: str, cells: Iterable[str]) -> bool:
    """Whether a column is that of a unit and its cells only say which part the unit takes."""
    if not starts_with_head(unit):
        return False
    marks = filter(None, map(_mark, cells))
    return next(marks, "") in _PARTS and all(mark in _PARTS for mark in marks)


def only_marks(cells: Iterable[str]) -> bool:
    """Whether cells tell who chairs from who helps and say nothing else: a unit may then be called in any way."""
    marks = set(filter(None, map(_mark, cells)))
    return bool(marks) and marks <= _PARTS and not marks <= _TAKES_PART


def is_mark(cell: str) -> bool:
    """Whether a cell only marks a part that is taken."""
    return _mark(cell) in _PARTS


def is_chair(cell: str) -> bool:
    """Whether a mark says that a unit chairs."""
    return _mark(cell) in _CHAIRS


def parts_of(marked: Sequence[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """(chairs, coordinates) of a row by (unit, mark); where none chairs, those with a bare mark do."""
    said = [(unit, _mark(cell)) for unit, cell in marked]
    chairs = [unit for unit, mark in said if mark in _CHAIRS]
    bare = [unit for unit, mark in said if mark in _TAKES_PART]
    helps = [unit for unit, mark in said if mark in _HELPS or (chairs and mark in _TAKES_PART)]
    return chairs or bare, helps


def role_of_mark(mark: str) -> Role | None:
    """What a mark says where it stands before a unit as a label does ("CT: Phòng A"); None where it is no mark."""
    bare = _mark(mark)
    if bare in _TAKES_PART:
        return None
    return Role.LEAD if bare in _CHAIRS else Role.COORDINATE if bare in _HELPS else None


def _mark(cell: str) -> str:
    return re.sub(r"[\s.,;()]+", " ", folded(cell)).strip()
