"""What comes in from Telegram: each update is done once, and none is lost."""

import asyncio
import contextlib
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from chat import AN, STRANGER, a_chat
from telegram import Update
from telegram.request import BaseRequest, RequestData
from updates import update_of

from handlers import words
from handlers.failure import given_up
from handlers.incoming import Incoming, UpdateRequest
from handlers.suspects import ALONE
from handlers.writes import Writes
from knowledge.errors import BusyError
from scheduler.clock import VIETNAM
from scheduler.updates import KEPT, MOST_TRIES, UpdateStore

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=VIETNAM)


def a_message(number: int, text: str = "ai chủ trì?") -> dict[str, Any]:
    chat = {"id": 5, "type": "private", "first_name": "An"}
    sender = {"id": 5, "is_bot": False, "first_name": "An"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1, "chat": chat, "from": sender, "text": text},
    }


def read(data: dict[str, Any]) -> Update:
    update = Update.de_json(data, None)
    assert update is not None
    return update


def incoming(store: UpdateStore) -> Incoming:
    return Incoming(store, lambda: NOW, Writes())


async def taken(queue: Incoming) -> list[int]:
    await queue.settled()
    updates = [queue.get_nowait() for _ in range(queue.qsize())]
    return [update.update_id for update in updates if isinstance(update, Update)]


async def test_what_a_killed_bot_had_taken_and_not_finished_is_taken_up_again(tmp_path: Path) -> None:
    before = UpdateStore(tmp_path / "planbot.db")
    queue = incoming(before)
    await queue.put(read(a_message(1)))
    await queue.put(read(a_message(2)))
    queue.finish(1)
    await queue.settled()
    before.close()

    again = UpdateStore(tmp_path / "planbot.db")
    queue = incoming(again)
    await queue.resume(None)
    assert await taken(queue) == [2]
    again.close()


async def test_an_update_that_is_brought_twice_is_done_once_also_after_a_restart(tmp_path: Path) -> None:
    store = UpdateStore(tmp_path / "planbot.db")
    queue = incoming(store)
    await queue.put(read(a_message(1)))
    await queue.put(read(a_message(1)))
    assert await taken(queue) == [1]
    again = incoming(store)
    await again.put(read(a_message(1)))
    assert await taken(again) == []
    store.close()


async def test_another_message_under_a_number_of_before_is_done() -> None:
    queue = incoming(UpdateStore(None))
    await queue.put(read(a_message(1)))
    await queue.put(read(a_message(1, "hạn khi nào?")))
    assert await taken(queue) == [1, 1]


async def test_only_the_last_updates_are_known_again_so_that_a_long_life_takes_no_more_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("handlers.incoming.MOST_KNOWN", 2)
    queue = incoming(UpdateStore(None))
    for number in (1, 2, 3, 3, 2, 1):
        await queue.put(read(a_message(number)))
    assert await taken(queue) == [1, 2, 3, 1]


async def test_nothing_of_a_finished_update_is_kept_but_its_number(tmp_path: Path) -> None:
    store = UpdateStore(tmp_path / "planbot.db")
    queue = incoming(store)
    await queue.put(read(a_message(1, "điều riêng tư")))
    queue.finish(1)
    await queue.settled()
    store.close()
    assert "riêng tư".encode() not in (tmp_path / "planbot.db").read_bytes()


async def test_an_update_that_the_bot_does_not_survive_is_given_up_in_the_end_and_told() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW)
    for _ in range(MOST_TRIES):
        queue = incoming(store)
        assert await queue.resume(None) == []
        assert await taken(queue) == [1]
        await queue.begin(1)
    queue = incoming(store)
    assert [update.update_id for update in await queue.resume(None)] == [1]
    assert await taken(queue) == []
    assert await incoming(store).resume(None) == []


async def test_an_update_that_only_waits_behind_others_is_never_given_up() -> None:
    store = UpdateStore(None)
    store.keep({number: json.dumps(a_message(number)) for number in (1, 2, 3)}, (), NOW)
    for _ in range(MOST_TRIES):
        queue = incoming(store)
        assert await queue.resume(None) == []
        await queue.begin(1)
    queue = incoming(store)
    assert [update.update_id for update in await queue.resume(None)] == [1]
    assert await taken(queue) == [2, 3]


