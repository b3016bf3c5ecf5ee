"""The backup of the day, made while the bot runs."""

import asyncio
import contextlib
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.upkeep import backing_up, forgetting
from knowledge.library.library import Library
from scheduler.clock import VIETNAM
from scheduler.counters import Counted, CounterStore, Marked

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=VIETNAM)


async def run_for_a_while(folder: Path) -> None:
    task = asyncio.create_task(backing_up(folder, lambda: NOW, CounterStore(None), every=0.01)(None))
    for _ in range(200):
        await asyncio.sleep(0.01)
        if (folder / "backups").is_dir() and list((folder / "backups").glob("*.zip")):
            break
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def test_a_running_bot_keeps_one_backup_a_day(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "data")
    await run_for_a_while(tmp_path / "data")
    library.close()
    assert [path.name for path in (tmp_path / "data" / "backups").iterdir()] == ["20261120.zip"]


async def test_a_backup_that_fails_is_told_and_the_bot_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    counters = CounterStore(None)
    task = asyncio.create_task(backing_up(tmp_path / "none", lambda: NOW, counters, every=60)(None))
    for _ in range(500):
        await asyncio.sleep(0.01)
        if "no backup today" in caplog.text:
            break
    assert "no backup today" in caplog.text
    assert not task.done()
    assert not counters.marks()[Marked.BACKUP].well
    task.cancel()
    counters.close()


async def test_who_asked_how_often_is_forgotten_after_a_year_and_what_was_sent_stays() -> None:
    counters, old, day = CounterStore(None), date(2025, 11, 19), date(2025, 11, 20)
    for when in (old, day):
        counters.count(Counted.PERSON, "5", when)
    counters.count(Counted.SEND, "sent", old)
    task = asyncio.create_task(forgetting(lambda: NOW, counters, every=60)(None))
    for _ in range(500):
        await asyncio.sleep(0.01)
        if len(counters.tallies()) < 3:
            break
    task.cancel()
    assert {(tally.day, tally.name) for tally in counters.tallies()} == {(old, "send"), (day, "person")}
    counters.close()
