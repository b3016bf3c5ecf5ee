"""Plain texts as documents."""

from knowledge.document import Paragraph, Table
from knowledge.readers.text import read_text


def test_lines_become_paragraphs_with_their_place_and_the_gap_before() -> None:
    document = read_text("# **KẾ HOẠCH**\n\n\nCăn cứ *Luật* Thư viện", "a.txt")
    first, second = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text, first.level, first.bold, first.place.lines) == ("KẾ HOẠCH", 1, True, (1, 1))
    assert (second.text, second.gap, second.place.lines) == ("Căn cứ Luật Thư viện", 2, (4, 4))


def test_tabs_make_a_table_and_the_crumbs_in_its_cells_go() -> None:
    text = "TT\tNhiệm vụ\tKết quả\n<b>I</b>\t**Chung**\n1\t<ul> <li>- Một</li> <li>- Hai</li> </ul>\tBáo cáo<br>năm"
    (table,) = read_text(text, "a.txt").blocks
    assert isinstance(table, Table)
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["TT", "Nhiệm vụ", "Kết quả"],
        ["I", "Chung", ""],
        ["1", "- Một\n- Hai", "Báo cáo\nnăm"],
    ]
    assert [row.place.lines for row in table.rows] == [(1, 1), (2, 2), (3, 3)]
    assert table.rows[1].cells[1].bold


def test_a_table_after_an_empty_line_goes_on_with_the_one_before() -> None:
    tables = read_text("A\tB\n1\tx\n\nA\tB\n2\ty", "a.txt").blocks
    assert [t.continues for t in tables if isinstance(t, Table)] == [False, True]


def test_a_heading_line_between_rows_belongs_to_the_table() -> None:
    (table,) = read_text("TT\tNhiệm vụ\tHạn\nI. Cải cách thể chế\n1\tRà soát\tQuý I", "a.txt").blocks
    assert isinstance(table, Table)
    assert [row.cells[0].text for row in table.rows] == ["TT", "I. Cải cách thể chế", "1"]


def test_pipes_make_a_table() -> None:
    (table,) = read_text("| TT | Việc |\n|---|:---|\n| 1 | a \\| b |\n| | c |", "a.md").blocks
    assert isinstance(table, Table)
    assert [[c.text for c in row.cells] for row in table.rows] == [["TT", "Việc"], ["1", "a | b"], ["", "c"]]


def test_printed_lines_that_start_in_the_middle_of_a_sentence_are_wrapped_ones() -> None:
    wrapped = "Kế hoạch này được ban\nhành để các đơn vị\ntriển khai\nthực hiện nhiệm vụ."
    assert read_text(wrapped, "a.txt").wrapped
    assert not read_text("Một câu dài.\nHai câu dài.\nBa câu dài.", "a.txt").wrapped


def test_a_sign_that_is_no_tag_stays() -> None:
    (paragraph,) = read_text("Tỷ lệ <5% và >2% tại <Tên đơn vị>", "a.txt").blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Tỷ lệ <5% và >2% tại <Tên đơn vị>"
