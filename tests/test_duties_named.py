"""Duties whose unit is named before a colon, as the rows of the plan call it."""

import pytest

from knowledge.model import Heading, Passage
from knowledge.plan.duties import duties

ORGANISED = ("IV. TỔ CHỨC THỰC HIỆN",)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "1. Phòng Thu và Phát triển người tham gia: chốt số liệu hằng tháng.",
            "Phòng Thu và Phát triển người tham gia",
        ),
        ("8. BHXH cơ sở: báo cáo kết quả về tỉnh.", "BHXH cơ sở"),
        ("2. Phòng Kiểm tra phối hợp: Phòng Thu lập danh sách.", "Phòng Kiểm tra"),
    ],
)
def test_a_name_before_a_colon_is_whole_where_rows_have_it(text: str, lead: str) -> None:
    called = ("Phòng Thu và Phát triển người tham gia", "BHXH cơ sở", "Phòng Kiểm tra", "Phòng Thu")
    (duty, *_) = duties([Passage(text, ORGANISED)], Heading(years=(2027,)), called)
    assert duty.lead == (lead,)
