"""Cases in which an office was told wrong things, each by the commands that it used, on its own plans."""

import json
from pathlib import Path
from typing import Any

import pytest
from commanding import Planbot

ADMIN, LEADER = 11, 12
UNITS = {"Văn phòng Sở": -100, "Phòng Tổ chức biên chế": -101, "Phòng Thanh tra": -102}


@pytest.fixture
def planbot(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Planbot:
    if not (shared / "cases" / "plans").is_dir():
        pytest.skip("the plans of the cases are not beside this checkout")
    monkeypatch.delenv("PLANBOT_TOKEN", raising=False)
    access = f"[access]\nadmins = [{ADMIN}]\nleaders = [{LEADER}]\n"
    (tmp_path / "config.toml").write_text(access, encoding="utf-8")
    return Planbot(tmp_path, capsys)


@pytest.fixture
def take(planbot: Planbot, shared: Path) -> Any:
    def add(*names: str) -> None:
        for name in names:
            planbot.ok("plans", "add", str(shared / "cases" / "plans" / f"{name}.docx"), "--as", name)

    return add


def asked(planbot: Planbot, question: str, now: str) -> tuple[str, list[str]]:
    """The first line of an answer and the numbers of its rows."""
    _, out, _ = planbot.run("ask", question, "--json", now=now)
    answer = json.loads(out)
    return answer["answer"].splitlines()[0], [row["stt"] for row in answer["rows"]]


def reminded(planbot: Planbot, when: str) -> dict[int, str]:
    """What each chat would be told, all its messages together."""
    told: dict[int, str] = {}
    for message in planbot.json("remind", "--on", when, "--dry-run"):
        told[message["chat"]] = told.get(message["chat"], "") + message["text"] + "\n"
    return told


# case 01: lunar dates


@pytest.mark.parametrize(
    ("wording", "due"),
    [
        ("Ngày 10/3 (âm lịch)", "2026-04-26"),
        ("Mùng 5 tháng Giêng năm 2026", "2026-02-21"),
        ("Rằm tháng Giêng năm 2026", "2026-03-03"),
        ("Tháng Chạp", None),
        ("Ngày 15 tháng 6 nhuận âm lịch", None),
    ],
)
def test_a_lunar_date_is_told_as_its_solar_day_or_waits_for_an_admin(
    planbot: Planbot, wording: str, due: str | None
) -> None:
    out = planbot.ok("deadline", wording, "--year", "2026")
    assert (due in out) if due else ("conditional" in out and "2026-" not in out)


def test_two_days_before_the_kings_festival_nobody_is_told_that_it_is_over(planbot: Planbot, take: Any) -> None:
    take("am-lich-2026")
    planbot.ok("units", "link", "Văn phòng Sở", "--", "-100")
    told = reminded(planbot, "2026-04-24T08:00")[-100]
    assert "Dâng hương tưởng niệm các Vua Hùng – còn 2 ngày (26/4/2026)" in told
    assert "\nQuá hạn\n" not in told


# case 03: a year in the question


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("ai chủ trì báo cáo cải cách hành chính năm 2025", "Chủ trì: Văn phòng Sở"),
        ("năm 2025 ai chủ trì báo cáo cải cách hành chính", "Chủ trì: Văn phòng Sở"),
        ("hạn báo cáo cải cách hành chính năm ngoái", "Thời hạn: 30/6/2025"),
        ("ai chủ trì báo cáo cải cách hành chính năm 2026", "Chủ trì: Phòng Cải cách hành chính"),
        ("ai chủ trì báo cáo cải cách hành chính", "Chủ trì: Phòng Cải cách hành chính"),
        ("ai chủ trì báo cáo cải cách hành chính năm 2024", "Chưa có kế hoạch năm 2024."),
        ("năm 2024 hạn báo cáo cải cách hành chính là khi nào", "Chưa có kế hoạch năm 2024."),
    ],
)
def test_the_year_of_a_question_picks_the_plan_wherever_it_stands(
    planbot: Planbot, take: Any, question: str, said: str
) -> None:
    take("ke-hoach-2025", "ke-hoach-2026")
    assert asked(planbot, question, "2026-03-02T08:00")[0] == said


# case 06: rows without a chair


