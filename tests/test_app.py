"""The bot as a process: its start, its end, and what its log never says."""

import asyncio
import logging
import os
import signal
import socket
from datetime import timedelta
from typing import Any

import httpx
import pytest
from chat import ACCESS, ADMIN, AN, NOW, FakeDesk, a_chat
from fake_telegram import TOKEN, USERNAME, Fault, StrictTelegram
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.request import BaseRequest
from telegram_markup import Refusal
from updates import Updates

from bot.app import build, serve
from bot.config import Config, Telegram
from bot.ending import FORCE_SECONDS, THREAD_SECONDS
from bot.logs import Discreet, discreet_logs
from handlers import webhook
from handlers.context import Services
from handlers.failure import MOST_REFUSED, REVOKED, TWO_POLLERS
from handlers.incoming import TokenRefusedError
from handlers.routes import announce
from knowledge.errors import BusyError, PlanbotError, RefusedError


async def test_the_menus_are_set_for_private_chats_groups_and_the_admins_who_have_written() -> None:
    async with a_chat() as chat:
        del chat.telegram.chats[ADMIN]
        await announce(chat.app)
        assert list(chat.telegram.menus) == ["all_private_chats", "all_group_chats"]
        chat.person(ADMIN)
        await announce(chat.app)
        assert "hoi" in chat.telegram.menus[f"chat{ADMIN}"]


async def test_the_log_says_what_the_bot_may_see_in_groups(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with a_chat() as chat:
        await announce(chat.app)
    assert f"@{USERNAME} is running; it sees only commands, mentions and replies in groups" in caplog.text


async def _fail(chat_now: timedelta, error: Exception) -> list[str]:
    ended: list[str] = []
    async with a_chat() as chat:
        chat.app.bot_data.stop = ended.append
        chat.now += chat_now
        await chat.app.process_error(None, error)
    return ended


async def test_of_two_pollers_the_older_one_ends_and_says_why(caplog: pytest.LogCaptureFixture) -> None:
    assert await _fail(timedelta(hours=1), Conflict("terminated by other getUpdates request")) == [TWO_POLLERS]
    assert TWO_POLLERS in caplog.text


async def test_of_two_pollers_the_one_just_started_goes_on() -> None:
    assert await _fail(timedelta(seconds=10), Conflict("terminated by other getUpdates request")) == []


async def test_of_two_pollers_that_started_together_one_is_more_patient() -> None:
    ended: list[str] = []
    async with a_chat() as hasty, a_chat() as patient:
        for chat, patience in ((hasty, 0.1), (patient, 0.9)):
            chat.app.bot_data.stop, chat.app.bot_data.patience = ended.append, patience
            chat.now += timedelta(seconds=80)
            await chat.app.process_error(None, Conflict("terminated by other getUpdates request"))
    assert ended == [TWO_POLLERS]


async def test_a_token_that_was_revoked_ends_the_bot_and_one_that_is_refused_once_does_not(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert await _fail(timedelta(hours=1), TokenRefusedError(MOST_REFUSED)) == [REVOKED]
    assert REVOKED in caplog.text
    assert await _fail(timedelta(hours=1), TokenRefusedError(1)) == []


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(NetworkError("no route to host"), id="nothing comes back"),
        pytest.param(TelegramError("Invalid server response"), id="what comes back is no answer"),
    ],
)
async def test_a_line_that_is_down_is_one_line_in_the_log(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    assert await _fail(timedelta(), error) == []
    assert [r.exc_info for r in caplog.records] == [None]


async def test_half_an_answer_with_what_people_said_does_not_reach_the_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, library = logging.getLogger(), logging.getLogger("telegram.request.BaseRequest")
    monkeypatch.setattr(root, "handlers", [])
    level = root.level
    discreet_logs(TOKEN)
    with pytest.raises(TelegramError):
        BaseRequest.parse_json_payload('{"ok": true, "result": [{"text": "điều riêng tư"'.encode())
    library.setLevel(logging.NOTSET)
    root.setLevel(level)
    assert "riêng tư" not in capsys.readouterr().err


class Line(StrictTelegram):
    """A Telegram whose long poll brings nothing."""

    async def do_request(self, url: str, *arguments: object, **more: object) -> tuple[int, bytes]:
        if url.endswith("/getUpdates"):
            await asyncio.sleep(0.01)
        return await super().do_request(url, *arguments, **more)  # type: ignore[arg-type]

    def _delete_webhook(self, _parameters: object) -> bool:
        return True


async def test_it_runs_with_its_companion_until_a_signal_comes() -> None:
    line, beside = Line(), []

    async def companion(services: Services) -> None:
        beside.append(services.office)
        os.kill(os.getpid(), signal.SIGTERM)

    app = build(Config(access=ACCESS, token=TOKEN), FakeDesk(), lambda: NOW, request=line)
    await asyncio.create_task(serve(app, Config(), [companion]))
    assert beside == [""]
    assert not app.running
    assert line.count("getUpdates") > 0


async def test_when_it_is_wound_up_a_thread_that_still_works_something_out_keeps_it_only_a_moment() -> None:
    app = build(Config(access=ACCESS, token=TOKEN), FakeDesk(), lambda: NOW, request=Line())
    left: list[tuple[float, bool]] = []

    async def companion(_services: Services) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    def ending(seconds: float) -> None:
        left.append((seconds, app.running))

    await asyncio.create_task(serve(app, Config(), [companion], ending=ending))
    assert left == [(FORCE_SECONDS, True), (THREAD_SECONDS, False)]


@pytest.mark.parametrize(
    "error", [BusyError("another program is writing"), ValueError("a fault")], ids=["lock", "fault"]
)
async def test_what_fails_beside_the_bot_begins_again_and_does_not_end_it(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    faults = [error]

    async def companion(services: Services) -> None:
        if faults:
            raise faults.pop()
        services.stop("")

    app = build(Config(token=TOKEN), FakeDesk(), lambda: NOW, request=Line())
    await asyncio.create_task(serve(app, Config(), [companion]))
    assert "begins again in 60 s" in caplog.text


async def test_what_cannot_be_had_beside_the_bot_ends_it_and_is_told() -> None:
    async def companion(_services: Services) -> None:
        raise RefusedError("metrics.port = 9: taken")

    app = build(Config(token=TOKEN), FakeDesk(), lambda: NOW, request=Line())
    with pytest.raises(PlanbotError, match=r"metrics\.port = 9: taken"):
        await asyncio.create_task(serve(app, Config(), [companion]))


async def test_a_line_that_is_down_at_the_start_is_waited_for() -> None:
    line = Line(faults=[Fault("getMe", NetworkError("down"))])

    async def companion(services: Services) -> None:
        services.stop("")

    app = build(Config(access=ACCESS, token=TOKEN), FakeDesk(), lambda: NOW, request=line)
    await asyncio.create_task(serve(app, Config(), [companion]))
    assert line.count("getMe") == 2


async def test_a_token_that_telegram_does_not_know_ends_it() -> None:
    line = Line(faults=[Fault("getMe", Refusal(401, "Unauthorized"))])
    app = build(Config(token=TOKEN), FakeDesk(), lambda: NOW, request=line)
    with pytest.raises(InvalidToken):
        await asyncio.create_task(serve(app, Config()))


async def test_the_reason_of_a_handler_that_ends_it_is_told() -> None:
    async def companion(services: Services) -> None:
        services.stop(TWO_POLLERS)
        await asyncio.sleep(10)

    app = build(Config(token=TOKEN), FakeDesk(), lambda: NOW, request=Line())
    with pytest.raises(PlanbotError, match="Conflict"):
        await asyncio.create_task(serve(app, Config(), [companion]))


def test_the_token_is_in_no_line_of_the_log() -> None:
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "POST https://api/bot%s/getMe", (TOKEN,), None)
    assert Discreet(TOKEN).format(record).endswith("ERROR x: POST https://api/bot…/getMe")


class Webhook(Line):
    """A Telegram that was told where to bring updates."""

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[str, Any] = {}
        self.answered = asyncio.Event()
        self.brings_to = ""

    def _send_message(self, parameters: dict[str, Any]) -> dict[str, Any]:
        self.answered.set()
        return super()._send_message(parameters)

    def _set_webhook(self, parameters: dict[str, Any]) -> bool:
        self.told = parameters
        return True

    def _get_webhook_info(self, _parameters: object) -> dict[str, Any]:
        return {"url": self.brings_to, "has_custom_certificate": False, "pending_update_count": 0}


async def test_as_a_webhook_it_ends_when_telegram_brings_its_updates_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "LOOK", 0.01)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        here = Telegram(mode="webhook", webhook_url="https://bot.example", webhook_port=free.getsockname()[1])
    line = Webhook()
    line.brings_to = "https://another.example/planbot"
    config = Config(telegram=here, token=TOKEN)
    app = build(config, FakeDesk(), lambda: NOW, request=line)
    with pytest.raises(PlanbotError, match="another address"):
        await asyncio.create_task(serve(app, config))
    assert not app.running


