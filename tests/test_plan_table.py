"""Tables of tasks as many offices make them, each read whole (`data/layouts.txt`; see `grids` for the notation)."""

from dataclasses import replace
from datetime import date

import pytest
from grids import a_document, cases, told

from knowledge.document import Block, Document, Paragraph, Table
from knowledge.model import Place
from knowledge.plan.columns import Role
from knowledge.plan.linear import read_lines
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text
from knowledge.tasks.cost import stated_cost

LAYOUTS = cases("layouts.txt")


@pytest.mark.parametrize(("printed", "rows"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_row_of_a_layout_is_read_whole(printed: str, rows: list[str]) -> None:
    assert [told(task) for task in understand(a_document(printed)).tasks] == rows


def test_tables_under_headings_of_their_own_keep_the_header_of_the_first() -> None:
    def under(heading: str, printed: str) -> tuple[Block, ...]:
        return (Paragraph(heading), *a_document(printed).blocks)

    header = "TT | Nhiệm vụ | Chủ trì | Thời gian\n"
    blocks = (
        *under("I. Cải cách thể chế", header + "1 | Rà soát văn bản | Sở Tư pháp | Quý I"),
        *under("II. Cải cách thủ tục", "2 | Công bố thủ tục | Văn phòng | Quý II\n3 | Niêm yết phí | Sở Y tế | Quý I"),
    )
    tasks = understand(Document("x", blocks)).tasks
    assert sorted((task.section, task.stt, task.lead) for task in tasks) == [
        (("I. Cải cách thể chế",), "1", ("Sở Tư pháp",)),
        (("II. Cải cách thủ tục",), "2", ("Văn phòng",)),
        (("II. Cải cách thủ tục",), "3", ("Sở Y tế",)),
    ]


def of_2027(printed: str) -> Document:
    table = a_document(printed)
    return replace(table, blocks=(Paragraph("KẾ HOẠCH NĂM 2027"), *table.blocks))


HEADER = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian"


def test_what_units_do_is_told_from_the_brackets_behind_them() -> None:
    printed = f"{HEADER}\n1 | Sửa đường | Phòng Kinh tế (chủ trì), Công an xã (phối hợp) | | Quý I"
    (task,) = understand(of_2027(printed)).tasks
    assert (task.lead, task.coordinate, task.note) == (("Phòng Kinh tế",), ("Công an xã",), "chủ trì; phối hợp")


BRACKETS = {
    "behind the last": ("Phòng Kinh tế, Công an xã (phối hợp)", "Phòng Kinh tế", "Công an xã"),
    "joined": ("Phòng Kinh tế và Công an xã (phối hợp)", "Phòng Kinh tế", "Công an xã"),
    "behind the first": ("Công an xã (phối hợp), Phòng Kinh tế", "Phòng Kinh tế", "Công an xã"),
    "with whom": ("Phòng Kinh tế (phối hợp với Công an xã)", "Phòng Kinh tế", ""),
    "of nobody": ("(phối hợp)", "", ""),
    "of the chair": ("Phòng Kinh tế (chủ trì), Công an xã", "Phòng Kinh tế", "Công an xã"),
    "of the chair, joined": ("Phòng Kinh tế (đơn vị chủ trì) và các thôn", "Phòng Kinh tế", "các thôn"),
    "of both, the chair last": ("Công an xã (phối hợp), Phòng Kinh tế (chủ trì)", "Phòng Kinh tế", "Công an xã"),
    "of the chair, before it": ("(chủ trì) Phòng Kinh tế, Công an xã", "Phòng Kinh tế, Công an xã", ""),
    "of both, before them": ("(đơn vị chủ trì) Phòng Kinh tế; (phối hợp) Công an xã", "Phòng Kinh tế", "Công an xã"),
    "of the chair, the last": ("Công an xã, Phòng Kinh tế (chủ trì)", "Công an xã, Phòng Kinh tế", ""),
}


@pytest.mark.parametrize(("cell", "lead", "helping"), BRACKETS.values(), ids=BRACKETS.keys())
def test_a_bracket_takes_the_chair_from_nobody_but_the_unit_before_it(cell: str, lead: str, helping: str) -> None:
    for more, others in (("", ""), ("Không", ""), ("Phối hợp: Hội Nông dân", "Hội Nông dân")):
        (task,) = understand(of_2027(f"{HEADER}\n1 | Sửa đường | {cell} | {more} | Quý I")).tasks
        assert (", ".join(task.lead), ", ".join(task.coordinate)) == (lead, ", ".join(filter(None, (helping, others))))


def test_a_blank_deadline_stays_blank_beside_a_column_that_only_begins_like_hours() -> None:
    printed = (
        "TT | Giới thiệu | Nhiệm vụ | Chủ trì | Thời gian\n1 | a | Họp | Văn phòng | Quý I\n2 | b | Gặp | Văn phòng | "
    )
    assert [task.deadline.text for task in understand(of_2027(printed)).tasks] == ["Quý I", ""]


def test_a_blank_day_of_a_timetable_is_the_one_above() -> None:
    header = "Ngày | Giờ | Nội dung | Chủ trì | Địa điểm"
    printed = f"{header}\n09/3/2027 | 7h30 | Giao ban | Văn phòng | P.1\n | 14h | Họp | Văn phòng | P.2"
    assert [task.deadline.due for task in understand(a_document(printed)).tasks] == [(date(2027, 3, 9),)] * 2


STATES = {"results": "Kết quả thực hiện", "times": "Tiến độ"}


@pytest.mark.parametrize("name", STATES.values(), ids=STATES.keys())
def test_cells_that_say_how_the_work_stands_are_states_whatever_their_column_is_called(name: str) -> None:
    printed = f"TT | Nhiệm vụ | Chủ trì | Hạn | {name}\n1 | Họp | Văn phòng | 30/4/2027 | Đã hoàn thành 100%"
    (task,) = understand(a_document(printed)).tasks
    assert (task.status, task.result) == ("Đã hoàn thành 100%", None)


def test_words_without_a_number_head_the_numbered_rows_below_them() -> None:
    printed = (
        f"{HEADER}\n | Việc giao Sở Y tế |  |  | \n1 | Mua máy | Văn phòng |  | Quý I\n2 | Họp | Thanh tra |  | Quý II"
    )
    sections = [task.section for task in understand(a_document(printed)).tasks]
    assert sections == [("Việc giao Sở Y tế",), ("Việc giao Sở Y tế",)]


def test_a_column_of_times_that_says_how_the_work_stands_is_no_deadline() -> None:
    printed = "TT | Nhiệm vụ | Chủ trì | Thời hạn | Tiến độ\n1 | Mua máy | Văn phòng | Quý I | Đã hoàn thành"
    (task,) = understand(a_document(printed)).tasks
    assert (task.deadline.text, task.status) == ("Quý I", "Đã hoàn thành")


def test_a_row_over_two_pages_has_the_lines_of_both() -> None:
    table, _ = LAYOUTS["a row cut in the middle by the page, the header printed again"]
    first, second = understand(a_document(table)).tasks
    assert (first.place.lines, second.place.lines) == ((2, 4), (5, 5))


def a_text(*lines: str) -> list[str]:
    return [told(task) for task in understand(read_text("\n".join(lines), "a.txt")).tasks]


def test_several_tables_have_the_numbered_headings_above_them() -> None:
    assert a_text(
        "1. Cải cách thể chế",
        "TT\tNhiệm vụ\tChủ trì\tThời gian",
        "1\tRà soát văn bản\tPhòng Tư pháp\tQuý I",
        "",
        "2. Chuyển đổi số",
        "TT\tNhiệm vụ\tChủ trì\tThời gian",
        "1\tSố hóa hồ sơ\tVăn phòng\tQuý II",
    ) == [
        "S:1. Cải cách thể chế | N:1 | T:Rà soát văn bản | L:Phòng Tư pháp | D:Quý I",
        "S:2. Chuyển đổi số | N:1 | T:Số hóa hồ sơ | L:Văn phòng | D:Quý II",
    ]


def test_a_page_number_between_two_pages_of_a_table_is_no_heading() -> None:
    assert a_text(
        "TT\tNhiệm vụ\tChủ trì\tThời gian",
        "I\tThể chế",
        "1\tRà soát các văn bản\tPhòng Tư pháp\tQuý I",
        "12",
        "TT\tNhiệm vụ\tChủ trì\tThời gian",
        "\tcòn hiệu lực\t\t",
        "2\tKiểm tra\tPhòng Tư pháp\tQuý II",
    ) == [
        "S:I Thể chế | N:1 | T:Rà soát các văn bản còn hiệu lực | L:Phòng Tư pháp | D:Quý I",
        "S:I Thể chế | N:2 | T:Kiểm tra | L:Phòng Tư pháp | D:Quý II",
    ]


def test_a_section_called_after_indicators_heads_tasks_and_no_targets() -> None:
    header = "TT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời gian\n"
    printed = (
        header + "VII | Chỉ số cải cách hành chính | < | < | <\n" + "34 | Tự đánh giá | 01 báo cáo | Sở | Quý IV/2024"
    )
    plan = understand(a_document(printed))
    assert [(task.stt, task.section) for task in plan.tasks] == [("34", ("VII Chỉ số cải cách hành chính",))]
    assert plan.targets == ()


ROLES = {
    "a role": ("Sở Y tế (đầu mối tổng hợp)", ("Sở Y tế",), "đầu mối tổng hợp"),
    "an owner": (
        "Trung tâm Kiểm soát bệnh tật (thuộc Sở Y tế)",
        ("Trung tâm Kiểm soát bệnh tật (thuộc Sở Y tế)",),
        None,
    ),
    "what an office is in the plan": ("Sở Y tế (cơ quan thường trực)", ("Sở Y tế",), "cơ quan thường trực"),
    "the standing office": ("Bệnh viện tỉnh (thường trực)", ("Bệnh viện tỉnh",), "thường trực"),
    "another unit": ("Sở Y tế (Trung tâm Y tế)", ("Sở Y tế (Trung tâm Y tế)",), None),
    "a prompt": ("Chọn đơn vị", (), None),
}


@pytest.mark.parametrize(("cell", "lead", "note"), ROLES.values(), ids=ROLES.keys())
def test_a_role_in_brackets_is_a_note_and_a_prompt_is_nobody(
    cell: str, lead: tuple[str, ...], note: str | None
) -> None:
    (task,) = understand(a_document(f"TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Mua máy | {cell} | Quý I")).tasks
    assert (task.lead, task.note) == (lead, note)


UNITS = {
    "levels after a stroke": ("UBND các tỉnh/ thành phố", ["UBND các tỉnh/ thành phố"]),
    "a branch": ("Ngân hàng Phát triển Chi nhánh Khu vực III", ["Ngân hàng Phát triển Chi nhánh Khu vực III"]),
    "who stands for a unit": ("Đại diện Công an xã Bình Hòa", ["Đại diện Công an xã Bình Hòa"]),
    "a deputy": ("Phó Tổng Thanh tra Chính phủ", ["Phó Tổng Thanh tra Chính phủ"]),
    "the others concerned": ("Bộ Y tế và cơ quan, địa phương liên quan", ["Bộ Y tế", "cơ quan, địa phương liên quan"]),
    "what it is there for": ("Bộ Y tế với các nội dung chung; Sở Nội vụ", ["Bộ Y tế", "Sở Nội vụ"]),
}


@pytest.mark.parametrize(("cell", "units"), UNITS.values(), ids=UNITS.keys())
def test_units_of_a_cell_are_told_apart(cell: str, units: list[str]) -> None:
    (task,) = understand(a_document(f"TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Mua máy | {cell} | Quý I")).tasks
    assert list(task.lead) == units


def test_headings_in_bold_above_tables_with_a_header_each_are_sections() -> None:
    header = "Hoạt động | Người thực hiện | Phối hợp | Ngày thực hiện\n"
    blocks = (
        Paragraph("THÁNG 9/2026", bold=True),
        *a_document(header + "Khai giảng | Ban Giám hiệu | Hội phụ huynh | 05/9/2026").blocks,
        Paragraph("THÁNG 10/2026", bold=True),
        *a_document(header + "Hội thi Bé khéo tay | Tổ Mẫu giáo | | Tháng 10/2026").blocks,
    )
    assert [told(task) for task in understand(Document("x", blocks)).tasks] == [
        "S:THÁNG 9/2026 | T:Khai giảng | L:Ban Giám hiệu | C:Hội phụ huynh | D:05/9/2026",
        "S:THÁNG 10/2026 | T:Hội thi Bé khéo tay | L:Tổ Mẫu giáo | D:Tháng 10/2026",
    ]


def test_a_running_title_between_the_pages_of_a_pdf_does_not_begin_a_table() -> None:
    def page(number: int, printed: str) -> tuple[Block, ...]:
        (table,) = a_document(printed).blocks
        assert isinstance(table, Table)
        rows = tuple(replace(row, place=Place(page=number)) for row in table.rows)
        return (Paragraph("CÔNG BÁO", bold=True, place=Place(page=number)), replace(table, rows=rows))

    header = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian\n"
    blocks = (*page(1, header + "1 | Rà soát các | Văn phòng | | Quý I"), *page(2, header + " | văn bản | | | "))
    assert [told(task) for task in understand(Document("x", blocks)).tasks] == [
        "N:1 | T:Rà soát các văn bản | L:Văn phòng | D:Quý I"
    ]


@pytest.mark.parametrize(
    ("printed", "task"),
    [
        pytest.param("Việc | Ai làm | Thời hạn\nIn đề thi | Ban In sao | Tháng 6/2026\nCoi thi | Hội đồng | Quý III",
                     "T:In đề thi | L:Ban In sao | D:Tháng 6/2026", id="units under an unknown name"),
        pytest.param("Công việc | Chủ trì | Bao giờ\nIn đề thi | Ban In sao | Tháng 6/2026\nCoi thi | Hội đồng | Quý I",
                     "T:In đề thi | L:Ban In sao | D:Tháng 6/2026", id="times under an unknown name"),
        pytest.param("Công việc | Chủ trì | Ghi chú\nIn đề thi | Ban In sao | Tháng 6/2026",
                     "T:In đề thi | L:Ban In sao | X:Ghi chú=Tháng 6/2026", id="times under a name of something else"),
    ],
)  # fmt: skip
def test_cells_say_what_a_column_holds_where_its_name_does_not(printed: str, task: str) -> None:
    assert told(understand(a_document(printed)).tasks[0]) == task


SUMS = {
    "millions": ("Kinh phí (triệu đồng)", "240", "240 triệu đồng"),
    "short": ("Dự toán (ĐVT: tr.đ)", "1.350,5", "1.350,5 triệu đồng"),
    "thousands": ("Kinh phí thực hiện (1.000 đồng)", "85.000", "85.000 nghìn đồng"),
    "billions": ("Kinh phí, tỷ đồng", "1,2", "1,2 tỷ đồng"),
    "whole": ("Kinh phí (đồng)", "35.000.000", "35.000.000 đồng"),
    "words": ("Kinh phí (triệu đồng)", "Theo dự toán", "Theo dự toán"),
    "a coin of its own": ("Kinh phí (triệu đồng)", "1,2 tỷ", "1,2 tỷ"),
    "thousands in figures": ("Dự toán (1000đ)", "850", "850 nghìn đồng"),
    "the coin by its name": ("Kinh phí (VNĐ)", "35.000.000", "35.000.000 đồng"),
    "the unit of measure": ("Kinh phí, đơn vị tính: đồng", "35.000.000", "35.000.000 đồng"),
    "without accents": ("Kinh phi (DVT: trieu dong)", "240", "240 triệu đồng"),
    "behind a dash": ("Kinh phí - đồng", "240000000", "240000000 đồng"),
    "behind its noun": ("Kinh phí đồng", "240000000", "240000000 đồng"),
    "no coin": ("Kinh phí", "240", "240"),
    "money for running": ("Kinh phí hoạt động", "240", "240"),
    "a contract": ("Dự toán hợp đồng", "240", "240"),
    "a community": ("Kinh phí từ cộng đồng", "240", "240"),
    "a council": ("Kinh phi hoi dong", "240", "240"),
    "a company": ("Nguồn vốn của công ty", "240", "240"),
}


@pytest.mark.parametrize(("column", "cell", "budget"), SUMS.values(), ids=SUMS.keys())
def test_a_figure_alone_is_a_sum_in_the_coin_of_its_column(column: str, cell: str, budget: str) -> None:
    (task,) = understand(of_2027(f"{HEADER} | {column}\n1 | Sửa đường | Phòng Kinh tế | | Quý I | {cell}")).tasks
    assert (task.budget, stated_cost(task)) == (cell, budget)


def test_a_figure_in_a_table_whose_rules_are_lost_has_the_coin_of_its_column_too() -> None:
    heads = ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành", "Kinh phí (triệu đồng)"]
    cells = [
        ["1", "Sửa đường", "Phòng Kinh tế", "Quý I/2027", "240"],
        ["2", "Trồng cây", "Phòng Y tế", "Quý II/2027", "15"],
    ]
    lines = [Paragraph(text) for text in (*heads, *(cell for row in cells for cell in row))]
    assert [(task.get(Role.BUDGET), task.coin) for task in read_lines(lines).tasks] == [
        ("240", "triệu đồng"),
        ("15", "triệu đồng"),
    ]
