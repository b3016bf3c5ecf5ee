"""Reminders end to end: digests are sent, their buttons pressed, more time asked for, figures shown."""

import asyncio
import contextlib
from datetime import date, datetime
from typing import Any

import pytest
from builders import a_deadline, a_link, a_loaded_plan, a_task
from chat import ADMIN, AN, BINH, GROUP, OTHER_GROUP, STRANGER
from reminded_unit import ROWS, a_unit
from updates import buttons

from bot.app import reminding
from handlers import words
from handlers.cards import card
from handlers.freshen import freshen
from handlers.render import Page
from knowledge.errors import StorageError
from knowledge.model import State
from knowledge.tasks.progress import Report
from scheduler.clock import VIETNAM
from scheduler.delivery import Passed


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
        unit.shared_with("Thanh tra Sở", OTHER_GROUP)
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


async def test_who_reports_hears_so_before_other_messages_are_brought_up_to_date() -> None:
    async with a_unit() as unit:
        await unit.remind()
        unit.telegram.calls.clear()
        await unit.hears(unit.says(AN, "việc 1 xong rồi", GROUP, reply_to_message=unit.digest))
        done = [name for name, _ in unit.telegram.calls if name in {"sendMessage", "editMessageText"}]
        assert done == ["sendMessage", "editMessageText"]


async def test_of_two_reports_at_once_the_last_state_stands_in_every_message() -> None:
    async with a_unit() as unit:
        await unit.remind()
        ref = unit.plans[0].task_refs[0]
        held = unit.telegram.holds["editMessageText"] = (asyncio.Event(), asyncio.Event())
        said = unit.says(AN, "việc 1 đang làm", GROUP, reply_to_message=unit.digest)
        hearing = asyncio.ensure_future(unit.hears(said))
        await held[0].wait()
        assert unit.stores
        unit.stores.progress.report(ref, Report(State.DONE_ON_TIME), who="Bình", now=unit.now)
        freshen(unit.app.bot_data, ref)
        held[1].set()
        await hearing
        assert "hoàn thành đúng hạn" in unit.digest["text"]
        assert unit.app.bot_data.freshening == {}


async def test_a_message_that_cannot_be_brought_up_to_date_keeps_no_other_from_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_unit() as unit:
        await unit.remind()
        for _ in range(2):
            await unit.press(AN, "1", unit.digest)
        opened, faults = unit.telegram.sent(GROUP)[-2:], [StorageError("planbot.db: the disk is full")]

        async def failing_once(*about: Any) -> Page | None:
            if faults:
                raise faults.pop()
            return await card(*about)

        monkeypatch.setattr("handlers.freshen.card", failing_once)
        assert unit.stores
        ref = unit.plans[0].task_refs[0]
        unit.stores.progress.report(ref, Report(State.DONE_ON_TIME), who="Bình", now=unit.now)
        freshen(unit.app.bot_data, ref)
        await unit.app.bot_data.settled()
        assert [list(buttons(one)) == [words.TO_CALENDAR] for one in opened].count(True) == 1
        assert "hoàn thành đúng hạn" in unit.digest["text"]
        assert "the disk is full" in caplog.text


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


async def test_a_press_that_fails_is_answered_too() -> None:
    async with a_unit() as unit:
        assert unit.stores
        await unit.remind()
        unit.stores.progress.close()
        label = next(iter(buttons(unit.last)))
        assert await unit.press(AN, label) == words.FAILED


@pytest.mark.parametrize("part", ["progress", "people"], ids=["what is done", "who is let in"])
async def test_a_press_on_a_full_disk_is_told_that_it_is_the_machine(
    part: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_values: object, **_named: object) -> None:
        raise StorageError("planbot.db: database or disk is full; make room on the disk and try again")

    async with a_unit() as unit:
        assert unit.stores
        await unit.remind()
        await unit.hears(unit.presses(AN, unit.last, buttons(unit.last)["1"]))
        monkeypatch.setattr(getattr(unit.stores, part), {"progress": "report", "people": "roll"}[part], full)
        assert await unit.press(AN, "Đã xong") == words.NO_STORAGE
        assert [record.exc_info for record in caplog.records if "disk is full" in record.getMessage()] == [None]
        monkeypatch.undo()
        assert unit.states()[0] is State.NOT_STARTED


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
