"""The bot on Telegram: an application put together from the configuration and what answers, and run.

Tests put it together with the same function, with a strict Telegram in memory in place of the network.
"""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import cast

from telegram import Update
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ContextTypes, ExtBot
from telegram.request import BaseRequest

from bot import service_manager
from bot.beside import Beside, kept_up
from bot.config import Config
from bot.ending import FORCE_SECONDS, THREAD_SECONDS, force_the_end, wind_up
from bot.lock import only_one
from bot.logs import discreet_logs
from handlers import webhook
from handlers.broadcast import go_on
from handlers.context import Answerer, Operations, Services
from handlers.delivery import Outcome
from handlers.digest_pages import poster
from handlers.failure import crowded_out, given_up, make_good, unreadable
from handlers.freshen import keep_fresh
from handlers.gate import meant_for_the_bot
from handlers.handing_in import look_after
from handlers.incoming import Incoming, UpdateRequest
from handlers.line import Line
from handlers.membership import follow
from handlers.order import ChatOrder
from handlers.outbox import Outbox
from handlers.routes import UPDATES, App, add_routes, announce
from handlers.waiting import make_up
from handlers.writes import Writes
from knowledge.errors import PlanbotError, RefusedError
from scheduler.clock import VIETNAM, Clock
from scheduler.counters import Counted, CounterStore, Marked
from scheduler.delivery import Passed, Send
from scheduler.jobs import Time, keep_passing
from scheduler.people import PeopleStore
from scheduler.run import Stores, run_pass
from scheduler.updates import UpdateStore

log = logging.getLogger(__name__)

WRONG_TOKEN = "Telegram does not know the token in PLANBOT_TOKEN; ask @BotFather for the right one"  # noqa: S105
NO_BOT_API = "what answers there is not the Bot API; correct telegram.base_url"
THREADS = 32  # where answers are worked out and stores are asked; one that waits for a lock leaves enough to the others
LONG_POLL = 30  # seconds that Telegram holds a request for news open
LONGEST_PAUSE = 60.0  # seconds between two attempts to reach Telegram at the start


def build(
    config: Config,
    answerer: Answerer,
    clock: Clock,
    *,
    stores: Stores | None = None,
    request: BaseRequest | None = None,
    operations: Operations | None = None,
) -> App:
    """The application, not yet running.

    Args:
        answerer: answers the questions.
        stores: the reminders and what was reported; without them the bot only answers.
        request: the way to Telegram; the network unless given.
        operations: health, backups and configuration.
    """
    writes = Writes()
    incoming = Incoming(stores.updates if stores else UpdateStore(None), clock, writes)

    def passed_over(_number: int) -> None:
        app.create_task(unreadable(services))

    bot = _line_to_telegram(config, request, UpdateRequest(request or Line(), incoming.settled, passed_over))

    def too_many(update: Update) -> None:
        services.background.start(crowded_out(update, services))

    order = ChatOrder(lambda message: meant_for_the_bot(message, bot.username), incoming, too_many)
    counters = stores.counters if stores else CounterStore(None)
    outbox = Outbox(bot, lambda old, new: follow(services, old, new), partial(_count_send, counters, clock))
    people = stores.people if stores else PeopleStore(None)
    people.take_over(config.access, clock())
    services = Services(people, answerer, clock, outbox, order, config.office.name, stores, writes=writes)
    services.counters, services.operations = counters, operations
    types = ContextTypes(bot_data=cast("type[Services]", lambda: services))
    builder = Application.builder().bot(bot).context_types(types).concurrent_updates(order).job_queue(None)
    app = cast("App", builder.update_queue(incoming).build())
    add_routes(app)
    return app


def run(  # noqa: PLR0913 - the one call that brings everything together
    config: Config,
    answerer: Answerer,
    clock: Clock,
    data: Path,
    *,
    stores: Stores | None = None,
    operations: Operations | None = None,
    beside: Sequence[Beside] = (),
) -> None:
    """Run the bot, with its reminders, until a signal stops it.

    Args:
        data: the data folder, which one bot at a time may use.
        beside: what else runs as long as the bot does.

    Raises:
        PlanbotError: another bot runs on this data folder or with this token, or Telegram does not know the token.
    """
    discreet_logs(config.token or "", config.log.form)
    with only_one(data):
        app = build(config, answerer, clock, stores=stores, operations=operations)
        try:
            own = (reminding(stores, clock), go_on, look_after, make_good, keep_fresh, make_up) if stores else ()
            works = [*own, *beside]
            asyncio.run(serve(app, config, works, ending=force_the_end))
            app.bot_data.writes.settle()
        except InvalidToken:
            raise PlanbotError(WRONG_TOKEN) from None
        except KeyboardInterrupt:
            log.info("stopped")


async def reach(app: App, config: Config) -> None:
    """Asks Telegram who this bot is, for whoever sends without listening.

    Raises:
        PlanbotError: the token is not one, or Telegram cannot be reached.
    """
    try:
        await app.bot.initialize()
    except InvalidToken:
        raise PlanbotError(WRONG_TOKEN) from None
    except NetworkError as error:
        address = config.telegram.base_url
        raise RefusedError(f"Telegram cannot be reached at {address}, nothing was sent: {error.message}") from None


