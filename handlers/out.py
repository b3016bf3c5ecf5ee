"""/xuat: all rows as a sheet, as values or as a calendar, for admins; in a unit's group those of that unit only."""

import asyncio

from telegram import Update

from handlers import words
from handlers.context import Context
from handlers.duty import Work, at_work
from handlers.gate import typed, where
from handlers.render import Attachment
from handlers.show import say
from knowledge.exports.calendar_file import calendar_file
from knowledge.exports.tables import separated, workbook
from scheduler.access import Act, Judged
from scheduler.overview import everything, of_chat

FORMATS = ("xlsx", "csv", "ics")


async def export(update: Update, context: Context, judged: Judged) -> None:
    """Send the rows in the format that is named; a sheet where none is."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    place, kind = where(message), typed(message).lower() or FORMATS[0]
    if not judged.may(Act.MANAGE):
        await say(words.ADMINS_COMMAND, services, place)
    elif kind not in FORMATS:
        await say(words.EXPORT_HOW, services, place)
    else:
        file = await asyncio.to_thread(_file, work, kind, judged.only_chat)
        await services.outbox.send_file(place.chat, file, thread=place.thread, reply_to=place.reply_to)


def _file(work: Work, kind: str, chat: int | None) -> Attachment:
    rows = everything(work.inputs, work.today) if chat is None else of_chat(work.inputs, chat, work.today)
    entries = [row.tracked.entry for row in rows]
    makers = {"xlsx": lambda: workbook(entries), "csv": lambda: separated(entries)}
    content = makers[kind]() if kind in makers else calendar_file(entries, work.now)
    return Attachment(f"nhiem-vu.{kind}", content, words.sheet_caption(len(entries)))
