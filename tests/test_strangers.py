"""Admins get one note a day about strangers; whoever wants to be forgotten is not counted any more."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from chat import ADMIN, AN, GROUP, NOW, OTHER_GROUP, STRANGER, Chat
from commanding import Planbot
from fake_telegram import Fault
from telegram_markup import Refusal
from test_letting_in import SECOND, an_office, press, role
from test_office import an_office as an_answering_office

from handlers import words, words_admin, words_office
from handlers.strangers import MOST_DAYS, tell_of_strangers
from knowledge.database import DATABASE_NAME
from scheduler.counters import OF_PEOPLE, Counted, CounterStore

TOMORROW = NOW + timedelta(days=1)


@asynccontextmanager
async def a_day_with_strangers() -> AsyncIterator[Chat]:
    """A stranger writes, presses, guesses a code and asks to be let in; somebody writes in a strange group."""
    async with an_office() as chat:
        await chat.hears(chat.says(STRANGER, "/start"))
        await press(chat, STRANGER, words.ASK_IN)
        await chat.hears(chat.says(STRANGER, "/start ABCDEF"))
        await chat.hears(chat.says(AN, "/hoi ai chủ trì?", OTHER_GROUP))
        yield chat


def notes(chat: Chat, admin: int = ADMIN) -> list[str]:
    return [text for text in chat.telegram.texts(admin) if "Người lạ" in text]


async def told(chat: Chat) -> list[str]:
    await tell_of_strangers(chat.app.bot_data)
    return notes(chat)


async def test_every_admin_is_told_the_next_day_and_once_only() -> None:
    async with a_day_with_strangers() as chat:
        assert await told(chat) == []
        chat.now = TOMORROW
        [note] = await told(chat)
        assert note == (
            "Người lạ nhắn cho bot (ngày 01/3/2027)\n"
            f"Xin được dùng (1 người): An, mã {STRANGER} (1 lần).\n"
            f"Bị từ chối (1 người): An, mã {STRANGER} (2 lần).\n"
            f"Nhóm, kênh chưa được dùng (1): mã {OTHER_GROUP} (1 lần).\n"
            "Mời người vào dùng: /moi. Xem ai đang được dùng: /nguoidung."
        )
        assert notes(chat, SECOND) == [note]
        assert await told(chat) == [note]


async def test_who_spoke_as_a_channel_in_a_group_is_told_as_one() -> None:
    as_channel = {"sender_chat": {"id": -100999, "type": "channel", "title": "Tin"}}
    async with an_office() as chat:
        await chat.hears(chat.says(AN, "/hoi ai chủ trì?", GROUP, **as_channel))
        chat.now = TOMORROW
        [note] = await told(chat)
        assert "Nhóm, kênh chưa được dùng (1): mã -100999 (1 lần)." in note


async def test_nobody_is_told_of_a_day_without_strangers() -> None:
    async with an_office() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì số hóa?"))
        chat.now = TOMORROW
        assert await told(chat) == []


async def test_days_on_which_the_bot_was_off_are_told_together() -> None:
    async with a_day_with_strangers() as chat:
        chat.now = TOMORROW
        await told(chat)
        await chat.hears(chat.says(STRANGER, "có ai không?"))
        chat.now = NOW + timedelta(days=5)
        assert "từ ngày 02/3/2027 đến ngày 05/3/2027" in (await told(chat))[-1]
        chat.now += timedelta(days=MOST_DAYS * 2)
        assert len(await told(chat)) == 2


async def test_what_reached_no_admin_is_told_the_next_time() -> None:
    async with a_day_with_strangers() as chat:
        chat.now = TOMORROW
        no = Refusal(403, "Forbidden: bot was blocked by the user")
        chat.telegram.faults += [Fault("sendMessage", no, chat=admin) for admin in (ADMIN, SECOND)]
        assert await told(chat) == []
        assert len(await told(chat)) == 1


async def test_a_crowd_is_named_in_part() -> None:
    crowd = dict.fromkeys(range(100, 130), 1)
    said = words_admin.strangers((NOW.date(), NOW.date()), {}, crowd, {})
    assert said.count("mã <code>") == 10
    assert "và 20 mã khác" in said
    assert len(said) < 1000


async def test_the_note_escapes_what_strangers_call_themselves() -> None:
    said = words_admin.strangers((NOW.date(), NOW.date()), {5: 1}, {}, {5: "<b>An & Co"})
    assert "&lt;b&gt;An &amp; Co" in said


@pytest.mark.parametrize("written", [True, False], ids=["counts that are written down", "counts that are not yet"])
async def test_who_has_their_questions_deleted_is_counted_no_more(*, written: bool) -> None:
    async with an_answering_office() as office:
        counters = office.services.counters
        await office.say(AN, "ai chủ trì số hóa?")
        if written:
            counters.flush()
        assert [t.label for t in counters.tallies(None, *OF_PEOPLE)] == [str(AN)]
        await office.press(AN, words_office.FORGET, await office.say(AN, "/xoahoi"))
        assert counters.tallies(None, *OF_PEOPLE) == ()


async def test_who_was_taken_out_and_erased_is_counted_no_more() -> None:
    async with an_office() as chat:
        services = chat.app.bot_data
        services.stores = chat.stores and replace(chat.stores, counters=services.counters)
        await chat.hears(chat.says(AN, "ai chủ trì số hóa?"), chat.says(ADMIN, "/nguoidung"))
        line = next(line for line in chat.telegram.texts(ADMIN)[-1].splitlines() if f"{AN}:" in line)
        await press(chat, ADMIN, line.split(".")[0])
        await press(chat, ADMIN, words_admin.TAKE_OUT)
        await chat.hears(chat.says(AN, "tôi vẫn muốn hỏi"))
        assert role(chat, AN) is None
        assert {t.label for t in services.counters.tallies(None, *OF_PEOPLE)} == {str(AN)}
        await press(chat, ADMIN, words_admin.ERASE)
        assert services.counters.tallies(None, *OF_PEOPLE) == ()


async def test_a_stranger_in_a_group_of_the_office_is_told_as_a_person() -> None:
    async with an_office() as chat:
        services = chat.app.bot_data
        services.people.remove(AN, by="VP", now=chat.now)
        await chat.hears(chat.says(AN, "/hoi ai chủ trì?", GROUP))
        assert [t.label for t in services.counters.tallies(None, *OF_PEOPLE)] == [str(AN)]


def test_who_is_forgotten_on_the_command_line_is_counted_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.toml").write_text("[access]\nadmins = [1]\n", encoding="utf-8")
    planbot = Planbot(tmp_path, capsys)
    planbot.ok("people", "list")
    with closing(CounterStore(tmp_path / "data" / DATABASE_NAME)) as counters:
        for name in OF_PEOPLE:
            counters.count(name, str(AN), NOW.date())
        counters.count(Counted.ANSWER, "answered", NOW.date())
    planbot.run("people", "forget", str(AN))
    with closing(CounterStore(tmp_path / "data" / DATABASE_NAME)) as counters:
        assert [tally.name for tally in counters.tallies()] == [Counted.ANSWER]
