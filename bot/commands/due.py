"""`planbot due`: what falls due."""

from datetime import datetime, timedelta

import click

from bot.commands.rows import DAY, day_of, print_rows
from bot.wiring import Workplace
from scheduler.overview import coming_due
from scheduler.run import world_of

USUAL_DAYS = 30


@click.command()
@click.option("--from", "first", type=DAY, help="First day  [default: today]")
@click.option("--to", "last", type=DAY, help=f"Last day  [default: {USUAL_DAYS} days after the first]")
@click.option("--unit", help="Only what this unit chairs.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of lines.")
@click.pass_obj
def due(workplace: Workplace, first: datetime | None, last: datetime | None, unit: str | None, *, as_json: bool) -> int:
    """Lists the open rows that fall due, by date. Exit code 1 where there are none."""
    today = workplace.clock().date()
    begin = day_of(first) or today
    end = day_of(last) or begin + timedelta(days=USUAL_DAYS)
    if end < begin:
        raise click.UsageError(f"--to {end} is before --from {begin}")
    return print_rows(coming_due(world_of(workplace.parts), (begin, end), today, unit), as_json=as_json)
