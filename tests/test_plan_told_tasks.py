"""A plan that has its tasks in running text only lists them as rows; beside a table, or elsewhere, they stay duties."""

from dataclasses import replace

import pytest
from grids import cases, told

from knowledge.model import Plan, TaskKind
from knowledge.plan.events import event_at_end
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

HEAD = """TRƯỜNG THCS NÀ KHOANG
Số: 12/KH-THCS
Nà Khoang, ngày 10 tháng 01 năm 2027
KẾ HOẠCH
Công tác năm 2027
I. MỤC ĐÍCH, YÊU CẦU
1. Phòng, ban chủ động triển khai đúng tiến độ; các tổ chuyên môn báo cáo kịp thời.
"""
FOOT = """III. TỔ CHỨC THỰC HIỆN
1. Giao Văn phòng theo dõi, đôn đốc, tổng hợp báo cáo trước ngày 25/12/2027.
Nơi nhận:
- Như trên;
HIỆU TRƯỞNG
Trần Văn An
"""


def read(text: str, head: str = HEAD) -> Plan:
    return understand(read_text(head + text + FOOT, "ke-hoach.txt"))


def rows(plan: Plan) -> list[str]:
    """The rows without their sections."""
    return [told(replace(task, section=())) for task in plan.tasks if task.kind is TaskKind.TABLE]


PART = "II. NỘI DUNG, NHIỆM VỤ"
TOLD = {name: (f"{PART}\n{text}\n", rows) for name, (text, rows) in cases("told.txt").items()}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_sentences_that_charge_units_are_the_rows_of_a_plan_without_a_list(text: str, expected: list[str]) -> None:
    plan = read(text)
    assert rows(plan) == expected
    assert [doubt.message for doubt in plan.doubts] == [
        f"Kế hoạch không có bảng nhiệm vụ: {len(expected)} nhiệm vụ được đọc từ lời văn, nên đối chiếu bản gốc"
    ]


def test_how_the_plan_is_carried_out_stays_running_text_and_passages_keep_every_word() -> None:
    plan = read(TOLD["numbered sentences"][0])
    (last,) = (task for task in plan.tasks if task.kind is TaskKind.PROSE)
    assert last.task.startswith("Giao Văn phòng theo dõi")
    assert any("chủ trì, phối hợp với Hạt Kiểm lâm tuần tra" in passage.text for passage in plan.passages)


CAMP = (
    "1. Giao Đoàn xã tổ chức hội trại trước ngày 26/3/2027.\n"
    "2. Giao Thư viện tổ chức ngày đọc sách trước ngày 21/4/2027.\n"
)


def test_nobody_helps_where_it_is_not_seen_where_the_name_ends() -> None:
    plan = read(f"II. NỘI DUNG\n{CAMP}3. Đoàn xã chủ trì, phối hợp với các đội cung ứng đủ giống cho xã viên.\n")
    assert [task.coordinate for task in plan.tasks if task.kind is TaskKind.TABLE] == [(), (), ()]
    assert any("ai phối hợp" in doubt.message for doubt in plan.doubts)


def test_nobody_is_named_where_it_is_not_seen_where_the_name_ends() -> None:
    plan = read(f"II. NỘI DUNG\n{CAMP}3. Yêu cầu các tổ chuyên môn dự giờ chéo, báo cáo trước ngày 30/4/2027.\n")
    assert [task.lead for task in plan.tasks if task.kind is TaskKind.TABLE] == [("Đoàn xã",), ("Thư viện",), ()]
    assert any("giao cho ai" in doubt.message for doubt in plan.doubts)


def test_an_order_that_is_not_read_is_told() -> None:
    plan = read(
        f"II. NỘI DUNG\n{CAMP}3. Trước ngày 15/3/2027, giao Ban Văn hóa treo 40 phướn dọc đường Hùng Vương.\n"
        "4. Giao Văn phòng tổng hợp số liệu trước ngày 15/6/2027.\n"
    )
    assert [row[:3] for row in rows(plan)] == ["N:1", "N:2", "N:4"]
    assert any("treo 40 phướn" in doubt.message and "giao việc cho ai" in doubt.message for doubt in plan.doubts)


TABLE = """II. NỘI DUNG
1. Giao Tổ Ngữ văn chủ trì, phối hợp với Thư viện huyện mở hội sách trước ngày 20/4/2027.
| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |
|---|---|---|---|
| 1 | Kiểm kê sách | Thư viện | Tháng 6/2027 |
"""
LABELS = """II. NỘI DUNG
1. Kiểm kê sách
- Chủ trì: Thư viện
- Thời gian: tháng 6/2027
2. Đóng bìa sách cũ
- Chủ trì: Tổ Văn phòng
- Thời gian: tháng 7/2027
3. Giao Tổ Ngữ văn mở hội sách trước ngày 20/4/2027.
"""
DUTIES = {
    "beside a table": (HEAD, TABLE, 1),
    "beside more rows with labels": (HEAD, LABELS, 2),
    "what a report asks for": (HEAD.replace("KẾ HOẠCH\n", "BÁO CÁO\n"), TOLD["numbered sentences"][0], 0),
    "aims": (HEAD, "2. Các tổ chuyên môn chủ động dạy bù trước ngày 30/4/2027.\n", 0),
    "two sentences among aims without a unit": (
        HEAD,
        f"II. NHIỆM VỤ\n{CAMP}3. Tăng cường kỷ cương.\n4. Đổi mới dạy học.\n5. Giữ gìn cảnh quan.\n",
        0,
    ),
    "money": (HEAD, "II. KINH PHÍ\n1. Giao Tổ Văn phòng lập dự toán trước ngày 15/2/2027.\n", 0),
}


@pytest.mark.parametrize(("head", "text", "count"), DUTIES.values(), ids=DUTIES)
def test_duties_elsewhere_stay_running_text(head: str, text: str, count: int) -> None:
    plan = read(text, head)
    assert sum(task.kind is TaskKind.TABLE for task in plan.tasks) == count
    assert not any("đọc từ lời văn" in doubt.message for doubt in plan.doubts)


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Dạy kỹ năng bơi cho học sinh trước khi nghỉ hè", "trước khi nghỉ hè"),
        ("Tuần tra khu vực bờ kè xuyên suốt đợt cao điểm", "xuyên suốt đợt cao điểm"),
        ("Báo cáo nhanh về Sở khi có dịch bệnh xảy ra", "khi có dịch bệnh xảy ra"),
        ("Bàn giao lớp ngay sau lễ bế giảng.", "ngay sau lễ bế giảng"),
        ("Hướng dẫn kỹ năng thoát nạn khi có cháy", ""),
        ("Bảo vệ tài sản của Nhân dân khi sơ tán", ""),
        ("Khen thưởng học sinh sau 3 năm học", ""),
    ],
)
def test_an_event_at_the_end_says_when(words: str, event: str) -> None:
    assert event_at_end(words) == event


def test_items_that_charge_nobody_are_told() -> None:
    plan = read(f"II. NỘI DUNG\n{CAMP}3. Giao Văn phòng in tài liệu trước ngày 15/3/2027.\n4. Đi học hỏi ở bạn.\n")
    assert len(rows(plan)) == 3
    assert any(doubt.message.startswith("1 mục không nói giao cho ai") for doubt in plan.doubts)
