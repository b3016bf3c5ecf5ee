"""Excel sheets as people keep them: merged cells, dates and numbers as shown, hidden rows, formulas, title rows."""

import io
import re
import zipfile
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from documents import texts
from openpyxl.styles import Font
from writers import a_sheet, as_xlsx, saved

from knowledge.document import Document, Table
from knowledge.errors import RefusedError
from knowledge.readers import Limits, read_here
from knowledge.readers.excel import read_excel
from knowledge.readers.grid import Span
from knowledge.readers.sheet_values import shown


def a_book(*rows: tuple[Any, ...], title: str = "Sheet1") -> Any:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def read(book: Any, limits: Limits = Limits()) -> Document:  # noqa: B008 - a frozen value
    return read_excel(book if isinstance(book, bytes) else saved(book), "ke-hoach.xlsx", limits)


def doubts(book: Any) -> list[tuple[str, str | None]]:
    return [(doubt.message, doubt.place.at) for doubt in read(book).doubts]


HEADER = ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1.0, "General", "1"),
        (1.5, "General", "1.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1.1, "0.00", "1.10"),
        (2, "0.0", "2.0"),
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95.5%"),
        (0.95, "General", "0.95"),
        (1200000, "#,##0", "1.200.000"),
        (1200.5, "#,##0.00", "1.200,50"),
        (7, '0" việc"', "7"),
        (datetime(2027, 6, 30), "dd/mm/yyyy", "30/06/2027"),  # noqa: DTZ001 - Excel knows no zones
        (date(2027, 6, 30), "mm-dd-yy", "30/06/2027"),
        (datetime(2027, 5, 1), "mmm-yy", "05/2027"),  # noqa: DTZ001
        (datetime(2027, 5, 1), "m/yyyy", "05/2027"),  # noqa: DTZ001
        (datetime(2027, 1, 1), "yyyy", "2027"),  # noqa: DTZ001
        (datetime(2027, 2, 1), "d.m", "1.2"),  # noqa: DTZ001
        (datetime(2027, 6, 15), "d-mmm", "15/06/2027"),  # noqa: DTZ001
        (time(7, 30), "h:mm", "07:30"),
        (True, "General", "Đúng"),
        (None, "General", ""),
        ("1.10", "General", "1.10"),
        (float("nan"), "0", "nan"),
    ],
)
def test_a_value_is_read_as_it_is_shown(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_title_rows_are_paragraphs_and_rows_have_their_address() -> None:
    document = read(as_xlsx(a_sheet(HEADER, ("1", "Rà soát", "", "Quý I"), title=("PHỤ LỤC", "(Kèm theo Kế hoạch)"))))
    assert texts(document) == [
        "PHỤ LỤC",
        "(Kèm theo Kế hoạch)",
        "STT | Nhiệm vụ | Chủ trì | Thời hạn",
        "1 | Rà soát |  | Quý I",
    ]
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.name == "Phụ lục"
    assert [row.place.at for row in table.rows] == ["Phụ lục!A3", "Phụ lục!A4"]


def test_a_signature_below_the_table_is_no_row() -> None:
    book = a_book(HEADER, ("1", "Rà soát", "Văn phòng", "Quý I"), (), (None, None, "GIÁM ĐỐC"))
    assert texts(read(book))[-1] == "GIÁM ĐỐC"
    assert texts(read(book))[-2] == "1 | Rà soát | Văn phòng | Quý I"


def test_merged_cells_are_marked_in_both_directions() -> None:
    rows = (HEADER, ("I", "", "", ""), ("1", "a", "b", "c"), ("", "d", "e", "f"))
    sheet = a_sheet(*rows, merged=[Span(1, 1, "Thể chế", columns=3), Span(2, 0, "1", rows=2)])
    assert texts(read(as_xlsx(sheet)))[1:] == ["I | Thể chế | < | <", "1 | a | b | c", "^ | d | e | f"]


def test_a_merged_cell_without_text_is_marked_too() -> None:
    sheet = a_sheet(HEADER, ("", "a", "b", "c"), ("", "d", "e", "f"), merged=[Span(1, 0, "", rows=2)])
    assert texts(read(as_xlsx(sheet)))[1:] == [" | a | b | c", "^ | d | e | f"]


def test_every_sheet_is_read_and_empty_ones_are_left_out() -> None:
    book = a_book(HEADER, ("1", "a", "b", "c"), title="Một")
    book.create_sheet("Trống")
    second = book.create_sheet("Hai")
    second["B2"] = "x"
    second.sheet_state = "hidden"
    assert texts(read(book)) == ["STT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | a | b | c", "x"]
    assert doubts(book) == [("Trang tính “Hai” đang ẩn, vẫn được đọc", "Hai")]


def test_hidden_rows_and_columns_are_kept_and_told() -> None:
    book = a_book(HEADER, ("1", "a", "b", "c"), ("2", "d", "e", "f"))
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["C"].hidden = True
    table = read(book).blocks[0]
    assert isinstance(table, Table)
    assert [row.hidden for row in table.rows] == [False, False, True]
    assert doubts(book) == [
        ("Dòng ẩn vẫn được đọc: 3", "Sheet1!3"),
        ("Cột ẩn vẫn được đọc: C", "Sheet1!C1"),
    ]


def test_formulas_are_read_by_the_value_that_excel_kept() -> None:
    book = a_book(HEADER, ("1", "=B1", "x", "y"))
    data = saved(book)
    assert doubts(data) == [("Ô công thức chưa có giá trị: đề nghị mở bằng Excel, lưu lại rồi gửi lại", "Sheet1!B2")]
    kept = with_sheet(data, lambda xml: xml.replace("<v></v>", "<v>7</v>").replace("<v />", "<v>7</v>"))
    assert texts(read(kept))[-1] == "1 | 7 | x | y"
    assert doubts(kept) == []


def test_errors_of_formulas_stay_and_are_told() -> None:
    book = a_book(HEADER, ("1", "#REF!", "x", "y"))
    assert doubts(book) == [("Ô công thức bị lỗi #REF!", "Sheet1!B2")]


def test_old_fonts_are_converted() -> None:
    book = a_book(HEADER, ("1", "Së Néi vô", "x", "y"))
    book.active["B2"].font = Font(name=".VnTime")
    assert texts(read(book))[-1] == "1 | Sở Nội vụ | x | y"


def test_line_breaks_in_a_cell_are_kept() -> None:
    assert (
        texts(read(a_book(HEADER, ("1", "a", "Văn phòng\nThanh tra", "y"))))[-1] == "1 | a | Văn phòng\nThanh tra | y"
    )


def test_a_cell_far_away_costs_nothing_but_the_limit() -> None:
    book = a_book(HEADER)
    book.active["XFD1000000"] = "x"
    with pytest.raises(RefusedError, match="hơn 300000 ô"):
        read(book)


def test_a_merged_range_over_the_whole_sheet_is_refused_before_it_is_loaded() -> None:
    data = with_sheet(
        as_xlsx(a_sheet(HEADER, ("a", "b", "c", "d"), merged=[Span(1, 0, "a", columns=2)])),
        lambda xml: re.sub(r'ref="A2:B2"', 'ref="A1:XFD1048576"', xml),
    )
    with pytest.raises(RefusedError, match="vùng ô gộp quá lớn"):
        read(data)


@pytest.mark.parametrize("cut", ["<sheetData>", "<row", "</worksheet>"])
def test_a_broken_sheet_is_refused(cut: str) -> None:
    with pytest.raises(RefusedError, match="bị hỏng"):
        read(with_sheet(saved(a_book(HEADER)), lambda xml: xml.replace(cut, "<", 1)))


def with_sheet(data: bytes, change: Any) -> bytes:
    """The file with its first sheet's XML changed."""
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            sheet = part == "xl/worksheets/sheet1.xml"
            target.writestr(part, change(content.decode()).encode() if sheet else content)
    return out.getvalue()


def test_marks_for_signs_that_xml_cannot_hold_are_undone() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"], book.active["C1"] = "Rà soát_x000D_\nhồ sơ", "a_x005F_b", "Sở Nội vụ"
    assert texts(read_here(saved(book), "x.xlsx")) == ["Rà soát\nhồ sơ | a_b | Sở Nội vụ"]


def test_a_date_that_lost_its_format_is_a_date_again_in_a_column_of_times_and_is_told() -> None:
    data = as_xlsx(a_sheet(("STT", "Nhiệm vụ", "Thời hạn", "Kinh phí"), ("1", "Rà soát", "x", "y")))
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.active["C2"], book.active["D2"] = 46477, 46477
    document = read_here(saved(book), "x.xlsx")
    assert texts(document)[1] == "1 | Rà soát | 31/3/2027 | 46477"
    assert [(doubt.message, doubt.place.at) for doubt in document.doubts] == [
        ("Số 46477 trong cột thời gian được hiểu là ngày 31/3/2027", "Phụ lục!C2")
    ]


@pytest.mark.parametrize("copied", [True, False])
def test_a_hidden_sheet_is_read_unless_it_repeats_what_is_shown(copied: bool) -> None:
    tasks = [("1", "Rà soát hồ sơ cán bộ", "Quý I"), ("2", "Xây dựng kế hoạch đào tạo", "Quý II")]
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(a_sheet(("STT", "Nhiệm vụ", "Thời hạn"), *tasks))))
    hidden = book.create_sheet("Bản cũ")
    hidden.sheet_state = "hidden"
    for row in tasks if copied else [("3", "Tổ chức tập huấn cho công chức", "Quý III")]:
        hidden.append(row)
    document = read_here(saved(book), "x.xlsx")
    rows = [line for line in texts(document) if line[0].isdigit()]
    assert len(rows) == (2 if copied else 3)
    said = "lặp lại 2/2 dòng của trang đang hiện, không đọc" if copied else "đang ẩn, vẫn được đọc"
    assert [said in doubt.message for doubt in document.doubts] == [True]


def test_a_signature_right_below_the_last_row_is_no_row() -> None:
    data = as_xlsx(a_sheet(("STT", "Nhiệm vụ", "Thời hạn"), ("1", "Rà soát", "Quý I"), ("", "", "TM. ỦY BAN NHÂN DÂN")))
    assert texts(read_here(data, "x.xlsx")) == [
        "STT | Nhiệm vụ | Thời hạn",
        "1 | Rà soát | Quý I",
        "TM. ỦY BAN NHÂN DÂN",
    ]


def test_what_is_printed_above_and_below_the_pages_is_kept_as_margins() -> None:
    book = a_book(HEADER, ("1", "Rà soát hồ sơ", "Văn phòng Sở", "30/6/2027"))
    book.active.firstHeader.right.text = "TỐI MẬT"
    book.active.oddFooter.center.text = "Trang &P"
    assert read(book).margins == ("Trang &P", "TỐI MẬT")
