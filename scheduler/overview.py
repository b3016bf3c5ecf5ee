"""How the tasks stand at one moment: those of a unit, those that fall due in a period, the figures by unit. Pure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.model import State
from knowledge.tasks.standing import CLOSED
from knowledge.units.cells import is_group, unit_key
from knowledge.units.naming import reaches
from scheduler.frame import Case, World, case_of, cases, leads
from scheduler.items import Figures
from scheduler.recipients import Directory

OTHERS = "Các cơ quan, đơn vị khác"  # units of other offices, on one line after the own ones


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


def row_of(case: Case) -> Row:
    """A task as it stands today."""
    return Row(case, case.entry.state, case.entry.due)


def on_date(row: Row, due: date) -> Row:
    """The row as it stands for one of its dates, where it still has that date; else the row itself."""
    entry = row.case.entry
    if all(occurrence.due != due for occurrence in entry.occurrences):
        return row
    return replace(row, state=entry.on(due), due=due)


def find(world: World, ref: str, today: date) -> Row | None:
    """The task of a ref as it stands, None where no plan has it."""
    entry = world.register(today).find(ref)
    return row_of(case_of(entry)) if entry else None


def of_chat(world: World, chat: int, today: date) -> tuple[Row, ...]:
    """The tasks whose chairing unit a chat stands for, in the order of their dates."""
    directory = world.directory

    def stands_for(unit: str, issuer: str | None) -> bool:
        return any(chat == reached.id for _, reached in directory.reach(unit, issuer).chats)

    return _in_order(_led_by(world, stands_for, today))


def of_unit(world: World, name: str, today: date) -> tuple[Row, ...]:
    """The tasks that a unit chairs, by its own name, another name of it, or a collective name that holds it."""
    wanted = {unit_key(name)} | {
        unit_key(alias.unit) for alias in world.directory.aliases if unit_key(alias.alias) == unit_key(name)
    }
    return _in_order(_led_by(world, lambda unit, _issuer: _is(unit, wanted, name), today))


def everything(world: World, today: date) -> tuple[Row, ...]:
    """All tasks, in the order of their dates."""
    return _in_order(map(row_of, cases(world, today)))


def coming_due(world: World, days: tuple[date, date], today: date, unit: str | None = None) -> tuple[Row, ...]:
    """The open dates within a period (first and last day), one row for each, ascending; of one unit where named.

    Unlike `falling_due` it shows every date of a row that has several, or that recurs.
    """
    register = world.register(today)
    wanted = {row.case.ref for row in of_unit(world, unit, today)} if unit else None
    found = [
        replace(row_of(case_of(entry)), due=due, state=entry.on(due))
        for entry in register.entries(register.open_within(*days))
        if wanted is None or entry.ref in wanted
        for due in register.open_dates(entry, *days)
    ]
    return tuple(sorted(found, key=lambda row: row.due or date.max))


def falling_due(rows: Iterable[Row], days: tuple[date, date]) -> tuple[Row, ...]:
    """The tasks with an open date in a period (first and last day), each once, with the first of these dates."""
    within = ((row, [o for o in row.case.entry.open if days[0] <= o.due <= days[1]]) for row in rows)
    return tuple(replace(row, due=found[0].due, state=found[0].state) for row, found in within if found)


def overdue(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The tasks that are overdue."""
    return tuple(row for row in rows if row.state is State.OVERDUE)


def figures(rows: Iterable[Row], directory: Directory, chat: int | None = None) -> tuple[Figures, ...]:
    """How many tasks of each own unit are in which state, most overdue first; each task is in at least one line.

    Args:
        chat: only the units that this chat stands for.
    """
    counts: dict[tuple[str, str], dict[State, int]] = {}
    names: dict[tuple[str, str], str] = {}
    for row in rows:
        for unit in leads(row.case):
            reach = directory.reach(unit, row.case.issuer)
            if chat is not None and chat not in {other.id for _, other in reach.chats}:
                continue
            key = (unit_key(unit), row.case.issuer or "") if reach.concerns else (OTHERS, "")
            names.setdefault(key, unit if reach.concerns else OTHERS)
            of_unit = counts.setdefault(key, {})
            of_unit[row.state] = of_unit.get(row.state, 0) + 1
    every = (Figures(names[key], of_unit) for key, of_unit in counts.items())
    return tuple(
        sorted(
            every, key=lambda f: (f.unit == OTHERS, -f.counts.get(State.OVERDUE, 0), -sum(f.counts.values()), f.unit)
        )
    )


def _by_lateness(figures: Figures) -> tuple[bool, int, int, str]:
    late, size = figures.counts.get(State.OVERDUE, 0), sum(figures.counts.values())
    return figures.unit == OTHERS, -late, -size, figures.unit


def leading_chats(directory: Directory, case: Case) -> frozenset[int]:
    """The chats that stand for the units which chair a task."""
    return frozenset(chat.id for unit in case.task.lead for _, chat in directory.reach(unit, case.issuer).chats)


def units_of_chat(directory: Directory, chat: int) -> tuple[str, ...]:
    """The units that a chat stands for."""
    return tuple(dict.fromkeys(link.unit for link in directory.links if link.chat.id == chat))


def _led_by(world: World, matches: Callable[[str, str | None], bool], today: date) -> Iterator[Row]:
    """The tasks chaired by units of which a name in a plan of an office matches."""
    register = world.register(today)
    names: dict[int, set[str]] = {}
    for plan, name in register.index.roles:
        if matches(name, world.plans[plan].plan.heading.issuer):
            names.setdefault(plan, set()).add(name)
    return (row_of(case_of(entry)) for entry in register.entries(register.of_units(names, "lead")))


def _is(unit: str, wanted: set[str], name: str) -> bool:
    return unit_key(unit) in wanted or (is_group(unit) and reaches(unit, name))


def _in_order(rows: Iterator[Row]) -> tuple[Row, ...]:
    """Open ones first, by date; those without a date after them; what is done last."""
    return tuple(sorted(rows, key=lambda row: (row.state in CLOSED, row.due is None, row.due or date.max)))
