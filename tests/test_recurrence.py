from datetime import date

import pytest

from knowledge.deadlines.recurrence import occurrences, rules_of

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("recur", "days"),
    [
        pytest.param("yearly 11-15", ["11-15"], id="a day of the year"),
        pytest.param("yearly", ["12-31"], id="a year has its last day"),
        pytest.param("half-yearly", ["06-30", "12-31"], id="half-years"),
        pytest.param("quarterly 3-15", ["03-15", "06-15", "09-15", "12-15"], id="the 15th of the quarter's last month"),
        pytest.param("quarterly 1-10", ["01-10", "04-10", "07-10", "10-10"], id="the 10th of its first month"),
        pytest.param("half-yearly, yearly 11-15", ["06-30", "12-31", "11-15"], id="two rules"),
        pytest.param("daily", [], id="daily has no date of its own"),
        pytest.param("every 5 years", [], id="a rhythm of years has no date"),
    ],
)
def test_the_days_of_a_rhythm(recur: str, days: list[str]) -> None:
    found = [day for rule in rules_of(recur) for day in occurrences(rule, FIRST, LAST)]
    assert [f"{day:%m-%d}" for day in found] == days


def test_the_last_day_of_each_month() -> None:
    (rule,) = rules_of("monthly last")
    assert [day.day for day in occurrences(rule, FIRST, LAST)] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


@pytest.mark.parametrize(
    ("recur", "days"),
    [
        pytest.param("monthly fri-5", ["01-26", "02-23", "03-29", "04-26"], id="the last Friday, the fourth or fifth"),
        pytest.param("monthly mon-1", ["01-01", "02-05", "03-04", "04-01"], id="the first Monday"),
        pytest.param("monthly thu-2", ["01-11", "02-08", "03-14", "04-11"], id="the second Thursday"),
    ],
)
def test_a_weekday_of_each_month(recur: str, days: list[str]) -> None:
    (rule,) = rules_of(recur)
    assert [f"{day:%m-%d}" for day in occurrences(rule, FIRST, date(2024, 4, 30))] == days


def test_weeks_without_a_day_have_friday() -> None:
    (rule,) = rules_of("weekly")
    assert occurrences(rule, date(2024, 6, 1), date(2024, 6, 15)) == (date(2024, 6, 7), date(2024, 6, 14))


def test_a_rhythm_without_words_has_no_rules() -> None:
    assert rules_of(None) == rules_of("") == rules_of("hourly") == ()
