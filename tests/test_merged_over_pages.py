"""A cell merged over several rows is drawn empty below the end of a page: its rows there have what stands above."""

import pytest

from knowledge.document import Cell, Cover, Document, Row, Table
from knowledge.plan.understanding import understand

OWN, ABOVE = Cover.OWN, Cover.ABOVE
HEAD = ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")


def a_row(number: str, task: str, lead: str, time: str, cover: Cover = OWN) -> Row:
    return Row((Cell(number), Cell(task), Cell(lead, cover), Cell(time)))


def of_two_pages(*below: Row) -> Document:
    """A table whose first page ends within a cell merged over rows 1 and 2; what stands on the second is given."""
    first = (a_row(*HEAD), a_row("1", "Lập danh mục", "Văn phòng Sở", "Quý I/2027"),
             a_row("2", "Kiểm tra hồ sơ và", "Văn phòng Sở", "Quý II/2027", ABOVE))  # fmt: skip
    return Document("a.pdf", (Table(first), Table((a_row(*HEAD), *below), continues=True)))


REST = a_row("", "nghiệm thu", "", "")
THIRD = a_row("3", "Tổng kết", "", "Quý III/2027", ABOVE)


@pytest.mark.parametrize(
    ("below", "leads"),
    [
        pytest.param(
            (REST, THIRD, a_row("4", "Báo cáo", "", "Quý IV/2027", ABOVE)),
            [("Văn phòng Sở",)] * 4,
            id="behind the rest of a row",
        ),
        pytest.param(
            (REST, THIRD, a_row("4", "Báo cáo", "Phòng Kế toán", "Quý IV/2027")),
            [("Văn phòng Sở",)] * 3 + [("Phòng Kế toán",)],
            id="up to the next cell",
        ),
        pytest.param(
            (REST, a_row("3", "Tổng kết", "", "Quý III/2027")),
            [("Văn phòng Sở",)] * 2 + [()],
            id="an empty cell of its own is empty",
        ),
    ],
)  # fmt: skip
def test_the_rows_of_a_merged_cell_keep_its_words_over_the_end_of_a_page(
    below: tuple[Row, ...], leads: list[tuple[str, ...]]
) -> None:
    tasks = understand(of_two_pages(*below)).tasks
    assert [task.lead for task in tasks] == leads
    assert tasks[1].task == "Kiểm tra hồ sơ và nghiệm thu"


@pytest.mark.parametrize("number", [("STT",), ()], ids=["with a column of numbers", "without one"])
def test_a_whole_row_that_begins_a_page_below_a_merged_cell_has_its_words(number: tuple[str, ...]) -> None:
    def row(*texts: str, cover: Cover = OWN) -> Row:
        first = [Cell("1" if number else "", ABOVE)] if number else []
        return Row((*first, Cell(texts[0]), Cell(texts[1], cover), Cell(texts[2])))

    head = Row(tuple(map(Cell, (*number, "Nhiệm vụ", "Chủ trì", "Thời hạn"))))
    top = Row((*([Cell("1")] if number else []), Cell("Lập danh mục"), Cell("Văn phòng Sở"), Cell("Quý I/2027")))
    pages: tuple[tuple[Row, ...], ...] = (
        (head, top, row("Kiểm tra hồ sơ", "Văn phòng Sở", "Quý II/2027", cover=ABOVE)),
        (row("Tổng kết", "", "Quý III/2027"), row("Báo cáo", "", "Quý IV/2027", cover=ABOVE)),
    )
    if number:  # the cell of the number is cut as well
        pages = (pages[0], tuple(Row((Cell("", c.cells[0].cover), *c.cells[1:])) for c in pages[1]))
    tasks = understand(Document("a.pdf", (Table(pages[0]), Table(pages[1], continues=True)))).tasks
    assert [task.lead for task in tasks] == [("Văn phòng Sở",)] * 4
