"""Layouts of offices beside the usual ones: titles over two lines, numbers behind bullets, odd names of columns."""

import pytest

from knowledge.model import Task
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

TITLE = "KẾ HOẠCH\nCông tác năm 2027\n\n"


def rows(text: str, name: str = "a.md") -> tuple[Task, ...]:
    return understand(read_here((TITLE + text).encode(), name)).tasks


def said(task: Task) -> str:
    units = f"{'; '.join(task.lead)} + {'; '.join(task.coordinate)}".strip(" +")
    return f"{task.stt} {task.task}: {units}, {' '.join(day.isoformat() for day in task.deadline.due)}"


def test_titles_and_labels_that_are_wrapped_in_a_short_text_are_read_whole() -> None:
    text = """1.1. Phát động cuộc thi sáng tạo trên địa bàn
phường, lựa chọn ý tưởng gửi dự thi
+ Phụ trách: Ban Tuyên giáo
+ Phối hợp thực hiện: Hội Nông dân phường, Đoàn Thanh
niên phường
+ Thời gian: Quý I
1.2. Nói chuyện chuyên đề
phụ trách: Ban Tuyên giáo
thời gian: Quý II
"""
    title = "Phát động cuộc thi sáng tạo trên địa bàn phường, lựa chọn ý tưởng gửi dự thi"
    assert [said(task) for task in rows(text, "a.txt")] == [
        f"1.1 {title}: Ban Tuyên giáo + Hội Nông dân phường; Đoàn Thanh niên phường, 2027-03-31",
        "1.2 Nói chuyện chuyên đề: Ban Tuyên giáo, 2027-06-30",
    ]


def test_an_item_of_a_markdown_list_has_the_number_behind_its_bullet() -> None:
    text = """### 3. Thi đua

* **3.1. Hội thi thợ giỏi**
    * Đơn vị chủ trì: Ban Thi đua
    * Thời hạn: tháng 5/2027
* **3.2. Hội thao**
    * Đơn vị chủ trì: Ban Nữ công
    * Thời hạn: tháng 6/2027
"""
    assert [said(task) for task in rows(text)] == [
        "3.1 Hội thi thợ giỏi: Ban Thi đua, 2027-05-31",
        "3.2 Hội thao: Ban Nữ công, 2027-06-30",
    ]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("TT | Nhiệm vụ được giao | Đơn vị nhận nhiệm vụ | Hạn báo cáo", id="who is given the task"),
        pytest.param("TT | Các bước thực hiện | Đơn vị, cá nhân thực hiện | Thời gian", id="steps"),
        pytest.param("TT | Phần việc | Phụ trách | Hạn xong", id="parts of work"),
    ],
)
def test_columns_under_odd_names_are_those_of_tasks_units_and_times(header: str) -> None:
    text = f"| {header} |\n|---|---|---|---|\n| 1 | Lập bảng kê¹ | Phòng Kỹ thuật(*) | 20/3/2027² |\n"

    assert [said(task) for task in rows(text)] == ["1 Lập bảng kê: Phòng Kỹ thuật, 2027-03-20"]


@pytest.mark.parametrize(
    ("start", "end"), [("Khởi đầu", "Hoàn tất"), ("Ngày bắt đầu", "Ngày kết thúc"), ("Triển khai", "Hoàn thành")]
)
def test_of_a_start_and_an_end_only_the_end_is_due(start: str, end: str) -> None:
    upper = "".join(f"<th rowspan=2>{name}</th>" for name in ("TT", "Công việc", "Chủ trì"))
    header = f"<tr>{upper}<th colspan=2>Thời gian</th></tr><tr><th>{start}</th><th>{end}</th></tr>"
    row = "<tr><td>1</td><td>Lắp bảng</td><td>Phòng A</td><td>4/2027</td><td>8/2027</td></tr>"
    tasks = understand(read_here(f"<html><table>{header}{row}</table>".encode(), "a.html")).tasks

    assert [[day.isoformat() for day in task.deadline.due] for task in tasks] == [["2027-08-31"]]


