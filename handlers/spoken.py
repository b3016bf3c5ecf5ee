"""What is said without a command: a report of a row, else a question; and what has no words at all."""

from telegram import Update

from handlers import ask, reporting
from handlers import help as about
from handlers.context import Context
from scheduler.access import Judged


async def said(update: Update, context: Context, judged: Judged) -> None:
    """Keep what is reported, answer what is asked; a message that was edited is a question."""
    message = update.message
    if message is None:
        await ask.question(update, context, judged)
        return
    text = ask.asked(message.text or message.caption or "", context.bot.username)
    if not await reporting.reports(message, text, context.bot_data, judged, context.bot.username):
        await ask.question(update, context, judged)


async def wordless(update: Update, context: Context, judged: Judged) -> None:
    """A document or a picture without a word under a row may show that it is done; else there is nothing to read."""
    message = update.message
    if message and await reporting.reports(message, "", context.bot_data, judged, context.bot.username):
        return
    await about.wordless(update, context, judged)
