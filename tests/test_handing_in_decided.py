"""Who decides about a document that was handed in, when, and only once."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from chat import ADMIN, AN, GROUP, STRANGER, Chat
from handing import AGREE, LEADER, MOVED, SECOND, STEM, an_office, copies, edited, hand_in, press, settled, stored
from updates import buttons

from handlers import handing_in
from handlers import words_plans as words
from handlers.handing_in import resume
from handlers.plan_changes import deliver
from knowledge.errors import BusyError
from scheduler.directory import Chat as Room
from scheduler.handed import KEPT

EARLIER = edited(("Trước ngày 31/3/2027", "Trước ngày 15/2/2027"))
NEWS = (
    "Kế hoạch Chuyển đổi số của Sở Khoa học và Công nghệ năm 2027 số 118/KH-SKHCN của Sở Khoa học và Công nghệ tỉnh An "
    "Bình vừa được cập nhật. Văn phòng Sở: 1 nhiệm vụ đổi thời hạn. Xem bằng lệnh /viec."
)


async def second_version_stored(chat: Chat, text: str) -> tuple[dict[str, Any], str]:
    """A bot has stored a second version and comes no further: the preview, and the number of the document."""
    await hand_in(chat)
    await press(chat, AGREE)
    await hand_in(chat, text)
    assert chat.stores
    handed, library = chat.stores.handed, chat.app.bot_data.library
    [waiting] = handed.waiting()
    assert handed.decide(waiting.id, "An (9)", chat.now, storing=True)
    assert library
    library.commit(library.prepare(waiting.path), chat.now, "An (9)")
    return chat.telegram.sent(ADMIN)[-1], waiting.id


async def resumed(chat: Chat, shown: dict[str, Any]) -> None:
    """The next bot has taken up what the killed one had begun; the preview stands in the chat as before."""
    chat.telegram.messages[ADMIN, shown["message_id"]] = shown
    assert chat.stores
    await resume(chat.app.bot_data, chat.stores)
    await settled(chat)


@pytest.mark.parametrize("user", [AN, LEADER, STRANGER])
async def test_only_an_admin_decides(tmp_path: Path, user: int) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        shown = chat.telegram.sent(ADMIN)[-1]
        forged = {**shown, "chat": chat.telegram.chats[user]}
        await chat.hears(*(chat.presses(user, forged, data) for data in buttons(shown).values()))
        await settled(chat)
        assert stored(chat) == []
        assert copies(tmp_path)


async def test_of_two_admins_on_one_button_one_has_decided_and_the_other_is_told(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        shown = chat.telegram.sent(ADMIN)[-1]
        presses = [chat.presses(user, shown, buttons(shown)[AGREE]) for user in (ADMIN, SECOND)]
        await chat.hears(*presses)
        await settled(chat)
        assert stored(chat) == [(STEM, 1)]
        assert len(chat.telegram.texts(GROUP)) == 1
        late = chat.presses(SECOND, shown, buttons(shown).get(AGREE, presses[0]["callback_query"]["data"]), stale=True)
        await chat.hears(late)
        assert chat.telegram.toasts[late["callback_query"]["id"]]


async def test_a_press_after_the_plan_has_changed_is_asked_anew(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await press(chat, AGREE)
        await hand_in(chat, MOVED)
        await hand_in(chat, edited(("Trước ngày 31/3/2027", "Trước ngày 15/4/2027")), user=SECOND)
        await press(chat, AGREE, SECOND, SECOND)
        await press(chat, AGREE)
        assert stored(chat) == [(STEM, 2)]
        assert chat.telegram.texts(ADMIN)[-1].startswith("Kế hoạch đã thay đổi sau lần xem trước")
        assert "(bản 2)" in chat.telegram.texts(ADMIN)[-1]
        await press(chat, AGREE)
        assert stored(chat) == [(STEM, 3)]


async def test_a_new_plan_that_two_admins_send_under_two_names_is_stored_once(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await hand_in(chat, name="khac.txt", user=SECOND)
        shown = [(user, chat.telegram.sent(user)[-1]) for user in (ADMIN, SECOND)]
        await chat.hears(*(chat.presses(user, message, buttons(message)[AGREE]) for user, message in shown))
        await settled(chat)
        assert len(stored(chat)) == 1
        assert words.SAME in [chat.telegram.texts(user)[-1] for user in (ADMIN, SECOND)]
        assert copies(tmp_path) == []


async def test_a_preview_outlives_a_restart(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        shown = chat.telegram.sent(ADMIN)[-1]
    async with an_office(tmp_path, again=True) as chat:
        chat.telegram.messages[ADMIN, shown["message_id"]] = shown
        await press(chat, AGREE)
        edits = [asked["text"] for name, asked in chat.telegram.calls if name == "editMessageText"]
        assert edits[0] == words.STORING  # the preview is not put in place of itself
        assert stored(chat) == [(STEM, 1)]
        assert copies(tmp_path) == []


async def test_what_was_being_read_when_the_bot_ended_is_read_after_the_restart(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        assert chat.stores
        with chat.stores.handed._database.writing() as db:
            db.execute("update documents_handed_in set shown = 0, message = 0")
    async with an_office(tmp_path, again=True) as chat:
        assert chat.stores
        await resume(chat.app.bot_data, chat.stores)
        await settled(chat)
        assert AGREE in buttons(chat.telegram.sent(ADMIN)[-1])


async def test_what_a_killed_bot_was_storing_waits_again_for_the_decision_and_is_shown(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        shown = chat.telegram.sent(ADMIN)[-1]
        assert chat.stores
        handed = chat.stores.handed
        [waiting] = handed.waiting()
        assert handed.decide(waiting.id, "An (9)", chat.now, storing=True)
        assert handed.clean(chat.now) == 0
        assert copies(tmp_path)  # it is needed until it is stored
    async with an_office(tmp_path, again=True) as chat:
        chat.telegram.messages[ADMIN, shown["message_id"]] = {**shown, "text": words.STORING, "reply_markup": None}
        assert chat.stores
        await resume(chat.app.bot_data, chat.stores)
        await settled(chat)
        assert AGREE in buttons(chat.telegram.sent(ADMIN)[-1])
        await press(chat, AGREE)
        assert stored(chat) == [(STEM, 1)]
        assert copies(tmp_path) == []


async def test_what_was_stored_before_the_kill_is_not_stored_again(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        shown, _ = await second_version_stored(chat, MOVED)
    async with an_office(tmp_path, again=True) as chat:
        await resumed(chat, shown)
        assert chat.telegram.texts(ADMIN)[-1] == words.SAME
        assert stored(chat) == [(STEM, 2)]
        assert copies(tmp_path) == []


@pytest.mark.parametrize("told", [False, True], ids=["and told nobody", "and was going to tell them"])
async def test_the_units_are_told_once_of_what_a_killed_bot_had_stored(tmp_path: Path, *, told: bool) -> None:
    async with an_office(tmp_path) as chat:
        shown, number = await second_version_stored(chat, EARLIER)
        if told and chat.stores:
            chat.stores.handed.tell([(Room(GROUP), NEWS)], chat.now, number)
    async with an_office(tmp_path, again=True) as chat:
        await resumed(chat, shown)
        await deliver(chat.app.bot_data)
        assert chat.telegram.texts(GROUP) == [NEWS]
        assert chat.telegram.texts(ADMIN)[-1] == words.SAME


async def test_the_units_are_told_once_where_the_bot_is_killed_again_before_it_told_them(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        shown, _ = await second_version_stored(chat, EARLIER)
    for _ in range(2):
        async with an_office(tmp_path, again=True) as chat:
            assert chat.stores
            assert set(chat.stores.handed.recover().values()) == {"An (9)"}  # and killed while it reads
    for told in ([NEWS], []):
        async with an_office(tmp_path, again=True) as chat:
            await resumed(chat, shown)
            await deliver(chat.app.bot_data)
            assert chat.telegram.texts(GROUP) == told


async def test_a_notice_of_a_bot_that_was_killed_while_it_sent_is_said_by_the_next(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        assert chat.stores
        chat.stores.handed.tell([(Room(GROUP), "Kế hoạch đã đổi")], chat.now)
        [notice] = chat.stores.handed.notices()
        assert chat.stores.handed.claim(notice)
        assert not chat.stores.handed.claim(notice)
        assert chat.stores.handed.notices() == ()
    async with an_office(tmp_path, again=True) as chat:
        assert chat.stores
        await resume(chat.app.bot_data, chat.stores)
        for _ in range(2):
            await deliver(chat.app.bot_data)
        assert chat.telegram.texts(GROUP) == ["Kế hoạch đã đổi"]


async def test_a_trouble_of_looking_after_documents_takes_none_from_who_is_storing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        assert chat.stores
        handed, loop, again, rounds = chat.stores.handed, asyncio.get_running_loop(), asyncio.Event(), list[datetime]()
        [waiting] = handed.waiting()

        def clean(now: datetime) -> int:
            rounds.append(now)
            if len(rounds) > 1:
                loop.call_soon_threadsafe(again.set)
                return 0
            assert handed.decide(waiting.id, "An (9)", now, storing=True)
            raise BusyError("the database stays locked")

        monkeypatch.setattr(handed, "clean", clean)
        monkeypatch.setattr(handing_in, "EVERY_SECONDS", 0)
        looking = asyncio.create_task(handing_in.look_after(chat.app.bot_data))
        await again.wait()
        looking.cancel()
        assert handed.waiting() == ()


async def test_what_nobody_decides_about_is_dropped_after_some_days(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        assert chat.stores
        assert chat.stores.handed.clean(chat.now) == 0
        assert chat.stores.handed.clean(chat.now + KEPT + timedelta(minutes=1)) == 1
        assert copies(tmp_path) == []
        assert await press(chat, AGREE) == words.GONE
        assert stored(chat) == []
