"""How a row stands, said as the answer to whoever asks: whether it is done, or whether it is late, comes first."""

from datetime import date

from knowledge.language.dates import printed
from knowledge.model import Progress, State
from knowledge.tasks.standing import CLOSED, PAST_WITHOUT_REPORT, state_text
from knowledge.wording.rows import capitalised

_NOTHING = "chưa có báo cáo hoàn thành"
_DOING = "đang thực hiện"


def state_said(state: State, reported: Progress, due: date | None, today: date, *, late: bool, past: bool) -> str:
    """How a row stands today.

    Args:
        due: its earliest open date.
        late: whether it is asked if it is late, rather than if it is done.
        past: whether its plan is of years that are over.
    """
    if state in CLOSED or state is State.EXTENSION_ASKED:
        return capitalised(f"{_LEADS.get(state, '')}{state_text(state, reported)}")
    if past:
        return capitalised(PAST_WITHOUT_REPORT)
    report = _DOING if reported.state is State.IN_PROGRESS else _NOTHING
    when = _when(due, today, late=late)
    parts = (when, report) if late else (report, when)
    return capitalised("; ".join(part for part in parts if part))


_LEADS = {
    State.DONE_ON_TIME: "đã ",
    State.DONE_LATE: "đã ",
    State.EXTENSION_ASKED: "chưa hoàn thành; đang ",
}


def _when(due: date | None, today: date, *, late: bool) -> str:
    """How far the date is, or how long it is over."""
    if due is None:
        return "kế hoạch không ghi ngày cụ thể"
    days = (due - today).days
    if days < 0:
        return f"đã quá hạn {-days} ngày (hạn {printed(due)})"
    left = f"{f'còn {days} ngày' if days else 'hôm nay là ngày cuối'} (hạn {printed(due)})"
    return f"chưa quá hạn, {left}" if late else left
