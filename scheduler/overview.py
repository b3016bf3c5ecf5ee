"""How the tasks stand at one moment: those of a unit, those that fall due in a period, the figures by unit. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.model import State
from knowledge.number_sets import union, without
from knowledge.tasks.standing import CLOSED
from knowledge.units.naming import told_apart
from knowledge.units.unit import Unit
from scheduler.directory import Directory, Role
from scheduler.items import Figures
from scheduler.recipients import reach_of
from scheduler.rule_context import RuleInputs, TrackedTask, leads, tracked_task, tracked_tasks

OTHERS = "Các cơ quan, đơn vị khác"  # units of other offices, on one line after the own ones


@dataclass(frozen=True, slots=True)
class Row:
    """A task as it stands.

    Args:
        due: the date that counts now: the earliest open one, None where there is none.
        shared: whether, in the list of a unit, only a collective name gives it to the unit.
    """

    tracked: TrackedTask
    state: State
    due: date | None = None
    shared: bool = False


Lines = tuple[tuple[str, Sequence[Row]], ...]  # the rows of units, each under the unit's name


def earliest_extension(row: Row, today: date) -> date | None:
    """The first day to which a task may be extended: after its date and after today; None where it has no open date."""
    if row.state in CLOSED or row.due is None:
        return None
    return max(row.due, today) + timedelta(days=1)


def row_of(tracked: TrackedTask) -> Row:
    """A task as it stands today."""
    return Row(tracked, tracked.entry.state, tracked.entry.due)


def on_date(row: Row, due: date) -> Row:
    """The row as it stands for one of its dates, where it still has that date; else the row itself."""
    entry = row.tracked.entry
    if all(occurrence.due != due for occurrence in entry.occurrences):
        return row
    return replace(row, state=entry.on(due), due=due)


def find(inputs: RuleInputs, ref: str, today: date) -> Row | None:
    """The task of a ref as it stands, None where no plan has it."""
    entry = inputs.register(today).find(ref)
    return row_of(tracked_task(entry)) if entry else None


def of_chat(inputs: RuleInputs, chat: int, today: date) -> tuple[Row, ...]:
    """The tasks whose chairing unit a chat stands for, in the order of their dates."""
    links = (link for link in inputs.directory.links if link.chat.id == chat and link.role is Role.UNIT)
    return _led_by(inputs, [inputs.directory.roster.resolve(link.unit, link.office) for link in links], today)


def unit_of(inputs: RuleInputs, name: str) -> Unit:
    """The unit that somebody names, however it is called; not known where none is called so."""
    return inputs.directory.roster.resolve(name)


def of_unit(inputs: RuleInputs, name: str, today: date) -> tuple[Row, ...]:
    """The tasks that a unit chairs, by any of its names or in a collective name that holds it, by their dates."""
    return _led_by(inputs, [unit_of(inputs, name)], today)


def everything(inputs: RuleInputs, today: date) -> tuple[Row, ...]:
    """All tasks, in the order of their dates."""
    return in_order(map(row_of, tracked_tasks(inputs, today)))


def coming_due(inputs: RuleInputs, days: tuple[date, date], today: date, unit: str | None = None) -> tuple[Row, ...]:
    """The open dates within a period (first and last day), one row for each, ascending; of one unit where named.

    Unlike `falling_due` it shows every date of a row that has several, or that recurs.
    """
    register = inputs.register(today)
    wanted = {row.tracked.ref for row in of_unit(inputs, unit, today)} if unit else None
    found = [
        replace(row_of(tracked_task(entry)), due=due, state=entry.on(due))
        for entry in register.entries(register.open_within(*days))
        if wanted is None or entry.ref in wanted
        for due in register.open_dates(entry, *days)
    ]
    return tuple(sorted(found, key=lambda row: row.due or date.max))


def falling_due(rows: Iterable[Row], days: tuple[date, date]) -> tuple[Row, ...]:
    """The tasks with an open date in a period (first and last day), each once, with the first of these dates."""
    within = ((row, [o for o in row.tracked.entry.open if days[0] <= o.due <= days[1]]) for row in rows)
    return tuple(replace(row, due=found[0].due, state=found[0].state) for row, found in within if found)


def overdue(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The tasks that are overdue."""
    return tuple(row for row in rows if row.state is State.OVERDUE)


