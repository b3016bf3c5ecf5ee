"""/kehoach, /napplan and /lich: plans and working days looked at and changed from the chat, and what stays."""

from collections.abc import AsyncIterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from chat import ADMIN, AN, GROUP, STRANGER, Chat
from handing import (
    AGREE,
    LEADER,
    MOVED,
    STEM,
    TEXT,
    an_office,
    copies,
    edited,
    hand_in,
    noted,
    press,
    settled,
    stored,
)
from updates import buttons

from handlers import words_plans as words


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Chat]:
    """The office with two versions of one plan."""
    async with an_office(tmp_path) as chat:
        for text in (TEXT, MOVED):
            await hand_in(chat, text)
            await press(chat, AGREE)
        chat.telegram.messages = {k: m for k, m in chat.telegram.messages.items() if k[0] != GROUP}
        yield chat


async def says(chat: Chat, text: str, user: int = ADMIN) -> str:
    await chat.hears(chat.says(user, text))
    await settled(chat)
    return chat.telegram.texts(user)[-1]


async def presses(chat: Chat, labels: Sequence[str]) -> str:
    for label in labels:
        await press(chat, label)
    return chat.telegram.texts(ADMIN)[-1]


async def test_the_plans_are_listed_and_one_is_shown_with_its_versions(office: Chat) -> None:
    listed = await says(office, "/kehoach")
    assert "1. Kế hoạch Chuyển đổi số của Sở" in listed
    assert "32 dòng, bản 2" in listed
    shown = await presses(office, ["1"])
    assert "Số, ký hiệu: 118/KH-SKHCN" in shown
    assert "Bản 1: KH-cua-So.txt, 01/3/2027, do An (9)" in shown
    assert "Bản 2: KH-cua-So.txt, 01/3/2027, do An (9) – đang dùng" in shown
    assert "Trang 1/" in await presses(office, [words.ROWS])


async def test_two_versions_are_compared(office: Chat) -> None:
    await says(office, "/kehoach")
    compared = await presses(office, ["1", words.compare_with(1)])
    assert "So với bản 1 (32 dòng): 0 dòng mới, 0 dòng bỏ, 1 dòng sửa" in compared
    assert "Quý III/2027 → Quý II/2027" in compared
    assert stored(office) == [(STEM, 2)]


async def test_an_earlier_version_is_brought_back_when_that_is_confirmed(office: Chat) -> None:
    await says(office, "/kehoach")
    asked = await presses(office, ["1", words.go_back_to(1)])
    assert "1 dòng sửa (trong đó 1 đổi thời hạn)" in asked
    assert stored(office) == [(STEM, 2)]
    await press(office, words.SURE_BACK)
    assert stored(office) == [(STEM, 1)]
    assert noted(office) == f"quay lại bản 1 của kế hoạch {STEM}"


async def test_a_plan_is_retired_when_that_is_confirmed_and_used_again(office: Chat) -> None:
    await says(office, "/kehoach")
    await presses(office, ["1", words.RETIRE])
    assert stored(office) == [(STEM, 2)]
    assert words.BRING_BACK in buttons_of(office, await presses(office, [words.SURE_RETIRED]))
    assert stored(office) == []
    assert "đã thôi dùng. Văn phòng Sở: " in office.telegram.texts(GROUP)[-1]
    assert f"Đã thôi dùng\n1. {STEM}" in await says(office, "/kehoach")
    await presses(office, ["1", words.BRING_BACK])
    assert stored(office) == [(STEM, 2)]
    assert noted(office) == f"dùng lại kế hoạch {STEM}, bản 2"


def buttons_of(chat: Chat, text: str) -> dict[str, str]:
    return buttons(next(m for m in chat.telegram.sent(ADMIN) if m["text"] == text))


@pytest.mark.parametrize(("ask", "sure"), [(words.RETIRE, words.SURE_RETIRED), (words.go_back_to(1), words.SURE_BACK)])
async def test_what_was_asked_before_the_plan_changed_is_not_done(office: Chat, ask: str, sure: str) -> None:
    await says(office, "/kehoach")
    await presses(office, ["1", ask])
    question = office.telegram.sent(ADMIN)[-1]
    await hand_in(office, edited(("Trước ngày 31/3/2027", "Trước ngày 15/4/2027")))
    await press(office, AGREE)
    late = office.presses(ADMIN, question, buttons(question)[sure])
    await office.hears(late)
    await settled(office)
    assert office.telegram.toasts[late["callback_query"]["id"]] == words.PLAN_GONE
    assert stored(office) == [(STEM, 3)]


@pytest.mark.parametrize("user", [AN, LEADER, STRANGER])
async def test_nobody_but_an_admin_presses_under_a_plan(office: Chat, user: int) -> None:
    await says(office, "/kehoach")
    await presses(office, ["1", words.RETIRE])
    question = office.telegram.sent(ADMIN)[-1]
    forged = {**question, "chat": office.telegram.chats[user]}
    await office.hears(*(office.presses(user, forged, data) for data in buttons(question).values()))
    await settled(office)
    assert stored(office) == [(STEM, 2)]
    assert not any("KHCN" in text for text in office.telegram.texts(user))


