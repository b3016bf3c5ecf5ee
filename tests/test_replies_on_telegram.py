"""Replies on the strict Bot API of ../shared with the real bot: about the message replied to, also after a restart."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from local_telegram import ROOT, TOKEN, LocalTelegram, local_telegram, process
from taken_once import TakenOnce

AN, BINH, GROUP, UNIT = 5, 6, -100500, -100700
BOT = [sys.executable, "-m", "bot"]
X, Y = "/hoi ai chủ trì nhiệm vụ số hóa?", "/hoi ai chủ trì kiện toàn Tổ chuyển đổi số?"


@dataclass(frozen=True)
class Office:
    """A server with its people, and how the bot of the office is started; it may be ended and started again."""

    telegram: LocalTelegram
    options: tuple[str, ...]

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """The bot runs."""
        with process([*BOT, *self.options, "run"], {"PLANBOT_TOKEN": TOKEN}):
            yield


@pytest.fixture(scope="module")
def office(shared: Path, tmp_path_factory: pytest.TempPathFactory, taken_once: TakenOnce) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("bot")
    with local_telegram(shared) as server:
        for user, name in ((AN, "An"), (BINH, "Bình")):
            server.sim("user", id=user, first_name=name)
        server.sim("group", id=UNIT, title="Văn phòng Sở", members=[AN, BINH])
        config = folder / "config.toml"
        access = f"[access]\nusers = [{AN}, {BINH}]\ngroups = [{GROUP}]\n"
        config.write_text(f'[telegram]\nbase_url = "{server.base_url}"\n{access}', "utf-8")
        options = ("--config", str(config), "--data", str(folder / "data"), "--now", "2026-11-30T08:00")
        taken_once.bring(folder / "data")
        samples = sorted((ROOT / "knowledge" / "samples").glob("*.txt"))
        subprocess.run([*BOT, *options, "plans", "add", *map(str, samples)], cwd=ROOT, check=True, timeout=60)
        link = [*BOT, *options, "units", "link", "Văn phòng Sở", str(UNIT)]
        subprocess.run(link, cwd=ROOT, check=True, timeout=60)
        yield Office(server, options)


def test_a_reply_names_the_answer_whoever_asks_and_after_a_restart(office: Office) -> None:
    telegram = office.telegram
    with office.at_work():
        telegram.sim("group", id=GROUP, title="Văn phòng", members=[AN, BINH])
        telegram.hears(GROUP)  # the greeting comes first
        about_x = telegram.say(GROUP, AN, X)
        about_y = telegram.say(GROUP, AN, Y)
        telegram.say(GROUP, BINH, Y)
        assert when(telegram, AN, about_x) == when(telegram, BINH, about_x) != when(telegram, AN, about_y)
        expected = when(telegram, BINH, about_x), when(telegram, BINH, about_y)
    with office.at_work():
        assert (when(telegram, BINH, about_x), when(telegram, AN, about_y)) == expected
        reminded(telegram)
        assert telegram.sim("refusals") == []


def when(telegram: LocalTelegram, who: int, about: dict[str, Any]) -> str:
    """The first line of what is answered to "when" in reply to a message."""
    said = telegram.say(GROUP, who, "khi nào xong?", reply_to=about["message_id"])
    first = str(said["text"]).splitlines()[0]
    assert first.startswith("Thời hạn: ")
    return first


def reminded(telegram: LocalTelegram) -> None:
    """A reply to a reminder is about its rows: all of them, or the one that is pointed at."""
    [digest] = [m for m in telegram.hears(UNIT) if "Kiện toàn Tổ chuyển đổi số" in m["text"]]
    every = telegram.say(UNIT, BINH, "ai phối hợp?", reply_to=digest["message_id"])
    assert every["text"].splitlines()[0].startswith("Phối hợp")
    first = telegram.say(UNIT, BINH, "cái thứ nhất thì sao?", reply_to=digest["message_id"])
    assert "Kiện toàn Tổ chuyển đổi số" in first["text"].splitlines()[0]
