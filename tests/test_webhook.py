"""Where Telegram stops bringing updates the bot ends and says why; a short trouble of the line does not end it."""

import logging
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import WebhookInfo
from telegram.error import InvalidToken, NetworkError

from handlers import webhook
from handlers.failure import MOST_REFUSED, REVOKED

BASE = "https://bot.example/van-phong/"


class Line:
    """Answers one by one where updates are brought; then the token is refused, so that every watch ends."""

    def __init__(self, *answers: WebhookInfo | Exception) -> None:
        self.answers = list(answers)

    async def get_webhook_info(self) -> WebhookInfo:
        answer = self.answers.pop(0) if self.answers else InvalidToken()
        if isinstance(answer, Exception):
            raise answer
        return answer


def here(url: str = "https://bot.example/van-phong/planbot", trouble: str = "", at: int = 1) -> WebhookInfo:
    since: dict[str, Any] = {"last_error_message": trouble, "last_error_date": datetime.fromtimestamp(at, UTC)}
    return WebhookInfo(url, has_custom_certificate=False, pending_update_count=3, **since if trouble else {})


async def ended(line: Line, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for pause in ("LOOK", "LOOK_AGAIN"):
        monkeypatch.setattr(webhook, pause, 0)
    reasons: list[str] = []
    await webhook.watching(cast("Any", line), BASE)(cast("Any", SimpleNamespace(stop=reasons.append)))
    return reasons


@pytest.mark.parametrize("url", ["", "https://bot.example/planbot", "https://another.example/van-phong/planbot"])
async def test_a_bot_whose_updates_are_brought_elsewhere_ends(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(here(), here(url))
    assert await ended(line, monkeypatch) == [webhook.ELSEWHERE]
    assert line.answers == []


async def test_a_token_that_was_revoked_ends_it_and_one_that_is_refused_for_a_moment_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moment = [InvalidToken()] * (MOST_REFUSED - 1)
    line = Line(*moment, here(), *moment, here(""))
    assert await ended(line, monkeypatch) == [webhook.ELSEWHERE]
    assert await ended(Line(here(), NetworkError("no route to host")), monkeypatch) == [REVOKED]


async def test_what_telegram_could_not_bring_is_told_once_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        await ended(
            Line(here(), here(trouble="SSL error"), here(trouble="SSL error"), here(trouble="timed out", at=2)),
            monkeypatch,
        )
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert told == [f"Telegram could not bring an update: {trouble}; 3 wait" for trouble in ("SSL error", "timed out")]
