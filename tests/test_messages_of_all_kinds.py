"""Whatever else can happen in a chat: pictures, voices, service messages, what is no question, errors."""

from typing import Any

import pytest
from chat import ADMIN, AN, GROUP, OTHER_GROUP, FakeDesk, a_chat, an_answer
from fake_telegram import Fault
from telegram_markup import Refusal

from handlers import words
from knowledge.wording.courtesy import TOO_LONG

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
        said = [method for method, _ in chat.telegram.calls if method != "sendChatAction"]  # on a busy machine
        assert len(said) <= 2
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
