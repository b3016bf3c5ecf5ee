"""Reminders end to end: digests are sent, their buttons pressed, more time asked for, figures shown."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any

import pytest
from builders import a_deadline, a_link, a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, BINH, GROUP, OTHER_GROUP, STRANGER, Chat, a_chat
from fake_telegram import buttons

from bot.app import reminding
from handlers import words
from handlers.buttons import On, pack
from handlers.digest_pages import poster
from knowledge.library.snapshot import LoadedPlan
from knowledge.model import State
from knowledge.tasks.progress import ProgressStore, Report
from knowledge.wording.courtesy import time_unknown
from scheduler.access import Access
from scheduler.clock import VIETNAM
from scheduler.ledger import Ledger
from scheduler.run import Passed, Stores, run_pass
from scheduler.settings import Reminders
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

QUIET = Reminders(week_ahead=False, month_overview=False, ongoing="never")
WEDNESDAY = datetime(2027, 6, 23, 8, tzinfo=VIETNAM)  # seven days before the rows of `a_task` are due
ROWS = [a_task(stt="1", task="Số hóa hồ sơ"), a_task(stt="2", task="Rà soát quy trình <nội bộ> & biểu mẫu")]


class Unit(Chat):
    """A unit's group with two members, reminded by passes."""

    async def remind(self) -> Passed:
        assert self.stores is not None
        return await run_pass(
            self.stores, poster(self.app.bot_data.outbox, self.app.bot_data.background), lambda: self.now
        )

    async def press(self, user: int, label: str, message: dict[str, Any] | None = None) -> str | None:
        """Press a button, and read the toast; "1. Đã xong" opens the first row of the reminder to find it."""
        message = message or (self.last if label in buttons(self.last) else self.digest)
        number, _, named = label.partition(". ")
        if label not in buttons(message) and number in buttons(message):
            await self.hears(self.presses(user, message, buttons(message)[number]))
            label, message = named or number, self.last
        await self.hears(self.presses(user, message, buttons(message)[label]))
        return list(self.telegram.toasts.values())[-1]

    async def says_in_group(self, text: str, user: int = AN) -> str:
        await self.hears(self.says(user, text, GROUP))
        return str(self.last["text"])

    @property
    def digest(self) -> dict[str, Any]:
        """The last message of the bot that lists rows to press."""
        lists = [m for m in self.telegram.messages.values() if "1" in buttons(m) or "1. Xem" in buttons(m)]
        return max(lists, key=lambda m: int(m["message_id"]))

    def mark(self, action: str, number: int = 1) -> str:
        """What a button for a row of the plan carries."""
        return pack(On.REMINDER, action, self.plans[0].task_refs[number - 1], "2027-06-30")

    def states(self) -> list[State]:
        assert self.stores is not None
        return [self.stores.progress.of(ref).state for ref in self.plans[0].task_refs]

    plans: list[LoadedPlan]


@asynccontextmanager
async def a_unit(rows: list[Any] | None = None, **changes: Any) -> AsyncIterator[Unit]:
    plans = [a_loaded_plan(rows or ROWS)]
    stores = Stores(
        plans=lambda: plans,
        ledger=Ledger(None),
        units=UnitStore(None),
        workdays=WorkdayStore(None),
        progress=ProgressStore(None),
        settings=QUIET,
        people=some_people(admins=[ADMIN]),
    )
    stores.units.link(a_link("Văn phòng Sở", GROUP))
    async with a_chat(stores=stores, kind=Unit, now=WEDNESDAY, **changes) as unit:
        assert isinstance(unit, Unit)
        unit.plans = plans
        unit.answerer.cards = dict.fromkeys(plans[0].task_refs, unit.answerer.answer)
        unit.telegram.members[GROUP] = {AN, BINH}
        yield unit
    for store in (stores.ledger, stores.units, stores.workdays, stores.progress):
        store.close()


async def test_a_digest_arrives_with_a_number_for_each_row_that_opens_what_can_be_done() -> None:
    async with a_unit() as unit:
        assert await unit.remind() == Passed(sent=1)
        assert await unit.remind() == Passed()
        assert "Nhắc việc ngày 23/6/2027 – Văn phòng Sở" in unit.last["text"]
        assert "2. Rà soát quy trình <nội bộ> & biểu mẫu – còn 7 ngày (30/6/2027)" in unit.last["text"]
        assert list(buttons(unit.last)) == ["1", "2"]
        await unit.hears(unit.presses(AN, unit.last, buttons(unit.last)["1"]))
        assert list(buttons(unit.last)) == ["Đã xong", "Đang làm", "Nhắc sau", words.ASK_EXTENSION, words.TO_CALENDAR]


