"""Whom a sentence of running text names beside the unit that it charges."""

import pytest

from knowledge.model import Heading, Passage
from knowledge.plan.duties import duties
from knowledge.plan.duty_units import helpers_in

SECTION = ("II. NHIỆM VỤ", "1. Phòng Kinh tế")


HELPERS = [
    ("- Trồng cây, phối hợp với các tổ dân phố (19/5/2027).", ("các tổ dân phố",)),
    (
        "- Kiểm tra hồ chứa, phối hợp với Xí nghiệp Thủy nông và các ấp ven kênh.",
        ("Xí nghiệp Thủy nông", "các ấp ven kênh"),
    ),
    ("- Ký quy chế phối hợp với các xã giáp ranh.", ()),
]


@pytest.mark.parametrize(("text", "helpers"), HELPERS, ids=[text for text, _ in HELPERS])
def test_whoever_ends_a_duty_helps_with_it(text: str, helpers: tuple[str, ...]) -> None:
    (task,) = duties([Passage(text, SECTION)], Heading(years=(2027,)))
    assert task.coordinate == helpers


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("phối hợp với Trung tâm Kiểm nghiệm tỉnh lấy 150 mẫu giám sát", "Trung tâm Kiểm nghiệm tỉnh"),
        ("Phối hợp với Báo Giáo dục đăng 12 bài (tháng 5)", "Báo Giáo dục"),
        ("Phối hợp với Trường Mầm non 19 tháng 5 (quý I)", "Trường Mầm non 19 tháng 5"),
        ("phối hợp với Đội Quản lý thị trường số 2 kiểm tra chợ", "Đội Quản lý thị trường số 2"),
        ("Ký quy chế phối hợp với các xã giáp ranh", None),
    ],
)
def test_what_is_counted_behind_a_name_is_no_part_of_it(sentence: str, named: str | None) -> None:
    assert helpers_in(sentence, frozenset()) == named
