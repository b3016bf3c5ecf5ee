"""Names of columns as offices print them."""

import pytest

from knowledge.plan.columns import Role, role_of
from knowledge.plan.parts_taken import takes_parts
from knowledge.plan.settled_columns import columns_of
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

NAMES = {
    Role.STT: ["STT", "TT", "Số TT", "Số thứ tự", "No.", "Mã việc", "Mã số công việc", "Ký hiệu", "Số hiệu nhiệm vụ"],
    Role.OBJECTIVE: ["Mục tiêu", "Chỉ tiêu", "MỤC TIÊU, CHỈ TIÊU"],
    Role.TASK: [
        "Nhiệm vụ",
        "Nội dung công việc",
        "Tên nhiệm vụ",
        "Nhiệm vụ/hoạt động",
        "Nội dung, nhiệm vụ trọng tâm",
        "Giải pháp",
        "Việc cần làm",
        "Noi dung thuc hien",
        "Tên đề tài",
    ],
    Role.ACTIVITY: ["Hoạt động", "Hoạt động cụ thể", "Nội dung chi tiết"],
    Role.RESULT: [
        "Kết quả/Sản phẩm",
        "Sản phẩm đầu ra",
        "Kết quả dự kiến",
        "Kết quả thực hiện",
        "Sản phẩm hoàn thành",
        "Hồ sơ nộp",
    ],
    Role.LEAD: [
        "Cơ quan chủ trì",
        "Đơn vị thực hiện",
        "Người phụ trách",
        "Đơn vị chủ trì thực hiện nhiệm vụ",
        "Phòng, đơn vị chủ trì",
        "Bộ phận chịu trách nhiệm",
        "Đơn vị đầu mối",
        "Cơ quan chú trì",
        "Chủ nhiệm đề tài",
        "Lực lượng chủ công",
    ],
    Role.COORDINATE: [
        "Bộ phận Liên quan",
        "Cơ quan phối hợp",
        "Đơn vị phối hợp/thực hiện",
        "Cơ quan, đơn vị phối hợp",
        "Đơn vị tham gia",
        "Thành phần phối hợp",
        "Bộ phận liên quan",
        "Phòng, khoa có liên quan",
        "Khoa liên quan",
        "Cơ quan, địa phương liên quan",
    ],
    Role.TIME: [
        "Mốc",
        "Thời gian hoàn thành",
        "Thời hạn",
        "Tiến độ thực hiện",
        "Lộ trình",
        "Thời gian dự kiến",
        "Hoàn thành",
        "Hạn xong",
        "Ngày thực hiện",
    ],
    Role.BUDGET: ["Kinh phí", "Dự toán kinh phí", "Nguồn kinh phí", "Kinh phí thực hiện (triệu đồng)"],
    Role.OTHER: [
        "Mã đơn vị",
        "Ký hiệu văn bản",
        "Ghi chú",
        "Đơn vị tính",
        "Xếp loại",
        "Tồn tại, hạn chế",
        "Hiện trạng",
        "Văn bản liên quan",
    ],
    Role.PERSON: ["Lãnh đạo phụ trách", "Người đứng đầu chịu trách nhiệm"],
    Role.STATUS: ["Tình trạng", "Tình hình thực hiện", "Trạng thái"],
}


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, names in NAMES.items() for name in names])
def test_a_column_is_known_by_the_meaning_of_its_name(role: Role, name: str) -> None:
    assert role_of(name)[0] is role


def roles(*names: str) -> list[str]:
    return [column.role.value for column in columns_of(names)]


def test_a_second_column_of_tasks_is_that_of_activities() -> None:
    assert roles("TT", "Nhiệm vụ", "Giải pháp", "Chủ trì", "Thời gian") == ["stt", "task", "activity", "lead", "time"]


def test_activities_without_tasks_are_the_tasks() -> None:
    assert roles("TT", "Hoạt động", "Chủ trì") == ["stt", "task", "lead"]


def test_those_who_do_it_beside_those_who_chair_it_coordinate() -> None:
    assert roles("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Đơn vị thực hiện") == ["stt", "task", "lead", "coordinate"]


