"""/xuat: all rows as a sheet, as values or as a calendar, or the report of a period as a Word document, for admins.

In a unit's group it is of the rows of that unit only.
"""

import asyncio
from datetime import date
from functools import partial

from telegram import Update

from handlers import words
from handlers.context import Context
from handlers.duty import Work, at_work
from handlers.gate import typed, where
from handlers.render import Attachment
from handlers.show import say
from knowledge.deadlines.arguments import argument_period
from knowledge.deadlines.periods import Period
from knowledge.exports.calendar_file import calendar_file
from knowledge.exports.report import report_document
from knowledge.exports.tables import separated, workbook
from knowledge.language.text import folded
from scheduler.access import Act, Judged
from scheduler.account import Whose, account_of, reporting_office
from scheduler.overview import everything, of_chat

FORMATS = ("xlsx", "csv", "ics")
A_REPORT = {"bao cao", "docx", "word", "bao cao docx", "bao cao word"}
THIS_QUARTER = "quý này"


async def export(update: Update, context: Context, judged: Judged) -> None:
    """Send the rows in the format that is named; a sheet where none is."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    place, kind = where(message), typed(message).lower() or FORMATS[0]
    period = _period_of_report(kind, work.today)
    if not judged.may(Act.MANAGE):
        await say(words.ADMINS_COMMAND, services, place)
    elif kind not in FORMATS and period is None:
        await say(words.EXPORT_HOW, services, place)
    else:
        made = partial(_report, work, period) if period else partial(_file, work, kind)
        file = await asyncio.to_thread(made, judged.only_chat)
        await services.outbox.send_file(place.chat, file, thread=place.thread, reply_to=place.reply_to)


def _period_of_report(text: str, today: date) -> Period | None:
    """The period of the report that is wanted, this quarter where none is named; None where none is wanted."""
    period, rest = argument_period(text, today=today)
    if period is None and folded(text) in A_REPORT:
        period, rest = argument_period(THIS_QUARTER, today=today)
    return period if period and not period.doubt and folded(rest) in {"", *A_REPORT} else None


def _report(work: Work, period: Period, chat: int | None) -> Attachment:
    said = period.when.removeprefix("trong ")
    account = account_of(work.inputs, said, (period.first, period.last), work.today, Whose(chat))
    content = report_document(account, reporting_office(work.inputs))
    name = f"bao-cao-{period.first:%Y%m%d}-{period.last:%Y%m%d}.docx"
    return Attachment(name, content, words.document_caption(said, account.whole.total))


def _file(work: Work, kind: str, chat: int | None) -> Attachment:
    rows = everything(work.inputs, work.today) if chat is None else of_chat(work.inputs, chat, work.today)
    entries = [row.tracked.entry for row in rows]
    makers = {"xlsx": lambda: workbook(entries), "csv": lambda: separated(entries)}
    content = makers[kind]() if kind in makers else calendar_file(entries, work.now)
    caption = words.sheet_caption if kind in makers else words.calendar_caption
    return Attachment(f"nhiem-vu.{kind}", content, caption(len(entries)))
