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


def a_busy_plan(seed: int, rows: int, first: date = FIRST, span: tuple[int, int] = (10, 72)) -> LoadedPlan:
    """Rows of one unit that fall due within so many days of the first, on any day of the week."""
    chance = random.Random(seed)  # noqa: S311 - invented plans
    days = [first + timedelta(days=chance.randrange(*span)) for _ in range(rows)]
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


def within_30_days(days: Iterable[date], first: date) -> set[date]:
    return {day for day in days if first <= day < first + timedelta(days=30)}


@pytest.mark.parametrize("rows", [3, 6, 9, 12, 16, 24])
@pytest.mark.parametrize("seed", range(3))
def test_no_thirty_days_from_the_first_on_hold_more_messages_than_the_limit(seed: int, rows: int) -> None:
    """But for days on which a row falls due, and the introduction."""
    first = FIRST + timedelta(days=7 * seed + rows % 5)
    plan = a_busy_plan(100 * seed + rows, rows, first, (0, 45))
    month = a_silent_month(plan, first, first + timedelta(days=60), hours=(8,))

    due, said = due_days(plan), sorted({day for day, _ in month.to_unit})
    introduction = {said[0]} - set(due.values())
    for day in said:
        unavoidable = within_30_days({*due.values(), *introduction}, day)
        assert len(within_30_days(said, day)) <= max(LIMIT, len(unavoidable)), day
    for ref, on_day in due.items():
        days = [day for day, listed in month.to_unit if ref in listed]
        assert on_day <= said[0] or (days[0] < on_day and on_day in days), "shown before it is due, and on the day"


def test_a_unit_with_few_rows_is_reminded_on_the_very_days_of_the_stages() -> None:
    row = a_task(deadline=a_deadline(date(2026, 4, 23)))
    month = a_silent_month(a_loaded_plan([row]), FIRST, date(2026, 4, 23))

    stages = (date(2026, 4, 9), date(2026, 4, 16), date(2026, 4, 20), date(2026, 4, 22), date(2026, 4, 23))
    assert [day for day, listed in month.to_unit if listed] == [date(2026, 3, 24), *stages]


@pytest.mark.parametrize("off", range(4), ids=["never off", "on Monday", "to Tuesday", "to Wednesday"])
def test_what_waited_for_the_message_of_a_week_goes_out_when_the_machine_is_on_again(off: int) -> None:
    """Its next stage, which is reached meanwhile, does not begin the waiting anew."""
    tuesday, monday = date(2026, 4, 7), date(2026, 4, 13)
    due = date(2026, 4, 22)  # its stages are Wednesdays, 8 and 15 April
    crowd = [date(2026, 5, 4) + timedelta(days=n) for n in range(4)]
    plan = a_loaded_plan(
        [a_task(stt=str(n), task=f"Nhiệm vụ {n}", deadline=a_deadline(day)) for n, day in enumerate((due, *crowd), 1)]
    )
    month = a_silent_month(plan, tuesday, due, off={monday + timedelta(days=n) for n in range(off)})

    row = plan.task_refs[0]
    days = [day for day, listed in month.to_unit if row in listed]
    assert days[:2] == [tuesday, monday + timedelta(days=off)]


def test_the_office_may_choose_another_limit() -> None:
    plan = a_busy_plan(4, 12)
    often = a_silent_month(plan, FIRST, LAST, settings=Reminders(most_in_30_days=30))
    rarely = a_silent_month(plan, FIRST, LAST)
    assert len(often.to_unit) > len(rarely.to_unit)
