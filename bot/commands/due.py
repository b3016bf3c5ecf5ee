"""`planbot due`: what falls due."""

from datetime import date, timedelta

import click

from bot.commands.row_names import print_rows, refuse_unknown
from bot.wiring import Wiring
from knowledge.deadlines.arguments import argument_period
from scheduler.clock import FIRST_YEAR, LAST_YEAR
from scheduler.overview import coming_due
from scheduler.run import inputs_of

USUAL_DAYS = 30


@click.command()
@click.option("--from", "first", help="First day, or a period: 2027-06-01, 1/6, 'quý sau'  [default: today]")
@click.option("--to", "last", help=f"Last day  [default: that of the period, or {USUAL_DAYS} days after the first]")
@click.option("--unit", help="Only what this unit chairs.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of lines.")
@click.pass_obj
def due(wiring: Wiring, first: str | None, last: str | None, unit: str | None, *, as_json: bool) -> int:
    """Lists the open rows that fall due, by date. Exit code 1 where there are none."""
    today = wiring.clock().date()
    begin, usual = _days(first, "--from", today) if first else (today, today)
    if begin == usual:
        usual = begin + timedelta(days=USUAL_DAYS)
    end = _days(last, "--to", today)[1] if last else usual
    if end < begin:
        raise click.UsageError(f"--to {end} is before --from {begin}")
    inputs = inputs_of(wiring.stores)
    refuse_unknown(inputs, unit)
    return print_rows(coming_due(inputs, (begin, end), today, unit), as_json=as_json)


def _days(text: str, option: str, today: date) -> tuple[date, date]:
    """The first and last day of what was typed: a day as ISO 8601 has it, or a time as the chat understands it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        period, rest = argument_period(text, today=today)
        if period is None or period.doubt or rest:
            message = f"{option} {text}: is no day or period; give 2027-06-01, 1/6/2027, 'tháng 6', 'quý sau'"
            raise click.UsageError(message) from None
        return period.first, period.last
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise click.UsageError(f"{option} {text}: expected a year from {FIRST_YEAR} to {LAST_YEAR}")
    return day, day
