"""The messages to a unit with many rows that never answers: few, and none too late."""

import random
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from builders import a_deadline, a_loaded_plan, a_task
from simulated_years import a_silent_month

from knowledge.library.snapshot import LoadedPlan
from scheduler.calendar import WorkingCalendar
from scheduler.settings import Reminders

FIRST, LAST = date(2026, 3, 2), date(2026, 6, 5)
LIMIT = Reminders().most_in_30_days
CALENDAR = WorkingCalendar()


def a_busy_plan(seed: int, rows: int) -> LoadedPlan:
    """Rows of one unit that fall due between the middle of March and the middle of May, on any day of the week."""
    chance = random.Random(seed)  # noqa: S311 - invented plans
    days = [FIRST + timedelta(days=chance.randrange(10, 72)) for _ in range(rows)]
    return a_loaded_plan(
        [a_task(stt=str(n), task=f"Nhiệm vụ {n}", deadline=a_deadline(day)) for n, day in enumerate(days, 1)]
    )


def most_in_30_days(days: Iterable[date]) -> int:
    ordered = sorted(set(days))
    return max(sum(first <= day < first + timedelta(days=30) for day in ordered) for first in ordered)


def due_days(plan: LoadedPlan) -> dict[str, date]:
    """The working day on which each row is reminded of the day itself."""
    rows = zip(plan.task_refs, plan.plan.tasks, strict=True)
    return {ref: CALENDAR.on_or_before(task.deadline.due[0]) for ref, task in rows}


@pytest.mark.parametrize(("seed", "rows"), [(n, rows) for n, rows in enumerate((2, 4, 6, 8, 12, 16, 30))])
def test_a_silent_unit_gets_few_messages_and_each_row_in_time(seed: int, rows: int) -> None:
    plan = a_busy_plan(seed, rows)
    month = a_silent_month(plan, FIRST, LAST)

    due = due_days(plan)
    assert most_in_30_days(day for day, _ in month.to_unit) <= max(LIMIT, most_in_30_days(due.values()) + 1)
    for ref, on_day in due.items():
        days = [day for day, listed in month.to_unit if ref in listed]
        assert on_day in days, "on the very day"
        assert any(timedelta(0) < on_day - day <= timedelta(days=21) for day in days), "in the weeks before"
        assert sum(day <= on_day for day in days) <= len(Reminders().stages) + 1, "not more often than it has stages"
        weeks = Counter(day.isocalendar()[:2] for day in days if day > on_day)
        assert max(weeks.values()) == 1, "overdue rows once a week"


def test_a_unit_with_few_rows_is_reminded_on_the_very_days_of_the_stages() -> None:
    row = a_task(deadline=a_deadline(date(2026, 4, 23)))
    month = a_silent_month(a_loaded_plan([row]), FIRST, date(2026, 4, 23))

    stages = (date(2026, 4, 9), date(2026, 4, 16), date(2026, 4, 20), date(2026, 4, 22), date(2026, 4, 23))
    assert [day for day, listed in month.to_unit if listed] == [date(2026, 3, 24), *stages]


def test_the_office_may_choose_another_limit() -> None:
    plan = a_busy_plan(4, 12)
    often = a_silent_month(plan, FIRST, LAST, settings=Reminders(most_in_30_days=30))
    rarely = a_silent_month(plan, FIRST, LAST)
    assert len(often.to_unit) > len(rarely.to_unit)
