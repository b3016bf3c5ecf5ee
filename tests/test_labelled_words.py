"""Lists with labels: tasks of the words that labels are made of, people beside offices, what is counted below items."""

import pytest

from knowledge.model import Plan, Task
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

HEAD = "SỞ Y TẾ\nSố: 12/KH-SYT\nAn Bình, ngày 05 tháng 01 năm 2027\nKẾ HOẠCH\nCông tác năm 2027\n\nII. NHIỆM VỤ\n"


def plan(*lines: str) -> Plan:
    return understand(read_here("\n".join([HEAD, *lines, "GIÁM ĐỐC", "", "Lý Văn Tâm", ""]).encode(), "a.txt"))


def tasks(*lines: str) -> tuple[Task, ...]:
    return plan(*lines).tasks


TITLES = ["Tổ chức văn bản văn bản", "Hoàn thành hồ sơ", "Chương trình công tác", "Tổ chức tham gia đề án"]


@pytest.mark.parametrize("title", TITLES)
def test_a_task_of_words_that_labels_have_is_kept(title: str) -> None:
    rows = [f"1. {title}", "- Chủ trì: Văn phòng Sở", "- Thời gian: Quý I/2027"]
    (task,) = tasks(*rows)
    assert (task.task, task.lead, task.deadline.text) == (title, ("Văn phòng Sở",), "Quý I/2027")


@pytest.mark.parametrize("title", ["Tổ chức thực hiện", "Phân công thực hiện", "Thời gian thực hiện", "Kinh phí"])
def test_what_only_names_what_its_labels_say_is_no_task(title: str) -> None:
    rows = [
        "1. Mua máy",
        "- Chủ trì: Văn phòng Sở",
        f"2. {title}",
        "- Chủ trì: Thanh tra Sở",
        "- Thời gian: Quý I/2027",
    ]
    assert title not in [task.task for task in tasks(*rows)]


@pytest.mark.parametrize(
    "lines",
    [
        ("- Chủ trì: Văn phòng Sở", "- Người phụ trách: ông Trần Văn An"),
        ("- Người phụ trách: ông Trần Văn An", "- Đơn vị chủ trì: Văn phòng Sở"),
    ],
    ids=["behind the office", "before the office"],
)
def test_a_person_beside_an_office_answers_for_it_and_neither_chairs_nor_coordinates(lines: tuple[str, ...]) -> None:
    (task,) = tasks("1. Mua máy", *lines, "- Thời gian: Quý I/2027")
    assert (task.lead, task.coordinate, task.person) == (("Văn phòng Sở",), (), "ông Trần Văn An")


def test_a_second_office_that_does_it_still_coordinates() -> None:
    (task,) = tasks("1. Mua máy", "- Chủ trì: Văn phòng Sở", "- Đơn vị thực hiện: Thanh tra Sở")
    assert (task.lead, task.coordinate) == (("Văn phòng Sở",), ("Thanh tra Sở",))


@pytest.mark.parametrize(
    ("lines", "lead", "coordinate"),
    [
        (("Chủ trì: Đồng chí Nguyễn Văn An - Giám đốc Sở", "Thực hiện: Phòng Văn hóa, Phòng Kế toán"),
         ("Đồng chí Nguyễn Văn An", "Giám đốc Sở"), ("Phòng Văn hóa", "Phòng Kế toán")),
        (("Người chủ trì: bà Lê Thị Mai", "Đơn vị thực hiện: Đội Quy tắc"), ("bà Lê Thị Mai",), ("Đội Quy tắc",)),
        (("Chủ trì: bà Mai, Văn phòng Sở", "Phụ trách: Phòng Y tế"), ("bà Mai", "Văn phòng Sở"), ("Phòng Y tế",)),
        (("Thực hiện: Đội Quy tắc", "Chủ trì: bà Lê Thị Mai"), ("bà Lê Thị Mai",), ("Đội Quy tắc",)),
        (("Chủ trì: ông Nam", "Chủ trì: Văn phòng Sở"), ("ông Nam", "Văn phòng Sở"), ()),
        (("Chủ trì: Văn phòng Sở", "Phối hợp: cô Hoa", "Phụ trách: Phòng Y tế"),
         ("Văn phòng Sở",), ("cô Hoa", "Phòng Y tế")),
    ],
)  # fmt: skip
def test_whoever_is_printed_as_chair_chairs_whatever_stands_beside(
    lines: tuple[str, ...], lead: tuple[str, ...], coordinate: tuple[str, ...]
) -> None:
    (task,) = tasks("1. Hội diễn", *(f"- {line}" for line in lines), "- Thời gian: Quý I/2027")
    assert (task.lead, task.coordinate, task.person) == (lead, coordinate, None)


