"""Word files as offices write them: merged cells, short rows, lists numbered by Word, changes not yet accepted."""

import docx
import pytest
from docx.oxml import parse_xml
from word_files import DOWN, ON, W, a_file, doubts, p, read, span, tbl, tc, tr
from writers import a_sheet, as_docx, saved

from knowledge.document import Paragraph, Table
from knowledge.readers import Limits
from knowledge.readers.grid import Span
from knowledge.readers.word import read_word
from knowledge.readers.word_lists import in_format


def test_a_cell_merged_over_rows_and_columns_is_repeated_and_marked() -> None:
    sheet = a_sheet(("", "", "c"), ("", "", "f"), ("g", "h", "i"), merged=[Span(0, 0, "a", rows=2, columns=2)])
    assert read(as_docx(sheet)) == ["a | < | c", "^ | < | f", "g | h | i"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            (tr(tc("STT"), tc("Nội dung"), tc("Chủ trì")), tr(tc("I"), tc("Thể chế", span(2)))),
            ["STT | Nội dung | Chủ trì", "I | Thể chế | <"],
            id="section row over columns",
        ),
        pytest.param(
            (tr(tc("1", DOWN), tc("a")), tr(tc("", ON), tc("b")), tr(tc("", ON), tc("c")), tr(tc("2"), tc("d"))),
            ["1 | a", "^ | b", "^ | c", "2 | d"],
            id="number over three rows",
        ),
        pytest.param(
            (tr(tc("1", DOWN), tc("a")), tr(tc("2", DOWN), tc("b")), tr(tc("", ON), tc("c"))),
            ["1 | a", "2 | b", "^ | c"],
            id="one merged cell under another",
        ),
        pytest.param(
            (tr(tc("a"), tc("b"), tc("c")), tr(tc("d"))),
            ["a | b | c", "d |  | "],
            id="a short row takes nothing from the next",
        ),
        pytest.param(
            (tr(tc("a"), tc("b"), tc("c")), tr(tc("e"), tc("f"), properties='<w:gridBefore w:val="1"/>')),
            ["a | b | c", " | e | f"],
            id="a row that begins later",
        ),
        pytest.param(
            (tr(tc("a"), tc("b")), tr(tc("c", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"))),
            ["a | b", "c | <"],
            id="merged as old Word did",
        ),
        pytest.param(
            (tr(tc("", ON), tc("a")), tr(tc("b"), tc("c"))),
            [" | a", "b | c"],
            id="nothing above to carry on",
        ),
        pytest.param(
            (tr(tc("a"), tc("b")), tr(tc("bỏ"), tc("bỏ"), properties="<w:del/>")),
            ["a | b"],
            id="a deleted row",
        ),
        pytest.param(
            (tr("<w:sdt><w:sdtContent>" + tc("a") + "</w:sdtContent></w:sdt>", tc("b")),),
            ["a | b"],
            id="a cell in a content control",
        ),
    ],
)
def test_tables_become_full_grids(rows: tuple[str, ...], expected: list[str]) -> None:
    assert read(a_file(tbl(*rows))) == expected


def test_each_row_knows_its_table_and_number() -> None:
    data = a_file(tbl(tr(tc("a"), tc("b"))), p("giữa"), tbl(tr(tc("c"), tc("d")), tr(tc("e"), tc("f"))))
    tables = [block for block in read_word(data, "x", Limits()).blocks if isinstance(block, Table)]
    assert [row.place.at for table in tables for row in table.rows] == [
        "table 1 row 1",
        "table 2 row 1",
        "table 2 row 2",
    ]
    assert [table.continues for table in tables] == [False, False]


def test_a_table_after_a_page_break_continues_the_one_before() -> None:
    data = a_file(tbl(tr(tc("a"), tc("b"))), p(), tbl(tr(tc("c"), tc("d"))), p(), tbl(tr(tc("x"))))
    tables = [block for block in read_word(data, "x", Limits()).blocks if isinstance(block, Table)]
    assert [table.continues for table in tables] == [False, True, False]


def test_paragraphs_of_a_cell_are_lines_and_soft_breaks_inside_a_sentence_are_spaces() -> None:
    broken = "<w:p><w:r><w:t>Phòng Tổ chức</w:t><w:br/><w:t>cán bộ</w:t><w:br/><w:t>Thanh tra Sở</w:t></w:r></w:p>"
    assert read(a_file(tbl(tr(tc(p("Văn phòng Sở") + broken), tc("b"))))) == [
        "Văn phòng Sở\nPhòng Tổ chức cán bộ\nThanh tra Sở | b"
    ]


def test_a_table_inside_a_cell_stays_in_its_cell() -> None:
    inner = tbl(tr(tc("Quý I"), tc("10%")), tr(tc("Quý II"), tc("20%")))
    lines = read(a_file(tbl(tr(tc("1"), tc("Chỉ tiêu")), tr(tc("2"), tc(inner + p("cộng")), tc("c")))))
    assert lines == ["1 | Chỉ tiêu | ", "2 | Quý I 10%\nQuý II 20%\ncộng | c"]


def test_a_table_that_only_lays_out_gives_the_table_inside() -> None:
    inner = tbl(tr(tc("STT"), tc("Việc")), tr(tc("1"), tc("Rà soát")))
    assert read(a_file(tbl(tr(tc(p("PHỤ LỤC") + inner + p()))))) == ["PHỤ LỤC", "STT | Việc", "1 | Rà soát"]


def test_numbers_that_word_draws_are_put_back() -> None:
    file = docx.Document()
    for text, style in (("Mở đầu", "List Number"), ("Nội dung", "List Number"), ("ý", "List Bullet")):
        file.add_paragraph(text, style=style)
    table = file.add_table(2, 2)
    for row, text in zip(table.rows, ("Rà soát", "Số hóa"), strict=True):
        row.cells[0].paragraphs[0].style = file.styles["List Number 2"]
        row.cells[1].text = text
    assert read(saved(file)) == ["1. Mở đầu", "2. Nội dung", "- ý", "1. | Rà soát", "2. | Số hóa"]


@pytest.mark.parametrize(
    ("number", "form", "drawn"),
    [(3, "decimal", "3"), (3, "lowerLetter", "c"), (28, "upperLetter", "BB"), (4, "upperRoman", "IV"),
     (9, "lowerRoman", "ix"), (5, "decimalZero", "05"), (7, "none", ""), (5000, "upperRoman", "5000")],
)  # fmt: skip
def test_list_numbers_have_their_format(number: int, form: str, drawn: str) -> None:
    assert in_format(number, form) == drawn


def test_levels_of_a_list_count_under_each_other() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3")))
    )
    file = docx.Document()
    numbering = file.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    section = file.element.body.sectPr
    for depth, text in ((0, "Thể chế"), (1, "Thủ tục"), (2, "a"), (2, "b"), (1, "Tài chính"), (2, "c"), (0, "Bộ máy")):
        properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'
        section.addprevious(parse_xml(f"<w:body {W}>{p(text, properties)}</w:body>")[0])
    assert read(saved(file)) == ["I. Thể chế", "1. Thủ tục", "1.1 a", "1.2 b", "2. Tài chính", "2.1 c", "II. Bộ máy"]


