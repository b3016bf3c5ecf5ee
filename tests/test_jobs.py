"""The timer of the reminders, by two clocks of the test."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from scheduler.clock import VIETNAM
from scheduler.jobs import Time, keep_passing

START = datetime(2027, 6, 23, 8, tzinfo=VIETNAM)


class OverError(Exception):
    """The test has seen enough."""


@dataclass
class Machine:
    """A machine whose wall clock is set by `jumps`: (at which second, by how much)."""

    jumps: list[tuple[float, timedelta]] = field(default_factory=list)
    lasts: float = 3600.0
    seconds: float = 0.0
    passes: list[float] = field(default_factory=list)
    in_a_pass: Callable[[], None] = lambda: None

    def wall(self) -> datetime:
        return (
            START
            + timedelta(seconds=self.seconds)
            + sum((by for at, by in self.jumps if at <= self.seconds), timedelta())
        )

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        if self.seconds > self.lasts:
            raise OverError

    async def one_pass(self) -> None:
        self.passes.append(self.seconds)
        self.in_a_pass()

    async def run(self, every_minutes: int = 15) -> list[float]:
        with pytest.raises(OverError):
            await keep_passing(self.one_pass, lambda: every_minutes, Time(self.wall, lambda: self.seconds, self.sleep))
        return self.passes


async def test_a_pass_runs_at_once_and_then_every_so_many_minutes() -> None:
    assert await Machine().run() == [0, 900, 1800, 2700, 3600]


async def test_a_slow_pass_does_not_move_the_ones_after_it() -> None:
    machine = Machine()

    def be_slow() -> None:
        machine.seconds += 100

    machine.in_a_pass = be_slow
    assert await machine.run() == [0, 900, 1800, 2700, 3600]


@pytest.mark.parametrize(
    ("by", "words"),
    [
        pytest.param(timedelta(hours=-2), "set back by 2:00:00", id="set back"),
        pytest.param(timedelta(days=9), "set on by 9 days", id="set on, or the machine slept"),
    ],
)
async def test_a_clock_that_jumps_is_logged_and_silences_no_pass(
    by: timedelta, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    passes = await Machine([(1000.0, by)]).run()
    assert passes == [0, 900, 1000, 1900, 2800]
    assert caplog.text.count(words) == 1


async def test_a_clock_that_is_set_back_and_later_right_again_is_told_both_times(
    caplog: pytest.LogCaptureFixture,
) -> None:
    away = timedelta(hours=2)
    passes = await Machine([(130.0, -away), (400.0, away)], lasts=600).run(every_minutes=1)
    assert max(b - a for a, b in pairwise(passes)) <= 60
    assert (caplog.text.count("set back"), caplog.text.count("set on")) == (1, 1)


async def test_small_corrections_of_the_clock_are_no_jump_and_move_no_pass(caplog: pytest.LogCaptureFixture) -> None:
    assert await Machine([(1000.0, timedelta(seconds=-30))]).run() == [0, 900, 1800, 2700, 3600]
    assert not caplog.records


async def test_a_pass_that_fails_does_not_stop_the_timer(caplog: pytest.LogCaptureFixture) -> None:
    machine = Machine()

    def fail() -> None:
        raise OSError("disk full")

    machine.in_a_pass = fail
    assert len(await machine.run()) == 5
    assert "the next one says what is due" in caplog.text
