"""What in a table is neither a task nor a doubt, and what is told to whoever hands it in."""

from dataclasses import replace

import pytest
from grids import a_document, told
from test_plan_table import HEADER, of_2027

from knowledge.document import Table
from knowledge.model import Place
from knowledge.plan.table import read_tables
from knowledge.plan.understanding import understand


def test_a_document_without_tasks_says_so() -> None:
    assert doubts("Thư mời họp") == ["Không tìm thấy nhiệm vụ nào trong bảng hoặc danh mục của tệp này"]


def doubts(printed: str) -> list[str]:
    return [doubt.message for doubt in understand(of_2027(printed)).doubts]


IDLE = {
    "a sum": "Tổng cộng | < | < | < | <",
    "a sum of a part": " | Cộng B: 01 nhiệm vụ |  |  | ",
    "a sum with figures": " | Tổng số: 02 nhiệm vụ |  |  | ",
    "the header in other words": "Số TT | Nội dung công việc | Đơn vị thực hiện | Đơn vị tham gia | Hoàn thành",
    "the header in words of its own": "Số TT | Nội dung việc | Cơ quan lo việc | Cơ quan cùng làm | Hạn định",
    "letters for columns": "A | B | C | D | E",
    "the posts below": " | NGƯỜI LẬP BIỂU |  |  | GIÁM ĐỐC",
}


@pytest.mark.parametrize("row", IDLE.values(), ids=IDLE.keys())
def test_a_row_that_is_none_is_neither_a_task_nor_a_doubt(row: str) -> None:
    printed = f"{HEADER}\n1 | Mua máy | Văn phòng | Thanh tra | Quý I\n{row}"
    plan = understand(of_2027(printed))
    assert [told(task) for task in plan.tasks] == ["N:1 | T:Mua máy | L:Văn phòng | C:Thanh tra | D:Quý I"]
    assert plan.doubts == ()


def test_rows_that_need_a_year_say_so_where_the_plan_has_none() -> None:
    printed = f"{HEADER}\n1 | Mua máy | Văn phòng | | Quý I\n2 | Họp | Văn phòng | | 30/6"
    message = "Không rõ kế hoạch của năm nào: 2 thời hạn không ghi năm chưa tính được ngày"
    assert [doubt.message for doubt in understand(a_document(printed)).doubts] == [message]


def test_rows_that_were_glued_together_are_told() -> None:
    printed = "TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Họp Báo cáo | Sở Y tế\\nSở Y tế | Thường xuyên\\nThường xuyên"
    assert doubts(printed) == ["Dòng 1: có thể là nhiều dòng bị dính vào nhau, cần đối chiếu bản gốc"]


def test_a_row_whose_rest_is_missing_on_the_next_page_is_told() -> None:
    printed = (
        "TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Họp | Văn phòng, các | Quý I\n===\n2 | Báo cáo | Văn phòng | Quý II"
    )
    assert doubts(printed) == ["Dòng 1: có thể bị cắt ở cuối trang, thiếu phần sau"]


@pytest.mark.parametrize(("numbers", "where"), [("TT | ,1 | ,2 | ,3 | ,4 | ", "Dòng 3: "), (",,,,", "")])
def test_a_name_put_together_over_the_end_of_a_page_is_told(numbers: str, where: str) -> None:
    lines = (
        "Nhiệm vụ | Chủ trì | Thời gian",
        "Mua máy | Văn phòng UBND tỉnh | Quý I/2027",
        "Sửa cổng | Sở Tư pháp | Quý I/2027",
        "Công khai kế hoạch | Sở Tư pháp; Văn phòng | Quý II/2027\n===",
        "Phổ biến | Sở Tư pháp UBND tỉnh | Quý III/2027",
    )
    printed = "\n".join(map("".join, zip(numbers.split(","), lines, strict=True)))
    assert f"{where}tên đơn vị bị cắt ở cuối trang được ghép lại" in doubts(printed)


def test_a_row_that_says_only_what_is_to_be_done_is_told() -> None:
    printed = (
        "TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Họp | Văn phòng | Quý I\n2 | Báo cáo | |\n3 | Gặp | Văn phòng | Quý I"
    )
    assert doubts(printed) == ["Dòng 2: không ghi đơn vị, sản phẩm và thời hạn"]


