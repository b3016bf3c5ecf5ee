from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from simulated_years import a_silent_month, an_invented_year, the_real_year

from knowledge.library.snapshot import load
from knowledge.plan.understanding import understand
from knowledge.readers import read


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


def test_a_unit_that_stays_silent_for_a_month_gets_at_most_eight_messages(shared: Path) -> None:
    plan = load("thang-4", understand(read(shared / "cases/plans/thang-4.docx")))
    month = a_silent_month(plan, date(2026, 4, 15), date(2026, 5, 15))

    assert len(month.to_unit) == 7  # docs/reminders.md says so; at most 8
    assert max(Counter(message_day for message_day, _ in month.to_unit).values()) == 1
    assert {row for _, rows in month.to_unit for row in rows} == set(month.refs)
    assert max(Counter(row for _, rows in month.to_unit for row in rows).values()) == 7
