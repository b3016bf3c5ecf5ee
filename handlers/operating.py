"""For admins: /saoluu, a backup to the one who asks; /thongke, figures of use; /suckhoe, how the bot is."""

import asyncio
import logging
from datetime import date, timedelta
from functools import partial

from telegram import CallbackQuery, Update

from handlers import words_admin, words_out, words_settings
from handlers.buttons import Data, On, pack
from handlers.context import Context, Operations, Services, Where
from handlers.duty import name_of
from handlers.gate import typed, where
from handlers.render import Attachment, Button, Page, escape
from handlers.show import replace, say
from knowledge.deadlines.arguments import argument_period
from knowledge.errors import PlanbotError, RefusedError
from knowledge.wording.courtesy import time_unknown
from scheduler.access import Act, Judged
from scheduler.clock import VIETNAM
from scheduler.counters import Counted

log = logging.getLogger(__name__)

LARGEST = 50 * 1024 * 1024  # bytes that a bot may send: https://core.telegram.org/bots/api#senddocument
USUAL_DAYS = 30


async def backup(update: Update, context: Context, _judged: Judged) -> None:
    """Send a backup to the admin who asks, in the private chat where it is asked."""
    message, services = update.message, context.bot_data
    if message is None or services.operations is None:
        return
    await services.outbox.typing(message.chat.id)
    by = name_of(message.from_user)
    try:
        said = await asyncio.to_thread(_backup, services, services.operations, by)
    except PlanbotError as error:
        log.error("no backup for the chat: %(error)s", {"error": error})  # noqa: TRY400 - told in plain words
        said = words_out.BACKUP_FAILED
    if isinstance(said, Attachment):
        await services.outbox.send_file(message.chat.id, said)
    else:
        await say(said, services, where(message))


async def usage(update: Update, context: Context, _judged: Judged) -> None:
    """How much was asked in a period, the last 30 days where none is named."""
    message, services = update.message, context.bot_data
    if message is None:
        return
    today = services.clock().astimezone(VIETNAM).date()
    first, last, unclear = _period(typed(message), today)
    if unclear:
        await say(time_unknown(escape(unclear)), services, where(message))
        return
    names = Counted.ANSWER, Counted.PERSON, Counted.UNIT
    tallies = await asyncio.to_thread(services.counters.tallies, first, *names)
    await say(words_out.usage(tallies, first, last), services, where(message))


async def health(update: Update, context: Context, _judged: Judged) -> None:
    """How the bot is, with the button that loads the configuration again."""
    if message := update.message:
        await say(await asyncio.to_thread(_health, context.bot_data), context.bot_data, where(message))


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Look again, or load the configuration again."""
    if not judged.may(Act.MANAGE):
        await services.outbox.toast(query.id, words_admin.ONLY_ADMINS, alert=True)
    elif data.act == "again":
        await services.outbox.toast(query.id)
        await replace(query, await asyncio.to_thread(_health, services), services, Where(query.from_user.id))
    elif data.act == "reload":
        await services.outbox.toast(query.id)
        await say(await reload(services, name_of(query.from_user)), services, Where(query.from_user.id))
    else:
        await services.outbox.toast(query.id, words_out.TRIAL_BUTTON)


async def reload(services: Services, by: str) -> str:
    """Load the configuration again; what is to be told of it."""
    if services.operations is None:
        return words_out.NO_HEALTH
    try:
        loaded = await asyncio.to_thread(services.operations.reload)
    except RefusedError as error:
        log.error("the configuration is not loaded again: %(error)s", {"error": error})  # noqa: TRY400 - told in plain words
        return words_settings.not_loaded(error)
    services.office = loaded.office
    log.info(
        "the configuration is loaded again; changed: %(changed)s; after a restart: %(waiting)s",
        {"changed": loaded.changed, "waiting": loaded.waiting},
    )
    await services.writes.do(services.people.note, by, words_out.RELOADED, services.clock())
    return words_out.reloaded(loaded.changed, loaded.waiting)


def _backup(services: Services, operations: Operations, by: str) -> Attachment | str:
    now = services.clock()
    if operations.elsewhere:
        return words_out.BACKED_UP_ELSEWHERE
    with operations.backup(now) as made:
        if made.size > LARGEST:
            return words_out.backup_too_large(made.size)
        services.people.note(by, words_out.BACKED_UP, now)
        caption = words_out.backup_caption(made.originals, made.size, now.astimezone(VIETNAM))
        return Attachment(f"planbot-{now:%Y%m%d-%H%M}.zip", made.file.read_bytes(), caption)


def _health(services: Services) -> Page:
    if services.operations is None:
        return Page(words_out.NO_HEALTH)
    button = partial(pack, On.OPERATION)
    again, reload = Button(words_out.REFRESH, button("again")), Button(words_out.RELOAD, button("reload"))
    return Page(words_out.health(services.operations.health()), ((again, reload),))


def _period(text: str, today: date) -> tuple[date, date, str]:
    """The first and last day that are meant, and the words that were not understood."""
    if not text:
        return today - timedelta(days=USUAL_DAYS - 1), today, ""
    period, rest = argument_period(text, today=today)
    if period is None or period.doubt or rest:
        return today, today, (period and period.doubt) or rest
    return period.first, period.last, ""
