"""Days without a year in a plan that was issued on a day and is for some years."""

from datetime import date

import pytest

from knowledge.model import Heading
from knowledge.plan.dating import deadline_in

PERIOD = Heading(issued="2025-11-20", years=(2025, 2026, 2027))
ONE = Heading(issued="2026-07-25", years=(2026,))


@pytest.mark.parametrize(
    ("text", "heading", "due"),
    [
        ("trước ngày 15 tháng 12", PERIOD, [date(2025, 12, 15)]),
        ("trước ngày 20/01", PERIOD, [date(2026, 1, 20)]),
        ("trước ngày 15 tháng 11 hằng năm", PERIOD, [date(2026, 11, 15)]),
        ("Trước ngày 15/3 hằng năm", ONE, [date(2027, 3, 15)]),
        ("Trước ngày 15/3", ONE, [date(2026, 3, 15)]),
        ("Trước ngày 15/3/2025", PERIOD, [date(2025, 3, 15)]),
        ("Trước ngày 15/3", Heading(issued="2026", years=(2026,)), [date(2026, 3, 15)]),
    ],
    ids=[
        "still to come",
        "over at the issue",
        "yearly",
        "yearly, one year",
        "the plan's own year",
        "printed",
        "no day",
    ],
)
def test_a_day_that_was_over_when_the_plan_was_issued_is_next_years(
    text: str, heading: Heading, due: list[date]
) -> None:
    assert list(deadline_in(text, heading).due) == due
