"""/baocao: how rows stand, the late ones first, by unit with shares; as a sheet and a picture too.

Its argument is read as those of /viec and /han are: a time (this year where none is named), units, plans, states.
"""

import asyncio
import logging

from telegram import Update

from handlers import words
from handlers.argument import understood
from handlers.context import Context, Services, Where
from handlers.duty import Work, at_work
from handlers.gate import typed, where
from handlers.report_files import files_of
from handlers.show import say, show
from knowledge.deadlines.periods import year
from knowledge.questions.command import Argument
from knowledge.questions.query import Intent
from scheduler.access import Act, Judged
from scheduler.account import Report, Whose, late_before, report_of
from scheduler.command_rows import plans_named
from scheduler.task_lists import report, what_of

log = logging.getLogger(__name__)


async def command(update: Update, context: Context, judged: Judged) -> None:
    """The figures by unit, for leaders and admins; in a unit's group of that unit only."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    place = where(message)
    if not judged.may(Act.OVERSEE):
        await say(words.LEADERS_ONLY, services, place)
        return
    argument = await understood(typed(message), Intent.OVERVIEW, work, message, services)
    if argument is None:
        return
    if argument.query.also:
        await say(words.ONE_PERIOD, services, place)
        return
    made, earlier = await asyncio.to_thread(_made, work, argument, judged.only_chat)
    await show(report(made.account, earlier), services, place)
    if made.account.whole.total:
        await _hand_over(made, services, place)


def _made(work: Work, argument: Argument, chat: int | None) -> tuple[Report, int]:
    """The report, and how many rows are overdue since before its period."""
    period = argument.query.period or year(work.today.year)
    whose = Whose(chat, argument=argument, what=what_of(argument, plans_named(work.inputs, argument)))
    said, days = period.when.removeprefix("trong "), (period.first, period.last)
    made = report_of(work.inputs, said, days, work.today, whose)
    return made, late_before(made.account, work.inputs, whose)


async def _hand_over(report: Report, services: Services, place: Where) -> None:
    """The picture and the sheet; without the picture where it cannot be drawn here, which is said."""
    files = await asyncio.to_thread(files_of, report)
    if not any(file.picture for file in files):
        await say(words.NO_PICTURE, services, place)
    for file in files:
        await services.outbox.send_file(place.chat, file, thread=place.thread)