async def test_done_is_recorded_and_the_messages_show_it() -> None:
    async with a_unit() as unit:
        await unit.remind()
        assert await unit.press(AN, "1. Đã xong") == "Đã ghi nhận: hoàn thành đúng hạn."
        assert unit.states() == [State.DONE_ON_TIME, State.NOT_STARTED]
        assert "1. Số hóa hồ sơ – ✓ hoàn thành đúng hạn (An, ngày 23/6/2027)" in unit.digest["text"]
        assert "2. Rà soát quy trình <nội bộ> & biểu mẫu – còn 7 ngày" in unit.digest["text"]
        assert list(buttons(unit.last)) == [words.TO_CALENDAR]


async def test_every_message_that_lists_the_row_shows_who_reported_also_the_other_chairs() -> None:
    shared = a_task(lead=("Văn phòng Sở", "Thanh tra Sở"))
    async with a_unit([shared, ROWS[1]]) as unit:
        assert unit.stores
        unit.stores.units.link(a_link("Thanh tra Sở", OTHER_GROUP))
        unit.stores.people.tie(OTHER_GROUP, "Thanh tra Sở", by="VP", now=unit.now)
        await unit.remind()
        unit.now = datetime(2027, 6, 29, 8, tzinfo=VIETNAM)
        await unit.remind()
        await unit.press(AN, "1. Đã xong", unit.telegram.sent(GROUP)[0])
        listing = [text for chat in (GROUP, OTHER_GROUP) for text in unit.telegram.texts(chat) if "Nhắc việc" in text]
        assert len(listing) == 4
        assert all("✓ hoàn thành đúng hạn (An, ngày 29/6/2027)" in text for text in listing)


async def test_a_second_press_says_who_reported_already() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, "1. Đã xong")
        await unit.hears(unit.presses(BINH, unit.digest, unit.mark("done"), stale=True))
        toast = list(unit.telegram.toasts.values())[-1]
        assert toast == "Nhiệm vụ này đã được báo: hoàn thành đúng hạn (An, ngày 23/6/2027)."


async def test_in_progress_and_later_are_recorded_and_a_second_time_answered() -> None:
    async with a_unit() as unit:
        await unit.remind()
        assert await unit.press(AN, "1. Đang làm") == "Đã ghi nhận: đang thực hiện."
        assert "Đang làm" not in buttons(unit.last)
        await unit.hears(unit.presses(BINH, unit.digest, unit.mark("in_progress"), stale=True))
        assert "đã được báo: đang thực hiện" in str(list(unit.telegram.toasts.values())[-1])
        assert await unit.press(AN, "2. Nhắc sau") == "Sẽ nhắc lại vào ngày 25/6/2027."
        assert await unit.press(BINH, "2. Nhắc sau") == "Đã hẹn nhắc lại vào ngày 25/6/2027."


async def test_a_press_by_somebody_who_is_not_in_the_group_changes_nothing() -> None:
    async with a_unit() as unit:
        await unit.remind()
        assert await unit.press(STRANGER, "1. Đã xong") == words.MEMBERS_ONLY
        assert unit.states() == [State.NOT_STARTED, State.NOT_STARTED]
        assert await unit.press(ADMIN, "1. Đã xong") == "Đã ghi nhận: hoàn thành đúng hạn."


async def test_a_group_that_is_no_longer_the_units_cannot_report() -> None:
    async with a_unit() as unit:
        await unit.remind()
        assert unit.stores
        unit.stores.units.unlink("Văn phòng Sở")
        await unit.hears(unit.presses(AN, unit.digest, unit.mark("done"), stale=True))
        assert list(unit.telegram.toasts.values())[-1] == words.MEMBERS_ONLY


async def test_a_chat_that_is_tied_to_a_unit_is_let_in_and_its_buttons_work() -> None:
    async with a_unit() as unit:
        assert unit.stores
        unit.stores.people.tie(OTHER_GROUP, "Văn phòng Sở", by="VP", now=unit.now)
        unit.stores.units.unlink("Văn phòng Sở")
        unit.stores.units.link(a_link("Văn phòng Sở", OTHER_GROUP))
        unit.telegram.members[OTHER_GROUP] = {STRANGER}
        await unit.remind()
        assert await unit.press(STRANGER, "1. Đã xong") == "Đã ghi nhận: hoàn thành đúng hạn."


async def test_an_old_reminder_says_which_date_holds_now() -> None:
    async with a_unit() as unit:
        await unit.remind()
        assert unit.stores
        unit.stores.progress.set_due(unit.plans[0].task_refs[0], date(2027, 9, 15), who="VP", now=unit.now)
        await unit.hears(unit.presses(AN, unit.digest, unit.mark("done"), stale=True))
        assert list(unit.telegram.toasts.values()) == [words.outdated("15/9/2027")]
        assert "15/9/2027" in unit.last["text"]


