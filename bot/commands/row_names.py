"""Rows of the plans as the commands print them, and how a person names one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.terminal import say, say_json
from bot.wiring import Wiring
from knowledge.errors import NotFoundError
from knowledge.model import Task
from knowledge.plan.interchange import task_json
from knowledge.tasks.standing import STATE_LABELS
from scheduler.overview import Row, unit_of
from scheduler.rule_context import RuleInputs, TrackedTask, tracked_tasks
from scheduler.run import inputs_of
from scheduler.wording import clipped, words_of

_ROW_FIELDS = ("lines", "stt", "section", "task", "activity", "result", "lead", "coordinate", "deadline")


def row_json(source: str, task: Task) -> dict[str, Any]:
    """A row as `ask --jsonl` has it."""
    fields = task_json(task)
    return {"source": source, **{name: fields[name] for name in _ROW_FIELDS}}


def standing_json(row: Row) -> dict[str, Any]:
    """A row with its name, its state and the date that counts now."""
    tracked = row.tracked
    due = row.due.isoformat() if row.due else None
    return {"ref": tracked.ref, **row_json(tracked.source, tracked.task), "due": due, "state": row.state.value}


def row_line(row: Row) -> str:
    """A row in one line, for a person."""
    tracked = row.tracked
    due = f"{row.due:%Y-%m-%d}" if row.due else "no date   "
    number = f"{tracked.task.number}. " if tracked.task.number else ""
    units = "; ".join(tracked.task.lead) or "—"
    return f"{due}  {tracked.ref}  {STATE_LABELS[row.state]:20}  {number}{clipped(words_of(tracked.task))}  [{units}]"


def print_rows(rows: Iterable[Row], *, as_json: bool) -> int:
    """Prints rows; the exit code says whether there were any."""
    found = list(rows)
    if as_json:
        say_json([standing_json(row) for row in found])
    else:
        say("\n".join(map(row_line, found)) or "nothing found", err=not found)
    return 0 if found else 1


def find_task(wiring: Wiring, name: str) -> TrackedTask:
    """The task of a ref, or of PLAN:NUMBER.

    Raises:
        NotFoundError: there is none, or several rows have this number.
    """
    stem, _, number = name.rpartition(":")
    found = [
        tracked
        for tracked in tracked_tasks(inputs_of(wiring.stores), wiring.clock().date())
        if tracked.ref == name or (stem and tracked.stem == stem and tracked.task.stt == number)
    ]
    if not found:
        raise NotFoundError(f"{name}: no such row; `planbot due` and `planbot progress list` show the names of rows")
    if len(found) > 1:
        refs = ", ".join(tracked.ref for tracked in found)
        raise NotFoundError(f"{name}: {len(found)} rows have this number; name one of them: {refs}")
    return found[0]


def refuse_unknown(inputs: RuleInputs, unit: str | None) -> None:
    """A unit that no plan names is told, with the names most like it.

    Raises:
        NotFoundError: nothing is called so.
    """
    if unit and not (found := unit_of(inputs, unit)).known:
        near = f"; perhaps {', '.join(found.nearest)}" if found.nearest else ""
        raise NotFoundError(f"{unit}: no plan names this unit{near}")


def day_of(value: Any) -> date | None:  # noqa: ANN401 - what click makes of a date
    """The day of an option that may be left out."""
    return value.date() if value else None
