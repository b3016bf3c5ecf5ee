"""Reports in words in the chat: kept for the row that is meant, shown everywhere, taken back, with their documents."""

from datetime import date, timedelta
from typing import Any

import pytest
from builders import a_deadline, a_task
from chat import ADMIN, AN, BINH, GROUP, OTHER_GROUP
from reminded_unit import a_unit, replies
from updates import buttons

from handlers import words, words_report
from handlers.memory import Memory
from knowledge.model import State
from scheduler.access import Role

PHOTO: dict[str, Any] = {"photo": [{"file_id": "P1", "file_unique_id": "P1", "width": 9, "height": 9}]}
PAPER: dict[str, Any] = {"document": {"file_id": "D1", "file_unique_id": "D1", "file_name": "cv-123.pdf"}}


async def test_a_reply_with_a_number_of_the_reminder_is_kept_and_shown() -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await replies(unit, "việc 2 xong rồi, kèm công văn 123", unit.digest)
        assert unit.states() == [State.NOT_STARTED, State.DONE_ON_TIME]
        row = "Rà soát quy trình <nội bộ> & biểu mẫu (số thứ tự 2)"
        assert f"{row}\nTình trạng: hoàn thành đúng hạn\nKèm theo: công văn 123" in said["text"]
        assert "2. Rà soát quy trình <nội bộ> & biểu mẫu – ✓ hoàn thành đúng hạn" in unit.digest["text"]
        assert unit.stores
        [noted] = unit.stores.people.audit(1)
        assert (noted.who, "báo hoàn thành đúng hạn: Rà soát" in noted.what) == (f"An ({AN})", True)


async def test_the_other_chairs_message_is_brought_up_to_date() -> None:
    shared = a_task(stt="1", lead=("Văn phòng Sở", "Thanh tra Sở"))
    async with a_unit([shared, a_task(stt="2", task="Khác")]) as unit:
        unit.shared_with("Thanh tra Sở", OTHER_GROUP)
        await unit.remind()
        await unit.hears(unit.says(AN, "@planbot_test_bot hoàn thành việc 1 rồi nhé", GROUP))
        assert "✓ hoàn thành đúng hạn" in unit.telegram.texts(OTHER_GROUP)[0]


async def test_the_report_is_taken_back_by_its_button() -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await replies(unit, "việc 1 xong rồi", unit.digest)
        assert await unit.press(BINH, words_report.UNDO, said) == words_report.UNDONE
        assert unit.states()[0] is State.NOT_STARTED
        assert said["text"].startswith("Đã hoàn tác (An)")
        assert "✓" not in unit.digest["text"]


async def test_a_report_that_something_came_after_is_not_taken_back() -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await replies(unit, "việc 1 đang làm", unit.digest)
        await replies(unit, "việc 1 xong rồi", unit.digest)
        assert await unit.press(AN, words_report.UNDO, said) == words_report.NOTHING_TO_UNDO
        assert unit.states()[0] is State.DONE_ON_TIME


async def test_it_is_asked_back_which_row_is_meant() -> None:
    async with a_unit() as unit:
        await unit.remind()
        asked = await replies(unit, "xong rồi, theo công văn 45/VP", unit.digest)
        assert list(buttons(asked)) == ["1", "2"]
        assert await unit.press(BINH, "2", asked) == words_report.ONLY_WHO_SAID
        await unit.press(AN, "2", asked)
        assert unit.states() == [State.NOT_STARTED, State.DONE_ON_TIME]
        assert "Kèm theo: công văn 45/VP" in asked["text"]


async def test_a_number_that_the_plan_and_the_reminder_give_to_two_rows_is_asked_back() -> None:
    rows = [a_task(stt="2", task="Số hóa hồ sơ"), a_task(stt="1", task="Rà soát quy trình")]
    async with a_unit(rows) as unit:
        await unit.remind()
        await unit.hears(unit.says(AN, "@planbot_test_bot việc 1 xong rồi", GROUP))
        assert list(buttons(unit.last)) == ["1", "2"]
        assert unit.states() == [State.NOT_STARTED, State.NOT_STARTED]


async def test_a_row_is_found_by_its_words() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "@planbot_test_bot đã rà soát quy trình nội bộ xong rồi nhé", GROUP))
        assert unit.states() == [State.NOT_STARTED, State.DONE_ON_TIME]


async def test_a_statement_that_says_no_state_is_asked_back_with_its_document() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, "1")
        asked = await replies(unit, "đã gửi công văn 123 cho Sở Y tế", unit.last)
        assert list(buttons(asked)) == [words_report.DONE, words_report.DOING]
        await unit.press(AN, words_report.DONE, asked)
        assert unit.states()[0] is State.DONE_ON_TIME
        assert unit.stores
        assert unit.stores.progress.of(unit.plans[0].task_refs[0]).proof == "công văn 123 cho Sở Y tế"


