"""Rows of the plans as the commands print them, and how a person names one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.terminal import say, say_json
from bot.wiring import Workplace
from knowledge.errors import NotFoundError
from knowledge.model import Task
from knowledge.plan.interchange import task_json
from knowledge.tasks.standing import STATE_LABELS
from scheduler.frame import Case, World, cases
from scheduler.overview import Row, unit_of
from scheduler.run import world_of
from scheduler.wording import clipped, words_of

_ROW_FIELDS = ("lines", "stt", "section", "task", "activity", "result", "lead", "coordinate", "deadline")


def row_json(source: str, task: Task) -> dict[str, Any]:
    """A row as `ask --jsonl` has it."""
    fields = task_json(task)
    return {"source": source, **{name: fields[name] for name in _ROW_FIELDS}}


def standing_json(row: Row) -> dict[str, Any]:
    """A row with its name, its state and the date that counts now."""
    case = row.case
    due = row.due.isoformat() if row.due else None
    return {"ref": case.ref, **row_json(case.source, case.task), "due": due, "state": row.state.value}


def row_line(row: Row) -> str:
    """A row in one line, for a person."""
    case = row.case
    due = f"{row.due:%Y-%m-%d}" if row.due else "no date   "
    number = f"{case.task.number}. " if case.task.number else ""
    units = "; ".join(case.task.lead) or "—"
    return f"{due}  {case.ref}  {STATE_LABELS[row.state]:20}  {number}{clipped(words_of(case.task))}  [{units}]"


def print_rows(rows: Iterable[Row], *, as_json: bool) -> int:
    """Prints rows; the exit code says whether there were any."""
    found = list(rows)
    if as_json:
        say_json([standing_json(row) for row in found])
    else:
        say("\n".join(map(row_line, found)) or "nothing found", err=not found)
    return 0 if found else 1


def find_case(workplace: Workplace, name: str) -> Case:
    """The task of a ref, or of PLAN:NUMBER.

    Raises:
        NotFoundError: there is none, or several rows have this number.
    """
    stem, _, number = name.rpartition(":")
    found = [
        case
        for case in cases(world_of(workplace.parts), workplace.clock().date())
        if case.ref == name or (stem and case.stem == stem and case.task.stt == number)
    ]
    if not found:
        raise NotFoundError(f"{name}: no such row; `planbot due` and `planbot progress list` show the names of rows")
    if len(found) > 1:
        refs = ", ".join(case.ref for case in found)
        raise NotFoundError(f"{name}: {len(found)} rows have this number; name one of them: {refs}")
    return found[0]


def refuse_unknown(world: World, unit: str | None) -> None:
    """A unit that no plan names is told, with the names most like it.

    Raises:
        NotFoundError: nothing is called so.
    """
    if unit and not (found := unit_of(world, unit)).known:
        near = f"; perhaps {', '.join(found.nearest)}" if found.nearest else ""
        raise NotFoundError(f"{unit}: no plan names this unit{near}")


def day_of(value: Any) -> date | None:  # noqa: ANN401 - what click makes of a date
    """The day of an option that may be left out."""
    return value.date() if value else None
