"""Which days a time is that was said: on a Sunday, in a list, before and after, with its year or without."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken_times import name, said

from knowledge.deadlines.periods import Relation


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("mai có việc gì đến hạn", "2026-03-01", "2026-03-02"),  # what is due on the Sunday is done on Monday
        ("3 tuần tới có việc gì", "2026-03-02", "2026-03-22"),
        ("trong 2 tháng tới có việc gì đến hạn", "2026-03-01", "2026-04-30"),
        ("thứ 6 tuần sau nữa có gì đến hạn", "2026-03-13", "2026-03-13"),
        ("thứ sáu tuần trước", "2026-02-20", "2026-02-20"),
        ("nửa cuối tháng 3 có việc gì", "2026-03-16", "2026-03-31"),
        ("đầu quý sau", "2026-04-01", "2026-04-30"),
        ("15/6 dương lịch có gì", "2026-06-15", "2026-06-15"),
        ("t7 nay có việc nào tới hạn", "2026-07-01", "2026-07-31"),
        ("t7 này có việc nào tới hạn", "2026-03-07", "2026-03-07"),
        ("cuối tháng này", "2026-03-21", "2026-03-31"),
        ("nhiệm vụ tháng 4", "2026-04-01", "2026-04-30"),
        ("việc trong quý 4", "2026-10-01", "2026-12-31"),
    ],
    ids=name,
)
def test_a_window_asked_for_on_a_sunday_is_the_one_that_is_meant(text: str, first: str, last: str) -> None:
    assert [(f"{p.first}", f"{p.last}", p.doubt) for p in said(text, date(2026, 3, 1))] == [(first, last, "")]


@pytest.mark.parametrize(
    ("text", "relation", "label"),
    [
        ("quý 1 năm 2024", Relation.IN, "quý I/2024"),
        ("trước tháng 8", Relation.BEFORE, "trước tháng 8/2025"),
        ("sau ngày 15/9", Relation.AFTER, "sau ngày 15/9/2025"),
        ("chậm nhất ngày 20/6", Relation.BY, "từ đầu năm đến hết ngày 20/6/2025"),
        ("từ tháng 6 trở đi", Relation.SINCE, "từ tháng 6/2025 trở đi"),
        ("3 tuần tới", Relation.IN, "từ 14/5/2025 đến 04/6/2025"),
        ("từ tháng 3 đến tháng 5", Relation.IN, "từ tháng 3 đến tháng 5/2025"),
    ],
    ids=name,
)
def test_a_period_tells_how_it_lies_to_the_time_that_was_said(text: str, relation: Relation, label: str) -> None:
    (period,) = said(text)

    assert (period.relation, period.label) == (relation, label)


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("tháng 3 và tháng 8 có gì", ["2025-03-31", "2025-08-31"]),
        ("tháng 3, tháng 8 có gì", ["2025-03-31", "2025-08-31"]),
        ("quý I và quý II có gì", ["2025-06-30"]),
    ],
    ids=name,
)
def test_a_list_of_times_is_several_unless_they_adjoin(text: str, windows: list[str]) -> None:
    assert [f"{period.last}" for period in said(text)] == windows


@pytest.mark.parametrize(
    ("text", "year_said", "dated"),
    [("tháng 5", False, False), ("tháng 5/2024", True, True), ("tuần sau", False, True), ("năm 2024", True, True)],
    ids=name,
)
def test_a_period_tells_whether_its_year_was_said(text: str, year_said: bool, dated: bool) -> None:
    (period,) = said(text)

    assert (period.year_said, period.dated) == (year_said, dated)


_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(_days, _days)
def test_a_range_goes_from_the_first_day_of_one_to_the_last_of_the_other(one: date, other: date) -> None:
    first, last = sorted((one, other))

    (period,) = said(f"từ {first:%d/%m/%Y} đến ngày {last.day} tháng {last.month} năm {last.year}")

    assert (period.first, period.last, period.doubt) == (first, last, "")
