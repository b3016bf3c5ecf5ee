"""Work programmes by days: what each item says of its hour and of whoever goes."""

import pytest

from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

HEAD = "TỈNH ỦY AN BÌNH\nSố 62-KH/BDV\nAn Bình, ngày 01 tháng 4 năm 2027\nKẾ HOẠCH\nCông tác tháng 4 năm 2027\n"
FOOT = "III. TỔ CHỨC THỰC HIỆN\n1. Lịch này thay giấy mời.\nNơi nhận:\n- Lưu: VT.\nTRƯỞNG BAN\n"


def read(text: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    tasks = understand(read_text(f"{HEAD}II. LỊCH CÔNG TÁC\n{text}{FOOT}", "a.txt")).tasks
    return [(task.task, task.lead, task.deadline.text, " ".join(map(str, task.deadline.due))) for task in tasks]


ITEMS = [
    (
        "- Sáng 8h00: Họp giao ban – Địa điểm: Phòng số 1 – Thành phần: các phòng – Chủ trì: đồng chí Trưởng ban.",
        ("Họp giao ban", ("đồng chí Trưởng ban",), "Sáng 8h00, ngày 08/4"),
    ),
    (
        "- 8 giờ 00: Duyệt chương trình – Chủ trì: đồng chí Lê Thanh, Phó Trưởng ban – Chuẩn bị: Phòng Khoa giáo.",
        ("Duyệt chương trình", ("đồng chí Lê Thanh, Phó Trưởng ban",), "8h00, ngày 08/4"),
    ),
    (
        "- Cả ngày: Kiểm tra xã Hoa Lư – Chủ trì: Văn phòng.",
        ("Kiểm tra xã Hoa Lư", ("Văn phòng",), "Cả ngày, ngày 08/4"),
    ),
    ("- Trước 17h00: Nộp báo cáo – Văn phòng.", ("Nộp báo cáo", ("Văn phòng",), "Trước 17h00, ngày 08/4")),
    ("- Từ 9h00: Dự họp – đồng chí Trưởng ban dự.", ("Dự họp", ("đồng chí Trưởng ban",), "9h00, ngày 08/4")),
    (
        "- Từ 9h00 đến 11h00: Làm việc với đoàn kiểm toán – Chủ trì: Phòng Tổng hợp.",
        ("Làm việc với đoàn kiểm toán", ("Phòng Tổng hợp",), "Từ 9h00 đến 11h00, ngày 08/4"),
    ),
    ("- Vệ sinh khuôn viên – Chủ trì: Văn phòng.", ("Vệ sinh khuôn viên", ("Văn phòng",), "ngày 08/4")),
]


@pytest.mark.parametrize(("item", "row"), ITEMS, ids=[item for item, _ in ITEMS])
@pytest.mark.parametrize("day", ["Thứ Năm 08/4:", "1. Thứ Năm, ngày 08/4", "Ngày 08/4 (thứ Năm)"])
def test_an_item_has_its_hour_on_the_day_above_it_and_labels_behind_dashes(
    day: str, item: str, row: tuple[str, tuple[str, ...], str]
) -> None:
    other = "- 7h30: Chào cờ – Chủ trì: Văn phòng.\n"
    (found, _) = read(f"{day}\n{item}\nThứ Sáu 09/4:\n{other}")
    assert found == (*row, "2027-04-08")


def test_labels_below_an_item_are_of_that_item_alone() -> None:
    text = (
        "Thứ Ba 06/4:\n- Sáng 7h30: Khảo sát mô hình – Chủ trì: Phòng Dân vận.\n- Chiều 14h00: Hội nghị cộng tác viên\n"
        "  Chủ trì: Phòng Tuyên truyền\n  Kết quả: Báo cáo nhanh\n"
    )
    tasks = understand(read_text(f"{HEAD}II. LỊCH CÔNG TÁC\n{text}{FOOT}", "a.txt")).tasks
    assert [(task.task, task.lead, task.result) for task in tasks] == [
        ("Khảo sát mô hình", ("Phòng Dân vận",), None),
        ("Hội nghị cộng tác viên", ("Phòng Tuyên truyền",), "Báo cáo nhanh"),
    ]


def test_what_stands_under_no_day_keeps_its_words() -> None:
    text = "1. Hội thi\n- Chiều: Văn phòng Tỉnh ủy phát động thi đua.\n- Chủ trì: Văn phòng.\n"
    assert all(
        deadline == "" and "Chiều: Văn phòng" in task for task, _, deadline, _ in read(text) if "thi đua" in task
    )
