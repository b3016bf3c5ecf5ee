"""Doubts of a scanned plan, row by row: figures that do not agree with their neighbours or with the plan.

Recognition is as sure of a wrong figure as of a right one; what is printed around it is not.
"""

from collections.abc import Iterator, Sequence

from knowledge.model import Doubt, Heading, Task, TaskKind

_FARTHEST = 1  # years past the plan's last one


def recognition_doubts(tasks: Sequence[Task], heading: Heading) -> Iterator[Doubt]:
    """Rows whose date lies outside of the plan's years, or whose number breaks the count of the rows around it."""
    rows = [task for task in tasks if task.kind is TaskKind.TABLE]
    for task in rows:
        if heading.years and any(not _is_near(day.year, heading.years) for day in task.deadline.due):
            message = f"{_where(task)}thời hạn “{task.deadline.text}” nằm ngoài các năm của kế hoạch"
            yield Doubt(f"{message}, có thể nhận dạng sai, cần đối chiếu bản gốc", task.place)
    for before, task, after in zip(rows, rows[1:], rows[2:], strict=False):
        if _breaks(before.stt, task.stt, after.stt):
            message = f"{_where(task)}số thứ tự không nối tiếp các dòng trên và dưới ({before.stt}, {after.stt})"
            yield Doubt(f"{message}, có thể nhận dạng sai, cần đối chiếu bản gốc", task.place)


def _where(task: Task) -> str:
    return f"Dòng {task.stt}: " if task.stt else ""


def _is_near(year: int, years: Sequence[int]) -> bool:
    return min(years) <= year <= max(years) + _FARTHEST


def _breaks(before: str, own: str, after: str) -> bool:
    """Whether the numbers above and below leave room for one between them, and it is another."""
    if not (before.isdecimal() and after.isdecimal()):
        return False
    return int(after) == int(before) + 2 and own != str(int(before) + 1)
