"""Rows picked, grouped and ranked by constraints: the engine behind every list and count, which knows no words.

A row fits all constraints or is left out. Groups sum up: a row with two chairs is in the group of each, a row without
one in the group of its blank.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.model import DeadlineKind, Task, TaskKind
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.coverage import word_set
from knowledge.search.words import terms

Place = tuple[int, int]  # position of the plan, position of the task in it


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a plan with the days in force.

    Args:
        place: position of its plan, and of the row in it.
        days: the days it is due, set or moved ones instead of printed ones.
    """

    place: Place
    task: Task
    days: tuple[date, ...] = ()


def select(rows: Iterable[Row], where: Sequence[Constraint]) -> list[Row]:
    """The rows that fit every constraint, in their order."""
    return [row for row in rows if all(fits(row, constraint) for constraint in where)]


def fits(row: Row, constraint: Constraint) -> bool:
    """Whether a row fits a constraint; an excluding one is fitted by the rows that do not hold it."""
    return _TESTS[constraint.kind](row, constraint) == constraint.include


def grouped(rows: Iterable[Row], by: str, role: str = "lead") -> dict[str, list[Row]]:
    """The rows by unit, plan (its position), month or section; those without are left out of months and units."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        for name in dict.fromkeys(_names(row, by, role)):
            groups.setdefault(name, []).append(row)
    return groups


def ranked(groups: Mapping[str, Sequence[Row]], *, fewest: bool = False) -> list[tuple[str, list[Row]]]:
    """The groups, the largest (or smallest) first; those of one size in the order in which they were met."""
    size = 1 if fewest else -1
    return sorted(((name, list(rows)) for name, rows in groups.items()), key=lambda group: size * len(group[1]))


def at_the_end(rows: Sequence[Row], today: date, *, latest: bool) -> list[Row]:
    """The rows with the next day from today on (or the last day of all); rows without a day are not compared."""
    dated = [(max(row.days) if latest else _next(row, today), row) for row in rows if row.days]
    day = (max if latest else min)((day for day, _ in dated), default=None)
    return [row for own, row in dated if own == day]


def _next(row: Row, today: date) -> date:
    """The next open day, for a row that is over its last day, after all that are not."""
    ahead = [day for day in row.days if day >= today]
    return min(ahead) if ahead else date.max


def _names(row: Row, by: str, role: str) -> tuple[str, ...]:
    if by == "unit":
        return row.task.coordinate if role == "coordinate" else row.task.lead
    if by == "month":
        return tuple(f"tháng {day.month}/{day.year}" for day in row.days)
    if by == "section":
        return row.task.section[:1]
    return (str(row.place[0]),)


def _has_unit(row: Row, constraint: Constraint) -> bool:
    names = {name for unit in constraint.units for name in unit.names.get(row.place[0], ())}
    lead = row.task.lead if constraint.role != "coordinate" else ()
    coordinate = row.task.coordinate if constraint.role != "lead" else ()
    return not names.isdisjoint((*lead, *coordinate))


def _is_blank(row: Row, constraint: Constraint) -> bool:
    if constraint.field == "deadline":
        return row.task.deadline.kind is DeadlineKind.NONE and not row.days
    return not cell(row.task, constraint.field)


def cell(task: Task, name: str) -> str:
    """What a cell of a row says."""
    cells = {"lead": "; ".join(task.lead), "coordinate": "; ".join(task.coordinate), "deadline": task.deadline.text}
    return cells.get(name) or {"result": task.result, "budget": task.budget}.get(name) or ""


def _has_words(row: Row, constraint: Constraint) -> bool:
    """Whether a cell has the words, side by side as they were said."""
    said = cell(row.task, constraint.field)
    if constraint.exact:
        return tuple(terms(folded(said))) == constraint.words
    held = word_set(said)
    return _side_by_side(constraint.words, held)


def _side_by_side(words: Sequence[str], held: Iterable[str]) -> bool:
    known = frozenset(held)
    near = [f"{left} {right}" in known or f"{left}~{right}" in known for left, right in pairwise(words)]
    return all(near) if near else all(word in known for word in words)


def _is_rhythm(row: Row, constraint: Constraint) -> bool:
    deadline = row.task.deadline
    if constraint.words == ("ongoing",):
        return deadline.kind is DeadlineKind.ONGOING
    periodic = deadline.kind in (DeadlineKind.PERIODIC, DeadlineKind.MIXED) or deadline.recur is not None
    return periodic and constraint.words[-1] in terms(folded(deadline.text))


def _in_section(row: Row, constraint: Constraint) -> bool:
    said = f" {' '.join(constraint.words)} "
    return any(said in f" {' '.join(terms(folded(heading)))} " for heading in row.task.section)


def _is_number(row: Row, constraint: Constraint) -> bool:
    return row.task.number == constraint.words[0]


def _is_tabled(row: Row, _constraint: Constraint) -> bool:
    return row.task.kind is TaskKind.TABLE


def _is_dated(row: Row, _constraint: Constraint) -> bool:
    return bool(row.days)


def _is_about(row: Row, constraint: Constraint) -> bool:
    return _side_by_side(
        constraint.words, word_set(f"{row.task.task} {row.task.activity or ''} {row.task.result or ''}")
    )


_TESTS = {
    Kind.UNIT: _has_unit,
    Kind.BLANK: _is_blank,
    Kind.DATED: _is_dated,
    Kind.RHYTHM: _is_rhythm,
    Kind.WORDS: _has_words,
    Kind.SECTION: _in_section,
    Kind.NUMBER: _is_number,
    Kind.TABLE: _is_tabled,
    Kind.TOPIC: _is_about,
}
