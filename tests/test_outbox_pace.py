"""How fast messages go out: never more than Telegram allows, and not much less."""

import asyncio
from typing import Any

import pytest
from door import AN, BINH, GROUP, Door, TimedTelegram, pages, send, within
from fake_telegram import Fault
from telegram_markup import Refusal
from virtual_time import in_virtual_time

from handlers.delivery import Delivery
from handlers.render import Page

STALL, STALL_EVERY = 0.3, 1.7  # seconds


class StallingTelegram(TimedTelegram):
    """Takes nothing for a third of a second now and then; what came meanwhile arrives all at once."""

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        now = asyncio.get_running_loop().time()
        if now % STALL_EVERY < STALL:
            await asyncio.sleep(STALL - now % STALL_EVERY)
        return await super().do_request(*arguments, **named)


class BusyTelegram(TimedTelegram):
    """Quick at first, then slow for good: now on the way there, now on the way back."""

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        there = asyncio.get_running_loop().time() % STALL_EVERY < STALL_EVERY / 2
        slow = STALL if len(self.times) > 40 else 0.0
        await asyncio.sleep(slow if there else 0)
        answer = await super().do_request(*arguments, **named)
        await asyncio.sleep(0 if there else slow)
        return answer


@pytest.mark.parametrize(("chat", "most", "span"), [(AN, 3, 3.0), (GROUP, 3, 3.0), (GROUP, 20, 60.0)])
def test_a_chat_never_gets_more_than_telegram_allows(chat: int, most: int, span: float) -> None:
    door = Door()
    send(door, chat, *(f"tin {i}" for i in range(50)))
    assert within([t for t, _ in door.times], span) <= most


def test_the_allowance_of_a_group_is_used_up_to_95_percent() -> None:
    door = Door()
    send(door, GROUP, *(f"tin {i}" for i in range(101)))
    assert door.times[-1][0] <= 5 * 60 / 0.95


def to_many_chats(door: Door) -> list[float]:
    """When each of three hundred people had a message that was sent to all of them at once."""
    people = range(1000, 1300)
    for user in people:
        door.person(user)

    async def main() -> None:
        await asyncio.gather(*(door.outbox.send(user, pages("tin")) for user in people))

    in_virtual_time(main)
    return [t for t, _ in door.times]


def test_many_chats_get_nearly_thirty_messages_a_second_and_never_more() -> None:
    door = Door()
    times = to_many_chats(door)
    assert within(times, 1.0) <= 30
    assert len(times) / (times[-1] - times[0]) >= 0.95 * 30


@pytest.mark.parametrize("kind", [StallingTelegram, BusyTelegram])
def test_a_line_that_stalls_and_brings_many_messages_at_once_never_brings_more_than_thirty_in_a_second(
    kind: type[TimedTelegram],
) -> None:
    door = Door(kind())
    times = to_many_chats(door)
    assert within(times, 1.0) <= 30
    assert len(times) / (times[-1] - times[0]) >= 0.7 * 30


def test_messages_that_telegram_does_not_answer_hold_up_the_others_for_twenty_seconds_at_most() -> None:
    door = Door()
    for user in range(1000, 1040):
        door.person(user)

    async def main() -> float:
        began, never = asyncio.Event(), asyncio.Event()
        door.telegram.holds["sendMessage"] = (began, never)
        hanging = [asyncio.create_task(door.outbox.send(user, pages("tin"))) for user in range(1000, 1030)]
        await asyncio.sleep(2)
        door.telegram.holds.clear()
        asked = asyncio.get_running_loop().time()
        await door.outbox.send(AN, pages("trả lời"), urgent=True)
        waited = asyncio.get_running_loop().time() - asked
        never.set()
        await asyncio.gather(*hanging)
        return waited

    assert in_virtual_time(main) < 20


def test_somebody_who_waits_for_an_answer_goes_before_reminders() -> None:
    door = Door()
    for user in range(1000, 1060):
        door.person(user)

    async def main() -> float:
        mass = [asyncio.create_task(door.outbox.send(user, pages("đôn đốc"))) for user in range(1000, 1060)]
        await asyncio.sleep(0.1)
        await door.outbox.send(AN, pages("trả lời"), urgent=True)
        answered = asyncio.get_running_loop().time()
        await asyncio.gather(*mass)
        return answered

    assert in_virtual_time(main) < 0.3


