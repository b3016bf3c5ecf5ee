"""Stretches of time as people name them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.deadlines.periods import find_periods, month, quarter
from knowledge.language.text import tokens

TODAY = date(2027, 3, 11)  # a Thursday


def span(text: str, year: int = 2027) -> list[tuple[str, str]]:
    found = find_periods(tokens(text), today=TODAY, year=year)
    return [(period.first.isoformat(), period.last.isoformat()) for period in found]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("tháng 5/2026 có việc gì", "2026-05-01", "2026-05-31", id="month with year"),
        pytest.param("trong thang 2 nam 2028", "2028-02-01", "2028-02-29", id="leap year"),
        pytest.param("tháng sáu", "2027-06-01", "2027-06-30", id="month in words"),
        pytest.param("tháng mười hai", "2027-12-01", "2027-12-31", id="two words"),
        pytest.param("T5/2026", "2026-05-01", "2026-05-31", id="short month"),
        pytest.param("quý 3/2026", "2026-07-01", "2026-09-30", id="quarter in digits"),
        pytest.param("quý IV", "2027-10-01", "2027-12-31", id="quarter in roman"),
        pytest.param("quý I-II/2027", "2027-01-01", "2027-06-30", id="two quarters"),
        pytest.param("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30", id="first half"),
        pytest.param("nửa cuối năm", "2027-07-01", "2027-12-31", id="second half"),
        pytest.param("từ hôm nay thứ năm đến 15/3", "2027-03-11", "2027-03-15", id="today and its weekday"),
        pytest.param("từ hôm nay mùng 11 đến 15/3", "2027-03-11", "2027-03-15", id="today and its day"),
        pytest.param("hạn cuối trong quý IV", "2027-10-01", "2027-12-31", id="a last day within it"),
        pytest.param("han cuoi trong thang 7", "2027-07-01", "2027-07-31", id="a last day without accents"),
        pytest.param("cuối quý IV", "2027-12-01", "2027-12-31", id="the end of it"),
        pytest.param("con viec quy 2 nua ko", "2027-04-01", "2027-06-30", id="one more, and no half"),
        pytest.param("den han ngay 31/01/2027 nua khong", "2027-01-31", "2027-01-31", id="one more behind a day"),
        pytest.param("từ tháng 3 đến tháng 6", "2027-03-01", "2027-06-30", id="months"),
        pytest.param("từ ngày 1/3 đến 15/4/2027", "2027-03-01", "2027-04-15", id="days"),
        pytest.param("ngày 15 tháng 3 năm 2026", "2026-03-15", "2026-03-15", id="a day"),
        pytest.param("trước ngày 30/6", "2027-01-01", "2027-06-30", id="before a day"),
        pytest.param("trước tháng 7", "2027-01-01", "2027-06-30", id="before a month"),
        pytest.param("tới hết tháng 6/2026", "2026-01-01", "2026-06-30", id="until"),
        pytest.param("từ nay đến hết năm", "2027-03-11", "2027-12-31", id="from now on"),
        pytest.param("từ h đến hết năm", "2027-03-11", "2027-12-31", id="from now on, as chats write it"),
        pytest.param("tu h toi het thang 5", "2027-03-11", "2027-05-31", id="and without accents"),
        pytest.param("tuần này", "2027-03-08", "2027-03-14", id="this week"),
        pytest.param("tuần tới", "2027-03-15", "2027-03-21", id="next week"),
        pytest.param("tháng sau", "2027-04-01", "2027-04-30", id="next month"),
        pytest.param("quý trước", "2026-10-01", "2026-12-31", id="last quarter"),
        pytest.param("năm ngoái", "2026-01-01", "2026-12-31", id="last year"),
        pytest.param("hôm nay", "2027-03-11", "2027-03-11", id="today"),
        pytest.param("trong 30 ngày tới", "2027-03-11", "2027-04-10", id="days ahead"),
        pytest.param("hai tháng đầu năm", "2027-01-01", "2027-02-28", id="some months from the start"),
        pytest.param("5 tháng cuối năm 2026", "2026-08-01", "2026-12-31", id="some months to the end"),
        pytest.param("đầu tháng 4", "2027-04-01", "2027-04-10", id="beginning of a month"),
        pytest.param("cuối tháng 2/2028", "2028-02-21", "2028-02-29", id="end of a month"),
        pytest.param("cuối năm", "2027-10-01", "2027-12-31", id="end of the year"),
    ],
)
def test_a_stretch_of_time_has_its_first_and_last_day(text: str, first: str, last: str) -> None:
    assert span(text) == [(first, last)]


@pytest.mark.parametrize("text", ["Nghị định 107/2021/NĐ-CP", "giai đoạn 2021-2025", "báo cáo 6 tháng"])
def test_what_is_no_stretch_of_time_is_left_alone(text: str) -> None:
    assert span(text) == []


def test_the_words_that_named_it_are_told() -> None:
    (period,) = find_periods(tokens("trong tháng 5 có gì"), today=TODAY, year=2027)

    assert (period.start, period.end, period.label) == (1, 3, "tháng 5/2027")


@given(st.integers(2000, 2090), st.integers(1, 4))
def test_a_quarter_is_its_three_months(year: int, number: int) -> None:
    found = quarter(year, number)

    assert found.first == month(year, 3 * number - 2).first
    assert found.last == month(year, 3 * number).last


def test_the_times_of_words_that_are_asked_for_again_are_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "việc gì trong tháng bảy và quý tư ở đâu"
    told = span(asked)
    monkeypatch.setattr("knowledge.deadlines.periods.begun", lambda *_: pytest.fail("worked out again"))

    assert span(asked) == told == [("2027-07-01", "2027-07-31"), ("2027-10-01", "2027-12-31")]
    assert span(asked, 2026) == [("2026-07-01", "2026-07-31"), ("2026-10-01", "2026-12-31")]


@pytest.mark.parametrize("text", ["quý 2 vs quý 3, quý nào nhiều việc hơn", "thang 4 vs thang 5 thang nao nhieu hon"])
def test_times_that_are_set_against_each_other_are_no_stretch(text: str) -> None:
    (_, last), *_ = span(text)
    assert last in {"2027-06-30", "2027-04-30"}
