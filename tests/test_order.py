"""Chats are served side by side, each chat's own messages one after the other."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from updates import Updates, update_of

from handlers.order import ChatOrder
from handlers.turn import end_turn

AN, BINH, GROUP = 5, 6, -100


@dataclass
class Book:
    """What was told of updates."""

    waited: Sequence[int] = ()
    begun: list[int] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)
    turns: dict[int, asyncio.Event] = field(default_factory=dict)

    def promised(self, number: int) -> bool:
        return number in self.waited

    async def turn(self, number: int) -> None:
        if number in self.turns:
            await self.turns[number].wait()

    async def begin(self, number: int) -> None:
        self.begun.append(number)

    def finish(self, number: int) -> None:
        self.finished.append(number)


async def test_a_chat_keeps_its_order_while_another_goes_ahead() -> None:
    updates, order, done = Updates(), ChatOrder(), []
    gate = asyncio.Event()

    async def work(name: str, *, waits: bool) -> None:
        if waits:
            await gate.wait()
        done.append(name)

    def serve(user: int, name: str, *, waits: bool = False) -> asyncio.Task[None]:
        updates.person(user)
        update = update_of(updates.says(user, name), None)
        return asyncio.create_task(order.process_update(update, work(name, waits=waits)))

    tasks = [serve(AN, "An 1", waits=True), serve(AN, "An 2"), serve(BINH, "Bình 1")]
    await asyncio.sleep(0.01)
    assert done == ["Bình 1"]
    assert order.behind(AN) == 1
    gate.set()
    await asyncio.gather(*tasks)
    assert done == ["Bình 1", "An 1", "An 2"]
    assert order.behind(AN) == 0


async def test_a_flood_in_a_chat_that_waits_holds_one_place_and_the_rest_of_it_is_dropped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("handlers.order.AT_ONCE", 2)
    updates, order, done, banned = Updates(), ChatOrder(), Counter[int](), asyncio.Event()
    for user in (AN, BINH, *range(100, 120)):
        updates.person(user)

    async def work(user: int, *, waits: bool) -> None:
        if waits:
            await banned.wait()
        done[user] += 1

    def serve(user: int, *, waits: bool) -> asyncio.Task[None]:
        update = update_of(updates.says(user, "tin"), None)
        return asyncio.create_task(order.process_update(update, work(user, waits=waits)))

    flood = [serve(AN, waits=True) for _ in range(1000)]
    await asyncio.gather(*(serve(user, waits=False) for user in range(100, 120)))
    assert sum(done.values()) == 20
    banned.set()
    await asyncio.gather(*flood)
    assert done[AN] == 31
    assert order.dropped == 969
    await serve(AN, waits=False)
    assert done[AN] == 32


async def test_a_person_who_floods_many_groups_has_one_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.order.MOST_WAITING", 5)
    updates, order, handled, go_on = Updates(), ChatOrder(), Counter[str](), asyncio.Event()
    for group in range(-30, -20):
        updates.group(group)
    for user in (AN, BINH):
        updates.person(user)

    async def work(name: str) -> None:
        await go_on.wait()
        handled[name] += 1

    def serve(user: int, group: int) -> asyncio.Task[None]:
        update = update_of(updates.says(user, "tin", chat=group), None)
        return asyncio.create_task(order.process_update(update, work(str(user))))

    tasks = [serve(AN, group) for group in range(-30, -20)] + [serve(BINH, -25)]
    await asyncio.sleep(0.01)
    go_on.set()
    await asyncio.gather(*tasks)
    assert handled == {str(AN): 6, str(BINH): 1}
    assert order._lines == {}  # a group in which nothing waits is forgotten, also one whose only message was dropped


async def test_what_a_bot_before_has_taken_is_never_dropped_and_takes_no_share_from_what_comes_now(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("handlers.order.MOST_WAITING", 2)
    updates, handled, go_on = Updates(), list[int](), asyncio.Event()
    updates.person(AN)
    before, now = ([update_of(updates.says(AN, "tin"), None) for _ in range(5)] for _ in range(2))
    book = Book(waited=[update.update_id for update in before])
    order = ChatOrder(book=book)

    async def work(number: int) -> None:
        await go_on.wait()
        handled.append(number)

    tasks = [asyncio.create_task(order.process_update(update, work(update.update_id))) for update in (*before, *now)]
    await asyncio.sleep(0.01)
    go_on.set()
    await asyncio.gather(*tasks)
    assert handled == [update.update_id for update in (*before, *now[:3])]
    assert sorted(book.finished) == [update.update_id for update in (*before, *now)]


async def test_an_update_of_no_chat_is_handled_at_once() -> None:
    order, done = ChatOrder(), asyncio.Event()
    await order.process_update(object(), _set(done))
    assert done.is_set()


async def test_a_chat_whose_message_failed_goes_on_with_the_next() -> None:
    updates, order, done = Updates(), ChatOrder(), asyncio.Event()
    updates.person(AN)

    async def fail() -> None:
        raise RuntimeError("broken")

    first = order.process_update(update_of(updates.says(AN, "1"), None), fail())
    second = order.process_update(update_of(updates.says(AN, "2"), None), _set(done))
    results = await asyncio.gather(first, second, return_exceptions=True)
    assert isinstance(results[0], RuntimeError)
    assert done.is_set()


async def _set(event: asyncio.Event) -> None:
    event.set()


async def test_what_waits_in_a_chat_is_not_begun() -> None:
    book, gate = Book(), asyncio.Event()
    updates, order = Updates(), ChatOrder(book=book)
    updates.person(AN)
    first, second = (update_of(updates.says(AN, text), None) for text in ("một", "hai"))

    async def work() -> None:
        await gate.wait()

    tasks = [asyncio.create_task(order.process_update(update, work())) for update in (first, second)]
    await asyncio.sleep(0.01)
    assert book.begun == [first.update_id]
    gate.set()
    await asyncio.gather(*tasks)
    assert book.begun == [first.update_id, second.update_id]


def a_group_with_a_message(updates: Updates, people: Sequence[int]) -> dict[str, Any]:
    """A message of the bot in a group of these, with a button."""
    updates.group(GROUP)
    for user in people:
        updates.person(user)
    return {**updates.says(AN, "nhắc", chat=GROUP)["message"], "from": {"id": 1, "is_bot": True, "first_name": "Bot"}}


async def test_a_press_is_answered_while_the_messages_of_its_chat_wait() -> None:
    updates, order, pressed, go_on = Updates(), ChatOrder(), asyncio.Event(), asyncio.Event()
    message = a_group_with_a_message(updates, [AN, BINH])
    said = update_of(updates.says(AN, "/hoi ai?", chat=GROUP), None)
    press = update_of(updates.presses(BINH, message, "1d:done", stale=True), None)
    waiting = asyncio.create_task(order.process_update(said, go_on.wait()))
    await asyncio.sleep(0.01)
    await order.process_update(press, _set(pressed))
    assert pressed.is_set()
    go_on.set()
    await waiting


async def test_the_next_press_in_a_chat_goes_on_when_the_one_before_is_answered_though_nothing_is_shown_yet() -> None:
    updates, order, answered, shown = Updates(), ChatOrder(), list[int](), asyncio.Event()
    message = a_group_with_a_message(updates, range(100, 140))

    async def work(user: int) -> None:
        await asyncio.sleep(0)
        answered.append(user)
        end_turn()
        await shown.wait()

    people = range(100, 140)
    presses = [update_of(updates.presses(user, message, "1d:done", stale=True), None) for user in people]
    tasks = [asyncio.create_task(order.process_update(one, work(n))) for n, one in zip(people, presses, strict=True)]
    await asyncio.sleep(0.05)
    assert answered == list(people)[:31]  # those behind came at the same moment, and more than may wait
    late = update_of(updates.presses(100, message, "1d:done", stale=True), None)
    tasks.append(asyncio.create_task(order.process_update(late, work(100))))
    await asyncio.sleep(0.01)
    assert answered[31:] == [100]
    shown.set()
    await asyncio.gather(*tasks)


async def test_what_is_answered_and_not_shown_yet_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.order.MOST_WAITING", 2)
    monkeypatch.setattr("handlers.order.MOST_SHOWING", 5)
    updates, order, answered, shown = Updates(), ChatOrder(), list[int](), asyncio.Event()
    message = a_group_with_a_message(updates, range(100, 120))

    async def work(user: int) -> None:
        answered.append(user)
        end_turn()
        await shown.wait()

    tasks = []
    for user in range(100, 120):
        press = update_of(updates.presses(user, message, "1d:done", stale=True), None)
        tasks.append(asyncio.create_task(order.process_update(press, work(user))))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    assert answered == list(range(100, 108))
    shown.set()
    await asyncio.gather(*tasks)
    assert order.dropped == 12


async def test_an_update_that_may_have_killed_a_bot_holds_no_place_while_it_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("handlers.order.AT_ONCE", 1)
    updates, done = Updates(), asyncio.Event()
    for user in (AN, BINH):
        updates.person(user)
    suspect, other = (update_of(updates.says(user, "tin"), None) for user in (AN, BINH))
    book = Book(turns={suspect.update_id: asyncio.Event()})
    order = ChatOrder(book=book)
    waiting = asyncio.create_task(order.process_update(suspect, _set(asyncio.Event())))
    await asyncio.sleep(0.01)
    await asyncio.wait_for(order.process_update(other, _set(done)), 1)
    assert book.begun == [other.update_id]
    book.turns[suspect.update_id].set()
    await waiting
    assert book.begun == [other.update_id, suspect.update_id]
