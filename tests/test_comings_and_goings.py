"""Who blocks the bot is out; a voice or a sticker gets one kind sentence; a group is tied by any name of its unit."""

from typing import Any

import pytest
from chat import ADMIN, AN, GROUP, OTHER_GROUP, Chat, a_chat
from fake_telegram import ME
from test_letting_in import an_office
from test_office import an_office as an_answering_office
from updates import buttons

from handlers import words, words_office
from scheduler.access import Role

VOICE = {"voice": {"file_id": "V", "file_unique_id": "V", "duration": 3}}
STICKER = {"sticker": {"file_id": "S", "file_unique_id": "S", "width": 9, "height": 9, "is_animated": False,
                       "is_video": False, "type": "regular"}}  # fmt: skip
PHOTO = {"photo": [{"file_id": "P", "file_unique_id": "P", "width": 9, "height": 9}]}


@pytest.mark.parametrize(
    ("sent", "said"),
    [(VOICE, words.VOICE), (STICKER, words.STICKER), (PHOTO, words.PICTURE)],
    ids=["a voice", "a sticker", "a picture"],
)
async def test_what_has_no_words_gets_one_sentence_of_its_kind(sent: dict[str, Any], said: str) -> None:
    async with a_chat() as chat:
        for _ in range(3):
            await chat.hears(chat.says(AN, None, **sent))
        assert chat.telegram.texts(AN) == [said]


async def test_in_a_group_only_what_is_meant_for_the_bot_gets_it() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, None, GROUP, **VOICE))
        assert chat.telegram.sent(GROUP) == []
        await chat.hears(chat.says(AN, "/hoi ai chủ trì?", GROUP))
        await chat.hears(chat.says(AN, None, GROUP, reply_to_message=chat.last, **VOICE))
        assert chat.last["text"] == words.VOICE


def leaves(chat: Chat, where: int) -> dict[str, Any]:
    """The update of the bot being blocked, or taken out of a group."""
    before: dict[str, Any] = {"status": "member", "user": ME}
    after: dict[str, Any] = {"status": "kicked", "user": ME, "until_date": 0}
    sender = {"id": AN, "is_bot": False, "first_name": "An"}
    change = {"chat": chat.telegram.chats[where], "from": sender, "date": 1}
    return {"update_id": 1, "my_chat_member": {**change, "old_chat_member": before, "new_chat_member": after}}


async def test_who_blocks_the_bot_is_out_everywhere_but_the_last_admin() -> None:
    async with an_office() as chat:
        people = chat.app.bot_data.people
        await chat.hears(leaves(chat, AN), leaves(chat, GROUP), leaves(chat, ADMIN), leaves(chat, 10))
        roll = people.roll()
        assert roll.role(AN) is None
        assert roll.barred(AN)
        assert not roll.lets_in(GROUP)
        assert len(roll.with_role(Role.ADMIN)) == 1


async def test_a_group_is_tied_by_any_name_of_the_unit_and_told_the_nearest() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, "/lienket van phong so", OTHER_GROUP))
        assert chat.stores
        assert [link.unit for link in chat.stores.units.links()] == ["Văn phòng Sở"]
        await chat.hears(chat.says(ADMIN, "/lienket Văn phòng Bộ", OTHER_GROUP))
        assert "không có đơn vị nào tên là “Văn phòng Bộ”" in chat.telegram.texts(OTHER_GROUP)[-1]


async def test_people_have_what_they_asked_deleted() -> None:
    async with an_answering_office() as office:
        await office.say(AN, "ai chủ trì số hóa hồ sơ")
        asks = await office.say(AN, "/xoahoi")
        await office.press(AN, words_office.FORGET, asks)
        assert asks["text"] == "Đã xóa 1 câu hỏi của đồng chí."
        assert not buttons(asks)
        assert office.stores
        assert office.stores.asked.helpful() == ()
