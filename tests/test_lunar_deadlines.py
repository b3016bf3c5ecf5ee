"""Deadlines by the lunar calendar."""

import pytest

from knowledge.deadlines import understand_deadline
from knowledge.model import DeadlineKind


@pytest.mark.parametrize(
    ("text", "due"),
    [
        pytest.param("Ngày 10/3 (âm lịch)", "2026-04-26", id="day and month"),
        pytest.param("Trước ngày 10 tháng 3 âm lịch", "2026-04-26", id="in words"),
        pytest.param("Mùng 5 tháng Giêng năm 2026", "2026-02-21", id="early in the month"),
        pytest.param("Rằm tháng Giêng năm 2026", "2026-03-03", id="full moon"),
        pytest.param("trước rằm tháng 7", "2026-08-27", id="full moon of a numbered month"),
        pytest.param("Tháng Giêng", "2026-03-18", id="a month ends on its last day"),
    ],
)
def test_a_lunar_date_is_its_solar_day(text: str, due: str) -> None:
    understood = understand_deadline(text, year=2026)

    assert ([f"{day}" for day in understood.due], understood.doubt) == ([due], "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tháng Chạp", id="may fall into the next year"),
        pytest.param("23 tháng Chạp", id="day that may fall into the next year"),
        pytest.param("Ngày 15 tháng 6 nhuận âm lịch", id="leap month that the year has not"),
        pytest.param("Ngày 30/2 âm lịch", id="day that the month has not"),
        pytest.param("Mùng 5", id="no month"),
    ],
)
def test_a_lunar_date_that_cannot_be_worked_out_is_doubtful_and_no_date(text: str) -> None:
    understood = understand_deadline(text, year=2026)

    assert (understood.kind, understood.due) == (DeadlineKind.CONDITIONAL, ())
    assert "âm lịch" in understood.doubt


def test_a_lunar_date_of_every_year_repeats_by_no_solar_day() -> None:
    understood = understand_deadline("Trước ngày 10/3 (âm lịch) hằng năm", year=2026)

    assert ([f"{day}" for day in understood.due], understood.recur) == (["2026-04-26"], None)
    assert understood.doubt


@pytest.mark.parametrize("text", ["lợi nhuận quý I/2026", "hệ thống âm thanh, tháng 3/2026", "Chấp hành trong tháng 3"])
def test_words_that_only_sound_lunar_change_nothing(text: str) -> None:
    assert understand_deadline(text, year=2026).doubt == ""


@pytest.mark.parametrize(
    ("wording", "year", "issued"),
    [
        pytest.param("tháng Giêng âm lịch ngày âm trước ngày rằm tháng Giêng âm lịch", 9999, "2021-12", id="a year"),
        pytest.param("năm 9999tháng ngày âm giêng 21 trước lịch rằm", 9999, "2021-12", id="a year that is said"),
        pytest.param("rằm ?ngày âm lịch", None, "²", id="a day of issue that is no number"),
    ],
)
def test_what_no_lunar_calendar_reaches_is_no_date_and_no_error(wording: str, year: int | None, issued: str) -> None:
    assert understand_deadline(wording, year=year, issued=issued).due == ()
