"""`planbot setup`: leads a newcomer from the token to the first answer."""

import asyncio
import json
import os
import re
import shlex
from pathlib import Path

import click

from bot.commands.plans import add
from bot.config import TOKEN_FILE_VARIABLE, TOKEN_VARIABLE
from bot.lock import only_one
from bot.terminal import say
from bot.wiring import Wiring
from handlers.first_contact import Identity, identify, who_says
from knowledge.errors import PlanbotError, RefusedError, trouble_with_a_file
from knowledge.private import FILE, make_folder
from scheduler.access import Role

TRIES = 3
WAIT_SECONDS = 600.0  # for the first admin to say the code
BY = "planbot setup"
CONFIG = Path("config.toml")
_OFFICE = re.compile(r"(?m)^\[office\][^\[]*?^name *= *.*$", re.DOTALL)
_NAME = re.compile(r"(?m)^name *= *.*$")

PRIVACY = (
    "In groups the bot sees commands, mentions and replies only (privacy mode). That is enough for /hoi and\n"
    "   for reminders, and people's talk stays their own. To change it: @BotFather, /setprivacy; then take the bot\n"
    "   out of the group and add it again."
)
SEES_ALL = (
    "The bot sees every message of its groups (privacy mode is off); it answers only what is addressed to it.\n"
    "   To leave people's talk their own: @BotFather, /setprivacy, Enable; then take the bot out and add it again."
)
NEXT = (
    "\nNow: planbot run. To let people in: /moi, said to the bot. In a group, an admin says: /lienket UNIT. "
    "`planbot check` names\nwhat is missing."
)


@click.command()
@click.option(
    "--wait", type=float, default=WAIT_SECONDS, show_default=True, help="Seconds to wait for the first admin."
)
@click.pass_context
def setup(context: click.Context, wait: float) -> int:
    """Leads through the first start: token, office, first admin, first plan."""
    wiring: Wiring = context.obj
    with only_one(wiring.folder):
        token, me = _token(wiring)
        _office(wiring)
        _privacy(me)
        done = _first_admin(wiring, token, me, wait)
        _first_plan(context, wiring)
    say(NEXT)
    return 0 if done else 1


def _token(wiring: Wiring) -> tuple[str, Identity]:
    say("1. The token that @BotFather gave (/newbot)")
    if wiring.config.token:
        me = asyncio.run(identify(wiring.config.token, wiring.config.telegram.base_url))
        say(f"   It is set in the environment, and the bot is @{me.username}.")
        return wiring.config.token, me
    for attempt in range(1, TRIES + 1):
        token = click.prompt("   Token", hide_input=True, type=str).strip()
        try:
            me = asyncio.run(identify(token, wiring.config.telegram.base_url))
        except RefusedError as error:
            if attempt == TRIES:
                raise
            say(f"   {error}", err=True)
        else:
            say(f"   The bot is @{me.username}.")
            _keep_token(wiring, token)
            return token, me
    raise AssertionError


def _keep_token(wiring: Wiring, token: str) -> None:
    """Into a file that only its owner can read, or as a line for the environment."""
    default = wiring.folder / "token"
    named = click.prompt("   File to keep it in ('-' shows a line for the environment)", default=str(default), type=str)
    if named == "-":
        say(f"   export {TOKEN_VARIABLE}={shlex.quote(token)}")
        return
    file = Path(named)
    try:
        make_folder(file.parent)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE), "w", encoding="utf-8") as target:
            target.write(f"{token}\n")
        file.chmod(FILE)
    except OSError as error:
        raise RefusedError(trouble_with_a_file(file, error)) from error
    say(
        f"   Kept. Set it where the bot is started:\n   export {TOKEN_FILE_VARIABLE}={shlex.quote(str(file.resolve()))}"
    )


def _office(wiring: Wiring) -> None:
    say("\n2. The office, as its plans print it (Sở Nội vụ tỉnh An Bình)")
    name = click.prompt("   Name", default=wiring.config.office.name or "", show_default=True, type=str).strip()
    file = wiring.config_file or CONFIG
    if name == wiring.config.office.name:
        return
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(with_office(text, name), encoding="utf-8")
    except OSError as error:
        raise RefusedError(trouble_with_a_file(file, error)) from error
    say(f"   Kept in {file}.")


def with_office(text: str, name: str) -> str:
    """A configuration with the name of the office, everything else as it was."""
    line = f"name = {json.dumps(name, ensure_ascii=False)}"  # a JSON text is a TOML text
    if found := _OFFICE.search(text):
        return text[: found.start()] + _NAME.sub(lambda _: line, found[0], count=1) + text[found.end() :]
    if "[office]" in text:
        return text.replace("[office]", f"[office]\n{line}", 1)
    return f"[office]\n{line}\n\n{text}" if text else f"[office]\n{line}\n"


def _privacy(me: Identity) -> None:
    say(f"\n3. Groups\n   {SEES_ALL if me.sees_everything else PRIVACY}")


def _first_admin(wiring: Wiring, token: str, me: Identity, wait: float) -> bool:
    say("\n4. The first admin")
    people = wiring.stores.people
    if admins := people.roll().with_role(Role.ADMIN):
        say(f"   There is one: {', '.join(map(str, admins))}.")
        return True
    code = people.invite(Role.ADMIN, by=BY, now=wiring.clock())
    say(f"   Open https://t.me/{me.username}?start={code} and press Start, or say to the bot: {code}")
    found = asyncio.run(who_says(code, token, wiring.config.telegram.base_url, wait))
    person = people.accept(code, found[0], wiring.clock(), found[1]) if found else None
    if found is None or person is None:
        say("   Nobody has said it. The code stays good for a week: start the bot and say it then.", err=True)
        return False
    say(f"   {found[1]} ({found[0]}) is admin.")
    return True


def _first_plan(context: click.Context, wiring: Wiring) -> None:
    say("\n5. The first plan")
    while not wiring.library.snapshot.plans:
        named = click.prompt("   File (empty: later, or send it to the bot)", default="", show_default=False, type=str)
        if not named:
            return
        try:
            context.invoke(add, files=(Path(named),), stem=None, yes=False)
        except PlanbotError as error:
            say(f"   {error}", err=True)
    say(f"   Plans in the library: {len(wiring.library.snapshot.plans)}.")
