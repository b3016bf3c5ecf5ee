"""The questions beside the checkout keep the credit that they had, set by set; where they are absent, this skips."""

from pathlib import Path

import pytest
from evaluation import real_plans, report
from taken_once import TakenOnce

FLOORS = {
    "set first": 0.99,
    "set phone": 0.96,
    "set central": 0.985,
    "set leader": 0.945,
    "set polite": 0.96,
    "set checking": 0.925,
    "set mixed": 0.97,
}


@pytest.mark.timeout(400)  # all questions, and before them what all rows mean
def test_no_set_of_questions_loses_credit(shared: Path, taken_once: TakenOnce) -> None:
    found = report(shared, taken_once.data(real_plans(shared)))
    assert {name: found[name]["share"] for name, floor in FLOORS.items() if found[name]["share"] < floor} == {}
