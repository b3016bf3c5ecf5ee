"""The door out over a real network whose line breaks in every way, on the strict Bot API of ../shared."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_telegram import TOKEN, LocalTelegram, local_telegram
from telegram import Bot
from telegram.request import HTTPXRequest

from handlers.delivery import Delivery, Outcome
from handlers.outbox import Outbox
from handlers.render import Page

AN = 5
UNSURE = ["applied_reset", "half", "junk", "502", "reset"]


@pytest.fixture(scope="module")
def server(shared: Path) -> Iterator[LocalTelegram]:
    with local_telegram(shared) as running:
        running.sim("user", id=AN, first_name="An")
        yield running


def deliver(server: LocalTelegram, text: str) -> Delivery:
    async def main() -> Delivery:
        async with Bot(TOKEN, server.base_url, request=HTTPXRequest(8)) as bot:
            return await Outbox(bot).send(AN, [Page(text)], urgent=True)

    return asyncio.run(main())


def arrived(server: LocalTelegram, text: str) -> int:
    return sum(message[3] == text for message in server.sim("sent"))


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.attempts.URGENT_PAUSE", 0)


@pytest.mark.parametrize("kind", UNSURE)
def test_a_message_over_a_broken_line_is_written_twice_at_most_and_told_as_perhaps_sent(
    server: LocalTelegram, kind: str
) -> None:
    server.sim("line", kind=kind, methods=["sendMessage"])
    delivery = deliver(server, f"tin {kind}")
    server.sim("line")
    assert delivery.outcome is Outcome.PERHAPS
    assert arrived(server, f"tin {kind}") == (2 if kind == "applied_reset" else 0)


def test_a_message_that_nobody_took_because_there_is_no_server_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.attempts.LONGEST_WAIT", 0)

    async def main() -> Delivery:
        bot = Bot(TOKEN, "http://127.0.0.1:9/bot", request=HTTPXRequest(8))
        await bot.request.initialize()
        try:
            return await Outbox(bot).send(AN, [Page("tin")])
        finally:
            await bot.request.shutdown()

    assert asyncio.run(main()).outcome is Outcome.FAILED
