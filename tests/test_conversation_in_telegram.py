"""Conversations end to end: the application of production on a strict Telegram."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from builders import some_people
from chat import ADMIN, AN, BINH, GROUP, OTHER_GROUP, STRANGER, Chat, FakeDesk, a_chat, a_line, an_answer
from fake_telegram import USERNAME, Fault, Refusal, buttons

from handlers import words
from knowledge.reply import Choice, Entry
from knowledge.tasks.progress import ProgressStore
from knowledge.wording.courtesy import TOO_LONG
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


async def test_a_stranger_gets_one_sentence_with_their_own_id_and_nothing_of_the_plans() -> None:
    async with a_chat() as chat:
        for text in ("/start", "ai chủ trì số hóa?", "/help", "/hoi x"):
            await chat.hears(chat.says(STRANGER, text))
        assert chat.telegram.texts(STRANGER) == [words.stranger(STRANGER).replace("<code>", "").replace("</code>", "")]
        assert str(STRANGER) in chat.telegram.texts(STRANGER)[0]
        assert chat.answerer.asked == []


async def test_a_stranger_who_comes_back_later_is_told_again() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(STRANGER, "/start"))
        chat.now += timedelta(hours=1)
        await chat.hears(chat.says(STRANGER, "/start"))
        assert len(chat.telegram.sent(STRANGER)) == 2


async def test_a_group_that_is_not_let_in_gets_one_sentence_even_when_a_colleague_asks_there() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "/hoi gì?", OTHER_GROUP))
        await chat.hears(chat.says(STRANGER, "/start", OTHER_GROUP))
        assert len(chat.telegram.sent(OTHER_GROUP)) == 1
        assert str(OTHER_GROUP) in chat.telegram.texts(OTHER_GROUP)[0]
        assert chat.answerer.asked == []


async def test_a_button_pressed_by_an_outsider_is_refused_clearly() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "/hoi gì?", OTHER_GROUP))
        await chat.hears(chat.presses(STRANGER, chat.last, "r:row0000001", stale=True))
        assert list(chat.telegram.toasts.values()) == [words.NOT_ALLOWED]


async def test_an_anonymous_admin_of_a_group_is_answered_without_a_conversation() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(None, "/hoi ai chủ trì?", GROUP))
        await chat.hears(chat.says(None, "/hoi khi nào?", GROUP))
        assert chat.answerer.asked == [("ai chủ trì?", ()), ("khi nào?", ())]


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param({"via_bot": {"id": 3, "is_bot": True, "first_name": "B", "username": "b_bot"}}, id="via a bot"),
        pytest.param({"from": {"id": 3, "is_bot": True, "first_name": "B", "username": "b_bot"}}, id="another bot"),
        pytest.param({"is_automatic_forward": True}, id="the channel of a discussion group"),
    ],
)
async def test_machines_are_not_answered(extra: dict[str, object]) -> None:
    async with a_chat() as chat:
        update = chat.says(AN, "/hoi gì?", GROUP)
        update["message"] |= extra
        await chat.hears(update)
        assert chat.telegram.calls[1:] == []


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
async def test_channel_posts_are_passed_over(kind: str) -> None:
    async with a_chat() as chat:
        update = chat.says(AN, "ai chủ trì?")
        update[kind] = update.pop("message")
        await chat.hears(update)
        assert chat.telegram.calls[1:] == []


MEDIA: dict[str, Any] = {
    "voice": {"file_id": "F", "file_unique_id": "F", "duration": 3},
    "photo": [{"file_id": "F", "file_unique_id": "F", "width": 9, "height": 9}],
    "sticker": {"file_id": "F", "file_unique_id": "F", "width": 9, "height": 9, "is_animated": False,
                "is_video": False, "type": "regular"},
    "document": {"file_id": "F", "file_unique_id": "F"},
    "location": {"latitude": 21.0, "longitude": 105.8},
}  # fmt: skip


@pytest.mark.parametrize("kind", MEDIA)
async def test_pictures_and_voices_are_answered_once_in_a_private_chat_and_never_in_a_group(kind: str) -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, **{kind: MEDIA[kind]}), chat.says(AN, **{kind: MEDIA[kind]}))
        await chat.hears(chat.says(AN, chat=GROUP, **{kind: MEDIA[kind]}))
        assert len(chat.telegram.texts(AN)) == 1
        assert chat.telegram.sent(GROUP) == []


@pytest.mark.parametrize(
    ("user", "text", "expected"),
    [
        pytest.param(AN, "/start", "Sở Nội vụ tỉnh An Bình", id="start names the office"),
        pytest.param(AN, "/help", "/hoi", id="help lists the commands"),
        pytest.param(AN, "/khongco", words.UNKNOWN_COMMAND, id="an unknown command gets help"),
        pytest.param(AN, "/hoi", words.ASK_WHAT, id="a command without a question"),
        pytest.param(AN, "a" * 1001, TOO_LONG, id="a whole text instead of a question"),
        pytest.param(ADMIN, "/help", "quản trị", id="help for an admin"),
    ],
)
async def test_what_is_no_question_is_answered_with_what_to_do(user: int, text: str, expected: str) -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(user, text))
        assert expected in chat.telegram.texts(user)[0]
        assert chat.answerer.asked == []


async def test_a_long_list_is_paged_in_one_message() -> None:
    rows = [f"Nhiệm vụ số {i}" for i in range(1, 20)]
    async with a_chat(answerer=FakeDesk(an_answer(*rows))) as chat:
        await chat.hears(chat.says(AN, "các nhiệm vụ"))
        assert "Trang 1/3" in chat.last["text"]
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.NEXT]))
        assert chat.last["text"].startswith("9. Nhiệm vụ số 9\n")
        assert list(buttons(chat.last)) == [str(n) for n in range(9, 17)] + [words.PREVIOUS, words.NEXT]
        assert len(chat.telegram.sent(AN)) == 1


async def test_a_row_opened_from_the_second_page_leads_back_to_the_second_page() -> None:
    rows = [f"Nhiệm vụ số {i}" for i in range(1, 12)]
    async with a_chat(answerer=FakeDesk(an_answer(*rows), {"row0000010": an_answer(head="Dòng 10")})) as chat:
        await chat.hears(chat.says(AN, "các nhiệm vụ"))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.NEXT]))
        second = chat.last["text"]
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)["10"]))
        assert chat.last["text"] == "Dòng 10"
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.BACK]))
        assert chat.last["text"] == second


async def test_an_offered_question_is_asked_by_pressing_it() -> None:
    answer = an_answer("A", choices=(Choice("Khi nào?", "hạn của việc này"),))
    async with a_chat(answerer=FakeDesk(answer)) as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)["Khi nào?"]))
        assert chat.answerer.asked == [("ai chủ trì?", ()), ("hạn của việc này", ("ai chủ trì?",))]


async def test_after_a_restart_a_row_still_opens_and_an_old_page_asks_to_ask_again() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        message = chat.last
        await chat.hears(chat.presses(AN, message, "p:forgotten:1", stale=True))
        await chat.hears(chat.presses(AN, message, "r:row0000001:0:forgotten:0", stale=True))
        await chat.hears(chat.presses(AN, message, "r:rowremoved", stale=True))
        await chat.hears(chat.presses(AN, message, "something else", stale=True))
        assert list(chat.telegram.toasts.values()) == [words.OLD_LIST, "", words.NO_ROW, words.OLD_BUTTON]
        assert chat.telegram.texts(AN)[1] == "Toàn bộ: Số hóa hồ sơ"


async def test_an_answer_of_one_chat_cannot_be_paged_from_another() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        data = buttons(chat.last)[words.OPEN_ROW]
        name = data.split(":")[3]
        await chat.hears(chat.says(BINH, "ai chủ trì?"))
        await chat.hears(chat.presses(BINH, chat.last, f"p:{name}:0", stale=True))
        assert list(chat.telegram.toasts.values()) == [words.OLD_LIST]


async def test_signs_of_markup_in_a_row_arrive_as_they_are() -> None:
    async with a_chat(answerer=FakeDesk(an_answer("Mức A < B & C > D <b>", head="<i>?"))) as chat:
        await chat.hears(chat.says(AN, "gì?"))
        assert chat.telegram.texts(AN) == ["<i>?\n\nMức A < B & C > D <b>"]


async def test_a_message_whose_markup_telegram_does_not_take_is_sent_plain() -> None:
    answer = an_answer("A & B")
    async with a_chat(answerer=FakeDesk(answer)) as chat:
        chat.telegram.faults.append(Fault("sendMessage", Refusal(400, "Bad Request: can't parse entities: test")))
        await chat.hears(chat.says(AN, "gì?"))
        assert chat.telegram.texts(AN) == ["Văn phòng Sở chủ trì.\n\nA & B"]


async def test_an_error_is_logged_and_the_person_gets_one_plain_sentence(caplog: pytest.LogCaptureFixture) -> None:
    async with a_chat(answerer=FakeDesk(fails=RuntimeError("the index is broken"))) as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        assert chat.telegram.texts(AN) == [words.FAILED]
        assert "the index is broken" in caplog.text


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


async def test_a_group_that_becomes_a_supergroup_keeps_its_right_and_the_admins_learn_of_it() -> None:
    async with a_chat() as chat:
        chat.group(-100777)
        await chat.hears({"update_id": 1, "message": chat.message(AN, None, GROUP, migrate_to_chat_id=-100777)})
        await chat.hears(chat.says(AN, "/hoi gì?", -100777))
        assert [text for text, _ in chat.answerer.asked] == ["gì?"]
        assert "-100777" in chat.telegram.texts(ADMIN)[0]


def _membership(chat: Chat, group: int, old: str, new: str) -> dict[str, object]:
    me = {"id": 1, "is_bot": True, "first_name": "Planbot", "username": USERNAME}
    change = {"chat": chat.telegram.chats[group], "from": {"id": AN, "is_bot": False, "first_name": "An"},
              "date": 1_800_000_000, "old_chat_member": {"status": old, "user": me},
              "new_chat_member": {"status": new, "user": me, "until_date": 0}}  # fmt: skip
    return {"update_id": 1, "my_chat_member": change}


async def test_added_to_a_group_the_bot_says_how_to_ask_or_whom_to_turn_to() -> None:
    async with a_chat() as chat:
        await chat.hears(_membership(chat, GROUP, "left", "member"), _membership(chat, OTHER_GROUP, "left", "member"))
        await chat.hears(_membership(chat, OTHER_GROUP, "member", "kicked"))
        assert "/hoi" in chat.telegram.texts(GROUP)[0]
        assert "chưa được cấp quyền" in chat.telegram.texts(OTHER_GROUP)[0]
        assert len(chat.telegram.sent(GROUP)) == len(chat.telegram.sent(OTHER_GROUP)) == 1


async def test_an_answer_without_citations_has_no_buttons() -> None:
    async with a_chat(answerer=FakeDesk(an_answer(abstained=True, head="Các kế hoạch không nêu."))) as chat:
        await chat.hears(chat.says(AN, "ai chủ trì xây cầu?"))
        assert buttons(chat.last) == {}
        assert chat.last["text"] == "Các kế hoạch không nêu."


async def test_the_card_of_a_very_long_row_is_paged_and_leads_back() -> None:
    card = an_answer(head="x").__class__(intent="card", head=(), entries=(Entry((a_line("rất dài " * 900),)),))
    async with a_chat(answerer=FakeDesk(cards={"row0000001": card})) as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.OPEN_ROW]))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.NEXT]))
        assert "Trang 2/2" in chat.last["text"]
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.BACK]))
        assert chat.last["text"].startswith("Văn phòng Sở")


PERSON = {"id": 77, "is_bot": False, "first_name": "Mới"}
SERVICE: dict[str, Any] = {
    "contact": {"phone_number": "1", "first_name": "A"},
    "dice": {"emoji": "🎲", "value": 3},
    "poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
             "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": False,
             "members_only": False},
    "new_chat_members": [PERSON],
    "left_chat_member": PERSON,
    "new_chat_title": "Tên mới",
    "group_chat_created": True,
    "migrate_from_chat_id": -5,
    "pinned_message": {"message_id": 1, "date": 1, "chat": {"id": AN, "type": "private"}, "text": "x"},
    "forum_topic_created": {"name": "Chung", "icon_color": 7322096},
    "forum_topic_closed": {},
    "video_chat_started": {},
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 60},
    "venue": {"location": {"latitude": 21.0, "longitude": 105.8}, "title": "A", "address": "B"},
    "video_note": {"file_id": "F", "file_unique_id": "F", "length": 1, "duration": 1},
    "audio": {"file_id": "F", "file_unique_id": "F", "duration": 1},
    "caption": "ai chủ trì?",
}  # fmt: skip


@pytest.mark.parametrize("chat_id", [AN, GROUP, OTHER_GROUP])
@pytest.mark.parametrize("kind", SERVICE)
async def test_nothing_that_can_happen_in_a_chat_is_an_error(
    kind: str, chat_id: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_chat() as chat:
        update = chat.says(AN, None, chat_id)
        update["message"][kind] = SERVICE[kind]
        await chat.hears(update)
        assert len(chat.telegram.calls) <= 2
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []


async def test_a_forwarded_question_in_a_private_chat_is_a_question() -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Lãnh đạo"}
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì số hóa?", forward_origin=origin))
        assert chat.answerer.asked == [("ai chủ trì số hóa?", ())]
