"""The sentences of the reminders, in the wording of Nghị định 30/2020/NĐ-CP."""

from collections.abc import Sequence
from datetime import date, datetime

from knowledge.language.dates import printed
from knowledge.model import State, Task
from knowledge.reply import Emphasis, Line, Span
from knowledge.tasks.standing import STATE_LABELS
from knowledge.wording import unit_names
from knowledge.wording.rows import names_days, number_said
from scheduler.items import Figures, Item, Kind, StageSeries

_TITLES = {
    Kind.UPCOMING: "Đôn đốc thực hiện nhiệm vụ sắp đến hạn",
    Kind.OVERDUE: "Đôn đốc thực hiện nhiệm vụ quá hạn",
    Kind.MOVED: "Thông báo điều chỉnh thời hạn",
    Kind.LEADER: "Báo cáo nhiệm vụ quá hạn chưa có phản hồi",
    Kind.OFFICE: "Nhiệm vụ quá hạn đề nghị Văn phòng đôn đốc",
    Kind.UNLINKED: "Nhiệm vụ của đơn vị chưa có nhóm nhận tin",
    Kind.OWNERLESS: "Nhiệm vụ chưa giao đơn vị chủ trì",
    Kind.ONGOING: "Nhiệm vụ thường xuyên",
    Kind.WEEK: "Nhiệm vụ đến hạn trong tuần",
    Kind.UNDATED: "Nhiệm vụ chưa xác định thời hạn",
    Kind.EXTENSION: "Đề nghị gia hạn",
    Kind.PARKED: "Nhóm không nhận được tin",
    Kind.REFUSED: "Tin không được Telegram chấp nhận",
    Kind.UNCERTAIN: "Tin không rõ đã đến hay chưa",
    Kind.OWN: "Nhắc riêng",
}
_REQUESTS = {
    Kind.UPCOMING: "Đề nghị {unit} khẩn trương thực hiện, bảo đảm đúng thời hạn {count} nhiệm vụ sau:",
    Kind.OVERDUE: "Đề nghị {unit} hoàn thành, báo cáo kết quả hoặc đề nghị gia hạn đối với {count} nhiệm vụ sau:",
    Kind.MOVED: "Thời hạn của {count} nhiệm vụ sau đã thay đổi; đề nghị {unit} thực hiện theo thời hạn mới:",
    Kind.LEADER: "{unit} chưa báo cáo về {count} nhiệm vụ đã quá hạn sau; kính đề nghị lãnh đạo đơn vị chỉ đạo:",
    Kind.OFFICE: "Các đơn vị chưa báo cáo về {count} nhiệm vụ đã quá hạn sau; đề nghị Văn phòng đôn đốc:",
    Kind.UNLINKED: "Đề nghị chuyển {count} nhiệm vụ sau đến đơn vị, đồng thời liên kết nhóm của đơn vị với hệ thống:",
    Kind.OWNERLESS: "Đề nghị giao đơn vị chủ trì, đôn đốc thực hiện đối với {count} nhiệm vụ sau:",
    Kind.ONGOING: "Đề nghị {unit} tiếp tục thực hiện {count} nhiệm vụ thường xuyên sau:",
    Kind.WEEK: "Trong tuần này, {unit} có {count} nhiệm vụ đến hạn:",
    Kind.UNDATED: "Đề nghị xem xét, xác định thời hạn của {count} nhiệm vụ sau:",
    Kind.EXTENSION: "Đề nghị xem xét, quyết định đối với {count} đề nghị gia hạn sau:",
    Kind.PARKED: "Không gửi được tin đến các nhóm sau; đề nghị kiểm tra:",
    Kind.REFUSED: "Telegram từ chối tin gửi đến các nhóm sau; đề nghị kiểm tra và báo trực tiếp đơn vị:",
    Kind.UNCERTAIN: "Đường truyền bị ngắt khi đang gửi tin đến các nhóm sau; hệ thống không gửi lại để tránh trùng "
    "lặp, đề nghị hỏi lại đơn vị đã nhận được tin hay chưa:",
    Kind.OWN: "Đồng chí đã hẹn nhắc {count} nhiệm vụ sau (xem và bỏ hẹn: /nhac):",
}
_SECTIONS = (
    "Quá hạn",
    "Đến hạn hôm nay",
    "Thay đổi thời hạn",
    "Sắp đến hạn",
    "Nhiệm vụ thường xuyên",
)
LATE = "nhắc bổ sung"
_LATE_NOTE = "Tin nhắc bổ sung: chưa gửi được vào đúng ngày."
_OF_UNITS = frozenset({Kind.OFFICE, Kind.UNLINKED, Kind.EXTENSION, Kind.UNDATED})  # the unit stands in each entry
_LATE_IN_UNITS = "Một số việc được nhắc muộn do hệ thống bị gián đoạn."
_HOW = "Bấm số để xem, báo cáo kết quả hoặc xin gia hạn."
LONGEST_LINE = 90  # characters of a task's words in one line
_LONGEST = 300  # characters of a task's words; the whole row opens with its button


