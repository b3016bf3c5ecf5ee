"""Times that stand in the header or in a heading: charts of months and quarters, months and years above the rows."""

import pytest

from knowledge.plan.chart import months_in_full, period_named
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

ROW = "<tr><td>{n}</td><td>{task}</td><td>{lead}</td>{marks}</tr>"
HEAD = "<tr><td rowspan=2>TT</td><td rowspan=2>Công việc</td><td rowspan=2>Chủ trì</td><td colspan=4>{name}</td></tr>"


def marked(*columns: int) -> str:
    return "".join(f"<td>{'x' if at in columns else ''}</td>" for at in range(4))


def chart(name: str, *below: str) -> str:
    levels = HEAD.format(name=name) + f"<tr>{''.join(f'<td>{one}</td>' for one in below)}</tr>"
    rows = ROW.format(n=1, task="Rà soát hồ sơ", lead="Phòng A", marks=marked(0, 1))
    rows += ROW.format(n=2, task="Lập danh mục", lead="Phòng B", marks=marked(3))
    return f"<html><p>KẾ HOẠCH</p><p>Công tác năm 2027</p><table>{levels}{rows}</table></html>"


@pytest.mark.parametrize(
    ("page", "dates"),
    [
        pytest.param(chart("Tháng", "1", "2", "3", "4"), ["2027-02-28", "2027-04-30"], id="months by number"),
        pytest.param(
            chart("Thời gian (tháng)", "1", "2", "3", "4"), ["2027-02-28", "2027-04-30"], id="times in months"
        ),
        pytest.param(
            chart("Năm 2027", "Quý I", "Quý II", "Quý III", "Quý IV"), ["2027-06-30", "2027-12-31"], id="a year"
        ),
        pytest.param(chart("Quý", "I", "II", "III", "IV"), ["2027-06-30", "2027-12-31"], id="quarters by number"),
    ],
)
def test_marks_in_a_chart_say_until_when(page: str, dates: list[str]) -> None:
    tasks = understand(read_here(page.encode(), "a.html")).tasks

    assert [(t.lead, [day.isoformat() for day in t.deadline.due]) for t in tasks] == [
        (("Phòng A",), dates[:1]),
        (("Phòng B",), dates[1:]),
    ]


@pytest.mark.parametrize("form", ["T{}", "T.{}", "t {}", "Th{}", "Tháng {}"])
def test_marks_below_months_that_are_written_short_say_until_when(form: str) -> None:
    header = " | ".join(["TT", "Công việc", "Chủ trì", *(form.format(n) for n in range(1, 13))])
    rows = [
        " | ".join([str(n), f"Việc {n}", "Phòng A", *("x" if month in months else "" for month in range(1, 13))])
        for n, months in enumerate([(1, 2), (3, 4, 5), (12,)], start=1)
    ]
    table = "\n".join(f"| {line} |" for line in (header, "|".join(["---"] * 15), rows[0], header, *rows[1:]))
    tasks = understand(read_here(f"KẾ HOẠCH\nCông tác năm 2027\n\n{table}\n".encode(), "a.md")).tasks

    assert [max(task.deadline.due).isoformat() for task in tasks] == ["2027-02-28", "2027-05-31", "2027-12-31"]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("Ngày bắt đầu", "Ngày hoàn thành", "Từ 02/3/2027 đến 20/4/2027"),
        ("Từ ngày", "Đến ngày", "Từ 02/3/2027 đến 20/4/2027"),
        ("Khởi công", "Hoàn thành", "Từ 02/3/2027 đến 20/4/2027"),
        ("Ngày giao", "Thời gian hoàn thành", "Từ 02/3/2027 đến 20/4/2027"),
        ("Từ quý", "Đến quý", "Từ 02/3/2027 đến 20/4/2027"),
        ("Từ (ngày)", "Đến (ngày)", "Từ 02/3/2027 đến 20/4/2027"),
        ("Từ ngày (dự kiến)", "Đến ngày (dự kiến)", "Từ 02/3/2027 đến 20/4/2027"),
        ("Từ tháng/năm", "Đến tháng/năm", "Từ 02/3/2027 đến 20/4/2027"),
        ("Bắt đầu", "Hoàn thiện", "Từ 02/3/2027 đến 20/4/2027"),
        ("Bắt đầu", "Đến hết", "Từ 02/3/2027 đến 20/4/2027"),
        ("Chuẩn bị", "Thực hiện", "Từ 02/3/2027 đến 20/4/2027"),
        ("Từ ngày", "Đến hạn", "Từ 02/3/2027 đến 20/4/2027"),
        ("Triển khai thực hiện", "Hoàn thành", "Từ 02/3/2027 đến 20/4/2027"),
        ("Kết thúc", "Bắt đầu", "Từ 20/4/2027 đến 02/3/2027"),
        ("Thời gian hoàn thành", "Thời gian báo cáo", "02/3/2027"),
    ],
)
def test_of_two_columns_of_times_the_one_that_ends_is_the_deadline(first: str, second: str, text: str) -> None:
    header = f"| TT | Công việc | Chủ trì | {first} | {second} |\n|---|---|---|---|---|\n"
    page = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}| 1 | Mua máy | Phòng A | 02/3/2027 | 20/4/2027 |\n"

    assert [task.deadline.text for task in understand(read_here(page.encode(), "a.md")).tasks] == [text]