def reminding(stores: Stores, clock: Clock) -> Beside:
    """The reminders, to run beside the bot: a pass at once, then one after the other by the timer.

    At the end the message that is on its way is waited for: the line to Telegram stays open until it is recorded.
    """

    async def remind(services: Services) -> None:
        one_pass = partial(_marked_pass, stores, poster(services.outbox, services.background), clock)
        await asyncio.to_thread(stores.ledger.recover)
        try:
            await keep_passing(one_pass, lambda: stores.settings.every_minutes, Time(clock))
        finally:
            log.info("the reminders have stopped")

    return remind


async def _marked_pass(stores: Stores, send: Send, clock: Clock) -> Passed:
    """A pass, and the mark that it was: what /suckhoe and the metrics tell of it."""
    mark = stores.counters.mark
    try:
        passed = await run_pass(stores, send, clock)
    except Exception as error:
        await asyncio.to_thread(mark, Marked.PASS, clock(), well=False, words=type(error).__name__)
        raise
    await asyncio.to_thread(mark, Marked.PASS, clock(), number=passed.left + passed.failed)
    return passed


async def serve(
    app: App, config: Config, beside: Sequence[Beside] = (), *, ending: Callable[[float], None] = lambda _seconds: None
) -> None:
    """Run an application until the process is asked to stop, or a handler asks for it.

    Args:
        ending: called with the seconds that are left when it is asked to, and again when it is wound up.

    Raises:
        PlanbotError: a handler has ended it; the text says why.
    """
    services, me = app.bot_data, cast("asyncio.Task[None]", asyncio.current_task())
    reasons: list[str] = []

    def stop(reason: str = "") -> None:
        if reason:
            reasons.append(reason)
        if not services.outbox.stopped:  # a second signal does not break into the winding up
            services.outbox.stop()
            service_manager.tell(service_manager.STOPPING)
            ending(FORCE_SECONDS)
            me.cancel()

    services.stop = stop
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    with contextlib.suppress(NotImplementedError):  # Windows: there Ctrl-C raises KeyboardInterrupt
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stop)
    with service_manager.telling():
        try:
            await _serve(app, config, beside)
        except asyncio.CancelledError:
            log.info("stopped")
    if reasons:
        raise PlanbotError(*reasons)
    ending(THREAD_SECONDS)


async def _serve(app: App, config: Config, beside: Sequence[Beside]) -> None:
    await _connect(app)
    hooked = config.telegram.mode == "webhook"
    works = [*beside, webhook.watching(app.bot, config.telegram.webhook_url)] if hooked else beside
    try:
        await announce(app)
        await app.start()
        incoming = cast("Incoming", app.update_queue)
        app.create_task(given_up(await incoming.resume(app.bot), app.bot_data, incoming.finish))
        await _listen(app, config)
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(kept_up(work, app.bot_data))
            await asyncio.Event().wait()
    finally:
        await wind_up(app, partial(_settled, app))


async def _settled(app: App) -> None:
    await cast("Incoming", app.update_queue).wind_up()
    await app.bot_data.settled()


async def _connect(app: App) -> None:
    """Reach Telegram for the first time, however long its line is down."""
    pause = 1.0
    while True:
        try:
            await app.initialize()
        except (TypeError, KeyError, ValueError) as error:
            raise RefusedError(f"{app.bot.base_url.rsplit('/bot', 1)[0]}: {NO_BOT_API} ({error})") from None
        except (NetworkError, RetryAfter) as error:
            log.warning("no line to Telegram; again in %(seconds)d s: %(error)s", {"seconds": pause, "error": error})
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return


async def _listen(app: App, config: Config) -> None:
    """Ask for updates, or let Telegram bring them, as configured; what waited while the bot was off comes first."""
    if app.updater is None:
        raise TypeError("an application without updater cannot be run")
    if config.telegram.mode == "webhook":
        told = config.telegram
        await webhook.listen(app.updater, config.token or "", told.webhook_url, told.webhook_listen, told.webhook_port)
        return

    def report(error: TelegramError) -> None:
        app.create_task(app.process_error(None, error))

    await app.updater.start_polling(
        timeout=LONG_POLL, allowed_updates=UPDATES, bootstrap_retries=-1, error_callback=report
    )


def _line_to_telegram(config: Config, request: BaseRequest | None, updates: BaseRequest) -> "ExtBot[None]":
    """The bot as Telegram knows it: by what its messages go out, and by what updates come in."""
    base = config.telegram.base_url
    return ExtBot(
        config.token or "",
        base_url=base,
        base_file_url=base.removesuffix("/bot") + "/file/bot",
        request=request or Line(),
        get_updates_request=updates,
    )


def _count_send(counters: CounterStore, clock: Clock, outcome: Outcome) -> None:
    counters.count(Counted.SEND, outcome, clock().astimezone(VIETNAM).date())
