"""The bot beside a Telegram that is not ours (telegram-test-api of npm), whose answers lack what Telegram always tells.

It is installed with `make foreign`; where it or node is missing the test skips and says so.
"""

import contextlib
import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from commanding import Planbot
from local_telegram import ROOT, TOKEN
from running import traces

from handlers import words

FOLDER = ROOT / "tests" / "foreign"
ADMIN, STRANGER, GROUP = 9, 66, -100500
SAMPLE = ROOT / "knowledge" / "samples" / "chuyen-doi-so-2027.txt"
NOW = "2027-03-01T08:00"
PATIENCE = 20.0  # seconds in which the bot has to have said what is waited for
QUESTION = "ai chủ trì số hóa kết quả giải quyết thủ tục hành chính?"


@dataclass
class Foreign:
    """What people do on that Telegram."""

    node: "subprocess.Popen[str]"
    log: Path

    def does(self, what: str, user: int = ADMIN, chat: int | None = None, **more: Any) -> list[dict[str, Any]]:
        """Somebody does something; what the bot has said in that chat since the last look."""
        kind = "private" if chat is None else "supergroup"
        return self._asked({"do": what, "user": user, "chat": chat or user, "type": kind, **more})

    def hears(self, said: str, user: int = ADMIN, chat: int | None = None) -> dict[str, Any]:
        """The bot's next message in that chat that says this."""
        end = time.monotonic() + PATIENCE
        seen: list[str] = []
        while time.monotonic() < end:
            for message in self.does("look", user, chat):
                seen.append(str(message.get("text")))
                if said in seen[-1]:
                    return message
            time.sleep(0.1)
        raise AssertionError(f"nothing says {said!r}, but {seen}; {self.log.read_text()[-2000:]}")

    def becomes(self, said: str, message: dict[str, Any]) -> None:
        """A message of the bot that says this after a while."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            [now] = self.does("again", message=message["message_id"])
            if said in now["text"]:
                return
            time.sleep(0.1)
        raise AssertionError(f"it still says {now['text']}; {self.log.read_text()[-2000:]}")

    def _asked(self, wish: dict[str, Any]) -> list[dict[str, Any]]:
        assert self.node.stdin
        assert self.node.stdout
        self.node.stdin.write(json.dumps(wish) + "\n")
        self.node.stdin.flush()
        answer = json.loads(self.node.stdout.readline())
        assert "error" not in answer, answer
        found: list[dict[str, Any]] = answer["said"]
        return found


@contextlib.contextmanager
def ended(child: "subprocess.Popen[str]") -> "Iterator[subprocess.Popen[str]]":
    try:
        yield child
    finally:
        child.terminate()
        child.communicate(timeout=15)


@pytest.fixture
def foreign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Foreign]:
    """That Telegram as a process, and the real bot on it with the sample plan."""
    node = shutil.which("node")
    if node is None or not (FOLDER / "node_modules" / "telegram-test-api").is_dir():
        pytest.skip("telegram-test-api of npm is not installed here: `make foreign` does it")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    talk: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with ended(subprocess.Popen([node, "client.js", TOKEN, str(port)], cwd=FOLDER, **talk)) as server:
        assert server.stdout
        url = json.loads(server.stdout.readline())["url"]
        quiet = "reminders.month_overview = false"  # this server takes no pictures and no documents
        config = f'telegram.base_url = "{url}/bot"\n{quiet}\n[access]\nadmins = [{ADMIN}]\ngroups = [{GROUP}]\n'
        (tmp_path / "config.toml").write_text(config, encoding="utf-8")
        Planbot(tmp_path, capsys, NOW).ok("plans", "add", str(SAMPLE))
        log = tmp_path / "log.txt"
        options = ["--config", str(tmp_path / "config.toml"), "--data", str(tmp_path / "data")]
        command = [sys.executable, "-m", "bot", *options, "--now", NOW, "run"]
        environment = {"PLANBOT_TOKEN": TOKEN, "PATH": "/usr/bin:/bin"}
        with (
            log.open("w") as out,
            ended(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out, text=True)),
        ):
            yield Foreign(server, log)


def test_the_main_ways_work_on_a_telegram_that_is_not_ours(foreign: Foreign) -> None:
    ways: tuple[Callable[[Foreign], None], ...] = (_a_stranger, _an_admin_asks, _a_row_opens, _a_group, _commands)
    for way in ways:
        way(foreign)
    log = foreign.log.read_text(encoding="utf-8")
    assert "is running" in log
    assert "fault of planbot" not in log
    assert traces(log) == 0
    assert ": perhaps" not in log  # what arrived is known to have arrived, and is not sent again


def _a_stranger(foreign: Foreign) -> None:
    foreign.does("command", STRANGER, text="/start")
    assert words.ASK_IN in str(foreign.hears(str(STRANGER), STRANGER))


def _an_admin_asks(foreign: Foreign) -> None:
    foreign.does("say", text=QUESTION)
    foreign.hears("Chủ trì: Bộ phận Một cửa của Sở")
    foreign.does("say", text="khi nào phải xong?")
    foreign.hears("Thời hạn: Trước ngày 31/3/2027")


def _a_row_opens(foreign: Foreign) -> None:
    foreign.does("say", text="những việc nào đến hạn trong tháng 12")
    listed = foreign.hears("đến hạn trong tháng 12")
    data = listed["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    foreign.does("press", data=data, message=listed["message_id"])
    foreign.becomes("Nguồn: ", listed)


def _a_group(foreign: Foreign) -> None:
    foreign.does("command", chat=GROUP, text=f"/hoi {QUESTION}")
    foreign.hears("Bộ phận Một cửa", chat=GROUP)


def _commands(foreign: Foreign) -> None:
    for text, said in (
        ("/han tháng 12", "đến hạn trong tháng 12"),
        ("/viec Văn phòng Sở", "Văn phòng Sở"),
        ("/nguoidung", "Người và nhóm"),
        ("/moi", "https://t.me/"),
        ("/nhatky", "Nhật ký"),
        ("/help", "Hướng dẫn"),
    ):
        foreign.does("command", text=text)
        foreign.hears(said)
