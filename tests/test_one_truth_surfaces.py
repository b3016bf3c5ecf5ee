"""The surfaces beside lists and figures: digests, sheets, calendars, the report of a month, what is offered inline.

They show the rows of the register over whatever register, and count what lists count (`test_one_truth`).
"""

import csv
import io
from dataclasses import replace
from datetime import date, datetime, time

import docx
import openpyxl
from builders import a_deadline, a_loaded_plan, a_task, at
from generated import TASKS, UNITS, registers
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from worlds import QUARTER, YEAR, a_world_of, cited, context_of, refs

from handlers.inline import MOST, offers
from knowledge.answers.answer import Context, answer
from knowledge.exports.calendar_file import calendar_file
from knowledge.exports.figures import HEADINGS
from knowledge.exports.report import report_document
from knowledge.exports.tables import separated, workbook
from knowledge.library.snapshot import make_snapshot
from knowledge.model import Heading, State, Task
from knowledge.questions.conversation import about
from knowledge.questions.query import Intent
from knowledge.reply import line_text
from knowledge.tasks.register import Register
from knowledge.tasks.standing import PAST_WITHOUT_REPORT, STATE_LABELS
from scheduler.account import Whose, account_of, report_of, reporting_office
from scheduler.clock import VIETNAM
from scheduler.command_rows import argument_of, selection
from scheduler.digest import digests
from scheduler.items import Delivered, Kind
from scheduler.overview import everything, of_chat
from scheduler.rules import due_now
from scheduler.task_lists import month_report


@settings(max_examples=20, deadline=None)
@given(registers())
def test_the_first_message_of_a_unit_counts_what_its_list_counts(register: Register) -> None:
    inputs = a_world_of(register)
    greeted = due_now(inputs, Delivered(), datetime.combine(register.today, time(8), VIETNAM))
    for item in greeted:
        if item.kind is Kind.INTRODUCTION and item.figures:
            rows = selection(inputs, argument_of(inputs, item.unit, Intent.TASKS, register.today), register.today)
            assert sum(item.figures.counts.values()) == len(rows.own)
            assert (item.figures.shared, item.figures.prose) == (len(rows.shared), len(rows.prose))
            late = [row for row in (*rows.shared, *rows.prose) if row.state is State.OVERDUE]
            assert item.figures.beside_overdue == len(late)


@settings(max_examples=20, deadline=None)
@given(registers())
def test_a_digest_reminds_only_of_rows_that_the_unit_has_and_tells_each_as_it_stands(register: Register) -> None:
    inputs = a_world_of(register)
    every = due_now(inputs, Delivered(), datetime.combine(register.today, time(8), VIETNAM))
    for message in digests(every, register.today):
        if message.to_unit:
            led = {row.tracked.ref for row in of_chat(inputs, message.chat.id, register.today)}
            assert {item.key.ref for item in message.shown if item.task} <= led
        for item in message.shown:
            entry = register.find(item.key.ref) if item.task else None
            assert entry is None or not entry.closed
            assert item.kind is not Kind.OVERDUE or (entry and entry.on(item.key.due) is State.OVERDUE)


@settings(max_examples=20, deadline=None)
@given(registers())
def test_sheets_and_calendars_and_the_report_of_a_month_hold_the_rows_of_the_register(register: Register) -> None:
    inputs, today = a_world_of(register), register.today
    every = [row.tracked.entry for row in everything(inputs, today)]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(every, ())))["Nhiệm vụ"]
    assert sheet.max_row - 1 == len(register)
    events = Calendar.from_ical(calendar_file(every, at("2027-05-10 08:00"))).walk("VEVENT")
    assert len(events) == sum(len(entry.open) for entry in every)
    account = account_of(inputs, "năm 2027", YEAR, today)
    late = register.entries(register.due_within(*YEAR))
    assert {entry.ref for entry in account.overdue} == {e.ref for e in late if e.state_within([YEAR]) is State.OVERDUE}
    if account.whole.total:
        assert line_text(month_report(account).head[2]).startswith(f"Tổng số {account.whole.total} nhiệm vụ")


@settings(max_examples=15, deadline=None)
@given(registers())
def test_text_files_hold_each_row_of_the_register_in_its_state(register: Register) -> None:
    every = [row.tracked.entry for row in everything(a_world_of(register), register.today)]
    lines = list(csv.DictReader(io.StringIO(separated(every).decode("utf-8-sig"))))
    assert sorted(line["Mã dòng"] for line in lines) == refs(register, register.all())
    told = sorted(line["Mã dòng"] for line in lines if line["Tình trạng"] in LATE)
    assert told == refs(register, register.in_state(State.OVERDUE))


