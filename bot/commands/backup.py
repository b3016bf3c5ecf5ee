"""`planbot backup`: the database and the originals in one file, also beside the running bot."""

from pathlib import Path

import click

from bot.terminal import say
from bot.wiring import Wiring
from knowledge.backup import back_up


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup(wiring: Wiring, file: Path) -> None:
    """Writes database and originals into one file (.zip), also beside the running bot."""
    made = back_up(wiring.own_file, file)
    say(f"{made.file}: backed up, checked by opening it; {made.originals} originals, {made.size:,} bytes")
