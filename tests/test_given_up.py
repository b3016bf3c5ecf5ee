"""Updates that a bot did not survive: tried again with care, and given up only with a word to whoever waits."""

import asyncio
import contextlib
import json
from collections.abc import Sequence
from datetime import timedelta

import pytest
from chat import AN, STRANGER, a_chat
from fake_telegram import Fault
from taking import NOW, a_message, begun, incoming, taken
from telegram import Update
from telegram_markup import Refusal
from updates import update_of

from handlers import words
from handlers.failure import given_up
from handlers.suspects import ALONE
from scheduler.updates import KEPT, MOST_TRIES, UpdateStore


async def test_an_update_that_the_bot_does_not_survive_is_given_up_in_the_end_and_told() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW)
    for _ in range(MOST_TRIES):
        queue = incoming(store)
        assert await queue.resume(None) == []
        assert await taken(queue) == [1]
        await begun(queue, 1)
    queue = incoming(store)
    assert [update.update_id for update in await queue.resume(None)] == [1]
    assert await taken(queue) == []
    queue.finish(1)
    await queue.settled()
    assert await incoming(store).resume(None) == []


async def test_an_update_that_only_waits_behind_others_is_never_given_up() -> None:
    store = UpdateStore(None)
    store.keep({number: json.dumps(a_message(number)) for number in (1, 2, 3)}, (), NOW)
    for _ in range(MOST_TRIES):
        queue = incoming(store)
        assert await queue.resume(None) == []
        await begun(queue, 1)
    queue = incoming(store)
    assert [update.update_id for update in await queue.resume(None)] == [1]
    assert await taken(queue) == [2, 3]


async def test_lives_of_a_moment_only_hold_nothing_against_an_update() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW)
    for _ in range(5 * MOST_TRIES):
        await a_life_that_is_killed(store, 0.5, [1])
    assert [one.tries for one in store.unfinished()] == [2]
    assert await incoming(store).resume(None) == []


async def test_of_updates_that_were_in_work_together_the_one_that_kills_is_found_and_the_others_are_done() -> None:
    store, killer, done = UpdateStore(None), 2, set[int]()
    store.keep({number: json.dumps(a_message(number)) for number in (1, 2, 3)}, (), NOW)
    for number in (1, 2, 3):  # the first life took them up together, and did not survive
        store.begin(number)
    lost: list[Update] = []
    while not lost:
        queue = incoming(store)
        lost = await queue.resume(None)
        left = [update.update_id for update in (queue.get_nowait() for _ in range(queue.qsize()))]  # type: ignore[attr-defined]
        for number in left:
            await begun(queue, number)
            if number == killer:
                break
            queue.finish(number)
            done.add(number)
        await queue.settled()
    assert ([update.update_id for update in lost], done) == ([killer], {1, 3})


async def test_beside_one_that_may_have_killed_the_bot_the_next_such_begins_only_after_a_while() -> None:
    store, loop = UpdateStore(None), asyncio.get_running_loop()
    store.keep({number: json.dumps(a_message(number)) for number in (1, 2)}, (), NOW)
    for number in (1, 2):
        store.begin(number)
    queue = incoming(store)
    await queue.resume(None)
    began = loop.time()
    await begun(queue, 1)  # waits for Telegram, say, and does not end
    await begun(queue, 2)
    assert ALONE <= loop.time() - began < ALONE + 1


async def test_a_bot_that_is_asked_to_end_holds_nothing_against_what_it_was_doing() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW)
    for _ in range(3):
        queue = incoming(store)
        await queue.resume(None)
        await begun(queue, 1)
        await queue.wind_up()
    assert [one.tries for one in store.unfinished()] == [0]


async def test_what_has_waited_for_days_is_told_and_not_forgotten_in_silence() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW - KEPT - timedelta(minutes=1))
    store.keep({2: json.dumps(a_message(2))}, (), NOW)
    queue = incoming(store)
    assert [update.update_id for update in await queue.resume(None)] == [1]
    assert await taken(queue) == [2]
    queue.finish(1)
    await queue.settled()
    await incoming(store).resume(None)
    assert list(store.known()) == [2]


async def test_a_bot_killed_before_it_apologised_leaves_that_to_the_next_and_no_more_than_once() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW - KEPT - timedelta(minutes=1))
    handed_over = [[update.update_id for update in await incoming(store).resume(None)] for _ in range(4)]
    assert handed_over == [[1], [1], [], []]
    assert list(store.known()) == []


async def a_life_that_is_killed(store: UpdateStore, seconds: float, numbers: Sequence[int]) -> None:
    """A bot takes up what is left and is killed after so long."""
    queue = incoming(store)
    await queue.resume(None)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await asyncio.gather(*(begun(queue, number) for number in numbers))


@pytest.mark.parametrize(("user", "told"), [(AN, [words.FAILED]), (STRANGER, [])], ids=["let in", "a stranger"])
async def test_who_waits_for_what_is_given_up_is_told_once_and_a_stranger_is_not(user: int, told: list[str]) -> None:
    async with a_chat() as chat:
        lost = [update_of(chat.says(user, text), chat.app.bot) for text in ("ai chủ trì?", "khi nào xong?")]
        done: list[int] = []
        await given_up(lost, chat.app.bot_data, done.append)
        assert chat.telegram.texts(user) == told
        assert done == [update.update_id for update in lost]


async def test_who_could_not_be_told_that_something_is_given_up_is_told_by_the_next_bot() -> None:
    async with a_chat() as chat:
        banned = Refusal(429, "Too Many Requests: retry after 900", retry_after=900)
        chat.telegram.faults.append(Fault("sendMessage", banned, AN))
        done: list[int] = []
        await given_up([update_of(chat.says(AN, "ai chủ trì?"), chat.app.bot)], chat.app.bot_data, done.append)
        assert done == []
