"""Duties below an order, and words that only look like units."""

from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

HEAD = "UBND TỈNH AN BÌNH\nSố: 12/CT-UBND\nAn Bình, ngày 20 tháng 11 năm 2026\nCHỈ THỊ\nVề bảo vệ nguồn nước\n"
FOOT = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Minh Khôi\n"


def leads(text: str) -> list[tuple[str, ...]]:
    return [task.lead for task in understand(read_text(HEAD + text + FOOT, "a.txt")).tasks]


def test_bullets_below_an_order_belong_to_the_unit_that_is_ordered() -> None:
    text = """1. Giám đốc Sở, Thủ trưởng cơ quan
a) Tuyên truyền quy định.
b) Giao Ban Quản lý Khu kinh tế Hải Vân chỉ đạo các đơn vị có trách nhiệm:
- Duy trì hệ thống cấp nước.
- Lắp đồng hồ đo.
"""
    assert leads(text)[1:] == [("Ban Quản lý Khu kinh tế Hải Vân",)] * 2


def test_topics_and_things_are_no_units() -> None:
    text = """II. NHIỆM VỤ
a) Doanh nghiệp số
- Xây dựng chương trình hỗ trợ.
b) Truyền thông
- Toàn bộ dữ liệu phải được số hóa.
- Bộ nhận diện và các thông điệp truyền thông.
- Tổ hợp nhà trẻ phải gần nơi ở của công nhân.
"""
    assert leads(text) == []


def test_units_are_known_by_the_short_form_that_the_text_gives_them_and_by_the_place() -> None:
    text = """III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Điều phối nông thôn mới (sau đây viết tắt là VPĐP) cảnh tỉnh các xã, hoàn thành tháng 3/2027.
2. VPĐP chấm điểm hồ sơ, xong quý IV/2027.
3. Viễn thông An Bình kéo cáp quang đến các thôn.
"""
    plan = understand(read_text(HEAD + text + FOOT, "a.txt"))
    assert [(task.lead, task.task, [str(day) for day in task.deadline.due]) for task in plan.tasks] == [
        (("Văn phòng Điều phối nông thôn mới",), "cảnh tỉnh các xã", ["2027-03-31"]),
        (("VPĐP",), "chấm điểm hồ sơ", ["2027-12-31"]),
        (("Viễn thông An Bình",), "Viễn thông An Bình kéo cáp quang đến các thôn", []),
    ]


def test_numbers_of_the_party_with_a_dash_are_numbers() -> None:
    text = (
        "2- Tổ chức thực hiện\n2.1- Đảng ủy UBND tỉnh trình đề án trước ngày 30/10/2027.\n2.2. Ban Dân vận giám sát.\n"
    )
    assert leads(text) == [("Đảng ủy UBND tỉnh",), ("Ban Dân vận",)]


def test_headings_that_say_who_chairs_and_who_helps_charge_what_stands_below_them() -> None:
    text = """A. Đội Quản lý hành chính về trật tự chủ trì:
1. Tổng kiểm tra cư trú tại các xóm. Hoàn thành 10/01/2027.
2. Thu nhận hồ sơ lưu động. Phối hợp với Đội Quản lý thị trường số 4. Tháng 3/2027.
B. Đội Giao thông (chủ trì), Công an xã (phối hợp)
1. Tuần tra ban đêm. Thường xuyên.
C. Tổ Kho chủ trì, phối hợp với Tổ Xe:
1. Kiểm kê vật tư. Phối hợp với Tổ Điện. Trước 15/5/2027.
D. Tổ Điện là đơn vị chủ trì:
1. Thay bóng đèn. Tháng 6/2027.
"""
    found = understand(read_text(HEAD + text + FOOT, "ke-hoach.txt")).tasks
    assert [(task.lead, task.coordinate, task.deadline.text) for task in found[:5]] == [
        (("Đội Quản lý hành chính về trật tự",), (), "Hoàn thành 10/01/2027"),
        (("Đội Quản lý hành chính về trật tự",), ("Đội Quản lý thị trường số 4",), "Tháng 3/2027"),
        (("Đội Giao thông",), ("Công an xã",), "Thường xuyên"),
        (("Tổ Kho",), ("Tổ Điện",), "Trước 15/5/2027"),
        (("Tổ Điện",), (), "Tháng 6/2027"),
    ]