def test_a_part_of_a_page_is_read_as_one() -> None:
    page = "<p>Số: 07/KH-HTX</p><p>Phú Mỹ, ngày 12 tháng 12 năm 2026</p><h2>KẾ HOẠCH</h2><h2>Sản xuất năm 2027</h2>"
    heading = understand(read_here(page.encode(), "a.html")).heading

    assert (heading.number, heading.issued, heading.years) == ("07/KH-HTX", "2026-12-12", (2027,))


@pytest.mark.parametrize(
    ("foot", "name", "post"),
    [
        ("TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\nCao Thị Én\nPHÓ CHỦ TỊCH UBND XÃ", "Cao Thị Én", "Trưởng ban"),
        ("GIÁM ĐỐC\n\nNay H'Nan", "Nay H'Nan", "Giám đốc"),
        ("TRƯỞNG BAN\n\nK'Brơi", "K'Brơi", "Trưởng ban"),
        ("TRƯỞNG BAN\n\nY-Thông", "Y-Thông", "Trưởng ban"),
        ("XƯỞNG TRƯỞNG\n\nTạ Văn Lực", "Tạ Văn Lực", "Xưởng trưởng"),
        ("TRƯỞNG BUÔN\n\nTạ Văn Lực", "Tạ Văn Lực", "Trưởng buôn"),
        ("XÃ ĐỘI TRƯỞNG\n\nTạ Văn Lực", "Tạ Văn Lực", "Xã đội trưởng"),
        ("TỔ CHỨC TĂNG TRƯỞNG\n\nTạ Văn Lực", None, None),
        ("Nơi nhận:\n- Như trên;\nKT. Giám đốc\nPhó Giám đốc\n\nTạ Văn Lực", "Tạ Văn Lực", "Phó Giám đốc"),
        ("Trưởng phòng\n\nTạ Văn Lực", "Tạ Văn Lực", "Trưởng phòng"),
        ("Chủ tịch xã đã dự.\n\nTạ Văn Lực", None, None),
        ("TRƯỞNG THÀNH TRONG GIAN KHÓ\n\nTạ Văn Lực", None, None),
        ("| Nơi nhận:<br>- Lưu: VT | | GIÁM ĐỐC<br>Tạ Văn Lực | |", "Tạ Văn Lực", "Giám đốc"),
    ],
)
def test_whoever_signs_is_read_with_the_post_over_the_name(foot: str, name: str | None, post: str | None) -> None:
    text = (
        "| TT | Công việc | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Lập bảng kê | Phòng A | Quý I |\n\n" + foot
    )
    signer = understand(read_here((TITLE + text).encode(), "a.md")).heading.signer

    assert (signer.name, signer.post) == (name, post)


def test_a_sheet_without_a_letterhead_has_the_year_of_its_title() -> None:
    table = "| TT | Công việc | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Diễn | Phòng A | Tháng 6 |\n"
    text = f"NHÀ HÁT MÚA RỐI\nLỊCH CÔNG VIỆC NĂM 2027\n\n{table}"
    tasks = understand(read_here(text.encode(), "a.md")).tasks

    assert [said(task) for task in tasks] == ["1 Diễn: Phòng A, 2027-06-30"]


def test_the_last_item_of_a_list_is_a_duty_and_no_heading_of_the_closing_words() -> None:
    text = """1. Giao Ban Pháp chế thẩm tra báo cáo; hoàn thành trong tháng 5/2027.
2. Đề nghị Sở Y tế xây dựng kế hoạch tiêm chủng.
Văn phòng thông báo để các đơn vị biết, thực hiện./.
"""

    assert [(task.lead, len(task.deadline.due)) for task in rows(text, "a.txt")] == [
        (("Ban Pháp chế",), 1),
        (("Sở Y tế",), 0),
    ]


