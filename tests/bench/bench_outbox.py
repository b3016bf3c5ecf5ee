"""How much of what Telegram's limits allow the outbox uses, against the strict server of ../shared with its limits on.

The peer sends the same messages one after another and waits when Telegram says so. A message to each of many private
chats asks for the limit over all chats (30 a second); the limits of one chat are measured in virtual time by
`tests/test_outbox.py`.
"""

import asyncio
import sys
from pathlib import Path

from telegram import Bot
from telegram.error import RetryAfter
from telegram.request import HTTPXRequest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from local_telegram import TOKEN, LocalTelegram, local_telegram

from handlers.outbox import Outbox
from handlers.render import Page

SHARED = Path(__file__).resolve().parents[3] / "shared"
CHATS = 300
SHARE = 0.95  # of what the limits allow


def main() -> list[str]:
    """Print the table; what was not held."""
    broken: list[str] = []
    if not SHARED.is_dir():
        print("skipped: ../shared is not here")
        return broken
    print(f"{'sender':<16}{'messages/s over all chats':>28}{'of 30':>8}{'refused (429)':>16}")
    for name, run in (("outbox", _outbox), ("one by one", _peer)):
        with local_telegram(SHARED, "--limits", "real") as server:
            for user in range(1, CHATS + 1):
                server.sim("user", id=user, first_name="A")
            asyncio.run(run(server))
            rate, refused = _measured(server)
        print(f"{name:<16}{rate:>28.1f}{rate / 30:>8.0%}{refused:>16}")
        if name == "outbox" and (rate < SHARE * 30 or refused):
            broken.append(f"{rate / 30:.0%} of the limits used, {refused} times refused")
    return broken


async def _outbox(server: LocalTelegram) -> None:
    async with Bot(TOKEN, server.base_url, request=HTTPXRequest(64)) as bot:
        outbox = Outbox(bot)
        await asyncio.gather(*(outbox.send(user, [Page("Xin chào")]) for user in range(1, CHATS + 1)))


async def _peer(server: LocalTelegram) -> None:
    """What most bots do: send one after another, and wait when Telegram says so."""
    async with Bot(TOKEN, server.base_url, request=HTTPXRequest(64)) as bot:
        for user in range(1, CHATS + 1):
            sent = False
            while not sent:
                try:
                    sent = bool(await bot.send_message(user, "Xin chào"))
                except RetryAfter as error:
                    await asyncio.sleep(error._retry_after.total_seconds())


def _measured(server: LocalTelegram) -> tuple[float, int]:
    calls = [call for call in server.sim("log") if call["method"] == "sendMessage"]
    times = [call["at"] for call in calls if call["ok"]]
    return (len(times) - 1) / (times[-1] - times[0]), sum(call.get("code") == 429 for call in calls)
