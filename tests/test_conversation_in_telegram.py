"""Conversations end to end: the application of production on a strict Telegram."""

import asyncio

import pytest
from builders import some_people
from chat import AN, BINH, GROUP, STRANGER, Chat, FakeDesk, a_chat, an_answer
from fake_telegram import USERNAME
from updates import buttons

from handlers import words
from handlers.order import MOST_WAITING
from knowledge.tasks.progress import ProgressStore
from scheduler.ledger import Ledger
from scheduler.run import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore


async def test_a_question_in_a_private_chat_is_answered_with_a_button_that_opens_the_row() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì số hóa?"))
        assert chat.telegram.texts(AN) == ["Văn phòng Sở chủ trì.\n\nSố hóa hồ sơ"]
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.OPEN_ROW]))
        assert chat.telegram.texts(AN) == ["Toàn bộ: Số hóa hồ sơ"]
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.BACK]))
        assert chat.telegram.texts(AN) == ["Văn phòng Sở chủ trì.\n\nSố hóa hồ sơ"]
        assert list(chat.telegram.toasts.values()) == ["", ""]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("/hoi ai chủ trì số hóa?", id="command"),
        pytest.param(f"/hoi@{USERNAME} ai chủ trì số hóa?", id="command with the bot's name"),
        pytest.param(f"@{USERNAME} ai chủ trì số hóa?", id="mention in front"),
        pytest.param(f"@{USERNAME.upper()}, ai chủ trì số hóa?", id="mention in capitals with a comma"),
    ],
)
async def test_a_group_that_is_let_in_is_answered_as_a_reply(text: str) -> None:
    async with a_chat() as chat:
        question = chat.says(STRANGER, text, GROUP)
        await chat.hears(question)
        assert chat.answerer.asked == [("ai chủ trì số hóa?", ())]
        assert chat.last["reply_to_message"]["message_id"] == question["message"]["message_id"]


X, Y = "ai chủ trì số hóa?", "ai chủ trì đào tạo?"


async def test_a_reply_is_about_the_message_replied_to_whoever_asks() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, f"/hoi {X}", GROUP))
        about_x = chat.last
        await chat.hears(chat.says(AN, f"/hoi {Y}", GROUP))
        await chat.hears(chat.says(BINH, f"/hoi {Y}", GROUP))
        for who in (AN, BINH, STRANGER):
            await chat.hears(chat.says(who, "khi nào xong?", GROUP, reply_to_message=about_x))
        assert chat.answerer.asked[3:] == [("khi nào xong?", (X,))] * 3


async def test_without_a_reply_everybody_goes_on_from_their_own_last_question() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, f"/hoi {X}", GROUP))
        await chat.hears(chat.says(BINH, f"/hoi {Y}", GROUP))
        await chat.hears(chat.says(AN, "/hoi khi nào xong?", GROUP))
        assert chat.answerer.asked[2:] == [("khi nào xong?", (X,))]


async def test_a_reply_to_a_colleagues_question_is_about_its_answer() -> None:
    async with a_chat() as chat:
        question = chat.says(AN, f"/hoi {X}", GROUP)
        await chat.hears(question)
        await chat.hears(chat.says(BINH, "/hoi khi nào xong?", GROUP, reply_to_message=question["message"]))
        assert chat.answerer.asked[1:] == [("khi nào xong?", (X,))]


async def test_a_reply_to_an_opened_row_is_about_that_row_and_after_the_way_back_about_the_list() -> None:
    async with a_chat(answerer=FakeDesk(an_answer("Số hóa hồ sơ", "Đào tạo"))) as chat:
        await chat.hears(chat.says(AN, X))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)["1"]))
        await chat.hears(chat.says(AN, "khi nào xong?", reply_to_message=chat.telegram.sent(AN)[0]))
        await chat.hears(chat.presses(AN, chat.telegram.sent(AN)[0], buttons(chat.telegram.sent(AN)[0])[words.BACK]))
        await chat.hears(chat.says(AN, "ai phối hợp?", reply_to_message=chat.telegram.sent(AN)[0]))
        assert chat.answerer.asked[1:] == [("khi nào xong?", ("row row0000001",)), ("ai phối hợp?", (X,))]


def some_parts() -> Stores:
    return Stores(
        plans=tuple, ledger=Ledger(None), units=UnitStore(None), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=some_people(users=[AN]),
    )  # fmt: skip