@pytest.mark.parametrize("more", ["3 tháng", "Tháng 5", ""])
@pytest.mark.parametrize("span", ["02/3/2027 | 20/4/2027", " | "])
def test_a_column_of_times_beside_from_when_until_when_joins_only_where_these_are_blank(span: str, more: str) -> None:
    header = "| TT | Công việc | Chủ trì | Thời gian | Bắt đầu | Hoàn thành |\n|---|---|---|---|---|---|\n"
    page = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}| 1 | Mua máy | Phòng A | {more} | {span} |\n"
    (task,) = understand(read_here(page.encode(), "a.md")).tasks

    assert task.deadline.text == ("Từ 02/3/2027 đến 20/4/2027" if span.strip(" |") else more)


@pytest.mark.parametrize(
    ("names", "first", "second"),
    [
        ("Thời gian | Bắt đầu | Hoàn thành", " | 02/3/2027 | 20/4/2027", "Quý III | | "),
        ("Bắt đầu | Hoàn thành | Thời gian", "02/3/2027 | 20/4/2027 | ", " | | Quý III"),
    ],
)
def test_a_column_of_times_stays_one_where_another_row_says_nothing_else(names: str, first: str, second: str) -> None:
    header = f"| TT | Công việc | Chủ trì | {names} |\n|---|---|---|---|---|---|\n"
    rows = f"| 1 | Mua máy | Phòng A | {first} |\n| 2 | Bán máy | Phòng A | {second} |\n"
    whole, blank = understand(read_here(f"KẾ HOẠCH\nNăm 2027\n\n{header}{rows}".encode(), "a.md")).tasks

    assert [day.isoformat() for day in whole.deadline.due] == ["2027-04-20"]
    assert blank.deadline.text == "Quý III"


@pytest.mark.parametrize(
    ("names", "cells", "dates"),
    [
        ("Ngày giao | Hạn | Ngày hoàn thành", "01/2/2027 | 30/6/2027 | ", ["2027-06-30"]),
        ("Bắt đầu | Hoàn thành | Ghi chú", "Quý I | | ", []),
        ("Bắt đầu | Hoàn thành (tháng) | Ghi chú", " | 6 | ", ["2027-06-30"]),
        ("Khởi công | Nghiệm thu | Ghi chú", "01/2/2027 | 15/7/2027 | ", ["2027-07-15"]),
        ("Khởi công | Nghiệm thu | Hoàn thành", "01/2/2027 | 15/7/2027 | 30/6/2027", ["2027-06-30"]),
        ("Bắt đầu từ tháng | Số lượng | Ghi chú", "6 | 2 | ", []),
        ("Bắt đầu (quý/tháng) | Kết thúc (quý/tháng) | Ghi chú", "2 | 4 | ", ["2027-04-30"]),
    ],
)
def test_when_something_begins_is_no_deadline(names: str, cells: str, dates: list[str]) -> None:
    header = f"| TT | Công việc | Chủ trì | {names} |\n|---|---|---|---|---|---|\n"
    page = f"KẾ HOẠCH\nNăm 2027\n\n{header}| 1 | Mua máy | Phòng A | {cells} |\n"
    (task,) = understand(read_here(page.encode(), "a.md")).tasks

    assert [day.isoformat() for day in task.deadline.due] == dates


def test_bare_numbers_of_weeks_say_what_they_count() -> None:
    header = "| TT | Công việc | Chủ trì | Từ tuần | Đến tuần |\n|---|---|---|---|---|\n"
    page = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}| 1 | Mua máy | Phòng A | 1 | 5 |\n"
    (task,) = understand(read_here(page.encode(), "a.md")).tasks

    assert task.deadline.text == "Từ tuần 1 đến tuần 5"


@pytest.mark.parametrize(
    ("first", "second", "begins", "ends", "text"),
    [
        ("Từ quý", "Đến quý", "I/2027", "III/2027", "Từ quý I/2027 đến quý III/2027"),
        ("Từ quý", "Đến quý", "I", "III", "Từ quý I đến quý III"),
        ("Từ quý", "Đến hết quý", "Quý 1", "3", "Từ Quý 1 đến quý 3"),
        ("Từ tháng", "Đến tháng", "2", "9", "Từ tháng 2 đến tháng 9"),
        ("Quý bắt đầu", "Quý kết thúc", "I", "III", "Từ quý I đến quý III"),
        ("Tháng bắt đầu", "Tháng hoàn thành", "3", "9", "Từ tháng 3 đến tháng 9"),
        ("Cấp", "Tháng hoàn thành", "2", "9", "tháng 9"),
        ("Bắt đầu (quý)", "Kết thúc (quý)", "II", "III", "Từ quý II đến quý III"),
    ],
)
def test_bare_numbers_of_quarters_and_months_are_from_when_until_when(
    first: str, second: str, begins: str, ends: str, text: str
) -> None:
    header = f"| TT | Công việc | Chủ trì | {first} | {second} |\n|---|---|---|---|---|\n"
    page = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}| 1 | Mua máy | Phòng A | {begins} | {ends} |\n"
    (task,) = understand(read_here(page.encode(), "a.md")).tasks

    assert (task.deadline.text, [day.isoformat() for day in task.deadline.due]) == (text, ["2027-09-30"])


