"""When something goes wrong: first the log, with everything; then one plain sentence to the one who waits."""

import logging
from datetime import timedelta

from telegram import Update
from telegram.error import Conflict, NetworkError

from handlers import words
from handlers.context import Context, Services, Where
from handlers.show import say

log = logging.getLogger(__name__)

TWO_POLLERS = (
    "another program asks Telegram for the messages of this bot (Conflict): the same token may be used by one running "
    "planbot only; stop the other one, or make a new token with @BotFather"
)


JUST_STARTED = timedelta(minutes=1)


async def failed(update: object, context: Context) -> None:
    """Log an error, and tell the person if one is waiting; a second poller ends this one."""
    error = context.error
    if isinstance(error, Conflict):
        _two_pollers(context.bot_data)
    elif update is None and isinstance(error, NetworkError):
        log.warning("Telegram cannot be reached, trying again: %s", error)
    else:
        log.error("an update could not be handled", exc_info=error)
        if isinstance(update, Update):
            await _tell(update, context)


def _two_pollers(services: Services) -> None:
    """Of two the one that runs longer ends: one that has just started may be there to take its place."""
    if services.clock() - services.started < JUST_STARTED:
        log.warning("another program asks Telegram for the messages of this bot (Conflict); asking again")
    else:
        log.critical(TWO_POLLERS)
        services.stop(TWO_POLLERS)


async def _tell(update: Update, context: Context) -> None:
    services = context.bot_data
    chat, user, query = update.effective_chat, update.effective_user, update.callback_query
    if query:  # it has passed the gate, also in the chat of a unit that may not ask
        await services.outbox.toast(query.id, words.FAILED, alert=True)
        return
    if chat is None or not services.access.may_ask(user.id if user else None, chat.id):
        return
    if services.once("failed", chat.id):
        await say(words.FAILED, services, Where(chat.id))
