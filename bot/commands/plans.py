"""`planbot plans`: the library from the command line."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot.commands.option_types import NUMBER
from bot.commands.parcels import documents_in
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.errors import PlanbotError, RefusedError
from knowledge.library.diff import Change, Difference
from knowledge.library.meaning_building import read_meaning
from knowledge.library.prepared import Prepared
from knowledge.library.snapshot import LoadedPlan
from knowledge.model import Place, Plan, Task, TaskKind

BY = "command line"


@click.group()
def plans() -> None:
    """The plans in the library: add, list, show, compare, remove, roll back."""


@plans.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as", "stem", metavar="STEM",
              help="The plan's name in the library  [default: of the plan with its number, office and title, else the "
              "file's name]")  # fmt: skip
@click.option("--yes", is_flag=True, help="Take also what loses rows of the version before.")
@click.pass_obj
def add(wiring: Wiring, files: tuple[Path, ...], stem: str | None, yes: bool) -> None:
    """Reads documents into the library; one that is there already gets a new version.

    Every file is tried, and every document of a zip archive; those that are refused are named at the end and change
    nothing.
    """
    if stem is not None and len(files) > 1:
        raise click.UsageError("--as names one plan: give one file with it")
    problems: list[str] = []
    for file in files:
        try:
            with documents_in(file) as documents:
                problems += _add_each(wiring, documents, stem, yes=yes)
        except RefusedError as error:
            problems.extend(error.problems)
    _read_meaning(wiring)
    if problems:
        raise RefusedError(*problems)


def _add_each(wiring: Wiring, documents: dict[Path, str], stem: str | None, *, yes: bool) -> Iterator[str]:
    """Takes the documents of a file one by one; what speaks against those that are refused."""
    if stem is not None and len(documents) > 1:
        first = next(iter(documents.values()))
        yield f"{first}: is one of {len(documents)} documents and --as names one plan; add them without it"
        return
    for document, called in documents.items():
        try:
            say(_add(wiring, document, called, stem, yes=yes))
        except RefusedError as error:
            yield from error.problems


def _read_meaning(wiring: Wiring) -> None:
    """Has the meaning of new rows worked out, so that the next question profits; the plans are taken already."""
    snapshot = wiring.library.snapshot
    missing = len(snapshot.nearness.missing())
    if missing and sys.stderr.isatty():
        say(f"working out what {missing} rows mean, about {1 + missing * _A_ROW:.0f} s; the plans are taken", err=True)
    try:
        read_meaning(snapshot)
    except PlanbotError as error:
        say(str(error), err=True)


_A_ROW = 0.045  # s


@plans.command("list")
@click.pass_obj
def list_plans(wiring: Wiring) -> int:
    """Lists the plans."""
    loaded = wiring.library.snapshot.plans
    if not loaded:
        say("The library is empty. Add plans with: planbot plans add FILE…")
        return 1
    from bot.screen import print_table  # noqa: PLC0415 - only a list that is looked at has colours

    names = ("name", "number", "issuer", "years", "rows", "doubts", "version")
    print_table(names, ((*_columns(plan), str(wiring.library.current_number(plan.stem))) for plan in loaded))
    return 0


@plans.command()
@click.argument("stem")
@click.pass_obj
def show(wiring: Wiring, stem: str) -> None:
    """Shows one plan: what it is, its versions, its rows and doubts."""
    plan = wiring.library.get(stem).plan
    head = plan.heading
    say(head.title or stem)
    facts = {
        "number": head.number or head.symbol,
        "issuer": head.issuer,
        "issued": head.issued,
        "years": _years(head.years),
        "signed": head.signer.name,
        "counts": counts(plan),
    }
    for name, value in facts.items():
        say(f"  {name:8}{value or 'not printed'}")
    for version in wiring.library.versions(stem):
        current = " (current)" if version.number == wiring.library.current_number(stem) else ""
        say(f"  version {version.number}{current}: {version.source}, {version.added}, by {version.by or '?'}")
    for task in plan.tasks:
        say(_row(task))


@plans.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "stem", metavar="STEM", help="The plan to compare with  [default: as in add]")
@click.pass_obj
def diff(wiring: Wiring, file: Path, stem: str | None) -> int:
    """Says what a document would change; nothing is changed. Exit code 1 where it differs."""
    prepared = wiring.library.prepare(file, stem)
    wiring.library.get(prepared.stem)
    say(_changes(prepared.difference))
    return 0 if prepared.difference.is_empty else 1


@plans.command()
@click.argument("stem")
@click.pass_obj
def remove(wiring: Wiring, stem: str) -> None:
    """Takes a plan out of the library. Its versions stay in the data folder."""
    wiring.library.remove(stem)
    say(f"{stem}: removed; its versions stay in the data folder")


@plans.command()
@click.argument("stem")
@click.option("--to", "number", type=NUMBER, metavar="VERSION", help="The version  [default: the one before]")
@click.pass_obj
def rollback(wiring: Wiring, stem: str, number: int | None) -> None:
    """Makes an earlier version the current one."""
    say(f"{stem}: version {wiring.library.roll_back(stem, number)} is the current one")


def counts(plan: Plan) -> str:
    """The counts of what was read, in words."""
    table = sum(task.kind is TaskKind.TABLE for task in plan.tasks)
    doubtful = sum(is_doubtful(task, plan) for task in plan.tasks)
    prose = len(plan.tasks) - table
    return (
        f"{len(plan.tasks)} rows kept ({table} of tables, {prose} of running text), {doubtful} doubtful, "
        f"{len(plan.passages)} passages, {len(plan.targets)} targets, {len(plan.doubts)} warnings"
    )


def is_doubtful(task: Task, plan: Plan) -> bool:
    """Whether a doubt of the plan stands at this row's place."""
    lines, at = task.place.lines, task.place.at
    return any(
        (at is not None and doubt.place.at == at)
        or (lines is not None and doubt.place.lines is not None
            and lines[0] <= doubt.place.lines[1] and doubt.place.lines[0] <= lines[1])
        for doubt in plan.doubts
    )  # fmt: skip


