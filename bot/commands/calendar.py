"""`planbot calendar`: the working days that admins set."""

from datetime import date, datetime, timedelta

import click

from bot.commands.option_types import DAY, YEAR
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.errors import NotFoundError

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
    set_days = {day.day: day for day in wiring.stores.workdays.all()}
    usual = wiring.stores.workdays.calendar(wiring.config.reminders)
    day = date(chosen, 1, 1)
    while day.year == chosen:
        if (found := set_days.get(day)) is not None:
            say(f"{day}  {'work' if found.works else 'off '}  set {found.at[:10]} {found.note}".rstrip())
        elif (name := usual.name_of(day)) or (day.weekday() >= 5 and usual.is_working(day)):
            say(f"{day}  {'work' if usual.is_working(day) else 'off '}  {name or 'swapped day'}")
        day += timedelta(days=1)


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