async def test_lives_of_a_moment_only_hold_nothing_against_an_update() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW)
    for _ in range(5 * MOST_TRIES):
        await a_life_that_is_killed(store, 0.9, [1])
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
            await queue.begin(number)
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
    await queue.begin(1)  # waits for Telegram, say, and does not end
    await queue.begin(2)
    assert ALONE <= loop.time() - began < ALONE + 1


async def test_a_bot_that_is_asked_to_end_holds_nothing_against_what_it_was_doing() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW)
    for _ in range(3):
        queue = incoming(store)
        await queue.resume(None)
        await queue.begin(1)
        await queue.wind_up()
    assert [one.tries for one in store.unfinished()] == [0]


async def test_what_has_waited_for_days_is_told_and_not_forgotten_in_silence() -> None:
    store = UpdateStore(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW - KEPT - timedelta(minutes=1))
    store.keep({2: json.dumps(a_message(2))}, (), NOW)
    queue = incoming(store)
    assert [update.update_id for update in await queue.resume(None)] == [1]
    assert await taken(queue) == [2]
    assert list(store.known()) == [2]


async def a_life_that_is_killed(store: UpdateStore, seconds: float, numbers: Sequence[int]) -> None:
    """A bot takes up what is left and is killed after so long."""
    queue = incoming(store)
    await queue.resume(None)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await asyncio.gather(*map(queue.begin, numbers))


async def test_what_is_begun_for_the_first_time_costs_no_write() -> None:
    class Unwritable(UpdateStore):
        def begin(self, number: int) -> None:
            raise AssertionError(number)

    queue = incoming(Unwritable(None))
    await queue.put(read(a_message(1)))
    await queue.begin(1)
    await queue.settled()


async def test_where_a_try_cannot_be_written_the_update_is_done_all_the_same() -> None:
    class Locked(UpdateStore):
        def begin(self, number: int) -> None:
            raise BusyError(f"busy: {number}")

    store = Locked(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW)
    queue = incoming(store)
    await queue.resume(None)
    await queue.begin(1)
    assert await taken(queue) == [1]


@pytest.mark.parametrize(("user", "told"), [(AN, [words.FAILED]), (STRANGER, [])], ids=["let in", "a stranger"])
async def test_who_waits_for_what_is_given_up_is_told_once_and_a_stranger_is_not(user: int, told: list[str]) -> None:
    async with a_chat() as chat:
        lost = [update_of(chat.says(user, text), chat.app.bot) for text in ("ai chủ trì?", "khi nào xong?")]
        await given_up(lost, chat.app.bot_data)
        assert chat.telegram.texts(user) == told


async def test_where_it_cannot_be_written_for_the_moment_an_update_is_done_and_written_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Locked(UpdateStore):
        locked = True

        def keep(self, *arguments: Any) -> None:
            if self.locked:
                self.locked = False
                raise BusyError("busy")
            super().keep(*arguments)

    monkeypatch.setattr("handlers.incoming.PAUSE", 0)
    store = Locked(None)
    queue = incoming(store)
    await queue.put(read(a_message(1)))
    assert queue.qsize() == 1
    await queue.settled()
    assert list(store.known()) == [1]


class Line(BaseRequest):
    """A way to Telegram that brings these updates."""

    def __init__(self, *updates: object) -> None:
        self.updates = updates

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Opens nothing."""

    async def shutdown(self) -> None:
        """Closes nothing."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: object
    ) -> tuple[int, bytes]:
        return 200, json.dumps({"ok": True, "result": list(self.updates)}).encode()


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param({"update_id": 2, "message": {"text": "x"}}, id="a message without its chat"),
        pytest.param({"update_id": 2, "poll": {"id": 7}}, id="a poll without its options"),
        pytest.param({"update_id": 2, "callback_query": []}, id="a list for a press"),
    ],
)
async def test_an_update_that_cannot_be_read_is_passed_over_and_those_behind_it_are_not(
    broken: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    passed: list[int] = []
    way = UpdateRequest(Line(a_message(1), broken, a_message(3)), lambda: asyncio.sleep(0), passed.append)
    result = cast("list[dict[str, Any]]", await way.post("https://telegram/getUpdates"))
    assert [update["update_id"] for update in result] == [1, 2, 3]
    assert [bool(read(update).message) for update in result] == [True, False, True]
    assert passed == [2]
    assert "update 2 cannot be read" in caplog.text
