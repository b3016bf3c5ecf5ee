"""How exactly a deadline is written, by the grain of the times that it names."""

import pytest

from knowledge.deadlines.grains import is_written_by
from knowledge.deadlines.quoting import quotes

WRITTEN = [
    ("Trước ngày 31/12/2026 Trong Quý IV năm 2026", "ngay quy"),
    ("Quý II/2027", "quy"),
    ("Quý II-III/2027", "quy"),
    ("Trong năm 2027", "nam"),
    ("Tháng 5", "thang"),
    ("12/2027", "thang"),
    ("15/9/2027", "ngay"),
    ("Từ 01/3 đến 30/4/2027", "ngay"),
    ("Hằng tháng", ""),
    ("Theo Kế hoạch số 45/KH-UBND ngày 22/01/2027", ""),  # the day of another document
    ("", ""),
]


@pytest.mark.parametrize(("printed", "grains"), WRITTEN, ids=[printed for printed, _ in WRITTEN])
def test_a_deadline_is_written_by_the_grain_of_its_times(printed: str, grains: str) -> None:
    assert [name for name in ("ngay", "thang", "quy", "nam") if is_written_by(printed, (name,))] == grains.split()


@pytest.mark.parametrize(
    ("printed", "fits"),
    [
        ("Năm 2027", True),
        ("Trong năm 2027", True),
        ("Năm 2026", False),
        ("Trong quý III năm 2027", False),
        ("Thường xuyên trong năm", False),
    ],
)
def test_a_year_is_quoted_where_nothing_finer_is_written(printed: str, fits: bool) -> None:
    assert quotes(printed, ("nam", "2027")) is fits


def test_a_range_of_quarters_is_no_quarter_of_it() -> None:
    assert not quotes("Quý II-III/2027", ("quy", "2", "2027"))
    assert quotes("Quý II, III/2027", ("quy", "2", "2027"))