def unit_lines(
    rows: Iterable[Row],
    directory: Directory,
    chat: int | None = None,
    role: Role = Role.UNIT,
    wanted: frozenset[tuple[str, str]] = frozenset(),
) -> Lines:
    """The rows of each own unit, under the name that stands first; each row is in at least one line.

    A unit is one line under all its names; a collective name is a line of its own.

    Args:
        chat: only the units that this chat stands for, in this role.
        wanted: only these units, as `Roster.unit_of` tells them apart; all where there is none.
    """
    found: dict[tuple[str, str], tuple[tuple[str, str], list[Row]]] = {}
    for row in rows:
        reached = [u for u in leads(row.tracked) if chat is None or chat in _chats(directory, row.tracked, u, role)]
        line_of = _own_line if wanted else _line_of  # who names other offices' units wants them told apart
        lines = {line_of(unit, row.tracked, directory): unit for unit in reversed(reached)}  # the first one calls it
        for key in reversed(lines):
            if wanted and key not in wanted:
                continue
            if key not in found:
                found[key] = _called(lines[key], key, row.tracked, directory), []
            found[key][1].append(row)
    names = told_apart([called for called, _ in found.values()], directory.office)
    return tuple((name, of) for name, (_, of) in zip(names, found.values(), strict=True))


def figures(
    rows: Iterable[Row], directory: Directory, chat: int | None = None, role: Role = Role.UNIT
) -> tuple[Figures, ...]:
    """How many tasks of each line of `unit_lines` are in which state, most overdue first."""
    return figures_of(unit_lines(rows, directory, chat, role))


def figures_of(lines: Lines) -> tuple[Figures, ...]:
    """The same of lines that are there."""
    return tuple(sorted((Figures(name, Counter(row.state for row in of)) for name, of in lines), key=_by_lateness))


def _line_of(unit: str, tracked: TrackedTask, directory: Directory) -> tuple[str, str]:
    return _own_line(unit, tracked, directory) if reach_of(directory, tracked.issuer, unit).concerns else _OTHERS


def _own_line(unit: str, tracked: TrackedTask, directory: Directory) -> tuple[str, str]:
    return directory.roster.unit_of(unit, tracked.issuer or "")


def _called(unit: str, key: tuple[str, str], tracked: TrackedTask, directory: Directory) -> tuple[str, str]:
    """The name of a line, and of its office."""
    return (OTHERS, "") if key == _OTHERS else (unit, directory.roster.office_of(unit, tracked.issuer or ""))


def _chats(directory: Directory, tracked: TrackedTask, unit: str, role: Role) -> frozenset[int]:
    return frozenset(chat.id for _, chat in reach_of(directory, tracked.issuer, unit, role).chats)


_OTHERS = ("", OTHERS)  # where an office and a unit stand for all others


def _by_lateness(figures: Figures) -> tuple[bool, int, int, str]:
    late, size = figures.counts.get(State.OVERDUE, 0), sum(figures.counts.values())
    return figures.unit == OTHERS, -late, -size, figures.unit


def leading_chats(directory: Directory, tracked: TrackedTask) -> frozenset[int]:
    """The chats that stand for the units which chair a task."""
    return frozenset[int]().union(*(_chats(directory, tracked, unit, Role.UNIT) for unit in tracked.task.lead))


def units_of_chat(directory: Directory, chat: int) -> tuple[str, ...]:
    """The units that a chat stands for."""
    return tuple(dict.fromkeys(link.unit for link in directory.links if link.chat.id == chat))


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Open ones first, by date; those without a date after them; what is done last."""
    return tuple(sorted(rows, key=lambda row: (row.state in CLOSED, row.due is None, row.due or date.max)))


def _led_by(inputs: RuleInputs, units: Sequence[Unit], today: date) -> tuple[Row, ...]:
    """The tasks that units chair; those which only a collective name gives them are marked as shared."""
    register = inputs.register(today)
    own = union([register.of_units(unit.own, "lead") for unit in units])
    shared = without(union([register.of_units(unit.shared, "lead") for unit in units]), own)
    rows = [row_of(tracked_task(entry)) for entry in register.entries(own)]
    rows += [replace(row_of(tracked_task(entry)), shared=True) for entry in register.entries(shared)]
    return in_order(rows)
