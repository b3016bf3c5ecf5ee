"""`planbot units`: which chats stand for which unit of which office."""

from collections.abc import Mapping

import click

from bot.commands.option_types import ID, NUMBER
from bot.terminal import say, say_json
from bot.wiring import Wiring
from knowledge.errors import NotFoundError
from knowledge.units.keys import unit_key
from scheduler import directory
from scheduler.directory import Alias, Chat, Link, Role, choose_office

# a group's id is negative, and no option of ours begins with a digit
NEGATIVE_NUMBERS = {"ignore_unknown_options": True}


@click.group()
def units() -> None:
    """Units and their chats: list, link, unlink, alias."""


@units.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of a table.")
@click.pass_obj
def list_units(wiring: Wiring, *, as_json: bool) -> int:
    """Lists the units that are linked, and those that plans name without a chat."""
    store = wiring.stores.units
    linked = [(link.office, link.unit, link.role.value, link.chat.id, link.chat.thread) for link in store.links()]
    known = {(unit_key(unit), office) for office, unit, *_ in linked}
    bare = [
        (office, unit, None, None, None)
        for office, names in units_by_issuer(wiring).items()
        for unit in names.values()
        if (unit_key(unit), office) not in known
    ]
    rows = [*linked, *bare]
    if as_json:
        names = ("office", "unit", "role", "chat", "thread")
        say_json([dict(zip(names, row, strict=True)) for row in rows])
        return 0 if rows else 1
    from bot.screen import print_table  # noqa: PLC0415 - only a list that is looked at has colours

    shown = (["—" if value is None else str(value) for value in row] for row in rows)
    print_table(("office", "unit", "role", "chat", "topic"), shown)
    for alias in store.aliases():
        say(f"{alias.alias} = {alias.unit} ({alias.office or 'every office'})")
    return 0 if rows else 1


@units.command(context_settings=NEGATIVE_NUMBERS)
@click.argument("name")
@click.argument("chat_id", type=ID)
@click.option("--office", metavar="ISSUER", help="Whose unit it is  [default: the own office, or the only one]")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.UNIT.value, show_default=True,
              help="Whether the chat is the unit's, its leader's, or the office in charge's.")  # fmt: skip
@click.option("--thread", type=NUMBER, help="The topic of a forum.")
@click.pass_obj
def link(wiring: Wiring, name: str, chat_id: int, office: str | None, role: str, thread: int | None) -> None:
    """Ties a chat to a unit and lets it in: its reminders go there."""
    chosen = _office(wiring, name, office)
    new = wiring.stores.units.link(Link(name, chosen, Chat(chat_id, thread), Role(role)))
    wiring.stores.people.tie(chat_id, name, by="units link", now=wiring.clock())
    wiring.stores.ledger.unpark(chat_id)
    say(f"{name} ({chosen}): {'linked to' if new else 'was linked already to'} {chat_id} as {role}")


@units.command(context_settings=NEGATIVE_NUMBERS)
@click.argument("name")
@click.argument("chat_id", type=NUMBER, required=False)
@click.option("--office", metavar="ISSUER", help="Only of this office.")
@click.pass_obj
def unlink(wiring: Wiring, name: str, chat_id: int | None, office: str | None) -> None:
    """Unties a unit from a chat, or from all its chats."""
    count = wiring.stores.units.unlink(name, chat=chat_id, office=office)
    if not count:
        raise NotFoundError(f"{name}: no such link; `planbot units list` shows them")
    say(f"{name}: {count} links removed")


@units.command()
@click.argument("alias")
@click.argument("unit")
@click.option("--office", metavar="ISSUER", help="Only in plans of this office.")
@click.pass_obj
def alias(wiring: Wiring, alias: str, unit: str, office: str | None) -> None:
    """Gives a unit another name that plans use for it."""
    wiring.stores.units.alias(Alias(alias, unit, office or ""))
    say(f"{alias} = {unit}")


def units_by_issuer(wiring: Wiring) -> dict[str, dict[str, str]]:
    """The units that the plans of each issuer name, by their comparable form, as first printed."""
    return directory.units_by_issuer([p.plan for p in wiring.library.snapshot.plans], wiring.config.office.name)


def _office(wiring: Wiring, name: str, office: str | None) -> str:
    issuers: Mapping[str, Mapping[str, str]] = units_by_issuer(wiring)
    names = {issuer: tuple(units.values()) for issuer, units in issuers.items()}
    return choose_office(name, office, wiring.config.office.name, names)
