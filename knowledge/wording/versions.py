"""What was understood of a document that is handed in, and what it changes: for the admin who has to agree. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from knowledge.identity import LoadedPlan
from knowledge.language.dates import printed
from knowledge.language.text import canonical
from knowledge.library.diff import Change, Difference
from knowledge.library.prepared import Prepared
from knowledge.library.store import Version
from knowledge.model import Doubt, Place, Plan, Task, TaskKind
from knowledge.reply import Answer, Entry, Line
from knowledge.tasks.standing import acted
from knowledge.wording.plan_facts import issued_line, issuer_line, number_line, signer_line, years_line
from knowledge.wording.rows import bold, italic, joined, line, numbered_in_brackets, plan_name, shortened, task_title

FIELDS = {
    "task": "Nhiệm vụ", "activity": "Hoạt động", "objective": "Mục tiêu", "result": "Sản phẩm", "lead": "Chủ trì",
    "coordinate": "Phối hợp", "deadline": "Thời hạn", "budget": "Kinh phí",
}  # fmt: skip
_UNITS = {"lead", "coordinate"}
_FEW = 3  # doubts and first rows on the first page
_NOT_READ = re.compile(r"\b(?:không|chưa)(?: được)? đọc\b")  # how readers word what they leave out
_ROW_OF_A_TABLE = re.compile(r"table (\d+) row (\d+)")
_CELL = re.compile(r"(.+)!([A-Z]+\d+)")


def preview(prepared: Prepared, called: str, *, again: bool = False) -> Answer:
    """What was understood of a document, and what it changes, on as many pages as that takes.

    Args:
        called: the file's name as the person has it.
        again: the plan has changed since it was looked at before.
    """
    plan = prepared.plan
    head = [line(bold(plan_name(plan.heading, called))), line(f"Tệp: {called}"), _role(prepared)]
    if again:
        head.insert(0, line(bold("Kế hoạch đã thay đổi sau lần xem trước. Đề nghị xem lại.")))
    head += [line(), line("Đọc được ", bold(f"{len(plan.tasks)} dòng"), f": {sizes(plan)}."), *_gaps(plan.tasks)]
    unread, doubts = _parted(plan.doubts)
    head += [*_told("Chưa đọc", unread, _FEW), *_told("Cần xem lại", doubts, _FEW)]
    replaced = prepared.replaces is not None
    if replaced:
        head += [line(), *difference_head(prepared.difference, prepared.before)]
    rows = _rows(plan.tasks)
    changes = difference_entries(prepared.difference) if replaced else ()
    if len(changes) > _FEW:  # then the rows themselves begin on a later page
        head += _first_rows(plan.tasks)
    foot = [*(_told("Chưa đọc", unread) if len(unread) > _FEW else ()),
            *(_told("Cần xem lại", doubts) if len(doubts) > _FEW else ())]  # fmt: skip
    return Answer("preview", tuple(head), (*changes, *rows), tuple(foot))


def comparison(difference: Difference, before: int, head: Line, other: str) -> Answer:
    """Two versions of a plan beside each other; `other` is how the one before is called."""
    return Answer("preview", (head, *difference_head(difference, before, other)), difference_entries(difference))


def plan_card(loaded: LoadedPlan, versions: Sequence[Version], current: int) -> tuple[Line, ...]:
    """What a plan is, its versions, and its first rows."""
    head, tasks = loaded.plan.heading, loaded.plan.tasks
    said = (number_line(head), issuer_line(head), issued_line(head), years_line(head), signer_line(head))
    facts = [line(text) for text in said if text]
    listed = [
        line(_version(version), bold(" – đang dùng") if version.number == current else "") for version in versions
    ]
    return (
        line(bold(head.title or loaded.stem)), line(f"Tên lưu: {loaded.stem}"), *facts,
        line(f"{len(tasks)} dòng: {sizes(loaded.plan)}."), line(), line(bold("Các bản:")), *listed, line(),
        *_first_rows(tasks),
    )  # fmt: skip


def plan_rows(loaded: LoadedPlan) -> Answer:
    """All rows of a plan, those of tables and of running text apart."""
    return Answer("preview", (line(bold(plan_name(loaded.plan.heading, loaded.stem))),), _rows(loaded.plan.tasks))


def _rows(tasks: Sequence[Task]) -> tuple[Entry, ...]:
    table = [task for task in tasks if task.kind is TaskKind.TABLE]
    prose = [task for task in tasks if task.kind is TaskKind.PROSE]
    return (*_listed("Dòng trong bảng hoặc danh mục", table), *_listed("Việc giao trong lời văn", prose))


def _version(version: Version) -> str:
    day = printed(datetime.fromisoformat(version.added).date()) if version.added else "?"
    by = f", do {acted(version.by)}" if version.by else ""
    return f"Bản {version.number}: {version.source}, {day}{by}"


def sizes(plan: Plan) -> str:
    """Rows of tables and of running text apart, and what else was read."""
    table = sum(task.kind is TaskKind.TABLE for task in plan.tasks)
    more = [f"{len(plan.targets)} chỉ tiêu" if plan.targets else "", f"{len(plan.passages)} đoạn văn"]
    said = f"{table} trong bảng hoặc danh mục, {len(plan.tasks) - table} trong lời văn"
    return f"{said}; ngoài ra có {', '.join(filter(None, more))}"


def difference_head(difference: Difference, before: int, other: str = "bản đang dùng") -> tuple[Line, ...]:
    """How many rows are new, gone and changed, and in what."""
    if difference.is_empty:
        return (line(f"So với {other} ({before} dòng): không dòng nào khác; chỉ phần đầu hoặc lời văn đổi."),)
    changed = difference.changed
    moved = sum("deadline" in change.fields for change in changed)
    units = sum(bool(_UNITS & set(change.fields)) for change in changed)
    notes = [f"{moved} đổi thời hạn" if moved else "", f"{units} đổi đơn vị" if units else ""]
    why = f" (trong đó {', '.join(filter(None, notes))})" if any(notes) else ""
    said = f"{len(difference.added)} dòng mới, {len(difference.removed)} dòng bỏ, {len(changed)} dòng sửa{why}"
    return (line(f"So với {other} ({before} dòng): ", bold(said), f"; {difference.unchanged} dòng giữ nguyên."),)


def difference_entries(difference: Difference) -> tuple[Entry, ...]:
    """Each row that differs: the changed ones by field, then the new ones, then those that are gone."""
    blocks = (
        ("Dòng sửa:", [_changed(change) for change in difference.changed]),
        ("Dòng mới:", [row_lines(change.after) for change in difference.added if change.after]),
        ("Dòng bỏ:", [row_lines(change.before) for change in difference.removed if change.before]),
    )
    return tuple(
        Entry(lines, heading=(line(bold(title)),) if not number else ())
        for title, block in blocks
        for number, lines in enumerate(block)
    )


def row_lines(task: Task) -> tuple[Line, ...]:
    """A row in two lines: what, by whom, by when."""
    who = joined(task.lead) or "chưa ghi chủ trì"
    return (line(_titled(task)), line(italic(f"{who}; {task.deadline.text.strip() or 'chưa ghi thời hạn'}")))


def _listed(title: str, tasks: Sequence[Task]) -> tuple[Entry, ...]:
    heading = (line(bold(f"{title} ({len(tasks)}):")),)
    return tuple(Entry(row_lines(task), heading=() if number else heading) for number, task in enumerate(tasks))


def place_words(place: Place) -> str:
    """Where something stands, for somebody with the paper or the sheet in front of them."""
    if place.page:
        return f"trang {place.page}"
    if found := _ROW_OF_A_TABLE.fullmatch(place.at or ""):
        return f"bảng {found[1]}, dòng {found[2]}"
    if found := _CELL.fullmatch(place.at or ""):
        return f"trang tính {found[1]}, ô {found[2]}"
    return ""


def _role(prepared: Prepared) -> Line:
    if prepared.replaces is None:
        return line("Đây là ", bold("kế hoạch mới"), f", lưu với tên {prepared.stem}.")
    return line("Thay cho kế hoạch đang dùng ", bold(prepared.stem), f" (bản {prepared.replaces}).")


def _gaps(tasks: Sequence[Task]) -> Iterator[Line]:
    gaps = (("chưa ghi đơn vị chủ trì", sum(not task.lead for task in tasks)),
            ("chưa ghi thời hạn", sum(not task.deadline.text for task in tasks)))  # fmt: skip
    if said := ", ".join(f"{count} dòng {what}" for what, count in gaps if count):
        yield line(f"Có {said}.")


def _parted(doubts: Iterable[Doubt]) -> tuple[list[Doubt], list[Doubt]]:
    """What was not read, and what is not sure."""
    every = list(doubts)
    unread = [doubt for doubt in every if _NOT_READ.search(canonical(doubt.message))]
    return unread, [doubt for doubt in every if doubt not in unread]


def _told(label: str, doubts: Sequence[Doubt], most: int = 100) -> Iterator[Line]:
    if doubts:
        yield line(bold(f"{label} ({len(doubts)} chỗ):"))
    for doubt in doubts[:most]:
        place = place_words(doubt.place)
        yield line(f"• {shortened(doubt.message)}", f" ({place})" if place else "")
    if len(doubts) > most:
        yield line(italic(f"… và {len(doubts) - most} chỗ khác, ở trang cuối."))


def _first_rows(tasks: Sequence[Task]) -> Iterator[Line]:
    if tasks:
        yield line(bold("Các dòng đầu:"))
    for task in sorted(tasks, key=lambda task: task.kind is TaskKind.PROSE)[:_FEW]:
        yield line(f"• {_titled(task)}")


def _changed(change: Change) -> tuple[Line, ...]:
    task = change.after or change.before
    if task is None:
        return ()
    said = (line(f"{FIELDS[name]}: {_value(change.before, name)} → ", bold(_value(change.after, name)))
            for name in change.fields)  # fmt: skip
    return (line(_titled(task)), *said)


def _value(task: Task | None, name: str) -> str:
    value = getattr(task, name, None)
    text = joined(value) if isinstance(value, tuple) else str(getattr(value, "text", value) or "")
    return shortened(text.strip()) or "không ghi"


def _titled(task: Task) -> str:
    return f"{shortened(task_title(task))}{numbered_in_brackets(task)}"
