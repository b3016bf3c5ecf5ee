"""The real bot as a process, asked to end while everything it deals with hangs."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from local_telegram import PATIENCE, ROOT, TOKEN, local_telegram, process, until
from taken_once import TakenOnce

from bot.__main__ import command

AN, BINH, CHI = 5, 6, 7
BOT = [sys.executable, "-m", "bot"]
HANGS = 120  # seconds, far more than the bot may take to end
STUCK = f"""
import os, sys, time
from pathlib import Path
from bot import answering, cli
ask = answering.PlanAnswerer.ask
def stuck(self, text, *more):  # as a disk or a library may be; no thread can be ended from outside
    if "treo" in text:
        Path(os.environ["HANGING"]).touch()
        time.sleep({HANGS})
    return ask(self, text, *more)
answering.PlanAnswerer.ask = stuck
cli.main(sys.argv[1:])
"""


@pytest.mark.timeout(120)
def test_a_flood_under_a_ban_holds_up_nobody_and_a_signal_ends_the_bot_whatever_hangs(
    shared: Path, tmp_path: Path, taken_once: TakenOnce
) -> None:
    with local_telegram(shared) as server:
        for user in (AN, BINH, CHI):
            server.sim("user", id=user, first_name="An")
        config, data = tmp_path / "config.toml", tmp_path / "data"
        config.write_text(
            f'[telegram]\nbase_url = "{server.base_url}"\n[access]\nusers = [{AN}, {BINH}, {CHI}]\n', "utf-8"
        )
        options = ["--config", str(config), "--data", str(data), "--now", "2026-12-01T08:00"]
        taken_once.bring(data)
        sample = next((ROOT / "knowledge" / "samples").glob("*.txt"))
        subprocess.run([*BOT, *options, "plans", "add", str(sample)], cwd=ROOT, check=True, timeout=60)
        hanging = tmp_path / "hanging"
        environment = {"PLANBOT_TOKEN": TOKEN, "HANGING": str(hanging)}
        with process([sys.executable, "-c", STUCK, *options, "run"], environment) as bot:
            server.say(AN, AN, "/help")
            server.sim("fault", method="sendMessage", chat=AN, code=429, retry_after=HANGS, times=1000)
            for _ in range(40):
                server.sim("say", chat=AN, text="ai chủ trì?", **{"from": AN})
            assert server.say(BINH, BINH, "/help")["text"]
            server.sim("say", chat=CHI, text="treo", **{"from": CHI})
            server.sim("fault", method="sendMessage", chat=BINH, hang=HANGS)
            server.sim("say", chat=BINH, text="ai chủ trì?", **{"from": BINH})
            until(lambda: hanging.exists() and server.sim("backlog")["updates"] == 0)
            server.sim("fault", method="getUpdates", hang=HANGS, times=1000)
            lock = sqlite3.connect(data / "planbot.db")
            lock.execute("begin immediate")
            bot.send_signal(signal.SIGTERM)
            assert bot.wait(timeout=PATIENCE) == 0
            lock.rollback()
            lock.close()


@pytest.mark.parametrize("code", [0, 3])
def test_a_command_ends_its_process_with_its_code_and_takes_nothing_apart_before(
    code: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ended: list[int] = []
    monkeypatch.setattr("os._exit", ended.append)

    def main() -> None:
        sys.stdout.write("xong")
        sys.exit(code)

    monkeypatch.setattr("bot.__main__.main", main)
    command()
    assert ended == [code]
    assert capfd.readouterr().out == "xong"


def test_what_is_printed_arrives_whole_and_with_the_exit_code() -> None:
    done = subprocess.run([*BOT, "deadline", "x" * 50_000], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.returncode in {0, 1}
    assert done.stdout.endswith(b"\n")