def test_headings_bold_and_empty_lines_are_kept() -> None:
    file = docx.Document()
    file.add_heading("Mục tiêu", level=2)
    file.add_paragraph()
    file.add_paragraph().add_run("Cả dòng đậm").bold = True
    part = file.add_paragraph()
    part.add_run("Một phần").bold = True
    part.add_run(" đậm")
    blocks = read_word(saved(file), "x", Limits()).blocks
    assert [(b.text, b.level, b.bold, b.gap) for b in blocks if isinstance(b, Paragraph)] == [
        ("Mục tiêu", 2, True, 0), ("Cả dòng đậm", None, True, 1), ("Một phần đậm", None, False, 0),
    ]  # fmt: skip


def test_capitals_by_formatting_are_capitals() -> None:
    assert read(a_file(p("Kế hoạch", run="<w:caps/>"))) == ["KẾ HOẠCH"]


def test_insertions_are_kept_deletions_left_out_and_told() -> None:
    changed = (
        "<w:p><w:ins><w:r><w:t>Sở Nội vụ </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Sở Tư pháp </w:delText></w:r></w:del><w:r><w:t>chủ trì</w:t></w:r></w:p>"
    )
    assert read(a_file(changed)) == ["Sở Nội vụ chủ trì"]
    assert doubts(a_file(changed)) == ["Văn bản còn 2 chỗ sửa chưa chấp nhận: đã đọc như khi chấp nhận tất cả"]


def test_notes_and_hidden_text_are_left_out_and_told_and_a_text_box_is_read() -> None:
    box = (
        "<w:p><w:r><w:t>Trước</w:t><w:footnoteReference w:id='1'/></w:r><w:r><w:pict><w:txbxContent>"
        "<w:p><w:r><w:t>Mẫu số 01</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    data = a_file(box, p("ẩn", run="<w:vanish/>"))
    assert read(data) == ["Trước", "Mẫu số 01"]
    assert doubts(data) == [
        "Bỏ qua 1 đoạn chữ ẩn",
        "Bỏ qua 1 chú thích cuối trang",
    ]


def test_headers_footers_and_comments_are_no_part_of_the_text() -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Dự thảo"
    file.sections[0].footer.paragraphs[0].text = "Trang 1"
    file.add_paragraph("Nội dung")
    assert read(saved(file)) == ["Nội dung"]


def test_old_fonts_are_converted_with_a_doubt() -> None:
    data = a_file(p("Së Néi vô", run='<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'))
    assert read(data) == ["Sở Nội vụ"]
    assert doubts(data) == ["Văn bản dùng bảng mã cũ TCVN3, đã chuyển sang Unicode: đề nghị đối chiếu với bản gốc"]


def test_a_field_that_nobody_has_filled_in_is_empty_whatever_it_asks() -> None:
    def field(words: str, properties: str) -> str:
        run = f"<w:r><w:t>{words}</w:t></w:r>"
        return f"<w:p><w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>"

    asks, filled = field("Bấm để nhập ngày.", "<w:showingPlcHdr/>"), field("Quý I", "")
    said = field("Quý II", '<w:showingPlcHdr w:val="false"/>')
    assert read(a_file(tbl(tr(tc("Rà soát"), tc(asks), tc(filled), tc(said))))) == ["Rà soát |  | Quý I | Quý II"]


def test_words_typed_into_a_field_are_kept_where_it_still_says_that_it_asks() -> None:
    asking = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Choose an item.</w:t></w:r>'
    field = (
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{asking}<w:r><w:t>Quý I</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert read(a_file(tbl(tr(tc("Rà soát"), tc(field))))) == ["Rà soát | Quý I"]
