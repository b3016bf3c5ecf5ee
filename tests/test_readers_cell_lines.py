"""The printed lines of a cell of a PDF, and which of them the writer ended."""

import pytest

from knowledge.readers.cell_lines import Column, cell_text, column_of
from knowledge.readers.pdf_text import Line


def a_line(text: str, x1: float, x0: float = 0) -> Line:
    return Line(text, x0, x1, 0, 10, 10)


@pytest.mark.parametrize(
    ("texts_of_lines", "expected"),
    [
        (("Các phòng chuyên môn thuộc", "Sở"), "Các phòng chuyên môn thuộc Sở"),
        (("Văn phòng", "Thanh tra"), "Văn phòng\nThanh tra"),
        (("- Kế hoạch kiểm tra năm 2027;", "- Báo cáo"), "- Kế hoạch kiểm tra năm 2027;\n- Báo cáo"),
        (("Kế hoạch số 177-", "KH/TU"), "Kế hoạch số 177-KH/TU"),
        (("giai đoạn 2026 -", "2030"), "giai đoạn 2026 - 2030"),
        (("tập", "huấn"), "tập huấn"),
    ],
)
def test_the_lines_of_a_cell_become_its_text(texts_of_lines: tuple[str, ...], expected: str) -> None:
    assert cell_text([a_line(text, 5 * len(text)) for text in texts_of_lines], Column(130)) == expected


ROOM = Column(130)


@pytest.mark.parametrize(
    ("texts_of_lines", "expected"),
    [
        (("Phòng Tổ chức cán bộ Sở", "Sở Tư pháp"), "Phòng Tổ chức cán bộ Sở\nSở Tư pháp"),
        (("Trung tâm Chuyển đổi số,", "Sở Tư pháp"), "Trung tâm Chuyển đổi số, Sở Tư pháp"),
        (
            ("Trung tâm Công nghệ thông", "tin và Truyền thông tỉnh"),
            "Trung tâm Công nghệ thông tin và Truyền thông tỉnh",
        ),
        (("Các phòng, đơn vị và những", "cán bộ của Sở"), "Các phòng, đơn vị và những cán bộ của Sở"),
        (("Lập hồ sơ, giao nộp vào", "Trung tâm Lưu trữ"), "Lập hồ sơ, giao nộp vào Trung tâm Lưu trữ"),
    ],
)
def test_where_units_stand_one_a_line_one_that_fills_its_line_ends_with_it(
    texts_of_lines: tuple[str, ...], expected: str
) -> None:
    cell = [a_line(text, 5.2 * len(text)) for text in texts_of_lines]
    assert cell_text(cell, ROOM, listed=True) == expected
    assert "\n" not in cell_text(cell, ROOM)
    assert "\n" not in cell_text(cell, Column(130, marked=True), listed=True)


@pytest.mark.parametrize(
    ("cell", "listed", "marked"),
    [
        (("Văn phòng Sở", "Thanh tra Sở"), True, False),
        (("Văn phòng Sở;", "Thanh tra Sở"), False, True),
        (("Thanh tra Sở; Phòng", "Tổ chức cán bộ"), False, True),
        (("Các phòng chuyên môn thuộc", "Sở"), False, False),
        (("Phòng Tổ chức cán bộ của Sở", "Thanh tra Sở"), False, False),
        (("Báo cáo", "Thanh tra Sở"), False, False),
    ],
)
def test_how_a_column_parts_units_is_seen_in_its_cells(cell: tuple[str, ...], *, listed: bool, marked: bool) -> None:
    column = column_of([[a_line(text, 5 * len(text)) for text in cell]], 130)
    assert (column.listed, column.marked) == (listed, marked)


def test_where_a_mark_parts_the_units_of_a_cell_a_line_without_one_ends_none() -> None:
    cell = [a_line(text, 5 * len(text)) for text in ("UBND cấp xã; Phòng", "Tổ chức cán bộ;", "Thanh tra Sở")]
    assert cell_text(cell, Column(300)) == "UBND cấp xã; Phòng Tổ chức cán bộ;\nThanh tra Sở"


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_unit_that_has_only_begun_goes_on_in_the_next_line(mark: str) -> None:
    cell = [a_line(f"UBND cấp xã{mark} Phòng", 90), a_line("Tổ chức cán bộ", 70)]
    assert cell_text(cell, Column(300)) == f"UBND cấp xã{mark} Phòng Tổ chức cán bộ"


def test_a_head_alone_goes_on_with_the_rest_of_its_name_also_where_there_is_room() -> None:
    lines = [a_line("Đoàn Thanh niên", 75), a_line("Trung tâm", 46), a_line("Chuyển đổi số", 63)]
    assert cell_text(lines, Column(96)).endswith("Trung tâm Chuyển đổi số")
    assert cell_text([a_line("Văn phòng", 46), a_line("Thanh tra", 46)], Column(130)) == "Văn phòng\nThanh tra"
