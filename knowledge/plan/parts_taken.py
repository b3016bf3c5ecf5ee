"""Columns that are units themselves, with a mark in each row for the part that the unit takes: "CT", "PH", "x"."""

import re
from collections.abc import Iterable, Sequence

from knowledge.language.text import folded
from knowledge.plan.columns import Role
from knowledge.units.name_words import starts_with_head

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
