"""Buttons say for which kind of message they were made, and do nothing under another kind."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import pytest
from builders import a_link, a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, GROUP, Chat, FakeDesk, a_chat, an_answer
from hypothesis import given
from hypothesis import strategies as st
from updates import buttons

from handlers import words
from handlers.buttons import MOST_BYTES, Data, On, pack, unpack
from handlers.digest_pages import poster
from knowledge.tasks.progress import ProgressStore
from scheduler.clock import VIETNAM
from scheduler.ledger import Ledger
from scheduler.run import Stores, run_pass
from scheduler.settings import Reminders
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789_-", min_size=1, max_size=12)


@given(st.sampled_from(On), WORDS, st.lists(WORDS, max_size=3))
def test_what_stands_on_a_button_comes_back(on: On, act: str, args: list[str]) -> None:
    data = pack(on, act, *args)
    assert len(data.encode()) <= MOST_BYTES
    assert unpack(data) == Data(on, act, tuple(args))


@pytest.mark.parametrize("args", [("x" * 60,), ("ệ" * 21,), ("a:b",)], ids=["long", "three bytes a letter", "the sign"])
def test_what_does_not_fit_is_an_error_where_it_is_made(args: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no button can hold"):
        pack(On.ANSWER, "r", *args)


@given(st.text(max_size=64))
def test_made_up_data_are_read_or_refused_and_never_an_error(text: str) -> None:
    unpack(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("d:done:row0000001:2027-06-30", Data(On.REMINDER, "done", ("row0000001", "2027-06-30"))),
        ("g", Data(On.REMINDER, "more")),
        ("g:p:1", Data(On.EXTENSION, "page", ("1",))),
        ("g:row0000001:2027-06-30", Data(On.EXTENSION, "task", ("row0000001", "2027-06-30"))),
        ("r:row0000001:0:name:0", Data(On.ANSWER, "r", ("row0000001", "0", "name", "0"))),
        ("2a:r:x", None),
        ("1z:r:x", None),
        ("", None),
    ],
)
def test_a_reminder_from_before_there_was_a_version_can_still_be_pressed(old: str, new: Data | None) -> None:
    assert unpack(old) == new


@asynccontextmanager
async def a_reminded_group() -> AsyncIterator[Chat]:
    plans = [a_loaded_plan([a_task(task="Số hóa hồ sơ")])]
    stores = Stores(
        plans=lambda: plans, ledger=Ledger(None), units=UnitStore(None), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=some_people(admins=[ADMIN], groups=[GROUP]),
        settings=Reminders(week_ahead=False, month_overview=False, ongoing="never"),
    )  # fmt: skip
    stores.units.link(a_link("Văn phòng Sở", GROUP))
    now = datetime(2027, 6, 23, 8, tzinfo=VIETNAM)
    answerer = FakeDesk(cards={plans[0].task_refs[0]: an_answer(head="Toàn bộ")})
    async with a_chat(stores=stores, answerer=answerer, now=now) as chat:
        chat.telegram.members[GROUP] = {AN}
        await run_pass(stores, poster(chat.app.bot_data.outbox, chat.app.bot_data.background), lambda: chat.now)
        yield chat
    stores.close()


async def toast(chat: Chat, message: dict[str, Any], data: str) -> str | None:
    await chat.hears(chat.presses(AN, message, data, stale=True))
    return list(chat.telegram.toasts.values())[-1]


@pytest.mark.parametrize(
    "act", ["r:{ref}:1::0", "1a:r:{ref}:1::0", "1a:r:{ref}", "1e:task:{ref}", "1e:page:0", "1a:p:x:0"]
)
async def test_a_press_made_up_for_another_kind_of_message_changes_nothing(act: str) -> None:
    async with a_reminded_group() as chat:
        [reminder] = chat.telegram.sent(GROUP)
        before, labels = reminder["text"], list(buttons(reminder))
        ref = buttons(reminder)["1"].split(":")[2]
        assert await toast(chat, reminder, act.format(ref=ref)) == words.OLD_BUTTON
        assert chat.telegram.sent(GROUP) == [reminder]
        assert (reminder["text"], list(buttons(reminder))) == (before, labels)


async def test_a_report_cannot_be_pressed_under_an_answer() -> None:
    async with a_reminded_group() as chat:
        [reminder] = chat.telegram.sent(GROUP)
        await chat.hears(chat.presses(AN, reminder, buttons(reminder)["1"]))
        done = buttons(chat.last)["Đã xong"]
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        assert await toast(chat, chat.last, done) == words.OLD_BUTTON
        assert chat.stores
        assert chat.stores.progress.all() == {}


async def test_under_a_message_that_telegram_does_not_show_any_more_nothing_is_put_in_its_place() -> None:
    async with a_reminded_group() as chat:
        [reminder] = chat.telegram.sent(GROUP)
        ref = buttons(reminder)["1"].split(":")[2]
        gone = {"chat": reminder["chat"], "message_id": reminder["message_id"], "date": 0}
        assert await toast(chat, gone, pack(On.ANSWER, "r", ref, 1, "", 0)) == ""
        first, opened = chat.telegram.sent(GROUP)
        assert first is reminder
        assert "Toàn bộ" in opened["text"]
        assert chat.telegram.count("editMessageText") == 0
