"""A configuration that cannot be taken, as admins are told in the chat: in Vietnamese, with what stays in force."""

import asyncio
import os
import signal
import string
from pathlib import Path

import pytest
from scripted_day import ADMIN, FOCAL, SECOND
from stage import a_stage
from telegram_markup import parsed

from bot.config import load_config
from bot.operations import Operator, reloading
from handlers.words_settings import not_loaded
from knowledge.errors import RefusedError
from knowledge.wrong_values import Expected, WrongSettingsError, WrongValue


def said(tmp_path: Path, text: str) -> list[str]:
    """The lines that an admin reads of a file with this content, after the sentence that says what stays."""
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongSettingsError) as refused:
        load_config(file, {})
    head, *lines = parsed(not_loaded(refused.value)).splitlines()
    assert head.startswith("Chưa nạp được cấu hình: ")
    assert head.endswith("Cấu hình đang dùng được giữ nguyên.")
    assert str(tmp_path) not in head
    return lines or [head]


WRONG = {
    'access.user = "red"': "access.user: không có khóa này; các khóa ở đây: admins, groups, leaders, users",
    'access.users = ["An"]': "access.users: đang ghi ['An'], cần danh sách số nguyên, ví dụ [1, 2]",
    'access = "An"': "access: đang ghi 'An', cần một mục có các khóa riêng, ví dụ [access]",
    f"access.admins = [{10**30}]": f"access.admins: đang ghi {10**30}, cần mã của Telegram, không quá {2**52}",
    "office.name = 5": "office.name: đang ghi 5, cần một đoạn chữ trong ngoặc kép",
    'reminders.every_minutes = "x"': "reminders.every_minutes: đang ghi 'x', cần một số nguyên",
    "reminders.every_minutes = -5": "reminders.every_minutes: đang ghi -5, cần từ 1 đến 10080",
    "reminders.stages = [-1]": "reminders.stages: đang ghi [-1], cần không quá 100 số ngày, mỗi số từ 0 đến 3650",
    "reminders.week_ahead = 1": "reminders.week_ahead: đang ghi 1, cần true (có) hoặc false (không)",
    "reminders.office_after = 1": "reminders.office_after: đang ghi 1, cần không nhỏ hơn leader_after (2)",
    'reminders.quiet_from = "tối"': "reminders.quiet_from: đang ghi 'tối', cần giờ viết như \"07:30\"",
    'reminders.quiet_from = "06:00"': "reminders.quiet_from: đang ghi '06:00', cần giờ muộn hơn quiet_until",
    'reminders.ongoing = "x"': (
        "reminders.ongoing: đang ghi 'x', cần một trong các giá trị: monthly, quarterly, half-yearly, never"
    ),
    'telegram.base_url = "x"': "telegram.base_url: đang ghi 'x', cần địa chỉ kết thúc bằng /bot",
    'telegram.mode = "webhook"': "telegram.webhook_url: đang ghi '', cần địa chỉ https, vì mode là \"webhook\"",
    "metrics.port = 70000": "metrics.port: đang ghi 70000, cần 0 (tắt) đến 65535",
    'metrics.listen = "0.0.0.0"': "metrics.listen: đang ghi '0.0.0.0', cần địa chỉ của chính máy này, như 127.0.0.1",
    "questions.kept_months = 0": "questions.kept_months: đang ghi 0, cần từ 1 đến 120",
}


@pytest.mark.parametrize("text", WRONG, ids=list(WRONG))
def test_a_wrong_value_is_told_with_what_is_written_and_what_is_needed(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == [f"• {WRONG[text]}"]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    assert len(said(tmp_path, "colour = 1\n[reminders]\nlater_days = 0\nat_once = 0\n")) == 3


@pytest.mark.parametrize(
    ("text", "where"), [("[access\n", " (dòng 1, cột 8)"), ("office = ", "")], ids=["a line", "the end of the file"]
)
def test_a_file_that_is_no_configuration_is_told_with_the_place(tmp_path: Path, text: str, where: str) -> None:
    assert f"tệp config.toml, hoặc tệp không đúng dạng TOML{where}. " in said(tmp_path, text)[0]


@pytest.mark.parametrize("expected", list(Expected))
def test_whatever_is_expected_can_be_said_in_the_chat_with_the_same_figures(expected: Expected) -> None:
    blanks = sum(field is not None for _, field, _, _ in string.Formatter().parse(expected))
    arguments = tuple(range(7001, 7001 + blanks))
    wrong = WrongValue("office.name", "5", expected, arguments)
    text = not_loaded(WrongSettingsError(Path("config.toml"), wrong))
    assert all(str(argument) in text and str(argument) in str(wrong) for argument in arguments)


def test_a_secret_that_cannot_be_read_is_told_without_its_place() -> None:
    text = not_loaded(RefusedError("/etc/planbot/token: PLANBOT_TOKEN cannot be read"))
    assert "Cấu hình đang dùng được giữ nguyên." in text
    assert "/etc" not in text


async def test_every_admin_is_told_what_is_wrong_after_a_signal_and_what_held_still_holds(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    async with a_stage(tmp_path / "data") as stage:
        services = stage.app.bot_data
        services.operations = Operator(stage.wiring, file)
        before = stage.wiring.config, stage.wiring.stores.settings
        file.write_text("[reminders]\nevery_minutes = -5\n", encoding="utf-8")
        listening = asyncio.ensure_future(reloading(services))
        await asyncio.sleep(0)
        os.kill(os.getpid(), signal.SIGHUP)
        for _ in range(3000):
            if all(stage.telegram.sent(admin) for admin in (ADMIN, SECOND)):
                break
            await asyncio.sleep(0.01)
        listening.cancel()
        asyncio.get_running_loop().remove_signal_handler(signal.SIGHUP)
        for admin in (ADMIN, SECOND):
            assert "reminders.every_minutes: đang ghi -5" in stage.telegram.sent(admin)[-1]["text"]
        assert stage.telegram.sent(FOCAL) == []
        assert (stage.wiring.config, stage.wiring.stores.settings) == before
