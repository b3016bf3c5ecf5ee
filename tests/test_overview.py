"""How tasks stand at one moment: of a unit, of a period, in figures."""

from datetime import date

from builders import a_deadline, a_directory, a_link, a_task, the_inputs

from knowledge.model import DeadlineKind, Progress, State
from scheduler.overview import (
    Row,
    everything,
    falling_due,
    figures,
    find,
    of_chat,
    of_unit,
    on_date,
    overdue,
    units_of_chat,
)

TODAY = date(2027, 6, 23)
MARCH, JUNE, SEPTEMBER = date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30)


def refs(inputs: object) -> list[str]:
    return list(inputs.plans[0].task_refs)  # type: ignore[attr-defined]


def test_open_tasks_come_by_date_then_those_without_then_those_that_are_done() -> None:
    tasks = [
        a_task(stt="done", deadline=a_deadline(MARCH)),
        a_task(stt="none", deadline=a_deadline(kind=DeadlineKind.ONGOING)),
        a_task(stt="june", deadline=a_deadline(JUNE)),
        a_task(stt="march", deadline=a_deadline(MARCH)),
    ]
    inputs = the_inputs(*tasks)
    inputs = the_inputs(*tasks, progress={refs(inputs)[0]: Progress(State.DONE_ON_TIME)})
    rows = everything(inputs, TODAY)
    assert [row.tracked.task.stt for row in rows] == ["march", "june", "none", "done"]
    assert [row.state for row in rows] == [
        State.OVERDUE,
        State.NOT_STARTED,
        State.NOT_STARTED,
        State.DONE_ON_TIME,
    ]
    assert [row.tracked.task.stt for row in overdue(rows)] == ["march"]
    assert [row.tracked.task.stt for row in falling_due(rows, (date(2027, 4, 1), date(2027, 6, 30)))] == ["june"]


def test_a_chat_sees_what_its_unit_chairs_and_what_a_collective_name_gives_it() -> None:
    inputs = the_inputs(
        a_task(stt="1", lead=("Phòng Kế hoạch",)),
        a_task(stt="2", lead=("Các phòng chuyên môn, nghiệp vụ",)),
        a_task(stt="3", lead=("Thanh tra Sở",), coordinate=("Phòng Kế hoạch",)),
        directory=a_directory(a_link("Phòng Kế hoạch", -7)),
    )
    assert [row.tracked.task.stt for row in of_chat(inputs, -7, TODAY)] == ["1", "2"]
    assert [row.tracked.task.stt for row in of_unit(inputs, "phong ke hoach", TODAY)] == ["1", "2"]
    assert units_of_chat(inputs.directory, -7) == ("Phòng Kế hoạch",)
    assert of_chat(inputs, -8, TODAY) == ()


def test_a_row_with_several_dates_stands_differently_for_each() -> None:
    task = a_task(deadline=a_deadline(MARCH, JUNE, SEPTEMBER))
    ref = refs(the_inputs(task))[0]
    row = find(the_inputs(task, progress={ref: Progress(State.DONE_LATE, done_for=MARCH)}), ref, TODAY)
    assert isinstance(row, Row)
    assert row.due == JUNE
    assert on_date(row, MARCH).state is State.DONE_LATE
    assert on_date(row, SEPTEMBER).state is State.IN_PROGRESS
    assert on_date(row, date(2027, 5, 1)) == row


def test_an_overdue_row_is_not_overdue_for_its_later_date() -> None:
    task = a_task(deadline=a_deadline(MARCH, JUNE))
    row = find(the_inputs(task), refs(the_inputs(task))[0], TODAY)
    assert row is not None
    assert (row.state, on_date(row, JUNE).state) == (State.OVERDUE, State.NOT_STARTED)


def test_a_row_that_no_plan_has_is_not_found() -> None:
    assert find(the_inputs(a_task()), "nothing", TODAY) is None


def test_figures_count_each_chairing_unit_the_most_overdue_first() -> None:
    inputs = the_inputs(
        a_task(stt="1", lead=("Văn phòng Sở", "Thanh tra Sở")),
        a_task(stt="2", lead=("Thanh tra Sở",), deadline=a_deadline(MARCH)),
        a_task(stt="3", lead=("văn phòng sở",)),
    )
    found = figures(everything(inputs, TODAY), inputs.directory)
    assert [(f.unit, dict(f.counts)) for f in found] == [
        ("Thanh tra Sở", {State.OVERDUE: 1, State.NOT_STARTED: 1}),
        ("Văn phòng Sở", {State.NOT_STARTED: 2}),
    ]
