"""When something goes wrong: first the log, with everything; then one plain sentence to the one who waits."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import timedelta

from telegram import Update
from telegram.error import Conflict, TelegramError

from handlers import words
from handlers.context import Context, Services, Where
from handlers.delivery import Outcome
from handlers.incoming import TokenRefusedError
from handlers.show import say
from scheduler.access import Role

log = logging.getLogger(__name__)

TWO_POLLERS = (
    "another program asks Telegram for the messages of this bot (Conflict): the same token may be used by one running "
    "planbot only; stop the other one, or make a new token with @BotFather"
)
REVOKED = (
    "Telegram no longer knows the token of this bot: it was revoked or the bot deleted; ask @BotFather for the new one "
    "and start planbot with it"
)

JUST_STARTED = timedelta(minutes=1)
MOST_REFUSED = 8  # times in turn, over half a minute, that the token is refused before it is believed


async def failed(update: object, context: Context) -> None:
    """Log an error; a second poller and a token that was revoked end the bot. Whoever waits has been told already."""
    error = context.error
    if isinstance(error, Conflict):
        _two_pollers(context.bot_data)
    elif isinstance(error, TokenRefusedError) and error.in_turn >= MOST_REFUSED:
        log.critical(REVOKED)
        context.bot_data.stop(REVOKED)
    elif update is None and isinstance(error, TelegramError):  # of the line itself; also an answer that is none
        log.warning("Telegram cannot be reached, trying again: %(error)s", {"error": error})
    else:
        log.error("an update could not be handled", exc_info=error)


async def sorry(update: Update, services: Services, text: str = words.FAILED) -> None:
    """One plain sentence to the one who waits, with no word of a plan; a failure of that is only logged."""
    chat, query = update.effective_chat, update.callback_query
    try:
        if query:
            await services.outbox.toast(query.id, text, alert=True)
        elif chat and update.effective_message and services.once(text, chat.id):
            await say(text, services, Where(chat.id))
    except Exception:
        log.exception("nobody could be told of a failure")


async def crowded_out(update: Update, services: Services) -> None:
    """Who pressed more than can be done is told once in a while; of messages the next answer in the chat tells."""
    query = update.callback_query
    if query and services.once(words.TOO_MANY, query.from_user.id):
        await services.outbox.toast(query.id, words.TOO_MANY, alert=True)


async def given_up(updates: Iterable[Update], services: Services, told: Callable[[int], None]) -> None:
    """Who waits for what is tried no more is told, where they are let in; once for each chat.

    Args:
        told: called with the number of each of which nobody has to be told any more.
    """
    roll = await asyncio.to_thread(services.people.roll)
    for update in updates:
        chat = update.effective_chat
        log.error("update %(update)d was tried too often and is given up", {"update": update.update_id})
        outcome = None
        if chat and roll.lets_in(chat.id) and services.once(words.FAILED, chat.id):
            outcome = (await say(words.FAILED, services, Where(chat.id))).outcome
        if outcome is not Outcome.FAILED:
            told(update.update_id)


async def make_good(services: Services) -> None:
    """Runs beside the bot: says once more, when the line works again, what perhaps did not arrive."""
    await services.owing.keep_making_good(services.standing)


async def unreadable(services: Services) -> None:
    """The admins are told that a message could not be read and was passed over; not again for a while."""
    for admin in services.people.roll().with_role(Role.ADMIN):
        if services.once(words.UNREADABLE, admin):
            await say(words.UNREADABLE, services, Where(admin))


def _two_pollers(services: Services) -> None:
    """Of two the one that runs longer ends: one that has just started may be there to take its place.

    Of two that were started together one is patient for longer than the other, so that one of them stays.
    """
    if services.clock() - services.started < JUST_STARTED * (1 + services.patience):
        log.warning("another program asks Telegram for the messages of this bot (Conflict); asking again")
    else:
        log.critical(TWO_POLLERS)
        services.stop(TWO_POLLERS)
