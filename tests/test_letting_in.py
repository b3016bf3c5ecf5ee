"""People and groups come in and go out from the chat: links, requests, ties, removals, and the log of it all."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from builders import a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, BINH, GROUP, NOW, OTHER_GROUP, STRANGER, Chat, a_chat
from updates import buttons

from handlers import words, words_admin
from handlers.buttons import On, pack
from handlers.letting_in import named
from knowledge.tasks.progress import ProgressStore
from scheduler.access import Role
from scheduler.counters import Counted, total
from scheduler.ledger import Ledger
from scheduler.run import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

SECOND, LEADER = 10, 11


@asynccontextmanager
async def an_office() -> AsyncIterator[Chat]:
    plans = [a_loaded_plan([a_task(lead=("Văn phòng Sở",))])]
    people = some_people(users=[AN, BINH], groups=[GROUP], admins=[ADMIN, SECOND], leaders=[LEADER])
    stores = Stores(
        plans=lambda: plans, ledger=Ledger(None), units=UnitStore(None), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=people,
    )  # fmt: skip
    async with a_chat(stores=stores) as chat:
        chat.person(SECOND)
        chat.person(LEADER)
        yield chat
    stores.close()


def role(chat: Chat, user: int) -> Role | None:
    return chat.app.bot_data.people.roll().role(user)


def last(chat: Chat, where: int) -> str:
    return chat.telegram.texts(where)[-1]


async def press(chat: Chat, user: int, label: str, where: int | None = None) -> str:
    """Press a button of the last message that has it; what the small window says."""
    message = next(m for m in reversed(chat.telegram.sent(where or user)) if label in buttons(m))
    update = chat.presses(user, message, buttons(message)[label])
    await chat.hears(update)
    return chat.telegram.toasts[update["callback_query"]["id"]] or ""


async def code_of(chat: Chat, text: str = "/moi") -> str:
    await chat.hears(chat.says(ADMIN, text))
    found = re.search(r"https://t\.me/planbot_test_bot\?start=(\S+)", last(chat, ADMIN))
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("typed", "unit", "said"),
    [
        ("", "", Role.VIEWER),
        ("Văn phòng Sở", "Văn phòng Sở", Role.VIEWER),
        ("Văn phòng Sở đầu mối", "Văn phòng Sở", Role.FOCAL),
        ("quan tri", "", Role.ADMIN),
        ("Phòng Tổ chức xem", "Phòng Tổ chức", Role.VIEWER),
    ],
)
def test_an_invitation_names_a_unit_and_a_role(typed: str, unit: str, said: Role) -> None:
    assert named(typed) == (unit, said)


async def test_a_link_lets_one_person_in_once_with_its_role() -> None:
    async with an_office() as chat:
        code = await code_of(chat, "/moi Văn phòng Sở đầu mối")
        await chat.hears(chat.says(STRANGER, f"/start {code}"))
        assert role(chat, STRANGER) is Role.FOCAL
        assert "đầu mối, Văn phòng Sở" in last(chat, STRANGER)
        await chat.hears(chat.says(BINH, f"/start {code}"))
        assert last(chat, BINH) == words_admin.NO_CODE
        assert role(chat, BINH) is Role.VIEWER


async def test_an_invitation_for_a_unit_that_no_plan_names_says_so_and_is_good_all_the_same() -> None:
    async with an_office() as chat:
        code = await code_of(chat, "/moi Phòng Lạ đầu mối")
        assert "Xin lưu ý: Các kế hoạch không có đơn vị nào tên là “Phòng Lạ”." in last(chat, ADMIN)
        await chat.hears(chat.says(STRANGER, f"/start {code}"))
        assert role(chat, STRANGER) is Role.FOCAL
        await code_of(chat, "/moi van phong so dau moi")
        assert "(đầu mối, Văn phòng Sở)" in last(chat, ADMIN)


async def test_a_link_is_good_for_a_week() -> None:
    async with an_office() as chat:
        code = await code_of(chat)
        chat.now = NOW + timedelta(days=8)
        await chat.hears(chat.says(STRANGER, f"/start {code}"))
        assert role(chat, STRANGER) is None


async def test_somebody_removed_comes_in_by_no_older_link() -> None:
    async with an_office() as chat:
        code = await code_of(chat)
        chat.now += timedelta(minutes=1)
        chat.app.bot_data.people.remove(AN, by="VP", now=chat.now)
        await chat.hears(chat.says(AN, f"/start {code}"), chat.says(AN, "ai chủ trì?"))
        assert role(chat, AN) is None
        assert not buttons(chat.telegram.sent(AN)[-1])


@pytest.mark.parametrize(("label", "becomes"), [(words_admin.ALLOW, Role.VIEWER), (words_admin.REFUSE, None)])
async def test_a_stranger_asks_and_the_first_admin_to_press_decides(label: str, becomes: Role | None) -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(STRANGER, "/start"))
        assert await press(chat, STRANGER, words.ASK_IN) == words_admin.ASKED
        assert await press(chat, STRANGER, words.ASK_IN) == words_admin.ASKED_ALREADY
        assert len(chat.telegram.sent(ADMIN)) == len(chat.telegram.sent(SECOND)) == 1
        assert str(STRANGER) in last(chat, ADMIN)
        await press(chat, ADMIN, label)
        assert await press(chat, SECOND, words_admin.ALLOW) == words_admin.DECIDED
        assert role(chat, STRANGER) is becomes
        assert not buttons(chat.telegram.sent(ADMIN)[-1])
        assert len(chat.telegram.sent(STRANGER)) == 2


@pytest.mark.parametrize("user", [AN, LEADER, STRANGER])
async def test_only_an_admin_decides_on_a_stranger(user: int) -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(STRANGER, "/start"))
        await press(chat, STRANGER, words.ASK_IN)
        request = chat.telegram.sent(ADMIN)[-1]
        forged = {**request, "chat": chat.telegram.chats[user]}
        await chat.hears(chat.presses(user, forged, buttons(request)[words_admin.ALLOW]))
        assert role(chat, STRANGER) is None


async def test_an_admin_ties_a_strange_group_and_unties_it_again() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, "/lienket Văn phòng Sở", OTHER_GROUP))
        assert "Văn phòng Sở" in last(chat, OTHER_GROUP)
        await chat.hears(chat.says(STRANGER, "/hoi ai chủ trì?", OTHER_GROUP))
        assert "chủ trì" in last(chat, OTHER_GROUP)
        await chat.hears(chat.says(ADMIN, "/huylienket", OTHER_GROUP))
        assert chat.stores
        assert not chat.stores.units.links()
        await chat.hears(chat.says(ADMIN, "/huylienket", OTHER_GROUP))
        assert last(chat, OTHER_GROUP) == words_admin.NOT_TIED


@pytest.mark.parametrize("user", [AN, LEADER, STRANGER, None], ids=["a colleague", "a leader", "a stranger", "hidden"])
@pytest.mark.parametrize("group", [GROUP, OTHER_GROUP], ids=["let in", "strange"])
async def test_nobody_but_an_admin_ties_a_group(user: int | None, group: int) -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(user, "/lienket Văn phòng Sở", group))
        assert chat.stores
        assert not chat.stores.units.links()
        assert chat.app.bot_data.people.roll().lets_in(OTHER_GROUP) is False
        if user is None:
            await chat.hears(chat.says(user, "/lienket Văn phòng Sở", group))
            assert set(chat.telegram.texts(group)) == {words_admin.HIDDEN}


async def test_a_leaders_group_is_tied_as_such_and_a_bare_command_asks_for_the_unit() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, "/lienket", GROUP))
        assert last(chat, GROUP) == words_admin.WHICH_UNIT
        await chat.hears(chat.says(ADMIN, "/lienket Văn phòng Sở lãnh đạo", GROUP))
        assert chat.stores
        assert [(link.unit, link.role.value) for link in chat.stores.units.links()] == [("Văn phòng Sở", "leader")]


async def test_an_admin_removes_somebody_and_they_are_out_at_once() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, "/nguoidung"))
        listed = chat.telegram.sent(ADMIN)[-1]
        number = next(line.split(".")[0] for line in listed["text"].splitlines() if re.search(rf"\b{AN}: xem", line))
        await press(chat, ADMIN, number)
        await press(chat, ADMIN, words_admin.TAKE_OUT)
        assert role(chat, AN) is None
        await chat.hears(chat.says(AN, "ai chủ trì?", GROUP))
        assert chat.answerer.asked == []


async def test_the_last_admin_stays() -> None:
    async with an_office() as chat:
        chat.app.bot_data.people.remove(SECOND, by="VP", now=chat.now)
        await chat.hears(chat.says(ADMIN, "/nguoidung"))
        await press(chat, ADMIN, "1")
        assert await press(chat, ADMIN, words_admin.TAKE_OUT) == words_admin.LAST_ADMIN
        assert role(chat, ADMIN) is Role.ADMIN


async def test_the_log_tells_who_did_what() -> None:
    async with an_office() as chat:
        code = await code_of(chat)
        await chat.hears(chat.says(STRANGER, f"/start {code}"))
        await chat.hears(chat.says(ADMIN, "/lienket Văn phòng Sở", OTHER_GROUP), chat.says(ADMIN, "/nhatky"))
        await chat.hears(chat.says(ADMIN, "/nhatky"))
        log = last(chat, ADMIN)
        assert f"An ({ADMIN}) · mời một người, xem" in log
        assert f"người An ({STRANGER}): vào bằng thư mời, xem" in log
        assert f"nhóm Văn phòng ({OTHER_GROUP}): liên kết với Văn phòng Sở" in log


@pytest.mark.parametrize("forged", ["1n:maybe:66", "1n:yes", f"1n:yes:{10**30}", "1n:no:x"])
async def test_a_forged_decision_lets_nobody_in_and_its_button_stops_turning(forged: str) -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(STRANGER, "xin chào"))
        await press(chat, STRANGER, words.ASK_IN)
        request = chat.telegram.sent(ADMIN)[-1]
        pressed = chat.presses(ADMIN, request, forged, stale=True)
        await chat.hears(pressed)
        assert chat.telegram.toasts[pressed["callback_query"]["id"]] == words.OLD_BUTTON
        assert role(chat, STRANGER) is None


async def test_what_somebody_taken_out_has_asked_can_be_deleted() -> None:
    async with an_office() as chat:
        assert chat.stores
        chat.stores.counters.count(Counted.PERSON, str(AN), NOW.date())
        await chat.hears(chat.says(AN, "ai chủ trì?"), chat.says(ADMIN, "/nguoidung"))
        page = chat.telegram.sent(ADMIN)[-1]
        await chat.hears(chat.presses(ADMIN, page, pack(On.MEMBERS, "erase", AN), stale=True))
        assert total(chat.stores.counters.tallies(), Counted.PERSON)  # as long as somebody is in, nothing is deleted
        await chat.hears(chat.presses(ADMIN, page, pack(On.MEMBERS, "out", AN), stale=True))
        await press(chat, ADMIN, words_admin.ERASE)
        assert total(chat.stores.counters.tallies(), Counted.PERSON) == {}
        assert chat.stores.people.audit(1)[0].what == words_admin.erased_noted(AN)
