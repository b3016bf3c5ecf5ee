"""PDF files: ruled tables over many pages, letterheads in two columns, rotated pages, page numbers, locked files."""

import pytest
from documents import row_text, texts
from pdf_pages import HEIGHT, WIDTH, drawn, lines, read
from reportlab.pdfgen.canvas import Canvas
from writers import a_sheet, as_pdf

from knowledge.document import Paragraph, Table
from knowledge.errors import RefusedError
from knowledge.readers import Limits
from knowledge.readers.grid import Span
from knowledge.readers.pdf import read_pdf
from knowledge.readers.pdf_text import Glyph, Line, lines_of, reading_order
from knowledge.readers.reading_watch import Watch

LONG = [(str(i), f"Nhiệm vụ số {i} của đơn vị", "Văn phòng Sở") for i in range(1, 60)]


@pytest.mark.parametrize("repeat", [0, 1], ids=["header once", "header on each page"])
def test_a_table_over_many_pages_says_that_it_goes_on(repeat: int) -> None:
    document = read(as_pdf(a_sheet(("STT", "Nhiệm vụ", "Chủ trì"), *LONG), repeat=repeat))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables) > 2
    assert [table.continues for table in tables] == [False, *[True] * (len(tables) - 1)]
    rows = [row_text(row) for table in tables for row in table.rows]
    assert [row for row in rows if not row.startswith("STT")] == [" | ".join(row) for row in LONG]
    assert rows.count("STT | Nhiệm vụ | Chủ trì") == (len(tables) if repeat else 1)
    assert tables[1].rows[0].place.page == 2


def test_merged_cells_are_told_from_the_rules_that_are_missing() -> None:
    merged = [Span(1, 1, "Cải cách thể chế", columns=2), Span(2, 0, "1", rows=2)]
    sheet = a_sheet(("STT", "Việc", "Chủ trì"), ("I", "", ""), ("", "a", "b"), ("", "c", "d"), merged=merged)
    assert texts(read(as_pdf(sheet))) == ["STT | Việc | Chủ trì", "I | Cải cách thể chế | <", "1 | a | b", "^ | c | d"]


def test_a_section_row_alone_on_a_page_keeps_the_columns_of_the_table() -> None:
    rows = [("STT", "Việc", "Chủ trì"), *LONG[:22], ("I", "", "")]
    sheet = a_sheet(*rows, merged=[Span(23, 1, "Thể chế", columns=2)])
    tables = [block for block in read(as_pdf(sheet)).blocks if isinstance(block, Table)]
    assert {len(row.cells) for table in tables for row in table.rows} == {3}


def test_lines_that_the_column_breaks_are_joined_and_those_of_the_writer_kept() -> None:
    long = "Rà soát, hệ thống hóa văn bản quy phạm pháp luật thuộc lĩnh vực quản lý của ngành trên địa bàn tỉnh " * 2
    sheet = a_sheet(("Việc", "Chủ trì", "c", "d"), (long.strip(), "Văn phòng Sở\nThanh tra Sở", "", ""))
    assert texts(read(as_pdf(sheet)))[1] == f"{long.strip()} | Văn phòng Sở\nThanh tra Sở |  | "


def test_units_one_a_line_on_one_page_are_so_on_all() -> None:
    rows = [(str(n), f"Việc {n}", "Văn phòng Sở") for n in range(60)]
    first, last = (
        ("60", "Họp", "Thanh tra Sở\nVăn phòng Sở"),
        ("61", "Kiểm tra", "Trung tâm Chuyển đổi số tỉnh\nSở Tư pháp"),
    )
    sheet = a_sheet(("STT", "Nhiệm vụ", "Chủ trì", "a", "b"), *(((*row, "", "")) for row in (first, *rows, last)))
    assert texts(read(as_pdf(sheet)))[-1].split(" | ")[2] == "Trung tâm Chuyển đổi số tỉnh\nSở Tư pháp"


def test_text_around_tables_is_wrapped_lines_with_their_page() -> None:
    first = lines((60, 100, "Một dòng in của văn bản này"), (60, 116, "và dòng sau của văn bản ấy"))
    second = lines((60, 100, "Trang hai của văn bản này"), (60, 120, "tiếp theo"))
    document = read(drawn(first, second))
    assert document.wrapped
    assert [(b.text, b.place.page) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("Một dòng in của văn bản này", 1), ("và dòng sau của văn bản ấy", 1),
        ("Trang hai của văn bản này", 2), ("tiếp theo", 2),
    ]  # fmt: skip


def test_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [
        lines(
            (400, 30, f"{n}"),
            (60, 40, f"Kế hoạch của Sở - trang {n}"),
            (60, 200, f"Nội dung trang thứ {n} của văn bản"),
        )
        for n in (1, 2, 3, 4)
    ]
    document = read(drawn(*pages))
    assert texts(document) == [f"Nội dung trang thứ {n} của văn bản" for n in (1, 2, 3, 4)]
    assert document.margins[:2] == ("1", "Kế hoạch của Sở - trang 1")


