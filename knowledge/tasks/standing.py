"""How a task stands: what was reported of it, weighed against its dates and today.

A report is kept as it was made (`knowledge.tasks.progress`); what is overdue follows from the dates, so it stays right
when a date is moved. The states are those of the state's own follow-up of tasks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.deadlines.recurrence import rules_of
from knowledge.language.dates import printed
from knowledge.language.text import folded
from knowledge.model import Progress, State, Task

STATE_LABELS = {
    State.NOT_STARTED: "chưa thực hiện",
    State.IN_PROGRESS: "đang thực hiện",
    State.DONE_ON_TIME: "hoàn thành đúng hạn",
    State.DONE_LATE: "hoàn thành quá hạn",
    State.OVERDUE: "quá hạn",
    State.EXTENSION_ASKED: "xin gia hạn",
    State.NOT_APPLICABLE: "không còn áp dụng",
}
PAST_WITHOUT_REPORT = "đã qua hạn, chưa có báo cáo"  # what nobody reported of is no accusation
DONE = frozenset({State.DONE_ON_TIME, State.DONE_LATE})
CLOSED = DONE | {State.NOT_APPLICABLE}

NOTHING_REPORTED = Progress()
_NOT_YET = re.compile(r"\b(?:chua|khong)\b")
_FINISHED = re.compile(r"\b(?:hoan thanh|hoan tat|xong|100 ?%)")
_LATE = re.compile(r"\b(?:qua han|tre|cham|muon)\b")
_BEGUN = re.compile(r"\b(?:dang|mot phan|\d+ ?%)")
_ACCOUNT = re.compile(r" \(\d+\)$")
_NO_PERSON = {  # who the store keeps where nobody is named
    "command line": "dòng lệnh",
    "config.toml": "tệp cấu hình",
    "units link": "lệnh liên kết nhóm",
    "planbot setup": "trình cài đặt",
}


def is_closed(progress: Progress, due: date | None = None) -> bool:
    """Whether nothing is left to do: at all, or for the occurrence that is due on a day.

    A report of one of several dates (`done_for`) closes that one only.
    """
    if progress.done_for is None and progress.state in CLOSED:
        return True
    return due is not None and (due == progress.done_for or any(due == day for day, _ in progress.done))


def settled(task: Task, progress: Progress) -> Progress:
    """The progress without `done_for` where the row has only one date, which may move."""
    several = progress.due is None and (len(task.deadline.due) > 1 or rules_of(task.deadline.recur))
    return progress if several or progress.done_for is None else replace(progress, done_for=None)


def plan_says(status: str | None) -> State | None:
    """The state that a plan's own column gives a row ("Đã hoàn thành"), None where it does not say one."""
    words = folded(status or "")
    if not words or _NOT_YET.search(words):
        return State.NOT_STARTED if words else None
    if _FINISHED.search(words):
        return State.DONE_LATE if _LATE.search(words) else State.DONE_ON_TIME
    if _BEGUN.search(words):
        return State.IN_PROGRESS
    return None


def state_text(state: State, progress: Progress | None, *, past: bool = False) -> str:
    """A state in words, with who reported it and when, and the note; `past` of a plan whose years are over."""
    text = PAST_WITHOUT_REPORT if past and state is State.OVERDUE else STATE_LABELS[state]
    if progress is None or state is State.NOT_STARTED:
        return text
    if state is State.OVERDUE:
        text += _reported_beside(progress)
    if state is State.EXTENSION_ASKED and progress.asked_due:
        text += f" đến ngày {printed(progress.asked_due)}"
    day = f"ngày {printed(date.fromisoformat(progress.when[:10]))}" if progress.when else ""
    report = ", ".join(part for part in (shown_name(progress.who), day) if part)
    return text + (f" ({report})" if report else "") + (f": {progress.note}" if progress.note else "")


def _reported_beside(progress: Progress) -> str:
    """What was reported of a row that is late all the same: another of its dates, or that it is being done."""
    if progress.state in CLOSED and progress.done_for:
        return f"; kỳ {printed(progress.done_for)}: {STATE_LABELS[progress.state]}"
    return f"; {STATE_LABELS[State.IN_PROGRESS]}" if progress.state is State.IN_PROGRESS else ""


def shown_name(who: str | None) -> str:
    """Who reported, for everybody who reads it: the name without the account number that the store keeps."""
    return _ACCOUNT.sub("", acted(who or ""))


def account_of(who: str | None) -> int | None:
    """The account of who reported, None where none is kept."""
    found = _ACCOUNT.search(who or "")
    return int(found[0].strip(" ()")) if found else None


def acted(who: str) -> str:
    """Who did something, as the log shows it: a person with the account, or what stood for one."""
    return next((said for kept, said in _NO_PERSON.items() if who.startswith(kept)), who)


def done_state(dates: Sequence[date], on: date) -> State:
    """In time or late, for work that is reported done on a day; a task without a date is never late.

    Args:
        dates: the dates that the report is for; the last one counts.
        on: the day of the report.
    """
    return State.DONE_LATE if dates and on > max(dates) else State.DONE_ON_TIME
