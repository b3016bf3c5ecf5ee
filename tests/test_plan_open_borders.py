"""Rows whose units of two columns could be divided otherwise."""

import pytest

from knowledge.document import Paragraph
from knowledge.plan.columns import Role
from knowledge.plan.numbered_rows import NumberedRow
from knowledge.plan.numbering import Number, Style
from knowledge.plan.open_borders import open_borders

ROLES = [Role.TASK, Role.LEAD, Role.COORDINATE]


def row(lead: list[str], coordinate: list[str]) -> NumberedRow:
    lines = [Paragraph(line) for line in ("Rà soát hồ sơ", *lead, *coordinate)]
    return NumberedRow(Number("1", Style.ARABIC, 1), [lines], cells=[["Rà soát hồ sơ"], lead, coordinate])


@pytest.mark.parametrize(
    ("lead", "coordinate", "open_"),
    [
        (["Phòng Nội vụ", "Phòng Tư pháp"], ["Công an xã"], True),
        (["Phòng Nội vụ"], ["Phòng Tư pháp", "Công an xã"], True),
        (["Phòng Nội vụ;", "Phòng Tư pháp"], ["Công an xã"], False),
        (["Phòng Giải", "phóng mặt bằng"], ["Công an xã"], False),
        (["Phòng Kế", "hoạch - Đầu tư"], ["Công an xã,", "Đoàn xã"], False),
        (["Phòng Nội vụ"], [], False),
    ],
)
def test_a_line_that_begins_a_unit_behind_a_whole_one_may_begin_the_next_column(
    lead: list[str], coordinate: list[str], open_: bool
) -> None:
    assert bool(list(open_borders([row(lead, coordinate)], ROLES, frozenset()))) is open_


def test_a_cell_that_stands_in_several_rows_is_known_as_one() -> None:
    rows = [row(["Ủy ban Kiểm tra", "Đảng ủy"], ["Công an xã"])] * 2
    assert not list(open_borders(rows, ROLES, frozenset()))
