"""A deadline compared as it is worded."""

import pytest

from knowledge.deadlines.quoting import quotes, wording_of


@pytest.mark.parametrize(
    ("printed", "said", "same"),
    [
        pytest.param("Quý II/2027", "quý 2", True, id="numbers in either way"),
        pytest.param("Quý II, Quý IV/2027", "quý II/2027", True, id="one of two"),
        pytest.param("Trước ngày 05/7/2027", "trước ngày 5/7/2027", True, id="with a nought"),
        pytest.param("Tháng 6", "tháng 6/2027", True, id="the year left out"),
        pytest.param("Tháng 6/2026", "tháng 6/2027", False, id="another year"),
        pytest.param("Trước ngày 30/6/2027", "quý II/2027", False, id="a day in it"),
        pytest.param("15/6/2027", "ngày 15/6/2027", True, id="a day without its noun"),
        pytest.param("Ngày 15/6", "15/6/2027", True, id="a day with it"),
        pytest.param("Trước ngày 25/6/2027", "ngày 5/6/2027", False, id="another day that ends so"),
        pytest.param("Tháng 12/2027", "tháng 1/2027", False, id="another month that begins so"),
        pytest.param("", "quý II", False, id="blank"),
    ],
)
def test_a_printed_deadline_has_a_wording_or_not(printed: str, said: str, same: bool) -> None:
    assert quotes(printed, wording_of(said)) is same
