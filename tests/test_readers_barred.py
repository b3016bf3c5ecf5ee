"""Tables whose cells stand one a line between bars."""

import pytest
from documents import texts

from knowledge.readers.text import read_text

HEADER = "|\nSTT\n|\n**Nhiệm vụ**\n|\nChủ trì\n|\nThời hạn\n|\n"
FIRST = "|\n1\n|\nRà soát\nthủ tục\n|\nVăn phòng Sở\n|\nQuý I/2027\n|\n"


@pytest.mark.parametrize(
    ("between", "row"),
    [
        ("", []),
        ("|\nI\n|\nThể chế\n|\n", ["I | Thể chế |  | "]),
        ("|\nI\n|\nThể chế\n|\n|\n|\n", ["I | Thể chế |  | "]),
        ("|\nI\n|\nThể chế\n|\n\n|\n\n|\n", ["I | Thể chế |  | "]),
    ],
    ids=["no section", "short section row", "section row with empty cells", "empty lines in empty cells"],
)
def test_rows_between_bars_are_a_table(between: str, row: list[str]) -> None:
    document = read_text(f"PHỤ LỤC\n{HEADER}{between}{FIRST}Nơi nhận:\n", "a.txt")
    assert texts(document) == [
        "PHỤ LỤC",
        "STT | Nhiệm vụ | Chủ trì | Thời hạn",
        *row,
        "1 | Rà soát\nthủ tục | Văn phòng Sở | Quý I/2027",
        "Nơi nhận:",
    ]


def test_a_row_has_the_lines_that_it_takes() -> None:
    (table,) = read_text(HEADER + FIRST, "a.txt").blocks
    assert [row.place.lines for row in table.rows] == [(1, 9), (10, 19)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["|", "|\n|\n|", "Một dòng\n|\nhai\n|", "|\n" * 50], ids=["one", "three", "one cell", "many"]
)
def test_bars_without_a_table_cost_no_words(text: str) -> None:
    words = [line for line in text.split("\n") if line not in {"", "|"}]
    assert texts(read_text(text, "a.txt")) == words


def test_a_thousand_rows_and_a_thousand_bare_bars_are_read() -> None:
    rows = "".join(FIRST.replace("\n1\n", f"\n{n}\n") for n in range(1, 1000))
    (table,) = read_text(HEADER + rows, "a.txt").blocks
    assert len(table.rows) == 1000  # type: ignore[union-attr]
    assert read_text("|\n" * 20_000, "a.txt").blocks == ()
