import asyncio

import pytest

from bot.watch import watching


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
