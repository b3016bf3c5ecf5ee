import asyncio

import pytest
from virtual_time import in_virtual_time

from bot.library_watch import reading_meaning, watching
from knowledge.errors import PlanbotError


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


def test_after_failures_the_bot_waits_longer_until_a_reload_succeeds(caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> list[float]:
        loop, seen = asyncio.get_running_loop(), []
        enough = asyncio.Event()

        def refresh() -> bool:
            seen.append(loop.time())
            if len(seen) == 5:
                loop.call_soon_threadsafe(enough.set)
            if len(seen) < 4:
                raise OSError("disk")
            return False

        task = asyncio.ensure_future(watching(refresh, every=5)(None))
        await enough.wait()
        task.cancel()
        return seen

    assert in_virtual_time(main) == [5, 15, 35, 75, 80]


def test_what_stands_in_the_way_of_meaning_is_told_once_and_tried_more_and_more_rarely(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def main() -> list[float]:
        loop, seen = asyncio.get_running_loop(), []
        enough = asyncio.Event()

        def read() -> int:
            seen.append(loop.time())
            if len(seen) == 6:
                loop.call_soon_threadsafe(enough.set)
            if len(seen) < 4:
                raise PlanbotError("data/meaning: no space left")
            return 0

        task = asyncio.ensure_future(reading_meaning(read, every=5)(None))
        await enough.wait()
        task.cancel()
        return seen

    assert in_virtual_time(main) == [0, 10, 30, 70, 75, 80]
    assert caplog.text.count("no space left") == 1
