"""Days without a year in a plan that was issued on a day and is for some years."""

from datetime import date

import pytest

from knowledge.model import Heading
from knowledge.plan.dating import deadline_in, in_week

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


@pytest.mark.parametrize(
    ("time", "stretch", "said"),
    [
        ("Cả tuần", "Tuần 1 (01/3 - 05/3)", "Cả tuần, Tuần 1 (01/3 - 05/3)"),
        ("trong tuần", "01/3 - 05/3", "trong tuần, 01/3 - 05/3"),
        ("Chiều thứ Năm", "Tuần 1 (01/3 - 05/3)", "Chiều thứ Năm, ngày 04/3/2027"),
        ("8h00, thứ 2", "Tuần 2 tháng 3", "8h00, thứ 2, ngày 08/3/2027"),
        ("Chủ nhật", "Tuần 1 (01/3 - 07/3)", "Chủ nhật, ngày 07/3/2027"),
        ("Thứ Hai hằng tuần", "Tuần 1 (01/3 - 05/3)", "Thứ Hai hằng tuần"),
        ("Cả tuần", "tháng 3", "Cả tuần"),
        ("Thứ Ba", "Quý I", "Thứ Ba"),
        ("Thứ Ba", "", "Thứ Ba"),
        ("03/3/2027", "Tuần 1 (01/3 - 05/3)", "03/3/2027"),
        ("", "Tuần 1 (01/3 - 05/3)", ""),
    ],
)
def test_a_part_of_the_week_above_is_a_time_of_it(time: str, stretch: str, said: str) -> None:
    assert in_week(time, stretch, Heading(issued="2027-02-26", years=(2027,))) == said
