"""A list whose items end in brackets that say who does them and when is a list of rows (`data/brackets.txt`)."""

import pytest
from grids import cases, told
from labelled_lists import FOOT, HEAD, rows

from knowledge.model import TaskKind
from knowledge.plan.bracket_parts import bracketed
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

LISTS = {name: (f"{text}\n", rows) for name, (text, rows) in cases("brackets.txt").items()}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_the_brackets_of_a_list_say_who_does_what(text: str, expected: list[str]) -> None:
    tasks = understand(read_text(HEAD + text + FOOT, "ke-hoach.txt")).tasks
    read = [told(task) for task in tasks if task.kind is TaskKind.TABLE]
    assert [row.removeprefix("S:II. NHIỆM VỤ | ") for row in read] == expected


@pytest.mark.parametrize(
    ("text", "title", "parts"),
    [
        ("Họp giao ban (Phòng A; tháng 3)", "Họp giao ban", ["lead", "time"]),
        ("Họp giao ban (Phòng A, Phòng B, tháng 3, 6 và 9).", "Họp giao ban", ["lead", "time"]),
        ("Họp giao ban (Phòng A (Tổ 1); tháng 3)", "Họp giao ban", ["lead", "time"]),
        ("Sơn cổng (Tổ A; có sự tham gia của Đoàn xã; 3 triệu đồng)", "Sơn cổng", ["lead", "coordinate", None]),
        ("Lập tổ trực (CT: Đội 2; PH: Đội 3), bao gồm:", "Lập tổ trực", ["lead", "coordinate"]),
        ("Sửa nhà kho [Chủ trì: Tổ Kho. Phối hợp: không. Xong: 8/2027]", "Sửa nhà kho", ["lead", "coordinate", "time"]),
    ],
)
def test_a_bracket_is_parted_where_another_thing_begins(text: str, title: str, parts: list[str | None]) -> None:
    found = bracketed(text)
    assert found is not None
    assert found.title == title
    assert [part.role and part.role.value for part in found.parts] == parts


@pytest.mark.parametrize(
    "text", ["Họp giao ban", "Họp (lần 2) tại xã", "(Kèm theo Kế hoạch số 5)", "Họp giao ban)", "Họp giao ban (tháng 3"]
)
def test_a_text_without_a_whole_bracket_at_its_end_is_not_parted(text: str) -> None:
    assert bracketed(text) is None


def test_a_task_keeps_what_its_bracket_says_besides() -> None:
    text = """- Dán 300 áp phích (Tổ 1; 5/5; mẫu do tỉnh cấp)
- Phát thanh lưu động (Tổ 2; 6/5)
- Treo băng rôn (Tổ 3; phối hợp: Đoàn xã; 7/5)
"""
    assert rows(text)[0] == "S:II. NHIỆM VỤ | T:Dán 300 áp phích (mẫu do tỉnh cấp) | L:Tổ 1 | D:5/5"


def test_a_task_with_its_own_bracket_stays_one_above_another_of_its_own() -> None:
    text = """- Kiểm tra cuối kỳ tại 13 xã (Ban A; tháng 11)
+ Lập báo cáo giám sát (đồng chí Nga; 28/11)
- Viết tin bài (Ban B; 30/11)
"""
    assert [row.split(" | ")[1] for row in rows(text)] == [
        "T:Kiểm tra cuối kỳ tại 13 xã",
        "T:Lập báo cáo giám sát",
        "T:Viết tin bài",
    ]


@pytest.mark.parametrize(
    ("heading", "when"),
    [
        ("Quý I: Chuẩn bị lực lượng", "Quý I"),
        ("1. Tháng 3: Tuyên truyền", "Tháng 3"),
        ("Tháng 3 – Phát động", "Tháng 3"),
        ("Tháng 5 và tháng 6: Ra quân", "Tháng 5 và tháng 6"),
        ("* Tháng 3", "tháng 3"),
        ("I. CÔNG VIỆC THÁNG 3", "tháng 3"),
        ("Đợt 1 (tháng 3/2027)", "tháng 3/2027"),
        ("Giai đoạn 1 (từ 01/3 đến 15/4): Chuẩn bị", "từ 01/3 đến 15/4"),
        ("1. Đợt 1: Từ 01/3 đến 15/4/2027", "Từ 01/3 đến 15/4/2027"),
    ],
)
def test_a_list_under_a_heading_with_a_time_is_due_then(heading: str, when: str) -> None:
    text = f"{heading}\n- Treo 20 băng rôn (Tổ 1; phối hợp: Tổ 2).\n- Sửa loa (Tổ 3; xong trước ngày 25/3).\n"
    tasks = [task for task in understand(read_text(HEAD + text + FOOT, "ke-hoach.txt")).tasks if task.lead]
    assert [(task.task, task.deadline.text) for task in tasks[:2]] == [
        ("Treo 20 băng rôn", when),
        ("Sửa loa", "trước ngày 25/3"),
    ]
    assert heading in tasks[0].section


