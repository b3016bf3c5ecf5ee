"""Forms for single tasks: tables that stand on their side."""

import pytest

from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

ONE = (
    "| Nhiệm vụ | Làm phim giới thiệu |\n|---|---|\n| Đơn vị chủ trì | Văn phòng |\n| Đơn vị phối hợp | Thanh tra |\n"
    "| Thời hạn hoàn thành: | 31/3/2027 |\n| Sản phẩm | 01 phim |\n"
)
OTHER = (
    "| Nhiệm vụ | Rà soát quỹ đất |\n| Đơn vị chủ trì | Phòng Quy hoạch |\n| Đơn vị phối hợp | |\n"
    "| Thời hạn hoàn thành: | Quý III/2027 |\n| Sản phẩm | Bản đồ |\n"
)
BESIDE = (
    "| Nhiệm vụ | Làm phim giới thiệu | Rà soát quỹ đất |\n|---|---|---|\n"
    "| Đơn vị chủ trì | Văn phòng | Phòng Quy hoạch |\n"
    "| Đơn vị phối hợp | Thanh tra | |\n| Thời hạn | 31/3/2027 | Quý III/2027 |\n| Sản phẩm | 01 phim | Bản đồ |\n"
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{ONE}\nPhiếu giao việc thứ hai\n\n{OTHER}", id="a form each"),
        pytest.param(ONE + OTHER, id="one form below the other in a table"),
        pytest.param(ONE + OTHER.replace("Thời hạn", "Thời Hạn"), id="a name that is spelled otherwise below"),
        pytest.param(BESIDE, id="a column each"),
    ],
)
def test_a_form_for_a_task_is_a_row(text: str) -> None:
    tasks = understand(read_text(text, "phieu.md")).tasks

    assert [(t.task, t.lead, t.coordinate, t.deadline.text, t.result) for t in tasks] == [
        ("Làm phim giới thiệu", ("Văn phòng",), ("Thanh tra",), "31/3/2027", "01 phim"),
        ("Rà soát quỹ đất", ("Phòng Quy hoạch",), (), "Quý III/2027", "Bản đồ"),
    ]


def test_a_form_is_cited_with_all_its_lines() -> None:
    tasks = understand(read_text(ONE + OTHER, "phieu.md")).tasks

    assert [task.place.lines for task in tasks] == [(1, 6), (7, 11)]


def test_a_name_that_a_form_has_twice_keeps_both_units() -> None:
    (task,) = understand(read_text(f"{ONE}| Đơn vị phối hợp | Sở Y tế |\n", "phieu.md")).tasks

    assert task.coordinate == ("Thanh tra", "Sở Y tế")


def test_a_table_of_facts_is_no_form() -> None:
    plan = understand(
        read_text("| Số hiệu | 7/KH-UBND |\n|---|---|\n| Nội dung | Họp |\n| Nơi gửi | Sở Y tế |\n", "a.md")
    )
    assert plan.tasks == ()


@pytest.mark.parametrize("between", ["", "\nPhiếu giao việc thứ hai\n\n"], ids=["in a table", "a form each"])
@pytest.mark.parametrize("counted", ["Nhiệm vụ {}", "Nhiệm vụ số {}:", "Công việc 0{}"])
def test_forms_that_are_counted_give_their_rows_the_number(counted: str, between: str) -> None:
    forms = (form.replace("Nhiệm vụ", counted.format(n)) for n, form in enumerate((ONE, OTHER), start=1))
    tasks = understand(read_text(between.join(forms), "phieu.md")).tasks

    assert [((t.stt or "").lstrip("0"), t.task) for t in tasks] == [
        ("1", "Làm phim giới thiệu"),
        ("2", "Rà soát quỹ đất"),
    ]


def test_a_product_that_is_counted_numbers_no_task() -> None:
    text = ONE.replace("| Sản phẩm |", "| Sản phẩm 1 |") + "| Sản phẩm 2 | 01 sách |\n"
    assert [task.stt for task in understand(read_text(text, "phieu.md")).tasks] == [""]
