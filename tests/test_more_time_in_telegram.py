"""More time for a row: asked for by buttons or typed, decided by an admin, told to the unit."""

from datetime import date, datetime

import pytest
from builders import a_task
from chat import ADMIN, AN, BINH, GROUP
from reminded_unit import a_unit
from updates import buttons

from handlers import words
from handlers.extension import without_because
from knowledge.model import State
from knowledge.tasks.happened import Act
from knowledge.wording.courtesy import time_unknown
from scheduler.access import Role
from scheduler.clock import VIETNAM

SECOND = 10


async def test_more_time_is_asked_with_buttons_decided_by_an_admin_and_told_to_the_unit() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, f"1. {words.ASK_EXTENSION}")
        assert list(buttons(unit.last)) == ["07/7/2027", "14/7/2027", "30/7/2027", "30/9/2027"]
        assert "đến ngày 14/7/2027" in str(await unit.press(AN, "14/7/2027"))
        assert unit.states()[0] is State.EXTENSION_ASKED
        await unit.remind()
        [request] = unit.telegram.sent(ADMIN)
        assert "Đề nghị gia hạn đến ngày 14/7/2027" in request["text"]
        assert await unit.press(ADMIN, "1. Đồng ý", request) == words.granted("14/7/2027")
        assert list(buttons(request)) == ["1. Xem"]
        assert unit.stores
        assert unit.stores.progress.of(unit.plans[0].task_refs[0]).due == date(2027, 7, 14)
        unit.now = datetime(2027, 6, 24, 8, tzinfo=VIETNAM)
        await unit.remind()
        assert "thời hạn mới: 14/7/2027 (cũ: 30/6/2027)" in unit.last["text"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("1. Đồng ý", "Đề nghị gia hạn được đồng ý: Số hóa hồ sơ. Thời hạn mới: ngày 30/8/2027."),
        ("1. Không đồng ý", "Đề nghị gia hạn không được đồng ý: Số hóa hồ sơ. Thời hạn vẫn là ngày 30/6/2027."),
    ],
)
async def test_a_focal_point_who_asked_in_private_hears_what_was_decided(label: str, said: str) -> None:
    async with a_unit() as unit:
        assert unit.stores
        unit.stores.people.add(AN, Role.FOCAL, unit="Văn phòng Sở", by="VP", now=unit.now)
        await unit.hears(unit.says(AN, "/giahan"))
        await unit.hears(unit.says(AN, "/giahan 1 30/8/2027 chờ kinh phí"))
        await unit.app.bot_data.settled()
        await unit.press(ADMIN, label, unit.telegram.sent(ADMIN)[-1])
        assert unit.telegram.texts(AN)[-1] == said


async def test_a_decided_request_leaves_no_reason_and_no_admin_beside_the_state() -> None:
    async with a_unit() as unit:
        await unit.says_in_group("/giahan")
        await unit.says_in_group("/giahan 1 30/8/2027 chờ kinh phí")
        await unit.app.bot_data.settled()
        await unit.press(ADMIN, "1. Không đồng ý", unit.telegram.sent(ADMIN)[-1])
        listed = await unit.says_in_group("/giahan")
        assert "Tình trạng: chưa thực hiện\n" in listed
        assert "chờ kinh phí" not in listed.partition("1. ")[2]


async def test_more_time_is_asked_by_typing_number_date_and_reason_and_may_be_refused() -> None:
    async with a_unit() as unit:
        await unit.says_in_group("/giahan")
        assert "đến ngày 30/8/2027" in await unit.says_in_group("/giahan 2 đến ngày 30 tháng 8, chờ kinh phí")
        await unit.remind()
        request = unit.telegram.sent(ADMIN)[-1]
        assert "chờ kinh phí" in request["text"]
        assert await unit.press(ADMIN, "1. Không đồng ý", request) == words.REFUSED
        assert "không được đồng ý" in unit.telegram.texts(GROUP)[-1]
        assert unit.states()[1] is State.NOT_STARTED