async def test_a_row_that_was_removed_is_said_to_be_gone() -> None:
    async with a_unit() as unit:
        await unit.remind()
        done = unit.mark("done")
        unit.plans[:] = [a_loaded_plan([ROWS[1]])]
        unit.answerer.cards = {}
        await unit.hears(unit.presses(AN, unit.digest, done, stale=True))
        assert list(unit.telegram.toasts.values())[-1] == words.NO_ROW
        assert await unit.press(AN, "1") == words.NO_ROW


async def test_open_shows_the_whole_row_as_a_message_of_its_own() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, "1")
        assert len(unit.telegram.sent(GROUP)) == 2
        assert unit.last["text"].startswith("Văn phòng Sở chủ trì.")


async def test_done_after_the_date_is_done_late() -> None:
    async with a_unit() as unit:
        unit.now = datetime(2027, 7, 5, 8, tzinfo=VIETNAM)
        await unit.remind()
        assert await unit.press(AN, "1. Đã xong") == "Đã ghi nhận: hoàn thành quá hạn."


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


async def test_a_units_tasks_are_listed_with_their_state() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, "1. Đã xong")
        text = await unit.says_in_group("/viec")
        assert text.startswith("Có 2 nhiệm vụ Văn phòng Sở chủ trì:\nchưa thực hiện 1, hoàn thành đúng hạn 1")
        assert "1. Rà soát quy trình" in text


async def test_anybody_let_in_may_name_the_unit() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "/viec"), unit.says(AN, "/viec van phong so"), unit.says(AN, "/viec Phòng Z"))
        first, second, third = unit.telegram.texts(AN)
        assert first == words.WHICH_UNIT
        assert second.startswith("Có 2 nhiệm vụ Văn phòng Sở chủ trì:")
        assert third.startswith("Các kế hoạch không có đơn vị nào tên là “Phòng Z”. Có phải ý đồng chí là: Phòng ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "/han", "Không có nhiệm vụ nào Văn phòng Sở chủ trì đến hạn trong tuần này", id="the week by default"
        ),
        pytest.param("/han thang", "Có 2 nhiệm vụ Văn phòng Sở chủ trì đến hạn trong tháng này", id="without accents"),
        pytest.param("/han quý", "đến hạn trong quý này:\n(từ ngày 01/4/2027 đến ngày 30/6/2027)", id="the quarter"),
        pytest.param("/han từ 1/4 đến 30/6", "Có 2 nhiệm vụ Văn phòng Sở chủ trì đến hạn", id="a range"),
        pytest.param("/han 2 tuần tới", "Có 2 nhiệm vụ Văn phòng Sở chủ trì đến hạn", id="weeks ahead"),
        pytest.param("/han tháng 5 và tháng 6", "Có 2 nhiệm vụ Văn phòng Sở chủ trì đến hạn", id="two months"),
        pytest.param("/han quý van phong so trời xanh", "Chưa hiểu “trời xanh”", id="words that fit nothing"),
        pytest.param("/han tháng 13", "Tôi chưa hiểu thời gian “tháng 13”", id="a time that is not understood"),
        pytest.param("/han quý Phòng Z", "không có đơn vị nào tên là “Phòng Z”", id="of an unknown unit"),
    ],
)
async def test_what_falls_due_is_listed_by_week_month_and_quarter(text: str, expected: str) -> None:
    async with a_unit() as unit:
        assert expected in await unit.says_in_group(text)


async def test_a_chat_that_can_be_reached_again_gets_its_reminders_again() -> None:
    async with a_unit() as unit:
        assert unit.stores
        unit.telegram.blocked.add(GROUP)
        assert (await unit.remind()).parked == 1
        unit.telegram.blocked.clear()
        me = {"id": 1, "is_bot": True, "first_name": "Planbot"}
        await unit.hears(
            {
                "update_id": 1,
                "my_chat_member": {
                    "chat": unit.telegram.chats[GROUP],
                    "from": {"id": AN, "is_bot": False, "first_name": "An"},
                    "date": 1,
                    "old_chat_member": {"status": "kicked", "user": me, "until_date": 0},
                    "new_chat_member": {"status": "member", "user": me},
                },
            }
        )
        assert unit.stores.ledger.parked() == ()
        assert (await unit.remind()).sent >= 1


async def test_a_chat_from_which_somebody_writes_gets_its_reminders_again() -> None:
    async with a_unit() as unit:
        assert unit.stores
        for chat, update in ((AN, unit.says(AN, "/start")), (GROUP, unit.says(AN, "/viec@planbot_test_bot", GROUP))):
            unit.stores.ledger.park(chat, "Chat not found", unit.now)
            await unit.hears(update)
            assert unit.stores.ledger.parked() == ()