def test_a_row_without_a_chair_reaches_the_admin_and_the_figures_and_is_answered(planbot: Planbot, take: Any) -> None:
    take("thang-4")
    for unit, chat in UNITS.items():
        planbot.ok("units", "link", unit, "--", str(chat))
    week_before = reminded(planbot, "2026-04-22T08:00")
    assert "Sửa chữa nhà để xe" in week_before[ADMIN]
    assert "Nâng cấp hệ thống máy chủ dùng chung" in week_before[ADMIN]  # waits for a date
    assert "Sửa chữa nhà để xe" in reminded(planbot, "2026-05-04T08:00")[ADMIN]
    assert "Chưa giao đơn vị chủ trì" in week_before[LEADER]
    question = "ai chủ trì nâng cấp hệ thống máy chủ dùng chung"
    said, rows = asked(planbot, question, "2026-04-22T08:00")
    assert said.startswith("Kế hoạch không ghi đơn vị chủ trì của nhiệm vụ này")
    assert rows == ["4"]


# case 07: one truth of what recurs


def test_reminder_question_list_and_count_know_the_same_dates_of_a_monthly_duty(planbot: Planbot, take: Any) -> None:
    take("ke-hoach-2026")
    now = "2026-03-09T09:00"
    planbot.ok("units", "link", "Phòng Tổ chức biên chế", "--", "-101")
    assert "Đối chiếu quỹ lương – quá hạn 9 ngày (28/02/2026)" in reminded(planbot, now)[-101]
    said, rows = asked(planbot, "phòng tổ chức biên chế có việc gì quá hạn", now)
    assert (said[:4], rows) == ("Có 1", ["4"])
    _, rows = asked(planbot, "tháng 3 có việc gì đến hạn", now)
    due = planbot.json("due", "--from", "2026-03-01", "--to", "2026-03-31", now=now)
    assert sorted(rows) == sorted(row["stt"] for row in due) == ["3", "4", "5"]
    assert asked(planbot, "có bao nhiêu nhiệm vụ năm 2026", now)[0] == "Có 12 nhiệm vụ:"


def test_a_month_that_is_over_can_be_reported_until_it_is(planbot: Planbot, take: Any) -> None:
    take("ke-hoach-2026")
    now = "2026-03-09T09:00"

    def overdue() -> list[str]:
        rows = planbot.json("progress", "list", "--state", "overdue", now=now)
        return [row["due"] for row in rows if row["stt"] == "4"]

    assert overdue() == ["2026-01-30"]
    planbot.ok("progress", "set", "ke-hoach-2026:4", "done", "--for", "2026-01-30", now=now)
    assert overdue() == ["2026-02-28"]
    planbot.ok("progress", "set", "ke-hoach-2026:4", "done", "--for", "2026-02-28", now=now)
    assert overdue() == []


# case 08: windows of time, asked on a Sunday


@pytest.mark.parametrize(
    ("question", "when", "rows"),
    [
        ("mai có việc gì đến hạn", "từ 01/3/2026 đến 02/3/2026", []),
        ("ngày mai có việc gì đến hạn", "từ 01/3/2026 đến 02/3/2026", []),
        ("3 tuần tới có việc gì", "từ 02/3/2026 đến 22/3/2026", ["5"]),
        ("trong 2 tháng tới có việc gì đến hạn", "từ tháng 3 đến tháng 4/2026", ["5", "4", "3", "7", "8"]),
        ("thứ 6 tuần sau nữa có gì đến hạn", "ngày 13/3/2026", []),
        ("thứ sáu tuần trước có gì đến hạn", "ngày 20/02/2026", []),
        ("nửa cuối tháng 3 có việc gì", "từ 16/3/2026 đến 31/3/2026", ["5", "4", "3"]),
        ("đầu quý sau có việc gì", "trong tháng 4/2026", ["7", "8", "3", "4"]),
        ("cuối tháng này có việc gì", "từ 21/3/2026 đến 31/3/2026", ["4", "3"]),
        ("nhiệm vụ tháng 4", "trong tháng 4/2026", ["7", "8", "3", "4"]),
        ("việc trong quý 4", "trong quý IV/2026", ["4", "3", "2"]),
    ],
)
def test_a_window_of_time_is_said_and_holds_its_rows(
    planbot: Planbot, take: Any, question: str, when: str, rows: list[str]
) -> None:
    take("ke-hoach-2026")
    said, found = asked(planbot, question, "2026-03-01T08:00")
    assert f"đến hạn {when}" in said
    assert sorted(found) == sorted(rows)
