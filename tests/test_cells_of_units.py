"""What a cell of units says besides units: labels on one line, remarks, brackets. None of it becomes or cuts a unit."""

import pytest

from knowledge.model import Task
from knowledge.plan.labels import labels_in
from knowledge.plan.remarks import remarks_in
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

HEAD = "| TT | Công việc | Phân công | Thời gian |\n|---|---|---|---|\n"


def the_task(cell: str) -> Task:
    data = f"{HEAD}| 1 | Lập bảng kê | {cell} | Quý I/2027 |\n".encode()
    (task,) = understand(read_here(data, "a.md")).tasks
    return task


@pytest.mark.parametrize(
    ("cell", "lead", "coordinate"),
    [
        (
            "Chủ trì: Văn phòng Sở Phối hợp: Phòng Tài chính, Thanh tra Sở",
            ("Văn phòng Sở",),
            ("Phòng Tài chính", "Thanh tra Sở"),
        ),
        (
            "Chủ trì: Phòng Kế hoạch - Tài chính Phối hợp: Văn phòng Sở",
            ("Phòng Kế hoạch - Tài chính",),
            ("Văn phòng Sở",),
        ),
        ("Văn phòng Sở; Đơn vị phối hợp: Thanh tra Sở", ("Văn phòng Sở",), ("Thanh tra Sở",)),
        (
            "Chủ trì: Văn phòng Sở<br>Thanh tra Sở<br>Phối hợp: Đoàn Thanh niên",
            ("Văn phòng Sở", "Thanh tra Sở"),
            ("Đoàn Thanh niên",),
        ),
        ("Thực hiện: Văn phòng Sở. Thanh tra Sở", ("Văn phòng Sở", "Thanh tra Sở"), ()),
        ("Phòng Chủ trì: Tổ 1; Phòng Phối hợp: Tổ 2", ("Tổ 1",), ("Tổ 2",)),
        ("Chủ trì: Văn phòng Sở Hỗ trợ: Thanh tra Sở", ("Văn phòng Sở",), ("Thanh tra Sở",)),
    ],
)  # fmt: skip
def test_labels_in_a_cell_of_units_part_it_wherever_they_stand(
    cell: str, lead: tuple[str, ...], coordinate: tuple[str, ...]
) -> None:
    task = the_task(cell)
    assert (task.lead, task.coordinate, task.note) == (lead, coordinate, None)


@pytest.mark.parametrize(
    ("cell", "lead", "coordinate"),
    [
        ("Chủ trì: bà Mai (Phòng A)<br>Thực hiện: Phòng B", ("bà Mai (Phòng A)",), ("Phòng B",)),
        ("Thực hiện: Phòng B; Đơn vị chủ trì: Phòng A", ("Phòng A",), ("Phòng B",)),
        ("Chủ trì: Phòng A; Tham mưu: Phòng B; Phối hợp: Phòng C", ("Phòng A",), ("Phòng B", "Phòng C")),
        ("Phụ trách: Phòng A; Thực hiện: Phòng B", ("Phòng A", "Phòng B"), ()),
    ],
)
def test_whoever_does_it_beside_those_who_chair_it_does_not_chair_it(
    cell: str, lead: tuple[str, ...], coordinate: tuple[str, ...]
) -> None:
    assert (the_task(cell).lead, the_task(cell).coordinate) == (lead, coordinate)

    page = f"| TT | Công việc | Thời gian |\n|---|---|---|\n| 1 | Lập bảng kê<br>{cell} | Quý I/2027 |\n"
    (task,) = understand(read_here(page.encode(), "a.md")).tasks
    assert (task.task, task.lead, task.coordinate) == ("Lập bảng kê", lead, coordinate)