@pytest.mark.parametrize(
    ("begins", "ends", "text"),
    [
        ("01/02/2027", "15/3/2027", "Từ 01/02/2027 đến 15/3/2027"),
        ("Quý I", "Quý II", "Từ Quý I đến Quý II"),
        ("01/3", "Khi xong mô hình", "Từ 01/3 đến Khi xong mô hình"),
        ("Thường xuyên", "Thường xuyên", "Thường xuyên"),
        ("15/6", "15/6", "15/6"),
        ("05/01/2027", "Ngày 05 tháng cuối mỗi quý", "Ngày 05 tháng cuối mỗi quý"),
        ("Hằng tháng", "Trước ngày 25 hằng tháng", "Trước ngày 25 hằng tháng"),
        ("Khi có sự cố", "Trong 60 ngày kể từ ngày báo cáo", "Trong 60 ngày kể từ ngày báo cáo"),
        ("Tháng 3", "Thường xuyên", "Thường xuyên"),
        ("Tháng 3", "", "Từ Tháng 3"),
    ],
)
def test_a_start_is_said_beside_an_end_where_both_are_points_in_time(begins: str, ends: str, text: str) -> None:
    header = "| TT | Công việc | Chủ trì | Thời gian bắt đầu | Thời gian kết thúc |\n|---|---|---|---|---|\n"
    page = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}| 1 | Mua máy | Phòng A | {begins} | {ends} |\n"

    assert [task.deadline.text for task in understand(read_here(page.encode(), "a.md")).tasks] == [text]


@pytest.mark.parametrize(
    ("name", "cell"),
    [("Khối", "Giáo dục"), ("Tự đánh giá", "Tốt"), ("Triển khai", "Phòng B"), ("Tư vấn", "02/3/2027"), ("Từ", "Kho A")],
)
def test_a_column_that_only_begins_like_one_of_times_says_no_time(name: str, cell: str) -> None:
    header = f"| TT | Công việc | {name} | Chủ trì | Thời gian hoàn thành |\n|---|---|---|---|---|\n"
    page = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}| 1 | Mua máy | {cell} | Phòng A | Tháng 6/2027 |\n"

    assert [task.deadline.text for task in understand(read_here(page.encode(), "a.md")).tasks] == ["Tháng 6/2027"]


def test_the_days_of_a_week_are_no_months() -> None:
    assert months_in_full(["TT", "Việc", "T2", "T3", "T4", "T7"]) == ["TT", "Việc", "T2", "T3", "T4", "T7"]
    assert months_in_full(["T1", "T2", "T14"]) == ["T1", "T2", "T14"]


def test_a_name_that_counts_nothing_names_no_time() -> None:
    assert period_named("Kinh phí", "2027", timed=False) == ""
    assert period_named("Thời gian", "Bắt đầu", timed=True) == ""


def dates(years: str, *lines: str) -> list[str]:
    text = f"KẾ HOẠCH\nCông tác {years}\n\n| TT | Công việc | Chủ trì | Thời gian |\n|---|---|---|---|\n" + "\n".join(
        lines
    )
    tasks = understand(read_here(text.encode(), "a.md")).tasks
    return [day.isoformat() for task in tasks for day in task.deadline.due]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Ngày 12", "2027-09-12"),
        ("Từ 15 đến 19", "2027-09-19"),
        ("Thứ Bảy, ngày 20", "2027-09-20"),
        ("Tuần 2", "2027-09-14"),
        ("Cuối tháng", "2027-09-30"),
        ("", "2027-09-30"),
        ("Ngày 05/10", "2027-10-05"),
    ],
)
def test_a_day_takes_the_month_of_the_heading_above_it(cell: str, day: str) -> None:
    assert dates("năm 2027", "| | **THÁNG 9 NĂM 2027** | | |", f"| 1 | Rà soát hồ sơ | Phòng A | {cell} |") == [day]


def test_in_a_plan_of_several_years_the_heading_says_which_is_meant() -> None:
    rows = ("| I | **NĂM 2028** | | |", "| 1 | Rà soát hồ sơ | Phòng A | Quý II |")
    assert dates("giai đoạn 2027 - 2029", *rows) == ["2028-06-30"]
    assert dates("năm 2027", *rows) == ["2027-06-30"]
