"""`planbot postgres`: one PostgreSQL server for several offices, prepared by its owner."""

import secrets

import click

from bot.config import DATABASE_VARIABLE
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.errors import RefusedError
from knowledge.storage import needing_the_extra
from scheduler.stores import MIGRATIONS

NO_ADDRESS = (
    f"{DATABASE_VARIABLE} is not set; here it is the address of the owner: postgresql://OWNER:PASSWORD@HOST/DATABASE"
)


@click.group()
def postgres() -> None:
    """One PostgreSQL server for several offices; PLANBOT_DATABASE is the address of its owner here."""


@postgres.command()
@click.pass_obj
def prepare(wiring: Wiring) -> None:
    """Makes the tables, or brings them to the form that this version needs; run it again after an update."""
    with needing_the_extra():
        from knowledge.postgres_owner import prepare as prepared  # noqa: PLC0415 - an extra

    done = prepared(_address(wiring), MIGRATIONS)
    for name in done:
        say(name)
    say(f"{len(done)} changes made; the tables are as this version needs them")


@postgres.command()
@click.argument("name")
@click.pass_obj
def office(wiring: Wiring, name: str) -> None:
    """Lets an office in and prints its address, with a new password; a name that is known gets a new password."""
    with needing_the_extra():
        from knowledge.postgres_owner import let_in  # noqa: PLC0415 - an extra

    say(let_in(_address(wiring), name, secrets.token_urlsafe(24)))


def _address(wiring: Wiring) -> str:
    if not wiring.config.database:
        raise RefusedError(NO_ADDRESS)
    return wiring.config.database
