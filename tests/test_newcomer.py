"""The README's way from the token to the first reminder, walked step by step on the strict Bot API of ../shared."""

import re
import sys
from base64 import b64encode
from pathlib import Path

from local_telegram import ROOT, TOKEN, local_telegram, process
from scripted_day import ADMIN, FOCAL, GROUP, PLAN, ROWS, UNIT
from test_day import TIMER
from updates import buttons

from handlers import words_plans

STEPS = re.compile(r"^\d\. ", re.MULTILINE)
MONDAY = "2027-03-01T08:00"


def test_the_readme_leads_there_in_six_steps_and_names_what_is_typed() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    way = text.split("## From BotFather to the first reminder")[1].split("##")[0]
    assert len(STEPS.findall(way)) <= 6
    for typed in (
        "PLANBOT_TOKEN=… make run",
        "admins = [your id]",
        "/start",
        f"/lienket {UNIT}",
        f"/moi {UNIT} đầu mối",
    ):
        assert typed in way


def test_a_newcomer_gets_a_reminder_by_these_steps(shared: Path, tmp_path: Path) -> None:
    config, data = tmp_path / "config.toml", tmp_path / "data"
    options = ["--config", str(config), "--data", str(data), "--now", MONDAY, "run"]
    later = tmp_path / "an-hour-later"
    with local_telegram(shared, "--limits", "real") as server:
        for user in (ADMIN, FOCAL):
            server.sim("user", id=user, first_name="An")
        settings = f'[telegram]\nbase_url = "{server.base_url}"\n'
        config.write_text(settings, "utf-8")
        with process([sys.executable, "-m", "bot", *options], {"PLANBOT_TOKEN": TOKEN}):
            assert str(ADMIN) in server.say(ADMIN, ADMIN, "/start")["text"]
        office = '[office]\nname = "Sở Khoa học và Công nghệ tỉnh An Bình"\n'
        config.write_text(f"{settings}{office}[access]\nadmins = [{ADMIN}]\n", "utf-8")
        with process([sys.executable, "-c", TIMER, str(later), *options], {"PLANBOT_TOKEN": TOKEN}):
            welcome = server.say(ADMIN, ADMIN, "/start")
            assert "trợ lý kế hoạch" in welcome["text"]
            content = b64encode(PLAN.encode()).decode()
            server.sim("send_file", chat=ADMIN, **{"from": ADMIN}, name="KH.txt", base64=content)
            [shown] = server.hears(ADMIN, after=welcome["message_id"])
            agree = words_plans.agree(ROWS)
            server.becomes(shown, f"Đọc được {ROWS} dòng")
            [now] = [m for m in server.sim("wait", chat=ADMIN, seconds=0) if agree in buttons(m)]
            server.press(ADMIN, ADMIN, now["message_id"], buttons(now)[agree])
            server.becomes(now, f"bản 1: {ROWS} dòng")
            server.sim("group", id=GROUP, title=UNIT, members=[ADMIN, FOCAL])
            server.hears(GROUP)
            tied = server.say(GROUP, ADMIN, f"/lienket {UNIT}")
            assert UNIT in tied["text"]
            code = re.search(r"start=(\S+)", server.say(ADMIN, ADMIN, f"/moi {UNIT} đầu mối")["text"])
            assert code
            assert "đầu mối" in server.say(FOCAL, FOCAL, f"/start {code[1]}")["text"]
            assert "Tin thử" in server.say(ADMIN, ADMIN, f"/thunhac {UNIT}")["text"]
            later.touch()
            [reminder] = server.hears(GROUP, after=tied["message_id"])
            assert reminder["text"].startswith(f"Nhắc việc ngày 01/3/2027 – {UNIT}\nTừ hôm nay, hệ thống nhắc")
        assert server.sim("refusals") == []
