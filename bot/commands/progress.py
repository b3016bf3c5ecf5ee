"""`planbot progress`: what has been reported of a row."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import click

from bot.commands.rows import day_of, find_case, print_rows, refuse_unknown
from bot.commands.values import DAY
from bot.terminal import say
from bot.wiring import Workplace
from knowledge.errors import RefusedError
from knowledge.model import Progress, State
from knowledge.tasks.dates import fixed_dates, has_several
from knowledge.tasks.progress import Extension, Report
from knowledge.tasks.standing import STATE_LABELS, done_state
from scheduler.frame import Case
from scheduler.overview import earliest_extension, everything, of_unit, row_of
from scheduler.run import world_of

BY = "command line"
DONE = "done"
STATES = (DONE, State.IN_PROGRESS.value, State.NOT_STARTED.value, State.NOT_APPLICABLE.value)


@click.group()
def progress() -> None:
    """What was reported of the rows: list, set, undo, history."""


@progress.command("list")
@click.option("--unit", help="Only what this unit chairs.")
@click.option("--state", type=click.Choice([state.value for state in State]), help="Only rows in this state.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of lines.")
@click.pass_obj
def list_rows(workplace: Workplace, unit: str | None, state: str | None, *, as_json: bool) -> int:
    """Lists all rows with their state and the date that counts. Exit code 1 where there are none."""
    world, today = world_of(workplace.parts), workplace.clock().date()
    refuse_unknown(world, unit)
    rows = of_unit(world, unit, today) if unit else everything(world, today)
    return print_rows((row for row in rows if state is None or row.state == state), as_json=as_json)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What `set` is asked to do."""

    state: str | None
    note: str | None
    proof: str | None
    done_for: date | None
    due: date | None
    extend: date | None
    grant: date | None
    refuse: bool
    printed: bool

    def __post_init__(self) -> None:
        if sum(map(bool, (self.state, self.due, self.extend, self.grant, self.refuse, self.printed))) != 1:
            raise click.UsageError("give one of: a state, --due, --printed-date, --extend, --grant, --refuse")


@progress.command("set")
@click.argument("row")
@click.argument("state", type=click.Choice(STATES), required=False)
@click.option("--note", help="In words, for those who read the list.")
@click.option("--proof", help="Number of the document that closes it, or a file's name.")
@click.option(
    "--for", "done_for", type=DAY, help="Which of several dates, or of a recurring duty's, the report is for."
)
@click.option("--due", type=DAY, help="Set the date of the row.")
@click.option("--printed-date", "printed", is_flag=True, help="Let the printed date hold again.")
@click.option("--extend", type=DAY, help="Ask for an extension to this day.")
@click.option("--grant", type=DAY, help="Grant the extension that was asked for, to this day.")
@click.option("--refuse", is_flag=True, help="Refuse the extension that was asked for.")
@click.pass_obj
def set_row(workplace: Workplace, /, row: str, **options: object) -> None:
    """Reports of a row, named by its ref or as PLAN:NUMBER; sets its date; asks for or decides an extension."""
    dates = ("done_for", "due", "extend", "grant")
    wish = _Wish(**{name: day_of(value) if name in dates else value for name, value in options.items()})  # type: ignore[arg-type]
    case = find_case(workplace, row)
    after = _do(workplace, case, wish, workplace.clock())
    until = f", due {after.due}" if after.due else ""
    say(f"{case.ref}: {STATE_LABELS[after.state]}{until}")


@progress.command()
@click.argument("row")
@click.pass_obj
def undo(workplace: Workplace, row: str) -> None:
    """Takes back the last thing that was said of a row. The history keeps it."""
    case = find_case(workplace, row)
    entry = workplace.parts.progress.undo(case.ref, who=BY, now=workplace.clock())
    state = STATE_LABELS[workplace.parts.progress.of(case.ref).state]
    say(f"{case.ref}: {entry.act.value} of {entry.at} by {entry.who} is taken back; now: {state}")


@progress.command()
@click.argument("row")
@click.pass_obj
def history(workplace: Workplace, row: str) -> int:
    """Shows everything that was said of a row. Exit code 1 where nothing was."""
    entries = workplace.parts.progress.history(find_case(workplace, row).ref)
    for entry in entries:
        facts = (entry.state and STATE_LABELS[entry.state], entry.day and str(entry.day), entry.note, entry.proof)
        undone = f"  (taken back {entry.undone_at} by {entry.undone_by})" if entry.undone_at else ""
        said = ", ".join(fact for fact in facts if fact)
        say(f"{entry.at}  {entry.who}: {entry.act.value} {said}".rstrip() + undone)
    return 0 if entries else 1


def _do(workplace: Workplace, case: Case, wish: _Wish, now: datetime) -> Progress:
    store, ref = workplace.parts.progress, case.ref
    if wish.state:
        report = Report(_state(case, wish, now), wish.note, wish.proof, wish.done_for)
        return store.report(ref, report, who=BY, now=now)
    if wish.due or wish.printed:
        return store.set_due(ref, wish.due, who=BY, now=now)
    if asked := wish.extend or wish.grant:
        _refuse_too_early(case, asked, now.date())
    if wish.extend:
        several = has_several(case.task, case.progress)
        wanted = Extension(wish.extend, wish.note, row_of(case).due if several else None)
        return store.ask_extension(ref, wanted, who=BY, now=now)
    return store.decide_extension(ref, wish.grant, who=BY, now=now)


def _refuse_too_early(case: Case, day: date, today: date) -> None:
    earliest = earliest_extension(row_of(case), today)
    if earliest is None:
        raise RefusedError(f"{case.ref}: has no open date that could be extended")
    if day < earliest:
        raise RefusedError(f"{case.ref}: {day}: expected a day after {earliest - timedelta(days=1)}")


def _state(case: Case, wish: _Wish, now: datetime) -> State:
    if wish.state != DONE:
        return State(wish.state or State.NOT_STARTED)
    dates = [wish.done_for] if wish.done_for else fixed_dates(case.task, case.progress)
    return done_state(dates, now.date())