@pytest.mark.parametrize(("sent", "name"), [(PHOTO, "ảnh"), (PAPER, "cv-123.pdf")], ids=["a photo", "a document"])
async def test_a_file_is_kept_as_proof_and_shown_to_admins_who_ask(sent: dict[str, Any], name: str) -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await replies(unit, None, unit.digest, caption="việc 2 xong rồi", **sent)
        assert f"Kèm theo: {name}" in said["text"]
        ref = unit.plans[0].task_refs[1]
        await unit.hears(unit.presses(ADMIN, said, f"1r:proof:{ref}", stale=True))
        [file] = unit.telegram.files
        assert file["caption"].startswith("Minh chứng: Rà soát")
        await unit.hears(unit.presses(AN, said, f"1r:proof:{ref}", stale=True))
        assert list(unit.telegram.toasts.values())[-1] == words.ADMINS_COMMAND


async def test_a_file_without_a_word_under_a_row_is_asked_back() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, "1")
        asked = await replies(unit, None, unit.last, **PAPER)
        await unit.press(AN, words_report.DONE, asked)
        assert unit.states()[0] is State.DONE_ON_TIME


LISTED = [
    a_task(stt="7", task="Diễn tập", deadline=a_deadline(date(2027, 9, 30))),
    a_task(stt="8", task="Rà soát", deadline=a_deadline(date(2027, 6, 30))),
]


@pytest.mark.parametrize("after_restart", [False, True], ids=["", "after a restart"])
async def test_a_number_without_a_reply_is_that_of_the_last_list(*, after_restart: bool) -> None:
    async with a_unit(LISTED) as unit:
        await unit.remind()
        assert unit.digest["text"].splitlines()[-4].startswith("1. Rà soát")
        await unit.says_in_group("/viec")
        await unit.app.bot_data.writes.do(lambda: None)
        if after_restart:
            unit.app.bot_data.listed = Memory(1, timedelta(days=1))
        await unit.says_in_group("@planbot_test_bot việc 1 đang làm")
        first = next(line for line in unit.telegram.texts(GROUP)[1].splitlines() if line.startswith("1. "))
        assert unit.states()[["1. Diễn tập", "1. Rà soát"].index(first)] is State.IN_PROGRESS


async def test_a_reminder_after_a_list_counts_again() -> None:
    async with a_unit(LISTED) as unit:
        await unit.says_in_group("/viec")
        await unit.remind()
        await unit.says_in_group("@planbot_test_bot việc 1 đang làm")
        assert unit.states() == [State.NOT_STARTED, State.IN_PROGRESS]


async def test_one_date_of_several_is_closed() -> None:
    rows = [a_task(stt="1", deadline=a_deadline(date(2027, 6, 30), date(2027, 9, 30))), a_task(stt="2", task="Khác")]
    async with a_unit(rows) as unit:
        await unit.remind()
        await replies(unit, "việc 1 xong rồi", unit.digest)
        assert unit.stores
        assert dict(unit.stores.progress.of(unit.plans[0].task_refs[0]).done) == {date(2027, 6, 30): State.DONE_ON_TIME}


async def test_a_question_about_the_same_stays_a_question() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await replies(unit, "việc 1 xong chưa?", unit.digest)
        assert unit.states() == [State.NOT_STARTED, State.NOT_STARTED]
        assert unit.answerer.asked[-1][0] == "việc 1 xong chưa?"


async def test_who_is_of_no_unit_reports_nothing() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "việc 1 xong rồi"))
        assert unit.last["text"] == words_report.NO_UNIT
        assert unit.states()[0] is State.NOT_STARTED


@pytest.mark.parametrize(
    ("role", "of", "kept"),
    [(Role.FOCAL, "Văn phòng Sở", True), (Role.FOCAL, "Thanh tra Sở", False), (Role.VIEWER, "Văn phòng Sở", False),
     (Role.ADMIN, "", True)],
    ids=["its focal point", "another unit's focal point", "a viewer of the unit", "an admin"],
)  # fmt: skip
async def test_in_private_the_focal_point_reports_for_the_unit(role: Role, of: str, kept: bool) -> None:
    async with a_unit([*[a_task(stt="1")], a_task(stt="9", task="Khác", lead=("Thanh tra Sở",))]) as unit:
        assert unit.stores
        unit.stores.people.add(BINH, role, unit=of, by="VP", now=unit.now)
        await unit.hears(unit.says(BINH, "việc 1 xong rồi"))
        assert (unit.states()[0] is State.DONE_ON_TIME) is kept
