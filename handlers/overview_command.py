"""/baocao: how the rows of a period stand, the late ones first, by unit with shares; as a sheet and a picture too."""

import asyncio
import logging

from telegram import Update

from handlers import words
from handlers.context import Context, Services, Where
from handlers.duty import Work, at_work
from handlers.gate import typed, where
from handlers.render import escape
from handlers.report_files import files_of
from handlers.show import say, show
from knowledge.deadlines.arguments import argument_period
from knowledge.exports.account import Account
from knowledge.wording.courtesy import time_unknown
from scheduler.access import Act, Judged
from scheduler.account import Report, account_of, months
from scheduler.task_lists import report

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
    period, rest = argument_period(typed(message) or f"năm {work.today.year}", today=work.today)
    if period is None or period.doubt or rest:
        await say(time_unknown(escape((period and period.doubt) or rest)), services, place)
        return
    said, days = period.when.removeprefix("trong "), (period.first, period.last)
    account = await asyncio.to_thread(account_of, work.inputs, said, days, work.today, judged.only_chat)
    await show(report(account), services, place)
    if account.whole.total:
        await _hand_over(await asyncio.to_thread(_months, account, work, judged.only_chat), services, place)


async def _hand_over(report: Report, services: Services, place: Where) -> None:
    """The picture and the sheet; without the picture where it cannot be drawn here, which is said."""
    files = await asyncio.to_thread(files_of, report)
    if not any(file.picture for file in files):
        await say(words.NO_PICTURE, services, place)
    for file in files:
        await services.outbox.send_file(place.chat, file, thread=place.thread)


def _months(account: Account, work: Work, chat: int | None) -> Report:
    return Report(account, months(work.inputs, account.first.year, work.today, chat))
