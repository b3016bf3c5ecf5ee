"""The commands of the reminders as a person uses them, on an invented plan."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from commanding import Planbot
from fake_telegram import Fault, StrictTelegram
from telegram.error import NetworkError
from telegram_markup import Refusal

from bot.cli import main
from knowledge.database import DATABASE_NAME
from scheduler.clock import VIETNAM
from scheduler.ledger import Ledger

TAB = "\t"
PLAN = "\n".join(
    [
        "SỞ NỘI VỤ",
        "Số: 12/KH-SNV",
        "An Bình, ngày 15 tháng 12 năm 2026",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2027",
        TAB.join(("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành")),
        TAB.join(("1", "Số hóa hồ sơ đang còn hiệu lực", "Hồ sơ số", "Văn phòng Sở", "Thanh tra Sở", "30/6/2027")),
        TAB.join(("2", "Kiểm tra việc giải quyết hồ sơ", "Báo cáo", "Thanh tra Sở", "Văn phòng Sở", "Quý III/2027")),
        TAB.join(("3", "Theo dõi, đôn đốc việc thực hiện", "Báo cáo", "Văn phòng Sở", "Thanh tra Sở", "Thường xuyên")),
    ]
)  # fmt: skip
OTHER = PLAN.replace("AN BÌNH", "BÌNH YÊN").replace("An Bình", "Bình Yên")
ROW = "ke-hoach:1"


@pytest.fixture
def planbot(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Planbot:
    monkeypatch.delenv("PLANBOT_TOKEN", raising=False)
    (tmp_path / "config.toml").write_text("[access]\nadmins = [1]\n", encoding="utf-8")
    (tmp_path / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    planbot = Planbot(tmp_path, capsys)
    planbot.ok("plans", "add", str(tmp_path / "ke-hoach.txt"))
    return planbot


def kinds(messages: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(message["kind"], message["chat"]) for message in messages]


def test_a_dry_run_shows_the_row_a_week_ahead_and_changes_nothing(planbot: Planbot) -> None:
    planbot.ok("units", "link", "Văn phòng Sở", "-1001")
    for _ in range(2):
        upcoming, *_ = planbot.json("remind", "--on", "2027-06-23T08:00", "--dry-run")
        text = upcoming.pop("text")
        assert "Số hóa hồ sơ đang còn hiệu lực" in text
        assert "còn 7 ngày" in text
        assert upcoming == {
            "chat": -1001,
            "unit": "Văn phòng Sở",
            "kind": "upcoming",
            "late": False,
            "tasks": [
                {
                    "source": "ke-hoach.txt",
                    "stt": "1",
                    "task": "Số hóa hồ sơ đang còn hiệu lực",
                    "activity": None,
                    "due": "2027-06-30",
                    "days_left": 7,
                    "role": "lead",
                    "late": False,
                }
            ],
        }


def test_a_day_is_taken_as_its_morning_and_a_day_off_is_said(planbot: Planbot) -> None:
    planbot.ok("units", "link", "Văn phòng Sở", "-1001")
    assert planbot.json("remind", "--on", "2027-06-23", "--dry-run")
    code, out, err = planbot.run("remind", "--on", "2027-06-27", "--dry-run", "--json")
    assert (code, json.loads(out)) == (0, [])
    assert "day off or in the quiet hours" in err


def test_without_a_token_nothing_is_sent_and_nothing_is_lost(planbot: Planbot) -> None:
    planbot.ok("units", "link", "Văn phòng Sở", "-1001")
    code, _, err = planbot.run("remind")
    assert code == 3
    assert "neither PLANBOT_TOKEN nor PLANBOT_TOKEN_FILE is set" in err
    assert planbot.json("remind", "--dry-run")


@pytest.mark.parametrize("when", ["tomorrow", "2027-13-01"])
def test_a_time_that_is_none_is_refused(planbot: Planbot, when: str) -> None:
    code, _, err = planbot.run("remind", "--on", when, "--dry-run")
    assert code == 2
    assert "is not a time" in err


def test_a_unit_of_two_offices_is_refused_with_the_choices(planbot: Planbot) -> None:
    (planbot.folder / "khac.txt").write_text(OTHER, encoding="utf-8")
    planbot.ok("plans", "add", str(planbot.folder / "khac.txt"))
    code, _, err = planbot.run("units", "link", "Văn phòng Sở", "-1001")
    assert code == 3
    assert "sở nội vụ tỉnh an bình; sở nội vụ tỉnh bình yên" in err.lower()
    planbot.ok("units", "link", "Văn phòng Sở", "-1001", "--office", "Sở Nội vụ tỉnh Bình Yên")
    assert {t["source"] for m in planbot.json("remind", "--dry-run") if m["chat"] == -1001 for t in m["tasks"]} == {
        "khac.txt"
    }


def test_units_are_listed_with_and_without_chats_and_untied(planbot: Planbot) -> None:
    planbot.ok("units", "link", "Văn phòng Sở", "-1001", "--thread", "5")
    planbot.ok("units", "link", "Văn phòng Sở", "-7", "--role", "leader")
    listed = [(row["unit"], row["role"], row["chat"], row["thread"]) for row in planbot.json("units", "list")]
    assert sorted(listed, key=str) == [
        ("Thanh tra Sở", None, None, None),
        ("Văn phòng Sở", "leader", -7, None),
        ("Văn phòng Sở", "unit", -1001, 5),
    ]
    assert "1 links removed" in planbot.ok("units", "unlink", "văn phòng sở", "-7")
    assert planbot.run("units", "unlink", "Phòng Y")[0] == 1


def test_an_alias_is_used_for_the_rows_that_name_it(planbot: Planbot) -> None:
    planbot.ok("units", "link", "Văn phòng Sở", "-1001")
    planbot.ok("units", "alias", "Thanh tra Sở", "Văn phòng Sở")
    assert "Thanh tra Sở = Văn phòng Sở" in planbot.ok("units", "list")
    messages = planbot.json("remind", "--on", "2027-09-23", "--dry-run")
    assert [m["chat"] for m in messages if m["kind"] == "upcoming"] == [-1001]


def test_what_falls_due_is_listed_by_date(planbot: Planbot) -> None:
    rows = planbot.json("due", "--from", "2027-06-01", "--to", "2027-12-31")
    assert [(row["stt"], row["due"]) for row in rows] == [("1", "2027-06-30"), ("2", "2027-09-30")]
    assert rows[0]["lead"] == ["Văn phòng Sở"]
    assert rows[0]["deadline"] == {"text": "30/6/2027", "kind": "date", "due": ["2027-06-30"]}
    assert [row["stt"] for row in planbot.json("due", "--to", "2027-12-31", "--unit", "thanh tra sở")] == ["2"]
    assert planbot.json("due", "--from", "từ 1/6/2027 đến 31/12/2027") == rows
    assert planbot.run("due", "--from", "tháng 13")[0] == 2
    assert planbot.run("due", "--from", "2028-01-01")[0] == 1
    assert planbot.run("due", "--from", "2027-02-01", "--to", "2027-01-01")[0] == 2


@pytest.mark.parametrize("command", ["due", "progress list"])
def test_a_unit_that_no_plan_names_is_told_with_the_nearest(planbot: Planbot, command: str) -> None:
    code, out, err = planbot.run(*command.split(), "--unit", "Thanh trà Sở Y")
    assert (code, out) == (1, "")
    assert "Thanh trà Sở Y: no plan names this unit; perhaps Thanh tra Sở" in err


def test_a_reported_row_is_silent_until_it_is_taken_back(planbot: Planbot) -> None:
    planbot.ok("units", "link", "Văn phòng Sở", "-1001")
    assert "hoàn thành đúng hạn" in planbot.ok("progress", "set", ROW, "done", "--proof", "15/BC-VP")
    assert ("upcoming", -1001) not in kinds(planbot.json("remind", "--dry-run"))
    assert planbot.json("due") == []
    assert "taken back" in planbot.ok("progress", "undo", ROW)
    assert ("upcoming", -1001) in kinds(planbot.json("remind", "--dry-run"))
    assert "15/BC-VP" in planbot.ok("progress", "history", ROW)


def test_work_reported_after_its_date_is_late(planbot: Planbot) -> None:
    assert "hoàn thành quá hạn" in planbot.ok("progress", "set", ROW, "done", now="2027-07-02T08:00")
    (row,) = planbot.json("progress", "list", "--state", "done_late")
    assert row["stt"] == "1"


def test_an_extension_is_asked_for_and_granted(planbot: Planbot) -> None:
    assert planbot.run("progress", "set", ROW, "--grant", "2027-07-15")[0] == 1
    assert "xin gia hạn" in planbot.ok("progress", "set", ROW, "--extend", "2027-07-31", "--note", "chờ hướng dẫn")
    assert ("extension", 1) in kinds(planbot.json("remind", "--dry-run"))
    assert "due 2027-07-15" in planbot.ok("progress", "set", ROW, "--grant", "2027-07-15")
    assert [row["due"] for row in planbot.json("due")] == ["2027-07-15"]
    planbot.ok("progress", "set", ROW, "--printed-date")
    assert [row["due"] for row in planbot.json("due")] == ["2027-06-30"]


def test_a_row_that_is_not_there_and_two_wishes_at_once_are_refused(planbot: Planbot) -> None:
    assert planbot.run("progress", "set", "ke-hoach:99", "done")[0] == 1
    assert planbot.run("progress", "set", ROW, "done", "--due", "2027-07-15")[0] == 2
    assert planbot.run("progress", "undo", ROW)[0] == 1


def test_the_calendar_is_listed_and_set(planbot: Planbot) -> None:
    planbot.ok("units", "link", "Văn phòng Sở", "-1001")
    assert "2027-09-02  off " in planbot.ok("calendar", "list")
    planbot.ok("calendar", "off", "2027-06-23", "--note", "hoán đổi")
    assert "2027-06-23  off   set 2027-06-23 hoán đổi" in planbot.ok("calendar", "list")
    assert planbot.json("remind", "--dry-run") == []
    planbot.ok("calendar", "unset", "2027-06-23")
    assert planbot.run("calendar", "unset", "2027-06-23")[0] == 1
    planbot.ok("calendar", "work", "2027-06-26")
    assert planbot.json("remind", "--on", "2027-06-26", "--dry-run")


SECRET = "123456:AAEsecretsecretsecretsecretsecret01"


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_wrong_token_is_told_and_never_shown(
    planbot: Planbot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, debug: str
) -> None:
    telegram = StrictTelegram(faults=[Fault("getMe", Refusal(401, "Unauthorized"))])
    monkeypatch.setattr("bot.app.Line", lambda: telegram)
    monkeypatch.setenv("PLANBOT_TOKEN", SECRET)
    monkeypatch.setenv("PLANBOT_DEBUG", debug)
    code, out, err = planbot.run("remind")
    assert code == 3
    assert "ask @BotFather for the right one" in err
    assert "unexpected" not in err
    assert "secret" not in out + err + caplog.text


def test_a_telegram_that_cannot_be_reached_is_told(planbot: Planbot, monkeypatch: pytest.MonkeyPatch) -> None:
    telegram = StrictTelegram(faults=[Fault("getMe", NetworkError("httpx.ConnectError"))])
    monkeypatch.setattr("bot.app.Line", lambda: telegram)
    monkeypatch.setenv("PLANBOT_TOKEN", SECRET)
    code, _, err = planbot.run("remind")
    assert code == 3
    assert "https://api.telegram.org/bot, nothing was sent: httpx.ConnectError" in err


def test_an_unexpected_error_is_told_without_the_token(planbot: Planbot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(f"POST https://example.org/bot{SECRET}/getMe and 99:ZZsecretsecretsecretsecret")

    monkeypatch.setenv("PLANBOT_TOKEN", SECRET)
    monkeypatch.setattr("bot.wiring.Ledger", broken)
    code, _, err = planbot.run("remind", "--dry-run")
    assert code == 3
    assert "bot…/getMe and …" in err
    assert "secret" not in err


def test_check_names_the_chats_that_cannot_be_reached(planbot: Planbot) -> None:
    ledger = Ledger(planbot.folder / "data" / DATABASE_NAME)
    ledger.park(-1001, "bot was kicked", datetime(2027, 6, 1, 8, tzinfo=VIETNAM))
    ledger.close()
    code, out, _ = planbot.run("check")
    assert code == 1
    assert "chat -1001 gets no reminders since 2027-06-01T08:00:00+07:00: bot was kicked" in out


def test_a_day_to_come_is_only_shown(planbot: Planbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANBOT_TOKEN", SECRET)
    code, _, err = planbot.run("remind", "--on", "2027-06-24T08:00")
    assert code == 3
    assert "2027-06-24T08:00 is still to come" in err
    assert planbot.json("remind", "--on", "2027-06-24T08:00", "--dry-run")


def test_a_bot_whose_clock_is_ahead_says_so(
    planbot: Planbot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PLANBOT_TOKEN", SECRET)
    monkeypatch.setattr("bot.app.run", lambda *_, **__: None)
    planbot.ok("run", now="2020-06-23T08:00")
    assert caplog.text == ""
    planbot.ok("run", now="2999-06-23T08:00")
    assert "the clock says 2999-06-23 08:00" in caplog.text


@pytest.mark.parametrize("option", ["--extend", "--grant"])
def test_more_time_is_time_after_the_date_that_holds(planbot: Planbot, option: str) -> None:
    planbot.ok("progress", "set", ROW, "--extend", "2027-07-31")
    code, _, err = planbot.run("progress", "set", ROW, option, "2027-06-30")
    assert code == 3
    assert "2027-06-30: expected a day after 2027-06-30" in err
    assert "due 2027-07-15" in planbot.ok("progress", "set", ROW, "--grant", "2027-07-15")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ["--data", "{folder}/config.toml/data", "units", "list"],
            "a file is where a folder is expected",
            id="data folder",
        ),
        pytest.param(["units", "link", "Thanh tra Sở", str(2**63)], "is not in the range", id="chat"),
        pytest.param(["--now", "0001-01-01", "due"], "is not a time such as", id="clock"),
    ],
)
def test_a_plain_circumstance_is_told_and_is_no_fault_of_planbot(
    planbot: Planbot, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    given = [argument.replace("{folder}", str(planbot.folder)) for argument in arguments]
    with pytest.raises(SystemExit) as ended:
        main(["--data", str(planbot.folder / "data"), *given])
    err = capsys.readouterr().err
    assert ended.value.code in {2, 3}
    assert said in err
    assert "unexpected" not in err
