"""/thunhac: the reminder that a unit would get today, shown to an admin; nothing of it is written down."""

import asyncio

from telegram import Update

from handlers import words_out
from handlers.buttons import On, pack
from handlers.context import Context
from handlers.digest_pages import page
from handlers.duty import at_work
from handlers.gate import typed, where
from handlers.render import Button, Page, escape
from handlers.show import say
from knowledge.wording.unit_names import unit_not_found
from scheduler.access import Judged
from scheduler.directory import Chat
from scheduler.overview import unit_of
from scheduler.trial import trial


async def command(update: Update, context: Context, judged: Judged) -> None:
    """Show what the unit that is named would be told."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None or judged.user is None:
        return
    unit, place = typed(message) or judged.unit, where(message)
    if not unit:
        await say(words_out.TRIAL_HOW, services, place)
        return
    found = await asyncio.to_thread(unit_of, work.inputs, unit)
    if not found.known:
        await say(escape(unit_not_found(unit, found.nearest)), services, place)
        return
    shown = await asyncio.to_thread(trial, work.stores, unit, Chat(judged.user), work.now)
    await say(words_out.trial_head(unit, shown.at, len(shown.messages), tied=shown.tied), services, place)
    for one in shown.messages:
        await say(_inert(page(one)), services, place)


def _inert(shown: Page) -> Page:
    """The page with buttons that look as they will, and do nothing."""
    keyboard = tuple(tuple(Button(b.label, pack(On.OPERATION, "trial")) for b in row) for row in shown.keyboard)
    return Page(shown.html, keyboard)
