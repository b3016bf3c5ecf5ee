"""/baocao: how the rows of a period stand, the late ones first, by unit with shares; as a sheet and a picture too."""

import asyncio
import logging

from telegram import Update

from handlers import words
from handlers.context import Context, Services, Where
from handlers.duty import Work, at_work
from handlers.gate import typed, where
from handlers.render import Attachment, escape
from handlers.show import say, show
from knowledge.deadlines.arguments import argument_period
from knowledge.errors import PlanbotError
from knowledge.exports.picture import picture
from knowledge.exports.report import Account
from knowledge.exports.tables import workbook
from knowledge.wording.courtesy import time_unknown
from scheduler.access import Act, Judged
from scheduler.account import account_of, months
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
        await _hand_over(account, services, work, place, judged.only_chat)


async def _hand_over(account: Account, services: Services, work: Work, place: Where, chat: int | None) -> None:
    """The picture and the sheet; without the picture where it cannot be drawn here."""
    try:
        drawn = await asyncio.to_thread(_picture, account, work, chat)
    except PlanbotError as error:
        log.warning("%s", error)
        await say(words.NO_PICTURE, services, place)
    else:
        await services.outbox.send_file(place.chat, drawn, thread=place.thread)
    sheet = await asyncio.to_thread(_sheet, account)
    await services.outbox.send_file(place.chat, sheet, thread=place.thread)


def _picture(account: Account, work: Work, chat: int | None) -> Attachment:
    year = account.first.year
    title = f"Tình hình thực hiện nhiệm vụ {account.period}"
    drawn = picture(title, account.units, months(work.inputs, year, work.today, chat), year)
    return Attachment("bao-cao.png", drawn, words.figures_caption(account.period), picture=True)


def _sheet(account: Account) -> Attachment:
    content = workbook(account.entries, account.units)
    return Attachment(f"bao-cao-{account.today:%Y%m%d}.xlsx", content, words.sheet_caption(len(account.entries)))