@settings(max_examples=15, deadline=None)
@given(registers(), st.sampled_from([QUARTER, YEAR]))
def test_the_sheet_and_the_paper_of_a_report_tell_each_row_as_its_figures_count_it(
    register: Register, days: tuple[date, date]
) -> None:
    inputs = a_world_of(register)
    account = account_of(inputs, "kỳ này", days, register.today)
    book = openpyxl.load_workbook(io.BytesIO(workbook(account.entries, account.units)))
    head, *rows = book["Nhiệm vụ"].iter_rows(values_only=True)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert len(told) == sum(account.whole.counts.values())
    assert sum(row["Tình trạng"] in LATE for row in told) == account.whole.overdue == len(account.overdue)
    first, last = (datetime.combine(day, time()) for day in days)
    assert all(first <= row["Ngày đến hạn"] <= last for row in told)
    paper = docx.Document(io.BytesIO(report_document(account, reporting_office(inputs))))
    figures = [table for table in paper.tables if table.cell(0, 0).text == HEADINGS[0]]
    assert sum(len(table.rows) - 1 for table in figures) == len(account.units)
    listed = [table for table in paper.tables if table.cell(0, 0).text == "Số TT"]
    assert sum(len(table.rows) - 1 for table in listed) == sum(
        map(len, (account.overdue, account.done, account.coming))
    )


@settings(max_examples=15, deadline=None)
@given(registers())
def test_a_picture_has_the_units_of_the_figures_and_each_deadline_in_its_month(register: Register) -> None:
    inputs = a_world_of(register)
    report = report_of(inputs, "năm 2027", YEAR, register.today)
    assert set(report.months) == {unit.name for unit in report.account.units}
    for number, unit in enumerate(UNITS, 1):
        own = account_of(inputs, "năm 2027", YEAR, register.today, Whose(-number))
        assert sum(report.months.get(unit, ())) == sum(len(entry.occurrences) for entry in own.entries)


@settings(max_examples=25, deadline=None)
@given(
    registers(),
    st.lists(TASKS, min_size=1, max_size=4),
    st.sampled_from(["Sở Nội vụ", "SNV", "Sở Nội vụ tỉnh An Bình", "Sở Tài chính"]),
    st.sampled_from(["", "quý 2/2027", "quá hạn"]),
)
def test_what_a_superior_gives_an_office_is_the_same_in_a_question_and_in_the_command(
    register: Register, given_rows: list[Task], said: str, more: str
) -> None:
    rows = [replace(task, lead=_above(task.lead), coordinate=_above(task.coordinate)) for task in given_rows]
    heading = Heading(issuer="UBND tỉnh An Bình", place="An Bình", number="1/KH-UBND", years=(2027,))
    plans = (*register.plans, a_loaded_plan(rows, stem="tinh", heading=heading))
    whole = Register(plans, register.progress, register.today)
    inputs = a_world_of(whole)
    listed = selection(inputs, argument_of(inputs, f"{said} {more}", Intent.TASKS, whole.today), whole.today)
    asked, _ = answer(f"{said} chủ trì việc gì {more}", make_snapshot(plans), context=context_of(whole))
    assert cited(asked) == {row.tracked.ref for row in listed.own}


LATE = frozenset({STATE_LABELS[State.OVERDUE], PAST_WITHOUT_REPORT})
_ABOVE = {"Văn phòng Sở": "Sở Nội vụ", "Phòng Vận tải": "Sở Tài chính", "Thanh tra Sở": "Sở Xây dựng"}


def _above(units: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_ABOVE[unit] for unit in units)


@settings(max_examples=20, deadline=None)
@given(registers())
def test_what_is_offered_behind_the_name_of_the_bot_is_the_answer_and_its_rows(register: Register) -> None:
    snapshot = make_snapshot(register.plans)
    context = context_of(register)
    said, _ = answer("nhiệm vụ nào quá hạn trong tất cả các kế hoạch", snapshot, context=context)
    late = refs(register, register.in_state(State.OVERDUE))
    assert sorted(cited(said)) == late
    rows = min(len(said.entries), MOST)
    assert len(offers(said)) == bool(said.head) + (rows if rows > 1 else 0)


def test_a_list_is_asked_for_among_the_rows_of_a_message_that_answered_no_question() -> None:
    rows = [a_task(stt=str(n), task=f"Việc thứ {n}", deadline=a_deadline(day)) for n, day in enumerate(DAYS, 1)]
    plan = a_loaded_plan(rows)
    shown = about(tuple(plan.task_refs[:2]))
    context = Context(today=date(2027, 5, 10))
    for text in (
        "trong đó việc nào quá hạn?",
        "trong danh sách đó việc nào quá hạn?",
        "trong số đó có mấy việc quá hạn?",
    ):
        said, after = answer(text, make_snapshot((plan,)), conversation=shown, context=context)
        assert cited(said) == {plan.task_refs[0]}
        assert after.query is not None
        assert after.query.where


DAYS = (date(2027, 3, 31), date(2027, 6, 30), date(2027, 4, 15))