def head(kind: Kind, unit: str, count: int, today: date, *, late: bool) -> tuple[Line, ...]:
    """The lines above the entries."""
    request = _REQUESTS[kind].format(unit=unit or "đơn vị", count=count, today=printed(today))
    lines: list[Line] = [(Span(_TITLES[kind].upper(), Emphasis.BOLD),), (Span(request),)]
    if late:
        lines.append((Span(_LATE_NOTE, Emphasis.ITALIC),))
    return tuple(lines)


def office_head(today: date, *, late: bool) -> tuple[Line, ...]:
    """The lines above what the office in charge has to see to, where it is of several kinds."""
    title: Line = (Span(f"Việc cần xử lý ngày {printed(today)}", Emphasis.BOLD),)
    return (title, (Span(_LATE_NOTE, Emphasis.ITALIC),)) if late else (title,)


def entry(number: int, item: Item, today: date) -> tuple[Line, ...]:
    """The lines of one task, unit or chat."""
    if item.task is None:
        return ((Span(f"{number}. {item.words}"),),)
    lines: list[Line] = [(Span(f"{number}. "), Span(clipped(words_of(item.task)), Emphasis.BOLD))]
    lines.extend((Span(text),) for text in _facts(item, item.task, today) if text)
    return tuple(lines)


def unit_head(unit: str, count: int, today: date, figures: Figures | None = None) -> tuple[Line, ...]:
    """The lines above the rows of a unit's message; with its figures where it is the first one."""
    title: Line = (Span(f"Nhắc việc ngày {printed(today)} – {unit or 'đơn vị'}", Emphasis.BOLD),)
    if figures is None:
        return (title, (Span(f"Đề nghị thực hiện, báo cáo kết quả {count} nhiệm vụ sau:"),))
    intro = (
        "Từ hôm nay, hệ thống nhắc các nhiệm vụ đơn vị chủ trì: mỗi ngày nhiều nhất một tin, việc đến hạn trong ngày "
        "nhắc thêm, việc quá hạn nhắc chung mỗi tuần một lần."
    )
    total = f"Hiện có {sum(figures.counts.values())} nhiệm vụ: {_states(figures)}. Gõ /viec để xem tất cả."
    beside = [note for note in (unit_names.beside(figures.shared, figures.prose),) if note]
    if figures.beside_overdue:
        beside.append((Span(f"Trong số chưa kể này có {figures.beside_overdue} nhiệm vụ quá hạn.", Emphasis.ITALIC),))
    return (title, (Span(intro),), (Span(total),), *beside)


def unit_digest_head(unit: str, day: datetime, now: datetime) -> tuple[Line, ...]:
    """The lines above the rows of a unit's message that was brought up to date."""
    title: Line = (Span(f"Nhắc việc ngày {printed(day.date())} – {unit or 'đơn vị'}", Emphasis.BOLD),)
    return (title, (Span(f"(cập nhật {now:%H:%M} ngày {printed(now.date())})", Emphasis.ITALIC),))


def unit_foot(shown: Sequence[Item], *, any_late: bool) -> tuple[Line, ...]:
    """The lines under the rows of a unit's message: where they are written, and what to press."""
    plans = dict.fromkeys(clipped(item.plan) for item in shown)
    lines = [f"Căn cứ: {'; '.join(plans)}."] if plans else []
    lines += [_LATE_IN_UNITS] if any_late else []
    lines += [_HOW] if shown else []
    return tuple((Span(text, Emphasis.ITALIC),) for text in lines)


