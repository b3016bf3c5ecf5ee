"""The scripted day on the project's own strict Telegram and on the Bot API of ../shared, the whole office behind it."""

import asyncio
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from local_telegram import PATIENCE, LocalTelegram, local_telegram, process
from local_telegram import TOKEN as SERVER_TOKEN
from scripted_day import ADMIN, FOCAL, GROUP, MOVED, NEWCOMER, SECOND, TODAY, Day, Message
from stage import a_stage
from updates import buttons
from virtual_time import AtOnce, in_virtual_time

ENVIRONMENT = {"PLANBOT_TOKEN": SERVER_TOKEN}
THE_BOT = {"id": 1, "is_bot": True, "first_name": "Planbot", "username": "planbot_test_bot"}
TIMER = """
import asyncio, sys, time
from datetime import timedelta
from pathlib import Path
import bot.app, bot.cli
from scheduler import jobs
file = Path(sys.argv.pop(1))
def ahead():  # how much time has gone by for the timer of the reminders beside what really has
    return timedelta(hours=1 if file.exists() else 0)
def machine(clock):
    return jobs.Time(lambda: clock() + ahead(), lambda: time.monotonic() + ahead().total_seconds(),
        lambda seconds: asyncio.sleep(min(seconds, 0.1)))
bot.app.Time = machine
bot.cli.main(sys.argv[1:])
"""


@dataclass
class OnServer:
    """The stage of the real bot as a process, on the strict Bot API of ../shared with its real limits."""

    server: LocalTelegram
    an_hour_later: Path  # a file that is written when the timer of the reminders is to look again
    ends: float = 0.0

    async def says(self, chat: int, user: int, text: str, reply_to: int | None = None) -> Message:
        return await asyncio.to_thread(self.server.say, chat, user, text, reply_to=reply_to)

    async def sends(self, user: int, name: str, content: bytes) -> None:
        self._does("send_file", chat=user, **{"from": user}, name=name, base64=b64encode(content).decode())

    async def photo(
        self, user: int, chat: int | None = None, caption: str = "", reply_to: Message | None = None
    ) -> None:
        sizes = [{"file_id": "P1", "file_unique_id": "P1", "width": 90, "height": 90}]
        more = {"caption": caption, "reply_to_message": {**reply_to, "from": THE_BOT}} if reply_to else {}
        self._does("record", chat=chat or user, **{"from": user}, kind="message", photo=sizes, **more)

    async def waits(self) -> bool:
        self.ends = self.ends or time.monotonic() + PATIENCE
        await asyncio.sleep(0.1)
        return time.monotonic() < self.ends

    async def presses(self, user: int, message: Message, label: str) -> str:
        self.ends = 0.0
        chat, data = message["chat"]["id"], buttons(message)[label]
        pressed = await asyncio.to_thread(self.server.press, user, chat, message["message_id"], data)
        return str(pressed.get("toast") or "")

    async def messages(self, chat: int) -> list[Message]:
        found: list[Message] = await asyncio.to_thread(self.server.sim, "wait", chat=chat, seconds=0)
        return found

    async def passes(self) -> None:
        self.an_hour_later.touch()
        self.ends = time.monotonic() + PATIENCE

    async def migrates(self, old: int, new: int) -> None:
        self._does("migrate", chat=old, to=new)

    async def blocks(self, user: int) -> None:
        self._does("block", chat=user, blocked=True)

    async def refusals(self) -> list[Any]:
        found: list[Any] = self.server.sim("refusals")
        return found

    def _does(self, what: str, **data: Any) -> None:
        self.ends = 0.0
        self.server.sim(what, **data)


@contextmanager
def on_server(shared: Path, folder: Path) -> Iterator[OnServer]:
    with local_telegram(shared, "--limits", "real") as server:
        for user, name in ((ADMIN, "Hà"), (SECOND, "Bình"), (FOCAL, "An"), (NEWCOMER, "Lan")):
            server.sim("user", id=user, first_name=name)
        for user in (ADMIN, SECOND):  # nobody can be written to before
            server.sim("say", chat=user, **{"from": user}, text="/start")
        config = folder / "config.toml"
        config.write_text(
            'office.name = "Sở Khoa học và Công nghệ tỉnh An Bình"\n'
            f'[telegram]\nbase_url = "{server.base_url}"\n'
            f"[access]\nadmins = [{ADMIN}, {SECOND}]\n",
            "utf-8",
        )
        options = ("--config", str(config), "--data", str(folder / "data"), "--now", TODAY)
        timer = folder / "an-hour-later"
        with process([sys.executable, "-c", TIMER, str(timer), *options, "run"], ENVIRONMENT):
            server.hears(SECOND)
            server.sim("group", id=GROUP, title="Văn phòng Sở", members=[ADMIN, FOCAL])
            server.hears(GROUP)
            yield OnServer(server, timer)


def test_a_day_of_an_office_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.writes.ThreadPoolExecutor", AtOnce)

    async def main() -> None:
        async with a_stage(tmp_path) as stage:
            await Day(stage).play()
            assert MOVED in stage.telegram.chats

    in_virtual_time(main)  # messages are paced, which is nothing to wait for


@pytest.mark.timeout(300)  # a minute of it is waiting for the limits, on a machine that may be busy
def test_the_same_day_on_the_bot_api_with_real_limits(shared: Path, tmp_path: Path) -> None:
    with on_server(shared, tmp_path) as stage:
        asyncio.run(Day(stage).play())  # in real time, as the server has it
