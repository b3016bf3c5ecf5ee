"""Answers that perhaps did not arrive: each is said once more when the line works again, and never a third time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from builders import a_link
from chat import ADMIN, AN, GROUP, NOW, Chat, a_chat
from fake_telegram import Fault
from telegram.error import NetworkError
from telegram_markup import Refusal
from updates import buttons, update_of

from handlers import words, words_office
from handlers.missed import Missed, noticing
from handlers.owing import CALM, MOST_IN_A_CHAT
from handlers.render import Attachment, Button, Page
from knowledge.tasks.progress import ProgressStore
from scheduler.access import Judged, Kind, Role
from scheduler.ledger import Ledger
from scheduler.people import PeopleStore
from scheduler.stores import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

ASKED = "ai chủ trì số hóa?"
AGAIN = f"Đường truyền vừa lỗi nên trả lời cho “{ASKED}” có thể chưa đến đồng chí; tôi gửi lại:"
ANSWER = "Văn phòng Sở chủ trì.\n\nSố hóa hồ sơ"
ENOUGH = CALM[0][1]


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.attempts.URGENT_PAUSE", 0)
    monkeypatch.setattr("handlers.pace.CHAT_LIMITS", ((100, 1.0),))


@pytest.fixture
def stores() -> Iterator[Stores]:
    opened = Stores(list, Ledger(None), UnitStore(None), WorkdayStore(None), ProgressStore(None))
    opened.people = PeopleStore(None)
    yield opened
    opened.close()


@asynccontextmanager
async def after_a_fault(times: int = 2, stores: Stores | None = None, **changes: Any) -> AsyncIterator[Chat]:
    """An has asked, and so many tries of the answer were written without an answer of Telegram."""
    async with a_chat(stores=stores, **changes) as chat:
        a_fault(chat, times)
        await chat.hears(chat.says(AN, ASKED))
        yield chat


def a_fault(chat: Chat, times: int = 2, error: Exception | None = None) -> None:
    chat.telegram.faults.append(Fault("sendMessage", error or NetworkError("half an answer"), times=times))


async def the_line_works(chat: Chat, times: int = ENOUGH) -> None:
    services = chat.app.bot_data
    for _ in range(times + 1):
        await services.owing.look(services.standing)


def stands(chat: Chat, user: int) -> Judged:
    judged = chat.app.bot_data.judged(user, user, Kind.PRIVATE)
    assert judged
    return judged


async def test_an_answer_that_perhaps_arrived_is_said_once_more_under_a_sentence_that_quotes_the_question() -> None:
    async with after_a_fault() as chat:
        assert chat.telegram.texts(AN) == []
        await the_line_works(chat)
        assert chat.telegram.texts(AN) == [f"{AGAIN}\n\n{ANSWER}"]
        assert chat.last["reply_to_message"]["text"] == ASKED
        await the_line_works(chat)
        assert len(chat.telegram.texts(AN)) == 1
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.OPEN_ROW]))
        assert chat.telegram.texts(AN) == ["Toàn bộ: Số hóa hồ sơ"]


async def test_it_waits_until_the_line_has_worked_many_times_in_a_row() -> None:
    async with after_a_fault() as chat:
        await the_line_works(chat, ENOUGH - 2)
        chat.telegram.faults.append(Fault("getMe", NetworkError("reset")))
        await the_line_works(chat, ENOUGH - 1)
        assert chat.telegram.texts(AN) == []
        await the_line_works(chat, 1)
        assert len(chat.telegram.texts(AN)) == 1


async def test_a_failure_of_any_message_counts_against_the_line() -> None:
    async with after_a_fault() as chat:
        await the_line_works(chat, ENOUGH - 2)
        a_fault(chat, 1)
        await chat.hears(chat.says(ADMIN, "/help"))
        await the_line_works(chat, ENOUGH - 1)
        assert chat.telegram.texts(AN) == []


async def test_over_a_line_that_stays_bad_it_waits_for_less_the_longer_it_takes() -> None:
    async with after_a_fault() as chat:
        chat.now = NOW + CALM[0][0]
        await the_line_works(chat, CALM[1][1])
        assert len(chat.telegram.texts(AN)) == 1


async def test_what_is_said_once_more_and_perhaps_arrives_again_is_never_said_again() -> None:
    async with after_a_fault(times=3) as chat:
        await the_line_works(chat)
        assert chat.telegram.count("sendMessage") == 3
        await the_line_works(chat)
        assert chat.telegram.count("sendMessage") == 3


async def test_what_telegram_asks_to_wait_with_is_still_owed(monkeypatch: pytest.MonkeyPatch) -> None:
    async with after_a_fault() as chat:
        monkeypatch.setattr("handlers.attempts.LONGEST_WAIT", 0)
        a_fault(chat, 1, Refusal(429, "Too Many Requests: retry after 400", retry_after=400))
        await the_line_works(chat)
        assert (chat.telegram.texts(AN), len(chat.app.bot_data.owing)) == ([], 1)


async def test_whoever_asks_the_same_again_and_is_answered_needs_it_no_more() -> None:
    async with after_a_fault() as chat:
        await chat.hears(chat.says(AN, "Ai chủ  trì số hóa?"))
        await the_line_works(chat)
        assert chat.telegram.texts(AN) == [ANSWER]


async def test_another_question_that_is_answered_leaves_it_owed() -> None:
    async with after_a_fault() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì đào tạo?"))
        await the_line_works(chat)
        assert chat.telegram.texts(AN) == [ANSWER, f"{AGAIN}\n\n{ANSWER}"]


async def test_whoever_was_removed_meanwhile_does_not_get_it(stores: Stores) -> None:
    async with after_a_fault(stores=stores) as chat:
        stores.people.remove(AN, by="quản trị", now=NOW)
        await the_line_works(chat)
        assert (chat.telegram.texts(AN), len(chat.app.bot_data.owing)) == ([], 0)


CHANGES: dict[str, Callable[[Stores], object]] = {
    "an admin of whom a viewer is made": lambda s: s.people.add(ADMIN, Role.VIEWER, by="quản trị", now=NOW),
    "an admin of whom a leader is made": lambda s: s.people.add(ADMIN, Role.LEADER, by="quản trị", now=NOW),
    "an admin who speaks for a unit now": lambda s: s.people.add(
        ADMIN, Role.ADMIN, unit="Văn phòng Sở", by="quản trị", now=NOW
    ),
    "a chat that stands for a unit now": lambda s: s.units.link(a_link("Văn phòng Sở", ADMIN)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
async def test_who_stands_otherwise_than_when_they_asked_is_told_to_ask_again_and_sees_nothing_of_the_answer(
    stores: Stores, change: Callable[[Stores], object]
) -> None:
    async with a_chat(stores=stores) as chat:
        stores.people.add(AN, Role.ADMIN, by="quản trị", now=NOW)
        a_fault(chat)
        await chat.hears(chat.says(ADMIN, "/nhatky"))
        change(stores)
        await the_line_works(chat)
        (said,) = chat.telegram.texts(ADMIN)
        assert said == (
            "Đường truyền lỗi nên trả lời cho “/nhatky” có thể chưa đến đồng chí. "
            "Quyền sử dụng đã thay đổi từ lúc đó, xin đồng chí gửi lại yêu cầu."
        )
        await the_line_works(chat)
        assert (len(chat.telegram.texts(ADMIN)), len(chat.app.bot_data.owing)) == (1, 0)


async def test_in_a_group_that_stands_for_another_unit_now_nothing_of_the_old_answer_is_said(stores: Stores) -> None:
    async with a_chat(stores=stores) as chat:
        stores.people.let_in(GROUP, by="quản trị", now=NOW)
        a_fault(chat)
        await chat.hears(chat.says(AN, f"/hoi {ASKED}", GROUP))
        stores.people.tie(GROUP, "Phòng Đào tạo", by="quản trị", now=NOW)
        stores.units.link(a_link("Phòng Đào tạo", GROUP))
        await the_line_works(chat)
        (said,) = chat.telegram.texts(GROUP)
        assert "Quyền sử dụng đã thay đổi" in said
        assert "Văn phòng Sở" not in said


async def test_whoever_deletes_what_they_have_asked_does_not_get_it(stores: Stores) -> None:
    async with after_a_fault(stores=stores) as chat:
        await chat.hears(chat.says(AN, "/xoahoi"))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words_office.FORGET]))
        assert len(chat.app.bot_data.owing) == 0


async def test_what_is_deleted_at_the_moment_when_it_is_to_be_said_is_passed_over() -> None:
    async with after_a_fault() as chat:
        owing, loop = chat.app.bot_data.owing, asyncio.get_running_loop()

        def standing(user: int | None, _chat: int) -> str:
            asyncio.run_coroutine_threadsafe(owing.forget(user or 0), loop).result()
            return "viewer"

        for _ in range(ENOUGH + 1):
            await owing.look(standing)
        assert (chat.telegram.texts(AN), len(owing)) == ([], 0)


async def test_what_is_deleted_while_the_answer_of_somebody_else_fails_stays_deleted() -> None:
    async with after_a_fault() as chat:
        owing = chat.app.bot_data.owing
        other = update_of(chat.says(ADMIN, "/han"), chat.app.bot).message
        failed = owing.after(other, stands(chat, ADMIN), [Missed(ADMIN, None, Page("Có 2 nhiệm vụ"))])
        await asyncio.gather(failed, owing.forget(AN))
        assert len(owing) == 1
        await the_line_works(chat)
        assert [text.splitlines()[-1] for text in chat.telegram.texts(ADMIN)] == ["Có 2 nhiệm vụ"]


async def test_in_a_group_it_goes_into_the_topic_of_the_question() -> None:
    async with a_chat() as chat:
        a_fault(chat)
        await chat.hears(chat.says(AN, f"/hoi {ASKED}", GROUP, message_thread_id=7, is_topic_message=True))
        await the_line_works(chat)
        assert chat.last["message_thread_id"] == 7
        assert chat.last["reply_to_message"]["text"] == f"/hoi {ASKED}"


async def test_an_answer_that_fills_a_whole_message_comes_after_the_sentence() -> None:
    async with a_chat() as chat:
        asked = update_of(chat.says(AN, ASKED), chat.app.bot).message
        page = Page("việc " * 815, ((Button("Mở", "1a:r:row0000001"),),))
        await chat.app.bot_data.owing.after(asked, stands(chat, AN), [Missed(AN, None, page)])
        await the_line_works(chat)
        assert chat.telegram.texts(AN) == [AGAIN, page.html]
        assert buttons(chat.last) == {"Mở": "1a:r:row0000001"}


async def test_a_file_that_perhaps_did_not_arrive_is_told_in_a_sentence() -> None:
    async with a_chat() as chat:
        asked = update_of(chat.says(ADMIN, "/xuat"), chat.app.bot).message
        chat.telegram.faults.append(Fault("sendDocument", NetworkError("half an answer"), times=2))
        with noticing() as missed:
            await chat.app.bot_data.outbox.send_file(ADMIN, Attachment("nhiem-vu.xlsx", b"..."))
        await chat.app.bot_data.owing.after(asked, stands(chat, ADMIN), missed)
        await the_line_works(chat)
        (said,) = chat.telegram.texts(ADMIN)
        assert said.endswith(words.FILE_AGAIN)


async def test_of_many_in_one_chat_the_newest_few_are_said_again() -> None:
    async with a_chat() as chat:
        a_fault(chat, 100)
        for number in range(MOST_IN_A_CHAT + 2):
            await chat.hears(chat.says(AN, f"việc số {number}?"))
        chat.telegram.faults.clear()
        await the_line_works(chat)
        assert [text.split("“")[1][:9] for text in chat.telegram.texts(AN)] == [
            f"việc số {number}" for number in range(2, MOST_IN_A_CHAT + 2)
        ]


async def test_nothing_is_owed_for_a_press_which_one_can_repeat() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, ASKED))
        a_fault(chat, 100)
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.OPEN_ROW]))
        assert len(chat.app.bot_data.owing) == 0
