"""Columns that are times themselves, as a chart of months or quarters has them, on one or two levels of the header."""

import re
from collections.abc import Mapping, Sequence

from knowledge.deadlines import understand_deadline
from knowledge.document import Row
from knowledge.language.text import folded
from knowledge.model import DeadlineKind

# The name of a year, a quarter or a month, as columns below "Kinh phí" or "Tiến độ" have it.
PERIOD = re.compile(
    r"^(?:nam |quy |thang |q)?(?:\d{1,4}(?:\s*[-–/]\s*\d{1,4})*|[ivx]{1,4}(?:/\d{4})?|cac nam.*|giai doan.*)$"
)
_OF_TIME = re.compile(r"(?:nam|thang|quy|giai doan|thoi gian|tien do)\b")
_BARE = re.compile(r"(\d{1,2}|[IVX]{1,4})(?:/\d{4})?")
_MONTHS, _QUARTERS = 12, ("I", "II", "III", "IV", "1", "2", "3", "4")


def months_in_full(names: Sequence[str]) -> list[str]:
    """The names of columns, "T1" as "Tháng 1" where they count months; "T2" to "T7" alone are the days of a week."""
    short = [_SHORT_MONTH.fullmatch(name.strip()) for name in names]
    counted = {int(match[1]) for match in short if match}
    if len(counted) < _SCALE or counted <= _WEEKDAYS or max(counted) > _MONTHS:
        return list(names)
    return [f"Tháng {int(match[1])}" if match else name for match, name in zip(short, names, strict=True)]


_SHORT_MONTH = re.compile(r"[Tt]h?\.?\s?(\d{1,2})")
_SCALE = 3  # columns: fewer names may be short for something else
_WEEKDAYS = frozenset(range(2, 8))


def names_start(name: str) -> bool:
    """Whether a column or label says when something begins: "Bắt đầu", "Khởi công"."""
    return _STARTS.match(folded(name)) is not None


def names_end(name: str) -> bool:
    """Whether a column or label says when something ends: "Ngày kết thúc", "Hoàn tất"."""
    return _ENDS.match(folded(name)) is not None


def span_of(columns: Mapping[int, tuple[str, bool]], body: Sequence[Row]) -> tuple[int, ...]:
    """The columns that say from when until when, of those given by position with name and whether they are of times.

    One of them has to be sure to be of times; the other says with its name what it is, and its cells may be times.
    Of two ends the sure one goes first ("Hoàn thành" before "Nghiệm thu").
    """
    told = {at: name for at, (name, timed) in columns.items() if timed or _tells_times(body, at, name)}
    starts = [at for at, name in told.items() if names_start(name)]
    ends = sorted((at for at, name in told.items() if names_end(name)), key=lambda at: not columns[at][1])
    sure = any(columns[at][1] or _COUNTS.search(folded(told[at])) for at in (*starts[:1], *ends[:1]))
    return (starts[0], ends[0]) if starts and ends and sure else ()


def _tells_times(body: Sequence[Row], at: int, name: str) -> bool:
    """Whether most of the cells of a column that are filled may be times: "Triển khai" names units as well."""
    filled = [text for row in body if at < len(row.cells) and (text := row.cells[at].text.strip())]
    return 2 * sum(may_be_time(in_full(name, text)) for text in filled) > len(filled)


def may_be_time(text: str) -> bool:
    """Whether a cell may name a day or a time: "Thường xuyên" does not."""
    return _MAY_BE_TIME.search(folded(text)) is not None


def in_full(name: str, text: str) -> str:
    """A bare number with what its column counts, by which something begins or ends: "I" below "Từ quý" is "quý I"."""
    return f"{_unit(folded(name), text).lower()}{text}" if names_start(name) or names_end(name) else text


def from_until(begins: str, ends: str) -> str:
    """From when until when as one text, what is said in the cells of a start and of an end.

    A start that is no point in time ("Thường xuyên", "Khi có sự cố") adds nothing to an end, nor does any to one that
    comes again ("Ngày 05 hằng tháng").
    """
    if not ends:
        return f"Từ {begins}"
    goes_on = any(understand_deadline(text, year=None).kind in _GO_ON for text in (begins, ends))
    alone = not begins or goes_on or not may_be_time(begins) or folded(begins) == folded(ends)
    return ends if alone else f"Từ {begins} đến {ends}"


_GO_ON = frozenset({DeadlineKind.ONGOING, DeadlineKind.PERIODIC, DeadlineKind.MIXED})
_MAY_BE_TIME = re.compile(r"\d|\bquy\b")
_COUNTS = re.compile(r"\b(?:ngay|thang|quy|nam|tuan)\b")  # "Từ quý", but not "Từ"


_UNIT = r"(?:(?:ngay|tuan|thang|quy|nam|thoi gian) )"
# "Triển khai" beside "Hoàn thành" is a start; "Thời gian triển khai" is that of the whole.
_OF_DAYS = r"(?:\W+(?:ngay|thang|quy|nam|tuan|du kien))*\W*$"  # "Từ ngày (dự kiến)", "Đến tháng/năm"
_STARTS = re.compile(
    rf"{_UNIT}?(?:bat dau|khoi (?:cong|dong|dau)|mo dau|chuan bi)\b"
    rf"|(?:ngay |thoi gian )?tu{_OF_DAYS}|trien khai(?: thuc hien)?\W*$|(?:ngay|thoi gian) giao\b"
)
_ENDS = re.compile(
    rf"{_UNIT}?(?:ket thuc|hoan (?:thanh|tat|thien)|xong|nghiem thu)\b|thuc hien\W*$"
    rf"|(?:ngay |thoi gian )?den(?: het| han)?{_OF_DAYS}"
)


def period_named(upper: str, lower: str, *, timed: bool) -> str:
    """The time that a column is named by ("Quý I năm 2026" below "Năm 2026"), "" where it is named by none.

    Args:
        upper: its name, with that of the column over it where there is one.
        lower: its name on the second level, or "".
        timed: whether the upper name is that of a column of times.
    """
    upper, lower = upper.strip(), lower.strip()
    if not lower or lower == upper:
        return upper if PERIOD.match(folded(upper)) and not timed else ""
    if not PERIOD.match(folded(lower)) or not (timed or _OF_TIME.match(folded(upper))):
        return ""
    year = re.search(r"(?:19|20)\d\d", upper)
    of_year = f" năm {year[0]}" if year and not re.search(r"(?:19|20)\d\d", lower) else ""
    return f"{_unit(folded(upper), lower)}{lower}{of_year}"


def _unit(upper: str, lower: str) -> str:
    """What a bare number below a name counts, also one of a year: quarters, months, or weeks."""
    bare = _BARE.fullmatch(lower.strip())
    if bare is None:
        return ""
    months = re.search(r"\bthang\b", upper) and bare[1].isdigit()
    if re.search(r"\bquy\b", upper) and bare[1] in _QUARTERS and not months:  # of "Quý/tháng" a 3 is the month
        return "Quý "
    if months and int(bare[1]) <= _MONTHS:
        return "Tháng "
    return "Tuần " if re.search(r"\btuan\b", upper) and lower.isdigit() else ""
