"""Strangers, outsiders, machines, channels and groups that are not let in."""

from datetime import timedelta

import pytest
from chat import ADMIN, AN, GROUP, OTHER_GROUP, STRANGER, Chat, a_chat
from fake_telegram import USERNAME

from handlers import words


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


async def test_a_group_that_becomes_a_supergroup_keeps_its_right_and_the_admins_learn_of_it() -> None:
    async with a_chat() as chat:
        chat.group(-100777)
        await chat.hears({"update_id": 1, "message": chat.message(AN, None, GROUP, migrate_to_chat_id=-100777)})
        await chat.hears(chat.says(AN, "/hoi gì?", -100777))
        assert [text for text, _ in chat.answerer.asked] == ["gì?"]
        assert "-100777" in chat.telegram.texts(ADMIN)[0]


def _membership(chat: Chat, group: int, old: str, new: str, by: int = AN) -> dict[str, object]:
    me = {"id": 1, "is_bot": True, "first_name": "Planbot", "username": USERNAME}
    change = {"chat": chat.telegram.chats[group], "from": {"id": by, "is_bot": False, "first_name": "An"},
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


async def test_an_admin_who_adds_the_bot_to_a_group_is_told_how_to_tie_it() -> None:
    async with a_chat() as chat:
        await chat.hears(_membership(chat, OTHER_GROUP, "left", "member", by=ADMIN))
        assert "Đồng chí quản trị xin gõ /lienket và tên đơn vị" in chat.telegram.texts(OTHER_GROUP)[0]
