"""The register: how rows stand today, and the selections from it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from builders import a_deadline, a_loaded_plan, a_task
from generated import SOME_DAYS, TODAY, UNITS, of_years, registers
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.library.snapshot import LoadedPlan
from knowledge.model import Deadline, DeadlineKind, Heading, Progress, State, Task, TaskKind
from knowledge.tasks.entry import Blank, Entry, blanks_of
from knowledge.tasks.register import Register, register_of

JANUARY, FEBRUARY, MARCH = date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)
MONTHLY = a_task(stt="m", deadline=Deadline("Ngày 31 hằng tháng", DeadlineKind.PERIODIC, recur="monthly 31"))
TWO_DATES = a_task(stt="2", deadline=a_deadline(JANUARY, date(2027, 6, 30)))
PAST = a_task(stt="p", deadline=a_deadline(JANUARY))
COMING = a_task(stt="c", deadline=a_deadline(MARCH))


def a_register(
    *tasks: Task, progress: Mapping[int, Progress] | None = None, today: date = TODAY, **changes: Any
) -> Register:
    """The rows of one plan of 2027 with what was reported of them, by their position."""
    plan = a_loaded_plan(tasks, **changes)
    return Register((plan,), {plan.task_refs[n]: said for n, said in (progress or {}).items()}, today)


def the(task: Task, said: Progress | None = None, **changes: Any) -> Entry:
    return a_register(task, progress={0: said} if said else None, **changes).entry(0)


@pytest.mark.parametrize(
    ("task", "said", "state"),
    [
        pytest.param(COMING, None, State.NOT_STARTED, id="in time"),
        pytest.param(a_task(deadline=a_deadline(TODAY)), None, State.NOT_STARTED, id="due today"),
        pytest.param(
            a_task(deadline=Deadline("", DeadlineKind.PERIODIC, recur="yearly 3-9")), None, State.NOT_STARTED,
            id="recurs today",
        ),
        pytest.param(PAST, None, State.OVERDUE, id="past without a report"),
        pytest.param(PAST, Progress(State.IN_PROGRESS), State.OVERDUE, id="begun and past"),
        pytest.param(PAST, Progress(State.DONE_LATE), State.DONE_LATE, id="done late"),
        pytest.param(PAST, Progress(State.NOT_APPLICABLE), State.NOT_APPLICABLE, id="waived"),
        pytest.param(PAST, Progress(State.EXTENSION_ASKED), State.EXTENSION_ASKED, id="more time asked"),
        pytest.param(PAST, Progress(due=MARCH), State.NOT_STARTED, id="extended"),
        pytest.param(COMING, Progress(due=FEBRUARY), State.OVERDUE, id="set to a day that has passed"),
        pytest.param(TWO_DATES, None, State.OVERDUE, id="the first of two dates past"),
        pytest.param(
            TWO_DATES, Progress(State.DONE_ON_TIME, done_for=JANUARY, done=((JANUARY, State.DONE_ON_TIME),)),
            State.IN_PROGRESS, id="half done",
        ),
        pytest.param(TWO_DATES, Progress(moved=((JANUARY, MARCH),)), State.NOT_STARTED, id="one of two dates extended"),
        pytest.param(MONTHLY, None, State.OVERDUE, id="a recurring duty with a past date"),
        pytest.param(MONTHLY, Progress(State.DONE_ON_TIME), State.DONE_ON_TIME, id="a recurring duty that is over"),
        pytest.param(replace(PAST, status="Đã hoàn thành"), None, State.DONE_ON_TIME, id="the plan says done"),
        pytest.param(replace(PAST, status="Chưa hoàn thành"), None, State.OVERDUE, id="the plan says not done"),
        pytest.param(replace(COMING, status="Đang thực hiện"), None, State.IN_PROGRESS, id="the plan says begun"),
        pytest.param(replace(PAST, status="Hoàn thành (chậm)"), None, State.DONE_LATE, id="the plan says done late"),
        pytest.param(
            replace(PAST, status="Đã hoàn thành"), Progress(State.IN_PROGRESS, "An", "2027-02-01T08:00:00+07:00"),
            State.OVERDUE, id="a report goes before what the plan says",
        ),
        pytest.param(a_task(deadline=a_deadline(kind=DeadlineKind.ONGOING)), None, State.NOT_STARTED, id="no day"),
    ],
)  # fmt: skip
def test_how_a_row_stands(task: Task, said: Progress | None, state: State) -> None:
    register = a_register(task, progress={0: said} if said else None)
    assert register.entry(0).state is state
    assert register.state(0) is state
    assert register.in_state(state).tolist() == [0]


def test_whoever_says_that_a_row_is_not_begun_is_believed_before_the_column_of_the_plan() -> None:
    done = a_task(status="Đã hoàn thành", deadline=a_deadline(MARCH))
    assert the(done).state is State.DONE_ON_TIME
    assert the(done, Progress(State.NOT_STARTED, when="2027-03-01T08:00:00")).state is State.NOT_STARTED


def test_a_date_that_a_report_of_before_names_alone_is_done_and_the_others_are_open() -> None:
    entry = the(TWO_DATES, Progress(State.IN_PROGRESS, done_for=JANUARY))
    assert [occurrence.state for occurrence in entry.occurrences] == [State.DONE_ON_TIME, State.IN_PROGRESS]


def test_a_row_of_which_one_date_was_done_late_was_done_late() -> None:
    days = (JANUARY, date(2027, 6, 30))
    done = tuple(zip(days, (State.DONE_LATE, State.DONE_ON_TIME), strict=True))
    assert the(TWO_DATES, Progress(State.DONE_ON_TIME, done_for=days[1], done=done)).state is State.DONE_LATE


def test_duties_of_running_text_stand_beside_rows_only_where_their_plan_has_a_table() -> None:
    duty = a_task(kind=TaskKind.PROSE)
    plans = (a_loaded_plan([duty], stem="text"), a_loaded_plan([duty, PAST], stem="table"))
    assert Register(plans, {}, TODAY).duties_beside_tables.tolist() == [1]


def test_a_passed_date_of_a_recurring_duty_stays_open_until_it_is_reported() -> None:
    said = Progress(State.DONE_LATE, done_for=FEBRUARY, done=((FEBRUARY, State.DONE_LATE),))
    entry = the(MONTHLY, said)
    assert [(o.due, o.state) for o in entry.occurrences[:3]] == [
        (JANUARY, State.OVERDUE),
        (FEBRUARY, State.DONE_LATE),
        (MARCH, State.IN_PROGRESS),
    ]
    assert entry.due == JANUARY
    waived = replace(said, done=((JANUARY, State.NOT_APPLICABLE), *said.done))
    assert (the(MONTHLY, waived).state, the(MONTHLY, waived).due) == (State.IN_PROGRESS, MARCH)


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        pytest.param(of_years(2027, issued="2027-02-10"), FEBRUARY, id="the plan's day of issue"),
        pytest.param(of_years(2027, issued="2026-12-15"), JANUARY, id="issued before its year"),
        pytest.param(of_years(2027, issued="2027-02"), JANUARY, id="a blank where the day is"),
        pytest.param(of_years(2027), JANUARY, id="1 January of its year"),
        pytest.param(of_years(), JANUARY, id="1 January of today's year"),
    ],
)
def test_a_rhythm_begins_with_its_plan(heading: Heading, first: date) -> None:
    assert the(MONTHLY, heading=heading).occurrences[0].due == first


def test_a_rhythm_that_names_no_day_has_no_date() -> None:
    quarterly = a_task(deadline=Deadline("Hằng quý", DeadlineKind.PERIODIC, recur="quarterly, half-yearly, yearly"))
    register = a_register(quarterly, today=date(2027, 12, 31))
    assert (register.entry(0).occurrences, register.state(0)) == ((), State.NOT_STARTED)
    assert register.undated().tolist() == [0]


def test_a_rhythm_ends_with_the_years_of_its_plan() -> None:
    assert the(MONTHLY, heading=of_years(2026)).occurrences[-1].due == date(2026, 12, 31)


def test_a_date_that_is_set_or_extended_may_lie_after_the_years_of_the_plan() -> None:
    later = date(2029, 1, 5)
    assert the(COMING, Progress(due=later), heading=of_years(2026)).due == later
    moved = the(MONTHLY, Progress(moved=((date(2026, 1, 31), later),)), heading=of_years(2026))
    assert moved.occurrences[-1].due == later


def test_a_row_of_a_past_year_is_overdue_and_known_to_be_of_the_past() -> None:
    old = the(a_task(deadline=a_deadline(date(2026, 5, 1))), heading=of_years(2026))
    assert (old.state, old.past) == (State.OVERDUE, True)
    assert not the(PAST).past


def test_more_time_that_is_asked_for_moves_no_date_and_holds_for_the_whole_row() -> None:
    asked = Progress(State.EXTENSION_ASKED, asked_due=date(2027, 4, 30), asked_for=JANUARY)
    entry = the(MONTHLY, asked)
    assert (entry.state, entry.due, entry.on(FEBRUARY)) == (State.EXTENSION_ASKED, JANUARY, State.OVERDUE)


def test_a_recurring_duty_keeps_its_other_dates_when_one_is_extended() -> None:
    entry = the(MONTHLY, Progress(moved=((JANUARY, date(2027, 2, 15)),)))
    assert [o.due for o in entry.occurrences[:2]] == [date(2027, 2, 15), FEBRUARY]


def test_a_date_that_was_moved_forward_is_in_the_window_that_it_was_moved_to() -> None:
    register = a_register(MONTHLY, progress={0: Progress(moved=((date(2027, 5, 31), date(2027, 5, 3)),))})
    assert register.due_within(date(2027, 5, 1), date(2027, 5, 10)).tolist() == [0]
    assert register.open_within(date(2027, 5, 1), date(2027, 5, 10)).tolist() == [0]
    assert register.due_within(date(2027, 5, 11), date(2027, 5, 31)).tolist() == []


def left_empty(entry: Entry) -> frozenset[Blank]:
    """The cells that nobody has filled: the plan, or since then an admin."""
    return blanks_of(entry.task) - ({Blank.DEADLINE} if entry.progress.due else set())


def test_empty_cells_make_groups_of_their_own() -> None:
    bare = a_task(stt="", lead=(), coordinate=(), result=None, deadline=Deadline())
    register = a_register(COMING, bare, MONTHLY, progress={})
    assert [register.blank(blank).tolist() for blank in Blank] == [[1]] * 4 + [[0, 1, 2]]  # none has an objective
    assert register.undated().tolist() == [1]
    dated = a_register(COMING, bare, progress={1: Progress(due=MARCH)})
    assert (dated.blank(Blank.DEADLINE).tolist(), dated.undated().tolist()) == ([], [])


def test_a_window_knows_set_extended_and_recurring_dates_instead_of_printed_ones() -> None:
    progress = {0: Progress(due=date(2027, 5, 5)), 1: Progress(moved=((JANUARY, date(2027, 5, 6)),))}
    register = a_register(COMING, TWO_DATES, MONTHLY, PAST, progress=progress)
    assert register.due_within(date(2027, 5, 1), date(2027, 5, 30)).tolist() == [0, 1]
    assert register.due_within(date(2027, 5, 31), date(2027, 6, 30)).tolist() == [1, 2]
    assert register.due_within(JANUARY, MARCH).tolist() == [2, 3]
    assert register.due_within(date(2027, 12, 31), date(2029, 1, 1)).tolist() == [2]


def test_open_rows_of_a_window_are_those_with_something_left_to_do_there() -> None:
    half = Progress(State.DONE_ON_TIME, done_for=JANUARY, done=((JANUARY, State.DONE_ON_TIME),))
    register = a_register(TWO_DATES, PAST, MONTHLY, progress={0: half, 1: Progress(State.DONE_LATE), 2: half})
    assert register.open_within(JANUARY, JANUARY).tolist() == []
    assert register.due_within(JANUARY, JANUARY).tolist() == [0, 1, 2]
    assert register.open_within(JANUARY, date(2027, 6, 30)).tolist() == [0, 2]


def test_rows_of_units_are_found_in_each_role_and_only_in_their_plan() -> None:
    one = a_loaded_plan([a_task(lead=("A",), coordinate=("B",)), a_task(stt="2", lead=("B",), coordinate=())])
    other = a_loaded_plan([a_task(lead=("A", "B"), coordinate=("A",))], stem="other")
    register = Register((one, other), {}, TODAY)
    assert register.of_units({0: {"A"}, 1: {"A"}}, "lead").tolist() == [0, 2]
    assert register.of_units({0: {"B"}}).tolist() == [0, 1]
    assert register.of_units({0: {"B"}}, "coordinate").tolist() == [0]
    assert register.of_units({0: {"nobody"}}).tolist() == []
    assert register.of_plans([1]).tolist() == [2]
    assert register.place(2) == (1, 0)


def test_a_row_is_found_by_its_ref_until_no_plan_has_it() -> None:
    register = a_register(COMING, PAST)
    assert register.find(register.plans[0].task_refs[1]) == register.entry(1)
    assert register.find("gone") is None


def test_the_same_plans_and_reports_give_the_same_register() -> None:
    plans, progress = (a_loaded_plan(),), {}  # type: ignore[var-annotated]
    assert register_of(plans, progress, TODAY) is register_of(plans, progress, TODAY)
    assert register_of(plans, {}, TODAY) is register_of(plans, progress, TODAY)
    assert register_of(plans, progress, TODAY + timedelta(days=1)).today != TODAY


def names(plans: Sequence[LoadedPlan], unit: str) -> dict[int, set[str]]:
    return {n: {unit} for n in range(len(plans))}


@settings(max_examples=100, deadline=None)
@given(registers(), SOME_DAYS, st.integers(0, 120))
def test_every_selection_is_what_the_entries_say(register: Register, first: date, length: int) -> None:
    entries = list(register.entries(register.all()))
    last = first + timedelta(days=length)
    for state in State:
        assert register.in_state(state).tolist() == [e.row for e in entries if e.state is state]
    assert register.open().tolist() == [e.row for e in entries if not e.closed]
    assert register.undated().tolist() == [e.row for e in entries if not e.dated]
    for blank in Blank:
        assert register.blank(blank).tolist() == [e.row for e in entries if blank in left_empty(e)]
    due = [e.row for e in entries if any(first <= o.due <= last for o in e.occurrences)]
    assert register.due_within(first, last).tolist() == due
    opened = [e.row for e in entries if any(first <= o.due <= last for o in e.open)]
    assert register.open_within(first, last).tolist() == opened
    assert [e.row for e in entries if register.open_dates(e, first, last)] == opened


@settings(max_examples=60, deadline=None)
@given(registers(), SOME_DAYS)
def test_parts_make_the_whole_and_groups_sum_up(register: Register, day: date) -> None:
    rows, size = register.all(), len(register)
    assert sum(register.counts(rows).values()) == size
    assert sorted(np.concatenate([register.in_state(state) for state in State]).tolist()) == rows.tolist()
    before, after = register.due_within(date.min, day), register.due_within(day + timedelta(days=1), date(2028, 6, 1))
    dated = np.setdiff1d(rows, register.undated())
    assert set(np.union1d(before, after)) <= set(dated.tolist())
    led = [register.of_units(names(register.plans, unit), "lead") for unit in UNITS]
    assert set(np.concatenate([*led, register.blank(Blank.LEAD)]).tolist()) == set(rows.tolist())
    for unit in UNITS:
        both = register.of_units(names(register.plans, unit))
        each = [register.of_units(names(register.plans, unit), role) for role in ("lead", "coordinate")]
        assert both.tolist() == np.union1d(*each).tolist()


@settings(max_examples=60, deadline=None)
@given(registers())
def test_a_row_counts_once_in_its_worst_open_state(register: Register) -> None:
    for entry in register.entries(register.all()):
        opened = {o.state for o in entry.open}
        if entry.state is State.EXTENSION_ASKED:
            continue
        assert (State.OVERDUE in opened) == (entry.state is State.OVERDUE)
        assert not entry.closed or not opened
        assert entry.due == min((o.due for o in entry.open), default=None)
