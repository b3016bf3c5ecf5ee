"""/saoluu, /thongke, /suckhoe, /thunhac: what an admin sees of the bot itself."""

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from chat import ADMIN, AN, GROUP, NOW, STRANGER, Chat, an_answer
from reminded_unit import ROWS, a_unit
from scripted_day import ADMIN as HA
from stage import a_stage
from test_letting_in import LEADER, an_office, last, press
from updates import buttons

from bot.health_watch import look
from handlers import words_out
from handlers.buttons import On, pack
from handlers.context import Reloaded
from knowledge.backup import Backup
from knowledge.errors import RefusedError
from knowledge.wrong_values import Expected, WrongSettingsError, WrongValue
from scheduler.counters import Answered, Counted, Mark, Marked, total
from scheduler.health import Disk, Health, Index, Trouble

WELL = Health(
    now=NOW,
    started=NOW - timedelta(days=3),
    marks={name: Mark(NOW - timedelta(minutes=10)) for name in Marked},
    answers={"answered": (3, 0.03), "refused": (1, 1.5)},
    sends={"sent": (7, 0.0)},
    parked=1,
    index=Index(2, 40),
    disk=Disk(50 << 30, 100 << 30, 3 << 20, 0),
    versions={"planbot": "0.1.0"},
)


@dataclass
class Operator:
    """Operations as a test sets them."""

    folder: Path
    value: Health = WELL
    size: int = 1 << 20
    loads: Reloaded | RefusedError = field(default_factory=lambda: Reloaded(("reminders.stages",), ("token",), "Sở X"))

    elsewhere: bool = False

    def health(self) -> Health:
        return self.value

    @contextmanager
    def backup(self, now: datetime) -> Iterator[Backup]:
        file = self.folder / "x.zip"
        file.write_bytes(b"zip")
        yield Backup(file, 2, self.size)
        file.unlink()

    def reload(self) -> Reloaded:
        if isinstance(self.loads, RefusedError):
            raise self.loads
        return self.loads


def operated(chat: Chat, folder: Path) -> Operator:
    operator = Operator(folder)
    chat.app.bot_data.operations = operator
    return operator


async def test_data_on_a_server_are_backed_up_there(tmp_path: Path) -> None:
    async with an_office() as chat:
        operated(chat, tmp_path).elsewhere = True
        await chat.hears(chat.says(ADMIN, "/saoluu"))
        assert chat.last["text"] == words_out.BACKED_UP_ELSEWHERE
        assert chat.telegram.files == []


async def test_a_backup_goes_to_the_admin_who_asks_and_says_that_telegram_keeps_it(tmp_path: Path) -> None:
    async with an_office() as chat:
        operated(chat, tmp_path)
        await chat.hears(chat.says(ADMIN, "/saoluu"))
        [file] = chat.telegram.files
        assert file["chat"]["id"] == ADMIN
        assert "Telegram giữ tệp này trên máy chủ của họ" in file["caption"]
        assert chat.stores
        assert chat.stores.people.audit(1)[0].what == words_out.BACKED_UP
    assert not (tmp_path / "x.zip").exists()


async def test_a_backup_that_telegram_would_not_take_is_told_and_not_sent(tmp_path: Path) -> None:
    async with an_office() as chat:
        operated(chat, tmp_path).size = 60 << 20
        await chat.hears(chat.says(ADMIN, "/saoluu"))
        assert chat.telegram.files == []
        assert "60,0 MB, Telegram chỉ nhận tệp đến 50 MB" in last(chat, ADMIN)


async def test_a_backup_that_fails_is_told_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with an_office() as chat:
        operated(chat, tmp_path)
        monkeypatch.setattr(Operator, "backup", lambda *_: (_ for _ in ()).throw(RefusedError("/srv/data: no room")))
        await chat.hears(chat.says(ADMIN, "/saoluu"))
        assert chat.telegram.texts(ADMIN) == [words_out.BACKUP_FAILED]


async def test_a_backup_for_which_the_disk_has_no_room_is_told_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object, **_named: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    async with a_stage(tmp_path / "data") as stage:
        monkeypatch.setattr(tempfile, "mkdtemp", full)
        assert (await stage.says(HA, HA, "/saoluu"))["text"] == words_out.BACKUP_FAILED


async def test_figures_of_use_count_questions_people_and_units_and_repeat_no_question() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(AN, "bí mật của An?"))
        chat.answerer.answer = replace(an_answer(), abstained=True)
        await chat.hears(chat.says(AN, "còn gì nữa?"), chat.says(ADMIN, "còn gì?"))
        await chat.hears(chat.says(ADMIN, "/thongke"))
        said = last(chat, ADMIN)
        assert "Số câu hỏi: 3" in said
        assert "• trả lời: 1 (33,3%)\n• chưa trả lời được: 2 (66,7%)" in said
        assert "Số người hỏi: 2" in said
        assert "01/3/2027: 3" in said
        assert "bí mật" not in said


