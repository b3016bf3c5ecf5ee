"""Lists of tasks with their state, as they are read in the chat."""

from datetime import date

from builders import a_deadline, a_task, a_world

from knowledge.model import Progress, State, Task
from knowledge.reply import line_text, plain
from scheduler.lists import due_tasks, extensible, report, state_text, task_lines, unit_tasks
from scheduler.overview import Period, Row, everything, figures

TODAY = date(2027, 6, 23)


def rows(*tasks: Task, **progress: Progress) -> tuple[Row, ...]:
    """The tasks as rows; progress by "n1" for the first task."""
    names = a_world(*tasks).plans[0].task_refs
    return everything(a_world(*tasks, progress={names[int(n[1:]) - 1]: p for n, p in progress.items()}), TODAY)


def test_a_units_tasks_with_their_state() -> None:
    done = Progress(State.DONE_ON_TIME, who="An (5)", when="2027-06-20T09:00:00+07:00", note="15/BC-VP")
    two = (a_task(stt="1", task="Số hóa hồ sơ"), a_task(stt="2", task="Rà soát quy trình"))
    assert plain(unit_tasks("Văn phòng Sở", rows(*two, n1=done), TODAY)) == (
        "Nhiệm vụ do Văn phòng Sở chủ trì: 2\n"
        "chưa thực hiện 1, hoàn thành đúng hạn 1\n\n"
        "1. Rà soát quy trình\n"
        "Thời hạn: 30/6/2027 (Trước ngày 30/6/2027), còn 7 ngày\n"
        "Tình trạng: chưa thực hiện\n"
        "Căn cứ: 12/KH-SNV, số thứ tự 2\n\n"
        "2. Số hóa hồ sơ\n"
        "Thời hạn: Trước ngày 30/6/2027\n"
        "Tình trạng: hoàn thành đúng hạn (An (5), ngày 20/6/2027): 15/BC-VP\n"
        "Căn cứ: 12/KH-SNV, số thứ tự 1"
    )


def test_a_unit_without_tasks_is_said_to_have_none() -> None:
    answer = unit_tasks("Phòng Z", (), TODAY)
    assert plain(answer) == "Các kế hoạch không giao nhiệm vụ nào do Phòng Z chủ trì."
    assert answer.abstained
    assert answer.cited == ()


def test_what_falls_due_names_its_period() -> None:
    days = Period.WEEK.days(TODAY)
    assert line_text(due_tasks("", Period.WEEK, days, (), TODAY).head[0]) == (
        "Không có nhiệm vụ nào đến hạn trong tuần này (từ ngày 21/6/2027 đến ngày 27/6/2027)."
    )
    head = due_tasks("Văn phòng Sở", Period.WEEK, days, rows(a_task()), TODAY).head
    assert line_text(head[0]) == "Nhiệm vụ của Văn phòng Sở đến hạn trong tuần này: 1"


def test_the_figures_by_unit() -> None:
    every = rows(a_task(stt="1"), a_task(stt="2", deadline=a_deadline(date(2027, 3, 31))))
    answer = report(figures(every, a_world().directory), every, TODAY)
    assert plain(answer).startswith(
        "Tình hình thực hiện nhiệm vụ đến ngày 23/6/2027\n"
        "Tổng số 2: chưa thực hiện 1, quá hạn 1\n\n"
        "Văn phòng Sở: 2 nhiệm vụ (chưa thực hiện 1, quá hạn 1)"
    )


def test_a_request_for_more_time_says_until_when_and_why() -> None:
    asked = Progress(State.EXTENSION_ASKED, "An (5)", "2027-06-20T09:00", "chờ kinh phí", asked_due=date(2027, 8, 30))
    [row] = rows(a_task(), n1=asked)
    assert state_text(row) == "xin gia hạn đến ngày 30/8/2027 (An (5), ngày 20/6/2027): chờ kinh phí"


def test_the_chair_stands_in_a_task_where_it_is_asked_for() -> None:
    [row] = rows(a_task())
    assert "Chủ trì: Văn phòng Sở" in [line_text(line) for line in task_lines(row, TODAY, chair=True)]
    assert "Chủ trì: Văn phòng Sở" not in [line_text(line) for line in task_lines(row, TODAY)]


def test_where_nothing_can_be_extended_that_is_said() -> None:
    assert plain(extensible("", (), TODAY)) == "Đơn vị không có nhiệm vụ nào đang thực hiện có thời hạn để xin gia hạn."
