"""What is said without a command, and what has no words: whoever knows what it is takes it, the first one first.

A reply to the office's own messages (an answer to a colleague, a lesson), a wish to be reminded, a report, a plan that
is handed in; what nobody takes is a question.
"""

from telegram import Message, Update

from handlers import ask, handing_in, office, own, reporting, teaching, units_command, words_own
from handlers import help as about
from handlers.context import Context
from handlers.gate import where
from handlers.show import say
from knowledge.questions.mine import names_mine
from scheduler.access import Judged
from scheduler.wish import asks_to_be_reminded


async def said(update: Update, context: Context, judged: Judged) -> None:
    """Take what is said, answer what is asked; what was edited names a document otherwise, or is a question."""
    message, edited = update.message, update.edited_message
    if edited and await handing_in.names_otherwise(edited, context.bot_data, judged):
        return
    text = ask.question_of(message.text or message.caption or "", context.bot.username) if message else ""
    if message is None or not await _taken(message, text, context, judged):
        await ask.question(update, context, judged)


async def wordless(update: Update, context: Context, judged: Judged) -> None:
    """A file without a word may show that a row is done, or be a plan; else there is nothing to read."""
    if update.message is None or not await _taken(update.message, "", context, judged):
        await about.wordless(update, context, judged)


async def _taken(message: Message, text: str, context: Context, judged: Judged) -> bool:
    services, username = context.bot_data, context.bot.username
    return (
        await office.office_replies(message, services, judged, username)
        or await teaching.teaches(message, text, services, judged, username)
        or await units_command.settles(message, text, services, judged, username)
        or await _of_oneself(message, text, context, judged)
        or await reporting.reports(message, text, services, judged, username)
        or await handing_in.hands_in(message, context, judged)
    )


async def _of_oneself(message: Message, text: str, context: Context, judged: Judged) -> bool:
    """A wish to be reminded; or what is said to be one's own by somebody who is of no unit."""
    if context.bot_data.stores and (wish := asks_to_be_reminded(text)) is not None:
        await own.wanted(message, wish, context, judged)
        return True
    if names_mine(text) and not ask.speaks_for(judged):
        await say(words_own.NO_UNIT, context.bot_data, where(message))
        return True
    return False
