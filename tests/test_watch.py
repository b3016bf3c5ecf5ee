import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from virtual_time import in_virtual_time

from bot.library_watch import reading_meaning, watching
from knowledge.errors import PlanbotError

Watch = Callable[[Any], Coroutine[Any, Any, None]]


def looks(watch: Callable[[Callable[[], bool]], Watch], error: Exception, count: int) -> list[float]:
    """When something is looked at that fails the first three times."""

    async def main() -> list[float]:
        loop, seen = asyncio.get_running_loop(), list[float]()
        enough = asyncio.Event()

        def look() -> bool:
            seen.append(loop.time())
            if len(seen) == count:
                loop.call_soon_threadsafe(enough.set)
            if len(seen) < 4:
                raise error
            return False

        task = asyncio.ensure_future(watch(look)(None))
        await enough.wait()
        task.cancel()
        return seen

    return in_virtual_time(main)


async def test_the_library_is_looked_at_again_after_an_error(caplog: pytest.LogCaptureFixture) -> None:
    seen: list[str] = []
    enough = asyncio.Event()
    loop = asyncio.get_running_loop()

    def refresh() -> bool:
        seen.append("looked")
        if len(seen) == 1:
            raise OSError("disk")
        loop.call_soon_threadsafe(enough.set)
        return True

    task = asyncio.ensure_future(watching(refresh, every=0.001)(None))
    await asyncio.wait_for(enough.wait(), 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert "the old ones stay" in caplog.text


def test_after_failures_the_bot_waits_longer_until_a_reload_succeeds() -> None:
    assert looks(lambda refresh: watching(refresh, every=5), OSError("disk"), 5) == [5, 15, 35, 75, 80]


def test_what_stands_in_the_way_of_meaning_is_told_once_and_tried_more_and_more_rarely(
    caplog: pytest.LogCaptureFixture,
) -> None:
    error = PlanbotError("data/meaning: no space left")
    assert looks(lambda read: reading_meaning(read, every=5), error, 6) == [0, 10, 30, 70, 75, 80]
    assert caplog.text.count("no space left") == 1