@pytest.mark.parametrize(
    "beside", ["Cơ quan tham mưu", "Đơn vị đầu mối", "Bộ phận chịu trách nhiệm", "Đơn vị thực hiện"]
)
def test_the_column_that_says_who_chairs_in_this_word_is_that_of_the_chair(beside: str) -> None:
    assert roles("TT", "Nhiệm vụ", beside, "Cơ quan chủ trì") == ["stt", "task", "coordinate", "lead"]
    assert roles("TT", "Nhiệm vụ", "Cơ quan chủ trì", beside) == ["stt", "task", "lead", "coordinate"]


def test_people_beside_offices_answer_for_the_row_and_do_not_chair_it() -> None:
    assert roles("TT", "Nhiệm vụ", "Người thực hiện", "Đơn vị thực hiện") == ["stt", "task", "person", "lead"]
    assert roles("TT", "Nhiệm vụ", "Người thực hiện", "Thời gian") == ["stt", "task", "lead", "time"]


@pytest.mark.parametrize("leader", ["Chủ nhiệm", "Chủ nhiệm đề tài", "Chủ nhiệm nhiệm vụ", "Họ tên chủ nhiệm"])
def test_who_leads_a_project_answers_for_it_beside_the_office_in_the_chair(leader: str) -> None:
    assert roles("TT", "Đề tài", leader, "Đơn vị chủ trì") == ["stt", "task", "person", "lead"]
    assert roles("TT", "Đề tài", "Đơn vị chủ trì", leader) == ["stt", "task", "lead", "person"]
    assert roles("TT", "Đề tài", leader, "Thời gian") == ["stt", "task", "lead", "time"]


@pytest.mark.parametrize(
    ("weak", "strong", "role"),
    [
        ("Nghiệm thu", "Thời gian thực hiện", "time"),
        ("Thời lượng", "Thời gian", "time"),
        ("Hoàn thành", "Thời hạn", "time"),
        ("Hồ sơ", "Sản phẩm", "result"),
        ("Hồ sơ lưu", "Kết quả", "result"),
        ("Hình thức", "Sản phẩm", "result"),
    ],
)
def test_a_name_that_says_it_alone_goes_before_one_that_says_it_only_if_nothing_else_does(
    weak: str, strong: str, role: str
) -> None:
    assert roles("TT", "Nhiệm vụ", "Chủ trì", weak, strong)[3:] == ["other", role]
    assert roles("TT", "Nhiệm vụ", "Chủ trì", strong, weak)[3:] == [role, "other"]


def test_a_blank_column_takes_the_deadline_from_no_other() -> None:
    header = "| TT | Nhiệm vụ | Chủ trì | Hoàn thành | Tiến độ |\n|---|---|---|---|---|\n"
    page = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}| 1 | Mua máy | Phòng A | 02/3/2027 | |\n"
    (task,) = understand(read_here(page.encode(), "a.md")).tasks

    assert task.deadline.text == "02/3/2027"


def test_columns_without_tasks_or_without_who_and_when_are_none_of_a_list_of_tasks() -> None:
    assert not roles("TT", "Họ tên", "Thời gian")
    assert not roles("TT", "Nhiệm vụ", "Kinh phí")


def test_a_column_of_aims_and_products_holds_products_where_no_other_does() -> None:
    assert roles("TT", "Nội dung", "Mục tiêu/Sản phẩm", "Chủ trì") == ["stt", "task", "result", "lead"]
    assert roles("TT", "Nội dung", "Mục tiêu, sản phẩm", "Kết quả") == ["stt", "task", "objective", "result"]


def test_the_cells_of_a_column_that_no_unit_names_are_not_looked_through() -> None:
    cells = iter(["x", "CT"])

    assert not takes_parts("Ghi chú", cells)
    assert not takes_parts("Sở Y tế", iter(["", "Lập danh sách", *["x"] * 3]))
    assert takes_parts("Sở Y tế", ["", "x", "PH"])
    assert list(cells) == ["x", "CT"]
