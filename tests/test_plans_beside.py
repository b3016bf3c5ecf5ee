"""Whole plans beside each other: how many more one of two has, which of several has most, which are alike."""

import pytest

from knowledge.model import Heading
from knowledge.reply import line_text
from knowledge.wording.plans_beside import Figures, beside


def plan(name: str, rows: int, prose: int = 0) -> Figures:
    return Figures(Heading(issuer=f"UBND xã {name}"), rows, prose, chairs=1, dated=0, first=None, last=None, targets=0)


@pytest.mark.parametrize(
    ("counts", "head"),
    [
        pytest.param({"An": 12, "Bình": 9}, "An có nhiều hơn 3 nhiệm vụ (12 và 9).", id="two"),
        pytest.param({"An": 5, "Bình": 5}, "Số nhiệm vụ bằng nhau (5 và 5).", id="two alike"),
        pytest.param({"An": 4, "Bình": 12, "Chi": 9}, "Bình có nhiều nhiệm vụ nhất (12, 9 và 4).", id="three"),
        pytest.param(
            {"An": 9, "Bình": 4, "Chi": 9},
            "nhiều nhiệm vụ nhất, bằng nhau (9, 9 và 4).",
            id="two of three alike",
        ),
        pytest.param({"An": 4, "Bình": 4, "Chi": 4}, "Số nhiệm vụ bằng nhau (4, 4 và 4).", id="three alike"),
    ],
)
def test_the_first_line_says_which_plan_has_most_tasks(counts: dict[str, int], head: str) -> None:
    first, *others = beside([plan(name, rows) for name, rows in counts.items()])

    assert line_text(first).endswith(head)
    assert len(others) == len(counts)


def test_all_plans_that_have_the_most_are_named() -> None:
    first, *_ = beside([plan("An", 9), plan("Bình", 4), plan("Chi", 0, prose=9)])

    assert "xã An" in line_text(first)
    assert "xã Chi" in line_text(first)
    assert "xã Bình" not in line_text(first)