def test_a_letterhead_in_two_columns_is_read_column_by_column() -> None:
    page = lines(
        (60, 100, "UBND TỈNH AN BÌNH"), (450, 100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (80, 116, "SỞ NỘI VỤ"), (500, 116, "Độc lập - Tự do - Hạnh phúc"),
        (60, 140, "Số: 12/KH-SNV"), (480, 140, "An Bình, ngày 15 tháng 12 năm 2026"),
        (390, 170, "KẾ HOẠCH"),
        (60, 190, "I. MỤC ĐÍCH"),
        (60, 206, "Căn cứ Kế hoạch cải cách hành chính của Ủy ban nhân dân tỉnh, Sở Nội vụ ban hành kế hoạch như sau:"),
    )  # fmt: skip
    assert texts(read(drawn(page))) == [
        "UBND TỈNH AN BÌNH", "SỞ NỘI VỤ", "Số: 12/KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Bình, ngày 15 tháng 12 năm 2026",
        "KẾ HOẠCH", "I. MỤC ĐÍCH",
        "Căn cứ Kế hoạch cải cách hành chính của Ủy ban nhân dân tỉnh, Sở Nội vụ ban hành kế hoạch như sau:",
    ]  # fmt: skip


@pytest.mark.parametrize("angle", [90, 270])
def test_text_that_runs_up_or_down_the_page_is_read(angle: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(*((WIDTH, 0) if angle == 90 else (0, HEIGHT)))
        canvas.rotate(angle)
        for y in (400, 430, 460):
            canvas.line(50, y, 450, y)
        for x in (50, 150, 450):
            canvas.line(x, 400, x, 460)
        for x, y, text in ((60, 440, "STT"), (160, 440, "Nhiệm vụ"), (60, 410, "1"), (160, 410, "Rà soát hồ sơ")):
            canvas.drawString(x, y, text)

    assert texts(read(drawn(page, lines((60, 100, "Trang sau"))))) == [
        "STT | Nhiệm vụ",
        "1 | Rà soát hồ sơ",
        "Trang sau",
    ]


def test_a_page_with_a_rotation_mark_is_read_upright() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        canvas.drawString(60, 400, "Dòng trên của trang xoay")
        canvas.drawString(60, 380, "Dòng dưới của trang xoay")

    assert texts(read(drawn(page))) == ["Dòng trên của trang xoay", "Dòng dưới của trang xoay"]


def test_lines_in_parts_that_leave_no_white_down_the_page_are_running_text() -> None:
    form = [
        (60, 60, "Tài khoản số: 0123456789"), (230, 60, "Ngân hàng: Đầu tư và Phát triển"),
        (430, 60, "Chi nhánh: Bình An"), (560, 60, "Mã: 07"),
        (60, 90, "Giờ làm việc"),
        (60, 140, "Điện thoại: 0123"), (170, 140, "Hộp thư điện tử: vanthu@so.gov.vn"),
        (390, 140, "Trang tin: so.gov.vn"), (530, 140, "Fax: 01234567"),
        (60, 190, "Người liên hệ: Nguyễn Văn An"), (250, 190, "Chức vụ: Phó Chánh Văn phòng"),
        (445, 190, "Phòng: 12, nhà B"), (556, 190, "Tầng: 02"),
    ]  # fmt: skip
    document = read(drawn(lines(*form)))
    assert not any(isinstance(block, Table) for block in document.blocks)
    assert all(text in " ".join(texts(document)) for _, _, text in form)


def glyph(text: str, x0: float, x1: float, font: str = "Times") -> Glyph:
    return Glyph(text, x0, x1, 0, 10, 10, font)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        pytest.param([("S", 0, 5), ("ở", 5, 10), ("N", 13, 18), ("ộ", 18, 23), ("i", 23, 25)], "Sở Nội", id="gap"),
        pytest.param([("S", 0, 5), (" ", 5, 5), ("ở", 5, 10)], "Sở", id="a space without width"),
        pytest.param([("S", 0, 5), ("o", 5, 10), ("\u031b", 5, 10), ("\u0309", 5, 10)], "Sở", id="letters in pieces"),
        pytest.param([("ﬁ", 0, 5), ("x", 5, 10)], "fix", id="ligature"),
    ],
)
def test_words_are_told_by_their_gaps(row: list[tuple[str, float, float]], text: str) -> None:
    assert [line.text for line in lines_of([glyph(*part) for part in row])] == [text]


def test_letters_of_an_old_font_are_converted() -> None:
    row = [glyph(c, 5 * i, 5 * i + 5, "AAAAAA+.VnTime") for i, c in enumerate("Së")]
    assert lines_of(row)[0].text == "Sở"


def test_one_column_after_a_gap_in_another_page_part_is_not_mixed() -> None:
    def at(text: str, x0: float, x1: float, top: float) -> Line:
        return Line(text, x0, x1, top, top + 10, 10)

    read_lines = reading_order([at("a", 0, 40, 0), at("b", 100, 140, 0), at("whole width of the page", 0, 140, 12)])
    assert [line.text for line in read_lines] == ["a", "b", "whole width of the page"]


def test_an_empty_page_is_no_scan() -> None:
    document = read_pdf(drawn(lambda canvas: canvas.rect(10, 10, 100, 100)), "x", Limits(), Watch())
    assert (document.blocks, document.doubts) == ((), ())


