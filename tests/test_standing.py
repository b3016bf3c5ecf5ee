from datetime import date

import pytest
from builders import a_deadline, a_task

from knowledge.model import Deadline, DeadlineKind, Progress, State
from knowledge.tasks.standing import done_state, due_dates, is_closed, standing

DUE = date(2027, 6, 30)


@pytest.mark.parametrize(
    ("progress", "today", "state"),
    [
        pytest.param(None, date(2027, 6, 30), State.NOT_STARTED, id="nothing reported, in time"),
        pytest.param(None, date(2027, 7, 1), State.OVERDUE, id="nothing reported, past"),
        pytest.param(Progress(State.IN_PROGRESS), date(2027, 7, 1), State.OVERDUE, id="begun, past"),
        pytest.param(Progress(State.DONE_LATE), date(2027, 8, 1), State.DONE_LATE, id="done"),
        pytest.param(Progress(State.NOT_APPLICABLE), date(2027, 8, 1), State.NOT_APPLICABLE, id="no longer applies"),
        pytest.param(Progress(State.EXTENSION_ASKED), date(2027, 8, 1), State.EXTENSION_ASKED, id="more time asked"),
        pytest.param(Progress(due=date(2027, 9, 1)), date(2027, 8, 1), State.NOT_STARTED, id="date moved"),
    ],
)
def test_how_a_row_stands(progress: Progress | None, today: date, state: State) -> None:
    assert standing(a_task(), progress, today) is state


def test_a_report_for_one_of_several_dates_leaves_the_others_open() -> None:
    task = a_task(deadline=a_deadline(date(2027, 3, 1), date(2027, 8, 1)))
    reported = Progress(State.DONE_ON_TIME, done_for=date(2027, 3, 1))
    assert standing(task, reported, date(2027, 4, 1)) is State.IN_PROGRESS
    assert standing(task, reported, date(2027, 8, 2)) is State.OVERDUE
    assert is_closed(reported, date(2027, 3, 1))
    assert not is_closed(reported, date(2027, 8, 1))
    assert not is_closed(reported)


def test_a_recurring_duty_is_open_again_when_its_next_date_has_passed() -> None:
    task = a_task(deadline=Deadline("hằng tháng", DeadlineKind.PERIODIC, recur="monthly last"))
    reported = Progress(State.DONE_ON_TIME, done_for=date(2027, 3, 31))
    assert standing(task, reported, date(2027, 4, 30)) is State.IN_PROGRESS
    assert standing(task, reported, date(2027, 5, 3)) is State.OVERDUE


def test_a_row_with_one_date_stays_done_when_the_date_moves() -> None:
    moved = Progress(State.DONE_ON_TIME, due=date(2027, 9, 1), done_for=DUE)
    assert standing(a_task(), moved, date(2027, 10, 1)) is State.DONE_ON_TIME


def test_a_set_date_goes_before_the_printed_one() -> None:
    assert due_dates(a_task()) == (DUE,)
    assert due_dates(a_task(), Progress(due=date(2027, 9, 1))) == (date(2027, 9, 1),)


def test_work_is_late_after_its_last_date_and_never_without_one() -> None:
    assert done_state([DUE], DUE) is State.DONE_ON_TIME
    assert done_state([DUE], date(2027, 7, 1)) is State.DONE_LATE
    assert done_state([], date(2027, 7, 1)) is State.DONE_ON_TIME
