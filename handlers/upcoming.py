"""/viec: a unit's tasks with their state; /han: what falls due."""

import asyncio

from telegram import Message, Update

from handlers import words
from handlers.context import Context, Services
from handlers.duty import Work, at_work
from handlers.gate import typed, where
from handlers.render import escape
from handlers.show import say, show
from knowledge.deadlines.arguments import argument_period
from knowledge.wording.courtesy import time_unknown
from knowledge.wording.unit_names import unit_not_found
from scheduler.access import Judged, Kind
from scheduler.overview import (
    Row,
    everything,
    falling_due,
    of_chat,
    of_unit,
    unit_of,
    units_of_chat,
)
from scheduler.task_lists import due_tasks, unit_tasks


async def tasks(update: Update, context: Context, judged: Judged) -> None:
    """The tasks of this chat's unit, of the unit of whoever asks in private, or of the unit that is named."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    tied = units_of_chat(work.inputs.directory, message.chat.id)
    unit = typed(message) or ("" if tied or judged.kind is not Kind.PRIVATE else judged.unit)
    if not unit and not tied:
        await say(words.WHICH_UNIT, services, where(message))
        return
    if await _is_unknown(work, unit, message, services):
        return
    rows = await asyncio.to_thread(_rows, work, message.chat.id, unit)
    await show(unit_tasks(unit or _own(work, message), rows, work.today), services, where(message))


async def due(update: Update, context: Context, _judged: Judged) -> None:
    """What falls due in the time that is named, else this week: of the unit named, of this chat's unit, else of all."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    period, unit = argument_period(typed(message), today=work.today)
    if period is None:
        period, _ = argument_period("tuần", today=work.today)
    if period is None or period.doubt:
        await say(time_unknown(escape(period.doubt if period else unit)), services, where(message))
        return
    if await _is_unknown(work, unit, message, services):
        return
    rows = falling_due(await asyncio.to_thread(_rows, work, message.chat.id, unit), (period.first, period.last))
    answer = due_tasks(unit or _own(work, message), period, rows, work.today)
    await show(answer, services, where(message))


async def _is_unknown(work: Work, unit: str, message: Message, services: Services) -> bool:
    """Whether a unit was named that nothing is called; then it is said, with the nearest names."""
    found = await asyncio.to_thread(unit_of, work.inputs, unit) if unit else None
    if found is None or found.known:
        return False
    await say(escape(unit_not_found(unit, found.nearest)), services, where(message))
    return True


def _rows(work: Work, chat: int, unit: str) -> tuple[Row, ...]:
    if unit:
        return of_unit(work.inputs, unit, work.today)
    if units_of_chat(work.inputs.directory, chat):
        return of_chat(work.inputs, chat, work.today)
    return everything(work.inputs, work.today)


def _own(work: Work, message: Message) -> str:
    return "; ".join(units_of_chat(work.inputs.directory, message.chat.id))
