"""The surfaces beside lists and figures: digests, sheets, calendars, the report of a month, what is offered inline.

They show the rows of the register over whatever register, and count what lists count (`test_one_truth`).
"""

import io
from datetime import date, datetime, time

import openpyxl
from builders import a_deadline, a_loaded_plan, a_task, at
from generated import registers
from hypothesis import given, settings
from icalendar import Calendar
from worlds import YEAR, a_world_of, cited, context_of, refs

from handlers.inline import MOST, offers
from knowledge.answers.answer import Context, answer
from knowledge.exports.calendar_file import calendar_file
from knowledge.exports.tables import workbook
from knowledge.library.snapshot import make_snapshot
from knowledge.model import State
from knowledge.questions.conversation import about
from knowledge.questions.query import Intent
from knowledge.reply import line_text
from knowledge.tasks.register import Register
from scheduler.account import account_of
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
