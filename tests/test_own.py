"""Own reminders: wanted for a row, said in private on the day, quiet for a while; and what somebody calls theirs."""

from datetime import datetime

import pytest
from builders import a_deadline, a_task
from chat import ADMIN, AN, BINH, GROUP, STRANGER
from reminded_unit import ROWS, Unit, a_unit

from handlers import words, words_own
from knowledge.questions.mine import names_mine, with_my_unit
from scheduler.access import Role
from scheduler.clock import VIETNAM
from scheduler.wish import asks_to_be_reminded, days_before

MONDAY = datetime(2027, 6, 28, 8, tzinfo=VIETNAM)  # two days before the rows are due


@pytest.mark.parametrize(
    ("text", "before", "rest"),
    [
        ("2.3 trước 3 ngày", 3, "2.3"),
        ("2.3", 3, "2.3"),
        ("trước 1 tuần", 7, ""),
        ("số hóa hồ sơ trước hai tuần", 14, "số hóa hồ sơ"),
        ("2.3 đúng ngày", 0, "2.3"),
        ("2.3 10 ngày", 10, "2.3"),
    ],
)
def test_the_days_before_are_said_in_words(text: str, before: int, rest: str) -> None:
    assert days_before(text) == ((before,), rest)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("nhắc tôi việc 2.3 trước 3 ngày", "2.3 trước 3 ngày"),
        ("nhac em", ""),
        ("đồng chí nhắc riêng cho tôi nhiệm vụ số hóa", "số hóa"),
        ("nhắc nhở các đơn vị là việc của ai", None),
        ("việc nào cần nhắc", None),
    ],
)
def test_a_wish_to_be_reminded_is_heard(text: str, what: str | None) -> None:
    assert asks_to_be_reminded(text) == what


def wishes(unit: Unit, user: int = AN) -> list[tuple[str, tuple[int, ...]]]:
    assert unit.stores
    numbers = dict(zip(unit.plans[0].task_refs, (task.stt for task in unit.plans[0].plan.tasks), strict=True))
    return [(numbers[wish.ref], wish.before) for wish in unit.stores.wishes.of(user)]


async def test_a_row_is_reminded_in_private_once_before_its_date() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "/nhac 2 trước 2 ngày"))
        assert "Nhắc riêng đồng chí: trước 2 ngày" in unit.last["text"]
        await unit.remind()
        assert len(unit.telegram.sent(AN)) == 1
        unit.now = MONDAY
        await unit.remind()
        await unit.remind()
        assert len(unit.telegram.sent(AN)) == 2
        assert unit.telegram.texts(AN)[1].startswith("NHẮC RIÊNG\nĐồng chí đã hẹn nhắc 1 nhiệm vụ sau")
        assert "Rà soát quy trình" in unit.telegram.texts(AN)[1]


async def test_a_reply_to_a_row_in_the_group_is_reminded_in_private() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.hears(unit.says(AN, "/nhac 2 đúng ngày", GROUP, reply_to_message=unit.digest))
        assert unit.telegram.texts(GROUP)[-1].startswith("Sẽ nhắc riêng đồng chí đúng ngày: Rà soát")
        assert wishes(unit) == [("2", (0,))]


async def test_the_words_nhac_toi_do_the_same() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "nhắc tôi việc số hóa hồ sơ trước 1 tuần"))
        assert wishes(unit) == [("1", (7,))]


async def test_who_was_not_let_in_by_themselves_is_told_to_write_first() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.hears(unit.says(STRANGER, "/nhac 1", GROUP, reply_to_message=unit.digest))
        assert unit.last["text"] == words_own.WRITE_FIRST
        assert wishes(unit, STRANGER) == []


async def test_several_rows_of_a_message_are_asked_back() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.hears(unit.says(AN, "/nhac", GROUP, reply_to_message=unit.digest))
        await unit.press(AN, "2", unit.last)
        assert wishes(unit) == [("2", (3,))]


async def test_the_list_shows_all_and_each_is_changed_and_dropped_by_buttons() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "/nhac 1"), unit.says(AN, "/nhac 2 trước 7 ngày"))
        await unit.hears(unit.says(AN, "/nhac"))
        listed = unit.last
        assert "1. Số hóa hồ sơ (số thứ tự 1) – hạn 30/6/2027; trước 3 ngày" in listed["text"]
        await unit.press(AN, "1", listed)
        await unit.press(AN, "trước 1 ngày", listed)
        await unit.press(AN, "✓ trước 3 ngày", listed)
        assert wishes(unit)[0] == ("1", (1,))
        await unit.press(AN, words_own.REMOVE, listed)
        assert wishes(unit) == [("2", (7,))]
        assert "(1)" in listed["text"]


