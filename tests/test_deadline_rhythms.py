"""What repeats has its rhythm, in a form that a calendar can count."""

import pytest
from test_deadlines import YEAR

from knowledge.deadlines import understand_deadline

RHYTHMS = [
    ("Hằng năm", "yearly"),
    ("Định kỳ 6 tháng", "half-yearly"),
    ("Hằng quý", "quarterly"),
    ("Trước ngày 20 hằng tháng", "monthly 20"),
    ("Ngày làm việc cuối cùng của tháng", "monthly last"),
    ("Ngày 25 tháng cuối quý", "quarterly 3-25"),
    ("Thứ Sáu hằng tuần", "weekly fri"),
    ("Chủ nhật hằng tuần", "weekly sun"),
    ("Thứ Sáu tuần cuối hằng tháng", "monthly fri-5"),
    ("Thứ sáu cuối cùng của tháng", "monthly fri-5"),
    ("Thứ Hai đầu tiên hằng tháng", "monthly mon-1"),
    ("Thứ Ba tuần thứ hai hằng tháng", "monthly tue-2"),
    ("Thứ Năm hằng tháng", "monthly"),  # which of them is not said
    ("Hằng ngày", "daily"),
    ("Định kỳ 05 năm", "every 5 years"),
    ("Nửa năm một lần", "half-yearly"),
    ("Thường niên", "yearly"),
    ("Mỗi 3 tháng", "quarterly"),
    ("Quý/lần", "quarterly"),
    ("Trước ngày 20 tháng 6, 12 hằng năm", "yearly 06-20, yearly 12-20"),
    ("trước ngày 01/6 và 15/11 hằng năm", "yearly 06-01, yearly 11-15"),
    ("Quý I/2027", None),
]


@pytest.mark.parametrize(("text", "recur"), RHYTHMS, ids=[text for text, _ in RHYTHMS])
def test_the_rhythm_is_named(text: str, recur: str | None) -> None:
    assert understand_deadline(text, year=YEAR).recur == recur