@pytest.mark.parametrize(
    "lines",
    [
        ("Người phụ trách: ông Nam", "Đơn vị thực hiện: Văn phòng Sở", "Đơn vị tham mưu: Thanh tra Sở"),
        ("Đơn vị thực hiện: Văn phòng Sở", "Người phụ trách: ông Nam", "Đơn vị tham mưu: Thanh tra Sở"),
        ("Đơn vị thực hiện: Văn phòng Sở", "Đơn vị tham mưu: Thanh tra Sở", "Người phụ trách: ông Nam"),
    ],
)
def test_where_nobody_is_printed_as_chair_an_office_chairs_and_a_person_answers(lines: tuple[str, ...]) -> None:
    (task,) = tasks("1. Hội diễn", *(f"- {line}" for line in lines), "- Thời gian: Quý I/2027")
    assert (task.lead, task.coordinate, task.person) == (("Văn phòng Sở",), ("Thanh tra Sở",), "ông Nam")


@pytest.mark.parametrize("noun", ["Đợt", "Giai đoạn", "Cụm"])
def test_what_is_counted_below_an_item_shares_who_chairs_it(noun: str) -> None:
    rows = ["1. Kiểm tra vệ sinh", "Cơ quan chủ trì: Thanh tra Sở"]
    rows += [f"{noun} 1: Khối xã", "- Thời gian: Quý I/2027", f"{noun} 2: Khối phường", "- Thời gian: Quý II/2027"]
    found = tasks(*rows, "2. Tập huấn", "- Chủ trì: Văn phòng Sở", "- Thời gian: Tháng 5/2027")
    assert [str(day) for day in found[0].deadline.due] == ["2027-03-31", "2027-06-30"]
    assert [(t.task, t.lead, t.deadline.text) for t in found] == [
        ("Kiểm tra vệ sinh", ("Thanh tra Sở",), f"{noun} 1: Quý I/2027 {noun} 2: Quý II/2027"),
        (f"Kiểm tra vệ sinh – {noun} 1: Khối xã", ("Thanh tra Sở",), "Quý I/2027"),
        (f"Kiểm tra vệ sinh – {noun} 2: Khối phường", ("Thanh tra Sở",), "Quý II/2027"),
        ("Tập huấn", ("Văn phòng Sở",), "Tháng 5/2027"),
    ]


def test_an_item_whose_stages_alone_say_who_and_when_has_those_of_all() -> None:
    stages = ("Đợt 1: Khối xã", "- Chủ trì: Trạm Y tế", "- Thời gian: Tháng 3/2027",
              "Đợt 2: Khối huyện", "- Chủ trì: Phòng Y tế", "- Thời gian: Tháng 9/2027")  # fmt: skip
    item, *_ = tasks("1. Khám sức khỏe", "- Sản phẩm: sổ khám", *stages)
    assert (item.task, item.lead) == ("Khám sức khỏe", ("Trạm Y tế", "Phòng Y tế"))
    assert [str(day) for day in item.deadline.due] == ["2027-03-31", "2027-09-30"]


