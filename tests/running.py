"""The real bot as a process in a small office, to be asked, flooded, killed and watched over a local Bot API."""

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import psutil
from builders import OFFICE, a_link
from local_telegram import ROOT, TOKEN, LocalTelegram

from scheduler.units import UnitStore

BOT = (sys.executable, "-m", "bot")
SAMPLES = sorted((ROOT / "knowledge" / "samples").glob("*.txt"))
DAY = "2027-06-23"
START = 90.0  # seconds that a bot may take until it listens, on a machine that may be busy
HEADER = "STT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành"
HEAD = "SỞ NỘI VỤ\nSố: 12/KH-SNV\nAn Bình, ngày 15 tháng 12 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2027"


def a_plan_text(units: int, rows: int, words: str = "Nhiệm vụ số") -> str:
    """A plan of that office: so many rows, shared out among the units, all due in a week."""
    lines = (
        f"{n}\t{words} {n}.\tBáo cáo\tPhòng Nghiệp vụ {n % units + 1}\tVăn phòng Sở\t30/6/2027"
        for n in range(1, rows + 1)
    )
    return "\n".join((HEAD, HEADER, *lines, ""))


@dataclass
class Running:
    """An office with a data folder, and the bot in it.

    Args:
        people: who is let in; the first is the admin.
        groups: how many units have a group; `rows` how many rows fall due for all of them together.
        telegram: further lines of the section of that name.
        program: how the bot is started.
    """

    server: LocalTelegram
    folder: Path
    people: list[int]
    groups: int = 0
    rows: int = 0
    telegram: str = ""
    program: Sequence[str] = BOT
    bot: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    @property
    def log(self) -> str:
        """What all bots of this office logged."""
        file = self.folder / "bot.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def prepare(self) -> None:
        """The configuration, the people, the sample plans, and a plan of the units with their groups."""
        for user in self.people:
            self.server.sim("user", id=user, first_name="An")
        access = f"[access]\nusers = {self.people}\nadmins = [{self.people[0]}]\n"
        telegram = f'[telegram]\nbase_url = "{self.server.base_url}"\n{self.telegram}\n'
        (self.folder / "config.toml").write_text(
            f'{telegram}[office]\nname = "{OFFICE}"\n{access}'
            '[reminders]\nweek_ahead = false\nmonth_overview = false\nongoing = "never"\n',
            encoding="utf-8",
        )
        files = list(SAMPLES)
        if self.rows:
            files.append(self.folder / "ke-hoach.txt")
            files[-1].write_text(a_plan_text(self.groups, self.rows), encoding="utf-8")
        self.planbot("plans", "add", *map(str, files))
        store = UnitStore(self.data / "planbot.db")
        for n in range(1, self.groups + 1):
            self.server.sim("group", id=-1000 - n, title=f"Phòng {n}", members=self.people)
            store.link(a_link(f"Phòng Nghiệp vụ {n}", -1000 - n))
        store.close()

    def options(self) -> list[str]:
        """What comes before the command."""
        return ["--config", str(self.folder / "config.toml"), "--data", str(self.data), "--now", f"{DAY}T08:00"]

    def planbot(self, *command: str) -> str:
        """The output of a command that has to succeed."""
        done = subprocess.run(
            [*BOT, *self.options(), *command], cwd=ROOT, check=True, timeout=300, capture_output=True, text=True
        )
        return done.stdout

    def start(self) -> None:
        """A bot that listens.

        Raises:
            TimeoutError: it did not get that far.
        """
        heard = self.log.count("is running")
        with (self.folder / "bot.log").open("ab") as log:
            self.bot = subprocess.Popen(
                [*self.program, *self.options(), "run"],
                cwd=ROOT, env=os.environ | {"PLANBOT_TOKEN": TOKEN}, stdout=log, stderr=log,
            )  # fmt: skip
        end = time.monotonic() + START
        while self.log.count("is running") == heard:
            if time.monotonic() > end or self.bot.poll() is not None:
                raise TimeoutError(f"no bot is running: {self.log[-2000:]}")
            time.sleep(0.02)

    def kill(self) -> None:
        """Ends the bot as a power cut would."""
        if self.bot:
            self.bot.kill()
            self.bot.wait(timeout=15)

    def memory(self) -> float:
        """What the bot and its children hold, in MB."""
        assert self.bot
        me = psutil.Process(self.bot.pid)
        return sum(one.memory_info().rss for one in (me, *me.children(recursive=True))) / 2**20

    def troubles(self) -> str:
        """What should not stand in the log or among the answers of Telegram, as figures."""
        refused = Counter(call["error"].removeprefix("Bad Request: ") for call in self.server.sim("refusals"))
        calls = "; ".join(f"{count} times {words!r}" for words, count in refused.items())
        return f"{traces(self.log)} lines of traces, refused by the Bot API: {calls or 'nothing'}"


def traces(log: str) -> int:
    """How many places of the code a bot's log tells for errors; each has some, whether or not its words are told."""
    return len(re.findall(r"^ *File \".+\", line \d+, in ", log, re.MULTILINE))


def sent(server: LocalTelegram) -> list[dict[str, Any]]:
    """The messages that arrived: at (seconds), chat, text."""
    calls = server.sim("log")
    return [
        {"at": call["at"], "chat": int(call["parameters"]["chat_id"]), "text": call["parameters"]["text"]}
        for call in calls
        if call["method"] == "sendMessage" and call["ok"]
    ]


def waits(messages: Iterable[dict[str, Any]], asked: dict[int, float], mark: str = "") -> dict[int, float]:
    """Seconds until each person who asked at a moment had a message (with these words), by person; the rest lack."""
    found: dict[int, float] = {}
    for message in messages:
        began = asked.get(message["chat"])
        if began is not None and message["at"] >= began and mark in message["text"]:
            found.setdefault(message["chat"], message["at"] - began)
    return found


def spread(seconds: Iterable[float]) -> str:
    """Median, 95th percentile and longest of waits."""
    ordered = sorted(seconds)
    if not ordered:
        return "none"
    p50, p95 = ordered[len(ordered) // 2], ordered[int(0.95 * (len(ordered) - 1))]
    return f"p50 {p50:.1f} s, p95 {p95:.1f} s, longest {ordered[-1]:.1f} s"


def states(running: Running) -> dict[str, str]:
    """The state of each row by its number and plan, as the command line lists it."""
    listed = json.loads(running.planbot("progress", "list", "--json"))
    return {f"{row['source']}:{row['stt']}": row["state"] for row in listed}
