"""Ways to ask beside a plain message: an edited one, the caption of a picture, the bot's name in any chat."""

from typing import Any

import pytest
from chat import AN, GROUP, STRANGER, FakeDesk, a_chat, an_answer
from fake_telegram import USERNAME

from handlers import words

PHOTO: dict[str, Any] = {"photo": [{"file_id": "F", "file_unique_id": "F", "width": 9, "height": 9}]}


async def test_an_edited_question_is_answered_in_place_of_the_old_answer() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "đơn vị nào phối hợp?"))
        asked = chat.says(AN, "ai chủ trì?")["message"]
        await chat.hears({"update_id": 1, "message": asked})
        chat.answerer.answer = an_answer("Số hóa hồ sơ", head="Hạn là ngày 30/6/2027.")
        await chat.hears(chat.edits(asked, "thời hạn khi nào?"))
        assert [text.split("\n")[0] for text in chat.telegram.texts(AN)] == [
            "Văn phòng Sở chủ trì.",
            "Hạn là ngày 30/6/2027.",
        ]
        assert chat.answerer.asked[-1] == ("thời hạn khi nào?", ("đơn vị nào phối hợp?",))


async def test_a_message_whose_words_stay_is_not_answered_again() -> None:
    async with a_chat() as chat:
        asked = chat.says(AN, "ai chủ trì?")
        await chat.hears(asked)
        await chat.hears(chat.edits(asked["message"], "ai  chủ trì?"))
        assert len(chat.answerer.asked) == 1


async def test_talk_in_a_group_that_becomes_a_question_is_answered() -> None:
    async with a_chat() as chat:
        talk = chat.message(AN, "sáng nay họp", GROUP)
        await chat.hears(chat.edits(talk, "/hoi ai chủ trì?"))
        await chat.hears(chat.edits(talk, f"@{USERNAME} hạn khi nào?"))
        assert [question for question, _ in chat.answerer.asked] == ["ai chủ trì?", "hạn khi nào?"]
        assert len(chat.telegram.sent(GROUP)) == 1


@pytest.mark.parametrize("text", ["/baocao", "/viec", "/start"])
async def test_what_is_edited_into_another_command_does_nothing(text: str) -> None:
    async with a_chat() as chat:
        await chat.hears(chat.edits(chat.message(AN, "xin chào"), text))
        assert chat.telegram.sent(AN) == []


@pytest.mark.parametrize(("caption", "chat_id"), [("ai chủ trì?", AN), (f"@{USERNAME} ai chủ trì?", GROUP)])
async def test_a_question_under_a_picture_is_answered(caption: str, chat_id: int) -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, chat=chat_id, caption=caption, **PHOTO))
        assert [question for question, _ in chat.answerer.asked] == ["ai chủ trì?"]


async def test_a_caption_in_a_group_that_is_not_meant_for_the_bot_is_left_alone() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, chat=GROUP, caption="ảnh họp sáng nay", **PHOTO))
        assert chat.answerer.asked == []


async def test_a_stranger_who_edits_a_message_learns_nothing() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.edits(chat.message(STRANGER, "xin chào"), "ai chủ trì?"))
        assert chat.telegram.texts(STRANGER) == [words.stranger(STRANGER).replace("<code>", "").replace("</code>", "")]
        assert chat.answerer.asked == []


async def test_behind_the_name_of_the_bot_the_answer_and_its_rows_are_offered() -> None:
    async with a_chat(answerer=FakeDesk(an_answer("Số hóa <hồ sơ>", "Rà soát quy trình"))) as chat:
        await chat.hears(chat.types(AN, "số hóa"))
        [results] = chat.telegram.offered.values()
        assert [result["title"] for result in results] == [
            "Văn phòng Sở chủ trì.",
            "Số hóa <hồ sơ>",
            "Rà soát quy trình",
        ]
        _, parameters = chat.telegram.calls[-1]
        assert (parameters["cache_time"], parameters["is_personal"]) == (0, True)


async def test_behind_the_name_of_the_bot_a_row_that_is_the_whole_answer_is_offered_once() -> None:
    async with a_chat(answerer=FakeDesk(an_answer("Số hóa hồ sơ", head="Số hóa hồ sơ"))) as chat:
        await chat.hears(chat.types(AN, "số hóa"))
        [results] = chat.telegram.offered.values()
        assert [result["title"] for result in results] == ["Số hóa hồ sơ"]


@pytest.mark.parametrize(("user", "text"), [(STRANGER, "số hóa"), (AN, "số")], ids=["a stranger", "two letters"])
async def test_behind_the_name_of_the_bot_nothing_is_asked_for(user: int, text: str) -> None:
    async with a_chat() as chat:
        await chat.hears(chat.types(user, text))
        assert chat.answerer.asked == []
        assert not any(chat.telegram.offered.values())
