"""The lunar calendar: days that are known, and days that no lunar year has."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.deadlines.lunar import solar_day, solar_month


@pytest.mark.parametrize(
    ("day", "month", "year", "leap", "solar"),
    [
        pytest.param(1, 1, 2024, False, date(2024, 2, 10), id="Tết 2024"),
        pytest.param(1, 1, 2026, False, date(2026, 2, 17), id="Tết 2026"),
        pytest.param(10, 3, 2025, False, date(2025, 4, 7), id="the Hùng kings 2025"),
        pytest.param(15, 8, 2024, False, date(2024, 9, 17), id="mid-autumn 2024"),
        pytest.param(15, 6, 2025, True, date(2025, 8, 8), id="leap month of 2025"),
        pytest.param(23, 12, 2024, False, date(2025, 1, 22), id="in the next solar year"),
    ],
)
def test_a_known_lunar_day_is_its_solar_day(day: int, month: int, year: int, leap: bool, solar: date) -> None:
    assert solar_day(day, month, year, leap=leap) == solar


@pytest.mark.parametrize(
    ("day", "month", "year", "leap"),
    [
        pytest.param(30, 2, 2026, False, id="the thirtieth of a short month"),
        pytest.param(15, 6, 2026, True, id="a leap month in a common year"),
        pytest.param(15, 5, 2025, True, id="another month than the leap one"),
        pytest.param(31, 1, 2026, False, id="no month has it"),
        pytest.param(1, 13, 2026, False, id="no such month"),
    ],
)
def test_a_day_that_the_lunar_year_has_not_is_refused(day: int, month: int, year: int, leap: bool) -> None:
    with pytest.raises(ValueError, match=r"lunar|leap"):
        solar_day(day, month, year, leap=leap)


@given(st.integers(1990, 2090), st.integers(1, 11))
def test_lunar_months_follow_each_other(year: int, month: int) -> None:
    first, last = solar_month(month, year)

    assert 28 <= (last - first).days <= 29
    following = last + timedelta(days=1)
    assert following == solar_month(month + 1, year)[0] or following == solar_month(month, year, leap=True)[0]
