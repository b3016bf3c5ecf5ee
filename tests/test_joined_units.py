"""A name of a PDF that may be two units is told where the plan lists units one a line, and nowhere else."""

import pytest
from builders import a_task

from knowledge.model import Place
from knowledge.plan.joined_units import joined_units

PAGE = Place(page=1)
LISTING = a_task(lead=("Văn phòng Sở", "Thanh tra Sở"), lead_raw="Văn phòng Sở Thanh tra Sở", place=PAGE)
MARKED = a_task(lead=("Văn phòng Sở", "Thanh tra Sở"), lead_raw="Văn phòng Sở; Thanh tra Sở", place=PAGE)


@pytest.mark.parametrize(
    ("unit", "pair"),
    [
        ("Trung tâm Chuyển đổi số Đoàn Thanh niên", ("Trung tâm Chuyển đổi số", "Đoàn Thanh niên")),
        ("Phòng Kế hoạch - Tài chính Đoàn Thanh niên", ("Phòng Kế hoạch - Tài chính", "Đoàn Thanh niên")),
        ("Công an tỉnh Sở Tư pháp", ("Công an tỉnh", "Sở Tư pháp")),
    ],
)
def test_two_names_on_one_line_are_told_where_units_stand_one_a_line(unit: str, pair: tuple[str, str]) -> None:
    tasks = (LISTING, a_task(lead=(unit,), lead_raw=unit, place=PAGE))
    assert [doubt.message for doubt in joined_units(tasks)] == [
        f"Dòng 1: “{unit}” có thể là hai đơn vị “{pair[0]}” và “{pair[1]}”, cần đối chiếu bản gốc"
    ]


@pytest.mark.parametrize("unit", ["Văn phòng UBND tỉnh", "Trung tâm Chuyển đổi số", "Phòng Kế hoạch - Tài chính"])
def test_one_name_is_not_told_as_two(unit: str) -> None:
    assert list(joined_units((LISTING, a_task(lead=(unit,), lead_raw=unit, place=PAGE)))) == []


@pytest.mark.parametrize("other", [MARKED, a_task(lead=("Văn phòng Sở",), lead_raw="Văn phòng Sở", place=PAGE)])
def test_where_no_cell_lists_units_so_nothing_is_told(other: object) -> None:
    unit = "Công an tỉnh Sở Tư pháp"
    assert list(joined_units((other, a_task(lead=(unit,), lead_raw=unit, place=PAGE)))) == []  # type: ignore[arg-type]