async def test_what_an_answer_showed_is_known_when_the_memory_of_the_chat_is_gone() -> None:
    stores = some_parts()
    async with a_chat(stores=stores, answerer=FakeDesk(an_answer("Số hóa hồ sơ", "Đào tạo"))) as chat:
        await chat.hears(chat.says(AN, X))
        answer = chat.last
        chat.app.bot_data.writes.settle()
    answer.pop("reply_markup")  # nor do the buttons tell it
    async with a_chat(stores=stores) as chat:
        chat.telegram.messages[AN, answer["message_id"]] = answer
        await chat.hears(chat.says(AN, "khi nào xong?", reply_to_message=answer))
        assert chat.answerer.asked == [("khi nào xong?", ("row row0000001", "row row0000002"))]
        chat.app.bot_data.writes.settle()  # before the stores are closed
    stores.close()


async def test_a_reply_to_a_message_that_shows_no_row_begins_anew() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, X))
        await chat.hears(chat.says(AN, "/help"))
        await chat.hears(chat.says(AN, "khi nào xong?", reply_to_message=chat.last))
        assert chat.answerer.asked[1:] == [("khi nào xong?", ())]


@pytest.mark.parametrize("text", ["/hoi", f"@{USERNAME}"])
async def test_a_bare_call_in_reply_to_a_colleague_asks_what_the_colleague_asked(text: str) -> None:
    async with a_chat() as chat:
        question = chat.message(BINH, "ai chủ trì số hóa nhỉ?", GROUP)
        await chat.hears(chat.says(AN, text, GROUP, reply_to_message=question))
        assert chat.answerer.asked == [("ai chủ trì số hóa nhỉ?", ())]


async def test_what_is_not_meant_for_the_bot_is_passed_over_in_a_group() -> None:
    async with a_chat() as chat:
        await chat.hears(
            chat.says(AN, "chiều nay họp nhé", GROUP),
            chat.says(AN, "/hoi@another_bot ai chủ trì?", GROUP),
            chat.says(AN, f"hỏi {USERNAME} xem", GROUP),
            chat.says(AN, "/sticker", GROUP),
        )
        assert chat.telegram.calls[1:] == []


async def test_an_answer_stays_in_its_topic_and_general_is_addressed_by_leaving_it_out() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "/hoi gì?", GROUP, message_thread_id=77, is_topic_message=True))
        assert chat.last["message_thread_id"] == 77
        await chat.hears(chat.says(AN, "/hoi gì?", GROUP, message_thread_id=1))
        assert "message_thread_id" not in chat.last


async def test_the_questions_of_a_chat_that_waited_are_answered_in_order() -> None:
    async with a_chat() as chat:
        await chat.hears(*(chat.says(AN, f"câu {i}") for i in range(4)))
        assert [text for text, _ in chat.answerer.asked] == ["câu 0", "câu 1", "câu 2", "câu 3"]


async def test_of_many_questions_that_waited_the_older_ones_get_one_common_sentence() -> None:
    async with a_chat() as chat:
        await chat.hears(*(chat.says(AN, f"câu {i}") for i in range(12)), chat.says(BINH, "một câu"))
        assert sorted(text for text, _ in chat.answerer.asked) == sorted(
            [f"câu {i}" for i in range(7, 12)] + ["một câu"]
        )
        assert chat.telegram.texts(AN)[0] == words.BUSY
        assert chat.telegram.texts(AN).count(words.BUSY) == 1


async def test_who_presses_more_than_can_be_done_is_told_so_once() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        press = chat.presses(AN, chat.last, buttons(chat.last)[words.OPEN_ROW])
        ids = [f"press{n}" for n in range(MOST_WAITING + 10)]
        chat.telegram.toasts.update(dict.fromkeys(ids))
        await chat.hears(*({**press, "callback_query": {**press["callback_query"], "id": name}} for name in ids))
        await chat.app.bot_data.background.settled()
        assert [name for name in ids if chat.telegram.toasts[name] == words.TOO_MANY] == [ids[MOST_WAITING + 1]]


async def test_talk_among_people_does_not_push_a_question_aside() -> None:
    async with a_chat() as chat:
        talk = (chat.says(BINH, f"chuyện {i}", GROUP) for i in range(20))
        await chat.hears(chat.says(AN, "/hoi gì?", GROUP), *talk)
        assert [text for text, _ in chat.answerer.asked] == ["gì?"]


async def test_one_slow_chat_does_not_hold_up_another() -> None:
    release = asyncio.Event()
    order: list[int] = []

    async def handle(chat: Chat, user: int) -> None:
        await chat.hears(chat.says(user, "/help"))
        order.append(user)

    async with a_chat() as chat:
        slow = asyncio.create_task(chat.app.update_processor.do_process_update(None, release.wait()))
        await handle(chat, BINH)
        release.set()
        await slow
    assert order == [BINH]


async def test_a_forwarded_question_in_a_private_chat_is_a_question() -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Lãnh đạo"}
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì số hóa?", forward_origin=origin))
        assert chat.answerer.asked == [("ai chủ trì số hóa?", ())]
