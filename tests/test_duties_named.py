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


CALLED = (
    "Phòng Dạy nghề - Việc làm", "Trung tâm Giới thiệu việc làm", "Trại Dưỡng lão người có công",
    "Nhân viên thiết bị", "Văn phòng", "Tổ Bếp",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        pytest.param("1. Phòng Dạy nghề - Việc làm là đầu mối theo dõi.", "Phòng Dạy nghề - Việc làm", id="like work"),
        pytest.param(
            "2. Trung tâm Giới thiệu việc làm mở lớp.", "Trung tâm Giới thiệu việc làm", id="before a verb that is rare"
        ),
        pytest.param(
            "3. Trại Dưỡng lão người có công sửa chữa, sắm sửa phòng ở.",
            "Trại Dưỡng lão người có công",
            id="before two verbs",
        ),
        pytest.param("4. Văn phòng Sở theo dõi, đôn đốc.", "Văn phòng Sở", id="no beginning of a longer name"),
        pytest.param("5. Tổ Bếp, Văn phòng chuẩn bị bữa ăn.", "Tổ Bếp, Văn phòng", id="several"),
        pytest.param("6. Tổ Bếp xã tổ chức bữa ăn.", "Tổ Bếp xã", id="more of a name: its level"),
        pytest.param("7. Tổ Bếp liên quan cử người tham gia.", "Tổ Bếp liên quan", id="more of a name: others"),
    ],
)
def test_a_name_ends_where_rows_end_it(text: str, lead: str) -> None:
    (duty, *_) = duties([Passage(text, ORGANISED)], Heading(years=(2027,)), CALLED)
    assert duty.lead_raw == lead


def test_a_heading_is_who_does_it_where_rows_call_somebody_so() -> None:
    section = (*ORGANISED, "5. Nhân viên thiết bị")
    (duty,) = duties([Passage("Kiểm kê phòng thí nghiệm mỗi học kỳ.", section)], Heading(years=(2027,)), CALLED)
    assert duty.lead == ("Nhân viên thiết bị",)