async def test_a_press_in_a_parked_chat_brings_its_reminders_back() -> None:
    async with a_unit() as unit:
        assert unit.stores
        assert (await unit.remind()).sent >= 1
        unit.stores.ledger.park(GROUP, "Forbidden", unit.now)
        [message, *_] = unit.telegram.sent(GROUP)
        await unit.hears(unit.presses(AN, message, buttons(message)["1"]))
        assert unit.stores.ledger.parked() == ()


async def test_a_press_that_fails_is_answered_too() -> None:
    async with a_unit() as unit:
        assert unit.stores
        await unit.remind()
        unit.stores.progress.close()
        label = next(iter(buttons(unit.last)))
        assert await unit.press(AN, label) == words.FAILED


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


async def test_a_group_that_moves_keeps_its_unit() -> None:
    async with a_unit() as unit:
        unit.group(-100777)
        unit.telegram.moved[GROUP] = -100777
        await unit.remind()
        assert unit.stores
        assert [link.chat.id for link in unit.stores.units.links()] == [-100777]
        assert unit.app.bot_data.people.roll().lets_in(-100777)
        assert not unit.app.bot_data.people.roll().lets_in(GROUP)


async def test_a_row_with_several_dates_is_reported_for_the_one_that_the_reminder_is_for() -> None:
    dates = a_deadline(date(2027, 3, 31), date(2027, 6, 30))
    async with a_unit([a_task(deadline=dates), ROWS[1]]) as unit:
        await unit.remind()
        assert unit.stores
        await unit.press(AN, "1. Đã xong")
        assert unit.stores.progress.of(unit.plans[0].task_refs[0]).done == ((date(2027, 6, 30), State.DONE_ON_TIME),)


async def test_a_press_by_an_outsider_leaves_the_message_as_it_is() -> None:
    async with a_unit() as unit:
        await unit.remind()
        before = unit.digest["text"]
        await unit.press(STRANGER, "1. Đã xong")
        assert unit.digest["text"] == before
        assert unit.telegram.count("editMessageText") == 0


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


async def test_a_bot_that_is_stopped_records_the_reminder_that_is_on_its_way() -> None:
    async with a_unit() as unit:
        assert unit.stores
        on_its_way, arrives = asyncio.Event(), asyncio.Event()
        unit.telegram.holds["sendMessage"] = (on_its_way, arrives)
        reminders = asyncio.ensure_future(reminding(unit.stores, lambda: unit.now)(unit.app.bot_data))
        await on_its_way.wait()
        reminders.cancel()
        await asyncio.sleep(0.01)
        assert not reminders.done()
        arrives.set()
        with contextlib.suppress(asyncio.CancelledError):
            await reminders
        assert len(unit.telegram.sent(GROUP)) == 1
        unit.telegram.holds.clear()
        assert await unit.remind() == Passed()


@pytest.mark.parametrize(
    "data", ["d:done:x:someday", "d:fire:x:2027-06-30", "d:done:x:2027-06-30", "g:x", "g:x:y", "g:x:2027-01-01", "g:::"]
)
async def test_made_up_buttons_are_answered_and_change_nothing(data: str) -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.hears(unit.presses(AN, unit.last, data, stale=True))
        assert list(unit.telegram.toasts.values())[-1] in {words.OLD_BUTTON, words.NO_ROW}
        assert unit.states() == [State.NOT_STARTED, State.NOT_STARTED]


async def test_a_reminder_that_is_brought_up_to_date_stays_one_message() -> None:
    long = [a_task(stt=str(n), task=f"Việc {n}, " + "rất dài " * 60, section=()) for n in range(20)]
    async with a_unit(long) as unit:
        assert unit.stores
        await unit.remind()
        for ref in unit.plans[0].task_refs:
            unit.stores.progress.report(ref, Report(State.IN_PROGRESS, note="x" * 900), who="An", now=unit.now)
        await unit.press(AN, "1. Đã xong")
        assert len(unit.digest["text"]) < 4096
        assert "hoàn thành đúng hạn" in unit.digest["text"]
        assert unit.digest["text"].count("đang thực hiện") == 19


@pytest.mark.parametrize("when", ["before the first pass", "after it", "over the file"])
async def test_a_chat_that_was_removed_is_reminded_of_nothing_though_it_is_still_linked(when: str) -> None:
    async with a_unit() as unit:
        assert unit.stores is not None
        if when == "after it":
            await unit.remind()
            unit.now = datetime(2027, 6, 29, 8, tzinfo=VIETNAM)
        before = len(unit.telegram.sent(GROUP))
        unit.stores.people.remove(GROUP, by="VP", now=unit.now)
        if when == "over the file":
            unit.stores.people.take_over(Access(groups=frozenset({GROUP})), unit.now, frozenset({GROUP}))
        await unit.remind()
        assert len(unit.telegram.sent(GROUP)) == before
        [told, *_] = unit.telegram.texts(ADMIN)  # the office hears of it instead
        assert "CHƯA CÓ NHÓM NHẬN TIN" in told
