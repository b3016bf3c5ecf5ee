"""Columns whose cells head several rows each: weeks of a month, stages, fields of work."""

import pytest
from grids import a_document, cases, told

from knowledge.document import Document, Paragraph
from knowledge.plan.understanding import understand


def rows_of(printed: str) -> list[str]:
    """Each row of a table in a plan of 2027."""
    head = (Paragraph("KẾ HOẠCH"), Paragraph("Công tác tháng 3 năm 2027"))
    return [told(task) for task in understand(Document("a.xlsx", (*head, *a_document(printed).blocks))).tasks]


GROUPS = cases("grouped.txt")


@pytest.mark.parametrize(("printed", "rows"), GROUPS.values(), ids=GROUPS)
def test_a_cell_that_reaches_over_rows_is_their_section(printed: str, rows: list[str]) -> None:
    assert rows_of(printed) == rows


NONE = {
    "a remark that differs": (
        """Mức độ | Nội dung | Chủ trì | Hạn
Cao | Rà soát | Phòng A | 5/3
Thấp | Tập huấn | Phòng B | 9/3
Cao | Ra quân | Phòng A | 20/3
Thấp | Mít tinh | Phòng C | 21/3""",
        "T:Rà soát | L:Phòng A | D:5/3 | X:Mức độ=Cao",
    ),
    "a mark for some rows": (
        """Ưu tiên | Nội dung | Chủ trì | Hạn
✓ | Rà soát | Phòng A | 5/3
 | Tập huấn | Phòng B | 9/3
 | Ra quân | Phòng A | 20/3
✓ | Mít tinh | Phòng C | 21/3""",
        "T:Rà soát | L:Phòng A | D:5/3 | X:Ưu tiên=✓",
    ),
    "the law that tasks follow": (
        "Căn cứ | Nội dung | Chủ trì | Hạn\nLuật 1 | Rà soát | Phòng A | 5/3\n^ | Tập huấn | Phòng B | 9/3",
        "T:Rà soát | L:Phòng A | D:5/3 | X:Căn cứ=Luật 1",
    ),
    "a merged cell behind the task": (
        "TT | Nội dung | Đầu mối | Chủ trì | Hạn\n1 | Rà soát | 0912 | Phòng A | 5/3\n2 | Tập huấn | ^ | Phòng B | 9/3",
        "N:1 | T:Rà soát | L:Phòng A | D:5/3 | X:Đầu mối=0912",
    ),
    "CT of something else": (
        "TT | CT | Nội dung | Chủ trì | Hạn\n1 | 3 | Rà soát | Phòng A | 5/3\n2 | 4 | Tập huấn | Phòng B | 9/3",
        "N:1 | T:Rà soát | L:Phòng A | D:5/3 | X:CT=3",
    ),
}


@pytest.mark.parametrize(("printed", "first"), NONE.values(), ids=NONE)
def test_a_column_of_something_else_stays_what_it_is(printed: str, first: str) -> None:
    assert rows_of(printed)[0] == first
