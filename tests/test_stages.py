from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar import WorkingCalendar
from scheduler.stages import stages_reached

USUAL = (30, 14, 7, 3, 1, 0)
CALENDAR = WorkingCalendar()


def names(due: date, today: date, before: tuple[int, ...] = USUAL) -> list[str]:
    return [stage.name for stage in stages_reached(due, today, before, 7, CALENDAR)]


@pytest.mark.parametrize(
    ("today", "reached"),
    [
        pytest.param(date(2027, 5, 28), [], id="33 days ahead"),
        pytest.param(date(2027, 5, 31), ["30"], id="on the day"),
        pytest.param(date(2027, 6, 22), ["30", "14"], id="between two stages"),
        pytest.param(date(2027, 6, 30), ["30", "14", "7", "3", "1", "0"], id="the day itself"),
        pytest.param(date(2027, 7, 2), ["30", "14", "7", "3", "1", "0"], id="two days after"),
        pytest.param(date(2027, 7, 5), ["30", "14", "7", "3", "1", "0", "+1"], id="the Monday after"),
        pytest.param(date(2027, 7, 12), ["30", "14", "7", "3", "1", "0", "+1", "+2"], id="a week later"),
    ],
)
def test_a_stage_is_a_state_that_has_been_reached(today: date, reached: list[str]) -> None:
    assert names(date(2027, 6, 30), today) == reached


def test_a_stage_on_a_day_off_is_reached_on_the_working_day_before() -> None:
    sunday = date(2027, 6, 20)
    assert stages_reached(sunday, date(2027, 6, 18), (1, 0), 7, CALENDAR)[-1].day == date(2027, 6, 18)
    assert names(sunday, date(2027, 6, 18), (1, 0)) == ["1", "0"]


@pytest.mark.parametrize("due", [date(2027, 6, 28), date(2027, 6, 30), date(2027, 7, 3), date(2027, 7, 4)])
def test_what_is_overdue_is_said_of_all_dates_on_the_same_day_of_the_week(due: date) -> None:
    [stage] = stages_reached(due, date(2027, 7, 8), (), 7, CALENDAR)
    assert stage.day == date(2027, 7, 5)


def test_what_is_overdue_is_said_on_the_next_working_day() -> None:
    friday = date(2027, 6, 18)
    assert names(friday, date(2027, 6, 20), (0,)) == ["0"]
    assert stages_reached(friday, date(2027, 6, 21), (0,), 7, CALENDAR)[-1].day == date(2027, 6, 21)


@given(
    due=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    days=st.integers(-40, 400),
    before=st.sets(st.integers(0, 60), max_size=6),
)
def test_stages_come_in_order_on_working_days_and_none_is_taken_back(due: date, days: int, before: set[int]) -> None:
    today = date.fromordinal(due.toordinal() + days)
    reached = stages_reached(due, today, before, 7, CALENDAR)
    earlier = stages_reached(due, date.fromordinal(today.toordinal() - 1), before, 7, CALENDAR)
    assert reached[: len(earlier)] == earlier
    assert [stage.rank for stage in reached] == sorted({stage.rank for stage in reached})
    assert all(CALENDAR.is_working(stage.day) and stage.day <= today for stage in reached)
