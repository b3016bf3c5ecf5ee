"""Dates of rows as a calendar file (RFC 5545) that phones and office calendars take: one all-day event for each."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from knowledge.exports.sheet_columns import state_label
from knowledge.tasks.entry import Entry
from knowledge.wording.rows import joined, number_said, plan_name, task_title

_PRODUCT = "-//planbot//VI"
_DAY_BEFORE = timedelta(hours=-16)  # 8 o'clock in the morning of the day before


def calendar_file(entries: Iterable[Entry], now: datetime) -> bytes:
    """The open dates of the rows; what is done or has no day is in no calendar.

    Args:
        now: when it is made, with its time zone.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Nhiệm vụ theo kế hoạch")
    for entry in entries:
        for occurrence in entry.open:
            calendar.add_component(_event(entry, occurrence.due, now))
    return bytes(calendar.to_ical())


def _event(entry: Entry, due: date, now: datetime) -> Event:
    event, title = Event(), task_title(entry.task)
    event.add("uid", f"{entry.ref}-{due:%Y%m%d}@planbot")
    event.add("dtstamp", now)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", f"Đến hạn: {title}")
    event.add("description", _description(entry))
    event.add("transp", "TRANSPARENT")  # a deadline does not make anybody busy
    event.add_component(_alarm(title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Ngày mai đến hạn: {title}")
    alarm.add("trigger", _DAY_BEFORE)
    return alarm


def _description(entry: Entry) -> str:
    task = entry.task
    facts = (
        ("Chủ trì", joined(task.lead)),
        ("Phối hợp", joined(task.coordinate)),
        ("Sản phẩm", task.result),
        ("Thời hạn theo kế hoạch", task.deadline.text),
        ("Tình trạng", state_label(entry)),
        ("Nguồn", plan_name(entry.heading, entry.source) + (f", {number_said(task)}" if task.number else "")),
    )
    return "\n".join(f"{label}: {text}" for label, text in facts if text)
