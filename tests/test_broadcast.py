"""/thongbao: an admin writes to many; it is shown before, goes out once, and what became of it is told."""

import asyncio
from pathlib import Path

import pytest
from builders import UNIT_CHAT, a_link
from chat import ADMIN, AN, BINH, GROUP, NOW, STRANGER, Chat
from fake_telegram import Fault
from telegram.error import NetworkError
from test_letting_in import LEADER, SECOND, an_office, last, press
from updates import buttons

from handlers import words_out
from handlers.broadcast import go_on
from handlers.buttons import On, pack
from handlers.delivery import Outcome
from scheduler import directory
from scheduler.access import Group, Person, Roll
from scheduler.broadcasts import BroadcastStore, audience
from scheduler.directory import Link, Role

TEXT = "Chiều thứ Sáu <họp giao ban> lúc 14 giờ.\nMời đủ thành phần."


async def confirmed(chat: Chat, label: str) -> str:
    """Press a button of the preview whose label begins so, and wait until everything is sent."""
    full = next(name for name in buttons(chat.telegram.sent(ADMIN)[-1]) if name.startswith(label))
    said = await press(chat, ADMIN, full)
    await chat.app.bot_data.background.settled()
    return said


async def test_a_message_is_shown_first_and_goes_to_everybody_who_is_let_in() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, f"/thongbao {TEXT}"))
        assert chat.telegram.texts(AN) == chat.telegram.texts(GROUP) == []
        assert "Chiều thứ Sáu <họp giao ban> lúc 14 giờ.\nMời đủ thành phần." in last(chat, ADMIN)
        assert list(buttons(chat.telegram.sent(ADMIN)[-1])) == [words_out.to_everybody(6), words_out.CANCEL]
        assert await confirmed(chat, "Gửi mọi người") == words_out.broadcast_begun(6)
        for where in (AN, BINH, GROUP):
            [text] = chat.telegram.texts(where)
            assert text.startswith(f"THÔNG BÁO\n\n{TEXT}")
        preview = chat.telegram.texts(ADMIN)[0]
        assert preview.endswith("Kết quả (6 nơi nhận): đã gửi 6.")
        assert chat.stores
        assert [line.what for line in chat.stores.people.audit(1)] == [words_out.broadcast_noted(TEXT, 6)]


async def test_only_the_chats_of_units_get_it_where_that_is_asked() -> None:
    async with an_office() as chat:
        assert chat.stores
        chat.stores.units.link(a_link("Văn phòng Sở", GROUP))
        await chat.hears(chat.says(ADMIN, f"/thongbao {TEXT}"))
        await confirmed(chat, "Chỉ gửi nhóm")
        assert len(chat.telegram.texts(GROUP)) == 1
        assert chat.telegram.texts(AN) == []


async def test_a_second_press_does_not_send_twice() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, f"/thongbao {TEXT}"))
        message = chat.telegram.sent(ADMIN)[-1]
        data = buttons(message)[words_out.to_everybody(6)]
        frozen = {**message}
        await chat.hears(chat.presses(ADMIN, frozen, data), chat.presses(ADMIN, frozen, data))
        await chat.app.bot_data.background.settled()
        assert len(chat.telegram.texts(AN)) == 1
        assert sorted(map(str, chat.telegram.toasts.values())) == sorted(
            [words_out.broadcast_begun(6), words_out.BROADCAST_SENT_ALREADY]
        )


async def test_a_dropped_message_is_not_sent_by_an_old_button() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, f"/thongbao {TEXT}"))
        frozen = {**chat.telegram.sent(ADMIN)[-1]}
        await confirmed(chat, words_out.CANCEL)
        assert last(chat, ADMIN) == words_out.BROADCAST_DROPPED
        await chat.hears(chat.presses(ADMIN, frozen, buttons(frozen)[words_out.to_everybody(6)], stale=True))
        await chat.app.bot_data.background.settled()
        assert chat.telegram.texts(AN) == []


async def test_what_became_of_it_is_told_chat_by_chat() -> None:
    async with an_office() as chat:
        chat.telegram.blocked.add(BINH)
        await chat.hears(chat.says(ADMIN, f"/thongbao {TEXT}"))
        await confirmed(chat, "Gửi mọi người")
        assert "đã gửi 5; không gửi được vì người nhận đã chặn" in chat.telegram.texts(ADMIN)[0]


@pytest.mark.parametrize(("typed", "says"), [("", words_out.BROADCAST_HOW), ("x " * 3000, words_out.BROADCAST_LONG)])
async def test_without_words_or_with_too_many_nothing_is_prepared(typed: str, says: str) -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, f"/thongbao {typed}".strip()))
        assert chat.telegram.texts(ADMIN) == [says]


