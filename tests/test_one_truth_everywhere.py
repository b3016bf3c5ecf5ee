"""No plan is named, as people ask: questions, commands, reports, own reminders and the command line have the same rows.

The walk over generated registers goes on from `test_one_truth` and `test_one_truth_surfaces`: which plans are meant,
the report of a month line by line, /nhac, and `planbot due` and `planbot progress list`.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
from builders import a_deadline, a_loaded_plan, a_task
from click.testing import CliRunner
from generated import UNITS, of_years, registers
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import QUARTER, YEAR, a_world_of, cited, context_of, refs

from bot.commands import due, progress
from knowledge.answers.answer import answer
from knowledge.library.snapshot import make_snapshot
from knowledge.model import Deadline, DeadlineKind, State
from knowledge.questions.query import Intent
from knowledge.reply import Answer, Entry, line_text, plain
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import STATES
from scheduler.account import account_of
from scheduler.clock import VIETNAM
from scheduler.command_rows import argument_of, plans_named, selection
from scheduler.items import Delivered, Kind
from scheduler.rule_context import RuleInputs
from scheduler.rules import due_now
from scheduler.task_lists import MOST_LATE, MOST_UNITS, Selection, command_tasks, month_report
from scheduler.wish import Wish

PAST = re.compile(r"Ngoài ra có (\d+) nhiệm vụ quá hạn thuộc các kế hoạch của những năm trước\.")


def asked(register: Register, question: str) -> Answer:
    context = context_of(register)
    return answer(question, make_snapshot(register.plans), context=context)[0]


def commanded(inputs: RuleInputs, text: str, today: date, intent: Intent = Intent.TASKS) -> tuple[Selection, Answer]:
    argument = argument_of(inputs, text, intent, today)
    rows = selection(inputs, argument, today)
    return rows, command_tasks(argument, plans_named(inputs, argument), rows, today)


def own(rows: Selection) -> set[str]:
    return {row.tracked.ref for row in rows.own}


def past(said: Answer) -> int:
    """How many rows are told beside that are overdue in plans of past years."""
    found = [PAST.fullmatch(line_text(line)) for line in said.foot]
    return sum(int(match[1]) for match in found if match)


@settings(max_examples=25, deadline=None)
@given(registers())
def test_what_is_overdue_is_the_same_number_in_a_question_and_in_the_command_and_no_row_is_lost(
    register: Register,
) -> None:
    rows, listed = commanded(a_world_of(register), "quá hạn", register.today)
    said = asked(register, "nhiệm vụ nào quá hạn?")
    assert cited(said) == own(rows)
    assert past(said) == past(listed) == rows.past
    assert rows.past + len(rows.own) == len(register.in_state(State.OVERDUE))
    assert line_text(said.head[0]).rstrip(":.") == line_text(listed.head[0]).rstrip(":.")


@settings(max_examples=25, deadline=None)
@given(registers(), st.sampled_from(UNITS), st.sampled_from(["", "quý 2/2027", "quý 4/2026", "quá hạn"]))
def test_the_rows_of_a_unit_are_the_same_in_a_question_and_in_the_command(
    register: Register, unit: str, more: str
) -> None:
    rows, _ = commanded(a_world_of(register), f"{unit} {more}", register.today)
    said = asked(register, f"{unit} chủ trì việc gì {more}")
    behind = {row.tracked.ref for row in rows.prose}  # what running text gives it, at the end of either list
    assert cited(said) == own(rows) | behind


def figures_said(said: Answer) -> tuple[int, int]:
    """How many rows of a unit a first line says that it chairs, and only coordinates; one role for all is said once."""
    first = line_text(said.head[0])
    if both := re.search(r"\(chủ trì (\d+), chỉ phối hợp (\d+)\)", first):
        return int(both[1]), int(both[2])
    every = re.match(r"Có (\d+) .* (chủ trì|phối hợp):", first)
    lead, count = (every[2] == "chủ trì", int(every[1])) if every else (True, 0)
    return (count, 0) if lead else (0, count)


@settings(max_examples=25, deadline=None)
@given(registers(), st.sampled_from(UNITS))
def test_where_no_role_is_said_a_question_and_the_command_tell_both_figures(register: Register, unit: str) -> None:
    rows, listed = commanded(a_world_of(register), unit, register.today)
    said = asked(register, f"{unit} có bao nhiêu nhiệm vụ?")
    assert figures_said(said) == (len(rows.own), rows.coordinated)
    beside = f"Ngoài ra đơn vị phối hợp thực hiện {rows.coordinated} nhiệm vụ."
    assert (beside in map(line_text, listed.head)) is bool(rows.coordinated)


@settings(max_examples=25, deadline=None)
@given(registers())
def test_the_report_of_a_month_has_each_late_row_and_each_unit_in_a_line_with_its_figures(register: Register) -> None:
    inputs = a_world_of(register)
    account = account_of(inputs, "năm 2027", YEAR, register.today)
    if not account.whole.total:
        return
    blocks = {line_text(block.heading[0]): lines_of(block) for block in month_report(account).entries}
    late = blocks.get(f"Quá hạn: {len(account.overdue)} nhiệm vụ", [])
    named = [f"{n}. {entry.task.task} – " for n, entry in enumerate(account.overdue[:MOST_LATE], 1)]
    assert len(late) == len(named)
    assert all(line.startswith(name) for line, name in zip(late, named, strict=True))
    units = [f"{unit.name} – {unit.total} nhiệm vụ" for unit in account.units[:MOST_UNITS]]
    assert [line.split(": quá hạn")[0].split(": hoàn")[0].split(": đang")[0].split(": xin")[0]
            for line in blocks["Theo đơn vị chủ trì"]] == units  # fmt: skip


def lines_of(block: Entry) -> list[str]:
    return [line_text(line) for line in block.lines]


@settings(max_examples=25, deadline=None)
@given(registers())
def test_own_reminders_are_of_the_open_dates_of_the_register(register: Register) -> None:
    wishes = tuple(Wish(7, entry.ref, (0, 7, 365)) for entry in register.entries(register.all()))
    inputs = replace(a_world_of(register), wishes=wishes)
    now = datetime.combine(register.today, time(9), VIETNAM)
    for item in due_now(inputs, Delivered(), now):
        if item.kind is Kind.OWN:
            entry = register.find(item.key.ref)
            assert entry is not None
            assert item.key.due in {occurrence.due for occurrence in entry.open}


def printed(command: Any, arguments: Sequence[str], inputs: RuleInputs, today: date) -> list[dict[str, Any]]:
    """What a command prints as JSON."""
    wiring = SimpleNamespace(stores=None, clock=lambda: datetime.combine(today, time(8), VIETNAM))
    with pytest.MonkeyPatch.context() as patched:
        for module in (due, progress):
            patched.setattr(module, "inputs_of", lambda _stores: inputs)
        done = CliRunner().invoke(command, [*arguments, "--json"], obj=wiring, standalone_mode=False)
    assert done.exception is None
    rows: list[dict[str, Any]] = json.loads(done.output)
    return rows


@settings(max_examples=20, deadline=None)
@given(registers())
def test_the_command_line_lists_the_rows_and_states_of_the_register(register: Register) -> None:
    inputs, today = a_world_of(register), register.today
    every = printed(progress.progress, ["list"], inputs, today)
    assert {row["ref"]: row["state"] for row in every} == {
        e.ref: e.state.value for e in register.entries(register.all())
    }
    late = printed(progress.progress, ["list", "--state", "overdue"], inputs, today)
    assert sorted(row["ref"] for row in late) == refs(register, register.in_state(State.OVERDUE))
    first, last = QUARTER
    falling = printed(due.due, ["--from", first.isoformat(), "--to", last.isoformat()], inputs, today)
    rows, _ = commanded(inputs, "quý 2/2027", today, Intent.DUE)
    assert {row["ref"] for row in falling} == {
        row.tracked.ref for row in rows.own if any(first <= o.due <= last for o in row.tracked.entry.open)
    }


@settings(max_examples=25, deadline=None)
@given(registers(), st.sampled_from(["quý 2/2027", "quý 1/2027", "năm 2027"]))
def test_what_is_overdue_in_a_time_is_so_for_its_dates_in_it_everywhere(register: Register, time: str) -> None:
    inputs = a_world_of(register)
    argument = argument_of(inputs, f"đến hạn {time} quá hạn", Intent.TASKS, register.today)
    [period] = argument.query.periods
    account = account_of(inputs, time, (period.first, period.last), register.today)
    late = {entry.ref for entry in account.overdue}
    assert {row.tracked.ref for row in selection(inputs, argument, register.today).own} == late
    assert cited(asked(register, f"việc nào đến hạn {time} đã quá hạn?")) == late
    states = register.states_within([(period.first, period.last)])
    for entry in account.entries:
        assert STATES[states[entry.row]] is entry.state_within([(period.first, period.last)])


def test_a_list_by_days_tells_a_monthly_duty_as_it_stands_for_the_date_in_them() -> None:
    monthly = a_task(deadline=Deadline("Ngày 30 hằng tháng", DeadlineKind.PERIODIC, recur="monthly 30"))
    register = Register((a_loaded_plan([monthly]),), {}, date(2027, 3, 9))
    asked_for = asked(register, "tháng 3 việc gì đến hạn?")
    assert "Thời hạn: 30/3/2027 (Ngày 30 hằng tháng; còn 21 ngày)" in plain(asked_for)
    assert "quá hạn" not in plain(asked_for)
    assert "Tình trạng: quá hạn" in plain(asked(register, "tháng 2 việc gì đến hạn?"))


def test_a_day_in_this_year_counts_in_whichever_plan_it_stands() -> None:
    old = a_loaded_plan([a_task(deadline=a_deadline(date(2027, 1, 20)))], stem="old", heading=of_years(2026))
    new = a_loaded_plan([a_task(deadline=a_deadline(date(2027, 1, 25)))], stem="new", heading=of_years(2027))
    register = Register((old, new), {}, date(2027, 3, 9))
    rows, _ = commanded(a_world_of(register), "tháng 1/2027", register.today, Intent.DUE)
    assert cited(asked(register, "tháng 1/2027 việc gì đến hạn?")) == own(rows) == {*old.task_refs, *new.task_refs}