def test_a_chat_that_has_to_wait_does_not_hold_up_the_others() -> None:
    door = Door()
    door.telegram.faults.append(
        Fault("sendMessage", Refusal(429, "Too Many Requests: retry after 40", retry_after=40), AN)
    )

    async def main() -> list[Delivery]:
        return await asyncio.gather(
            door.outbox.send(AN, pages("một", "hai")), *(door.outbox.send(BINH, pages("tin")) for _ in range(3))
        )

    assert all(delivery.sent for delivery in in_virtual_time(main))
    assert door.telegram.texts(AN) == ["một", "hai"]
    assert max(t for t, chat in door.times if chat == BINH) < 1
    assert [round(t) for t, chat in door.times if chat == AN] == [0, 40, 40]


def test_who_waits_for_an_answer_is_not_held_up_by_messages_that_are_brought_up_to_date() -> None:
    door = Door()

    async def change(messages: tuple[int, ...]) -> None:
        for message in messages:
            await door.outbox.edit(GROUP, message, pages("khác")[0], urgent=False)

    async def main() -> float:
        loop = asyncio.get_running_loop()
        shown = (await door.outbox.send(GROUP, pages(*(f"tin {i}" for i in range(19))))).messages
        await asyncio.sleep(60)
        changing = asyncio.ensure_future(change(shown))
        await asyncio.sleep(20)
        asked = loop.time()
        await door.outbox.send(GROUP, pages("trả lời"), urgent=True)
        waited = loop.time() - asked
        await changing
        return waited

    assert in_virtual_time(main) < 3
    assert "tin 18" not in door.telegram.texts(GROUP)


def test_of_many_changes_of_a_message_that_has_to_wait_only_the_last_is_made() -> None:
    door = Door()

    async def main() -> list[Delivery]:
        first, other = (await door.outbox.send(GROUP, pages("một", "hai"))).messages
        door.times.clear()
        changes = [door.outbox.edit(GROUP, first, Page(f"lần {n}"), urgent=False) for n in range(40)]
        return await asyncio.gather(*changes, door.outbox.edit(GROUP, other, Page("khác")))

    assert all(delivery.sent for delivery in in_virtual_time(main))
    assert door.telegram.texts(GROUP) == ["lần 39", "khác"]
    assert len(door.times) == 2


def test_a_change_back_to_what_a_message_shows_is_not_lost_behind_one_that_waits() -> None:
    door = Door()

    async def main() -> None:
        [message] = (await door.outbox.send(GROUP, pages("cũ"))).messages
        await asyncio.gather(*(door.outbox.edit(GROUP, message, Page(text)) for text in ("mới", "cũ")))

    in_virtual_time(main)
    assert door.telegram.texts(GROUP) == ["cũ"]


def test_a_change_back_to_what_a_message_showed_is_made_after_one_that_is_on_its_way() -> None:
    door = Door()

    async def main() -> None:
        [message] = (await door.outbox.send(GROUP, pages("cũ"))).messages
        began, answered = asyncio.Event(), asyncio.Event()
        door.telegram.holds["editMessageText"] = (began, answered)
        away = asyncio.create_task(door.outbox.edit(GROUP, message, Page("mới")))
        await began.wait()
        back = asyncio.create_task(door.outbox.edit(GROUP, message, Page("cũ")))
        await asyncio.sleep(0)
        door.telegram.holds.clear()
        answered.set()
        await asyncio.gather(away, back)

    in_virtual_time(main)
    assert door.telegram.texts(GROUP) == ["cũ"]


def test_a_change_that_somebody_begins_to_wait_for_goes_at_once() -> None:
    door = Door()

    async def main() -> float:
        loop = asyncio.get_running_loop()
        shown = (await door.outbox.send(GROUP, pages(*(f"tin {i}" for i in range(12))))).messages
        beside = asyncio.create_task(door.outbox.edit(GROUP, shown[0], Page("nền"), urgent=False))
        await asyncio.sleep(3)
        asked = loop.time()
        await door.outbox.edit(GROUP, shown[0], Page("đã bấm"))
        waited = loop.time() - asked
        await beside
        return waited

    assert in_virtual_time(main) < 1
    assert "đã bấm" in door.telegram.texts(GROUP)
