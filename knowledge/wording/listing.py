"""What is said of lists, counts and comparisons: heads, what a list is narrowed to, the sums of groups."""

from collections.abc import Sequence

from knowledge.deadlines.periods import Period
from knowledge.model import State
from knowledge.reply import Choice, Line
from knowledge.tasks.standing import CLOSED, STATE_LABELS
from knowledge.wording.rows import bold, italic, joined, line, shortened

TO_BE_SET = "chưa xác định thời hạn"  # rows that wait for a date, as admins are told of them
DOES = {"lead": "chủ trì", "coordinate": "phối hợp", None: "chủ trì hoặc phối hợp"}


def past_overdue(count: int) -> Line:
    """Rows of plans whose years are over are counted, not listed."""
    return line(f"Ngoài ra có {count} nhiệm vụ quá hạn thuộc các kế hoạch của những năm trước.")


def all_overdue() -> Choice:
    """The rows of plans of past years too."""
    return Choice("Việc quá hạn trong tất cả các kế hoạch", "Việc nào quá hạn trong tất cả các kế hoạch?")


def list_head(count: int, what: str, led: int | None = None) -> Line:
    """How many there are of what.

    Args:
        led: how many of them their unit chairs, where those that it only coordinates are among them.
    """
    return line(bold(f"Có {count} nhiệm vụ {what}{by_role(count, led)}:" if what else f"Có {count} nhiệm vụ:"))


def by_role(count: int, led: int | None) -> str:
    """In which roles a unit has its rows, in brackets; nothing where that is not told."""
    roles = (("chủ trì", led or 0), ("chỉ phối hợp", count - (led or 0)))
    return "" if led is None or not count else f" ({', '.join(f'{role} {number}' for role, number in roles if number)})"


def share_head(count: int, total: int, what: str) -> Line:
    """How many there are of what, of how many, and which share that is."""
    share = f"{100 * count / total:.1f}".removesuffix(".0").replace(".", ",") if total else "0"
    return line(bold(f"{share}%: {count} trong {total} nhiệm vụ{f' {what}' if what else ''}:"))


IN_TEXT = "Nêu trong phần lời văn"  # what stands above the duties that running text gives
RECURRING = "Định kỳ, không ghi ngày cụ thể"  # what stands above duties of which the plan says no day


def parts_of_days(dated: int, yearly: int, prose: int) -> Line:
    """The parts of a list by days, where it has more than one: rows that only have a year, and running text."""
    parts = [f"{dated} nhiệm vụ ghi rõ thời hạn"] if dated and yearly else []
    parts += [f"{dated} nhiệm vụ trong bảng"] if dated and prose and not yearly else []
    parts += [f"{yearly} nhiệm vụ chỉ ghi cả năm"] if yearly and (dated or prose) else []
    parts += [f"{prose} nhiệm vụ nêu trong phần lời văn"] if prose and (dated or yearly) else []
    return line(italic(f"Trong đó {', '.join(parts)}.")) if parts else ()


def in_text_too(count: int) -> Line:
    """How many duties of running text a unit's list ends with."""
    return line(italic(f"Thêm {count} nhiệm vụ nêu trong phần lời văn, ở cuối danh sách."))


def recurring_beside(count: int) -> Line:
    """How many duties that come round without a day a list by days tells beside its rows; empty where it tells none."""
    return line(italic(f"Chưa kể {count} nhiệm vụ định kỳ không ghi ngày cụ thể.")) if count else ()


def without_a_day(count: int, tasks: Sequence[str]) -> Line:
    """How many duties come round in a time that is asked about, of which the plan names no day; the first by name."""
    named = "; ".join(f"“{shortened(task)}”" for task in tasks)
    more = "; …" if count > len(tasks) else ""
    return line(italic(f"Ngoài ra có {count} nhiệm vụ định kỳ, kế hoạch không ghi ngày cụ thể: {named}{more}."))


def without_counterpart(count: int, having: str, other: str) -> Line:
    """How many rows of one plan another has nothing like."""
    if not count:
        return line(bold(f"Mọi nhiệm vụ của {having} đều có nhiệm vụ tương ứng trong {other}."))
    return line(bold(f"Có {count} nhiệm vụ của {having} không có nhiệm vụ tương ứng trong {other}:"))


_SHOWN = 8  # groups that are counted out
_FEW_WORDS = 4


