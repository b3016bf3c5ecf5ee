"""/viec: a unit's tasks with their state; /han: what falls due; /baocao: the figures by unit."""

import asyncio
import re

from telegram import Message, Update

from handlers import words
from handlers.context import Context
from handlers.duty import Work, at_work
from handlers.gate import where
from handlers.render import escape
from handlers.show import say, show
from knowledge.deadlines.arguments import argument_period
from knowledge.reply import Answer
from knowledge.wording.phrases import time_unknown
from scheduler.access import Act, Judged
from scheduler.lists import due_tasks, report, unit_tasks
from scheduler.overview import (
    Row,
    everything,
    falling_due,
    figures,
    of_chat,
    of_unit,
    units_of_chat,
)


async def tasks(update: Update, context: Context, _judged: Judged) -> None:
    """The tasks of this chat's unit, or of the unit that is named."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    unit = _rest(message)
    if not unit and not units_of_chat(work.world.directory, message.chat.id):
        await say(words.WHICH_UNIT, services, where(message))
        return
    rows = await asyncio.to_thread(_rows, work, message.chat.id, unit)
    await show(unit_tasks(unit or _own(work, message), rows, work.today), services, where(message))


async def due(update: Update, context: Context, _judged: Judged) -> None:
    """What falls due in the time that is named, else this week: of the unit named, of this chat's unit, else of all."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    period, unit = argument_period(_rest(message), today=work.today)
    if period is None:
        period, _ = argument_period("tuần", today=work.today)
    if period is None or period.doubt:
        await say(time_unknown(escape(period.doubt if period else unit)), services, where(message))
        return
    rows = falling_due(await asyncio.to_thread(_rows, work, message.chat.id, unit), (period.first, period.last))
    answer = due_tasks(unit or _own(work, message), period, rows, work.today)
    await show(answer, services, where(message))


async def overview(update: Update, context: Context, judged: Judged) -> None:
    """The figures by unit, for leaders and admins; in a unit's group of that unit only."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    if not judged.may(Act.OVERSEE):
        await say(words.LEADERS_ONLY, services, where(message))
        return
    await show(await asyncio.to_thread(_report, work, judged.only_chat), services, where(message))


def _report(work: Work, chat: int | None) -> Answer:
    rows = everything(work.world, work.today) if chat is None else of_chat(work.world, chat, work.today)
    return report(figures(rows, work.world.directory, chat), rows, work.today)


def _rows(work: Work, chat: int, unit: str) -> tuple[Row, ...]:
    if unit:
        return of_unit(work.world, unit, work.today)
    if units_of_chat(work.world.directory, chat):
        return of_chat(work.world, chat, work.today)
    return everything(work.world, work.today)


def _own(work: Work, message: Message) -> str:
    return "; ".join(units_of_chat(work.world.directory, message.chat.id))


def _rest(message: Message) -> str:
    return re.sub(r"^/\w+(?:@\w+)?\s*", "", message.text or "").strip()
