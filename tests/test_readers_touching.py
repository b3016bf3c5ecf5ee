"""Tables by spaces whose cells touch, or whose columns move from page to page (`data/touching.txt`)."""

import pytest
from documents import texts
from grids import cases, told

from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

TABLES = cases("touching.txt")


@pytest.mark.parametrize(("text", "rows"), TABLES.values(), ids=TABLES)
def test_cells_that_touch_are_parted_where_their_column_begins(text: str, rows: list[str]) -> None:
    tasks = understand(read_text(text, "a.txt")).tasks
    assert [told(task) for task in tasks if task.kind.value == "table"] == rows


HEAD = "    TT   Nội dung            Chủ trì           Thời gian\n"
ROWS = (
    "    1    Rà soát văn bản     Phòng Tư pháp     Quý I\n"
    "    2    Họp giao ban        Văn phòng         Tháng 2\n"
    "    3    Kiểm tra            Thanh tra         Tháng 3\n"
)
READ = [
    "TT | Nội dung | Chủ trì | Thời gian",
    "1 | Rà soát văn bản | Phòng Tư pháp | Quý I",
    "2 | Họp giao ban | Văn phòng | Tháng 2",
    "3 | Kiểm tra | Thanh tra | Tháng 3",
]


@pytest.mark.parametrize(
    ("below", "rest"),
    [
        pytest.param("II. KINH PHÍ\nTự lo.", ["II. KINH PHÍ", "Tự lo."], id="the next heading, with no line between"),
        pytest.param("\nCác phòng báo cáo hằng quý về Văn phòng để tổng hợp chung, gửi cấp trên theo quy định.",
                     ["Các phòng báo cáo hằng quý về Văn phòng để tổng hợp chung, gửi cấp trên theo quy định."],
                     id="a paragraph"),
        pytest.param("\nNơi nhận:                 TRƯỞNG BAN\n- Lưu: VT.                Lê Văn A",
                     ["Nơi nhận: TRƯỞNG BAN", "- Lưu: VT. Lê Văn A"], id="a signature"),
    ],
)  # fmt: skip
def test_what_stands_below_a_table_is_none_of_its_rows(below: str, rest: list[str]) -> None:
    assert texts(read_text(HEAD + ROWS + below, "a.txt")) == [*READ, *rest]


def test_words_that_fit_no_column_end_the_table_as_before() -> None:
    wide = "    4    Xây dựng báo cáo tổng kết công tác cả năm của toàn ngành gửi Ủy ban\n"
    assert texts(read_text(HEAD + ROWS + wide, "a.txt"))[:4] == READ