def most_head(
    groups: Sequence[tuple[str, int]], role: str | None, top: int, of: str, *, fewest: bool
) -> tuple[Line, ...]:
    """The groups with the most (or fewest) tasks, the first with how many; `of`: what tasks."""
    names = [name for name, _ in groups[:top]]
    what = DOES["coordinate" if role == "coordinate" else "lead"] if role else "có"
    end, count = "ít" if fewest else "nhiều", f"{groups[0][1]} nhiệm vụ"
    said = f"{joined(names)} {what} {end} {f'nhiệm vụ {of}'.strip()} nhất: {count}."
    if len(of.split()) > _FEW_WORDS:  # "nhất" would stand far behind what it belongs to
        said = f"Trong các nhiệm vụ {of}, {joined(names)} {what} {end} nhất: {count}."
    return line(bold(said)), *_counted(groups)


def _counted(groups: Sequence[tuple[str, int]]) -> tuple[Line, ...]:
    return tuple(line(f"{at}. {name}: {count} nhiệm vụ") for at, (name, count) in enumerate(groups[:_SHOWN], 1))


def each_head(total: int, groups: Sequence[tuple[str, int]], what: str) -> tuple[Line, ...]:
    """How many tasks there are, each counted once, and how many each group has: some are in more than one, or none."""
    return line(bold(f"Tổng cộng {total} nhiệm vụ{' ' + what if what else ''}:")), *_counted(groups)


def most_units_head(rows: int, units: Sequence[int], role: str | None, *, fewest: bool) -> Line:
    """The rows that are given to the most units, or the fewest: how many, from the first row to the last."""
    what = f"đơn vị {DOES[role]}" if role else "đơn vị tham gia"
    many = f" ({rows} nhiệm vụ)" if rows > 1 else ""
    said = f"{units[0]} đến {units[-1]}" if units[0] != units[-1] else str(units[0])
    return line(bold(f"Nhiệm vụ có {'ít' if fewest else 'nhiều'} {what} nhất{many}: {said} đơn vị."))


def same_day_too(asked: int) -> Line:
    """More rows than were asked for, as some fall due on the same day."""
    return line(italic(f"Hỏi {asked} nhiệm vụ; nêu thêm những nhiệm vụ cùng ngày đến hạn."))


def as_many_too(asked: int) -> Line:
    """More rows than were asked for, as some have as much as the last of them."""
    return line(italic(f"Hỏi {asked} nhiệm vụ; nêu thêm những nhiệm vụ bằng nhiệm vụ cuối."))


def apart_from(units: Sequence[str]) -> Line:
    """Units that are not counted among the groups."""
    return line(f"Không kể {joined(units)}.")


def without_head(names: Sequence[str], what: str, each: str) -> tuple[Line, ...]:
    """The groups that have no such task."""
    tasks = f"nhiệm vụ nào {what}".strip()
    if not names:
        return (line(f"Không có {each} nào mà không có {tasks}."),)
    return line(bold(f"Có {len(names)} {each} không có {tasks}:")), line(joined(names))


_CELLS = {
    "lead": "đơn vị chủ trì",
    "coordinate": "đơn vị phối hợp",
    "deadline": "thời hạn",
    "result": "sản phẩm",
    "objective": "mục tiêu",
    "budget": "kinh phí",
}


_RHYTHMS = {
    "ongoing": "thường xuyên",
    "periodic ngay": "định kỳ hằng ngày",
    "periodic tuan": "định kỳ hằng tuần",
    "periodic thang": "định kỳ hằng tháng",
    "periodic quy": "định kỳ hằng quý",
    "periodic nam": "định kỳ hằng năm",
}


def narrowed(kind: str, *, what: str = "", unit: str = "", role: str = "", include: bool = True) -> str:
    """What a list is narrowed to, to be said after "nhiệm vụ".

    Args:
        kind: of the constraint.
        what: the words, or the field that is blank.
    """
    cell = _CELLS.get(what, "")
    wordings = {
        "unit": f"{'' if include else 'không do '}{unit} {DOES[role or None]}",
        "blank": f"{'chưa' if include else 'có'} ghi {cell}",
        "dated": f"{'có' if include else 'không có'} ngày cụ thể",
        "grain": f"{'' if include else 'không '}có thời hạn ghi theo {what}",
        "rhythm": f"{'' if include else 'không '}{_RHYTHMS.get(what, 'định kỳ')}",
        "shown": f"{'thuộc các' if include else 'không kể'} nhiệm vụ vừa nêu",
        "table": f"nêu trong {'bảng' if include else 'phần lời văn'}",
        "number": f"số {what}",
        "place": f"số {what}",
        "section": f"{'' if include else 'không '}thuộc phần “{what}”",
        "printed": f"{'' if include else 'không '}có thời hạn ghi “{what}”",
        "shared": f"có từ {what} đơn vị trở lên cùng {DOES[role or 'lead']}",
        "alone": _alone(unit, role, include=include),
        "topic": f"{'' if include else 'không phải '}“{what}”",
    }
    return wordings.get(kind, "")


