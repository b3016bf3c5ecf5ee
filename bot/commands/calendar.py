"""`planbot calendar`: the working days that admins set."""

from datetime import date, datetime

import click

from bot.commands.option_types import DAY, YEAR
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.errors import NotFoundError
from scheduler.workdays import unusual_days

BY = "command line"


@click.group()
def calendar() -> None:
    """The working calendar: public holidays are known, swapped days are set here."""


@calendar.command("list")
@click.option("--year", type=YEAR, help="Which year  [default: this one]")
@click.pass_obj
def list_days(wiring: Wiring, year: int | None) -> None:
    """Lists the public holidays of a year, and the days that were set off or to work."""
    chosen = year or wiring.clock().year
    store = wiring.stores.workdays
    usual = store.calendar(wiring.config.reminders)
    for one in unusual_days(store.all(), usual, date(chosen, 1, 1), date(chosen, 12, 31)):
        why = f"set {one.set_by.at[:10]} {one.why}" if one.set_by else one.why or "swapped day"
        say(f"{one.day}  {'work' if one.works else 'off '}  {why}".rstrip())


@calendar.command()
@click.argument("day", type=DAY)
@click.option("--note", default="", help="Why, for those who read the list.")
@click.pass_obj
def off(wiring: Wiring, day: datetime, note: str) -> None:
    """Sets a day off: nothing is said on it, deadlines move to the working day before."""
    _set(wiring, day, note, works=False)


@calendar.command()
@click.argument("day", type=DAY)
@click.option("--note", default="", help="Why, for those who read the list.")
@click.pass_obj
def work(wiring: Wiring, day: datetime, note: str) -> None:
    """Sets a day to work, such as a Saturday that is worked for a day off."""
    _set(wiring, day, note, works=True)


@calendar.command()
@click.argument("day", type=DAY)
@click.pass_obj
def unset(wiring: Wiring, day: datetime) -> None:
    """Lets the usual calendar hold again for a day."""
    if not wiring.stores.workdays.unset(day.date()):
        raise NotFoundError(f"{day:%Y-%m-%d}: this day was not set")
    say(f"{day:%Y-%m-%d}: the usual calendar holds")


def _set(wiring: Wiring, day: datetime, note: str, *, works: bool) -> None:
    wiring.stores.workdays.set(day.date(), works=works, note=note, who=BY, now=wiring.clock())
    say(f"{day:%Y-%m-%d}: {'a working day' if works else 'off'}")
