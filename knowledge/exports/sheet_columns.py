"""The columns of a sheet: what each is called and what a row says in it. Every format has the same ones."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from knowledge.model import State
from knowledge.tasks.entry import Entry
from knowledge.tasks.standing import PAST_WITHOUT_REPORT, STATE_LABELS, shown_name
from knowledge.wording.rows import joined, plan_name


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        width: in characters, as a sheet shows it.
        value: what a row has there, None where it has nothing.
    """

    label: str
    width: int
    value: Callable[[Entry], str | date | None]


def state_label(entry: Entry) -> str:
    """The state of a row in words; soft where the years of its plan are over and nobody reported."""
    soft = entry.past and entry.state is State.OVERDUE
    return PAST_WITHOUT_REPORT if soft else STATE_LABELS[entry.state]


def _reported(entry: Entry) -> str | None:
    progress = entry.progress
    day = f"{date.fromisoformat(progress.when[:10]):%d/%m/%Y}" if progress.when else ""
    return ", ".join(part for part in (shown_name(progress.who), day) if part) or None


COLUMNS = (
    Column("Kế hoạch", 28, lambda e: plan_name(e.heading, e.source)),
    Column("Mục", 24, lambda e: " › ".join(e.task.section) or None),
    Column("STT", 7, lambda e: e.task.number or None),
    Column("Nhiệm vụ", 46, lambda e: e.task.task),
    Column("Hoạt động", 34, lambda e: e.task.activity),
    Column("Sản phẩm", 26, lambda e: e.task.result),
    Column("Chủ trì", 24, lambda e: joined(e.task.lead) or None),
    Column("Phối hợp", 24, lambda e: joined(e.task.coordinate) or None),
    Column("Thời hạn theo kế hoạch", 22, lambda e: e.task.deadline.text or None),
    Column("Ngày đến hạn", 13, lambda e: e.due or (e.occurrences[-1].due if e.occurrences else None)),
    Column("Tình trạng", 22, state_label),
    Column("Người báo cáo", 22, _reported),
    Column("Nội dung báo cáo", 28, lambda e: e.progress.note),
    Column("Minh chứng", 20, lambda e: e.progress.proof),
    Column("Ghi chú", 20, lambda e: e.task.note),
    Column("Mã dòng", 13, lambda e: e.ref),
)
