"""`planbot setup` leads a newcomer from the token to the first plan, against the local Bot API."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_telegram import ROOT, TOKEN, LocalTelegram, local_telegram
from taken_once import TakenOnce

from bot.commands.setup import with_office
from bot.config import load_config
from scheduler.access import Role
from scheduler.people import PeopleStore

LAN = 7
SAMPLE = min((ROOT / "knowledge" / "samples").glob("*.txt"))


@pytest.fixture(name="telegram", scope="module")
def _telegram(shared: Path) -> Iterator[LocalTelegram]:
    with local_telegram(shared) as server:
        server.sim("user", id=LAN, first_name="Lan")
        yield server


def started(telegram: LocalTelegram, folder: Path, *options: str, **environment: str) -> "subprocess.Popen[str]":
    config = folder / "config.toml"
    config.write_text(f'[telegram]\nbase_url = "{telegram.base_url}"\n', "utf-8")
    command = [sys.executable, "-m", "bot", "--config", str(config), "--data", str(folder / "data"), "setup", *options]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLANBOT_")}
    return subprocess.Popen(
        command, cwd=ROOT, env=kept | environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def test_a_newcomer_is_led_to_the_first_plan(telegram: LocalTelegram, tmp_path: Path, taken_once: TakenOnce) -> None:
    taken_once.bring(tmp_path / "data")
    process = started(telegram, tmp_path)
    assert process.stdin
    assert process.stdout
    # a wrong token, the right one, where to keep it, the office, a file that is none, the plan
    process.stdin.write(f"1:WRONG\n{TOKEN}\n\nSở Nội vụ tỉnh An Bình\nkhong-co.docx\n{SAMPLE}\n")
    process.stdin.flush()
    said = ""
    while not (code := re.search(r"start=(\S+)", said)):
        line = process.stdout.readline()
        assert line, said
        said += line
    telegram.sim("say", chat=LAN, **{"from": LAN}, text="xin chào")
    telegram.sim("say", chat=LAN, **{"from": LAN}, text=f"/start {code[1]}")
    rest, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert "Telegram does not know this token" in errors
    assert "privacy mode" in said
    assert "Lan (7) is admin." in rest
    assert "Plans in the library: 1." in rest
    assert TOKEN not in said + rest + errors
    file = tmp_path / "data" / "token"
    assert file.read_text("utf-8").strip() == TOKEN
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    config = load_config(tmp_path / "config.toml", {"PLANBOT_TOKEN_FILE": str(file)})
    assert (config.office.name, config.token) == ("Sở Nội vụ tỉnh An Bình", TOKEN)
    people = PeopleStore(tmp_path / "data" / "planbot.db")
    assert people.roll().role(LAN) is Role.ADMIN
    people.close()
    assert [refusal["method"] for refusal in telegram.sim("refusals")] == ["getMe"]  # of the wrong token


def test_where_nobody_says_the_code_it_stays_good(telegram: LocalTelegram, tmp_path: Path) -> None:
    process = started(telegram, tmp_path, "--wait", "0.1", PLANBOT_TOKEN=TOKEN)
    said, errors = process.communicate("Sở X\n\n", timeout=60)
    assert process.returncode == 1
    assert "It is set in the environment, and the bot is @" in said
    assert "The code stays good for a week" in errors


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[office]\nname = "Sở \\"A\\""\n'),
        (
            '# first\n[office]\n# why\nname = ""\n\n[access]\n',
            '# first\n[office]\n# why\nname = "Sở \\"A\\""\n\n[access]\n',
        ),
        ("[office]\n[access]\n", '[office]\nname = "Sở \\"A\\""\n[access]\n'),
        ("[access]\n", '[office]\nname = "Sở \\"A\\""\n\n[access]\n'),
    ],
    ids=["no file", "the key is there", "the section is there", "other sections"],
)
def test_the_name_of_the_office_is_all_that_changes(before: str, after: str) -> None:
    assert with_office(before, 'Sở "A"') == after
