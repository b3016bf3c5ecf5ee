"""Units that a plan prints by a short form which it explains, and labels that are said of the items above them."""

from datetime import date

import pytest
from asking import ask

from knowledge.identity import load
from knowledge.library.snapshot import make_snapshot
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text
from knowledge.reply import plain

PLAN = """\
UBND TỈNH AN BÌNH
Số: 12/KH-UBND
An Bình, ngày 05 tháng 01 năm 2027

KẾ HOẠCH
Chuyển đổi số năm 2027

I. MỤC TIÊU
Kiện toàn Ban Quản lý dự án chuyển đổi số (sau đây viết tắt là BQLDA CĐS).
II. NHIỆM VỤ
STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn
1\tMua sắm máy chủ\tBQLDA CĐS\tSở Tài chính\tQuý II/2027
2\tTập huấn công chức\tSở Nội vụ\tBQLDA CĐS\tQuý III/2027
III. GIẢI PHÁP
1. Về hạ tầng số
a) Nâng cấp đường truyền trước ngày 30/6/2027;
b) Thuê dịch vụ điện toán đám mây.
Đơn vị chủ trì thực hiện các nội dung tại điểm a, b: Sở Khoa học và Công nghệ. Đơn vị phối hợp: VNPT An Bình.

CHỦ TỊCH
Trần Văn An
"""


@pytest.mark.parametrize(
    "question",
    [
        "ban quản lý dự án chuyển đổi số chủ trì việc gì",
        "Ban quan ly du an chuyen doi so chu tri viec gi?",
        "BQLDA CĐS chủ trì những việc gì",
    ],
)
def test_a_unit_is_found_by_its_long_name_where_the_plan_prints_the_short_one_that_it_explains(question: str) -> None:
    snapshot = make_snapshot([load("chuyen-doi-so", understand(read_text(PLAN, "chuyen-doi-so.txt")))])

    said = plain(ask(snapshot, question)).splitlines()
    assert said[0] == "Có 1 nhiệm vụ BQLDA CĐS chủ trì:"
    assert any("Mua sắm máy chủ" in line for line in said)


def test_labels_that_say_which_items_they_are_of_belong_to_each_of_them() -> None:
    tasks = understand(read_text(PLAN, "chuyen-doi-so.txt")).tasks[2:]

    assert [(task.task.split(" ", 1)[0], task.lead, task.coordinate, task.deadline.due) for task in tasks] == [
        ("Nâng", ("Sở Khoa học và Công nghệ",), ("VNPT An Bình",), (date(2027, 6, 30),)),
        ("Thuê", ("Sở Khoa học và Công nghệ",), ("VNPT An Bình",), ()),
    ]
