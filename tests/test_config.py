from pathlib import Path

import pytest

from bot.config import Config, load_config
from knowledge.errors import RefusedError

ROOT = Path(__file__).resolve().parents[1]


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_file_says_the_defaults() -> None:
    assert load_config(ROOT / "config.toml", {}) == Config()


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'colour = 1\n[access]\nusers = ["An"]\nadmin = [5]\n[telegram]\nwebhook_port = "x"\nmode = "pigeon"\n',
    )
    with pytest.raises(RefusedError) as refused:
        load_config(path, {})
    assert [problem.removeprefix(f"{path}: ") for problem in refused.value.problems] == [
        "colour: unknown key; known are access, log, metrics, office, questions, reminders, search, telegram",
        "access.admin: unknown key; known are admins, groups, leaders, users",
        "access.users = ['An']: expected a list of whole numbers",
        "telegram.mode = 'pigeon': expected one of polling, webhook",
        "telegram.webhook_port = 'x': expected a whole number",
    ]


def test_the_token_comes_from_the_environment_and_is_not_shown() -> None:
    config = load_config(None, {"PLANBOT_TOKEN": "123:SECRET"})
    assert config.token == "123:SECRET"
    assert "SECRET" not in repr(config)


def test_a_token_in_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="token: unknown key"):
        load_config(write(tmp_path, 'token = "123:SECRET"\n'), {})


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="is not valid TOML"):
        load_config(write(tmp_path, "[access\n"), {})
    with pytest.raises(RefusedError, match="cannot be read"):
        load_config(tmp_path / "none.toml", {})


def test_stages_may_be_given_by_unit_and_are_checked(tmp_path: Path) -> None:
    good = write(tmp_path, '[reminders.stages_for]\n"Văn phòng Sở" = [14, 3]\n')
    assert load_config(good, {}).reminders.stages_for == {"Văn phòng Sở": (14, 3)}
    bad = write(tmp_path, '[reminders]\nquiet_from = "evening"\n[reminders.stages_for]\n"Thanh tra" = "weekly"\n')
    with pytest.raises(RefusedError) as refused:
        load_config(bad, {})
    assert [problem.removeprefix(f"{bad}: ") for problem in refused.value.problems] == [
        "reminders.stages_for.Thanh tra = 'weekly': expected a list of whole numbers",
        "reminders.quiet_from = 'evening': expected a time as \"07:30\"",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('base_url = "http://127.0.0.1:8081"', "telegram.base_url = 'http://127.0.0.1:8081': expected an address"),
        ('mode = "webhook"', "telegram.webhook_url = '': expected an https address"),
    ],
)
def test_where_telegram_is_has_to_make_sense(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(RefusedError) as refused:
        load_config(write(tmp_path, f"[telegram]\n{text}\n"), {})
    assert problem in refused.value.problems[0]


def test_every_wrong_setting_of_the_reminders_is_told_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[reminders]\nlater_days = 0\nevery_minutes = -5\nquiet_from = "evening"\nquiet_until = "morning"\n'
        '[reminders.stages_for]\n"Thanh tra Sở" = [-1]\n',
    )
    with pytest.raises(RefusedError) as refused:
        load_config(path, {})
    assert [problem.removeprefix(f"{path}: ") for problem in refused.value.problems] == [
        "reminders.stages_for.Thanh tra Sở = [-1]: expected at most 100 numbers of days from 0 to 3650",
        "reminders.later_days = 0: expected 1 to 3650",
        "reminders.every_minutes = -5: expected 1 to 10080",
        "reminders.quiet_from = 'evening': expected a time as \"07:30\"",
        "reminders.quiet_until = 'morning': expected a time as \"07:30\"",
    ]


def test_the_token_may_stand_in_a_file_or_come_from_the_service_manager(tmp_path: Path) -> None:
    (tmp_path / "planbot_token").write_text("123:SECRET\n", encoding="utf-8")
    file = str(tmp_path / "planbot_token")
    assert load_config(None, {"PLANBOT_TOKEN_FILE": file}).token == "123:SECRET"
    assert load_config(None, {"CREDENTIALS_DIRECTORY": str(tmp_path)}).token == "123:SECRET"
    assert load_config(None, {"PLANBOT_TOKEN": "4:OTHER", "PLANBOT_TOKEN_FILE": file}).token == "4:OTHER"


def test_a_file_that_happens_to_lie_where_a_command_is_run_is_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("planbot_token", "planbot_database"):
        (tmp_path / name).write_text("somebody else's", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    config = load_config(None, {})
    assert (config.token, config.database) == (None, None)


def test_a_file_of_the_token_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"gone: PLANBOT_TOKEN cannot be read \(PLANBOT_TOKEN_FILE\)"):
        load_config(None, {"PLANBOT_TOKEN_FILE": str(tmp_path / "gone")})


@pytest.mark.parametrize(
    "setting",
    ["every_minutes = 1000000000000", "stages = [7, 100000000]", "later_days = 99999999999", "at_once = 1000000",
     f"stages = {list(range(200))}", "overdue_every_days = 9223372036854775808"],
    ids=["timer", "stage", "later", "at once", "very many stages", "rhythm"],
)  # fmt: skip
def test_numbers_of_the_reminders_stay_where_a_calendar_and_a_timer_can_follow(tmp_path: Path, setting: str) -> None:
    with pytest.raises(RefusedError, match=rf"reminders.{setting.split(' ', maxsplit=1)[0]} = .*: expected"):
        load_config(write(tmp_path, f"[reminders]\n{setting}\n"), {})


def test_a_number_that_can_be_no_id_of_telegram_is_told_with_its_key(tmp_path: Path) -> None:
    path = write(tmp_path, f"[access]\nusers = [5]\ngroups = [-{10**20}]\nadmins = [9, {10**30}]\n")
    with pytest.raises(RefusedError) as refused:
        load_config(path, {})
    assert [problem.removeprefix(f"{path}: ") for problem in refused.value.problems] == [
        f"access.groups: -{10**20} is no id of Telegram: expected at most 4503599627370496",
        f"access.admins: {10**30} is no id of Telegram: expected at most 4503599627370496",
    ]


def test_an_image_may_set_the_port_of_the_health_where_the_file_does_not(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[metrics]\nport = 9000\n", encoding="utf-8")
    assert load_config(None, {"PLANBOT_METRICS_PORT": "9464"}).metrics.port == 9464
    assert load_config(file, {"PLANBOT_METRICS_PORT": "9464"}).metrics.port == 9000
    for wrong in ("x", "70000"):
        with pytest.raises(RefusedError, match="PLANBOT_METRICS_PORT"):
            load_config(None, {"PLANBOT_METRICS_PORT": wrong})
