"""`planbot progress`: what has been reported of a row."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import click

from bot.commands.option_types import DAY
from bot.commands.row_names import day_of, find_task, print_rows, refuse_unknown
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.errors import RefusedError
from knowledge.model import Progress, State
from knowledge.tasks.dates_in_force import fixed_dates, has_several
from knowledge.tasks.progress import Extension, Report
from knowledge.tasks.standing import STATE_LABELS, done_state
from scheduler.overview import earliest_extension, everything, of_unit, row_of
from scheduler.rule_context import TrackedTask
from scheduler.run import inputs_of

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
def list_rows(wiring: Wiring, unit: str | None, state: str | None, *, as_json: bool) -> int:
    """Lists all rows with their state and the date that counts. Exit code 1 where there are none."""
    inputs, today = inputs_of(wiring.stores), wiring.clock().date()
    refuse_unknown(inputs, unit)
    rows = of_unit(inputs, unit, today) if unit else everything(inputs, today)
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
def set_row(wiring: Wiring, /, row: str, **options: object) -> None:
    """Reports of a row, named by its ref or as PLAN:NUMBER; sets its date; asks for or decides an extension."""
    dates = ("done_for", "due", "extend", "grant")
    wish = _Wish(**{name: day_of(value) if name in dates else value for name, value in options.items()})  # type: ignore[arg-type]
    tracked = find_task(wiring, row)
    after = _do(wiring, tracked, wish, wiring.clock())
    until = f", due {after.due}" if after.due else ""
    say(f"{tracked.ref}: {STATE_LABELS[after.state]}{until}")


@progress.command()
@click.argument("row")
@click.pass_obj
def undo(wiring: Wiring, row: str) -> None:
    """Takes back the last thing that was said of a row. The history keeps it."""
    tracked = find_task(wiring, row)
    entry = wiring.stores.progress.undo(tracked.ref, who=BY, now=wiring.clock())
    state = STATE_LABELS[wiring.stores.progress.of(tracked.ref).state]
    say(f"{tracked.ref}: {entry.act.value} of {entry.at} by {entry.who} is taken back; now: {state}")


@progress.command()
@click.argument("row")
@click.pass_obj
def history(wiring: Wiring, row: str) -> int:
    """Shows everything that was said of a row. Exit code 1 where nothing was."""
    entries = wiring.stores.progress.history(find_task(wiring, row).ref)
    for entry in entries:
        facts = (entry.state and STATE_LABELS[entry.state], entry.day and str(entry.day), entry.note, entry.proof)
        undone = f"  (taken back {entry.undone_at} by {entry.undone_by})" if entry.undone_at else ""
        said = ", ".join(fact for fact in facts if fact)
        say(f"{entry.at}  {entry.who}: {entry.act.value} {said}".rstrip() + undone)
    return 0 if entries else 1


def _do(wiring: Wiring, tracked: TrackedTask, wish: _Wish, now: datetime) -> Progress:
    store, ref = wiring.stores.progress, tracked.ref
    if wish.state:
        report = Report(_state(tracked, wish, now), wish.note, wish.proof, wish.done_for)
        return store.report(ref, report, who=BY, now=now)
    if wish.due or wish.printed:
        return store.set_due(ref, wish.due, who=BY, now=now)
    if asked := wish.extend or wish.grant:
        _refuse_too_early(tracked, asked, now.date())
    if wish.extend:
        several = has_several(tracked.task, tracked.progress)
        wanted = Extension(wish.extend, wish.note, row_of(tracked).due if several else None)
        return store.ask_extension(ref, wanted, who=BY, now=now)
    return store.decide_extension(ref, wish.grant, who=BY, now=now)


def _refuse_too_early(tracked: TrackedTask, day: date, today: date) -> None:
    earliest = earliest_extension(row_of(tracked), today)
    if earliest is None:
        raise RefusedError(f"{tracked.ref}: has no open date that could be extended")
    if day < earliest:
        raise RefusedError(f"{tracked.ref}: {day}: expected a day after {earliest - timedelta(days=1)}")


def _state(tracked: TrackedTask, wish: _Wish, now: datetime) -> State:
    if wish.state != DONE:
        return State(wish.state or State.NOT_STARTED)
    dates = [wish.done_for] if wish.done_for else fixed_dates(tracked.task, tracked.progress)
    return done_state(dates, now.date())
