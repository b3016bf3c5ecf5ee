"""`planbot check`: every problem of the configuration, the data folder and the environment, named at once."""

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from importlib.util import find_spec

import click

from bot.commands.units import units_by_issuer
from bot.config import NO_TOKEN, Config, Telegram
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.database import DATABASE_NAME
from knowledge.errors import PlanbotError
from knowledge.private import open_to_others
from knowledge.search.embedding import lacking
from knowledge.units.naming import same_office
from scheduler.access import Role

LATELY = timedelta(days=7)


@click.command()
@click.pass_obj
def check(wiring: Wiring) -> int:
    """Names every problem of configuration, data and environment; exit code 1 if there is one."""
    problems = [*_configuration(wiring.config), *_data(wiring)]
    for problem in problems:
        say(f"problem: {problem}")
    for note in _environment():
        say(f"note: {note}")
    if not problems:
        say(f"no problem found; {len(wiring.library.snapshot.plans)} plans in the library")
    return 1 if problems else 0


def _configuration(config: Config) -> Iterator[str]:
    if not config.token:
        yield f"{NO_TOKEN}: `planbot run` cannot reach Telegram"
    access = config.access
    people = {"users": access.users, "leaders": access.leaders, "admins": access.admins}
    for key, ids in people.items():
        yield from (f"access.{key}: {number} is a group's id; people's are positive" for number in ids if number < 0)
    persons = [number for number in access.groups if number > 0]
    yield from (f"access.groups: {number} is a person's id; groups' are negative" for number in persons)
    yield from _telegram(config.telegram)


def _telegram(telegram: Telegram) -> Iterator[str]:
    if not telegram.base_url.startswith(("https://", "http://")) or not telegram.base_url.endswith("/bot"):
        yield f"telegram.base_url = {telegram.base_url!r}: expected an address that ends in /bot"
    if telegram.mode == "webhook" and not telegram.webhook_url.startswith("https://"):
        yield f"telegram.webhook_url = {telegram.webhook_url!r}: expected an https address for mode webhook"


def _data(wiring: Wiring) -> Iterator[str]:
    """What is wrong with the data; what cannot be looked at for a problem does not hide the others."""
    opened = list(open_to_others(wiring.data)) if wiring.data and wiring.data.exists() else []
    yield from (f"{path}: others on this machine can open it; chmod go-rwx closes it" for path in opened)
    for part in (_library, _reminders):
        try:
            yield from part(wiring)
        except PlanbotError as error:
            yield str(error)


def _library(wiring: Wiring) -> Iterator[str]:
    folder, library = wiring.data, wiring.library
    if folder is not None and not os.access(folder, os.W_OK):
        yield f"{folder}: cannot be written"
    yield from (
        f"{folder and folder / DATABASE_NAME}: {damage}" for damage in (*library.damage(), *library.unreadable())
    )
    for plan in library.snapshot.plans:
        for version in library.versions(plan.stem):
            if folder is not None and version.file and not (folder / version.file).exists():
                yield f"{folder / version.file}: the original of {plan.stem}, version {version.number}, is missing"
    yield from _people(wiring)
    if not library.snapshot.plans:
        yield "the library is empty: add plans with `planbot plans add FILE…`"


def _reminders(wiring: Wiring) -> Iterator[str]:
    if wiring.data is None:
        return
    ledger, since = wiring.stores.ledger, wiring.clock() - LATELY
    for chat in ledger.parked():
        yield f"chat {chat.chat} gets no reminders since {chat.since}: {chat.reason}; a message from it ends that"
    for unsure in ledger.uncertain(since.isoformat()):
        yield (f"chat {unsure.chat}: {unsure.items} reminders of {unsure.at} may not have arrived ({unsure.reason}); "
               "they are not said again, ask there")  # fmt: skip


def _people(wiring: Wiring) -> Iterator[str]:
    """Nobody who could manage or ask, and links that lead nowhere."""
    roll = wiring.stores.people.roll()
    if not roll.with_role(Role.ADMIN):
        yield (
            "access.admins is empty and nobody was made an admin (`planbot people add ID admin`): "
            "nobody can manage the plans from the chat"
        )
    if not any(map(roll.lets_in, (*roll.people, *roll.groups))):
        yield "nobody is let in (access.*, `planbot people add`): the bot will answer nobody"
    issuers = [issuer for issuer in units_by_issuer(wiring) if issuer]
    for link in wiring.stores.units.links():
        name = f"the link of {link.unit} ({link.office}) to chat {link.chat.id}"
        if not roll.lets_in(link.chat.id):
            yield f"{name}: the chat is not let in, so nothing is sent there; `planbot people add` or `units unlink`"
        if link.office and issuers and not any(same_office(link.office, issuer) for issuer in issuers):
            yield f"{name}: no plan in the library is of that office; known are {'; '.join(issuers)}"


def _environment() -> Iterator[str]:
    if not shutil.which("soffice"):
        yield "LibreOffice is not installed: old .doc and .xls files will be refused"
    if not shutil.which("tesseract") or not find_spec("pytesseract"):
        yield "no text recognition: scanned PDF files will be refused (make scan, and tesseract with Vietnamese)"
    if lack := lacking():
        yield f"rows are found by their words alone, not by what they mean: {lack}"
