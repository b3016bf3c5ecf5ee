"""/donvi: units, their names, the members of a collective name, and rows without a chair or a date, set."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from builders import a_deadline, a_task
from chat import ADMIN, AN, GROUP, OTHER_GROUP
from reminded_unit import Unit, a_unit
from updates import buttons

from handlers import words_admin, words_units
from knowledge.tasks.entry import Blank
from scheduler.access import Role
from scheduler.overview import of_unit
from scheduler.run import inputs_of

ROWS = [
    a_task(stt="1", task="Số hóa hồ sơ", lead=("Văn phòng Sở",)),
    a_task(stt="2", task="Rà soát quy trình", lead=()),
    a_task(stt="3", task="Báo cáo năm", lead=("Thanh tra Sở",), deadline=a_deadline()),
    a_task(stt="4", task="Tuyên truyền", lead=("Các phòng chuyên môn",)),
    a_task(stt="5", task="Đào tạo", lead=("Phòng Tổ chức cán bộ",)),
]


@asynccontextmanager
async def an_office() -> AsyncIterator[Unit]:
    async with a_unit(ROWS) as unit:
        yield unit


async def says(unit: Unit, text: str, user: int = ADMIN, **more: Any) -> dict[str, Any]:
    await unit.hears(unit.says(user, text, **more))
    return unit.telegram.sent(user)[-1]


def led_by(unit: Unit, name: str) -> list[str]:
    assert unit.stores
    rows = of_unit(inputs_of(unit.stores), name, unit.now.date())
    return sorted(row.tracked.task.stt for row in rows)


async def test_the_units_are_listed_with_rows_and_chats_and_what_is_lacking() -> None:
    async with an_office() as unit:
        listed = await says(unit, "/donvi")
        assert f"Văn phòng Sở – chủ trì 1 nhiệm vụ; nhận tin: nhóm có mã {GROUP}" in listed["text"]
        assert {"Chưa giao chủ trì (1)", "Chưa có thời hạn (1)"} <= set(buttons(listed))
        await unit.press(ADMIN, "1", listed)
        assert "Chủ trì: " in listed["text"]


async def test_a_group_is_called_by_its_title_as_soon_as_it_has_written_and_by_its_newest() -> None:
    async with an_office() as unit:
        await unit.hears(unit.says(AN, "/viec", GROUP))
        assert "nhận tin: Văn phòng\n" in (await says(unit, "/donvi"))["text"]
        unit.telegram.chats[GROUP]["title"] = "VP Sở <mới>"
        await unit.hears(unit.says(AN, "/viec", GROUP))
        assert "Nơi nhận tin: VP Sở <mới>." in (await says(unit, "/donvi Văn phòng Sở"))["text"]
        assert "VP Sở <mới>" in (await says(unit, "/nguoidung"))["text"]


async def test_of_a_unit_it_is_told_who_hears_of_its_tasks_and_who_does_not() -> None:
    async with an_office() as unit:
        assert unit.stores
        await unit.hears(unit.says(ADMIN, "/lienket Văn phòng Sở lãnh đạo", OTHER_GROUP))
        unit.stores.people.add(AN, Role.FOCAL, unit="Văn phòng Sở", by="VP", now=unit.now)
        unit.stores.people.remove(GROUP, by="VP", now=unit.now)
        said = (await says(unit, "/donvi Văn phòng Sở"))["text"]
        assert f"nhóm có mã {GROUP} (đã đưa ra nên không nhận được tin)" in said
        assert "Văn phòng (nhóm lãnh đạo)" in said
        assert f"Đầu mối: người có mã {AN}." in said


async def test_a_collective_name_without_a_chat_of_its_own_is_heard_of_by_its_members() -> None:
    async with an_office() as unit:
        assert unit.stores
        unit.shared_with("Phòng Tổ chức cán bộ", OTHER_GROUP)
        unit.stores.units.set_members("Các phòng chuyên môn", ["Phòng Tổ chức cán bộ"])
        said = (await says(unit, "/donvi Các phòng chuyên môn"))["text"]
        assert f"Nơi nhận tin: nhóm có mã {OTHER_GROUP}.\n" in said
        assert (
            f"Các phòng chuyên môn – chủ trì 1 nhiệm vụ; nhận tin: nhóm có mã {OTHER_GROUP}\n"
            in (await says(unit, "/donvi"))["text"]
        )
        assert "Chưa có nhóm nhận tin" in (await says(unit, "/donvi Thanh tra Sở"))["text"]
        await unit.remind()
        heard = {chat for chat in (GROUP, OTHER_GROUP) if "Tuyên truyền" in "".join(unit.telegram.texts(chat))}
        assert heard == {OTHER_GROUP}


async def test_a_row_without_a_chair_is_given_to_a_unit_and_taken_back() -> None:
    async with an_office() as unit:
        listed = await says(unit, "/donvi")
        await unit.press(ADMIN, "Chưa giao chủ trì (1)", listed)
        await unit.press(ADMIN, "1", listed)
        assert words_units.WHICH_UNIT in listed["text"]
        said = await says(unit, "thanh tra so", reply_to_message=listed)
        assert said["text"].startswith("Đã giao Thanh tra Sở chủ trì:\nRà soát quy trình (số thứ tự 2)")
        assert led_by(unit, "Thanh tra Sở") == ["2", "3", "4"]
        assert unit.stores
        register = inputs_of(unit.stores).register(unit.now.date())
        assert len(register.blank(Blank.LEAD)) == 0
        assert unit.stores.people.audit(1)[0].what.startswith("Đã giao Thanh tra Sở chủ trì")
        await unit.press(ADMIN, words_units.UNDO, said)
        assert led_by(unit, "Thanh tra Sở") == ["3", "4"]


async def test_a_row_that_was_given_to_a_unit_is_reminded_to_it() -> None:
    async with an_office() as unit:
        assert unit.stores
        unit.stores.progress.set_lead(unit.plans[0].task_refs[1], ["Văn phòng Sở"], who="VP", now=unit.now)
        await unit.remind()
        assert "Rà soát quy trình" in unit.telegram.texts(GROUP)[0]


@pytest.mark.parametrize(
    ("typed", "day"), [("30/9/2027", "30/9/2027"), ("cuối quý III", "30/9/2027"), ("hết tháng 9", "30/9/2027")]
)
async def test_a_date_is_set_by_every_way_to_write_one(typed: str, day: str) -> None:
    async with an_office() as unit:
        listed = await says(unit, "/donvi")
        await unit.press(ADMIN, "Chưa có thời hạn (1)", listed)
        await unit.press(ADMIN, "1", listed)
        said = await says(unit, typed, reply_to_message=listed)
        assert said["text"] == f"Đã đặt thời hạn {day}:\nBáo cáo năm (số thứ tự 3)"


async def test_an_unknown_unit_is_answered_with_the_nearest() -> None:
    async with an_office() as unit:
        assert "Có phải ý đồng chí là" in (await says(unit, "/donvi Thanh tra Bộ nào đó"))["text"]


async def test_a_further_name_holds_at_once_and_is_taken_back() -> None:
    async with an_office() as unit:
        said = await says(unit, "/donvi tổ kiểm tra = Thanh tra Sở")
        assert said["text"] == "Đã ghi: “tổ kiểm tra” là Thanh tra Sở."
        assert led_by(unit, "tổ kiểm tra") == ["3", "4"]
        await unit.press(ADMIN, words_units.UNDO, said)
        assert led_by(unit, "tổ kiểm tra") == []


async def test_a_collective_name_holds_what_the_office_says() -> None:
    async with an_office() as unit:
        assert led_by(unit, "Thanh tra Sở") == ["3", "4"]
        said = await says(unit, "/donvi các phòng chuyên môn = Phòng Tổ chức cán bộ; Văn phòng Sở")
        assert "gồm" in said["text"]
        assert led_by(unit, "Thanh tra Sở") == ["3"]
        assert led_by(unit, "Phòng Tổ chức cán bộ") == ["4", "5"]
        await unit.press(ADMIN, words_units.UNDO, said)
        assert led_by(unit, "Thanh tra Sở") == ["3", "4"]


async def test_others_set_nothing() -> None:
    async with an_office() as unit:
        assert (await says(unit, "/donvi tổ kiểm tra = Thanh tra Sở", AN))["text"] == words_admin.ONLY_ADMINS
        listed = await says(unit, "/donvi")
        await unit.press(ADMIN, "Chưa giao chủ trì (1)", listed)
        await unit.press(ADMIN, "1", listed)
        forged = {**listed, "chat": unit.telegram.chats[AN]}
        await unit.hears(unit.says(AN, "Thanh tra Sở", reply_to_message=forged))
        assert led_by(unit, "Thanh tra Sở") == ["3", "4"]
