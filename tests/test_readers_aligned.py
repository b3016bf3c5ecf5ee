"""Tables in plain text whose columns are told apart by spaces, or by bars without bars around them."""

from documents import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.readers.text import read_text

PRINTED = """
        SỞ XÂY DỰNG                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 4/KH-SXD                     An Bình, ngày 05 tháng 01 năm 2026

 TT  Nội dung                Đơn vị chủ trì       Đơn vị phối     Thời gian
                                                  hợp

 I   Cấp phép xây dựng

 1   Rà soát quy trình cấp   Phòng Quản lý xây    Văn phòng Sở    Quý I/2026
     phép                    dựng

                                          - 2 -
 TT  Nội dung                Đơn vị chủ trì       Đơn vị phối     Thời gian
                                                  hợp
     xây dựng nhà ở
 2   Kiểm tra công trình     Thanh tra Sở                         Tháng 6/2026

   III. TỔ CHỨC THỰC HIỆN
   Các phòng báo cáo hằng quý.
"""


def test_columns_that_stand_one_below_the_other_are_a_table() -> None:
    assert texts(read_text(PRINTED, "kh.txt")) == [
        "SỞ XÂY DỰNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 4/KH-SXD An Bình, ngày 05 tháng 01 năm 2026",
        "TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian",
        "I | Cấp phép xây dựng |  |  | ",
        "1 | Rà soát quy trình cấp phép | Phòng Quản lý xây dựng | Văn phòng Sở | Quý I/2026",
        "TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian",
        " | xây dựng nhà ở |  |  | ",
        "2 | Kiểm tra công trình | Thanh tra Sở |  | Tháng 6/2026",
        "III. TỔ CHỨC THỰC HIỆN",
        "Các phòng báo cáo hằng quý.",
    ]


def test_a_number_in_the_middle_of_its_row_is_of_that_row() -> None:
    text = (
        "TT   Nội dung           Chủ trì         Thời gian\n\n     Rà soát quy\n1    trình cấp phép     Thanh tra Sở"
        "    Quý I/2026\n     xây dựng\n\n     Kiểm tra các\n2    công trình xây     Văn phòng       Quý II/2026\n"
    )
    assert texts(read_text(text, "kh.txt"))[1:] == [
        "1 | Rà soát quy trình cấp phép xây dựng | Thanh tra Sở | Quý I/2026",
        "2 | Kiểm tra các công trình xây | Văn phòng | Quý II/2026",
    ]


def test_a_section_may_run_over_the_columns() -> None:
    text = (
        "TT   Nội dung      Chủ trì         Thời gian\nII   Cải cách thủ tục hành chính và dịch vụ công\n"
        "1    Rà soát       Thanh tra Sở    Quý I/2026\n2    Kiểm tra      Văn phòng       Quý II/2026\n"
    )
    assert texts(read_text(text, "kh.txt"))[1] == "II | Cải cách thủ tục hành chính và dịch vụ công |  | "


def test_the_number_of_a_section_may_fill_its_column() -> None:
    text = (
        "TT  Tên nhiệm vụ                    Sản phẩm            Thời hạn        Đơn vị chủ trì\n\n"
        "7   Kiểm định thiết bị phòng thí    Chứng chỉ kiểm      Tháng 4         Phòng Hóa sinh\n"
        "    nghiệm                          định\n\n"
        "III Hợp tác quốc tế, đào tạo, công bố\n"
        "8   Tổ chức hội thảo khoa học       Kỷ yếu              18/8/2027       Phòng Khoa học\n"
        "10  Cử cán bộ đi học tại\n"
        "    nước ngoài                      Quyết định          Tháng 9         Phòng Tổ chức\n\n"
        "IV. TỔ CHỨC THỰC HIỆN, CHẾ ĐỘ BÁO CÁO\n"
    )
    assert texts(read_text(text, "kh.txt"))[1:] == [
        "7 | Kiểm định thiết bị phòng thí nghiệm | Chứng chỉ kiểm định | Tháng 4 | Phòng Hóa sinh",
        "III | Hợp tác quốc tế, đào tạo, công bố |  |  | ",
        "8 | Tổ chức hội thảo khoa học | Kỷ yếu | 18/8/2027 | Phòng Khoa học",
        "10 | Cử cán bộ đi học tại nước ngoài | Quyết định | Tháng 9 | Phòng Tổ chức",
        "IV. TỔ CHỨC THỰC HIỆN, CHẾ ĐỘ BÁO CÁO",
    ]


def test_a_letterhead_side_by_side_and_a_sentence_with_wide_spaces_are_no_table() -> None:
    text = (
        "Một    hai    ba    bốn\nnăm sáu bảy tám chín mười một mười hai\nUBND TỈNH        CỘNG HÒA\nSỞ        Độc lập"
    )
    assert len(texts(read_text(text, "kh.txt"))) == 4
    assert not any(" | " in line for line in texts(read_text(text, "kh.txt")))


def test_bars_between_cells_make_a_table_without_bars_around_it() -> None:
    text = (
        "TT | Việc | Chủ trì | Hạn\nI | Chuẩn bị | |\n | Họp | | Quý I\n1 | In đề | Ban In sao | Tháng 6\n"
        "A | B | C không phải bảng\n\nx"
    )
    assert texts(read_text(text, "kh.txt")) == [
        "TT | Việc | Chủ trì | Hạn", "I | Chuẩn bị |  | ", " | Họp |  | Quý I", "1 | In đề | Ban In sao | Tháng 6",
        "A | B | C không phải bảng | ", "x",
    ]  # fmt: skip


def test_bars_in_one_line_are_words() -> None:
    assert texts(read_text("Điện thoại | Thư điện tử | Trang tin\nvăn phòng", "kh.txt"))[0].startswith("Điện thoại |")


CELL = st.text(alphabet="abcđeghêiklmnôơpưáàảãạ", min_size=1, max_size=9)
CELLS = st.lists(CELL, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=60)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=2, max_size=8))
def test_any_table_printed_with_spaces_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    grid = [("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"), *((str(n), *row) for n, row in enumerate(rows, start=1))]
    widths = [max(len(row[column]) for row in grid) + 4 for column in range(4)]
    printed = ("".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in grid)

    assert texts(read_text("\n".join(printed), "kh.txt")) == [" | ".join(row) for row in grid]


def test_the_header_of_another_table_right_below_the_last_row_begins_that_table() -> None:
    text = (
        "TT   Nội dung      Chủ trì         Thời gian\n1    Rà soát       Thanh tra Sở    Quý I/2026\n"
        "2    Kiểm tra      Văn phòng       Quý II/2026\n"
        "STT    Công việc    Đơn vị        Hạn        Kết quả\n1      In đề        Ban In sao    Tháng 6    Đề thi\n"
        "2      Coi thi      Hội đồng      Tháng 7    Bài thi\n"
    )
    assert texts(read_text(text, "kh.txt"))[2:] == [
        "2 | Kiểm tra | Văn phòng | Quý II/2026",
        "STT | Công việc | Đơn vị | Hạn | Kết quả",
        "1 | In đề | Ban In sao | Tháng 6 | Đề thi",
        "2 | Coi thi | Hội đồng | Tháng 7 | Bài thi",
    ]
