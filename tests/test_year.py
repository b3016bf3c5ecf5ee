from pathlib import Path

import pytest
from simulation import an_invented_year, the_real_year


@pytest.mark.parametrize("seed", range(6))
def test_every_stage_of_a_year_is_said_once_or_stood_for_by_a_later_one(seed: int) -> None:
    year = an_invented_year(seed, days=150).run()
    assert year.problems == []
    assert year.counts.checked > 500
    assert year.counts.messages > 50


def test_so_does_a_year_over_the_real_plans(shared: Path) -> None:
    year = the_real_year(shared / "plans", seed=1, days=120).run()
    assert year.problems == []
    assert year.counts.checked > 500
