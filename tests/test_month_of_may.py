""" "Năm" is five, a year, and the name of a month: it is May where it is written or stands as the name of one."""

import pytest

from knowledge.deadlines import understand_deadline


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Tháng Năm", "2027-05-31"),
        ("Trong tháng Năm", "2027-05-31"),
        ("Tháng Tư, tháng Năm", "2027-04-30 2027-05-31"),
        ("trước ngày 15 tháng Năm", "2027-05-15"),
        ("ngày 12 tháng năm", "2027-05-12"),
        ("Tháng năm/2028", "2028-05-31"),
        ("Tháng Năm năm 2028", "2028-05-31"),
        ("Trước ngày 5 tháng năm; ngày 15 tháng năm", "2027-05-05 2027-05-15"),
        ("Trước ngày 5 tháng Năm hoàn thành", "2027-05-05"),
        ("15 tháng Năm", "2027-05-15"),
    ],
)
def test_may_is_a_month(text: str, due: str) -> None:
    assert " ".join(map(str, understand_deadline(text, year=2027).due)) == due


@pytest.mark.parametrize(
    "text",
    [
        "Hằng tháng, năm",
        "Ngày Tháng Năm",
        "Hằng tháng",
        "trong 3 tháng năm nay",
        "Trong 12 tháng năm tài chính",
        "Trong 06 tháng năm kế hoạch",
        "Sơ kết 6 tháng năm",
        "6 tháng Năm học",
    ],
)
def test_months_and_years_stay_what_they_are(text: str) -> None:
    assert understand_deadline(text, year=2027).due == ()


@pytest.mark.parametrize("text", ["9 tháng năm 2027", "9 tháng Năm 2027", "Kết quả 09 tháng năm 2027"])
def test_months_of_a_year_are_counted(text: str) -> None:
    assert list(map(str, understand_deadline(text, year=2027).due)) == ["2027-09-30"]