@pytest.mark.parametrize("noun", ["Đợt", "Giai đoạn", "Vòng"])
def test_an_item_that_says_its_own_time_is_a_row_beside_its_stages(noun: str) -> None:
    rows = ["1. Khám sức khỏe", "- Chủ trì: Trạm Y tế", "- Thời gian: Quý IV/2027"]
    rows += [f"{noun} 1: Khối xã", "- Thời gian: Tháng 3/2027"]
    rows += [f"{noun} 2: Khối huyện", "- Chủ trì: Phòng Y tế", "- Thời gian: Tháng 9/2027"]
    assert [(t.task, t.lead, t.deadline.text) for t in tasks(*rows)] == [
        ("Khám sức khỏe", ("Trạm Y tế",), "Quý IV/2027"),
        (f"Khám sức khỏe – {noun} 1: Khối xã", ("Trạm Y tế",), "Tháng 3/2027"),
        (f"Khám sức khỏe – {noun} 2: Khối huyện", ("Phòng Y tế",), "Tháng 9/2027"),
    ]


def test_tasks_that_are_counted_as_such_below_an_item_keep_their_own_words() -> None:
    rows = ["1. Chuyển đổi số", "- Chủ trì: Văn phòng Sở", "Nhiệm vụ 1: Mua máy", "- Thời gian: Quý I/2027"]
    more = ("Nhiệm vụ 2: Bán máy", "- Thời gian: Quý II/2027")
    assert [t.task for t in tasks(*rows, *more)] == ["Mua máy", "Bán máy"]
    timed = [t.task for t in tasks(*rows[:2], "- Thời gian: Quý IV/2027", *rows[2:], *more)]
    assert timed == ["Chuyển đổi số", "Mua máy", "Bán máy"]


def test_a_bare_month_behind_the_label_of_one_is_a_time() -> None:
    (task,) = tasks("1. Kiểm tra vệ sinh", "- Chủ trì: Thanh tra Sở", "- Tháng hoàn thành: 9")
    assert [str(day) for day in task.deadline.due] == ["2027-09-30"]


def test_the_times_of_several_stages_are_all_kept() -> None:
    rows = ("1. Kiểm tra vệ sinh", "- Cơ quan chủ trì: Thanh tra Sở", "- Giai đoạn 1: từ 01/3 đến 31/3/2027")
    (task,) = tasks(*rows, "- Giai đoạn 2: từ 01/6 đến 30/6/2027")
    assert [str(day) for day in task.deadline.due] == ["2027-03-31", "2027-06-30"]


def test_what_a_label_of_another_kind_says_is_kept_under_its_name() -> None:
    rows = ("1. Kiểm định 12 thang máy", "- Chủ trì: Phòng Kỹ thuật", "- Địa điểm: tòa B", "- Thời gian: Quý I/2027")
    (task,) = tasks(*rows)
    assert task.extra == (("Địa điểm", "tòa B"),)


WHO = "Đoàn xã chủ trì, Hội Cựu chiến binh xã phối hợp"
LEAD, HELP, DAY, SPAN = ("Đoàn xã",), ("Hội Cựu chiến binh xã",), "ngày 26/3/2027", "27/3 - 30/4/2027"


@pytest.mark.parametrize(
    ("line", "title", "time"),
    [
        ("Tổ chức lễ (Đoàn xã chủ trì, Hội Cựu chiến binh xã phối hợp, ngày 26/3/2027)", "Tổ chức lễ", DAY),
        ("Lễ hội: Đoàn xã chủ trì, Hội Cựu chiến binh xã phối hợp; hoàn thành 27/3 - 30/4/2027", "Lễ hội", SPAN),
        ("Lễ (Đoàn xã chủ trì; Hội Cựu chiến binh xã phối hợp; tại sân; quý I/2027)", "Lễ (tại sân)", "quý I/2027"),
        (f"Lễ hội: {WHO}; thời gian 27/3 - 30/4/2027; kết quả: 5.", "Lễ hội", SPAN),
    ],
)  # fmt: skip
def test_who_does_it_and_when_is_read_behind_a_task_without_colons(line: str, title: str, time: str) -> None:
    first, _ = tasks(f"1. {line}", "2. Họp. Chủ trì: Văn phòng Sở; thời gian: Quý I/2027.")
    assert (first.task, first.lead, first.coordinate, first.deadline.text) == (title, LEAD, HELP, time)


