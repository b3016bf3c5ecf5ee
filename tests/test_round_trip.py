"""Any table of tasks that is written to a format is understood from it with the same rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tables_in_styles import tasks
from writers import TABLE_WRITERS, Sheet, a_sheet, as_pdf

from knowledge.model import Task
from knowledge.plan.understanding import understand
from knowledge.readers import read_here
from knowledge.readers.grid import Span

HEADER = ("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành")
UNITS = ("Văn phòng Sở", "Thanh tra Sở", "Phòng Tổ chức cán bộ", "Phòng Kế hoạch - Tài chính", "Sở Tư pháp")
PRODUCTS = ("Báo cáo", "Kế hoạch", "Quyết định", "Văn bản triển khai", "Hội nghị")
TIMES = ("Quý I/2027", "Trước ngày 30/6/2027", "Thường xuyên", "Tháng 9/2027", "Năm 2027", "Khi có hướng dẫn")
SECTIONS = ("Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tài chính công", "Xây dựng chính quyền số")
ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Line:
    """One task as it is written."""

    task: str
    result: str
    lead: str
    coordinate: str
    time: str
    under: bool  # a further activity under the number of the one before


lines = st.builds(
    Line,
    task=tasks(14),
    result=st.sampled_from(PRODUCTS),
    lead=st.sampled_from(UNITS),
    coordinate=st.sampled_from(UNITS),
    time=st.sampled_from(TIMES),
    under=st.booleans(),
)
plans = st.lists(st.lists(lines, min_size=1, max_size=5), min_size=1, max_size=4)
Plan = list[list[Line]]


def sheet_of(plan: Plan, *, merged: bool = True, header: tuple[str, ...] = HEADER) -> Sheet:
    """Sections merged over the columns; numbers merged over the activities under them, or the cells left empty."""
    cells = [Span(0, column, text) for column, text in enumerate(header)]
    row = 1
    for roman, title, section in zip(ROMAN, SECTIONS, plan, strict=False):
        cells += [Span(row, 0, roman), Span(row, 1, title, columns=5)]
        row += 1
        number = 0
        for index, line in enumerate(section):
            texts = (line.task, line.result, line.lead, line.coordinate, line.time)
            cells += [Span(row, column, text) for column, text in enumerate(texts, start=1)]
            if index == 0 or not line.under:
                number += 1
                below = _following(section, index)
                cells.append(Span(row, 0, str(number), rows=1 + below if merged else 1))
            row += 1
    return Sheet(tuple(cells), row, len(header), ("PHỤ LỤC NHIỆM VỤ",))


def _following(section: list[Line], index: int) -> int:
    below = 0
    while index + below + 1 < len(section) and section[index + below + 1].under:
        below += 1
    return below


Row = tuple[str, str, str, str | None, tuple[str, ...], tuple[str, ...], str]


def expected(plan: Plan) -> list[Row]:
    rows: list[Row] = []
    for roman, title, section in zip(ROMAN, SECTIONS, plan, strict=False):
        number = 0
        for index, line in enumerate(section):
            number += index == 0 or not line.under
            rows.append(
                (f"{roman}. {title}", str(number), line.task, line.result, (line.lead,), (line.coordinate,), line.time)
            )
    return rows


def understood(task: Task) -> Row:
    section = task.section[-1] if task.section else ""
    head, _, rest = section.partition(" ")
    return (
        f"{head.rstrip('.')}. {rest}", task.stt.rstrip("."), task.task, task.result, task.lead, task.coordinate,
        task.deadline.text,
    )  # fmt: skip


def first(*lines_: Line) -> Plan:
    return [list(lines_)]


SHORT = Line("Rà soát hồ sơ văn bản", "Báo cáo", "Văn phòng Sở", "Thanh tra Sở", "Quý I/2027", under=False)
LONG = Line(
    "Xây dựng " + "quy trình thủ tục hành chính " * 9 + "điện tử", "Kế hoạch", "Sở Tư pháp", "Văn phòng Sở",
    "Năm 2027", under=True,
)  # fmt: skip
DATED = Line(  # alone on the last page: the day must not be taken for that of a letterhead
    "Rà soát" + " hồ sơ" * 11 + " thủ tục hành chính" * 3, "Báo cáo", "Văn phòng Sở", "Văn phòng Sở",
    "Trước ngày 30/6/2027", under=False,
)  # fmt: skip
WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    **TABLE_WRITERS,
    "pdf with the header on each page": partial(as_pdf, repeat=1),
}


MERGED = {"docx", "xlsx", "html", "text"}  # reportlab cannot part merged rows at a page end


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(plan=plans)
@example(plan=first(SHORT, LONG, LONG, SHORT, LONG, LONG, SHORT, LONG, SHORT, LONG, LONG, LONG))
@example(plan=[[DATED, DATED, SHORT, SHORT], [DATED, DATED]])
def test_rows_survive_every_format(form: str, plan: Plan) -> None:
    if form == "columns told apart by spaces":  # a line without a number goes on with the row above it
        plan = [[replace(line, under=False) for line in section] for section in plan]
    sheet = sheet_of(plan, merged=form in MERGED)
    document = read_here(WRITERS[form](sheet), "ke-hoach")
    assert [understood(task) for task in understand(document).tasks] == expected(plan)


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(
            first(SHORT, LONG, LONG, SHORT, LONG, LONG, SHORT, LONG, SHORT, LONG, LONG, LONG), id="four pages"
        ),
        pytest.param([[SHORT, LONG], [SHORT, SHORT, SHORT], [SHORT, LONG, SHORT]], id="sections"),
        pytest.param(first(SHORT, SHORT, SHORT, SHORT), id="one line a row"),
    ],
)
def test_rows_survive_a_pdf_without_rules(plan: Plan) -> None:
    document = read_here(as_pdf(sheet_of(plan, merged=False), ruled=False), "ke-hoach.pdf")
    assert [understood(task) for task in understand(document).tasks] == expected(plan)


LONG_NAMES = (
    "Số TT", "Nội dung nhiệm vụ, hoạt động cụ thể cần triển khai thực hiện trong năm",
    "Sản phẩm, kết quả đầu ra dự kiến của từng nhiệm vụ", "Cơ quan, đơn vị chủ trì tham mưu thực hiện",
    "Cơ quan, đơn vị phối hợp thực hiện nhiệm vụ", "Thời gian hoàn thành (trước ngày)",
)  # fmt: skip


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "without rules"])
@pytest.mark.parametrize(
    "plan",
    [
        pytest.param([[DATED, DATED, SHORT, SHORT], [DATED, DATED]], id="a row alone on the last page"),
        pytest.param(first(*[DATED, SHORT, SHORT] * 8), id="five pages"),
    ],
)
def test_a_header_of_several_lines_on_each_page_is_part_of_no_row(plan: Plan, *, ruled: bool) -> None:
    data = as_pdf(sheet_of(plan, merged=False, header=LONG_NAMES), repeat=1, ruled=ruled)
    tasks = understand(read_here(data, "ke-hoach.pdf")).tasks
    assert [understood(task) for task in tasks] == expected(plan)


@pytest.mark.parametrize("words", [3, 8, 30], ids=["one line", "two lines", "many lines"])
def test_a_long_row_below_a_short_one_keeps_its_columns_without_rules(words: int) -> None:
    """The name in the middle of a column and short words at its left leave a white that is none between columns."""
    rows = ("1", "Rà soát hồ sơ", "Báo cáo", "Văn phòng Sở", "Quý I"), (
        "2", " ".join(["Rà soát", *["hồ sơ"] * words]), "Báo cáo", "Văn phòng Sở", "Quý I",
    )  # fmt: skip
    sheet = a_sheet(("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Thời hạn"), *rows)
    tasks = understand(read_here(as_pdf(sheet, ruled=False, centred=True), "ke-hoach.pdf")).tasks
    assert [(task.stt, task.task, task.result) for task in tasks] == [row[:3] for row in rows]


@pytest.mark.parametrize("lines", [3, 4, 5])
@pytest.mark.parametrize("before", range(6, 13))
def test_a_row_alone_on_a_page_is_whole_where_its_cells_stand_in_the_middle(before: int, lines: int) -> None:
    tasks = [" ".join([f"Kiểm tra lần {n}", *["hồ sơ lưu trữ"] * 9]) for n in range(before)]
    tasks.append(" ".join(["Rà soát", *["hồ sơ lưu trữ"] * (3 * lines)]))
    rows = [(str(n), task, "Báo cáo", "Văn phòng Sở", "Quý I") for n, task in enumerate(tasks, start=1)]
    sheet = a_sheet(("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Thời hạn"), *rows)
    read = understand(read_here(as_pdf(sheet, ruled=False, centred=True), "ke-hoach.pdf")).tasks
    assert [(task.stt, task.task) for task in read] == [row[:2] for row in rows]
