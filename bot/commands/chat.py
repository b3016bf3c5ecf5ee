"""`planbot chat`: the conversation in the console."""

import click

from bot import console
from bot.wiring import Wiring


@click.command()
@click.option("--samples", is_flag=True, help="On the sample plans, in memory; the data folder is not touched.")
@click.pass_obj
def chat(wiring: Wiring, *, samples: bool) -> None:
    """The conversation in the console, as it would be on Telegram."""
    place = wiring.on_samples() if samples else wiring
    console.chat(place.answerer, office=place.config.office.name)