@pytest.mark.parametrize(
    ("cell", "lead", "coordinate"),
    [
        ("Phòng A chủ trì; Phòng B phối hợp", ("Phòng A",), ("Phòng B",)),
        (
            "Văn phòng Sở chủ trì, phối hợp với các phòng, Thanh tra Sở",
            ("Văn phòng Sở",),
            ("các phòng", "Thanh tra Sở"),
        ),
        ("- Giao Phòng A chủ trì<br>- Phối hợp với UBND các xã", ("Phòng A",), ("UBND các xã",)),
        ("Chủ trì Phòng A<br>Phối hợp Phòng B", ("Phòng A",), ("Phòng B",)),
        ("Giao cho Phòng A chủ trì, các xã phối hợp", ("Phòng A",), ("các xã",)),
        ("Phòng A, Phòng B đồng chủ trì", ("Phòng A", "Phòng B"), ()),
        ("Phòng A phối hợp với Phòng B và Công đoàn", ("Phòng A",), ("Phòng B", "Công đoàn")),
        ("Phòng A chủ trì; Phòng C", ("Phòng A",), ("Phòng C",)),
        ("Văn phòng Sở chủ<br>trì, phối hợp với Phòng<br>B", ("Văn phòng Sở",), ("Phòng B",)),
        ("Phòng A chủ trì<br>các xã phối hợp", ("Phòng A",), ("các xã",)),
        ("Hội Phụ nữ xã chủ trì cùng Đoàn Thanh niên", ("Hội Phụ nữ xã",), ("Đoàn Thanh niên",)),
        ("Phòng A (Chủ trì)<br>Phòng B (Phối hợp thực hiện)", ("Phòng A",), ("Phòng B",)),
        ("Phòng A chủ trì; Phòng B chủ trì nội dung 2", ("Phòng A", "Phòng B chủ trì nội dung 2"), ()),
        (
            "Phòng A chủ trì, các xã phối hợp; Phòng B chủ trì vế hai",
            ("Phòng A", "Phòng B chủ trì vế hai"),
            ("các xã",),
        ),
        ("Chủ trì: Phòng A; phối hợp Phòng B, Phòng C", ("Phòng A",), ("Phòng B", "Phòng C")),
        ("Phòng A; phối hợp với Phòng B", ("Phòng A",), ("Phòng B",)),
        ("Chủ trì: Phòng A<br>- Phối hợp với Phòng B", ("Phòng A",), ("Phòng B",)),
        ("Trung tâm Điều phối, phối hợp vùng", ("Trung tâm Điều phối, phối hợp vùng",), ()),
        ("Tổ phối hợp liên ngành; Phòng B", ("Tổ phối hợp liên ngành", "Phòng B"), ()),
        ("Phòng B phối hợp", ("Phòng B phối hợp",), ()),
    ],
)
def test_who_chairs_and_who_helps_is_read_in_running_words_too(
    cell: str, lead: tuple[str, ...], coordinate: tuple[str, ...]
) -> None:
    assert (the_task(cell).lead, the_task(cell).coordinate) == (lead, coordinate)


@pytest.mark.parametrize("name", ["Thực hiện", "Tham mưu", "Đơn vị thực hiện", "Phụ trách"])
def test_whoever_does_it_in_a_column_of_those_who_help_does_not_chair_it(name: str) -> None:
    header = "| TT | Công việc | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n"
    page = f"{header}| 1 | Sửa đê | Phòng A | {name}: Phòng C; Chủ trì: Phòng B | Quý I/2027 |\n"
    (task,) = understand(read_here(page.encode(), "a.md")).tasks
    assert (task.lead, task.coordinate) == (("Phòng A", "Phòng B"), ("Phòng C",))


@pytest.mark.parametrize(
    ("cell", "more", "lead", "coordinate"),
    [
        ("Phòng A (chủ trì), Phòng B", "xã X", ("Phòng A",), ("Phòng B", "xã X")),
        ("Phòng A phối hợp với Phòng B", "xã X", ("Phòng A",), ("Phòng B", "xã X")),
        ("Phòng A", "Chủ trì: không", ("Phòng A",), ()),
    ],
)
def test_no_name_goes_on_from_one_cell_to_the_next(
    cell: str, more: str, lead: tuple[str, ...], coordinate: tuple[str, ...]
) -> None:
    header = "| TT | Công việc | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n"
    (task,) = understand(read_here(f"{header}| 1 | Sửa đê | {cell} | {more} | Quý I/2027 |\n".encode(), "a.md")).tasks
    assert (task.lead, task.coordinate) == (lead, coordinate)


