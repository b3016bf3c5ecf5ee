"""Tables of tasks drawn at random in the styles of offices, and the rows that have to be read of them.

A style is what two offices do differently: what they call the columns and how they order them, whether a level of the
header stands over who does it, how sections are printed, where numbers begin again, what stands beside and below.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import settings
from hypothesis import strategies as st
from writers import Sheet

from knowledge.model import Task
from knowledge.readers.grid import Span


def examples(number: int) -> int:
    """How many examples a property is tried with: so many in the suite, ten times as many by `make properties`."""
    return number * (10 if settings.get_current_profile_name() == "properties" else 1)


@dataclass(frozen=True)
class Line:
    """One task as it is written."""

    task: str
    result: str
    leads: tuple[str, ...]
    coordinates: tuple[str, ...]
    time: str


@dataclass(frozen=True)
class Style:
    """How an office prints its tables."""

    names: tuple[str, ...]
    order: tuple[int, ...]  # of product, chair, others, time
    sections: str
    running_on: bool
    over_units: bool
    numbered_columns: bool
    person: bool
    status: bool
    sums: bool
    between: str


Plan = tuple[tuple[Line, ...], ...]
Row = tuple[str, str, str, str | None, tuple[str, ...], tuple[str, ...], str]

_VERBS = ("Rà soát", "Xây dựng", "Tổ chức", "Ban hành", "Kiểm tra", "Số hóa", "Cập nhật", "Tham mưu")
_WORDS = (
    "hồ sơ",
    "thủ tục hành chính",
    "cán bộ",
    "công chức",
    "dữ liệu",
    "quy trình",
    "văn bản",
    "kế hoạch",
    "điện tử",
)
_UNITS = (
    "Văn phòng Sở", "Thanh tra Sở", "Phòng Tổ chức cán bộ", "Phòng Kế hoạch - Tài chính", "Đoàn Thanh niên",
    "Trung tâm Chuyển đổi số", "Sở Tư pháp", "UBND cấp xã", "Công an tỉnh",
)  # fmt: skip
_TIMES = ("Quý I/2027", "Trước ngày 30/6/2027", "Thường xuyên", "Tháng 9/2027", "Năm 2027", "Khi có hướng dẫn", "")
_PRODUCTS = ("Báo cáo", "Kế hoạch", "Quyết định", "Văn bản triển khai", "Hội nghị", "")
_NAMES = (
    ("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"),
    ("TT", "Nội dung công việc", "Kết quả", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"),
    ("Số TT", "Tên đề án", "Sản phẩm đầu ra", "Chủ trì", "Phối hợp", "Tiến độ thực hiện"),
    ("STT", "Hoạt động chính", "Kết quả dự kiến", "Đơn vị thực hiện", "Đơn vị phối hợp thực hiện", "Thời gian"),
    ("TT", "TÊN VĂN BẢN", "SẢN PHẨM", "CƠ QUAN CHỦ TRÌ", "CƠ QUAN PHỐI HỢP", "THỜI GIAN"),
)
SECTIONS = ("none", "merged beside the number", "merged over the row", "without a number", "in empty cells")
_TITLES = ("Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tài chính công")
_ROMAN = ("I", "II", "III")


def tasks(longest: int) -> st.SearchStrategy[str]:
    """What is to be done, in so many words of the trade at most."""
    return st.builds(
        lambda verb, words: " ".join((verb, *words)),
        st.sampled_from(_VERBS),
        st.lists(st.sampled_from(_WORDS), min_size=2, max_size=longest),
    )


lines = st.builds(
    Line,
    task=tasks(12),
    result=st.sampled_from(_PRODUCTS),
    leads=st.lists(st.sampled_from(_UNITS), min_size=1, max_size=2, unique=True).map(tuple),
    coordinates=st.lists(st.sampled_from(_UNITS), max_size=2, unique=True).map(tuple),
    time=st.sampled_from(_TIMES),
)
plans = st.lists(st.lists(lines, min_size=1, max_size=4).map(tuple), min_size=1, max_size=3).map(tuple)
long_plans = st.lists(st.lists(lines, min_size=5, max_size=9).map(tuple), min_size=2, max_size=3).map(tuple)
styles = st.builds(
    Style,
    names=st.sampled_from(_NAMES),
    order=st.sampled_from([(2, 3, 4, 5), (3, 4, 5, 2), (5, 3, 4, 2), (3, 4, 2, 5)]),
    sections=st.sampled_from(SECTIONS),
    running_on=st.booleans(),
    over_units=st.booleans(),
    numbered_columns=st.booleans(),
    person=st.booleans(),
    status=st.booleans(),
    sums=st.booleans(),
    between=st.sampled_from(["; ", ", ", "\n"]),
)


def sheet_of(plan: Plan, style: Style) -> Sheet:
    """The table as that office prints it."""
    names = _columns(style)
    rows = [*_header(names, style), *_body(plan, style, len(names))]
    cells = tuple(Span(at, c.column, c.text, c.rows, c.columns) for at, row in enumerate(rows) for c in row)
    return Sheet(cells, len(rows), len(names), ("PHỤ LỤC NHIỆM VỤ",))


def expected(plan: Plan, style: Style) -> list[Row]:
    """The rows that have to be read: section, number, task, product, chairs, others, time."""
    return [
        (section, number, line.task, line.result or None, line.leads, line.coordinates, line.time)
        for section, number, line in _numbered(plan, style)
    ]


def understood(task: Task) -> Row:
    """A row that was read, to be compared."""
    section = task.section[-1] if task.section else ""
    head, _, rest = section.partition(" ")
    section = f"{head.rstrip('.')} {rest}" if head.rstrip(".") in _ROMAN else section
    return section, task.stt, task.task, task.result, task.lead, task.coordinate, task.deadline.text


def run_together(read: tuple[str, ...], written: tuple[str, ...]) -> list[tuple[str, ...]] | None:
    """The units of a cell that were read as one, each with those that were written; None where one is cut or lost."""
    left, found = list(written), []
    for unit in read:
        size = next((n for n in range(1, len(left) + 1) if " ".join(left[:n]) == unit), None)
        if size is None:
            return None
        found += [tuple(left[:size])] if size > 1 else []
        left = left[size:]
    return None if left else found


def _columns(style: Style) -> list[str]:
    named = [style.names[0], style.names[1], *(style.names[at] for at in style.order)]
    return [*named, *(["Người đứng đầu chịu trách nhiệm"] * style.person), *(["Tình hình thực hiện"] * style.status)]


def _header(names: list[str], style: Style) -> Iterator[list[Span]]:
    lead = 2 + style.order.index(3)
    if style.over_units:  # who does it and who helps stand side by side in every order
        others = [Span(0, at, name, rows=2) for at, name in enumerate(names) if at not in {lead, lead + 1}]
        yield [*others, Span(0, lead, "Phân công thực hiện", columns=2)]
        yield [Span(0, lead, names[lead]), Span(0, lead + 1, names[lead + 1])]
    else:
        yield [Span(0, at, name) for at, name in enumerate(names)]
    if style.numbered_columns:
        yield [Span(0, at, f"({at + 1})") for at in range(len(names))]


def _body(plan: Plan, style: Style, width: int) -> Iterator[list[Span]]:
    before = ""
    for section, number, line in _numbered(plan, style):
        if section != before:
            yield _section(section, style, width)
        before = section
        texts = (style.between.join(line.leads), style.between.join(line.coordinates))
        how = {2: line.result, 3: texts[0], 4: texts[1], 5: line.time}
        beside = [*(["Nguyễn Văn An"] * style.person), *(["Đang thực hiện"] * style.status)]
        row = [number, line.task, *(how[at] for at in style.order), *beside]
        yield [Span(0, at, text) for at, text in enumerate(row)]
    if style.sums:
        yield [Span(0, 0, f"Tổng cộng: {sum(map(len, plan))} nhiệm vụ", columns=width)]


def _section(section: str, style: Style, width: int) -> list[Span]:
    roman, _, title = section.partition(" ")
    match style.sections:
        case "merged beside the number":
            return [Span(0, 0, roman), Span(0, 1, title, columns=width - 1)]
        case "merged over the row":
            return [Span(0, 0, f"{roman}. {title}", columns=width)]
        case "without a number":
            return [Span(0, 0, section, columns=width)]
        case _:
            return [Span(0, 0, roman), Span(0, 1, title)]


def _numbered(plan: Plan, style: Style) -> Iterator[tuple[str, str, Line]]:
    number = 0
    for roman, title, section in zip(_ROMAN, _TITLES, plan, strict=False):
        number = number if style.running_on or style.sections == "none" else 0
        name = {"none": "", "without a number": title.upper()}.get(style.sections, f"{roman} {title}")
        for line in section:
            number += 1
            yield name, str(number), line
