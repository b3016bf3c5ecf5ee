"""What leaves planbot as a file says what the register says, and nothing in it runs."""

import csv
import io
from collections.abc import Sequence
from datetime import date

import docx
import pytest
from builders import OFFICE, a_deadline, a_directory, a_link, a_task, at, the_inputs
from docx.shared import Cm
from icalendar import Calendar
from openpyxl import load_workbook

from knowledge.exports.account import Office
from knowledge.exports.calendar_file import calendar_file
from knowledge.exports.figures import UnitFigures, figures_row
from knowledge.exports.report import report_document
from knowledge.exports.tables import separated, workbook
from knowledge.model import Progress, State, Task
from knowledge.tasks.entry import Entry
from scheduler.account import Whose, account_of, following, reporting_office
from scheduler.overview import everything, figures
from scheduler.rule_context import RuleInputs

TODAY = date(2027, 7, 5)
SECOND_QUARTER = (date(2027, 4, 1), date(2027, 6, 30))
MAY, JUNE, AUGUST = date(2027, 5, 31), date(2027, 6, 30), date(2027, 8, 15)
TASKS = (
    a_task(stt="1", task="Số hóa hồ sơ", deadline=a_deadline(JUNE)),
    a_task(stt="2", task="Kiểm tra hồ sơ", lead=("Thanh tra Sở",), deadline=a_deadline(MAY)),
    a_task(stt="3", task="Báo cáo sáu tháng", lead=("Thanh tra Sở",), deadline=a_deadline(AUGUST)),
    a_task(stt="4", task="Theo dõi", lead=(), deadline=a_deadline()),
)


def world_with(*tasks: Task, progress: dict[int, Progress] | None = None, **changes: object) -> RuleInputs:
    inputs = the_inputs(*(tasks or TASKS), directory=a_directory(a_link(), a_link("Thanh tra Sở", -2), office=OFFICE))
    refs = inputs.plans[0].task_refs
    by_ref = {refs[n]: said for n, said in (progress or {}).items()}
    return the_inputs(*(tasks or TASKS), directory=inputs.directory, progress=by_ref, **changes)


def entries(inputs: RuleInputs) -> list[Entry]:
    return [row.tracked.entry for row in everything(inputs, TODAY)]


DONE = {0: Progress(State.DONE_ON_TIME, who="Lan (5)", when="2027-06-20T09:00", note="Công văn 12")}


def test_a_workbook_holds_every_row_and_the_figures_by_unit() -> None:
    inputs = world_with(progress=DONE)
    units = [UnitFigures(f.name, f.counts) for f in figures(everything(inputs, TODAY), inputs.directory)]
    book = load_workbook(io.BytesIO(workbook(entries(inputs), units)))
    assert book.sheetnames == ["Tổng hợp", "Nhiệm vụ"]
    assert [[cell.value for cell in row][:3] for row in book["Tổng hợp"].iter_rows(min_row=2)] == [
        ["Thanh tra Sở", 2, 0],
        ["Chưa giao đơn vị chủ trì", 1, 0],
        ["Văn phòng Sở", 1, 1],
    ]
    sheet = book["Nhiệm vụ"]
    heads = [cell.value for cell in sheet[1]]
    done = next(row for row in sheet.iter_rows(min_row=2, values_only=True) if row[heads.index("STT")] == "1")
    assert done[heads.index("Người báo cáo")] == "Lan, 20/06/2027"
    assert done[heads.index("Tình trạng")] == "hoàn thành đúng hạn"
    assert done[heads.index("Ngày đến hạn")].date() == JUNE
    assert sheet.max_row == 1 + len(TASKS)


