"""What systemd hears of the bot."""

import asyncio
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from virtual_time import in_virtual_time

from bot.service_manager import ALIVE, READY, STOPPING, TOO_EARLY, keep_telling, tell, telling


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    """The socket on which systemd listens."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(0)
        yield listening


def heard(listening: socket.socket) -> list[str]:
    found = []
    while True:
        try:
            found.append(listening.recv(100).decode())
        except BlockingIOError:
            return found


def told_within(seconds: float, environment: dict[str, str]) -> None:
    async def main() -> None:
        telling = asyncio.ensure_future(keep_telling(environment))
        await asyncio.sleep(seconds)
        telling.cancel()

    in_virtual_time(main)


def test_systemd_hears_twice_in_the_time_it_allows_that_the_bot_lives(systemd: socket.socket) -> None:
    told_within(100, {"NOTIFY_SOCKET": systemd.getsockname(), "WATCHDOG_USEC": "60000000"})
    assert heard(systemd) == [READY, *[ALIVE] * 4]


def test_without_a_watchdog_it_hears_once_that_the_bot_is_up(systemd: socket.socket) -> None:
    told_within(100, {"NOTIFY_SOCKET": systemd.getsockname()})
    assert heard(systemd) == [READY]


def test_a_loop_that_hangs_says_nothing(systemd: socket.socket) -> None:
    async def main() -> None:
        telling = asyncio.ensure_future(keep_telling({"NOTIFY_SOCKET": systemd.getsockname(), "WATCHDOG_USEC": "200"}))
        await asyncio.sleep(0)
        heard(systemd)
        for _ in range(100_000):
            pass
        assert heard(systemd) == []
        telling.cancel()

    asyncio.run(main())


def test_a_name_in_the_abstract_space_is_heard_too() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind("\0planbot-test-notify")
        listening.settimeout(0)
        tell(STOPPING, {"NOTIFY_SOCKET": "@planbot-test-notify"})
        assert heard(listening) == [STOPPING]


@pytest.mark.parametrize("environment", [{}, {"NOTIFY_SOCKET": "/nowhere/at/all"}], ids=["no systemd", "it is gone"])
def test_where_nobody_listens_nothing_happens(environment: dict[str, str]) -> None:
    tell(READY, environment)


async def test_asked_to_load_again_before_telegram_is_reached_the_bot_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    with telling():
        os.kill(os.getpid(), signal.SIGHUP)
        await asyncio.sleep(0.01)
    asyncio.get_running_loop().remove_signal_handler(signal.SIGHUP)
    assert TOO_EARLY in caplog.text
