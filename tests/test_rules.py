"""What is due to be said: a table of days for each rule of issue and plan."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from builders import (
    ADMIN,
    HEARD,
    UNIT_CHAT,
    a_directory,
    a_link,
    a_loaded_plan,
    a_task,
    at,
    the_inputs,
)
from ruled_office import (
    DUE,
    QUIET,
    REF,
    Office,
    brief,
    first,
)

from knowledge.model import Deadline, DeadlineKind, Progress, State
from scheduler.directory import Chat, Role
from scheduler.items import Kind
from scheduler.rules import due_now


@pytest.fixture
def office() -> Iterator[Office]:
    with closing(Office()) as office:
        yield office


def test_each_stage_is_said_once(office: Office) -> None:
    days = [f"2027-06-{day:02} 08:00" for day in range(1, 31)] + ["2027-07-01 08:00", "2027-07-02 08:00"]
    said = [(when[:10], item.key.stage) for when in days for item in office.says(when) if item.kind is not Kind.OFFICE]
    assert said == [
        ("2027-06-01", "30"), ("2027-06-16", "14"), ("2027-06-23", "7"), ("2027-06-25", "3"), ("2027-06-29", "1"),
        ("2027-06-30", "0"),
    ]  # fmt: skip


def test_what_was_missed_is_said_once_as_the_latest_stage_and_marked_late(office: Office) -> None:
    office.says("2027-06-01 08:00")
    (item,) = office.says("2027-06-28 08:00")
    assert (item.key.stage, item.late, item.skipped) == ("3", True, (-14, -7))
    assert office.says("2027-06-28 15:00") == []


def test_a_stage_said_on_its_day_is_not_late() -> None:
    (item,) = due_now(the_inputs(), HEARD, at("2027-06-23 16:00"))
    assert (item.key.stage, item.late) == ("7", False)


@pytest.mark.parametrize("when", ["2027-06-23 06:00", "2027-06-23 18:00", "2027-06-27 09:00"])
def test_nothing_is_said_in_quiet_hours_or_on_a_day_off(when: str) -> None:
    assert first(the_inputs(), when) == []


@pytest.mark.parametrize("state", [State.DONE_ON_TIME, State.DONE_LATE, State.NOT_APPLICABLE])
def test_closed_rows_are_silent(state: State) -> None:
    assert first(the_inputs(progress={REF: Progress(state)}), "2027-07-30 08:00") == []


def test_overdue_rows_are_repeated_every_week(office: Office) -> None:
    office.change(progress={REF: Progress(State.IN_PROGRESS, answered="2027-07-01T09:00:00+07:00")})
    office.says("2027-06-30 08:00")
    days = [f"2027-07-{day:02} 08:00" for day in range(1, 23)]
    said = [(when[:10], item.key.stage) for when in days for item in office.says(when)]
    assert said == [("2027-07-05", "+1"), ("2027-07-12", "+2"), ("2027-07-19", "+3")]


def raised(office: Office, days: range) -> list[tuple[int, str, int]]:
    return [
        (day, item.kind.value, item.chat.id)
        for day in days
        for item in office.says(f"2027-07-{day:02} 08:00")
        if item.kind in {Kind.LEADER, Kind.OFFICE}
    ]


def test_escalation_goes_to_the_leader_after_two_working_days_and_to_the_office_after_five(office: Office) -> None:
    office.change(directory=a_directory(a_link(), a_link(chat=77, role=Role.LEADER)))
    office.says("2027-06-30 08:00")
    assert raised(office, range(1, 20)) == [(2, "leader", 77), (7, "office", ADMIN)]


def test_escalation_takes_one_level_at_a_time_after_downtime(office: Office) -> None:
    office.change(directory=a_directory(a_link(), a_link(chat=77, role=Role.LEADER)))
    office.says("2027-06-30 08:00")
    assert raised(office, range(12, 20)) == [(12, "leader", 77), (15, "office", ADMIN)]


def test_escalation_counts_from_the_first_reminder_that_the_unit_was_shown(office: Office) -> None:
    office.change(directory=a_directory(a_link(), a_link(chat=77, role=Role.LEADER)))
    assert raised(office, range(12, 20)) == [(14, "leader", 77), (19, "office", ADMIN)]


def test_without_a_leader_the_office_is_told(office: Office) -> None:
    office.says("2027-06-30 08:00")
    assert raised(office, range(1, 20)) == [(7, "office", ADMIN)]


@pytest.mark.parametrize(
    ("progress", "levels"),
    [
        pytest.param(Progress(answered="2027-07-01T10:00:00+07:00"), [], id="a sign after the date"),
        pytest.param(Progress(State.IN_PROGRESS, answered="2027-06-20T10:00:00+07:00"), ["office"], id="one before it"),
        pytest.param(Progress(State.EXTENSION_ASKED), [], id="more time asked for"),
    ],
)
def test_escalation_stops_at_an_answer(progress: Progress, levels: list[str]) -> None:
    inputs = the_inputs(progress={REF: progress})
    known = replace(HEARD, first={(REF, DUE.toordinal(), UNIT_CHAT): "2027-06-23T08:00:00+07:00"})
    items = due_now(inputs, known, at("2027-07-09 08:00"))
    assert [item.kind.value for item in items if item.kind in {Kind.LEADER, Kind.OFFICE}] == levels


def test_a_unit_without_a_chat_is_reported_to_the_admins() -> None:
    inputs = the_inputs(a_task(lead=("Thanh tra Sở",)))
    (item,) = due_now(inputs, HEARD, at("2027-06-23 08:00"))
    assert (item.kind, item.chat, item.unit) == (Kind.UNLINKED, Chat(ADMIN), "Thanh tra Sở")


def test_a_unit_that_gets_a_chat_is_told_itself(office: Office) -> None:
    office.change(directory=a_directory(a_link("Phòng Tổ chức", -5)))
    assert brief(office.says("2027-06-23 08:00")) == [("unlinked", ADMIN, "7")]
    office.change(directory=a_directory(a_link()))
    assert brief(office.says("2027-06-24 08:00")) == [("upcoming", UNIT_CHAT, "7")]


def test_coordinating_units_get_a_copy_only_by_setting() -> None:
    directory = a_directory(a_link(), a_link("Phòng Cải cách hành chính", -5))
    assert first(the_inputs(directory=directory), "2027-06-23 08:00") == [("upcoming", UNIT_CHAT, "7")]
    inputs = the_inputs(directory=directory, settings=replace(QUIET, copy_coordinating=True))
    assert [(i.chat.id, i.role) for i in due_now(inputs, HEARD, at("2027-06-23 08:00"))] == [
        (UNIT_CHAT, "lead"),
        (-5, "coordinate"),
    ]


def test_stages_may_be_set_for_a_unit_or_a_plan() -> None:
    by_unit = replace(QUIET, stages_for={"văn phòng sở": (10,)})
    by_plan = replace(QUIET, stages_for={"ke-hoach-2027": (5,)})
    assert first(the_inputs(settings=by_unit), "2027-06-28 08:00") == [("upcoming", UNIT_CHAT, "10")]
    assert first(the_inputs(settings=by_plan), "2027-06-28 08:00") == [("upcoming", UNIT_CHAT, "5")]


def moved_to(day: date) -> Progress:
    return Progress(due=day)


def test_a_moved_date_is_told_once_and_moves_the_reminders(office: Office) -> None:
    office.says("2027-06-23 08:00")
    office.change(progress={REF: moved_to(date(2027, 7, 15))})
    told = office.says("2027-06-24 08:00")
    assert brief(told) == [("moved", UNIT_CHAT, "moved 1"), ("moved", UNIT_CHAT, "30")]
    assert (told[0].before, told[0].dates) == ("2027-06-30", "2027-07-15")
    assert office.says("2027-06-25 08:00") == []
    assert brief(office.says("2027-07-01 08:00")) == [("upcoming", UNIT_CHAT, "14")]


def test_a_date_that_moves_back_is_told_again(office: Office) -> None:
    office.says("2027-06-23 08:00")
    office.change(progress={REF: moved_to(date(2027, 9, 15))})
    office.says("2027-06-24 08:00")
    office.change(progress={})
    assert brief(office.says("2027-06-25 08:00")) == [("moved", UNIT_CHAT, "moved 2"), ("moved", UNIT_CHAT, "3")]


def test_a_chat_that_was_never_told_a_date_is_not_told_that_it_moved() -> None:
    assert first(the_inputs(progress={REF: moved_to(date(2027, 9, 15))}), "2027-06-24 08:00") == []


def test_a_removed_row_stops(office: Office) -> None:
    office.says("2027-06-23 08:00")
    office.change(plans=(a_loaded_plan([]),))
    assert office.says("2027-07-23 08:00") == []


def test_remind_me_later_is_said_once_on_that_day(office: Office) -> None:
    office.says("2027-06-16 08:00")
    office.change(progress={REF: Progress(remind_on=date(2027, 6, 19))})  # a Saturday
    assert office.says("2027-06-18 08:00") == []
    assert brief(office.says("2027-06-21 08:00")) == [("upcoming", UNIT_CHAT, f"later {date(2027, 6, 19).toordinal()}")]
    assert office.says("2027-06-22 08:00") == []


MONTHLY = a_task(deadline=Deadline("Trước ngày 15 hằng tháng", DeadlineKind.PERIODIC, recur="monthly 15"))


def test_a_recurring_duty_has_the_stages_that_fit_its_rhythm(office: Office) -> None:
    office.change(plans=(a_loaded_plan([MONTHLY]),), directory=a_directory(a_link(), admins=()))
    days = [f"2027-03-{day:02} 08:00" for day in range(1, 32)]
    said = [(item.key.due.isoformat(), item.key.stage) for when in days for item in office.says(when)]
    assert said == [
        ("2027-02-15", "+2"), ("2027-02-15", "+3"), ("2027-03-15", "7"), ("2027-03-15", "1"),
        ("2027-03-15", "0"), ("2027-03-15", "+1"), ("2027-03-15", "+2"),
    ]  # fmt: skip


def test_a_recurring_duty_has_no_dates_outside_its_plans_years() -> None:
    inputs = the_inputs(plans=(a_loaded_plan([MONTHLY]),))
    assert first(inputs, "2026-10-15 08:00") == []
    assert first(inputs, "2029-10-15 08:00") == []


def test_a_report_of_one_occurrence_leaves_the_next_one_open(office: Office) -> None:
    office.change(plans=(a_loaded_plan([MONTHLY]),), progress={})
    ref = office.inputs.plans[0].task_refs[0]
    office.change(progress={ref: Progress(State.DONE_ON_TIME, done_for=date(2027, 3, 15))})
    assert office.says("2027-03-20 08:00") == []
    assert brief(office.says("2027-04-08 08:00")) == [("upcoming", UNIT_CHAT, "7")]


def test_what_goes_on_is_said_once_a_quarter(office: Office) -> None:
    ongoing = a_task(deadline=Deadline("Thường xuyên", DeadlineKind.ONGOING))
    office.change(plans=(a_loaded_plan([ongoing]),), settings=replace(QUIET, ongoing="quarterly"))
    days = ["2027-04-01", "2027-04-02", "2027-06-30", "2027-07-01", "2028-01-03"]
    said = [(day, item.kind.value) for day in days for item in office.says(f"{day} 08:00")]
    assert said == [("2027-04-01", "ongoing"), ("2027-07-01", "ongoing")]