@pytest.mark.parametrize(
    ("said", "lead", "coordinate", "time"),
    [
        ("Thanh tra Sở và Văn phòng Sở chủ trì, các phòng, các xã phối hợp; thời gian tháng 7/2027",
         ("Thanh tra Sở", "Văn phòng Sở"), ("các phòng", "các xã"), "tháng 7/2027"),
        ("giao Đoàn xã, Hội Phụ nữ chủ trì, phối hợp với Hội Nông dân, Hội Người cao tuổi; xong trong quý II/2027",
         ("Đoàn xã", "Hội Phụ nữ"), ("Hội Nông dân", "Hội Người cao tuổi"), "trong quý II/2027"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, trước 30/9/2027",
         ("Phòng Kinh tế, Hạ tầng và Đô thị",), (), "trước 30/9/2027"),
        ("Ban Tuyên giáo, Ban Dân vận đồng chủ trì, 5 xã cùng phối hợp, quý II/2027",
         ("Ban Tuyên giáo", "Ban Dân vận"), ("5 xã",), "quý II/2027"),
        ("Cục Hàng không chủ trì, các xã phối hợp, quý II/2027", ("Cục Hàng không",), ("các xã",), "quý II/2027"),
    ],
)  # fmt: skip
def test_a_comma_within_a_list_of_units_parts_no_words_behind_a_task(
    said: str, lead: tuple[str, ...], coordinate: tuple[str, ...], time: str
) -> None:
    (task,) = tasks(f"1. Khai giảng: {said}")
    assert (task.task, task.lead, task.coordinate, task.deadline.text) == ("Khai giảng", lead, coordinate, time)


@pytest.mark.parametrize("more", ["kinh phí 5 triệu đồng", "tại nhà văn hóa", "50 người dự"])
def test_what_is_said_besides_behind_a_colon_stays_with_the_task(more: str) -> None:
    (task,) = tasks(f"1. Tổng kết: Phòng A chủ trì, {more}, các phòng phối hợp; thời gian tháng 9/2027")
    assert (task.task, task.lead, task.coordinate) == (f"Tổng kết ({more})", ("Phòng A",), ("các phòng",))


@pytest.mark.parametrize(
    "item",
    [
        "Kiểm tra: không giao Thanh tra Sở chủ trì, Văn phòng Sở phối hợp; thời gian tháng 6/2027",
        "Sơ kết: Văn phòng Sở thôi chủ trì, Thanh tra Sở chủ trì; thời gian tháng 8/2027",
        "Đắp đê (Phòng A chủ trì từ ngày 1/3, Phòng B phối hợp; xong 30/4/2027)",
    ],
)
def test_an_item_that_is_not_read_as_the_others_of_its_list_are_is_a_doubt(item: str) -> None:
    rows = [f"{n}. Lễ hội {n}: {WHO}; thời gian quý I/2027" for n in (1, 2)]
    read = plan(*rows, f"3. {item}")
    assert [task.stt for task in read.tasks if task.lead] == ["1", "2"]
    assert any(doubt.message.startswith("Mục 3:") for doubt in read.doubts)
    assert not plan(*rows, "Ghi chú").doubts


@pytest.mark.parametrize(
    "lines",
    [
        ("3. Truyền thông", f"a) In tờ rơi: {WHO}; thời gian tháng 3/2027", f"b) Phát thanh: {WHO}; tháng 4/2027"),
        ("3. Mua máy", "Đợt 1: Máy in", "- Chủ trì: Thanh tra Sở", "- Thời gian: Tháng 5/2027"),
    ],
)
def test_an_item_whose_parts_are_read_is_no_doubt(lines: tuple[str, ...]) -> None:
    rows = [f"{n}. Lễ hội {n}: {WHO}; thời gian quý I/2027" for n in (1, 2)]
    read = plan(*rows, *lines)
    assert len(read.tasks) > len(rows)
    assert not read.doubts


def test_an_office_before_a_colon_is_charged_and_no_task() -> None:
    found = tasks(
        "1. Sở Y tế: Chủ trì, phối hợp với Sở Tài chính rà soát hồ sơ trước 30/6/2027.", "2. Sở Nội vụ: theo dõi."
    )
    assert [task.lead for task in found] == [("Sở Y tế",), ("Sở Nội vụ",)]
