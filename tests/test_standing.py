from datetime import date

from knowledge.model import Progress, State
from knowledge.tasks.standing import done_state, is_closed, state_text

DUE = date(2027, 6, 30)


def test_work_is_late_after_its_last_date_and_never_without_one() -> None:
    assert done_state([DUE], DUE) is State.DONE_ON_TIME
    assert done_state([DUE], date(2027, 7, 1)) is State.DONE_LATE
    assert done_state([], date(2027, 7, 1)) is State.DONE_ON_TIME


def test_a_report_for_one_of_several_dates_leaves_the_others_open() -> None:
    june = Progress(State.DONE_ON_TIME, done_for=DUE)
    assert is_closed(june, DUE)
    assert not is_closed(june, date(2027, 3, 1))
    assert not is_closed(june)
    assert is_closed(Progress(State.NOT_APPLICABLE), date(2027, 3, 1))


def test_who_closed_one_date_is_not_said_to_have_reported_the_next_one_late() -> None:
    january = Progress(State.DONE_LATE, "An (5)", "2027-02-09T08:00:00+07:00", done_for=date(2027, 1, 30))
    assert state_text(State.OVERDUE, january) == "quá hạn; kỳ 30/01/2027: hoàn thành quá hạn (An, ngày 09/02/2027)"
    assert state_text(State.OVERDUE, Progress()) == "quá hạn"
