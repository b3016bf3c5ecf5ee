"""Tables without rules and without numbers of rows, cell by cell (`data/uncounted.txt`, invented offices)."""

import pytest
from grids import cases, told

from knowledge.model import Plan
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

TITLE = "KẾ HOẠCH\nCông tác năm 2027\nII. NỘI DUNG\n"
FOOT = "\nIII. KINH PHÍ\nTừ nguồn sự nghiệp.\n"
HEADER = "Nội dung công việc\nBộ phận\nchủ trì\nThời hạn\n"
FIRST = "Kiểm tra hiện trạng hồ chứa\nPhòng Kỹ thuật\nTháng 3/2027\n"
LAST = "Phát quang mái đập\nChi nhánh Sông Lũy\nQuý II/2027\n"


def plan(text: str) -> Plan:
    return understand(read_here((TITLE + text + FOOT).encode(), "a.txt"))


DOCUMENTS = cases("uncounted.txt")


@pytest.mark.parametrize(("text", "rows"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_rows_are_told_by_what_cells_look_like_and_by_the_order_of_the_header(text: str, rows: list[str]) -> None:
    assert [told(task) for task in plan(text).tasks if task.kind.value == "table"] == rows


def test_a_row_over_two_pages_is_one_row_and_doubtful() -> None:
    cut = "Lập phương án ứng phó khẩn cấp\nPhòng Quản lý nước\nTrước 30/4/2027\n2\n" + HEADER + "cho hồ Cà Giây\n"
    read = plan(HEADER + FIRST + cut + LAST)

    assert [task.task for task in read.tasks] == [
        "Kiểm tra hiện trạng hồ chứa",
        "Lập phương án ứng phó khẩn cấp cho hồ Cà Giây",
        "Phát quang mái đập",
    ]
    (doubt,) = read.doubts
    assert doubt.message.startswith("Dòng “Lập phương án ứng phó khẩn cấp”: bảng không có cột số thứ tự")


def test_a_cell_that_is_of_another_kind_makes_its_row_doubtful() -> None:
    read = plan(HEADER + FIRST + "Ra quân dọn kênh\nChi nhánh Cà Giây\nVụ Hè Thu\n" + LAST)

    assert any("Ra quân dọn kênh" in doubt.message for doubt in read.doubts)


def test_a_table_of_which_no_rows_can_be_told_is_not_read_and_doubtful() -> None:
    words = "Theo dõi chung\nKhi nào xong thì báo\nViệc khác\n"
    read = plan(HEADER + words + "2\n" + HEADER + words)

    assert not [task for task in read.tasks if task.kind.value == "table"]
    assert any("không chia được thành các dòng" in doubt.message for doubt in read.doubts)
