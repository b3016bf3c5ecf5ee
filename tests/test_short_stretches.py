"""Months in short before an end of the year are written out, and nothing else is."""

import pytest

from knowledge.deadlines.short_stretches import with_stretches


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("6 th đầu năm", "6 tháng đầu năm", id="apart"),
        pytest.param("6th đn", "6 tháng đầu năm", id="together, the end in letters"),
        pytest.param("3t cuối năm", "3 tháng cuối năm", id="one letter"),
        pytest.param("6 tháng cn ai làm", "6 tháng cuối năm ai làm", id="the last months"),
        pytest.param("6 thg dau nam", "6 thang dau nam", id="without accents"),
        pytest.param("6 th dn", "6 thang dau nam", id="letters without accents"),
        pytest.param("báo cáo 6 th", "báo cáo 6 th", id="no end"),
        pytest.param("q2/6 th đầu năm", "q2/6 th đầu năm", id="a part of a code"),
        pytest.param("6 t đầu tuần", "6 t đầu tuần", id="no year"),
        pytest.param("hỗ trợ 6 dn", "hỗ trợ 6 dn", id="firms"),
    ],
)
def test_months_in_short_are_written_out(typed: str, meant: str) -> None:
    assert with_stretches(typed) == meant
