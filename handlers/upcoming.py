"""/viec: a unit's tasks with their state; /han: what falls due. Both are short ways to write a question."""

import asyncio

from telegram import Update

from handlers import words
from handlers.argument import understood
from handlers.context import Context
from handlers.duty import Work, at_work
from handlers.gate import typed, where
from handlers.show import say, show
from knowledge.questions.command import Argument
from knowledge.questions.query import Intent
from knowledge.reply import Answer
from scheduler.access import Judged, Kind
from scheduler.command_rows import own_units, plans_named, selection
from scheduler.task_lists import command_tasks


async def tasks(update: Update, context: Context, judged: Judged) -> None:
    """The tasks of this chat's unit, of the unit of whoever asks in private, or of the unit that is named."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    argument = await understood(typed(message), Intent.TASKS, work, message, services)
    if argument is None:
        return
    mine = judged.unit if judged.kind is Kind.PRIVATE else ""
    argument = argument.of(await asyncio.to_thread(own_units, work.inputs, message.chat.id, mine))
    if not argument.units and not argument.of_office:
        await say(words.WHICH_UNIT, services, where(message))
        return
    await show(await asyncio.to_thread(_listed, work, argument), services, where(message))


async def due(update: Update, context: Context, _judged: Judged) -> None:
    """What falls due in the time that is named, else this week: of the unit named, of this chat's unit, else of all."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    argument = await understood(typed(message), Intent.DUE, work, message, services)
    if argument is None:
        return
    argument = argument.of(await asyncio.to_thread(own_units, work.inputs, message.chat.id))
    await show(await asyncio.to_thread(_listed, work, argument), services, where(message))


def _listed(work: Work, argument: Argument) -> Answer:
    rows = selection(work.inputs, argument, work.today)
    return command_tasks(argument, plans_named(work.inputs, argument), rows, work.today)
