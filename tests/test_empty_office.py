"""An office without a plan yet, and what each role is told of what it may do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from builders import a_link, a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, BINH, GROUP, Chat, a_chat

from handlers import words, words_plans
from handlers.commands import COMMANDS
from knowledge.library.snapshot import LoadedPlan
from knowledge.tasks.progress import ProgressStore
from scheduler.access import Kind, Role
from scheduler.ledger import Ledger
from scheduler.run import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

LEADER, UNIT = 11, "Văn phòng Sở"
WHO = {ADMIN: "an admin", LEADER: "a leader", BINH: "a focal point", AN: "a colleague"}
ABOUT_ROWS = [command for command in COMMANDS if command.plans]


@asynccontextmanager
async def an_office(*plans: LoadedPlan) -> AsyncIterator[Chat]:
    people = some_people(users=[AN], groups=[GROUP], admins=[ADMIN], leaders=[LEADER])
    stores = Stores(
        plans=lambda: plans, ledger=Ledger(None), units=UnitStore(None), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=people,
    )  # fmt: skip
    async with a_chat(stores=stores) as chat:
        chat.person(LEADER)
        people.add(BINH, Role.FOCAL, unit=UNIT, by="VP", now=chat.now)
        stores.units.link(a_link(UNIT, GROUP))
        yield chat
    stores.close()


async def says(chat: Chat, user: int, text: str, where: int | None = None) -> str:
    await chat.hears(chat.says(user, text, where or user))
    return str(chat.telegram.texts(where or user)[-1])


@pytest.mark.parametrize("command", ABOUT_ROWS, ids=lambda command: str(command.name))
@pytest.mark.parametrize("user", WHO, ids=WHO.get)
async def test_a_command_about_rows_says_that_there_is_no_plan_yet_and_what_to_do(command: object, user: int) -> None:
    async with an_office() as chat:
        for where, kind in ((user, Kind.PRIVATE), (GROUP, Kind.GROUP)):
            judged = chat.app.bot_data.judged(user, where, kind)
            assert judged
            if command.allowed(judged):  # type: ignore[attr-defined]
                wanted = words_plans.NO_PLANS if user == ADMIN else words.NO_PLANS
                assert await says(chat, user, f"/{command.name}", where) == wanted  # type: ignore[attr-defined]


@pytest.mark.parametrize("asked", ["/start", "/help"])
@pytest.mark.parametrize(
    ("user", "where", "said"),
    [
        pytest.param(ADMIN, ADMIN, "Đồng chí là quản trị: để đưa kế hoạch vào, xin gửi tệp", id="an admin"),
        pytest.param(LEADER, LEADER, "Đồng chí là lãnh đạo: /baocao", id="a leader"),
        pytest.param(BINH, BINH, "Đồng chí là đầu mối của Văn phòng Sở. Xin báo kết quả", id="a focal point"),
        pytest.param(AN, GROUP, "Báo kết quả: bấm số dưới tin nhắc việc", id="in a unit's group"),
    ],
)
async def test_each_role_is_told_what_it_is_for(asked: str, user: int, where: int, said: str) -> None:
    async with an_office() as chat:
        assert said in await says(chat, user, asked, where)
        assert "Đồng chí là" not in await says(chat, AN, asked)


async def test_a_focal_point_asks_for_more_time_in_private_for_its_own_unit() -> None:
    rows = [a_task(stt="1", task="Số hóa hồ sơ", lead=(UNIT,)), a_task(stt="2", task="Thanh tra", lead=("Thanh tra",))]
    async with an_office(a_loaded_plan(rows)) as chat:
        listed = await says(chat, BINH, "/giahan")
        assert "Số hóa hồ sơ" in listed
        assert "Thanh tra" not in listed
        assert "đến ngày 30/8/2027" in await says(chat, BINH, "/giahan 1 30/8/2027 chờ kinh phí")
        refused = await says(chat, AN, "/giahan")
        assert refused == words.NO_UNIT_HERE
        assert "đầu mối" in refused
        assert chat.stores
        assert str(chat.stores.progress.of(chat.stores.plans()[0].task_refs[0]).asked_due) == "2027-08-30"


async def test_where_a_focal_point_has_nothing_to_ask_for_its_own_unit_is_named_and_no_other() -> None:
    async with an_office(a_loaded_plan([a_task(stt="1", task="Kiểm tra", lead=("Thanh tra",))])) as chat:
        assert chat.stores
        chat.stores.units.link(a_link("Thanh tra", BINH))  # what is reminded of in its private chat is another unit's
        assert (await says(chat, BINH, "/giahan")).startswith(f"{UNIT} không có nhiệm vụ nào")
