"""Plain texts as documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.document import Paragraph, Table
from knowledge.language.text import nfc
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


@pytest.mark.parametrize(
    ("row", "width"),
    [("{}\t{}\t{}", 3), ("{} | {} | {}", 3), ("| {} | {} | {} |", 3)],
    ids=["tabs", "bars between", "bars around"],
)
def test_headings_below_the_header_and_between_rows_belong_to_the_table(row: str, width: int) -> None:
    header, first, second = (row.format(*cells) for cells in (("TT", "Việc", "Chủ trì"), "1ab", "2cd"))
    document = read_text(f"{header}\nI. CHẤT LƯỢNG\n{first}\nII. AN TOÀN\n{second}", "x.txt")
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert len(document.blocks) == 1
    assert [len(one.cells) for one in table.rows] == [width] * 5
    assert [one.cells[0].text for one in table.rows] == ["TT", "I. CHẤT LƯỢNG", "1", "II. AN TOÀN", "2"]


@given(
    st.lists(
        st.sampled_from(["1 | Họp | | Quý I", "2 | In đề | Ban In sao | ", " | Họp | Tổ Thi | Quý I", "I. CHUẨN BỊ"])
    )
)
def test_rows_with_empty_cells_at_their_ends_stay_in_the_table_below_any_heading(lines: list[str]) -> None:
    rows = ["TT | Việc | Chủ trì | Hạn", "1 | Ra quân | Đoàn xã | 5/2027", *lines, "9 | Tổng kết | Văn phòng | 12/2027"]
    last = [at for at, line in enumerate(rows) if at and line[0] == "I" == rows[at - 1][0]]
    tables = read_text("\n".join(line for at, line in enumerate(rows) if at not in last), "x.txt").blocks
    assert len(tables) == 1
    assert isinstance(tables[0], Table)
    assert len(tables[0].rows) == len(rows) - len(last)


def test_a_heading_before_a_table_of_other_columns_belongs_to_none() -> None:
    document = read_text("TT | Việc | Hạn\nI. Hai\n1 | a | b | c\n2 | d | e | f", "x.txt")
    assert [type(block) for block in document.blocks] == [Paragraph, Paragraph, Table]


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


def test_bars_at_the_end_of_lines_make_a_table_too() -> None:
    table, words = read_text("UBND TỈNH AN BÌNH | CỘNG HÒA |\nSố: 1 | An Bình |\nA | B không phải bảng", "a.txt").blocks
    assert isinstance(table, Table)
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["UBND TỈNH AN BÌNH", "CỘNG HÒA"],
        ["Số: 1", "An Bình"],
    ]
    assert isinstance(words, Paragraph)


WORDS = st.text(alphabet="abcdeghiklmnopqrstuvxyăâđêôơưáàảãạ0123456789,.;:-/()% ", max_size=30).map(nfc)


@given(st.lists(st.lists(WORDS, min_size=4, max_size=4), min_size=1, max_size=8))
def test_any_table_written_with_tabs_is_read_back(rows: list[list[str]]) -> None:
    grid = [["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"], *rows]
    (table,) = read_text("\n".join("\t".join(row) for row in grid), "a.txt").blocks[:1]
    assert isinstance(table, Table)
    kept = [row for row in grid if any(row)]
    read = [[c.text for c in row.cells] for row in table.rows]
    assert read == kept[: len(read)]


@given(st.text(max_size=200))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    document = read_text(text, "a.txt")
    assert document.source == "a.txt"


def test_a_table_below_a_heading_whose_columns_stand_in_another_order_is_one_of_its_own() -> None:
    document = read_text(
        "| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n| 1 | Rà soát | Sở Y tế | Quý I/2027 |\n"
        "II. Nhiệm vụ khác\n| TT | Nhiệm vụ | Thời hạn | Chủ trì |\n| 1 | Tập huấn | Quý II/2027 | Sở Nội vụ |",
        "a.txt",
    )
    assert [len(block.rows) if isinstance(block, Table) else block.text for block in document.blocks] == [
        2,
        "II. Nhiệm vụ khác",
        2,
    ]
