"""`planbot extract`: what is understood of one document; no database is touched."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.commands.parcels import documents_in
from bot.commands.plans import counts, is_doubtful, where
from bot.screen import Screen
from bot.terminal import say, say_json
from knowledge.errors import RefusedError
from knowledge.model import Deadline, Doubt, Plan, Task
from knowledge.plan.confined import understand_confined
from knowledge.plan.interchange import plan_json
from knowledge.readers import read

KIND_COLOURS = {"date": "green", "mixed": "green", "periodic": "cyan", "ongoing": "blue", "conditional": "yellow"}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of tables.")
def extract(file: Path, *, as_json: bool) -> None:
    """Shows what is understood of one document, the doubts at the end. Nothing is stored.

    Of an archive or a mail with several documents each is shown, and those that are refused are named at the end; JSON
    is of one.
    """
    progress = _show_progress if sys.stderr.isatty() else None
    if as_json:
        say_json(plan_json(understand_confined(read(file, progress=progress))))
        return
    console = Screen(highlight=False)
    problems: list[str] = []
    with documents_in(file) as documents:
        for number, (path, called) in enumerate(documents.items()):
            try:
                plan = understand_confined(read(path, progress=progress))
            except RefusedError as error:
                problems += error.problems
                continue
            if len(documents) > 1:
                console.print("\n" * bool(number) + escape(called))
            _show(console, plan)
    if problems:
        raise RefusedError(*problems)


def _show(console: Console, plan: Plan) -> None:
    _show_heading(console, plan)
    _show_tasks(console, plan)
    _show_targets(console, plan)
    _show_doubts(console, plan.doubts)


def _show_progress(what: str) -> None:
    say(what, err=True)


def _show_heading(console: Console, plan: Plan) -> None:
    head = plan.heading
    console.print(f"[bold]{escape(head.title or 'no title found')}[/bold]")
    facts = {
        "number": head.number or (f"blank, symbol {head.symbol}" if head.symbol else None),
        "issuer": head.issuer,
        "place, date": ", ".join(filter(None, (head.place, head.issued))),
        "years": ", ".join(map(str, head.years)),
        "signed": ", ".join(filter(None, (head.signer.name, head.signer.post))),
        "read": counts(plan),
    }
    for name, value in facts.items():
        console.print(f"  {name:12} {escape(value) if value else '[yellow]not found[/yellow]'}")


def _show_tasks(console: Console, plan: Plan) -> None:
    section: tuple[str, ...] | None = None
    table: Table | None = None
    for task in plan.tasks:
        if task.section != section or table is None:
            if table is not None:
                console.print(table)
            section = task.section
            console.print(f"\n[bold cyan]{escape(' › '.join(section)) or 'without a section'}[/bold cyan]")
            table = Table("no.", "task", "product", "chairs", "coordinates", "deadline", "place", show_lines=True)
        table.add_row(*_cells(task), style="yellow" if is_doubtful(task, plan) else None)
    if table is not None:
        console.print(table)


def _cells(task: Task) -> tuple[str, ...]:
    number = f"({task.stt})" if task.stt_inherited else task.stt
    text = f"{task.task}\n→ {task.activity}" if task.activity else task.task
    plain = (number, text, task.result or "", "\n".join(task.lead), "\n".join(task.coordinate))
    return (*(escape(cell) for cell in plain), _deadline(task.deadline), escape(where(task.place)))


def _deadline(deadline: Deadline) -> str:
    colour = KIND_COLOURS.get(deadline.kind.value, "dim")
    days = ", ".join(day.isoformat() for day in deadline.due)
    return f"{escape(deadline.text)}\n[{colour}]{deadline.kind.value} {days}[/{colour}]"


def _show_targets(console: Console, plan: Plan) -> None:
    if plan.targets:
        console.print("\n[bold cyan]Targets[/bold cyan]")
    for target in plan.targets:
        console.print(f"  [green]{escape(', '.join(target.values)):10}[/green] {escape(target.text)}")


def _show_doubts(console: Console, doubts: tuple[Doubt, ...]) -> None:
    console.print(f"\n[bold]{len(doubts)} doubts[/bold]" if doubts else "\n[green]no doubts[/green]")
    for doubt in doubts:
        console.print(f"  [yellow]{escape(where(doubt.place))}[/yellow] {escape(doubt.message)}")