SHEET = "TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Mua máy | {first} | Quý I/2027\n2 | Lắp máy |  | Quý II/2027"


@pytest.mark.parametrize(
    ("first", "at", "told"),
    [
        pytest.param("Văn phòng", "Phụ lục!A{}", ["Dòng 2: ô đơn vị chủ trì để trống"], id="below a chair in a sheet"),
        pytest.param("", "Phụ lục!A{}", [], id="where the sheet names no chair above"),
        pytest.param("Văn phòng", "table 1 row {}", [], id="in a text a blank cell is blank"),
    ],
)
def test_a_blank_chair_of_a_sheet_may_mean_the_one_above(first: str, at: str, told: list[str]) -> None:
    document = a_document(SHEET.format(first=first))
    (table,) = document.blocks
    assert isinstance(table, Table)
    rows = tuple(replace(row, place=Place(at=at.format(n))) for n, row in enumerate(table.rows, start=1))
    found = understand(replace(document, blocks=(replace(table, rows=rows),))).doubts
    assert [doubt.message.split(",")[0] for doubt in found] == told


def test_blank_units_that_are_filled_from_above_are_told_once() -> None:
    units = ("Văn phòng", "", "", "Phòng Thuế", "", "")
    rows = (f"{n} | Việc thứ {n} | {unit} | Quý I/2027" for n, unit in enumerate(units, start=1))
    document = a_document("\n".join(("TT | Nhiệm vụ | Chủ trì | Thời gian", *rows)))
    plan = understand(document)
    assert [task.lead for task in plan.tasks] == [("Văn phòng",)] * 3 + [("Phòng Thuế",)] * 3
    assert [doubt.message for doubt in plan.doubts] == [
        "4 ô đơn vị để trống được hiểu là như dòng trên, cần đối chiếu bản gốc"
    ]


def test_a_table_that_lists_no_tasks_is_told_and_left_alone() -> None:
    reading = read_tables(a_document("Họ tên | Chức vụ | Điện thoại\nLan | Văn thư | 1\nHùng | Kế toán | 2").blocks)
    assert not reading.tasks
    assert [doubt.message for doubt in reading.doubts] == [
        "Bảng không có cột nhiệm vụ nên không đọc: “Họ tên | Chức vụ | Điện thoại”"
    ]


@pytest.mark.parametrize("name", ["Hoạt động", "Hội đồng", "Hợp đồng"])
def test_a_table_is_told_also_where_a_name_only_sounds_like_money(name: str) -> None:
    (doubt,) = read_tables(a_document(f"Nhóm | {name} | Ghi chú\nA | b | c\nd | e | f").blocks).doubts
    assert doubt.message.startswith("Bảng không có cột nhiệm vụ nên không đọc")


def test_a_table_with_an_empty_first_column_is_told_as_well() -> None:
    reading = read_tables(a_document(" | Lan | Văn thư\n | Hùng | Kế toán\n | Mai | Lái xe").blocks)
    assert [doubt.message for doubt in reading.doubts] == ["Bảng không có cột nhiệm vụ nên không đọc: “Lan | Văn thư”"]


def test_a_row_number_that_lost_its_point_is_mended_and_told() -> None:
    rows = [
        "2. | **Một cửa** | |",
        "2 | Họp | Văn phòng | Quý I",
        " | Báo cáo | Văn phòng | Quý I",
        "2.2 | Đo | Văn phòng | Quý II",
    ]
    printed = "\n".join(["TT | Nhiệm vụ | Chủ trì | Thời gian", *rows])
    assert [task.stt for task in understand(a_document(printed)).tasks] == ["2.1", "2.1", "2.2"]
    assert doubts(printed) == ["Số thứ tự “2” được hiểu là 2.1"]


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("STT | Nội dung chi | Số lượng | Đơn giá | Thành tiền\n1 | Thuê máy | 02 | 45.000 | 90.000\n"
                     " | Tổng cộng | | | 90.000", id="costs"),
        pytest.param("Số hiệu: | 77/KH-UBND | Loại: | Kế hoạch\nNơi ban hành: | UBND | Người ký: | Vũ Thanh\n"
                     "Ngày ban hành: | 11/02/2026 | Tình trạng: | Còn hiệu lực", id="facts of the document"),
    ],
)  # fmt: skip
def test_tables_that_are_of_something_else_are_no_news(printed: str) -> None:
    assert doubts(printed) == ["Không tìm thấy nhiệm vụ nào trong bảng hoặc danh mục của tệp này"]


