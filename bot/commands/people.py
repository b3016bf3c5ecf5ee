"""`planbot people`: who is let in, as what; it takes effect while the bot runs."""

import click

from bot.commands.option_types import ID, NUMBER
from bot.commands.units import NEGATIVE_NUMBERS
from bot.terminal import say, say_json
from bot.wiring import Wiring
from scheduler.access import Role, role_of

BY = "command line"


class RoleName(click.ParamType[Role]):
    """A role by its name in either language."""

    name = "role"

    def convert(self, value: str | Role, param: click.Parameter | None, ctx: click.Context | None) -> Role:
        """The role, or wrong use with the names there are."""
        found = value if isinstance(value, Role) else role_of(value)
        if found is None:
            self.fail(f"{value!r} is no role; there are {', '.join(f'{r} ({r.label})' for r in Role)}", param, ctx)
        return found


@click.group()
def people() -> None:
    """People and groups that are let in: list, add, remove."""


@people.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of a table.")
@click.pass_obj
def list_people(wiring: Wiring, *, as_json: bool) -> int:
    """Lists who is let in, as what, since when, by whom."""
    roll = wiring.stores.people.roll()
    people = [(p.id, p.role.value, p.unit, p.added_at, p.added_by) for p in roll.people.values() if p.let_in]
    groups = [(g.id, "group", "", g.added_at, g.added_by) for g in roll.groups.values() if g.let_in]
    names, rows = ("id", "role", "unit", "since", "by"), [*people, *groups]
    if as_json:
        say_json([dict(zip(names, row, strict=True)) for row in rows])
        return 0 if rows else 1
    from bot.screen import print_table  # noqa: PLC0415 - only a list that is looked at has colours

    print_table(names, ([str(value) or "—" for value in row] for row in rows))
    return 0 if rows else 1


@people.command(context_settings=NEGATIVE_NUMBERS)
@click.argument("number", metavar="ID", type=ID)
@click.argument("role", type=RoleName(), default=Role.VIEWER)
@click.option("--unit", default="", help="The unit that the person belongs to.")
@click.pass_obj
def add(wiring: Wiring, number: int, role: Role, unit: str) -> None:
    """Lets a person in as viewer, focal, leader or admin, or changes that; a negative ID is a group's."""
    store, now = wiring.stores.people, wiring.clock()
    if number < 0:
        store.let_in(number, by=BY, now=now)
        say(f"{number}: the group is let in")
        return
    person = store.add(number, role, unit=" ".join(unit.split()), by=BY, now=now)
    say(f"{number}: let in as {person.role}{f' of {person.unit}' if person.unit else ''}")


@people.command(context_settings=NEGATIVE_NUMBERS)
@click.argument("number", metavar="ID", type=NUMBER)
@click.pass_obj
def remove(wiring: Wiring, number: int) -> None:
    """Removes a person or a group: no answers, no reminders, no buttons, in groups neither."""
    wiring.stores.people.remove(number, by=BY, now=wiring.clock())
    say(f"{number}: removed")


@people.command()
@click.argument("number", metavar="ID", type=NUMBER)
@click.pass_obj
def forget(wiring: Wiring, number: int) -> int:
    """Deletes what a person asked, how often, and wanted to be reminded of; their role and what they reported stay."""
    questions = wiring.stores.asked.forget(number)
    wishes = wiring.stores.wishes.forget(number)
    wiring.stores.counters.forget([number])
    wiring.stores.people.note(
        BY, f"người {number}: xóa {questions} câu hỏi đã hỏi, {wishes} lời hẹn nhắc", wiring.clock()
    )
    say(f"{number}: {questions} questions and {wishes} own reminders deleted")
    return 0 if questions or wishes else 1