async def test_a_message_that_is_replied_to_can_be_sent_on() -> None:
    async with an_office() as chat:
        message = chat.message(ADMIN, "Họp lúc 14 giờ")
        await chat.hears(chat.says(ADMIN, "/thongbao", reply_to_message=message))
        assert "Họp lúc 14 giờ" in last(chat, ADMIN)


async def test_after_a_restart_only_those_get_it_who_have_not() -> None:
    async with an_office() as chat:
        assert chat.stores
        store = chat.stores.broadcasts
        number = store.draft(TEXT, ADMIN, NOW)
        chats = [directory.Chat(AN), directory.Chat(BINH), directory.Chat(GROUP)]
        assert store.begin(number, chats, message=0)
        assert store.claim(number, chats[0])
        store.settle(number, chats[0], str(Outcome.SENT))
        assert store.claim(number, chats[1])  # and the bot died
        await go_on(chat.app.bot_data)
        assert chat.telegram.texts(AN) == chat.telegram.texts(BINH) == []
        assert len(chat.telegram.texts(GROUP)) == 1
        assert "đã gửi 2; không rõ đã đến hay chưa 1" in last(chat, ADMIN)
        await go_on(chat.app.bot_data)
        assert len(chat.telegram.texts(GROUP)) == 1


async def test_when_the_bot_is_stopped_the_rest_waits_for_the_next_start() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, f"/thongbao {TEXT}"))
        chat.telegram.faults.append(Fault("sendMessage", NetworkError("httpx.ConnectError"), times=99))
        label = words_out.to_everybody(6)
        await press(chat, ADMIN, label)
        await asyncio.sleep(0)
        chat.app.bot_data.outbox.stop()
        await chat.app.bot_data.background.settled()
        assert chat.stores
        assert len(chat.stores.broadcasts.unfinished("perhaps")) == 1


def test_a_unit_gets_it_in_its_topic_and_nobody_gets_it_twice() -> None:
    roll = Roll({AN: Person(id=AN), BINH: Person(id=BINH, removed_at="2027")}, {UNIT_CHAT: Group(id=UNIT_CHAT)})
    links = [Link("Văn phòng Sở", "", directory.Chat(UNIT_CHAT, 7)), Link("Thanh tra Sở", "", directory.Chat(-77))]
    links.append(Link("Văn phòng Sở", "", directory.Chat(AN), Role.LEADER))
    assert audience(roll, links, everybody=False) == (directory.Chat(UNIT_CHAT, 7),)
    assert audience(roll, links, everybody=True) == (directory.Chat(UNIT_CHAT, 7), directory.Chat(AN))


def test_an_older_draft_of_the_same_admin_cannot_be_confirmed(tmp_path: Path) -> None:
    store = BroadcastStore(tmp_path / "planbot.db")
    first = store.draft("một", ADMIN, NOW)
    second = store.draft("hai", ADMIN, NOW)
    assert not store.begin(first, [directory.Chat(AN)], 1)
    assert store.begin(second, [directory.Chat(AN)], 1)
    store.close()


@pytest.mark.parametrize("user", [AN, LEADER, STRANGER], ids=["a colleague", "a leader", "a stranger"])
@pytest.mark.parametrize("act", ["all", "units", "drop"])
async def test_nobody_but_an_admin_sends_or_drops_it_with_a_made_up_button(user: int, act: str) -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, f"/thongbao {TEXT}"))
        preview = chat.telegram.sent(ADMIN)[-1]
        number = buttons(preview)[words_out.CANCEL].rpartition(":")[2]
        forged = {**preview, "chat": chat.telegram.chats[user]}
        await chat.hears(chat.presses(user, forged, pack(On.BROADCAST, act, number), stale=True))
        await chat.app.bot_data.background.settled()
        assert chat.telegram.texts(BINH) == []
        assert chat.stores
        assert chat.stores.broadcasts.drop(int(number))


async def test_another_admin_does_not_send_what_is_not_theirs() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(ADMIN, f"/thongbao {TEXT}"))
        forged = {**chat.telegram.sent(ADMIN)[-1], "chat": chat.telegram.chats[SECOND]}
        await chat.hears(chat.presses(SECOND, forged, buttons(forged)[words_out.to_everybody(6)]))
        assert list(chat.telegram.toasts.values())[-1] == words_out.BROADCAST_GONE
        assert chat.telegram.texts(BINH) == []
