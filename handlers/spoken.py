"""What is said without a command: a wish, a report, a plan handed in, else a question; and what has no words at all."""

from telegram import Update

from handlers import ask, handing_in, own, reporting, words_own
from handlers import help as about
from handlers.context import Context
from handlers.gate import where
from handlers.show import say
from knowledge.questions.mine import names_mine
from scheduler.access import Judged
from scheduler.wish import asks_to_be_reminded


async def said(update: Update, context: Context, judged: Judged) -> None:
    """Keep what is reported, answer what is asked; a message that was edited is a question."""
    message = update.message
    if message is None:
        await ask.question(update, context, judged)
        return
    services, text = context.bot_data, ask.asked(message.text or message.caption or "", context.bot.username)
    if services.stores and (wish := asks_to_be_reminded(text)) is not None:
        await own.wanted(message, wish, context, judged)
    elif names_mine(text) and not ask.speaks_for(judged):
        await say(words_own.NO_UNIT, services, where(message))
    elif not (
        await reporting.reports(message, text, services, judged, context.bot.username)
        or await handing_in.hands_in(message, context, judged)
    ):
        await ask.question(update, context, judged)


async def wordless(update: Update, context: Context, judged: Judged) -> None:
    """A document or a picture without a word under a row may show that it is done; else there is nothing to read."""
    message = update.message
    if message and (
        await reporting.reports(message, "", context.bot_data, judged, context.bot.username)
        or await handing_in.hands_in(message, context, judged)
    ):
        return
    await about.wordless(update, context, judged)