def test_columns_told_by_spaces_keep_the_units_behind_their_labels() -> None:
    text = """STT   Nhiệm vụ                Phân công                          Thời hạn
1     Mua máy                 Chủ trì: Văn phòng Sở              Quý I/2027
                              Phối hợp: Phòng Tài chính,
                              Thanh tra Sở
2     Sửa nhà                 Chủ trì: Phòng Kế hoạch -          Quý II/2027
                              Tài chính
                              Phối hợp: Văn phòng
                              Sở
"""
    assert [(t.lead, t.coordinate) for t in understand(read_here(text.encode(), "a.txt")).tasks] == [
        (("Văn phòng Sở",), ("Phòng Tài chính", "Thanh tra Sở")),
        (("Phòng Kế hoạch - Tài chính",), ("Văn phòng Sở",)),
    ]


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("Văn phòng Sở<br>Lưu ý: làm sau Tết", "Lưu ý: làm sau Tết"),
        ("Văn phòng Sở. Lưu ý: làm sau Tết", "Lưu ý: làm sau Tết"),
        ("Văn phòng Sở. Thời gian: buổi sáng", "Thời gian: buổi sáng"),
        ("Văn phòng Sở<br>Báo cáo kết quả trước ngày 15 hằng tháng", "Báo cáo kết quả trước ngày 15 hằng tháng"),
        ("Văn phòng Sở; phối hợp với các xã rà soát trước 5/5", "phối hợp với các xã rà soát trước 5/5"),
        ("Văn phòng Sở; phối hợp cùng bảo vệ khi cần", "phối hợp cùng bảo vệ khi cần"),
        ("Văn phòng Sở (có kế hoạch riêng)", "có kế hoạch riêng"),
        ("Văn phòng Sở<br>Thời gian: buổi sáng", "Thời gian: buổi sáng"),
    ],
)
def test_what_is_said_below_a_unit_is_a_note(cell: str, note: str) -> None:
    task = the_task(cell)
    assert (task.lead, task.note) == (("Văn phòng Sở",), note)


@pytest.mark.parametrize(
    "unit",
    [
        "Tổ chức",
        "Quản lý đô thị",
        "Cựu học sinh",
        "Bưu điện tỉnh",
        "Các tổ: Toán, Lý",
        "Kiểm tra",
        "ông Lý Sanh",
        "K15",
        "bảo vệ cơ quan",
        "quản lý thị trường",
        "tuyên truyền viên xã",
        "tổ chức chính trị - xã hội",
        "kiểm soát bệnh tật",
        "hướng dẫn viên du lịch",
        "tham gia của các xã",
        "phối hợp với Sở Y tế",
    ],
)
def test_names_of_units_that_begin_as_verbs_do_are_no_remarks(unit: str) -> None:
    assert not remarks_in([unit])
    assert not remarks_in(["Văn phòng Sở", unit])


@pytest.mark.parametrize("cell", ["phối hợp với Sở Y tế", "kiểm tra trước 5/5/2027", "hỗ trợ khi cần"])
def test_the_only_thing_that_a_cell_of_units_says_is_not_lost(cell: str) -> None:
    assert (the_task(cell).lead or the_task(cell).coordinate, the_task(cell).note) == ((cell,), None)


@pytest.mark.parametrize(
    "unit",
    ["Các phòng (Được phân công)", "Văn phòng Sở (Hà Nội)", "Văn phòng Sở (Phòng Kế toán)", "Văn phòng Sở (PC05)"],
)
def test_names_in_brackets_stay_with_their_unit(unit: str) -> None:
    assert the_task(unit).note is None


@pytest.mark.parametrize("cell", ["TS. Nguyễn Văn An: chủ nhiệm", "ThS. Mai: thư ký", "KS. Tú: giám sát"])
def test_a_point_behind_a_short_form_begins_no_note(cell: str) -> None:
    assert (the_task(cell).lead, the_task(cell).note) == ((cell,), None)


def test_a_unit_that_ends_as_a_label_keeps_its_whole_name() -> None:
    task = the_task("Bộ phận Tiếp nhận và Trả kết quả: bà Hoa")
    assert (task.lead, task.result, task.note) == (("Bộ phận Tiếp nhận và Trả kết quả",), None, "bà Hoa")


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Hỗ trợ: Tổ 1",
        "Ban Liên quan: Tổ 1",
        "Phòng Tham mưu; Phòng Hỗ trợ: ghi chép",
        "Văn phòng Sở và Trung tâm Hỗ trợ: 2 người",
        "Kiểm tra Phòng Hỗ trợ: Tổ 1",
        "Thuê xe của Ban Thực hiện: 2 chiếc",
    ],
)
def test_a_unit_that_is_called_as_a_label_is_none(text: str) -> None:
    assert labels_in(text).labels == ()
