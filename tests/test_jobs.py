import asyncio

import pytest

from scheduler.jobs import start


async def test_the_first_pass_runs_before_the_timer() -> None:
    passes: list[str] = []

    async def one_pass() -> None:
        passes.append("pass")

    timer = await start(one_pass, 15)
    assert passes == ["pass"]
    (job,) = timer.get_jobs()
    assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
    timer.shutdown()


async def test_a_pass_that_fails_does_not_stop_the_timer(caplog: pytest.LogCaptureFixture) -> None:
    async def one_pass() -> None:
        raise OSError("disk full")

    timer = await start(one_pass, 15)
    assert "the next one says what is due" in caplog.text
    timer.shutdown()
    await asyncio.sleep(0)
