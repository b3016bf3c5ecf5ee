"""What the argument of a command may say: times, units, plans, sections, words of rows; what is told of the rest."""

from datetime import date

import pytest
from builders import a_deadline, a_directory, a_link, a_loaded_plan, a_task, the_inputs

from knowledge.model import Heading
from knowledge.questions.query import Intent
from knowledge.reply import Answer, line_text
from scheduler.account import Whose, account_of
from scheduler.command_rows import argument_of, plans_named, selection
from scheduler.rule_context import RuleInputs
from scheduler.task_lists import command_tasks, report, what_of

TODAY = date(2027, 5, 10)
YEAR = (date(2027, 1, 1), date(2027, 12, 31))
MARCH, JUNE = a_deadline(date(2027, 3, 31)), a_deadline(date(2027, 6, 30))
DIGITAL, REFORM = ("I. Chuyển đổi số",), ("II. Cải cách",)
VP, TT = ("Văn phòng Sở",), ("Thanh tra Sở",)


def office() -> RuleInputs:
    """Two plans of one office: rows of two units and one given to all rooms."""
    first = [
        a_task(stt="1", result="", task="Số hóa hồ sơ", lead=VP, deadline=MARCH, section=DIGITAL),
        a_task(stt="2", result="", task="Tập huấn kỹ năng", lead=TT, deadline=JUNE, section=DIGITAL),
        a_task(stt="3", result="", task="Kiểm tra công vụ", lead=VP, deadline=JUNE, section=REFORM),
        a_task(stt="4", result="", task="Sơ kết", lead=("Các phòng chuyên môn",), deadline=MARCH, section=REFORM),
    ]
    second = [a_task(stt="9", result="", task="Số hóa tài liệu", lead=VP, deadline=JUNE, section=())]
    plans = [a_loaded_plan(first, stem="mot", heading=heading("300", "Kế hoạch Cải cách hành chính năm 2027"))]
    plans += [a_loaded_plan(second, stem="hai", heading=heading("45", "Kế hoạch Lưu trữ năm 2027"))]
    directory = a_directory(a_link("Văn phòng Sở", -1), a_link("Thanh tra Sở", -2))
    return the_inputs(plans=tuple(plans), directory=directory)


def heading(number: str, title: str) -> Heading:
    return Heading(number=f"{number}/KH-SNV", issuer="Sở Nội vụ tỉnh An Bình", title=title, years=(2027,))


CASES = [
    ("kế hoạch 300", ["1", "2", "3", "4"], ""),
    ("300/KH-SNV", ["1", "2", "3", "4"], ""),
    ("văn phòng kế hoạch lưu trữ", ["9"], ""),
    ("văn phòng trong kế hoạch 300 quý 2", ["3"], ""),
    ("phần chuyển đổi số", ["1", "2"], ""),
    ("số hóa", ["1", "9"], ""),
    ("văn phòng số hóa hồ sơ", ["1"], ""),
    ("các việc về kiểm tra công vụ", ["3"], ""),
    ("văn phòng bay lên sao hỏa", ["1", "3", "9"], "bay lên sao hỏa"),
    ("văn phòng kiểm tra công trình", ["1", "3", "9"], "kiểm tra công trình"),
]


@pytest.mark.parametrize("text", ["thanh tra sở y tế nam định", "văn phòng UBND xã Mường Lay", "van phong so y te"])
def test_a_unit_of_an_office_that_no_plan_has_lists_nobody_elses_rows(text: str) -> None:
    argument = argument_of(office(), text, Intent.TASKS, TODAY)
    assert not any(unit.known for unit in argument.units)
    assert not selection(office(), argument, TODAY).own


@pytest.mark.parametrize(("text", "numbers", "left"), CASES, ids=[text for text, *_ in CASES])
def test_an_argument_selects_by_whatever_a_question_may_name(text: str, numbers: list[str], left: str) -> None:
    argument = argument_of(office(), text, Intent.TASKS, TODAY)
    found = sorted(row.tracked.task.stt for row in selection(office(), argument, TODAY).own)
    assert (found, argument.left) == (numbers, left)


def told(text: str, chat: int | None = None) -> Answer:
    inputs = office()
    argument = argument_of(inputs, text, Intent.OVERVIEW, TODAY)
    whose = Whose(chat, argument=argument, what=what_of(argument, plans_named(inputs, argument)))
    period = argument.query.period
    days = (period.first, period.last) if period else YEAR
    return report(account_of(inputs, "năm 2027", days, TODAY, whose))


@pytest.mark.parametrize(
    ("time", "span"),
    [
        ("tháng 6", ["(từ ngày 01/6/2027 đến ngày 30/6/2027)"]),
        ("2 tuần tới", []),  # "từ 10/5/2027 đến 24/5/2027" says it
        ("ngày 30/6", []),
    ],
)
def test_a_command_says_the_days_of_a_time_once(time: str, span: list[str]) -> None:
    argument = argument_of(office(), time, Intent.DUE, TODAY)
    said = command_tasks(argument, "", selection(office(), argument, TODAY), TODAY)
    assert [line for line in map(line_text, said.head) if line.startswith("(từ")] == span


def words_of(said: Answer) -> str:
    return "\n".join(line_text(line) for line in said.head)


REPORTS = [
    ("", "Tình hình thực hiện nhiệm vụ năm 2027", 5),
    ("thanh tra", "Tình hình thực hiện nhiệm vụ Thanh tra Sở chủ trì năm 2027", 1),
    ("văn phòng", "Tình hình thực hiện nhiệm vụ Văn phòng Sở chủ trì năm 2027", 3),
    ("quá hạn", "Tình hình thực hiện nhiệm vụ đã quá hạn năm 2027", 2),
    ("phần chuyển đổi số", "Tình hình thực hiện nhiệm vụ thuộc phần “chuyển đổi số” năm 2027", 2),
]


@pytest.mark.parametrize(("text", "head", "total"), REPORTS, ids=[text or "(all)" for text, *_ in REPORTS])
def test_a_report_is_of_what_its_argument_names(text: str, head: str, total: int) -> None:
    said = told(text)
    lines = [line_text(line) for line in said.head]
    assert lines[0] == head
    assert lines[2].startswith(f"Tổng số {total} nhiệm vụ")


def test_the_report_of_a_unit_counts_what_its_list_counts_and_says_the_same_of_what_is_given_to_several() -> None:
    listed = argument_of(office(), "văn phòng", Intent.TASKS, TODAY)
    rows = selection(office(), listed, TODAY)
    beside = "Chưa kể 1 nhiệm vụ giao chung cho nhiều đơn vị."
    for said in (told("văn phòng"), told("", -1), command_tasks(listed, "", rows, TODAY)):
        assert beside in [line_text(line) for line in said.head]
    assert len(rows.own) == 3
    assert "Tổng số 3 nhiệm vụ" in words_of(told("", -1))


def test_in_the_group_of_a_unit_another_unit_that_is_named_shows_nothing() -> None:
    assert "Tổng số 0 nhiệm vụ" in words_of(told("thanh tra", -1))


def test_words_of_a_report_that_nothing_holds_are_named() -> None:
    assert "Chưa hiểu “bay lên sao hỏa”" in words_of(told("văn phòng bay lên sao hỏa"))


def test_a_plan_that_is_not_there_is_named() -> None:
    for text in ("văn phòng kế hoạch của tỉnh Cà Mau", "kế hoạch 999/KH-SNV của Sở"):
        assert argument_of(office(), text, Intent.TASKS, TODAY).query.scope.missing