def test_text_that_is_drawn_invisibly_or_aslant_is_left_out_and_what_is_printed_twice_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        lines((60, 60, "Sở Nội vụ chủ trì rà soát"), (60.6, 60, "Sở Nội vụ chủ trì rà soát"))(canvas)
        layer = canvas.beginText(60, 200)
        layer.setTextRenderMode(3)
        layer.textLine("không ai thấy")
        canvas.drawText(layer)
        canvas.rotate(45)
        canvas.drawString(300, 0, "BẢN SAO")

    assert texts(read(drawn(page))) == ["Sở Nội vụ chủ trì rà soát"]


def test_a_page_that_is_upside_down_is_turned() -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(WIDTH, HEIGHT)
        canvas.rotate(180)
        lines((60, 60, "Dòng trên của trang ngược"), (60, 90, "Dòng dưới của trang ngược"))(canvas)

    assert texts(read(drawn(page))) == ["Dòng trên của trang ngược", "Dòng dưới của trang ngược"]


def test_old_letters_whose_font_does_not_say_so_are_converted_and_told() -> None:
    old = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc"
    document = read(drawn(lines((40, 60, old))))
    assert texts(document) == ["Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc"]
    assert [(doubt.message[:30], doubt.place.page) for doubt in document.doubts] == [
        ("Văn bản dùng bảng mã cũ TCVN3 ", 1)
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(drawn(lines((60, 60, "bí mật")), password="x"), "mật khẩu", id="locked"),
        pytest.param(b"%PDF-1.7\nnothing follows", "bị hỏng", id="empty"),
        pytest.param(as_pdf(a_sheet(("a", "b")))[:600], "bị hỏng", id="cut"),
    ],
)
def test_files_that_cannot_be_opened_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        read(data)


def test_the_limit_of_pages_holds() -> None:
    with pytest.raises(RefusedError, match="tệp có 3 trang, quá giới hạn 2"):
        read(drawn(*[lines((60, 60, "x"))] * 3), Limits(pages=2))


def a_signature(canvas: Canvas) -> None:
    canvas.rect(220, HEIGHT - 110, 180, 40, stroke=1, fill=0)
    for y, text in ((82, "Ký bởi: ỦY BAN NHÂN DÂN TỈNH"), (96, "Ngày ký: 15-01-2027 16:20:11")):
        canvas.drawString(223, HEIGHT - y, text)


def test_a_line_of_a_stamp_that_stands_on_no_words_goes_with_the_others() -> None:
    body = [(60, 100 + 14 * i, f"Dòng {i} của kế hoạch công tác do Văn phòng Ủy ban chủ trì") for i in range(4)]
    stamp = [(150, 90, "ĐẾN"), (150, 101, "Số: 992 Ngày: 15/01/2027"), (150, 113, "Chuyển: Phòng Tổng hợp")]

    assert texts(read(drawn(lines(*body, *stamp)))) == [text for _, _, text in body]


def test_a_stamp_that_touches_the_text_with_one_short_word_is_taken_off_and_told() -> None:
    body = [(60, 100 + 25 * i, f"Phòng Tổ chức công chức chủ trì việc {i}") for i in range(4)]
    stamp = [(150, 100.5, "ĐẾN"), (150, 112, "Số: 992")]

    document = read(drawn(lines(*body, *stamp)))
    assert texts(document) == [text for _, _, text in body]
    assert len(document.doubts) == 1


@pytest.mark.parametrize("first", [True, False], ids=["under the text", "over the text"])
def test_the_box_of_a_signature_over_the_text_is_taken_off_and_told(first: bool) -> None:
    body = [(60, 60 + 14 * i, f"Dòng {i} của kế hoạch công tác do Văn phòng Ủy ban chủ trì") for i in range(6)]

    def page(canvas: Canvas) -> None:
        for draw in (a_signature, lines(*body)) if first else (lines(*body), a_signature):
            draw(canvas)

    document = read(drawn(page))
    assert texts(document) == [text for _, _, text in body]
    assert [(doubt.message[:30], doubt.place.page) for doubt in document.doubts] == [
        ("Trang có chữ ký hoặc con dấu i", 1)
    ]


def test_a_row_that_is_printed_again_on_the_next_page_is_read_once() -> None:
    def page(canvas: Canvas, *rows: tuple[str, ...]) -> None:
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                canvas.rect(40 + 120 * x, HEIGHT - 80 - 30 * y, 120, 30)
                canvas.drawString(45 + 120 * x, HEIGHT - 70 - 30 * y, text)

    header, one, two = ("STT", "Nhiệm vụ", "Thời hạn"), ("1", "Rà soát", "Quý I"), ("2", "Báo cáo", "Quý II")
    data = drawn(
        lambda canvas: page(canvas, header, one, two), lambda canvas: page(canvas, two, ("3", "Họp", "Quý III"))
    )
    tables = [block for block in read(data).blocks if isinstance(block, Table)]
    assert [row.cells[0].text for table in tables for row in table.rows] == ["STT", "1", "2", "3"]
