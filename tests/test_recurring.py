"""Duties that come round without a day of their own: told in a list by days, reminded and late never."""

from collections.abc import Sequence
from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task
from generated import of_years
from test_one_truth_everywhere import asked

from knowledge.deadlines.meaning import understand_deadline
from knowledge.library.snapshot import make_snapshot
from knowledge.model import State, Task, TaskKind
from knowledge.reply import Citation, line_text
from knowledge.tasks.recurring import recurring_within
from knowledge.tasks.register import Register

WORDINGS = ("Hằng tháng", "Hằng quý", "06 tháng/lần", "Hằng năm", "Hằng tuần", "Thường xuyên", "Ngày 05 hằng tháng")
TASKS = [
    a_task(stt=str(n), task=f"Việc {n}", deadline=understand_deadline(text, year=2027))
    for n, text in enumerate(WORDINGS, 1)
]
TASKS += [a_task(stt="8", task="Việc 8", deadline=a_deadline(date(2027, 4, 20)))]
REGISTER = Register((a_loaded_plan(TASKS, heading=of_years(2027)),), {}, date(2027, 3, 1))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2027, 4, 1), date(2027, 4, 30), "1 5"),
        (date(2027, 6, 1), date(2027, 6, 30), "1 2 3 5"),
        (date(2027, 12, 1), date(2027, 12, 31), "1 2 3 4 5"),
        (date(2027, 4, 5), date(2027, 4, 8), ""),
        (date(2028, 1, 1), date(2028, 12, 31), ""),
    ],
    ids=["a month", "the end of a half-year", "the end of the year", "days inside a week", "after the plan's year"],
)
def test_a_duty_without_a_day_comes_round_where_a_period_of_it_ends(first: date, last: date, expected: str) -> None:
    assert [str(row + 1) for row in recurring_within(REGISTER, first, last)] == expected.split()


def test_a_list_of_a_month_tells_what_comes_round_in_it_behind_what_has_a_day() -> None:
    said = asked(REGISTER, "tháng 4 có việc gì đến hạn?")
    assert [line_text(line) for line in said.head] == [
        "Có 2 nhiệm vụ đến hạn trong tháng 4/2027:",
        "Chưa kể 2 nhiệm vụ định kỳ không ghi ngày cụ thể.",
    ]
    assert _tasks(said.counted) == ["Việc 7", "Việc 8"]
    assert _tasks(said.cited) == ["Việc 7", "Việc 8", "Việc 1", "Việc 5"]
    assert [line_text(line) for line in said.entries[2].heading] == ["Định kỳ, không ghi ngày cụ thể"]


def _tasks(cited: Sequence[Citation]) -> list[str]:
    return [citation.item.task for citation in cited if isinstance(citation.item, Task)]


def test_nobody_is_late_by_a_duty_without_a_day() -> None:
    assert [str(row + 1) for row in REGISTER.in_state(State.OVERDUE)] == ["7"]


ROUND = (
    "Trước ngày 25 hằng tháng",
    "Ngày 15 tháng cuối quý",
    "Thường xuyên; sơ kết trong tháng 6/2027",
    "Báo cáo quý, 6 tháng, 9 tháng, năm",
    "Hằng năm",
    "Quý IV/2027",
    "Định kỳ quý I, 6 tháng, quý III, hằng năm",
    "Quý IV hằng năm",
)
IN_TEXT = a_task(stt="9", task="Theo dõi, định kỳ hằng quý báo cáo Giám đốc Sở", kind=TaskKind.PROSE,
                 deadline=understand_deadline("", year=2027))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc gì hằng tháng", ["1"]),
        ("việc nào hằng quý", ["2", "4", "7", "9"]),
        ("viec nao hang quy", ["2", "4", "7", "9"]),
        ("mỗi năm có việc gì", ["4", "5", "7", "8"]),
    ],
)
def test_a_list_of_what_comes_round_has_the_rows_of_that_rhythm_alone(text: str, rows: list[str]) -> None:
    """A month or quarter that is named is no rhythm, and running text tells one as well."""
    rounds = [
        a_task(stt=str(n), task=f"Việc {n}", deadline=understand_deadline(said, year=2027))
        for n, said in enumerate(ROUND, 1)
    ]
    assert stts(ask(make_snapshot([a_loaded_plan([*rounds, IN_TEXT], heading=of_years(2027))]), text)) == rows
