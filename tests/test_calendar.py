from datetime import date, time

import pytest
from builders import at

from scheduler.calendar import WorkingCalendar


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(date(2024, 2, 12), False, id="Tết"),
        pytest.param(date(2024, 4, 18), False, id="Giỗ Tổ"),
        pytest.param(date(2024, 4, 29), False, id="swapped day off"),
        pytest.param(date(2024, 5, 4), True, id="Saturday worked instead"),
        pytest.param(date(2022, 5, 3), False, id="day off for a holiday on a Sunday"),
        pytest.param(date(2024, 6, 15), False, id="Saturday"),
        pytest.param(date(2024, 6, 17), True, id="Monday"),
    ],
)
def test_public_holidays_and_swapped_days_are_known(day: date, works: bool) -> None:
    assert WorkingCalendar().is_working(day) is works


def test_days_that_admins_set_go_first() -> None:
    calendar = WorkingCalendar(off=frozenset({date(2026, 1, 2)}), work=frozenset({date(2026, 1, 10)}))
    assert not calendar.is_working(date(2026, 1, 2))
    assert calendar.is_working(date(2026, 1, 10))
    assert WorkingCalendar().is_working(date(2026, 1, 2))


@pytest.mark.parametrize(
    ("day", "before"),
    [
        pytest.param(date(2024, 2, 12), date(2024, 2, 7), id="in Tết"),
        pytest.param(date(2024, 6, 16), date(2024, 6, 14), id="a Sunday"),
        pytest.param(date(2024, 6, 19), date(2024, 6, 19), id="a working day itself"),
    ],
)
def test_the_working_day_before_a_day_off(day: date, before: date) -> None:
    assert WorkingCalendar().on_or_before(day) == before


def test_working_days_are_counted_over_weekends_and_holidays() -> None:
    calendar = WorkingCalendar()
    assert calendar.add_working_days(date(2024, 4, 26), 2) == date(2024, 5, 3)
    assert calendar.add_working_days(date(2024, 6, 14), 5) == date(2024, 6, 21)
    assert calendar.add_working_days(date(2024, 6, 15), 1) == date(2024, 6, 17)


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        pytest.param("2024-06-17 07:29", False, id="before the quiet hours end"),
        pytest.param("2024-06-17 07:30", True, id="when they end"),
        pytest.param("2024-06-17 17:29", True, id="just before they begin"),
        pytest.param("2024-06-17 17:30", False, id="when they begin"),
        pytest.param("2024-06-16 09:00", False, id="on a Sunday"),
    ],
)
def test_nothing_is_said_in_quiet_hours_or_on_days_off(now: str, is_open: bool) -> None:
    assert WorkingCalendar(quiet_from=time(17, 30), quiet_until=time(7, 30)).is_open(at(now)) is is_open
