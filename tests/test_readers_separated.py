"""CSV and TSV files are tables, ordinary text is not, whatever the files are called."""

import pytest
from documents import texts
from writers import a_sheet, as_csv

from knowledge.document import Paragraph, Table
from knowledge.errors import RefusedError
from knowledge.readers import Limits, read_bytes
from knowledge.readers.separated import read_separated

ROWS = (("STT", "Nhiệm vụ", "Chủ trì"), ("1", "Rà soát, số hóa; lưu trữ", "Văn phòng\nThanh tra"), ("2", "Báo cáo", ""))
EXPECTED = ["STT | Nhiệm vụ | Chủ trì", "1 | Rà soát, số hóa; lưu trữ | Văn phòng\nThanh tra", "2 | Báo cáo | "]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_dialect_gives_the_same_table(delimiter: str, encoding: str) -> None:
    assert texts(read_bytes(as_csv(a_sheet(*ROWS), delimiter, encoding), "bang.txt")) == EXPECTED


def test_rows_know_their_lines() -> None:
    document = read_separated('a;b;c\r\n1;"x\ny";z\r\n\r\n2;u;v\r\n', "x", Limits())
    assert document
    assert isinstance(document.blocks[0], Table)
    assert [row.place.lines for row in document.blocks[0].rows] == [(1, 1), (2, 3), (5, 5)]


def test_what_stands_below_a_gap_is_none_of_the_table() -> None:
    text = "KẾ HOẠCH\t\t\nSTT\tViệc\tChủ trì\n1\ta\tb\n2\tc\td\n\t\t\nIII. KINH PHÍ\t\t\nDo Sở bố trí.\t\t\n"
    document = read_separated(text, "x", Limits())
    assert document
    assert texts(document) == [
        "KẾ HOẠCH", "STT | Việc | Chủ trì", "1 | a | b", "2 | c | d", "III. KINH PHÍ", "Do Sở bố trí."
    ]  # fmt: skip


def test_the_line_that_excel_writes_for_itself_is_no_row() -> None:
    document = read_separated("sep=;\na;b;c\n1;2;3\n", "x", Limits())
    assert document
    assert texts(document) == ["a | b | c", "1 | 2 | 3"]


def test_lines_of_a_title_may_have_one_field() -> None:
    text = "PHỤ LỤC\nNhiệm vụ, giải pháp\nSTT;Việc;Chủ trì\n1;a;b\n2;c;d\nNgười lập biểu\n"
    document = read_separated(text, "x", Limits())
    assert document
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        "PHỤ LỤC", "Nhiệm vụ, giải pháp", "Người lập biểu"
    ]  # fmt: skip


def test_title_rows_are_paragraphs() -> None:
    document = read_separated("PHỤ LỤC;;\nSTT;Việc;Chủ trì\n1;a;b\n", "x", Limits())
    assert document
    assert texts(document) == ["PHỤ LỤC", "STT | Việc | Chủ trì", "1 | a | b"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Căn cứ Luật A, Luật B, Luật C;\nTheo đề nghị của Sở Nội vụ, Sở Tư pháp.\nKẾ HOẠCH\n", id="prose"),
        pytest.param("KẾ HOẠCH\nI. Mục tiêu\nSTT\tViệc\tChủ trì\n1\ta\tb\nII. Tổ chức\n", id="a table inside text"),
        pytest.param("a, b\nc, d\n", id="two fields"),
        pytest.param("một dòng; có; ba phần", id="one line"),
        pytest.param("PHỤ LỤC\nSTT\tViệc\tAi\n1\ta\tB; C; D\n2\te\tF; G; H\n", id="as many units in each row of tabs"),
        pytest.param("| STT | Việc | Ai |\n| 1 | a | B; C; D |\n| 2 | e | F; G; H |\n", id="and between bars"),
        pytest.param("STT     Việc     Ai\n1     a     B; C; D\n2     e     F; G; H\n", id="and between spaces"),
        pytest.param(
            "1. Sửa lớp. Chủ trì: A; thời gian: tháng 5; kết quả: 2 phòng\n2. Vá đường. Chủ trì: B; thời gian: "
            "tháng 6; kết quả: 3 km\n",
            id="items that list as much",
        ),
        pytest.param("Mời Sở A; Sở B; Sở C.\nGửi Sở D; Sở E; Sở F.\n", id="sentences that list as much"),
    ],
)
def test_ordinary_text_is_left_to_its_reader(text: str) -> None:
    assert read_separated(text, "x", Limits()) is None


def test_the_limit_of_cells_holds() -> None:
    with pytest.raises(RefusedError, match="hơn 5 ô"):
        read_separated("a;b;c\n1;2;3\n", "x", Limits(cells=5))
