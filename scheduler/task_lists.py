"""Lists of tasks with their state, as answers that the chat pages and whose rows it opens. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answers.list_words import constraint_said
from knowledge.deadlines.periods import Period
from knowledge.exports.account import Account
from knowledge.exports.figures import UnitFigures
from knowledge.language.dates import printed
from knowledge.model import State
from knowledge.questions.command import Argument
from knowledge.questions.constraints import Constraint, Kind
from knowledge.reply import Answer, Citation, Emphasis, Entries, Entry, Line, Span
from knowledge.tasks import entry as tasks
from knowledge.tasks.standing import CLOSED, STATE_LABELS, state_text
from knowledge.units.keys import is_group
from knowledge.wording import listing, unit_names
from scheduler.overview import OTHERS, Row
from scheduler.rule_context import tracked_task
from scheduler.wording import LONGEST_LINE, clipped, day_and_words, days_left, row_number, words_of

MOST_LATE, MOST_UNITS = 10, 12  # lines of a month's report: with both it stays within one message


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows that a command selects, in the parts of `knowledge.answers.unit_rows`; of `past` how many there are.

    Args:
        coordinated: how many rows the units only coordinate, where no role was said.
        elsewhere: what the plans are called that the units make themselves.
    """

    own: Sequence[Row]
    shared: Sequence[Row] = ()
    prose: Sequence[Row] = ()
    past: int = 0
    coordinated: int = 0
    elsewhere: Sequence[str] = ()


def command_tasks(argument: Argument, plans: str, rows: Selection, today: date) -> Answer:
    """What a command lists: its first line as that of a question, then the rows with their state.

    Args:
        plans: the names of the plans that the argument names.
    """
    query = argument.query
    what = what_of(argument, plans, query.periods)
    beside = unit_names.beside(len(rows.shared), len(rows.prose))
    own = unit_names.own_plans(rows.elsewhere)
    notes = [note for note in (beside, unit_names.coordinated(rows.coordinated), own) if note]
    notes += [_span(period) for period in query.periods if not _names_its_days(period)]
    notes += [listing.not_understood(argument.left)] if argument.left else []
    foot = (listing.past_overdue(rows.past),) if rows.past else ()
    if not (rows.own or rows.shared or rows.prose):
        return Answer("nothing", (listing.empty_list(what), *notes), foot=foot, abstained=True)
    first = listing.list_head(len(rows.own), what) if rows.own else listing.empty_list(what)
    counted = [_line(_counted(rows.own))] if rows.own else []
    return Answer(query.intent.value, (first, *notes, *counted), _in_parts(rows, today), foot)


def _in_parts(rows: Selection, today: date) -> Entries:
    """The rows of a command, those given to several units and those of running text under headings of their own."""
    every = [*rows.own, *rows.shared, *rows.prose]
    shared = len(rows.own)
    headings = {shared + len(rows.shared): listing.IN_TEXT} if rows.prose else {}
    headings |= {shared: "Giao chung cho nhiều đơn vị"} if rows.shared else {}

    def entry(at: int) -> Entry:
        row, heading = every[at], headings.get(at)
        return Entry(task_lines(row, today), _citation(row), (_bold(heading),) if heading else ())

    return Entries(len(every), entry, lambda at: _citation(every[at]))


def what_of(argument: Argument, plans: str, periods: Sequence[Period] = ()) -> str:
    """What the rows of a command are of, to be said after "nhiệm vụ"."""
    where = [c for c in argument.query.where if not (argument.topic and c.kind is Kind.WORDS and c.field == "any")]
    said = [*map(_said, where), *([f"trong {plans}"] if plans else [])]
    unit = "; ".join(unit.called for unit in argument.units)
    return listing.list_what(
        unit=unit, role=argument.query.role, topic=argument.topic, periods=periods, state=", ".join(said)
    )


def _said(constraint: Constraint) -> str:
    return constraint_said(constraint, " ".join(word for unit in constraint.units for word in unit.words))


def _names_its_days(period: Period) -> bool:
    """Whether the first line says the days of a time itself ("từ 02/3/2026 đến 22/3/2026")."""
    said = listing.falling_due((period,))
    return all(printed(day) in said for day in (period.first, period.last))


def _span(period: Period) -> Line:
    return _line(f"(từ ngày {printed(period.first)} đến ngày {printed(period.last)})")