async def test_a_row_without_a_date_cannot_be_reminded() -> None:
    async with a_unit([a_task(stt="1", deadline=a_deadline(text="Thường xuyên"))]) as unit:
        await unit.hears(unit.says(AN, "/nhac 1"))
        assert unit.last["text"] == words_own.NO_DATE


async def test_a_row_of_which_no_date_is_to_come_cannot_be_reminded_beforehand() -> None:
    async with a_unit() as unit:
        unit.now = datetime(2027, 7, 5, 8, tzinfo=VIETNAM)
        await unit.hears(unit.says(AN, "/nhac 2"))
        assert unit.last["text"].endswith("Nhiệm vụ đã qua thời hạn nên không nhắc trước được.")
        assert wishes(unit) == []


async def test_quiet_holds_the_reminder_back_until_it_ends() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "/nhac 1 trước 7 ngày"), unit.says(AN, "/tat đến 27/6"))
        assert unit.last["text"].startswith("Đã tắt nhắc riêng đến hết ngày 27/6/2027")
        before = len(unit.telegram.sent(AN))
        await unit.remind()
        assert len(unit.telegram.sent(AN)) == before
        unit.now = MONDAY
        await unit.remind()
        assert len(unit.telegram.sent(AN)) == before + 1


@pytest.mark.parametrize(
    ("typed", "until"),
    [("", "30/6/2027"), ("3 ngày", "26/6/2027"), ("2 tuần", "07/7/2027"), ("hết tháng này", "30/6/2027")],
)
async def test_quiet_lasts_as_long_as_is_said(typed: str, until: str) -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, f"/tat {typed}"))
        assert f"đến hết ngày {until}" in unit.last["text"]


async def test_on_again_by_the_button_or_in_words() -> None:
    async with a_unit() as unit:
        for again in ("button", "/tat mở"):
            await unit.hears(unit.says(AN, "/tat"))
            if again == "button":
                await unit.press(AN, words_own.LOUD, unit.last)
            else:
                await unit.hears(unit.says(AN, again))
            assert unit.stores
            assert unit.stores.wishes.quiet() == ()


async def test_who_is_removed_hears_nothing() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "/nhac 1 trước 7 ngày"))
        assert unit.stores
        unit.stores.people.remove(AN, by="VP", now=unit.now)
        before = len(unit.telegram.sent(AN))
        await unit.remind()
        assert len(unit.telegram.sent(AN)) == before


async def test_a_row_that_is_done_is_reminded_no_more() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "/nhac 1 trước 2 ngày"), unit.says(ADMIN, "việc 1 xong rồi"))
        before = len(unit.telegram.sent(AN))
        unit.now = MONDAY
        await unit.remind()
        assert len(unit.telegram.sent(AN)) == before


MINE = [
    ("việc của tôi", "việc của Văn phòng Sở"),
    ("tôi có việc gì trong tuần này", "Văn phòng Sở có việc gì trong tuần này"),
    ("phòng em có gì đến hạn tháng này", "Văn phòng Sở có gì đến hạn tháng này"),
    ("tuần này tôi có việc gì", "tuần này Văn phòng Sở có việc gì"),
    ("chúng tôi có những nhiệm vụ gì", "Văn phòng Sở có những nhiệm vụ gì"),
    ("tôi chủ trì việc gì", "Văn phòng Sở chủ trì việc gì"),
    ("kể hết các việc kế hoạch giao tôi phụ trách", "kể hết các việc kế hoạch giao Văn phòng Sở phụ trách"),
]


@pytest.mark.parametrize(("text", "meant"), MINE, ids=[text for text, _ in MINE])
def test_what_is_mine_is_my_units(text: str, meant: str) -> None:
    assert with_my_unit(text, "Văn phòng Sở") == meant


@pytest.mark.parametrize(
    "text",
    [
        "cho tôi biết ai chủ trì số hóa",
        "em có câu hỏi",
        "giao cho em biết với",
        "tôi cần biết hạn số hóa",
        "Phòng Tổ chức có bao nhiêu việc",
    ],
)
def test_who_only_asks_owns_nothing(text: str) -> None:
    assert not names_mine(text)


async def test_the_own_tasks_are_asked_in_words_and_by_viec() -> None:
    async with a_unit(ROWS) as unit:
        assert unit.stores
        unit.stores.people.add(BINH, Role.VIEWER, unit="Văn phòng Sở", by="VP", now=unit.now)
        await unit.hears(unit.says(BINH, "/viec"))
        assert unit.last["text"].startswith("Có 2 nhiệm vụ Văn phòng Sở chủ trì:")
        await unit.hears(unit.says(BINH, "việc của tôi tháng này"))
        assert unit.answerer.asked[-1][0] == "việc của Văn phòng Sở tháng này"
        await unit.hears(unit.says(AN, "việc của tôi"), unit.says(AN, "/viec"))
        assert unit.telegram.texts(AN) == [words_own.NO_UNIT, words.WHICH_UNIT]
