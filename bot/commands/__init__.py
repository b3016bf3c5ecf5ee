"""One module a command, or a group of commands, of the command line."""

import click

from bot.commands.ask import ask
from bot.commands.calendar import calendar
from bot.commands.chat import chat
from bot.commands.check import check
from bot.commands.deadline import deadline
from bot.commands.due import due
from bot.commands.extract import extract
from bot.commands.plans import plans
from bot.commands.progress import progress
from bot.commands.remind import remind
from bot.commands.run import run
from bot.commands.units import units

COMMANDS: tuple[click.Command, ...] = (
    extract, plans, deadline, ask, chat, run, due, remind, units, calendar, progress, check,
)  # fmt: skip
