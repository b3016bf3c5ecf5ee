"""Tables drawn with signs in a text: each row's lines put together, in every style of drawing."""

import pytest
from documents import row_text

from knowledge.document import Table
from knowledge.readers.text import read_text

ROWS = [
    "TT | Nội dung | Chủ trì",
    "1 | Tập huấn sơ cấp cứu cho lái xe | Ban Công tác xã hội",
    "2 | Họp | Văn thư\nKế toán",
]
LINES_BETWEEN = """\
KẾ HOẠCH
+----+----------------+--------------+
| TT | Nội dung       | Chủ trì      |
+====+================+==============+
| 1  | Tập huấn sơ    | Ban Công tác |
|    | cấp cứu cho    | xã hội       |
|    | lái xe         |              |
+----+----------------+--------------+
| 2  | Họp            | Văn thư      |
|    |                | Kế toán      |
+----+----------------+--------------+
GIÁM ĐỐC
"""
ONE_HEADER_LINE = LINES_BETWEEN.replace(
    "|    | lái xe         |              |\n+----+----------------+--------------+\n",
    "|    | lái xe         |              |\n",
)
LETTERS = str.maketrans({"|": "│", "-": "─", "=": "═"})


def drawn(text: str) -> str:
    """The same with box-drawing letters."""
    lines = text.translate(LETTERS).splitlines()
    rules = [n for n, line in enumerate(lines) if line.startswith("+")]
    for n in rules:
        left, middle, right = "┌┬┐" if n == rules[0] else "└┴┘" if n == rules[-1] else "├┼┤"
        lines[n] = left + lines[n][1:-1].replace("+", middle) + right
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LINES_BETWEEN, id="a rule between rows"),
        pytest.param(ONE_HEADER_LINE, id="a rule below the header only"),
        pytest.param(drawn(LINES_BETWEEN), id="box-drawing letters"),
    ],
)
def test_a_table_drawn_with_signs_is_read_row_by_row(text: str) -> None:
    document = read_text(text, "ke-hoach.txt")

    assert [row_text(row) for block in document.blocks if isinstance(block, Table) for row in block.rows] == ROWS
    assert [block.text for block in document.blocks if not isinstance(block, Table)] == ["KẾ HOẠCH", "GIÁM ĐỐC"]


def test_a_lone_rule_is_nothing_and_takes_no_words_with_it() -> None:
    document = read_text("Mở đầu\n+-------+-------+\nKết thúc", "a.txt")
    assert [getattr(block, "text", "") for block in document.blocks] == ["Mở đầu", "Kết thúc"]


def test_a_line_that_is_printed_short_takes_no_cell_from_its_row() -> None:
    short = LINES_BETWEEN.replace("|    | lái xe         |              |", "|    | lái xe         |")
    document = read_text(short, "ke-hoach.txt")

    assert [row_text(row) for block in document.blocks if isinstance(block, Table) for row in block.rows] == ROWS