async def test_as_a_webhook_it_takes_updates_from_telegram_and_from_nobody_else_and_each_once() -> None:
    line = Webhook()
    updates = Updates(line)
    updates.person(AN)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = Telegram(mode="webhook", webhook_url="https://bot.example", webhook_port=port)
    answerer, genuine = FakeDesk(), list[int]()

    async def companion(services: Services) -> None:
        assert line.told["url"] == "https://bot.example/planbot"
        secret = {"X-Telegram-Bot-Api-Secret-Token": line.told["secret_token"]}
        async with httpx.AsyncClient() as client:
            address = f"http://127.0.0.1:{port}/planbot"
            forged = await client.post(address, json=updates.says(AN, "giả mạo"))
            asked, about = updates.says(AN, "ai chủ trì?"), updates.says(AN, "/help")
            for update in (asked, asked, about, about, asked, updates.says(AN, "khi nào xong?")):
                genuine.append((await client.post(address, json=update, headers=secret)).status_code)
        assert (forged.status_code, {*genuine}) == (403, {200})
        async with asyncio.timeout(10):  # the last of a chat is answered last
            while len(answerer.asked) < 2 or line.texts(AN)[-1] != line.texts(AN)[0]:
                line.answered.clear()
                await line.answered.wait()
        services.stop("")

    config = Config(telegram=here, access=ACCESS, token=TOKEN)
    app = build(config, answerer, lambda: NOW, request=line)
    await asyncio.create_task(serve(app, config, [companion]))
    assert [text for text, _ in answerer.asked] == ["ai chủ trì?", "khi nào xong?"]
    assert len(line.texts(AN)) == 3
    assert TOKEN not in str(line.told)