async def test_an_empty_library_says_how_to_begin(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        assert await says(chat, "/kehoach") == words.NO_PLANS


async def test_the_folder_is_read_and_only_what_is_new_is_shown(office: Chat, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    assert await says(office, "/napplan") == words.FOLDER_EMPTY
    other = edited(("118/KH-SKHCN", "9/KH-SKHCN"), ("Chuyển đổi số của", "An toàn thông tin của"))
    (folder / "nhu cu.txt").write_text(MOVED, "utf-8")
    (folder / "moi.txt").write_text(other, "utf-8")
    (folder / "hong.docx").write_bytes(b"PK\x03\x04broken")
    (folder / "mat.txt").write_text(edited(("Số: 118/KH-SKHCN", "Số: 118/KH-SKHCN\nMẬT")), "utf-8")
    await says(office, "/napplan")
    told, preview = office.telegram.texts(ADMIN)[-2:]
    assert "4 tệp, 1 không đổi, 1 mới hoặc có thay đổi" in told
    assert "hong.docx: " in told
    assert words.CLASSIFIED_FILE.format(name="mat.txt") in told
    assert "Đây là kế hoạch mới, lưu với tên moi" in preview
    assert stored(office) == [(STEM, 2)]
    await press(office, AGREE)
    assert stored(office) == [(STEM, 2), ("moi", 1)]
    assert (folder / "moi.txt").exists()
    assert copies(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "first", "last", "works"),
    [
        pytest.param("/lich nghỉ 5/3/2027", "2027-03-05", "2027-03-05", False, id="a day off"),
        pytest.param("/lich nghi 2.1 nghỉ Tết dương", "2028-01-02", "2028-01-02", False, id="no accents, next year"),
        pytest.param("/lich nghỉ từ 8/3 đến 10/3 Tết Nguyên đán", "2027-03-08", "2027-03-10", False, id="a feast"),
        pytest.param("/lich làm thứ bảy tuần này", "2027-03-06", "2027-03-06", True, id="a Saturday is worked"),
        pytest.param("/lich làm bù 13/3", "2027-03-13", "2027-03-13", True, id="worked for another"),
        pytest.param("/lich nghỉ từ 8/3 đến 10/3 mất điện", "2027-03-08", "2027-03-10", False, id="several days"),
    ],
)
async def test_a_day_is_set_in_any_way_to_write_it_and_undone(
    tmp_path: Path, text: str, first: str, last: str, works: bool
) -> None:
    async with an_office(tmp_path) as chat:
        assert chat.stores
        await says(chat, text)
        days = chat.stores.workdays.all()
        assert (days[0].day.isoformat(), days[-1].day.isoformat()) == (first, last)
        assert {day.works for day in days} == {works}
        assert "lịch làm việc: đặt" in noted(chat)
        await press(chat, words.UNDO)
        assert chat.stores.workdays.all() == ()
        assert "hoàn tác" in noted(chat)


@pytest.mark.parametrize(
    "text", ["/lich 5/3", "/lich nghỉ", "/lich nghỉ hôm nào đó", "/lich nghỉ 31/2/2027", "/lich nghỉ 28/2/2027",
             "/lich nghỉ 5/3, 9/3", "/lich nghỉ 5/3 và thứ hai tuần sau", "/lich nghỉ 5/3, thứ hai tuần sau",
             "/lich nghỉ từ 1/4 đến 30/6", "/lich <b>"],
)  # fmt: skip
async def test_what_is_no_day_to_come_sets_nothing_and_says_how(tmp_path: Path, text: str) -> None:
    async with an_office(tmp_path) as chat:
        assert chat.stores
        said = await says(chat, text)
        assert chat.stores.workdays.all() == ()
        assert "/lich" in said or "31" in said or said == words.PAST_DAY


async def test_undoing_puts_back_what_was_set_before_and_nothing_over_a_later_word(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        assert chat.stores
        await says(chat, "/lich nghỉ 5/3")
        await says(chat, "/lich làm 5/3")
        await press(chat, words.UNDO)
        assert [(day.day, day.works) for day in chat.stores.workdays.all()] == [(date(2027, 3, 5), False)]
        await says(chat, "/lich làm 5/3")
        early = next(m for m in chat.telegram.sent(ADMIN) if "Đã đặt nghỉ" in m["text"])
        late = chat.presses(ADMIN, early, buttons(early)[words.UNDO])
        await chat.hears(late)
        assert chat.telegram.toasts[late["callback_query"]["id"]] == words.UNDO_LATE


async def test_the_calendar_lists_holidays_and_what_was_set(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await says(chat, "/lich làm thứ bảy tuần này họp")
        listed = await says(chat, "/lich")
        assert "thứ Bảy 06/3/2027: làm việc – họp" in listed
        assert "30/4/2027: nghỉ – " in listed
