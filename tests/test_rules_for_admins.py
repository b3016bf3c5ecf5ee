"""What is told beside the dates of rows: what waits for a date, the week ahead, requests, chats out of reach."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from builders import (
    ADMIN,
    UNIT_CHAT,
    a_loaded_plan,
    a_task,
)
from ruled_office import (
    QUIET,
    REF,
    Office,
    brief,
)

from knowledge.model import Deadline, DeadlineKind, Progress, State, TaskKind
from scheduler.items import Kind
from scheduler.rule_context import DeadLink, ParkedChat, RefusedMessage


@pytest.fixture
def office() -> Iterator[Office]:
    with closing(Office()) as office:
        yield office


def test_rows_without_a_date_are_listed_to_the_admins_once_a_month(office: Office) -> None:
    rows = [
        a_task(deadline=Deadline("Theo tiến độ", DeadlineKind.CONDITIONAL), stt="1"),
        a_task(deadline=Deadline(), stt="2"),
        a_task(deadline=Deadline(), kind=TaskKind.PROSE, stt="3"),
    ]
    office.change(plans=(a_loaded_plan(rows),))
    said = office.says("2027-05-04 08:00")
    assert [(i.kind.value, i.chat.id, i.task and i.task.stt) for i in said] == [
        ("undated", ADMIN, "1"),
        ("undated", ADMIN, "2"),
    ]
    assert office.says("2027-05-31 08:00") == []
    refs = office.inputs.plans[0].task_refs
    office.change(progress={refs[0]: Progress(due=date(2027, 12, 1))})
    assert [i.task and i.task.stt for i in office.says("2027-06-01 08:00")] == ["2"]


def test_the_week_ahead_is_said_on_monday_and_later_only_if_missed(office: Office) -> None:
    office.change(settings=replace(QUIET, week_ahead=True, stages=()))
    assert brief(office.says("2027-06-28 08:00")) == [("week", UNIT_CHAT, f"week {date(2027, 6, 28).toordinal()}")]
    assert office.says("2027-06-29 08:00") == []


def test_a_week_that_was_missed_is_said_late(office: Office) -> None:
    office.change(settings=replace(QUIET, week_ahead=True, stages=()))
    (item,) = office.says("2027-06-29 08:00")
    assert (item.kind, item.late) == (Kind.WEEK, True)


def test_a_request_for_more_time_goes_to_the_admins_once(office: Office) -> None:
    asked = Progress(State.EXTENSION_ASKED, "An", "2027-06-10T09:00:00+07:00", asked_due=date(2027, 7, 31))
    office.change(progress={REF: asked}, settings=replace(QUIET, stages=()))
    assert [(i.kind.value, i.chat.id, i.key.due) for i in office.says("2027-06-10 10:00")] == [
        ("extension", ADMIN, date(2027, 7, 31))
    ]
    assert office.says("2027-06-11 10:00") == []


def test_the_admins_are_told_once_of_a_chat_that_cannot_be_reached(office: Office) -> None:
    since = "2027-06-01T09:00:00+07:00"
    parked = (ParkedChat(-5, "bot was kicked", since), ParkedChat(UNIT_CHAT, "bot was blocked", since))
    office.change(parked=parked, settings=replace(QUIET, stages=()))
    assert [(i.kind.value, i.chat.id, i.words) for i in office.says("2027-06-01 10:00")] == [
        ("parked", ADMIN, "-5: bot đã bị đưa ra khỏi nhóm"),
        ("parked", ADMIN, "Văn phòng Sở (-1001): người nhận đã chặn"),
    ]
    assert office.says("2027-06-02 10:00") == []


def test_the_admins_are_told_once_a_day_of_a_message_that_telegram_does_not_take(office: Office) -> None:
    refused = RefusedMessage(-5, date(2027, 6, 1), "message is too long")
    office.change(refused=(refused,), settings=replace(QUIET, stages=()))
    assert [(i.kind.value, i.chat.id, i.words) for i in office.says("2027-06-01 10:00")] == [
        ("refused", ADMIN, "-5: tin dài quá")
    ]
    assert office.says("2027-06-01 10:15") == []
    office.change(refused=(refused, replace(refused, day=date(2027, 6, 2))))
    assert [i.key.due for i in office.says("2027-06-02 10:00")] == [date(2027, 6, 2)]


def test_a_chat_that_stands_for_a_unit_and_was_taken_out_is_told_to_the_admins_once(office: Office) -> None:
    office.change(
        dead=(DeadLink(-7, ("Thanh tra Sở",), "2027-06-22T09:00:00+07:00"),), settings=replace(QUIET, stages=())
    )
    (item,) = office.says("2027-06-23 08:00")
    assert (item.kind, item.chat.id) == (Kind.PARKED, ADMIN)
    assert item.words.startswith("Thanh tra Sở (-7): nhóm không còn được dùng")
    assert office.says("2027-06-24 08:00") == []
    office.change(dead=(DeadLink(-7, ("Thanh tra Sở",), "2027-06-24T09:00:00+07:00"),))
    assert len(office.says("2027-06-25 08:00")) == 1, "taken out once more"


@pytest.mark.parametrize("since", ["", "?"], ids=["was never let in", "was taken out at a time that cannot be read"])
def test_a_chat_that_stands_for_a_unit_and_holds_no_time_is_told_once_and_stops_no_pass(
    office: Office, since: str
) -> None:
    office.change(dead=(DeadLink(-7, ("Thanh tra Sở",), since),), settings=replace(QUIET, stages=()))
    assert [item.kind for item in office.says("2027-06-23 08:00")] == [Kind.PARKED]
    assert office.says("2027-06-24 08:00") == []
