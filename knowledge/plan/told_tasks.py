"""The tasks of a plan that lists them in running text only: sentences that charge units are its rows.

"Giao Ban A chủ trì, phối hợp với Văn phòng mở 02 lớp; hoàn thành trong tháng 5." stands in most plans beside a table,
as a duty of whoever carries the plan out. Where a plan has no other list, what stands so in the parts that say what is
to be done is the list: it is counted, listed and called to mind as rows are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.language.text import canonical
from knowledge.model import Doubt, Heading, Passage, Task, TaskKind
from knowledge.plan.block import split_marker
from knowledge.plan.dating import deadline_in
from knowledge.plan.duties import Duty, charges_in, duties, known_units, task_of
from knowledge.plan.duty_units import units_of
from knowledge.plan.sentences import sentences
from knowledge.plan.told_work import Work, names_helpers, works_in
from knowledge.units.name_words import addresses
from knowledge.units.phrase import begins_unit


@dataclass(frozen=True, slots=True)
class ToldTasks:
    """The duties of a plan, some of them as its rows, and what a person should look at."""

    tasks: tuple[Task, ...]
    doubts: tuple[Doubt, ...] = ()


def told_tasks(
    passages: Sequence[Passage], heading: Heading, called: Iterable[str], *, others: int | None
) -> ToldTasks:
    """The duties of the running text as `duties`, those of the parts that say what is to be done as rows.

    Args:
        passages: of the body, with their sections.
        heading: of the plan.
        called: the units that its rows name.
        others: how many rows are read from lists with labels; where these are more, they are the list. None where a
            table lists the tasks.
    """
    if others is None:
        return ToldTasks(duties(passages, heading, called))
    known, first = known_units(passages, heading), charges_in(passages, heading, called)
    told = charges_in(passages, heading, {*called, *_named(first, heading, known)})
    parts = [passage for passage in passages if _lists_tasks(passage.section)]
    listed = [duty for duty in told if duty.passage in parts and _NOBODY.fullmatch(duty.lead) is None]
    most = 2 * len({id(duty.passage) for duty in listed}) > len(parts) and len(listed) >= _FEWEST
    if not most or len(listed) <= others or not _PLAN.match(heading.title or ""):
        return ToldTasks(tuple(task_of(duty, heading, known) for duty in first))
    known |= {canonical(name) for name in _named(told, heading, known)}
    found: list[Task] = []
    for before, duty in zip([None, *told], told, strict=False):
        if duty not in listed:
            found.append(task_of(duty, heading, known))
        elif before and before.passage is duty.passage and _HELPS.match(duty.text.removeprefix(duty.lead)):
            found[-1] = _helped(found[-1], duty.lead)
        else:
            found.extend(_rows(duty, heading, known))
    return ToldTasks(tuple(found), (*_doubts(found), *_unread(passages, told)))


_FEWEST = 3  # sentences; fewer are no list
_NOBODY = re.compile(r"(?i:đơn vị|cơ quan|bộ phận|phòng|ban|tổ)(?: nào)?")


def _doubts(tasks: Iterable[Task]) -> Iterator[Doubt]:
    """That the rows stand in no table and no list, and which of them name nobody for sure."""
    rows = [task for task in tasks if task.kind is TaskKind.TABLE]
    yield Doubt(f"Kế hoạch không có bảng nhiệm vụ: {len(rows)} nhiệm vụ được đọc từ lời văn, nên đối chiếu bản gốc")
    for task in rows:
        if names_helpers(task.task):
            yield Doubt(f"Không rõ ai phối hợp trong câu “{task.task}”, cần đối chiếu", task.place)
        if not task.lead:
            yield Doubt(f"Không rõ “{task.task}” giao cho ai, tên đơn vị kết thúc ở đâu, cần đối chiếu", task.place)


def _unread(passages: Sequence[Passage], told: Sequence[Duty]) -> Iterator[Doubt]:
    """The items that charge nobody, and the sentences that give somebody an order whose name has no end to be seen."""
    charged = {id(duty.passage) for duty in told}
    items = [p for p in passages if _lists_tasks(p.section) and any(map(str.isalnum, split_marker(p.text)[0]))]
    if left := [passage for passage in items if id(passage) not in charged]:
        yield Doubt(f"{len(left)} mục không nói giao cho ai nên không được tính là nhiệm vụ", left[0].place)
    read = {(id(duty.passage), sentence) for duty in told for sentence in sentences(duty.text)}
    for passage in passages:
        for sentence in sentences(split_marker(passage.text)[1]) if _lists_tasks(passage.section) else ():
            order = _ORDERS.search(sentence)
            known = any(at == id(passage) and (part in sentence or sentence in part) for at, part in read)
            if order and not known and begins_unit(sentence[order.end() :]):
                yield Doubt(f"Không đọc được câu “{sentence}” giao việc cho ai, cần đối chiếu", passage.place)


_ORDERS = re.compile(r"(?:^|[,;]\s+)(?i:giao cho|giao|yêu cầu|đề nghị|phân công)\s+")


def _helped(task: Task, name: str) -> Task:
    """A row with one more who helps, as the clause or the sentence behind it says."""
    helpers = "; ".join(filter(None, (task.coordinate_raw, name)))
    return replace(task, coordinate=(*task.coordinate, *units_of(name)), coordinate_raw=helpers)


_HELPS = re.compile(r"\s+(?:cùng\s+)?(?:phối hợp|hỗ trợ)\s+(?!với|cùng)")  # "Ban A phối hợp chuẩn bị nội dung"
_THEN = re.compile(r",\s+(?:căn cứ|trên cơ sở|theo|trong|với|chủ động|phối hợp|ngoài)\s")
_PLAN = re.compile(r"(?:Kế hoạch|Chương trình|Phương án|Đề án)\b")


def _named(told: Iterable[Duty], heading: Heading, known: frozenset[str]) -> set[str]:
    """The units that sentences charge, or name as those who help."""
    tasks = (task_of(duty, heading, known) for duty in told)
    names = {name for task in tasks for name in (*task.lead, *task.coordinate)}
    return {name for name in names if not any(name != other and name.startswith(f"{other} ") for other in names)}


def _lists_tasks(section: Sequence[str]) -> bool:
    """Whether a part of the plan says what is to be done, and not only how the plan is carried out."""
    titles = [canonical(split_marker(title)[1] or title) for title in section[:_UPPER]]
    named = any(_TASKS.search(title) for title in titles)
    return named and not any(_CARRIED_OUT.search(title) for title in titles)


_UPPER = 2  # headings
_TASKS = re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|phần việc|phân công|giải pháp|biện pháp|tiến độ|lịch")
_CARRIED_OUT = re.compile(r"tổ chức (?:thực hiện|triển khai)|mục đích|mục tiêu|yêu cầu|trách nhiệm|kinh phí|báo cáo")


def _rows(duty: Duty, heading: Heading, known: frozenset[str]) -> Iterator[Task]:
    """A duty as rows: one for each work of its sentence."""
    task = task_of(duty, heading, known)
    if _is_cut(duty):
        yield _row(replace(task, lead=(), lead_raw=""), next(works_in(duty.text, "", known)), heading, alone=True)
        return
    works = list(works_in(duty.text, duty.lead, known))
    for n, work in enumerate(works):
        again = task.stt_inherited or (n > 0 and any(map(str.isalnum, task.stt)))
        yield _row(replace(task, stt_inherited=again), work, heading, alone=len(works) == 1)


def _is_cut(duty: Duty) -> bool:
    """Whether what is done seems to stand within the name of the unit, for a comma goes on behind it.

    Of "Các tổ chuyên môn dự giờ chéo, báo cáo kết quả" nothing tells where the name ends.
    """
    behind = duty.text.partition(duty.lead)[2]
    return behind.startswith(",") and not addresses(duty.lead) and _THEN.match(behind) is None


def _row(task: Task, work: Work, heading: Heading, *, alone: bool) -> Task:
    """A duty with the words of its work alone; who helps and when as it says that, else as was read of the sentence."""
    helpers = "; ".join(work.helpers) or ("" if names_helpers(work.words) else task.coordinate_raw)
    deadline = deadline_in(work.when, heading, task.section) if work.when else task.deadline
    whole = alone and not deadline.due and bool(task.deadline.due)  # what was read of the sentence tells a day
    return replace(
        task,
        task=work.words,
        kind=TaskKind.TABLE,
        stt=task.stt.rstrip(".") if any(map(str.isalnum, task.stt)) else "",
        coordinate=tuple(dict.fromkeys(unit for name in helpers.split("; ") if name for unit in units_of(name))),
        coordinate_raw=helpers,
        deadline=task.deadline if whole else deadline,
    )
