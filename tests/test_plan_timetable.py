"""A timetable: the day is in the heading, the hours in the rows."""

from datetime import date

import pytest

from knowledge.plan.timetable import day_in, on_day
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

TABLE = "| Thời gian | Nội dung | Đơn vị phụ trách |\n|---|---|---|\n| {hours} | {task} | Văn phòng Sở |\n\n"


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("1. Ngày 24/8/2027", "ngày 24/8/2027"),
        ("Thứ Năm, ngày 16 tháng 5 năm 2027", "ngày 16 tháng 5 năm 2027"),
        ("Ngày thứ hai (25/8/2027):", "ngày 25/8/2027"),
        ("An Bình, ngày 10 tháng 01 năm 2027", ""),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", ""),
        ("Buổi sáng", ""),
        ("Ngày thực hành diễn tập (ngày T) là ngày 15/9/2027. Các mốc tính theo ngày T.", ""),
        ("Ngày bế mạc là ngày 15/9/2027", ""),
        ("II. Quý III/2027", "Quý III/2027"),
        ("6 tháng đầu năm 2027", "6 tháng đầu năm 2027"),
        ("II Quý III/2027", "Quý III/2027"),
        ("IV THÁNG 9", "tháng 9"),
        ("Thứ Năm 08/4:", "ngày 08/4"),
        ("Ngày 15 tháng 9 (Chủ nhật)", "ngày 15 tháng 9"),
        ("Năm 2027", ""),
        ("II. Nhiệm vụ thường xuyên", ""),
    ],
)
def test_the_day_of_a_timetable_stands_in_its_heading(heading: str, day: str) -> None:
    assert day_in(heading) == day


@pytest.mark.parametrize(
    ("time", "said"),
    [("7h00 - 7h15", "7h00 - 7h15, ngày 1/2/2027"), ("", "ngày 1/2/2027"), ("Quý II/2027", "Quý II/2027")],
)
def test_only_hours_take_the_day_of_the_heading(time: str, said: str) -> None:
    assert on_day(time, "ngày 1/2/2027") == said


def test_each_table_of_a_timetable_has_the_day_above_it() -> None:
    text = "Ngày 24/8/2027\n\n" + TABLE.format(hours="8h00", task="Khai mạc")
    text += "Ngày 25/8/2027\n\n" + TABLE.format(hours="14h00 - 15h30", task="Bế mạc")
    tasks = understand(read_text(text, "a.md")).tasks
    assert [(task.task, task.deadline.due) for task in tasks] == [
        ("Khai mạc", (date(2027, 8, 24),)),
        ("Bế mạc", (date(2027, 8, 25),)),
    ]


@pytest.mark.parametrize(
    ("table", "due"),
    [
        pytest.param(
            "| Ngày | Giờ | Nội dung | Chủ trì |\n|---|---|---|---|\n| 06/4/2027 | 20h00 | Khai mạc | Văn phòng |\n"
            "| | 21h00 | Giao lưu | Thanh tra |\n| 08/4/2027 | 8h00 | Bế mạc | Văn phòng |\n",
            (date(2027, 4, 6), date(2027, 4, 6), date(2027, 4, 8)),
            id="day and hour",
        ),
        pytest.param(
            "| Thứ, ngày | Thời gian | Nội dung | Chủ trì |\n|---|---|---|---|\n"
            "| Thứ Ba (06/4/2027) | 20h00 | Khai mạc | Văn phòng |\n| | 21h00 | Giao lưu | Thanh tra |\n"
            "| Thứ Năm (08/4/2027) | 8h00 | Bế mạc | Văn phòng |\n",
            (date(2027, 4, 6), date(2027, 4, 6), date(2027, 4, 8)),
            id="the day beside a column of hours",
        ),
    ],
)
def test_a_column_of_a_timetable_says_the_day(table: str, due: tuple[date, ...]) -> None:
    tasks = understand(read_text(table, "a.md")).tasks
    assert [task.task for task in tasks] == ["Khai mạc", "Giao lưu", "Bế mạc"]
    assert tuple(task.deadline.due[0] for task in tasks) == due


def test_a_heading_that_is_a_time_gives_it_to_the_rows_that_say_none() -> None:
    rows = "| I | Quý I/2027 | | |\n| 1 | Sửa cầu | Phòng A | |\n| 2 | Họp dân | Phòng A | 15/02 |\n"
    rows += "| II | Việc thường xuyên | | |\n"
    header = "| STT | Nội dung | Chủ trì | Thời gian |\n|---|---|---|---|\n"
    text = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}{rows}| 3 | Quét dọn | Phòng B | |\n"
    assert [task.deadline.text for task in understand(read_text(text, "a.md")).tasks] == ["Quý I/2027", "15/02", ""]


def test_a_line_that_only_goes_on_with_a_time_gives_the_table_below_none() -> None:
    goes_on = "14/3/2027); 6 tháng (trước ngày 14/6/2027)"
    table = TABLE.format(hours="", task="Cấu hình quy trình")
    title = "KẾ HOẠCH\nCải cách hành chính năm 2027\n\nGửi báo cáo quý I (trước ngày\n"
    read = understand(read_text(f"{title}{goes_on}\n\n{table}", "kh.md"))
    assert [task.deadline.text for task in read.tasks if task.task == "Cấu hình quy trình"] == [""]