def _alone(unit: str, role: str, *, include: bool) -> str:
    """Rows that a unit has a role in by itself; whichever unit that is where none is named."""
    does = DOES[role or None]
    if not unit:
        return f"chỉ có một đơn vị {does}" if include else f"không chỉ một đơn vị {does}"
    return f"{unit} {does} một mình" if include else f"không do riêng {unit} {does}"


def worded(field: str, words: str, *, include: bool = True) -> str:
    """Rows whose cell has some words, or has not."""
    return f"{'' if include else 'không '}có {_CELLS.get(field, 'nội dung')} “{words}”"


def costing(least: str | float | None, most: str | float | None, *, include: bool, strictly: bool = False) -> str:
    """Rows whose budget lies within bounds, as they are said; strictly: without the bounds themselves."""
    said = f"từ {least} đến {most}" if least and most else f"từ {least} trở lên" if least else f"đến {most}"
    said = f"{least}" if least and least == most else said
    if strictly:
        said = " và ".join(f"{word} {bound}" for word, bound in (("trên", least), ("dưới", most)) if bound)
    return f"{'' if include else 'không '}có kinh phí {said}"


def state_asked(states: tuple[State, ...], *, include: bool = True) -> str:
    """In which state rows are, or are not, to be said after "nhiệm vụ"."""
    said = _STATES.get(frozenset(states)) or " hoặc ".join(STATE_LABELS[state] for state in states)
    return said if include else f"trừ nhiệm vụ {said}"


_STATES = {
    frozenset({State.OVERDUE}): "đã quá hạn",
    frozenset({State.DONE_ON_TIME, State.DONE_LATE}): "đã hoàn thành",
    frozenset({State.IN_PROGRESS}): "đang thực hiện",
    frozenset(state for state in State if state not in CLOSED): "chưa hoàn thành",
}
_ENDS = {"earliest": "có thời hạn gần nhất", "latest": "có thời hạn muộn nhất"}


def falling_due(periods: Sequence[Period]) -> str:
    """In which times rows fall due."""
    return f"đến hạn {' và '.join(period.when for period in periods)}"


def list_what(
    *, unit: str, role: str | None, topic: str, periods: Sequence[Period] = (), state: str = "", end: str = ""
) -> str:
    """What a list is of, to be said after "nhiệm vụ".

    Args:
        state: the states and constraints.
        end: which end of them by date, "earliest" or "latest".
    """
    parts = (
        f"{unit} {DOES[role]}" if unit else "",
        f"về “{topic}”" if topic else "",
        falling_due(periods) if periods else "",
        state,
        _ENDS.get(end, ""),
    )
    return " ".join(filter(None, parts))


def empty_list(what: str) -> Line:
    """No row fits."""
    return line(f"Không có nhiệm vụ nào {what}." if what else "Không có nhiệm vụ nào.")


def near_in_meaning(count: int) -> Line:
    """Above rows that do not have the words that were asked for and may mean the same."""
    return line(italic(f"Có phải ý anh/chị là {count} nhiệm vụ gần nghĩa dưới đây?"))


def not_understood(words: str) -> Line:
    """A part of the question that narrows nothing, because it was not understood."""
    return line(italic(f"Chưa hiểu “{words}”, nên danh sách chưa lọc theo nội dung này."))


def not_left_out(words: str) -> Line:
    """What a list was to be without, and no row is about."""
    return line(italic(f"Không có nhiệm vụ nào ghi “{words}”, nên danh sách không bỏ nhiệm vụ nào."))


def of_every_unit(role: str) -> Line:
    """A role was said, and nobody who has it."""
    said = "chủ trì" if role == "lead" else "phối hợp"
    return line(italic(f"Danh sách gồm nhiệm vụ của mọi đơn vị, do chưa rõ hỏi đơn vị nào {said}."))


def other_role(unit: str, role: str, count: int) -> Line:
    """A unit that has nothing in the role asked for has something in the other."""
    other = "phối hợp" if role == "lead" else "chủ trì"
    return line(f"{unit} có {count} nhiệm vụ ở vai trò {other}.")


def of_any_role(count: int, what: str) -> Line:
    """What units have together in either role, where they have nothing in the one asked for."""
    return line(f"Tính cả hai vai trò, có {count} nhiệm vụ {what}.")


def of_any_unit(count: int, what: str) -> Line:
    """What there is where a list of two units together has nothing."""
    return line(f"Nếu không giới hạn theo đơn vị đã hỏi trước, có {count} nhiệm vụ {what}.")


def progress_head(counts: Sequence[tuple[str, int]], total: int, unit: str) -> Line:
    """How many rows are in which state."""
    said = ", ".join(f"{count} {label}" for label, count in counts if count)
    return line(bold(f"{unit + ': ' if unit else ''}{total} nhiệm vụ – {said or 'chưa có báo cáo'}."))
