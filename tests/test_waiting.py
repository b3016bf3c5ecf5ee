"""Whoever waits for an admin: told at once, once, and again only to an admin whom a killed bot had not told."""

import asyncio
import threading
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime

import pytest
from chat import ADMIN, AN, BINH, GROUP, STRANGER
from reminded_unit import WEDNESDAY, Unit, a_unit
from updates import buttons

from handlers import words, words_office
from handlers.waiting import entry_waits, make_up
from scheduler.access import Role
from scheduler.asked import Asked
from scheduler.clock import VIETNAM
from scheduler.delivery import Passed

SECOND, OTHER = 10, 11
EVENING = datetime(2027, 6, 23, 20, tzinfo=VIETNAM)
MORNING = datetime(2027, 6, 24, 8, tzinfo=VIETNAM)


@asynccontextmanager
async def two_admins() -> AsyncIterator[Unit]:
    async with a_unit() as unit:
        assert unit.stores
        unit.person(SECOND)
        unit.stores.people.add(SECOND, Role.ADMIN, by="VP", now=WEDNESDAY)
        yield unit


async def asks_for_more_time(unit: Unit, text: str = "/giahan 1 30/8/2027 chờ kinh phí") -> None:
    await unit.says_in_group("/giahan")
    await unit.hears(unit.says(AN, text, GROUP))
    await unit.app.bot_data.settled()


def told(unit: Unit, admin: int, words_said: str) -> int:
    return sum(words_said in text for text in unit.telegram.texts(admin))


async def test_every_admin_hears_of_a_request_for_more_time_at_once_and_no_pass_says_it_again() -> None:
    async with two_admins() as unit:
        await asks_for_more_time(unit)
        assert [told(unit, admin, "chờ kinh phí") for admin in (ADMIN, SECOND)] == [1, 1]
        await unit.remind()
        assert [told(unit, admin, "chờ kinh phí") for admin in (ADMIN, SECOND)] == [1, 1]


async def test_requests_that_come_together_are_each_told_once() -> None:
    async with two_admins() as unit:
        await unit.says_in_group("/giahan")
        wishes = [unit.says(user, f"/giahan {n} 30/8/2027 chờ khoản {n}", GROUP) for n, user in ((1, AN), (2, BINH))]
        await unit.hears(*wishes)
        await unit.app.bot_data.settled()
        assert [told(unit, ADMIN, f"chờ khoản {n}") for n in (1, 2)] == [1, 1]


async def test_a_request_by_a_button_is_told_at_once() -> None:
    async with two_admins() as unit:
        await unit.remind()
        await unit.press(AN, f"1. {words.ASK_EXTENSION}")
        await unit.press(AN, "14/7/2027")
        await unit.app.bot_data.settled()
        assert told(unit, ADMIN, "14/7/2027") == 1


async def test_a_request_of_the_evening_waits_for_the_morning() -> None:
    async with two_admins() as unit:
        unit.now = EVENING
        await asks_for_more_time(unit)
        assert told(unit, ADMIN, "chờ kinh phí") == 0
        unit.now = MORNING
        await unit.remind()
        assert told(unit, ADMIN, "chờ kinh phí") == 1


async def test_a_request_that_meets_a_pass_under_way_is_told_by_one_of_them() -> None:
    async with two_admins() as unit:
        assert unit.stores
        await asks_for_more_time(unit)
        assert await unit.remind() == Passed(sent=1)  # the reminder of the unit


async def test_a_stranger_whose_request_no_admin_was_told_of_is_told_of_when_the_bot_is_there_again() -> None:
    async with two_admins() as unit:
        assert unit.stores
        unit.stores.people.ask_in(STRANGER, "Lạ", WEDNESDAY)  # and there the bot was killed
        for _ in range(2):
            await make_up(unit.app.bot_data)
        await unit.hears(unit.says(STRANGER, "/start"))
        await unit.press(STRANGER, words.ASK_IN)
        assert [told(unit, admin, "xin được dùng") for admin in (ADMIN, SECOND)] == [1, 1]


async def test_a_stranger_who_is_refused_and_asks_again_is_told_of_again() -> None:
    async with two_admins() as unit:
        assert unit.stores
        for _ in range(2):
            await unit.hears(unit.says(STRANGER, "/start"))
            offer = next(m for m in unit.telegram.sent(STRANGER) if words.ASK_IN in buttons(m))
            for _ in range(2):  # twice on the same button
                await unit.press(STRANGER, words.ASK_IN, offer)
            unit.stores.people.decide(STRANGER, None, by="VP", now=unit.now)
            unit.now = MORNING
        assert [told(unit, admin, "xin được dùng") for admin in (ADMIN, SECOND)] == [2, 2]
        kept = unit.stores.asked._database.tuples("select distinct name from handed where name like 'entry:%'")
        assert kept == [(f"entry:{STRANGER}:{MORNING.isoformat()}",)]  # nothing of the one decided


@pytest.mark.parametrize(("at", "copies"), [(WEDNESDAY, 1), (datetime(2027, 6, 1, 8, tzinfo=VIETNAM), 0)], ids=str)
async def test_a_question_whose_handing_over_was_cut_short_reaches_each_admin(at: datetime, copies: int) -> None:
    async with two_admins() as unit:
        assert unit.stores
        unit.stores.asked.keep(Asked("q1", at.isoformat(), "ai chủ trì?", user=AN, who="An", chat=AN))
        unit.stores.asked.hand_over("q1", by="An", now=at)
        unit.stores.asked.handed_to("q1", ADMIN, 1)  # one admin was told before the bot was killed
        for _ in range(2):
            await make_up(unit.app.bot_data)
        assert [told(unit, admin, "ai chủ trì?") for admin in (ADMIN, SECOND)] == [0, copies]
        if copies:
            assert words_office.TEACH in buttons(unit.telegram.sent(SECOND)[-1])


async def test_what_admins_are_told_of_one_stranger_is_not_forgotten_over_another_who_asks_meanwhile() -> None:
    async with two_admins() as unit:
        assert unit.stores
        services, asked, people = unit.app.bot_data, unit.stores.asked, unit.stores.people
        people.ask_in(STRANGER, "Lạ", WEDNESDAY)
        begun, may_go_on, forgets = threading.Event(), threading.Event(), asked.forget_entries

        def slowly(waiting: Collection[str]) -> None:
            begun.set()
            may_go_on.wait(60)
            forgets(waiting)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(asked, "forget_entries", slowly)
            first = asyncio.create_task(entry_waits(services, STRANGER))
            await asyncio.to_thread(begun.wait, 60)
        people.ask_in(OTHER, "Khác", WEDNESDAY)
        second = asyncio.create_task(entry_waits(services, OTHER))
        await asyncio.wait({second}, timeout=0.5)
        may_go_on.set()
        await asyncio.gather(first, second)
        names = [f"entry:{user}:{WEDNESDAY.isoformat()}" for user in (STRANGER, OTHER)]
        assert [len(asked.copies(name)) for name in names] == [2, 2]
