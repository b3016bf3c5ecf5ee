"""`planbot restore`: a backup brought back, also beside the running bot."""

from pathlib import Path

import click

from bot.config import Config
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.backup import restore as bring_back
from scheduler.clock import system_clock


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def restore(wiring: Wiring, file: Path) -> None:
    """Brings a backup back; what was there before is put aside below the data folder first."""
    before = bring_back(wiring.own_file, file, wiring.clock(), fit=_opens)
    say(f"{wiring.folder}: brought back from {file}")
    if before:
        say(f"the state of before is kept in {before}")


def _opens(folder: Path) -> None:
    """Brings a copy to the newest form; refused where a newer planbot wrote it."""
    trial = Wiring(Config(), folder, system_clock())
    try:
        _ = trial.stores, trial.library
    finally:
        trial.close()
