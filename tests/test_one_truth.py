"""Whatever lists, counts, reminds or reports shows the same rows in the same states."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from builders import OFFICE, a_deadline, a_directory, a_link, a_task, at, the_inputs
from generated import SOME_DAYS, TODAY, UNITS, registers
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import (
    BARE,
    QUARTER,
    YEAR,
    a_world_of,
    by_unit,
    cited,
    context_of,
    items,
    led_by,
    led_elsewhere,
    ownerless,
    refs,
    several_offices,
)

from knowledge.answers.answer import Context, answer
from knowledge.library.snapshot import make_snapshot
from knowledge.model import DeadlineKind, State
from knowledge.questions.command import Argument
from knowledge.questions.query import Intent
from knowledge.reply import line_text
from knowledge.tasks.register import Register
from scheduler.account import Whose, account_of
from scheduler.clock import VIETNAM
from scheduler.command_rows import argument_of, selection
from scheduler.digest import digests
from scheduler.items import Delivered, Kind
from scheduler.overview import (
    OTHERS,
    Row,
    coming_due,
    everything,
    falling_due,
    figures,
    of_chat,
    of_unit,
    overdue,
)
from scheduler.rules import due_now
from scheduler.task_lists import report


@settings(max_examples=60, deadline=None)
@given(registers(), SOME_DAYS, st.integers(0, 90))
def test_lists_commands_and_figures_show_the_rows_of_the_register(register: Register, first: date, length: int) -> None:
    inputs, today, days = a_world_of(register), register.today, (first, first + timedelta(days=length))
    rows = everything(inputs, today)
    assert sorted(row.tracked.ref for row in rows) == refs(register, register.all())
    assert sorted(row.tracked.ref for row in overdue(rows)) == refs(register, register.in_state(State.OVERDUE))
    opened = refs(register, register.open_within(*days))
    assert sorted(row.tracked.ref for row in falling_due(rows, days)) == opened
    assert sorted({row.tracked.ref for row in coming_due(inputs, days, today)}) == opened
    for number, unit in enumerate(UNITS, 1):
        led = led_by(register, unit)
        assert sorted(row.tracked.ref for row in of_unit(inputs, unit, today)) == led
        assert sorted(row.tracked.ref for row in of_chat(inputs, -number, today)) == led
        counted = {f.unit: sum(f.counts.values()) for f in figures(rows, inputs.directory)}
        assert counted.get(unit, 0) == len(led)
    assert counted.get("", 0) == len(ownerless(register))
    assert counted.get(OTHERS, 0) == len(led_elsewhere(register))


@settings(max_examples=60, deadline=None)
@given(registers())
def test_what_is_reminded_as_overdue_is_overdue_in_the_register(register: Register) -> None:
    inputs = a_world_of(register)
    now = datetime.combine(register.today, datetime.min.time(), VIETNAM).replace(hour=9)
    for item in due_now(inputs, Delivered(), now):
        if item.kind not in {Kind.OVERDUE, Kind.OWNERLESS, Kind.LEADER, Kind.OFFICE} or item.key.due >= register.today:
            continue
        entry = register.find(item.key.ref)
        assert entry is not None
        assert entry.on(item.key.due) in {State.OVERDUE, State.EXTENSION_ASKED}
        assert (item.kind is Kind.OWNERLESS) == (not entry.task.lead) or item.kind in {Kind.LEADER, Kind.OFFICE}


@settings(max_examples=15, deadline=None)
@given(registers())
def test_a_question_for_what_is_overdue_in_a_plan_lists_its_overdue_rows(register: Register) -> None:
    snapshot = make_snapshot(register.plans)
    for loaded in register.plans:
        context = replace(context_of(register), plan=loaded.stem)
        said, _ = answer("nhiệm vụ nào quá hạn?", snapshot, context=context)
        late = register.entries(register.in_state(State.OVERDUE))
        assert cited(said) == {entry.ref for entry in late if entry.stem == loaded.stem}


def test_a_row_without_a_chair_reaches_each_admin_before_and_after_its_day() -> None:
    inputs = the_inputs(BARE)
    for when in ("2027-06-24 08:00", "2027-06-28 08:00"):
        [item] = [found for found in items(inputs, when) if found.kind is Kind.OWNERLESS]
        assert (item.chat.id, item.unit) == (1, "")
        [message] = digests([item], at(when).date())
        assert "CHƯA GIAO ĐƠN VỊ CHỦ TRÌ" in message.text
        assert message.unit == ""


def test_a_row_without_chair_and_date_is_among_those_that_wait_for_a_date() -> None:
    inputs = the_inputs(replace(BARE, deadline=a_deadline()))
    assert [found.kind for found in items(inputs, "2027-06-24 08:00")] == [Kind.UNDATED]


def test_what_has_no_date_yet_is_the_same_in_a_question_and_in_what_admins_are_asked_to_set() -> None:
    rows = [
        replace(BARE, stt="1"),
        replace(BARE, stt="2", deadline=a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)),
        replace(BARE, stt="3", deadline=a_deadline(text="Tháng Chạp", kind=DeadlineKind.CONDITIONAL)),
        replace(BARE, stt="4", deadline=a_deadline()),
    ]
    inputs = the_inputs(*rows)
    asked = {found.key.ref for found in items(inputs, "2027-06-24 08:00") if found.kind is Kind.UNDATED}
    context = Context(today=TODAY, customs=inputs.directory.customs)
    said, _ = answer("việc nào chưa xác định được thời hạn", make_snapshot(tuple(inputs.plans)), context=context)
    assert cited(said) == asked == {ref for plan in inputs.plans for ref in plan.task_refs[2:]}
    assert line_text(said.head[0]) == "Có 2 nhiệm vụ chưa xác định thời hạn:"


def test_the_lines_of_the_figures_hold_every_row() -> None:
    office = a_directory(a_link(), office=OFFICE)
    inputs = the_inputs(BARE, a_task(stt="2"), directory=office)
    found = figures(everything(inputs, TODAY), inputs.directory)
    assert [(f.name, sum(f.counts.values())) for f in found] == [("Chưa giao đơn vị chủ trì", 1), ("Văn phòng Sở", 1)]


@settings(max_examples=25, deadline=None)
@given(registers(), st.sampled_from(["quý 1/2027", "quý 2/2027 và quý 4/2027", "tháng 3/2027", "năm 2027", ""]))
def test_every_surface_shows_the_same_rows_of_a_unit_and_a_time(register: Register, time: str) -> None:
    inputs, snapshot = a_world_of(register), make_snapshot(register.plans)
    context = context_of(register)
    for number, unit in enumerate(UNITS, 1):
        argument = argument_of(inputs, f"{unit} {time}", Intent.TASKS, register.today)
        chosen = selection(inputs, argument, register.today)
        timed = bool(argument.query.periods)
        if time != "năm 2027":  # which may say only which plans are meant
            assert timed is bool(time)
        said, _ = answer(f"{unit} chủ trì việc gì {time} trong tất cả các kế hoạch", snapshot, context=context)
        own, text = ({row.tracked.ref for row in part} for part in (chosen.own, chosen.prose))
        assert cited(said) == own if timed else own <= cited(said) <= own | text  # a list ends with duties of the text
        every = {row.tracked.ref for part in (chosen.own, chosen.shared, chosen.prose) for row in part}
        led = of_chat(inputs, -number, register.today)
        within = {row.tracked.ref for row in led if not timed or _within(row, argument)}
        assert every == within if timed or not time else every <= within
        accounts = [
            account_of(inputs, "", (p.first, p.last), register.today, Whose(-number)) for p in argument.query.periods
        ]
        assert {e.ref for account in accounts for e in account.entries} == cited(said) or not timed
        assert {e.ref for account in accounts for e in (*account.entries, *account.shared)} == every or not timed


def _within(row: Row, argument: Argument) -> bool:
    days = [occurrence.due for occurrence in row.tracked.entry.occurrences]
    return any(p.first <= day <= p.last for day in days for p in argument.query.periods)


@settings(max_examples=25, deadline=None)
@given(registers())
def test_what_falls_due_is_the_same_for_the_command_the_question_and_the_account(register: Register) -> None:
    inputs, snapshot = a_world_of(register), make_snapshot(register.plans)
    context = context_of(register)
    argument = argument_of(inputs, "quý 2/2027", Intent.DUE, register.today)
    rows = selection(inputs, argument, register.today).own
    said, _ = answer("quý 2/2027 việc gì đến hạn trong tất cả các kế hoạch", snapshot, context=context)
    [period] = argument.query.periods
    due = refs(register, register.due_within(period.first, period.last))
    assert sorted(row.tracked.ref for row in rows) == sorted(cited(said)) == due
    account = account_of(inputs, period.label, (period.first, period.last), register.today)
    assert sorted(entry.ref for entry in account.entries) == due
    left = {row.tracked.ref for row in coming_due(inputs, (period.first, period.last), register.today)}
    assert left == {row.tracked.ref for row in falling_due(rows, (period.first, period.last))}


@settings(max_examples=25, deadline=None)
@given(registers())
def test_counts_by_unit_are_of_the_rows_that_lists_and_the_account_have(register: Register) -> None:
    inputs, snapshot = a_world_of(register), make_snapshot(register.plans)
    context = context_of(register)
    due = account_of(inputs, "", QUARTER, register.today).entries
    late = tuple(register.entries(register.in_state(State.OVERDUE)))
    for asked, entries in (("việc quý 2/2027", due), ("việc quá hạn", late)):
        said, _ = answer(f"mỗi đơn vị có bao nhiêu {asked} trong tất cả các kế hoạch", snapshot, context=context)
        if any(entry.task.lead for entry in entries):
            assert cited(said) == {entry.ref for entry in entries}
            assert line_text(said.head[0]).startswith(f"Tổng cộng {len(entries)} nhiệm vụ")
            assert {line_text(row).partition(". ")[2] for row in said.head[1:]} == {
                f"{unit}: {count} nhiệm vụ" for unit, count in by_unit(register, entries).items()
            }
    rows = selection(inputs, argument_of(inputs, "quá hạn", Intent.TASKS, register.today), register.today)
    assert len(rows.own) + rows.past == len(late)
    assert {row.tracked.ref for row in rows.own} <= {entry.ref for entry in late}


def test_the_lines_by_unit_sum_up_to_the_total_and_say_how() -> None:
    inputs = several_offices()
    rows = everything(inputs, TODAY)
    found = figures(rows, inputs.directory)
    lines = {f.name: sum(f.counts.values()) for f in found}
    assert lines == {
        "Văn phòng Sở": 3,
        "Phòng Tổ chức": 1,
        "Các phòng chuyên môn": 1,
        "Chưa giao đơn vị chủ trì": 1,
        OTHERS: 2,
    }
    account = account_of(inputs, "năm 2027", YEAR, TODAY)
    assert {unit.name: unit.total for unit in account.units} == lines
    foot = " ".join(span.text for line in report(account).foot for span in line)
    assert "cộng các dòng được 8 lượt, trong đó 1 lượt tính thêm; tổng số là 7 nhiệm vụ" in foot
    assert "giao chung" in foot