def where(place: Place) -> str:
    """A place in words: "lines 12-14", "page 3", "table 1 row 12"."""
    if place.at:
        return place.at
    if place.lines:
        first, last = place.lines
        return f"line {first}" if first == last else f"lines {first}-{last}"
    return f"page {place.page}" if place.page else ""


def _add(wiring: Wiring, file: Path, called: str, stem: str | None, *, yes: bool) -> str:
    prepared = wiring.library.prepare(file, stem)
    if prepared.is_known:
        return f"{prepared.stem}: already in the library, nothing changed"
    if prepared.difference.removed and not yes and not _agreed(prepared):
        raise RefusedError(
            f"{called}: {_loss(prepared)}; nothing was changed; if that is right, add it with --yes",
            *(f"{called}: {row}" for row in _gone(prepared)),
        )
    version = wiring.library.commit(prepared, wiring.clock(), by=BY)
    taken = f"{prepared.stem}: version {version.number}: {counts(prepared.plan)}{_difference(prepared)}"
    return "\n".join([taken, *_gone(prepared), *_warnings(prepared.plan)])


def _agreed(prepared: Prepared) -> bool:
    """Whether rows may go: whoever sits there is asked; a script is believed where it cannot be the reading's fault."""
    if sys.stdin.isatty():
        return click.confirm(f"{prepared.stem}: {_loss(prepared)}. Take it all the same?")
    return not prepared.may_be_misread


def _loss(prepared: Prepared) -> str:
    return f"this version loses {len(prepared.difference.removed)} of the {prepared.before} rows of {prepared.stem}"


def _gone(prepared: Prepared) -> list[str]:
    """The rows of the version before that are not there any more, the first of them."""
    gone = [f"  gone: {_label(change.before)}" for change in prepared.difference.removed]
    return gone[:_SHOWN] + ([f"  and {len(gone) - _SHOWN} more"] if len(gone) > _SHOWN else [])


_SHOWN = 20  # rows


def _warnings(plan: Plan) -> list[str]:
    """What a person should look at in a document, each with its place, the first of it."""
    said = [f"  warning: {': '.join(filter(None, (where(d.place), d.message)))}" for d in plan.doubts]
    return said[:_SHOWN] + ([f"  and {len(said) - _SHOWN} more: planbot extract FILE"] if len(said) > _SHOWN else [])


def _difference(prepared: Prepared) -> str:
    if prepared.replaces is None:
        return ""
    change = prepared.difference
    return f"; {len(change.added)} new, {len(change.removed)} removed, {len(change.changed)} changed"


def _changes(difference: Difference) -> str:
    lines = [f"{difference.unchanged} rows are the same"]
    lines += [f"+ {_label(change.after)}" for change in difference.added]
    lines += [f"- {_label(change.before)}" for change in difference.removed]
    for change in difference.changed:
        lines += [f"~ {_label(change.after)}", *(f"    {name}: {_said(change, name)}" for name in change.fields)]
    return "\n".join(lines)


def _said(change: Change, name: str) -> str:
    return " → ".join(_text(getattr(task, name)) for task in (change.before, change.after))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(str(item) for item in value)
    return str(getattr(value, "text", value) or "—")


def _label(task: Task | None) -> str:
    return f"{task.stt or '·'} {task.activity or task.task}" if task else ""


def _columns(loaded: LoadedPlan) -> tuple[str, ...]:
    head = loaded.plan.heading
    return (
        loaded.stem,
        head.number or head.symbol or "—",
        head.issuer or "—",
        _years(head.years),
        str(len(loaded.plan.tasks)),
        str(len(loaded.plan.doubts)),
    )


def _years(years: tuple[int, ...]) -> str:
    if not years:
        return "—"
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"


def _row(task: Task) -> str:
    units, deadline = "; ".join(task.lead) or "—", task.deadline.text or "—"
    return f"  {task.stt or '·':>6}  {task.activity or task.task}  [{units}; {deadline}]"
