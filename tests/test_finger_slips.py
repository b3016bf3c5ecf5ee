"""How far a typed word is from the one that was meant."""

import pytest

from knowledge.language.finger_slips import is_cheap, slip_cost


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        pytest.param(("quyy", "quy"), ("qyu", "quy"), id="doubled before swapped"),
        pytest.param(("quyy", "quy"), ("quya", "quy"), id="doubled before too many"),
        pytest.param(("nhữgn", "những"), ("nhữmg", "những"), id="swapped before a neighbouring key"),
        pytest.param(("nhữmg", "những"), ("nhữg", "những"), id="a neighbouring key before left out"),
        pytest.param(("phòbg", "phòng"), ("phòcg", "phòng"), id="a neighbouring key before another"),
        pytest.param(("việx", "việc"), ("viẹx", "việc"), id="the accents that were typed"),
        pytest.param(("giấp", "giấy"), ("piấy", "giấy"), id="the first letter is right"),
    ],
)
def test_a_likelier_slip_costs_less(likelier: tuple[str, str], other: tuple[str, str]) -> None:
    less, more = slip_cost(*likelier), slip_cost(*other)
    assert less is not None
    assert more is not None
    assert less < more


@pytest.mark.parametrize(("typed", "word"), [("phòng", "phòng"), ("phong", "phòng"), ("hpònk", "phòng")])
def test_other_than_one_slip_costs_nothing_that_can_be_told(typed: str, word: str) -> None:
    assert slip_cost(typed, word) is None


def test_a_slip_is_cheap_where_all_letters_are_left() -> None:
    assert is_cheap(slip_cost("ciá", "cái") or 1)
    assert not is_cheap(slip_cost("cá", "cái") or 1)