def report(account: Account, earlier: int = 0) -> Answer:
    """An account of a period: the rows that are late first, each to be opened; then the figures by unit.

    Args:
        earlier: how many rows are overdue since before the period.
    """
    beside = [note for note in (unit_names.beside(len(account.shared), 0),) if note]
    beside += [_late_before(earlier, account.first)] if earlier else []
    beside += [listing.not_understood(account.left)] if account.left else []
    of = f"{account.what} " if account.what else ""
    if not account.whole.total and not account.shared_overdue:
        none = _line(f"Không có nhiệm vụ nào {of}có thời hạn trong {account.period}.")
        return Answer("nothing", (none, *beside), abstained=True)
    span = f"có thời hạn từ ngày {printed(account.first)} đến ngày {printed(account.last)}"
    head = (
        _bold(f"Tình hình thực hiện nhiệm vụ {of}{account.period}"),
        _line(f"({span}; tính đến ngày {printed(account.today)})"),
        _line(f"Tổng số {_shares(account.whole)}"),
        *beside,
    )
    entries = (
        *_under(f"Quá hạn: {len(account.overdue)} nhiệm vụ", _late(account.overdue, account.today)),
        *_under("Quá hạn, giao chung cho nhiều đơn vị", _late(account.shared_overdue, account.today)),
    )
    units = (_bold("Theo đơn vị chủ trì"), *map(_figures, account.units))
    foot = (*units, *_sum(account.units, account.whole.total))
    return Answer("report", head, entries, foot)


def _late_before(count: int, first: date) -> Line:
    said = f"Chưa kể {count} nhiệm vụ quá hạn từ trước ngày {printed(first)}; xem: những việc nào quá hạn?"
    return (Span(said, Emphasis.ITALIC),)


def _late(entries: Sequence[tasks.Entry], today: date) -> list[Entry]:
    rows = [Row(tracked_task(entry), State.OVERDUE, entry.due) for entry in entries]
    return [Entry(_late_lines(row, today), _citation(row)) for row in rows]


def month_report(account: Account) -> Answer:
    """The account of a month in one message: the late rows in a line each, the figures; the sheet has the rest."""
    head = (
        _bold(f"BÁO CÁO THÁNG – TÌNH HÌNH THỰC HIỆN NHIỆM VỤ {account.period.upper()}"),
        _line(f"(tính đến ngày {printed(account.today)})"),
        _line(f"Tổng số {_shares(account.whole)}"),
        *([beside] if (beside := unit_names.beside(len(account.shared), 0)) else []),
    )
    rows = [Row(tracked_task(entry), State.OVERDUE, entry.due) for entry in account.overdue[:MOST_LATE]]
    late = [Entry((brief_line(n, row, account.today),)) for n, row in enumerate(rows, 1)]
    units = [Entry((_figures(unit),)) for unit in account.units[:MOST_UNITS]]
    late_head = f"Quá hạn: {len(account.overdue)} nhiệm vụ"
    shown = (_lines_under(late_head, late), _lines_under("Theo đơn vị chủ trì", units))
    left = [f"{count} {what}" for count, what in _left_out(account) if count > 0]
    more = f"Còn {' và '.join(left)} trong bảng kèm theo. " if left else ""
    foot = (*_sum(account.units, account.whole.total), (Span(f"{more}Xem kỳ khác: /baocao", Emphasis.ITALIC),))
    return Answer("report", head, tuple(block for block in shown if block.lines), foot)


def extensible(unit: str, rows: Sequence[Row], today: date) -> Answer:
    """The tasks for which a unit may ask for more time."""
    if not rows:
        return _nothing(f"{unit or 'Đơn vị'} không có nhiệm vụ nào đang thực hiện có thời hạn để xin gia hạn.")
    head = (_bold("Xin gia hạn nhiệm vụ nào?"), _line("Bấm số, rồi chọn thời hạn mới; hoặc gõ kèm lý do, ví dụ:"))
    example = _line("/giahan 1 30/6/2027 chờ bố trí kinh phí")
    return Answer("extension", (*head, example), _entries(rows, today))


def task_lines(row: Row, today: date, *, chair: bool = False) -> tuple[Line, ...]:
    """A task in a list: what, until when, how it stands, where it is written, and who chairs it where that is asked."""
    task = row.tracked.task
    lines = [
        _bold(clipped(words_of(task))),
        _line(f"Thời hạn: {_deadline(row, today)}"),
        *([_line(f"Chủ trì: {'; '.join(task.lead)}")] if chair and task.lead else []),
        (Span("Tình trạng: "), Span(standing_text(row), Emphasis.BOLD)),
        _line(f"Căn cứ: {clipped(row.tracked.plan)}{row_number(task)}"),
    ]
    return tuple(lines)


