"""Every message that shows a row shows it as it stands: also after a kill, a line that was down, a command."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from chat import AN, GROUP
from fake_telegram import Fault
from reminded_unit import Unit, a_unit
from telegram_markup import Refusal

from handlers import freshen
from knowledge.errors import BusyError
from knowledge.model import State
from knowledge.tasks.progress import ProgressStore, Report

DONE = "✓ hoàn thành đúng hạn"


@contextlib.asynccontextmanager
async def a_running_bot(unit: Unit) -> AsyncIterator[None]:
    """What runs beside the bot keeps the messages fresh in the body."""
    running = asyncio.ensure_future(freshen.keep_fresh(unit.app.bot_data))
    try:
        yield
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


def progress_of(unit: Unit) -> ProgressStore:
    assert unit.stores
    return unit.stores.progress


def report(unit: Unit, state: State = State.DONE_ON_TIME) -> str:
    """A report that is committed, of a bot that is killed before it has shown it, or of the command line."""
    ref = unit.plans[0].task_refs[0]
    progress_of(unit).report(ref, Report(state), who="Bình", now=unit.now)
    return ref


def owed(unit: Unit) -> list[str]:
    return list(progress_of(unit).stale(unit.now - freshen.LOOK_BACK))


async def until_nothing_is_owed(unit: Unit) -> None:
    async with asyncio.timeout(20_000):
        while owed(unit):  # noqa: ASYNC110 - a store is asked, which tells nobody
            await asyncio.sleep(1)
        await unit.app.bot_data.settled()


async def test_after_a_kill_between_the_answer_and_the_other_messages_the_next_bot_brings_them_up_to_date() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, "1", unit.digest)
        ref = report(unit)
        assert DONE not in unit.digest["text"]
        assert owed(unit) == [ref]
        async with a_running_bot(unit):
            await until_nothing_is_owed(unit)
        assert DONE in unit.digest["text"]
        assert "Đã xong" not in str(unit.telegram.sent(GROUP)[-1]["reply_markup"])


async def test_a_message_of_last_month_from_which_a_row_is_still_reported_shows_it_as_it_stands() -> None:
    async with a_unit() as unit:
        await unit.remind()
        unit.now += timedelta(days=40)
        assert await unit.press(AN, "1. Đã xong") == "Đã ghi nhận: hoàn thành quá hạn."
        assert "✓ hoàn thành quá hạn" in unit.digest["text"]


async def test_what_the_command_line_says_of_a_row_is_shown_while_the_bot_runs() -> None:
    async with a_unit() as unit:
        await unit.remind()
        async with a_running_bot(unit):
            await asyncio.sleep(freshen.EVERY)
            ref = report(unit)
            await until_nothing_is_owed(unit)
            assert DONE in unit.digest["text"]
            progress_of(unit).undo(ref, who="Bình", now=unit.now)
            await until_nothing_is_owed(unit)
        assert DONE not in unit.digest["text"]


async def test_a_report_whose_messages_were_all_changed_leaves_nothing_to_do() -> None:
    async with a_unit() as unit:
        await unit.remind()
        assert await unit.press(AN, "1. Đã xong") == "Đã ghi nhận: hoàn thành đúng hạn."
        assert owed(unit) == []


async def test_a_message_that_could_not_be_changed_is_changed_when_the_line_works_again() -> None:
    async with a_unit() as unit:
        await unit.remind()
        banned = Refusal(429, "Too Many Requests: retry after 900", retry_after=900)
        unit.telegram.faults.append(Fault("editMessageText", banned, GROUP))
        report(unit)
        async with a_running_bot(unit):
            await asyncio.sleep(freshen.EVERY)
            assert owed(unit)
            await until_nothing_is_owed(unit)
        assert DONE in unit.digest["text"]


async def test_what_is_said_while_the_messages_change_is_not_taken_for_shown() -> None:
    async with a_unit() as unit:
        await unit.remind()
        report(unit, State.IN_PROGRESS)
        held = unit.telegram.holds["editMessageText"] = (asyncio.Event(), asyncio.Event())
        async with a_running_bot(unit):
            await held[0].wait()
            ref = report(unit)
            held[1].set()
            await unit.app.bot_data.settled()
            assert owed(unit) == [ref]
            await until_nothing_is_owed(unit)
        assert DONE in unit.digest["text"]


async def test_where_it_cannot_be_written_that_all_is_shown_it_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with a_unit() as unit:
        await unit.remind()
        real, locked = ProgressStore.refreshed, [BusyError("busy")]

        def at_first_locked(store: ProgressStore, ref: str, times: int) -> None:
            if locked:
                raise locked.pop()
            real(store, ref, times)

        monkeypatch.setattr(ProgressStore, "refreshed", at_first_locked)
        report(unit)
        async with a_running_bot(unit):
            await until_nothing_is_owed(unit)
        assert not locked
        assert len([name for name, _ in unit.telegram.calls if name == "editMessageText"]) == 1
