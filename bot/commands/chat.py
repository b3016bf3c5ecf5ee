"""`planbot chat`: the conversation in the console."""

import click

from bot import console
from bot.wiring import Workplace


@click.command()
@click.option("--samples", is_flag=True, help="On the sample plans, in memory; the data folder is not touched.")
@click.pass_obj
def chat(workplace: Workplace, *, samples: bool) -> None:
    """The conversation in the console, as it would be on Telegram."""
    place = workplace.on_samples() if samples else workplace
    console.chat(place.desk, office=place.config.office.name)