def test_the_rest_of_a_table_in_other_columns_is_told_however_short() -> None:
    first, second = (
        a_document(printed).blocks for printed in (f"{HEADER}\n1 | Mua máy | Văn phòng | | Quý I", "2 | Họp | Quý II")
    )
    reading = read_tables((*first, *second))
    assert [doubt.message for doubt in reading.doubts] == [
        "Bảng không có cột nhiệm vụ nên không đọc: “2 | Họp | Quý II”"
    ]


@pytest.mark.parametrize(
    ("lead", "time", "odd"),
    [("Văn phòng", "Quý I", ""), ("Quý I", "", "Quý I"), ("Văn phòng", "Thanh tra Sở", "Thanh tra Sở")],
    ids=["all in place", "a time among the units", "a unit among the times"],
)
def test_a_row_of_guessed_columns_whose_cells_fit_others_is_told(lead: str, time: str, odd: str) -> None:
    document = of_2027(
        f"TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Mua máy | {lead} | {time}\n2 | Họp | Văn phòng | Quý I"
    )
    blocks = tuple(replace(b, guessed=True) if isinstance(b, Table) else b for b in document.blocks)
    messages = [doubt.message for doubt in understand(replace(document, blocks=blocks)).doubts]
    said = f"Dòng 1: bảng không kẻ khung, ô “{odd}” có thể nằm sai cột, cần đối chiếu"
    assert messages == ([said] if odd else [])


def test_a_row_without_a_number_is_told_by_its_cell_alone() -> None:
    centre, commune = "Trung tâm Chuyển đổi số", "UBND cấp xã"
    rows = (f"Mua máy {lead} | {lead} | {time}" for lead, time in (
        (centre, "Quý I"), (commune, "Thanh tra Sở"), (f"{centre} {commune}", "Quý I"),
    ))  # fmt: skip
    document = of_2027("\n".join(["Nhiệm vụ | Chủ trì | Thời gian", *rows]))
    blocks = tuple(
        replace(b, guessed=True, rows=tuple(replace(row, place=Place(page=1)) for row in b.rows))
        if isinstance(b, Table)
        else b
        for b in document.blocks
    )
    assert [doubt.message for doubt in understand(replace(document, blocks=blocks)).doubts] == [
        "Bảng không kẻ khung, ô “Thanh tra Sở” có thể nằm sai cột, cần đối chiếu",
        SAID.removeprefix("Dòng 3: "),
    ]


SAID = (
    "Dòng 3: “Trung tâm Chuyển đổi số UBND cấp xã” có thể là hai đơn vị “Trung tâm Chuyển đổi số” và “UBND cấp xã”, "
    "cần đối chiếu bản gốc"
)


@pytest.mark.parametrize(
    ("page", "said"),
    [(1, [SAID]), (None, [])],
    ids=["a PDF, whose lines end where the column does", "a file that says where a line ends"],
)
def test_a_unit_that_may_be_two_of_the_plan_is_told(page: int | None, said: list[str]) -> None:
    centre, commune = "Trung tâm Chuyển đổi số", "UBND cấp xã"
    leads = (centre, commune, f"{centre} {commune}")
    rows = (f"{number} | Mua máy | {lead} | Quý I" for number, lead in enumerate(leads, start=1))
    document = of_2027("\n".join(["TT | Nhiệm vụ | Chủ trì | Thời gian", *rows]))
    blocks = tuple(
        replace(b, rows=tuple(replace(row, place=Place(page=page)) for row in b.rows)) if isinstance(b, Table) else b
        for b in document.blocks
    )
    assert [doubt.message for doubt in understand(replace(document, blocks=blocks)).doubts] == said
