"""The running bot killed (SIGKILL) again and again while it sends reminders to the strict Bot API of ../shared."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from builders import OFFICE, a_link
from dying import Toll
from local_telegram import ROOT, TOKEN, LocalTelegram

from knowledge.tasks.progress import ProgressStore
from scheduler.calendar import WorkingCalendar
from scheduler.ledger import Ledger
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

BOT = [sys.executable, "-m", "bot"]
GROUPS, ROWS = 12, 16  # rows for each group: two pages
FIRST_DAY = date(2027, 6, 23)
STAGES = (0, 2, 6, 7, 12, 19, 26)  # days later on which all rows are said again: 7, 3, 1, 0, then on Mondays
LIFE = 240.0  # seconds in which a bot has to get on: a group is asked to wait for up to a minute
SETTINGS = 'week_ahead = false\nmonth_overview = false\nongoing = "never"\noffice_after = 500\nleader_after = 400\n'


@dataclass
class Office:
    """A data folder with a plan and linked groups, and the server that the bot talks to."""

    server: LocalTelegram
    folder: Path
    toll: Toll = field(default_factory=Toll)
    bot: "subprocess.Popen[bytes]" = field(init=False)

    def prepare(self) -> None:
        """The plan, the groups and their links."""
        rows = "\n".join(
            f"{n}\tNhiệm vụ số {n}.\tBáo cáo\tPhòng Nghiệp vụ {n % GROUPS + 1}\tVăn phòng Sở\t30/6/2027"
            for n in range(1, GROUPS * ROWS + 1)
        )
        header = "STT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành"
        head = "SỞ NỘI VỤ\nSố: 12/KH-SNV\nAn Bình, ngày 15 tháng 12 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2027"
        (self.folder / "ke-hoach.txt").write_text(f"{head}\n{header}\n{rows}\n", encoding="utf-8")
        (self.folder / "config.toml").write_text(
            f'[telegram]\nbase_url = "{self.server.base_url}"\n[office]\nname = "{OFFICE}"\n[reminders]\n{SETTINGS}',
            encoding="utf-8",
        )
        command = [*BOT, *self._options(FIRST_DAY), "plans", "add", str(self.folder / "ke-hoach.txt")]
        subprocess.run(command, cwd=ROOT, check=True, timeout=120, capture_output=True)
        store = UnitStore(self.folder / "data" / "planbot.db")
        for n in range(1, GROUPS + 1):
            self.server.sim("group", id=-1000 - n, title=f"Phòng {n}", members=[])
            store.link(a_link(f"Phòng Nghiệp vụ {n}", -1000 - n))
        store.close()
        for kind in (Ledger, WorkdayStore, ProgressStore):  # the tables are there before the first life begins
            kind(self.folder / "data" / "planbot.db").close()

    def suffer(self, kills: int, seed: int) -> Toll:
        """Kills the bot so many times, day by day; each day is sent to its end and counted."""
        chance = random.Random(seed)  # noqa: S311 - a simulation
        arrived = n = 0
        while self.toll.kills < kills:
            later = STAGES[n] if n < len(STAGES) else STAGES[-1] + 7 * (n - len(STAGES) + 1)
            day, n = WorkingCalendar().on_or_after(FIRST_DAY + timedelta(days=later)), n + 1
            while self.toll.kills < kills and self._recorded() < n * GROUPS * ROWS:
                self._live(day, min(self._recorded() + chance.randint(1, 48), n * GROUPS * ROWS))
                time.sleep(chance.random() * 0.05)
                self._kill()
            self._live(day, n * GROUPS * ROWS)
            self._kill(counted=False)
            arrived = self._count(arrived)
        return self.toll

    def _live(self, day: date, goal: int) -> None:
        """Runs the bot until so many items are recorded as said."""
        command = [*BOT, *self._options(day), "run"]
        environment = os.environ | {"PLANBOT_TOKEN": TOKEN}
        self.bot = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        end = time.monotonic() + LIFE
        while self._recorded() < goal:
            if time.monotonic() > end or self.bot.poll() is not None:
                self._kill(counted=False)
                raise TimeoutError(f"{self._recorded()} of {goal} items said on {day}")
            time.sleep(0.005)

    def _kill(self, *, counted: bool = True) -> None:
        self.bot.kill()
        self.bot.wait(timeout=15)
        self.toll.kills += counted

    def _count(self, before: int) -> int:
        """What arrived since the day began: every row once, or again where a message was repeated."""
        calls = self._messages()
        rows: Counter[int] = Counter()
        seen: set[tuple[str, str]] = set()
        for call in calls[before:]:
            text, chat = str(call["parameters"]["text"]), str(call["parameters"]["chat_id"])
            self.toll.repeated += (chat, text) in seen
            seen.add((chat, text))
            rows.update(n for n in range(1, GROUPS * ROWS + 1) if f"Nhiệm vụ số {n}." in text)
        self.toll.lost += sum(rows[n] == 0 for n in range(1, GROUPS * ROWS + 1))
        return len(calls)

    def _recorded(self) -> int:
        connection = sqlite3.connect(self.folder / "data" / "planbot.db", timeout=30)
        try:
            return int(connection.execute("select count(*) from said").fetchone()[0])
        finally:
            connection.close()

    def _messages(self) -> list[dict[str, dict[str, object]]]:
        log = self.server.sim("log")
        return [call for call in log if call["method"] == "sendMessage" and call["ok"]]

    def _options(self, day: date) -> list[str]:
        config, data = str(self.folder / "config.toml"), str(self.folder / "data")
        return ["--config", config, "--data", data, "--now", f"{day}T08:00"]