FORMULAS = ('=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0")  # fmt: skip


@pytest.mark.parametrize("words", FORMULAS)
def test_what_looks_like_a_formula_is_a_text_in_every_sheet(words: str) -> None:
    inputs = world_with(a_task(task=words, result=words))
    [_, row] = csv.reader(io.StringIO(separated(entries(inputs)).decode("utf-8-sig")))
    assert f"'{words}" in row
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    sheet = load_workbook(io.BytesIO(workbook(entries(inputs))))["Nhiệm vụ"]
    found = [cell for cell in sheet[2] if cell.value == words]
    assert len(found) == 2
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


def test_signs_that_a_sheet_cannot_hold_are_left_out() -> None:
    sheet = load_workbook(io.BytesIO(workbook(entries(world_with(a_task(task="Số\x0b hóa\x00"))))))["Nhiệm vụ"]
    assert "Số hóa" in [cell.value for cell in sheet[2]]


def test_a_calendar_has_one_day_for_each_open_date_and_short_lines() -> None:
    made = calendar_file(entries(world_with(progress=DONE)), at("2027-07-05 08:00"))
    assert max(map(len, made.split(b"\r\n"))) <= 75
    events = Calendar.from_ical(made).walk("VEVENT")
    assert [(str(e["summary"]), e.decoded("dtstart")) for e in events] == [
        ("Đến hạn: Kiểm tra hồ sơ", MAY),
        ("Đến hạn: Báo cáo sáu tháng", AUGUST),
    ]
    assert "Chủ trì: Thanh tra Sở" in str(events[0]["description"])


def test_an_account_has_the_rows_with_a_date_in_the_period_each_once() -> None:
    account = account_of(world_with(progress=DONE), "quý II", SECOND_QUARTER, TODAY)
    assert figures_row(account.whole)[1:] == (2, 1, 0, 0, 0, 1, "50,0%", "50,0%")
    assert [unit.name for unit in account.units] == ["Thanh tra Sở", "Văn phòng Sở"]
    assert numbers(account.overdue, account.done, account.coming) == [["2"], ["1"], ["3"]]


def test_an_account_for_the_group_of_a_unit_holds_that_unit_only() -> None:
    account = account_of(world_with(progress=DONE), "quý II", SECOND_QUARTER, TODAY, Whose(-2))
    assert [unit.name for unit in account.units] == ["Thanh tra Sở"]
    assert numbers(account.overdue, account.done, account.coming) == [["2"], [], ["3"]]
    assert account.whole.total == 1


def test_a_row_of_several_dates_counts_for_those_of_the_period_only() -> None:
    task = a_task(deadline=a_deadline(MAY, date(2027, 9, 30)))
    reported = {0: Progress(State.DONE_ON_TIME, done_for=MAY, done=((MAY, State.DONE_ON_TIME),))}
    account = account_of(world_with(task, progress=reported), "quý II", SECOND_QUARTER, TODAY)
    assert dict(account.whole.counts) == {State.DONE_ON_TIME: 1}


@pytest.mark.parametrize(
    ("days", "after"),
    [
        (SECOND_QUARTER, (date(2027, 7, 1), date(2027, 9, 30))),
        ((date(2027, 12, 1), date(2027, 12, 31)), (date(2028, 1, 1), date(2028, 1, 31))),
        ((date(2027, 1, 1), date(2027, 12, 31)), (date(2028, 1, 1), date(2028, 12, 31))),
        ((date(2027, 7, 5), date(2027, 7, 11)), (date(2027, 7, 12), date(2027, 7, 18))),
    ],
    ids=["quarter", "month", "year", "week"],
)
def test_the_period_after_one_is_as_long(days: tuple[date, date], after: tuple[date, date]) -> None:
    assert following(days) == after


def test_the_report_has_the_form_of_the_decree() -> None:
    inputs = world_with(progress=DONE)
    office = reporting_office(inputs)
    assert office == Office(OFFICE, "Ủy ban nhân dân tỉnh An Bình", "An Bình", "SNV")
    document = docx.Document(io.BytesIO(report_document(account_of(inputs, "quý II", SECOND_QUARTER, TODAY), office)))
    head, foot = document.tables[0], document.tables[-1]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in head.cell(0, 1).text
    assert head.cell(0, 0).text.startswith("ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nSỞ NỘI VỤ TỈNH AN BÌNH")
    assert head.cell(1, 0).text.endswith("/BC-SNV")
    assert head.cell(1, 1).text == "An Bình, ngày 05 tháng 7 năm 2027"
    assert foot.cell(0, 0).text.startswith("Nơi nhận:")
    assert all(not table.autofit and all(cell.width for cell in table._cells) for table in document.tables)
    assert abs(head.cell(0, 1).width - Cm(10.3)) < Cm(0.01)
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Tổng số 2 nhiệm vụ, trong đó: 1 nhiệm vụ hoàn thành đúng hạn (50,0%)" in words
    assert "1 nhiệm vụ quá hạn chưa hoàn thành (50,0%)" in words


def test_a_report_without_rows_says_so() -> None:
    account = account_of(world_with(), "quý IV", (date(2027, 10, 1), date(2027, 12, 31)), TODAY)
    document = docx.Document(io.BytesIO(report_document(account, Office())))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "Không có nhiệm vụ có thời hạn trong kỳ." in words
    assert len(document.tables) == 2


def numbers(*groups: Sequence[Entry]) -> list[list[str]]:
    return [[entry.task.stt for entry in group] for group in groups]
