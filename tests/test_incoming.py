"""What comes in from Telegram: each update is done once, and none is lost."""

import asyncio
import json
from pathlib import Path
from typing import Any, cast

import pytest
from taking import NOW, a_message, begun, incoming, read, taken
from telegram.request import BaseRequest, RequestData

from handlers.incoming import TokenRefusedError, UpdateRequest
from knowledge.errors import BusyError
from scheduler.updates import UpdateStore


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


async def test_what_is_begun_for_the_first_time_costs_no_write() -> None:
    class Unwritable(UpdateStore):
        def begin(self, number: int) -> None:
            raise AssertionError(number)

    queue = incoming(Unwritable(None))
    await queue.put(read(a_message(1)))
    await begun(queue, 1)
    await queue.settled()


async def test_where_a_try_cannot_be_written_the_update_is_done_all_the_same() -> None:
    class Locked(UpdateStore):
        def begin(self, number: int) -> None:
            raise BusyError(f"busy: {number}")

    store = Locked(None)
    store.keep({1: json.dumps(a_message(1))}, (), NOW)
    queue = incoming(store)
    await queue.resume(None)
    await begun(queue, 1)
    assert await taken(queue) == [1]


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
        self.updates, self.code = updates, 200

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
        return self.code, json.dumps({"ok": self.code == 200, "result": list(self.updates)}).encode()


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


async def test_a_token_that_is_not_known_is_counted_until_it_is_taken_again() -> None:
    line, counted = Line(), list[int]()
    way = UpdateRequest(line, lambda: asyncio.sleep(0), list[int]().append)
    for line.code in (401, 404, 200, 401):
        try:
            await way.post("https://telegram/getUpdates")
        except TokenRefusedError as error:  # no InvalidToken, after which nobody would be asked any more
            counted.append(error.in_turn)
    assert counted == [1, 2, 1]
