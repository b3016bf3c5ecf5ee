"""`planbot remind` on the strict Bot API of ../shared, with a real plan."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from evaluation import real_plans
from local_telegram import ROOT, TOKEN, LocalTelegram, local_telegram
from taken_once import TakenOnce

GROUP = -1001


def planbot(server: LocalTelegram, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    config = folder / "config.toml"
    config.write_text(f'[telegram]\nbase_url = "{server.base_url}"\n', encoding="utf-8")
    command = [sys.executable, "-m", "bot", "--config", str(config), "--data", str(folder / "data"), *arguments]
    environment = os.environ | {"PLANBOT_TOKEN": TOKEN, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False, encoding="utf-8"
    )


@pytest.mark.timeout(300)  # five processes one after the other, on a machine that may be busy
def test_a_row_is_reminded_a_week_ahead_and_the_same_pass_twice_sends_once(
    shared: Path, tmp_path: Path, taken_once: TakenOnce
) -> None:
    [plan, *_] = real_plans(shared)
    taken_once.bring(tmp_path / "data", [plan])
    with local_telegram(shared, "--limits", "real") as server:
        server.sim("group", id=GROUP, title="Văn phòng Sở", members=[])
        assert planbot(server, tmp_path, "plans", "add", str(plan)).returncode == 0
        assert planbot(server, tmp_path, "units", "link", "Văn phòng Sở", str(GROUP)).returncode == 0
        at = ("remind", "--on", "2022-05-24T08:00")
        shown = json.loads(planbot(server, tmp_path, *at, "--dry-run", "--json").stdout)
        assert any(
            "tập huấn quy trình số hóa" in f"{task['activity']} {task['task']}"
            and (task["due"], task["days_left"], task["role"]) == ("2022-05-31", 7, "lead")
            for message in shown
            for task in message["tasks"]
        )
        sent = [json.loads(planbot(server, tmp_path, *at, "--json").stdout) for _ in range(2)]
        calls = [call for call in server.sim("log") if call["method"] == "sendMessage" and call["ok"]]
        assert sent == [shown, []]
        assert len(calls) == len(shown)
        assert server.sim("refusals") == []
