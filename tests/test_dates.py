"""Days as offices write them."""

from datetime import date

import pytest

from knowledge.language.dates import day_and_month, printed


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2027, 1, 5), "05/01/2027"),
        (date(2027, 2, 28), "28/02/2027"),
        (date(2027, 3, 9), "09/3/2027"),
        (date(2027, 12, 31), "31/12/2027"),
    ],
)
def test_dates_are_printed_as_the_decree_has_them(day: date, text: str) -> None:
    assert printed(day) == text


def test_a_date_beside_its_year_goes_without_it() -> None:
    assert day_and_month(date(2027, 5, 3)) == "03/5"
