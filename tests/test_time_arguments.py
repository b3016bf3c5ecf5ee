"""Times in what is typed after a command."""

from datetime import date

import pytest

from knowledge.deadlines.arguments import argument_day, argument_period

TODAY = date(2027, 3, 11)  # a Thursday


@pytest.mark.parametrize(
    ("text", "first", "last", "rest"),
    [
        pytest.param("quý", "2027-01-01", "2027-03-31", "", id="a bare unit is the one of today"),
        pytest.param("thang Văn phòng Sở", "2027-03-01", "2027-03-31", "Văn phòng Sở", id="without accents"),
        pytest.param("  TUẦN  Phòng Kế hoạch", "2027-03-08", "2027-03-14", "Phòng Kế hoạch", id="capitals"),
        pytest.param("quý sau Văn phòng", "2027-04-01", "2027-06-30", "Văn phòng", id="the next one"),
        pytest.param("tháng 4, Thanh tra Sở", "2027-04-01", "2027-04-30", "Thanh tra Sở", id="a number"),
        pytest.param("Văn phòng 3 tuần tới", "2027-03-11", "2027-04-01", "Văn phòng", id="behind the unit"),
        pytest.param("từ 1/4 đến 15/4", "2027-04-01", "2027-04-15", "", id="a range"),
        pytest.param("năm", "2027-01-01", "2027-12-31", "", id="the year"),
    ],
)
def test_an_argument_names_a_period_and_what_is_beside_it(text: str, first: str, last: str, rest: str) -> None:
    period, beside = argument_period(text, today=TODAY)

    assert period is not None
    assert (f"{period.first}", f"{period.last}", period.doubt, beside) == (first, last, "", rest)


def test_an_argument_without_a_time_is_handed_back() -> None:
    assert argument_period(" Phòng Kế hoạch ", today=TODAY) == (None, "Phòng Kế hoạch")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        pytest.param("tháng 13 Văn phòng", "tháng 13", id="no such month"),
        pytest.param("ngày 31/2", "ngày 31/2", id="no such day"),
        pytest.param("tháng 3 và tháng 8", "tháng 3 và tháng 8", id="two periods"),
    ],
)
def test_what_is_not_understood_is_told_as_it_was_typed(text: str, doubt: str) -> None:
    period, _ = argument_period(text, today=TODAY)

    assert period is not None
    assert period.doubt == doubt


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        pytest.param("30/6/2027 chờ bố trí kinh phí", "2027-06-30", "chờ bố trí kinh phí", id="in digits"),
        pytest.param("đến ngày 30 tháng 6, chờ kinh phí", "2027-06-30", "chờ kinh phí", id="in words"),
        pytest.param("2027-06-30 chờ kinh phí", "2027-06-30", "chờ kinh phí", id="as ISO 8601 has it"),
        pytest.param("15-4-27: mưa bão", "2027-04-15", "mưa bão", id="two-digit year"),
        pytest.param("15.4 mưa bão", "2027-04-15", "mưa bão", id="with a point"),
        pytest.param("chờ bố trí kinh phí", None, "chờ bố trí kinh phí", id="no day"),
        pytest.param("thứ sáu tuần sau vì thiếu người", "2027-03-19", "vì thiếu người", id="a weekday"),
        pytest.param("2 tuần nữa", "2027-03-25", "", id="a length"),
        pytest.param(
            "cuối tháng 4 chờ hội nghị tháng 5", "2027-04-30", "chờ hội nghị tháng 5", id="a reason with a time"
        ),
        pytest.param("15/1 chờ kinh phí", "2028-01-15", "chờ kinh phí", id="a day that is over is next year's"),
        pytest.param("hết quý sau", "2027-06-30", "", id="the end of a quarter"),
    ],
)
def test_an_extension_may_name_its_day_in_any_way(text: str, day: str | None, reason: str) -> None:
    period, rest = argument_day(text, today=TODAY)

    assert (period and f"{period.last}", rest) == (day, reason)


def test_a_lunar_day_that_is_over_is_that_of_the_next_lunar_year() -> None:
    day, _ = argument_day("mùng 1 Tết", today=date(2026, 12, 10))
    assert day
    assert day.last == date(2027, 2, 6)