@pytest.mark.parametrize(
    ("labels", "row"),
    [
        pytest.param(
            "- Chủ trì: Ban Thi đua\n- Địa điểm: Sân vận động\n- Số lượng: 300 người\n- Thời gian: 10/5/2027",
            "Ban Thi đua, 2027-05-10",
            id="a place among them",
        ),
        pytest.param("- Ai làm: Ban Nữ công\n- Khi nào xong: 15/6/2027", "Ban Nữ công, 2027-06-15", id="in own words"),
        pytest.param(
            "- Người cầm trịch: Ban Nữ công\n- Thời hạn: 15/6/2027", "Ban Nữ công, 2027-06-15", id="an odd name"
        ),
        pytest.param("- CQ chủ trì: Ban Nữ công\n- TG: 15/6/2027", "Ban Nữ công, 2027-06-15", id="abbreviated"),
        pytest.param(
            "- Phụ trách: Ban Nữ công\n- Bắt đầu: 01/3/2027\n- Kết thúc: 30/9/2027",
            "Ban Nữ công, 2027-09-30",
            id="a start and an end",
        ),
        pytest.param(
            "- Chủ trì: Ban Nữ công\n- Thời gian triển khai: Tháng 9/2027",
            "Ban Nữ công, 2027-09-30",
            id="the time of the whole",
        ),
        pytest.param(
            "- Chủ trì: Ban Nữ công\n- Thời hạn: 30/9/2027\n- Bắt đầu: 01/3/2027",
            "Ban Nữ công, 2027-09-30",
            id="a start below the end",
        ),
    ],
)
def test_what_stands_among_labels_is_one_whatever_it_is_called(labels: str, row: str) -> None:
    text = f"1. Hội thao công nhân\n{labels}\n2. Hội chợ\n{labels}\n"

    assert [said(task) for task in rows(text, "a.txt")] == [f"1 Hội thao công nhân: {row}", f"2 Hội chợ: {row}"]


def test_when_and_where_one_is_invited_is_no_task() -> None:
    text = "- Thời gian: 8 giờ, ngày 15/4/2027\n- Địa điểm: Sở Y tế\n- Thành phần: Văn phòng Sở\n"

    assert rows(text, "a.txt") == ()


def test_the_first_words_of_a_row_above_the_rest_of_it_are_joined_and_said() -> None:
    text = """| STT | Nhiệm vụ | Chủ trì | Thời gian |
|---|---|---|---|
| 2.3 | Rà soát | Sở Y tế | Quý I |
| 2.4 | Cải tiến quy trình | | |
| | nội bộ của cơ quan | Sở Y tế | Quý II |
| 2.5 | Tập huấn | Sở Y tế | Quý III |
| | Cộng mục 2 | | 3 |
"""
    plan = understand(read_here((TITLE + text).encode(), "a.md"))

    assert [task.task for task in plan.tasks] == ["Rà soát", "Cải tiến quy trình nội bộ của cơ quan", "Tập huấn"]
    assert [doubt.message for doubt in plan.doubts] == ["Dòng 2.4: hai nửa dòng được ghép lại"]


def test_marks_below_the_names_of_units_say_who_chairs_and_who_helps() -> None:
    text = """| TT | Việc cần làm | Phòng Dịch tễ | Trạm Thú y | Văn phòng | Bao giờ xong |
|:-:|:--|:-:|:-:|:-:|:--|
| 1 | Tiêm phòng | CT | PH | | Tháng 4 |
| 2 | Kiểm dịch | | CT | x | Tháng 5 |
| 3 | Sơ kết | | | x | Tháng 6 |
"""
    assert [said(task) for task in rows(text)] == [
        "1 Tiêm phòng: Phòng Dịch tễ + Trạm Thú y, 2027-04-30",
        "2 Kiểm dịch: Trạm Thú y + Văn phòng, 2027-05-31",
        "3 Sơ kết: Văn phòng, 2027-06-30",
    ]


def test_columns_in_everyday_words_are_read() -> None:
    text = """| # | Việc cần làm | Ai lo | Ai giúp | Bao giờ xong | Chỉ tiêu |
|:-:|:--|:--|:--|:-:|:--|
| 1 | Dọn rác | Tổ Môi trường | Hội Phụ nữ, Dân quân | 10/3/2027 | 2 km bờ rạch |
"""
    assert [said(task) for task in rows(text)] == ["1 Dọn rác: Tổ Môi trường + Hội Phụ nữ; Dân quân, 2027-03-10"]
    assert [task.result for task in rows(text)] == ["2 km bờ rạch"]