def brief_line(number: int, row: Row, today: date) -> Line:
    """A task in one line of a unit's message: what, and how it stands."""
    shown = replace(row.tracked.progress, note=None)
    standing = state_text(row.state, shown, past=row.tracked.entry.past)
    name = f"{number}. {clipped(words_of(row.tracked.task), LONGEST_LINE)} – "
    when = f"{days_left(row.due, today)} ({printed(row.due)})" if row.due else ""
    if row.state in CLOSED:
        return (Span(name), Span(f"✓ {standing}", Emphasis.BOLD))
    if row.state in {State.NOT_STARTED, State.OVERDUE} and when:
        return (Span(name + when),)
    return (Span(name + "; ".join(text for text in (standing, when) if text)),)


def standing_text(row: Row) -> str:
    """How a task stands, with who said so and when."""
    progress = row.tracked.progress
    shown = replace(progress, note=progress.note and clipped(progress.note))
    return state_text(row.state, shown, past=row.tracked.entry.past)


def _deadline(row: Row, today: date) -> str:
    printed_words = clipped(row.tracked.task.deadline.text)
    if row.due is None:
        return printed_words or "không ghi"
    left = f", {days_left(row.due, today)}" if row.state not in CLOSED else ""
    return f"{day_and_words(row.due, printed_words)}{left}"


def _entries(rows: Sequence[Row], today: date) -> tuple[Entry, ...]:
    return tuple(Entry(task_lines(row, today), _citation(row)) for row in rows)


def _citation(row: Row) -> Citation:
    return Citation(row.tracked.ref, row.tracked.stem, row.tracked.task)


def _late_lines(row: Row, today: date) -> tuple[Line, ...]:
    """A late row of a report: what, how late, and who chairs it."""
    task = row.tracked.task
    when = f"{days_left(row.due, today)} ({printed(row.due)})" if row.due else ""
    chair = "; ".join(task.lead) or "chưa giao đơn vị chủ trì"
    return (_bold(clipped(words_of(task), LONGEST_LINE)), _line(" – ".join(said for said in (when, chair) if said)))


def _under(heading: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(replace(entry, heading=(_bold(heading),)) if not n else entry for n, entry in enumerate(entries))


def _lines_under(heading: str, entries: Sequence[Entry]) -> Entry:
    """Entries of a line each as one block under a heading; nothing where there are none."""
    return Entry(tuple(line for entry in entries for line in entry.lines), heading=(_bold(heading),))


def _left_out(account: Account) -> Sequence[tuple[int, str]]:
    return (
        (len(account.overdue) - MOST_LATE, "nhiệm vụ quá hạn"),
        (len(account.units) - MOST_UNITS, "đơn vị"),
    )


def _figures(unit: UnitFigures) -> Line:
    return (Span(unit.name, Emphasis.BOLD), Span(f" – {_shares(unit)}"))


def _shares(unit: UnitFigures) -> str:
    parts = (
        (unit.overdue, "quá hạn"),
        (unit.on_time, "hoàn thành đúng hạn"),
        (unit.done_late, "hoàn thành quá hạn"),
        (unit.in_time, "đang trong hạn"),
        (unit.asked, "xin gia hạn"),
    )
    said = ", ".join(f"{words} {count} ({unit.share(count)})" for count, words in parts if count)
    return f"{unit.total} nhiệm vụ" + (f": {said}" if said else "")


def _sum(units: Sequence[UnitFigures], total: int) -> tuple[Line, ...]:
    """How the lines come to the total."""
    notes = []
    if any(is_group(unit.name) for unit in units if unit.name != OTHERS):
        notes.append("Nhiệm vụ giao chung (“Các phòng …”) được tính ở một dòng riêng theo tên ghi trong kế hoạch.")
    lines = sum(unit.total for unit in units)
    if lines > total:
        notes.append(
            f"Nhiệm vụ có nhiều đơn vị chủ trì được tính cho từng đơn vị: cộng các dòng được {lines} lượt, "
            f"trong đó {lines - total} lượt tính thêm; tổng số là {total} nhiệm vụ."
        )
    return tuple((Span(note, Emphasis.ITALIC),) for note in notes)


def _counted(rows: Sequence[Row]) -> str:
    counts = {state: sum(row.state is state for row in rows) for state in State}
    return ", ".join(f"{STATE_LABELS[state]} {count}" for state, count in counts.items() if count)


def _nothing(text: str) -> Answer:
    return Answer("nothing", (_line(text),), abstained=True)


def _bold(text: str) -> Line:
    return (Span(text, Emphasis.BOLD),)


def _line(text: str) -> Line:
    return (Span(text),)
