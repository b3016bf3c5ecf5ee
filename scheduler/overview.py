"""How the tasks stand at one moment: those of a unit, those that fall due in a period, the figures by unit. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.model import State
from knowledge.tasks.standing import CLOSED, is_closed, standing
from knowledge.units.cells import is_group, unit_key
from knowledge.units.naming import reaches
from scheduler.frame import Case, World, cases, occurrences_of
from scheduler.items import Figures
from scheduler.recipients import Directory

AHEAD = 400  # days in which the next date of a recurring duty is looked for


@dataclass(frozen=True, slots=True)
class Row:
    """A task as it stands.

    Args:
        due: the date that counts now: the earliest open one, None where there is none.
    """

    case: Case
    state: State
    due: date | None = None


def earliest_extension(row: Row, today: date) -> date | None:
    """The first day to which a task may be extended: after its date and after today; None where it has no open date."""
    if row.state in CLOSED or row.due is None:
        return None
    return max(row.due, today) + timedelta(days=1)


def row_of(case: Case, today: date) -> Row:
    """A task as it stands today."""
    dates = sorted(occurrence.due for occurrence in occurrences_of(case, today, AHEAD))
    open_dates = [due for due in dates if not is_closed(case.progress, due)]
    return Row(case, standing(case.task, case.progress, today), open_dates[0] if open_dates else None)


def on_date(row: Row, due: date, today: date) -> Row:
    """The row as it stands for one of its dates, where it still has that date; else the row itself."""
    progress = row.case.progress
    if is_closed(progress, due):
        return replace(row, state=progress.state, due=due)
    if due not in {occurrence.due for occurrence in occurrences_of(row.case, today, AHEAD)}:
        return row
    if row.state is not State.OVERDUE or due < today:
        return replace(row, due=due)
    return replace(row, state=State.IN_PROGRESS if progress.state in CLOSED else progress.state, due=due)


def find(world: World, ref: str, today: date) -> Row | None:
    """The task of a ref as it stands, None where no plan has it."""
    plans = [loaded for loaded in world.plans if ref in loaded.task_refs]
    narrowed = World(plans, world.directory, world.progress, world.calendar, world.settings)
    return next((row_of(case, today) for case in cases(narrowed) if case.ref == ref), None)


def of_chat(world: World, chat: int, today: date) -> tuple[Row, ...]:
    """The tasks whose chairing unit a chat stands for, in the order of their dates."""
    found = (case for case in cases(world) if chat in leading_chats(world.directory, case))
    return _in_order(row_of(case, today) for case in found)


def of_unit(world: World, name: str, today: date) -> tuple[Row, ...]:
    """The tasks that a unit chairs, by its own name, another name of it, or a collective name that holds it."""
    wanted = {unit_key(name)} | {
        unit_key(alias.unit) for alias in world.directory.aliases if unit_key(alias.alias) == unit_key(name)
    }
    return _in_order(row_of(case, today) for case in cases(world) if any(_is(u, wanted, name) for u in case.task.lead))


def everything(world: World, today: date) -> tuple[Row, ...]:
    """All tasks, in the order of their dates."""
    return _in_order(row_of(case, today) for case in cases(world))


def coming_due(world: World, days: tuple[date, date], today: date, unit: str | None = None) -> tuple[Row, ...]:
    """The open dates within a period (first and last day), one row for each, ascending; of one unit where named.

    Unlike `falling_due` it shows every date of a row that has several, or that recurs.
    """
    rows = of_unit(world, unit, today) if unit else everything(world, today)
    ahead = (days[1] - days[0]).days
    found = [
        replace(row, due=occurrence.due)
        for row in rows
        if not is_closed(row.case.progress)
        for occurrence in occurrences_of(row.case, max(days[0], row.case.span[0]), ahead)
        if days[0] <= occurrence.due <= days[1] and not is_closed(row.case.progress, occurrence.due)
    ]
    return tuple(sorted(found, key=lambda row: row.due or date.max))


def falling_due(rows: Iterable[Row], days: tuple[date, date]) -> tuple[Row, ...]:
    """The open tasks with a date in a period (first and last day), overdue ones among them."""
    return tuple(row for row in rows if row.due and days[0] <= row.due <= days[1] and row.state not in CLOSED)


def overdue(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The tasks that are overdue."""
    return tuple(row for row in rows if row.state is State.OVERDUE)


def figures(rows: Iterable[Row], directory: Directory) -> tuple[Figures, ...]:
    """How many tasks of each unit of the own offices are in which state; those with most overdue ones first."""
    counts: dict[tuple[str, str], dict[State, int]] = {}
    names: dict[tuple[str, str], str] = {}
    for row in rows:
        for unit in row.case.task.lead:
            if directory.reach(unit, row.case.issuer).concerns:
                key = (unit_key(unit), row.case.issuer or "")
                names.setdefault(key, unit)
                of_unit = counts.setdefault(key, {})
                of_unit[row.state] = of_unit.get(row.state, 0) + 1
    every = (Figures(names[key], of_unit) for key, of_unit in counts.items())
    return tuple(sorted(every, key=lambda f: (-f.counts.get(State.OVERDUE, 0), -sum(f.counts.values()), f.unit)))


def leading_chats(directory: Directory, case: Case) -> frozenset[int]:
    """The chats that stand for the units which chair a task."""
    return frozenset(chat.id for unit in case.task.lead for _, chat in directory.reach(unit, case.issuer).chats)


def units_of_chat(directory: Directory, chat: int) -> tuple[str, ...]:
    """The units that a chat stands for."""
    return tuple(dict.fromkeys(link.unit for link in directory.links if link.chat.id == chat))


def _is(unit: str, wanted: set[str], name: str) -> bool:
    return unit_key(unit) in wanted or (is_group(unit) and reaches(unit, name))


def _in_order(rows: Iterator[Row]) -> tuple[Row, ...]:
    """Open ones first, by date; those without a date after them; what is done last."""
    return tuple(sorted(rows, key=lambda row: (row.state in CLOSED, row.due is None, row.due or date.max)))