async def test_figures_of_a_named_period_and_of_one_without_questions() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, "/thongke tháng trước"))
        assert "từ ngày 01/02/2027 đến ngày 28/02/2027" in last(chat, ADMIN)
        assert words_out.NOBODY_ASKED in last(chat, ADMIN)
        await chat.hears(chat.says(ADMIN, "/thongke xyz"))
        assert "Tôi chưa hiểu thời gian" in last(chat, ADMIN)


async def test_a_question_that_fails_is_counted_as_such() -> None:
    async with an_office() as chat:
        chat.answerer.fails = ValueError("x")
        await chat.hears(chat.says(AN, "ai?"))
        assert total(chat.app.bot_data.counters.tallies(), Counted.ANSWER)[Answered.FAILED][0] == 1


async def test_messages_are_counted_by_what_became_of_them() -> None:
    async with an_office() as chat:
        chat.telegram.blocked.add(AN)
        await chat.hears(chat.says(AN, "ai?"), chat.says(ADMIN, "ai?"))
        counted = total(chat.app.bot_data.counters.tallies(), Counted.SEND)
        assert {outcome: count for outcome, (count, _) in counted.items()} == {"sent": 1, "blocked": 1}


async def test_health_is_said_in_words_and_looked_at_again(tmp_path: Path) -> None:
    async with an_office() as chat:
        operator = operated(chat, tmp_path)
        await chat.hears(chat.says(ADMIN, "/suckhoe"))
        said = last(chat, ADMIN)
        assert "Hệ thống hoạt động bình thường." in said
        assert "Lượt nhắc việc gần nhất: 07:50 ngày 01/3/2027; còn chờ gửi: 0 tin." in said
        assert "• trả lời: 3, trung bình 10 ms" in said
        assert "Trả lời từ 2 kế hoạch, 40 nhiệm vụ." in said
        assert "Đĩa còn trống 50,0 GB trên 100,0 GB; cơ sở dữ liệu 3,0 MB." in said
        operator.value = replace(WELL, disk=Disk(1 << 30, 100 << 30))
        await press(chat, ADMIN, words_out.REFRESH)
        assert "Cần chú ý: đĩa của máy chủ sắp đầy." in last(chat, ADMIN)


async def test_the_configuration_is_loaded_again_by_a_button(tmp_path: Path) -> None:
    async with an_office() as chat:
        operator = operated(chat, tmp_path)
        await chat.hears(chat.says(ADMIN, "/suckhoe"))
        await press(chat, ADMIN, words_out.RELOAD)
        assert "Thay đổi: reminders.stages.\nChỉ có hiệu lực sau khi khởi động lại: token." in last(chat, ADMIN)
        assert chat.app.bot_data.office == "Sở X"
        operator.loads = WrongSettingsError(
            Path("/etc/config.toml"), WrongValue("colour", "", Expected.KNOWN, ("a, b",))
        )
        chat.telegram.messages = {k: m for k, m in chat.telegram.messages.items() if buttons(m)}
        await press(chat, ADMIN, words_out.RELOAD)
        assert last(chat, ADMIN) == (
            "Chưa nạp được cấu hình: tệp config.toml có 1 chỗ chưa đúng. Cấu hình đang dùng được giữ nguyên.\n"
            "• colour: không có khóa này; các khóa ở đây: a, b"
        )
        assert chat.app.bot_data.office == "Sở X"


TROUBLES = [
    (Trouble.PASS_LATE, {"marks": {**WELL.marks, Marked.PASS: Mark(NOW - timedelta(hours=2))}}),
    (Trouble.DISK, {"disk": Disk(1 << 30, 100 << 30)}),
    (Trouble.BACKUP, {"marks": {**WELL.marks, Marked.BACKUP: Mark(NOW, well=False)}}),
    (Trouble.BACKUP, {"marks": {**WELL.marks, Marked.BACKUP: Mark(NOW - timedelta(days=2))}}),
    (Trouble.INTEGRITY, {"marks": {**WELL.marks, Marked.INTEGRITY: Mark(NOW, well=False)}}),
]


@pytest.mark.parametrize(("trouble", "changes"), TROUBLES)
async def test_admins_are_told_once_of_a_trouble_and_once_when_it_is_over(
    tmp_path: Path, trouble: Trouble, changes: dict[str, object]
) -> None:
    async with an_office() as chat:
        operator = operated(chat, tmp_path)
        await look(chat.app.bot_data)
        assert chat.telegram.texts(ADMIN) == []
        operator.value = replace(WELL, **changes)  # type: ignore[arg-type]
        for _ in range(2):
            await look(chat.app.bot_data)
        operator.value = WELL
        for _ in range(2):
            await look(chat.app.bot_data)
        begins, over = chat.telegram.texts(ADMIN)
        assert begins.startswith("Cảnh báo: ")
        assert over == words_out.trouble_over(trouble)
        assert chat.telegram.texts(AN) == []