def test_how_often_something_is_done_takes_not_the_place_of_the_time_above_it() -> None:
    rows = ("Phát chuyên mục 3 buổi/tuần trên loa (Tổ 1; phối hợp: Tổ 2).", "Sửa loa hằng tuần (Tổ 3; phối hợp: Tổ 4).")
    text = "".join(("Quý III:\n", *(f"- {row}\n" for row in rows)))
    tasks = understand(read_text(HEAD + text + FOOT, "ke-hoach.txt")).tasks
    assert [task.deadline.text for task in tasks[:2]] == ["Quý III", "Quý III"]


@pytest.mark.parametrize(
    "lines",
    [
        "Tháng 3: Treo 20 băng rôn (Tổ 1; phối hợp: Tổ 2).\nTháng 4: Sửa loa (Tổ 3; phối hợp: Tổ 1).\n",
        "- Quý I: Treo 20 băng rôn (Tổ 1; phối hợp: Tổ 2).\n- Quý II: Sửa loa (Tổ 3; phối hợp: Tổ 1).\n",
        "1. Đợt 1: Treo 20 băng rôn (Tổ 1; phối hợp: Tổ 2).\n2. Đợt 2: Sửa loa (Tổ 3; phối hợp: Tổ 1).\n",
    ],
)
def test_items_that_open_with_their_time_are_no_headings(lines: str) -> None:
    found = understand(read_text(HEAD + lines + FOOT, "ke-hoach.txt"))
    assert not [task for task in found.tasks if len(task.section) > 1]


def test_a_list_with_dashes_that_runs_on_behind_its_unit_is_parted() -> None:
    text = """1. Công an phường: – Lập phương án phân luồng xong trước 30/4. – Kiểm tra đò trước 15/5 (phối hợp: Đội 3).
2. Tổ Văn thư: – Cập nhật danh sách hộ dân – người già, trẻ nhỏ, xong trước 20/4.
"""
    tasks = understand(read_text(HEAD + text + FOOT, "ke-hoach.txt")).tasks
    assert [(task.task.removesuffix("."), task.lead, task.coordinate) for task in tasks[:3]] == [
        ("Lập phương án phân luồng xong trước 30/4", ("Công an phường",), ()),
        ("Kiểm tra đò", ("Công an phường",), ("Đội 3",)),
        ("Cập nhật danh sách hộ dân – người già, trẻ nhỏ, xong trước 20/4", ("Tổ Văn thư",), ()),
    ]


def test_a_list_that_begins_anew_below_a_marked_heading_that_counts_alike_is_that_of_its_unit() -> None:
    text = """
### 1. Tiểu ban Nội dung

*Trưởng Tiểu ban: đồng chí Lê A.*

1. Xây dựng đề cương. *Phối hợp:* Văn phòng Hội. **Hoàn thành: 31/3/2027.**
2. Lấy ý kiến góp ý. **Hoàn thành: trước ngày 15/5/2027.**

### 2. Đại đội 3

1. In phiếu bầu. **Hoàn thành: 05/7/2027.**
"""
    tasks = understand(read_text(HEAD + text + FOOT, "ke-hoach.md")).tasks
    assert [(task.stt, task.lead, task.coordinate, task.deadline.text, task.section[-1]) for task in tasks[:3]] == [
        ("1", ("Tiểu ban Nội dung",), ("Văn phòng Hội",), "31/3/2027", "1. Tiểu ban Nội dung"),
        ("2", ("Tiểu ban Nội dung",), (), "trước ngày 15/5/2027", "1. Tiểu ban Nội dung"),
        ("1", ("Đại đội 3",), (), "05/7/2027", "2. Đại đội 3"),
    ]


def test_a_line_that_lost_its_dots_and_names_nobody_whom_others_name_is_a_doubt() -> None:
    text = """1. Sơn cổng ............ Tổ Hậu cần; 05/4/2027
2. Thay mái che ........ Tổ Hậu cần; 06/4/2027
3. Đặt hoa ở sảnh tầng 1 và sảnh tầng 2 Đội Cây xanh; 07/4/2027
"""
    plan = understand(read_text(HEAD + text + FOOT, "ke-hoach.txt"))
    assert [task.stt for task in plan.tasks] == ["1", "2"]
    assert any("Mục 3" in doubt.message for doubt in plan.doubts)


def test_a_label_before_a_dash_is_no_list() -> None:
    text = """1. Mua máy
- Chủ trì: - Văn phòng
- Thời gian: - Trước 15/5/2027
"""
    (task, *_) = understand(read_text(HEAD + text + FOOT, "ke-hoach.txt")).tasks
    assert "15/5/2027" in task.deadline.text
