"""More time asked for in words: with a reason, by its length, for the row that is meant."""

from datetime import date, timedelta

import pytest
from chat import AN, BINH, GROUP
from reminded_unit import a_unit, replies
from test_reporting import LISTED
from updates import buttons

from handlers import words, words_report
from handlers.memory import Memory
from knowledge.model import State


async def test_more_time_in_words_is_asked_for_with_its_reason() -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await replies(unit, "việc 1 chưa xong, xin lùi đến 15/7 vì chờ kinh phí", unit.digest)
        assert "Đã gửi đề nghị gia hạn đến ngày 15/7/2027" in said["text"]
        assert unit.stores
        progress = unit.stores.progress.of(unit.plans[0].task_refs[0])
        assert (progress.asked_due, progress.note) == (date(2027, 7, 15), "chờ kinh phí")
        await unit.press(AN, words_report.UNDO, said)
        assert unit.states()[0] is State.NOT_STARTED


async def test_more_time_without_a_day_gets_days_to_choose_from() -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await replies(unit, "việc 1 xin gia hạn", unit.digest)
        assert "07/7/2027" in buttons(said)


async def test_a_reason_without_a_day_waits_until_the_one_who_gave_it_chooses() -> None:
    async with a_unit() as unit:
        await unit.remind()
        for said in (
            await replies(unit, "xin gia hạn việc 1 vì chờ kinh phí", unit.digest),
            unit.last if await unit.says_in_group("/giahan 2 vì chờ Sở Tài chính") else {},
        ):
            await unit.press(AN, "07/7/2027", said)
        assert unit.stores
        asked = [unit.stores.progress.of(ref) for ref in unit.plans[0].task_refs]
        assert [(one.asked_due, one.note) for one in asked] == [
            (date(2027, 7, 7), "chờ kinh phí"),
            (date(2027, 7, 7), "chờ Sở Tài chính"),
        ]


async def test_somebody_else_who_chooses_the_day_gives_no_reason_of_theirs() -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await replies(unit, "xin gia hạn việc 1 vì chờ kinh phí", unit.digest)
        await unit.press(BINH, "07/7/2027", said)
        assert unit.stores
        assert unit.stores.progress.of(unit.plans[0].task_refs[0]).note is None


async def test_a_reason_outlives_the_memory_of_the_bot() -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await replies(unit, "xin gia hạn việc 1 vì chờ <ý kiến> & kinh phí", unit.digest)
        assert "Lý do: chờ <ý kiến> & kinh phí\n" in said["text"]
        unit.app.bot_data.reporting = Memory(1, timedelta())
        await unit.press(AN, "07/7/2027", said)
        assert unit.stores
        assert unit.stores.progress.of(unit.plans[0].task_refs[0]).note == "chờ <ý kiến> & kinh phí"


async def test_a_reason_as_long_as_a_message_does_not_keep_the_days_from_being_shown() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.says_in_group(f"/giahan 1 vì {'chờ ý kiến các phòng ' * 193}")
        await unit.press(AN, "07/7/2027", unit.last)
        assert unit.stores
        progress = unit.stores.progress.of(unit.plans[0].task_refs[0])
        assert progress.asked_due == date(2027, 7, 7)
        assert (progress.note or "").startswith("chờ ý kiến các phòng chờ ý kiến")


async def test_the_reason_of_an_anonymous_admin_of_the_group_holds_whoever_of_it_chooses() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.hears(unit.says(None, "/giahan 1 vì chờ kinh phí", GROUP))
        await unit.press(AN, "07/7/2027", unit.last)
        assert unit.stores
        assert unit.stores.progress.of(unit.plans[0].task_refs[0]).note == "chờ kinh phí"


@pytest.mark.parametrize(
    ("text", "day"),
    [("/giahan 2 thêm 2 tuần vì chờ kinh phí", date(2027, 7, 14)), ("/giahan 2. 1 tháng", date(2027, 7, 30)),
     ("/giahan 2\nđến 14/7 vì chờ kinh phí", date(2027, 7, 14)),
     ("/giahan 2 thêm 5 ngày làm việc", date(2027, 7, 7))],
)  # fmt: skip
async def test_more_time_is_asked_for_by_its_length_of_the_row_in_the_last_reminder(text: str, day: date) -> None:
    async with a_unit() as unit:
        await unit.remind()
        said = await unit.says_in_group(text)
        assert said.startswith("Rà soát quy trình <nội bộ> & biểu mẫu (số thứ tự 2)\nĐã gửi đề nghị gia hạn")
        assert unit.stores
        assert unit.stores.progress.of(unit.plans[0].task_refs[1]).asked_due == day


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        pytest.param("", "Đã gửi đề nghị gia hạn đến ngày 30/6/2027. Thời hạn", id="none"),
        pytest.param("chờ kinh phí.", "30/6/2027, lý do: chờ kinh phí. Thời hạn", id="a sentence"),
        pytest.param("chờ ý kiến " * 12, "chờ ý kiến… Thời hạn", id="too long for the small window"),
    ],
)
def test_more_time_that_was_asked_for_is_said_in_whole_sentences(reason: str, said: str) -> None:
    assert said in words.extension_asked("30/6/2027", reason)


async def test_more_time_is_asked_for_the_row_of_the_list_of_one_that_was_just_shown() -> None:
    async with a_unit(LISTED) as unit:
        await unit.says_in_group("/viec")
        await unit.says_in_group("@planbot_test_bot việc 1 xong rồi")
        await unit.says_in_group("/giahan")
        assert list(buttons(unit.last)) == ["1"]
        left = unit.states().index(State.NOT_STARTED)
        await unit.says_in_group("/giahan 1 31/12/2027 chờ kinh phí")
        assert unit.states()[left] is State.EXTENSION_ASKED
