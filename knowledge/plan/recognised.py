"""Doubts of a scanned plan, row by row: figures that do not agree with their neighbours or with the plan.

Recognition is as sure of a wrong figure as of a right one; what is printed around it is not.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.language.text import UPPER
from knowledge.model import Doubt, Heading, Task, TaskKind
from knowledge.units.name_words import starts_with_head

_FARTHEST = 1  # years past the plan's last one


def recognition_doubts(tasks: Sequence[Task], heading: Heading) -> Iterator[Doubt]:
    """Rows whose date lies outside of the plan's years, or whose number breaks the count of the rows around it."""
    rows = [task for task in tasks if task.kind is TaskKind.TABLE]
    for task in rows:
        if heading.years and any(not _is_near(day.year, heading.years) for day in task.deadline.due):
            message = f"{_where(task)}thời hạn “{task.deadline.text}” nằm ngoài các năm của kế hoạch"
            yield Doubt(f"{message}, có thể nhận dạng sai, cần đối chiếu bản gốc", task.place)
        elif not task.deadline.due and _is_of_figures(task.deadline.text):
            message = f"{_where(task)}thời hạn “{task.deadline.text}” nhận dạng không ra ngày, cần đối chiếu bản gốc"
            yield Doubt(message, task.place)
        yield from (
            Doubt(f"{_where(task)}đơn vị “{unit}” nhận dạng không ra tên đơn vị, cần đối chiếu bản gốc", task.place)
            for unit in (*task.lead, *task.coordinate)
            if _is_no_name(unit)
        )
    for before, task, after in zip(rows, rows[1:], rows[2:], strict=False):
        if _breaks(before.stt, task.stt, after.stt):
            message = f"{_where(task)}số thứ tự không nối tiếp các dòng trên và dưới ({before.stt}, {after.stt})"
            yield Doubt(f"{message}, có thể nhận dạng sai, cần đối chiếu bản gốc", task.place)
    yield from _quarter_doubts(rows)


def _is_no_name(unit: str) -> bool:
    """Whether a unit has signs or figures that no name has, or capitals in the middle of a word ("SởTư pháp")."""
    return _NO_NAME.search(unit) is not None or (unit[:1].isdigit() and not starts_with_head(unit))


_NO_NAME = re.compile(rf"[^\w\s,.;:()/&+'’\"“”…–-]|[^\W\d_{UPPER}][{UPPER}]|(?<![^\W\d_])_")


def _is_of_figures(text: str) -> bool:
    """Whether a deadline is written in figures and hardly a letter: "1172/2027" was a date."""
    return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) <= _LETTERS


_LETTERS = 2


def _quarter_doubts(rows: Sequence[Task]) -> Iterator[Doubt]:
    """Quarters that leave the order of a list that is in order of time, where one stroke more or less would keep it."""
    listed = [three for three in zip(rows, rows[1:], rows[2:], strict=False) if _in_one_list(three)]
    kept = sum(_last(one) <= _last(two) for one, two, _ in listed)
    if kept < _IN_ORDER * len(listed):
        return
    for before, task, after in listed:
        quarter = _QUARTER.search(task.deadline.text)
        low, own, high = _last(before), _last(task), _last(after)
        if quarter is None or not low <= high or low <= own <= high or own.month != 3 * len(quarter["strokes"]):
            continue
        others = (_moved(own, more) for more in (-1, 1) if 3 <= own.month + 3 * more <= _THIRD)
        if any(low <= other <= high for other in others):
            message = f"{_where(task)}thời hạn “{task.deadline.text}” không theo thứ tự của các dòng trên và dưới"
            yield Doubt(f"{message}, số La Mã của quý có thể nhận dạng sai, cần đối chiếu bản gốc", task.place)


_QUARTER = re.compile(r"quý\s+(?P<strokes>I{1,3})(?![IVX])", re.IGNORECASE)
_THIRD = 9  # month in which the third quarter ends; the fourth has a letter of its own
_IN_ORDER = 0.7  # share of the neighbours in a list that is in order of time


def _in_one_list(rows: Sequence[Task]) -> bool:
    return len({row.section for row in rows}) == 1 and all(row.deadline.due for row in rows)


def _last(task: Task) -> date:
    return max(task.deadline.due)


def _moved(day: date, quarters: int) -> date:
    """The end of the quarter so many quarters later, of a day in the month that ends one."""
    month = day.month + 3 * quarters
    return date(day.year, month, 31 if month == 3 else 30)


def _where(task: Task) -> str:
    return f"Dòng {task.stt}: " if task.stt else ""


def _is_near(year: int, years: Sequence[int]) -> bool:
    return min(years) <= year <= max(years) + _FARTHEST


def _breaks(before: str, own: str, after: str) -> bool:
    """Whether the numbers above and below leave room for one between them, and it is another."""
    if not (before.isdecimal() and after.isdecimal()):
        return False
    return int(after) == int(before) + 2 and own != str(int(before) + 1)