def section(item: Item, today: date) -> int:
    """Under which heading of a unit's message a row stands, in their order."""
    if item.kind is Kind.MOVED:
        return 2
    if item.kind is Kind.ONGOING:
        return 4
    return 0 if item.key.due < today else 1 if item.key.due == today else 3


def section_heading(item: Item, today: date) -> tuple[Line, ...]:
    """The heading above a row."""
    return ((Span(_SECTIONS[section(item, today)], Emphasis.BOLD),),)


def row_line(number: int, item: Item, today: date) -> Line:
    """A row of a unit's message in one line."""
    if item.task is None:
        return (Span(f"{number}. {item.words}"),)
    role = " (phối hợp)" if item.role == "coordinate" else ""
    when = _short_when(item, today)
    return (Span(f"{number}. {clipped(words_of(item.task), LONGEST_LINE)}{role}"), Span(f" – {when}" if when else ""))


def _short_when(item: Item, today: date) -> str:
    if item.kind is Kind.ONGOING:
        return ""
    if item.kind is Kind.MOVED and item.key.series is StageSeries.MOVED:
        return f"thời hạn mới: {_dates(item.dates)} (cũ: {_dates(item.before)})"
    if item.key.due == today:
        return f"hạn {printed(today)}"
    return f"{days_left(item.key.due, today)} ({printed(item.key.due)})"


def words_of(task: Task) -> str:
    """What is to be done: the activity where the row has one, else the task."""
    return task.activity or task.task


def row_number(task: Task) -> str:
    """Where in its plan a task stands, with the comma before it; nothing where it has a mere dash."""
    said = number_said(task)
    return f", {said}" if said else ""


def clipped(text: str, longest: int = _LONGEST) -> str:
    """The text, or its first words where it is very long."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0] + " …"


def days_left(due: date, today: date) -> str:
    """How far away a date is, in words."""
    days = (due - today).days
    if days == 0:
        return "đến hạn hôm nay"
    return f"còn {days} ngày" if days > 0 else f"quá hạn {-days} ngày"


def day_and_words(due: date, words: str) -> str:
    """A date in force with the words of the plan; the words alone where they name that day."""
    if words and names_days(words, [due]):
        return words
    return f"{printed(due)} ({words})" if words else printed(due)


def _facts(item: Item, task: Task, today: date) -> tuple[str, ...]:
    role = " (đơn vị phối hợp)" if item.role == "coordinate" else ""
    mark = f" ({LATE})" if item.late else ""
    chair = f"Chủ trì: {'; '.join(task.lead)}" if item.kind in _OF_UNITS and task.lead else ""
    source = f"Căn cứ: {clipped(item.plan)}{row_number(task)}"
    return (_when(item, task, today) + mark + role, chair, clipped(item.words), source)


def _when(item: Item, task: Task, today: date) -> str:
    if item.kind is Kind.EXTENSION:
        return f"Đề nghị gia hạn đến ngày {printed(item.key.due)}{_in_force(item.before, today)}"
    if item.kind in {Kind.ONGOING, Kind.UNDATED}:
        return f"Thời hạn theo kế hoạch: {clipped(task.deadline.text) or 'không ghi'}"
    if item.kind is Kind.MOVED and item.key.series is StageSeries.MOVED:
        return f"Thời hạn cũ: {_dates(item.before)}; thời hạn mới: {_dates(item.dates)}"
    said = day_and_words(item.key.due, clipped(task.deadline.text))
    return f"Thời hạn: {said}, {days_left(item.key.due, today)}"


def _in_force(day: str, today: date) -> str:
    """The date that holds until more time is granted."""
    due = date.fromisoformat(day) if day else None
    return f"; thời hạn hiện tại: {printed(due)}, {days_left(due, today)}" if due else ""


def _dates(text: str) -> str:
    if not text:
        return "không xác định ngày cụ thể"
    if text.startswith("recur "):
        return "theo định kỳ"
    return "; ".join(printed(date.fromisoformat(day)) for day in text.split(","))


def _states(figures: Figures) -> str:
    return ", ".join(f"{STATE_LABELS[state]} {figures.counts[state]}" for state in State if figures.counts.get(state))
