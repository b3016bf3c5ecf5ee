"""`planbot remind`: one reminder pass, sent or only shown."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import click

from bot.commands.option_types import moment
from bot.config import NO_TOKEN
from bot.lock import only_one
from bot.terminal import say, say_json
from bot.wiring import Wiring
from knowledge.errors import RefusedError
from scheduler.clock import VIETNAM, Clock, system_clock
from scheduler.delivery import Delivery, Passed
from scheduler.digest import Message
from scheduler.run import messages_due, run_pass

MORNING = 8  # o'clock, where --on names only a day


@click.command()
@click.option(
    "--on", "when", metavar="TIME", help="As if it were then, e.g. 2024-03-01T08:00 (Vietnam)  [default: now]"
)
@click.option("--dry-run", is_flag=True, help="Show what would be sent; send and record nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of text.")
@click.pass_obj
def remind(wiring: Wiring, when: str | None, *, dry_run: bool, as_json: bool) -> int:
    """Says what is due to be said, once: what the ledger knows as said is not said again."""
    clock = system_clock(_time(when)) if when else wiring.clock
    now = clock()
    if not dry_run and now > wiring.clock():
        raise RefusedError(f"--on {when} is still to come: what is sent now would not be said then; --dry-run shows it")
    calendar = wiring.stores.workdays.calendar(wiring.config.reminders)
    if not calendar.is_open(now):
        say(f"{now:%Y-%m-%d %H:%M} is a day off or in the quiet hours: nothing is said", err=True)
    if dry_run:
        _show(messages_due(wiring.stores, now), now, as_json=as_json)
        return 0
    sent, passed = _send(wiring, clock)
    _show(sent, now, as_json=as_json)
    say(f"{passed.sent} sent, {passed.perhaps} perhaps sent, {passed.failed} failed, {passed.refused} refused, "
               f"{passed.parked} chats parked, {passed.left} left for the next pass", err=True)  # fmt: skip
    return 1 if passed.failed or passed.refused or passed.perhaps else 0


def message_json(message: Message, today: date) -> dict[str, Any]:
    """A message in the shape that other programs rely on (design, section 3)."""
    return {
        "chat": message.chat.id,
        "unit": message.unit or None,
        "kind": message.kind.value,
        "late": message.late,
        "text": message.text,
        "tasks": [
            {
                "source": item.source,
                "stt": item.task.stt,
                "task": item.task.task,
                "activity": item.task.activity,
                "due": item.key.due.isoformat() if item.dates else None,
                "days_left": (item.key.due - today).days if item.dates else None,
                "role": item.role,
                "late": item.late,
            }
            for item in message.shown
            if item.task is not None
        ],
    }


def _send(wiring: Wiring, clock: Clock) -> tuple[list[Message], Passed]:
    if not wiring.config.token:
        raise RefusedError(f"{NO_TOKEN}: nothing can be sent; --dry-run shows it")
    with only_one(wiring.folder):
        return asyncio.run(_pass(wiring, clock))


async def _pass(wiring: Wiring, clock: Clock) -> tuple[list[Message], Passed]:
    from bot import app  # noqa: PLC0415 - Telegram takes a second to load, and showing what is due needs it not
    from handlers.digest_pages import poster  # noqa: PLC0415 - as above

    stores, sent = wiring.stores, list[Message]()
    telegram = app.build(wiring.config, wiring.answerer, clock, stores=stores)
    post = poster(telegram.bot_data.outbox, telegram.bot_data.background)

    async def send(message: Message) -> Delivery:
        delivery = await post(message)
        if delivery.outcome == "sent":
            sent.append(message)
        return delivery

    stores.ledger.recover()
    await app.reach(telegram, wiring.config)
    try:
        return sent, await run_pass(stores, send, clock)
    finally:
        await telegram.bot_data.background.settled()
        await telegram.bot.shutdown()


def _show(messages: Sequence[Message], now: datetime, *, as_json: bool) -> None:
    today = now.astimezone(VIETNAM).date()
    if as_json:
        say_json([message_json(message, today) for message in messages])
        return
    for message in messages:
        say(f"--- to {message.chat.id}: {message.unit or message.kind.value}\n{message.text}\n")


def _time(text: str) -> datetime:
    when = moment(text, "--on")
    return when.replace(hour=MORNING) if len(text) == len("2024-03-01") else when