@pytest.mark.parametrize(
    ("cell", "unit", "note"),
    [
        ("Tổ Dinh dưỡng (bà Huỳnh Thị Lài)", "Tổ Dinh dưỡng", "bà Huỳnh Thị Lài"),
        ("Phòng Y tế - Hành chính – BS. Trần Công", "Phòng Y tế - Hành chính", "BS. Trần Công"),
        ("Phòng Nội vụ (ông Lý Sanh, Trưởng phòng)", "Phòng Nội vụ", "ông Lý Sanh, Trưởng phòng"),
    ],
)
def test_whoever_of_a_unit_is_meant_is_a_note_and_no_part_of_its_name(cell: str, unit: str, note: str) -> None:
    text = f"| TT | Công việc | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Lập bảng kê | {cell} | Quý I |\n"

    assert [(task.lead, task.note) for task in rows(text)] == [((unit,), note)]


@pytest.mark.parametrize("cell", ["Cô Hạnh, cô Mai", "Ông Lý Sanh - bà Huỳnh Thị Lài", "Đ/c Sanh; đ/c Lài"])
def test_where_people_are_named_and_no_unit_none_of_them_becomes_a_note(cell: str) -> None:
    text = (
        f"| TT | Công việc | Người thực hiện | Thời gian |\n|---|---|---|---|\n| 1 | Lập bảng kê | {cell} | Quý I |\n"
    )

    (task,) = rows(text)
    assert (cell.rsplit(maxsplit=1)[-1] in " ".join((*task.lead, task.person or "")), task.note) == (True, None)


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Cô Hạnh, cô Mai", ("Cô Hạnh", "cô Mai")),
        ("Ông Lý Sanh - bà Huỳnh Thị Lài", ("Ông Lý Sanh", "bà Huỳnh Thị Lài")),
        ("Thầy Nam và đ/c Hoa", ("Thầy Nam", "đ/c Hoa")),
        ("Anh Sanh<br>Chị Lài", ("Anh Sanh", "Chị Lài")),
        ("Ông Lý<br>Sanh", ("Ông Lý Sanh",)),
    ],
)
def test_people_of_one_cell_stand_apart_as_units_do(cell: str, people: tuple[str, ...]) -> None:
    head = "| TT | Công việc | Người thực hiện | Thời gian |\n|---|---|---|---|\n"
    assert [task.lead for task in rows(f"{head}| 1 | Lập bảng kê | {cell} | Quý I |\n")] == [people]


@pytest.mark.parametrize(
    ("duty", "when"),
    [
        ("Sở Y tế xây dựng phương án, trình lãnh đạo tỉnh ngày 05/4/2027.", "ngày 05/4/2027"),
        ("Sở Y tế kiểm tra các trạm, xong trước mùa mưa.", "xong trước mùa mưa"),
        ("Sở Y tế phối hợp với các trạm thực hiện thường xuyên.", "thường xuyên"),
        ("Sở Y tế thực hiện Công văn số 21/UBND ngày 05/4/2027.", ""),
    ],
)
def test_a_time_at_the_end_of_a_duty_is_its_deadline(duty: str, when: str) -> None:
    assert [task.deadline.text for task in rows(f"1. {duty}\n2. Sở Nội vụ theo dõi.\n", "a.txt")] == [when, ""]


def test_what_a_report_asks_of_others_and_a_title_are_no_duties() -> None:
    report = "BÁO CÁO\nKết quả năm 2027\n\n1. Đã làm 3 lớp.\nKính đề nghị UBND huyện xem xét cấp kinh phí.\n"

    assert understand(read_here(report.encode(), "a.txt")).tasks == ()
    assert rows("BAN TIẾP CÔNG DÂN TỈNH\nLỊCH TIẾP CÔNG DÂN THÁNG 3\n", "a.txt") == ()


def test_headings_below_those_of_the_title_begin_the_text() -> None:
    text = """# KẾ HOẠCH
## Số hóa hồ sơ năm 2027

**SỞ NỘI VỤ**

### Nhiệm vụ 1: Kiểm kê hồ sơ giấy
* **Chủ trì:** Văn phòng Sở
* **Thời gian:** 31/3/2027
"""
    tasks = understand(read_here(text.encode(), "a.md")).tasks
    assert [said(task) for task in tasks] == ["1 Kiểm kê hồ sơ giấy: Văn phòng Sở, 2027-03-31"]