async def test_a_row_has_one_open_request_and_a_second_person_sees_the_first() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.says_in_group("/giahan")
        await unit.says_in_group("/giahan 1 30/8/2027 chờ kinh phí")
        assert "xin gia hạn đến ngày 30/8/2027" in unit.telegram.texts(GROUP)[0]
        said = await unit.says_in_group("/giahan 1 15/9/2027", BINH)
        assert said == "Đã có đề nghị gia hạn đến ngày 30/8/2027 (An), đang chờ quyết định."
        assert unit.stores
        assert unit.stores.progress.of(unit.plans[0].task_refs[0]).asked_due == date(2027, 8, 30)
        await unit.remind()
        request = unit.telegram.sent(ADMIN)[-1]["text"]
        assert "thời hạn hiện tại: 30/6/2027, còn 7 ngày" in request
        assert "An: chờ kinh phí" in request


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("/giahan 9 30/8/2027 x", words.EXTENSION_HOW, id="a number that is not on the list"),
        pytest.param("/giahan 1 31/2/2027 x", time_unknown("31/2/2027"), id="a day that does not exist"),
        pytest.param("/giahan mai nhé", words.EXTENSION_HOW, id="no number and no date"),
        pytest.param("/giahan 1 30/6/2027 x", words.DATE_TOO_EARLY, id="the date that holds already"),
    ],
)
async def test_what_is_typed_wrong_is_answered_with_how_to_do_it(text: str, expected: str) -> None:
    async with a_unit() as unit:
        await unit.says_in_group("/giahan")
        assert await unit.says_in_group(text) == expected


async def test_only_an_admin_decides_and_a_decided_request_is_closed() -> None:
    async with a_unit() as unit:
        await unit.says_in_group("/giahan")
        await unit.says_in_group("/giahan 1 30/8/2027")
        await unit.remind()
        request = unit.telegram.sent(ADMIN)[-1]
        grant = buttons(request)["1. Đồng ý"]
        await unit.hears(unit.presses(AN, unit.telegram.sent(GROUP)[-1], grant, stale=True))
        assert list(unit.telegram.toasts.values())[-1] == words.ADMINS_ONLY
        await unit.press(ADMIN, "1. Đồng ý", request)
        await unit.hears(unit.presses(ADMIN, request, grant, stale=True))
        assert list(unit.telegram.toasts.values())[-1] == words.DECIDED


async def test_of_two_admins_who_decide_in_the_same_moment_one_has_decided_and_the_other_is_told_so() -> None:
    async with a_unit() as unit:
        assert unit.stores
        unit.person(SECOND)
        unit.stores.people.add(SECOND, Role.ADMIN, by="VP", now=unit.now)
        await unit.says_in_group("/giahan")
        await unit.says_in_group("/giahan 1 30/8/2027")
        await unit.app.bot_data.settled()
        requests = [unit.telegram.sent(admin)[-1] for admin in (ADMIN, SECOND)]
        wishes = zip((ADMIN, SECOND), requests, ("1. Đồng ý", "1. Không đồng ý"), strict=True)
        presses = [unit.presses(admin, request, buttons(request)[label]) for admin, request, label in wishes]
        await unit.hears(*presses)
        said = [unit.telegram.toasts[press["callback_query"]["id"]] for press in presses]
        assert sorted(text == words.DECIDED for text in said) == [False, True]
        decided = unit.stores.progress.history(unit.plans[0].task_refs[0])
        assert len([entry for entry in decided if entry.act in {Act.GRANT, Act.REFUSE}]) == 1


async def test_who_speaks_as_a_channel_is_nobody_and_an_anonymous_admin_may_ask_for_more_time() -> None:
    channel = {
        "sender_chat": {"id": -100999, "type": "channel", "title": "Tin"},
        "from": {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"},
    }
    async with a_unit() as unit:
        assert unit.stores
        await unit.hears(unit.says(AN, "/giahan", GROUP))
        await unit.hears(unit.says(AN, "/giahan 1 30/7/2027", GROUP, **channel))
        assert unit.last["text"] == words.NOT_ALLOWED
        assert State.EXTENSION_ASKED not in unit.states()
        await unit.hears(unit.says(None, "/giahan 1 30/7/2027", GROUP))
        assert State.EXTENSION_ASKED in unit.states()


async def test_the_list_of_tasks_to_extend_is_leafed_through() -> None:
    rows = [a_task(stt=str(n), task=f"Việc {n}") for n in range(1, 12)]
    async with a_unit(rows) as unit:
        await unit.says_in_group("/giahan")
        assert list(buttons(unit.last)) == [*(str(n) for n in range(1, 9)), words.NEXT]
        await unit.press(AN, words.NEXT)
        assert list(buttons(unit.last)) == ["9", "10", "11", words.PREVIOUS]
        await unit.press(AN, "11")
        assert "Việc 11" in unit.last["text"]
        assert "14/7/2027" in await unit.says_in_group("/giahan 10 14/7/2027 vì mưa bão")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("vì chờ kinh phí", "chờ kinh phí"),
        (", do thiếu người", "thiếu người"),
        ("với lý do: chưa có dự toán", "chưa có dự toán"),
        ("vi phạm hợp đồng của nhà thầu", "vi phạm hợp đồng của nhà thầu"),
        ("chờ hướng dẫn vì quy định mới", "chờ hướng dẫn vì quy định mới"),
    ],
)
def test_a_reason_is_shown_without_the_word_that_leads_up_to_it(said: str, shown: str) -> None:
    assert without_because(said) == shown