async def test_a_trouble_waits_for_the_morning_and_for_a_line_that_works(tmp_path: Path) -> None:
    async with an_office() as chat:
        operated(chat, tmp_path).value = replace(WELL, disk=Disk(1 << 30, 100 << 30))
        chat.now = NOW.replace(hour=22)
        await look(chat.app.bot_data)
        chat.now = NOW
        chat.telegram.blocked |= {ADMIN, 10}
        await look(chat.app.bot_data)
        chat.telegram.blocked.clear()
        await look(chat.app.bot_data)
        assert len(chat.telegram.texts(ADMIN)) == 1


@pytest.mark.parametrize(
    ("marks", "hours", "late"),
    [({}, 0.5, False), ({}, 2, True), ({Marked.PASS: Mark(NOW)}, 0.9, False), ({Marked.PASS: Mark(NOW)}, 1.1, True)],
    ids=["just started", "never since the start", "a while ago", "too long ago"],
)
def test_a_pass_is_late_after_an_hour(marks: dict[Marked, Mark], hours: float, late: bool) -> None:
    health = Health(now=NOW + timedelta(hours=hours), started=NOW, marks=marks)
    assert (Trouble.PASS_LATE in health.troubles) is late


async def test_a_reminder_to_try_is_the_one_of_today_and_is_written_nowhere() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(ADMIN, "/thunhac Văn phòng Sở"))
        head, digest = unit.telegram.texts(ADMIN)
        assert head.startswith("Tin thử, không ghi vào hệ thống: 1 tin nhắc Văn phòng Sở")
        assert "1. Số hóa hồ sơ – còn 7 ngày (30/6/2027)" in digest
        assert await unit.press(ADMIN, "1", unit.last) == words_out.TRIAL_BUTTON
        assert unit.telegram.texts(GROUP) == []
        assert unit.stores
        assert unit.stores.ledger.said() == ()
        assert (await unit.remind()).sent == 1
        await unit.hears(unit.says(ADMIN, "/thunhac Văn phòng Sở"))
        assert "1. Số hóa hồ sơ – còn 7 ngày (30/6/2027)" in unit.telegram.texts(ADMIN)[-1]


async def test_of_a_unit_without_a_chat_the_first_message_is_tried() -> None:
    async with a_unit([*ROWS, replace(ROWS[0], stt="3", lead=("Thanh tra Sở",), lead_raw="Thanh tra Sở")]) as unit:
        await unit.hears(unit.says(ADMIN, "/thunhac thanh tra sở"))
        head, digest = unit.telegram.texts(ADMIN)
        assert "Đơn vị chưa có nhóm" in head
        assert "Từ hôm nay, hệ thống nhắc các nhiệm vụ đơn vị chủ trì" in digest


async def test_in_the_night_the_reminder_of_the_next_morning_is_tried() -> None:
    async with a_unit() as unit:
        unit.now = unit.now.replace(hour=20)
        await unit.hears(unit.says(ADMIN, "/thunhac Văn phòng Sở"))
        assert "lúc 07:30 ngày 24/6/2027" in unit.telegram.texts(ADMIN)[0]


@pytest.mark.parametrize(
    ("typed", "says"), [("", words_out.TRIAL_HOW), (" Phòng Không Có", "Các kế hoạch không có đơn vị nào tên là")]
)
async def test_a_unit_to_try_has_to_be_named_and_known(typed: str, says: str) -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(ADMIN, f"/thunhac{typed}"))
        assert unit.telegram.texts(ADMIN)[0].startswith(says)


@pytest.mark.parametrize("user", [AN, LEADER, STRANGER], ids=["a colleague", "a leader", "a stranger"])
@pytest.mark.parametrize("act", ["reload", "again"])
async def test_nobody_but_an_admin_presses_under_the_health(tmp_path: Path, user: int, act: str) -> None:
    async with an_office() as chat:
        operated(chat, tmp_path).loads = RefusedError("must not be asked")
        await chat.hears(chat.says(ADMIN, "/suckhoe"))
        forged = {**chat.telegram.sent(ADMIN)[-1], "chat": chat.telegram.chats[user]}
        await chat.hears(chat.presses(user, forged, pack(On.OPERATION, act), stale=True))
        assert chat.telegram.texts(user) == []
        assert len(chat.telegram.texts(ADMIN)) == 1
