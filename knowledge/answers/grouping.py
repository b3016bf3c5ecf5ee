"""Rows grouped and ranked, which knows no words: by unit, plan, month, quarter or section.

A row with two chairs is in the group of each of them, one without is in no group of a unit.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

import numpy as np
import numpy.typing as npt

from knowledge.deadlines.periods import month, quarter
from knowledge.language.text import folded
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import Members, Name, Rows, UnitName

Counts = npt.NDArray[np.intp]  # one for each row


def grouped(register: Register, rows: Rows, by: str) -> dict[str, Rows]:
    """The rows by plan (its position), month, quarter or section; those without a day are in no month and no quarter.

    Months and quarters stand in the order of time, other groups in the order in which the rows meet them.
    """
    return _groups(_members(register, rows, by), in_time=by in SPANS)


def grouped_by_unit(register: Register, rows: Rows, role: str) -> dict[UnitName, Rows]:
    """The rows by the printed names of their units in a role; those that the plan gives to nobody are left out."""
    every, wanted = _with_role(register, role), np.zeros(register.index.size, bool)
    wanted[rows] = True
    kept = wanted[every.rows]
    return _groups(Members(every.names, every.rows[kept], every.of[kept]))


def sizes_of(register: Register, role: str) -> Counts:
    """To how many units each row of the register is given in a role."""
    return np.bincount(_with_role(register, role).rows, minlength=register.index.size)


def ranked(groups: Mapping[str, Rows], *, fewest: bool = False) -> list[tuple[str, Rows]]:
    """The groups, the largest (or smallest) first; those of one size in the order in which they were met."""
    size = 1 if fewest else -1
    return sorted(groups.items(), key=lambda group: size * len(group[1]))


def _groups(members: Members[Name], *, in_time: bool = False) -> dict[Name, Rows]:
    order = np.argsort(members.of, kind="stable")
    names, first = np.unique(members.of[order], return_index=True)
    parts = np.split(members.rows[order], first[1:]) if len(names) else []
    groups = list(zip(names.tolist(), parts, strict=True))
    if not in_time:
        groups.sort(key=lambda group: (int(group[1].min()), group[0]))
    return {members.names[number]: part for number, part in groups}


def _with_role(register: Register, role: str) -> Members[UnitName]:
    return register.index.coordinators if role == "coordinate" else register.chairs


def _members(register: Register, rows: Rows, by: str) -> Members[str]:
    if by in SPANS:
        return _in_spans(*register.dates_of(rows), SPANS[by])
    if by == "section":
        return _top_sections(register, rows)
    index = register.index
    return Members(tuple(map(str, range(len(index.plans)))), rows, index.plans_of(rows).astype(np.int32))


def _month(day: date) -> str:
    return month(day.year, day.month).label


def _quarter(day: date) -> str:
    return quarter(day.year, (day.month + 2) // 3).label


SPANS = {"month": _month, "quarter": _quarter}


def _in_spans(rows: Rows, days: npt.NDArray[np.int32], called: Callable[[date], str]) -> Members[str]:
    dates = [date.fromordinal(day) for day in np.unique(days).tolist()]
    names = {day.toordinal(): called(day) for day in dates}
    known = tuple(dict.fromkeys(names.values()))
    number = {name: place for place, name in enumerate(known)}
    of = np.array([number[names[day]] for day in days.tolist()], np.int32)
    pairs = np.unique(np.stack([rows, of]), axis=1) if len(rows) else np.zeros((2, 0), np.int32)
    return Members(known, pairs[0], pairs[1])


def _top_sections(register: Register, rows: Rows) -> Members[str]:
    """By the headings at the top; those of several plans that differ in their mark alone ("II", "II.") are one."""
    sections, of = register.index.sections
    printed: dict[str, list[str]] = defaultdict(list)
    for heading in dict.fromkeys(section[0] for section in sections if section):
        printed[folded(_MARK.sub("", heading))].append(heading)
    names = tuple(same[0] if len(same) == 1 else _MARK.sub("", same[0]) for same in printed.values())
    number = {heading: place for place, same in enumerate(printed.values()) for heading in same}
    top = np.array([number[section[0]] if section else -1 for section in sections], np.int32)[of[rows]]
    return Members(names, rows[top >= 0], top[top >= 0])


_MARK = re.compile(r"^(?:[IVX]+|[A-H]|\d+)[.):]?\s+")
