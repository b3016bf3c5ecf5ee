"""Tables of targets give targets and no tasks."""

import pytest
from grids import a_document

from knowledge.plan.understanding import understand

TABLES = {
    "measure in a column": (
        """TT | Chỉ tiêu | ĐVT | Thực hiện năm 2026 | Kế hoạch năm 2027 | Đơn vị theo dõi
1 | Tỷ lệ hồ sơ đúng hạn | % | 92 | 97 | Văn phòng Sở
2 | Số lớp tập huấn | Lớp | 2 | 4 | Phòng Tổ chức""",
        ["Tỷ lệ hồ sơ đúng hạn 97%", "Số lớp tập huấn 4 lớp"],
    ),
    "measure in the figure": (
        """STT | Tên chỉ tiêu | Mục tiêu | Ghi chú
I | Cải cách | < | <
1 | Hồ sơ trực tuyến | Trên 80% |
2 | Hài lòng | 95% | """,
        ["Hồ sơ trực tuyến Trên 80%", "Hài lòng 95%"],
    ),
    "header on two levels": (
        "STT | Chỉ tiêu | Mục tiêu | <\n^ | ^ | 2026 | 2027\n1 | Hồ sơ số hóa | 50% | 70%",
        ["Hồ sơ số hóa 70%"],
    ),
}


@pytest.mark.parametrize(("printed", "targets"), TABLES.values(), ids=TABLES.keys())
def test_a_table_of_indicators_and_figures_is_one_of_targets(printed: str, targets: list[str]) -> None:
    plan = understand(a_document(printed))
    assert [target.text for target in plan.targets] == targets
    assert plan.tasks == ()


def test_a_heading_among_the_targets_is_their_section() -> None:
    plan = understand(a_document("TT | Chỉ tiêu | Kết quả\nI | Năm 2027 | <\n1 | Hồ sơ số hóa | 70%"))
    assert [target.section for target in plan.targets] == [("I Năm 2027",)]


def test_objectives_beside_tasks_are_no_table_of_targets() -> None:
    plan = understand(a_document("TT | Chỉ tiêu | Nhiệm vụ | Chủ trì\n1 | 95% hài lòng | Khảo sát | Văn phòng Sở"))
    assert [(task.task, task.objective) for task in plan.tasks] == [("Khảo sát", "95% hài lòng")]
    assert plan.targets == ()


def test_a_table_of_targets_goes_on_on_the_next_page() -> None:
    plan = understand(a_document("TT | Chỉ tiêu | Kết quả\n1 | Hồ sơ số hóa | 70%\n===\n2 | Hài lòng | 95%"))
    assert [target.text for target in plan.targets] == ["Hồ sơ số hóa 70%", "Hài lòng 95%"]
