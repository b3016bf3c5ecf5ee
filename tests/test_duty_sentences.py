"""The sentences of a passage: which of them frame a plan and tell nothing."""

import pytest

from knowledge.plan.duty_sentences import only_frames


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("Trên đây là Kế hoạch cải cách hành chính năm 2027 của Sở Y tế./.", True),
        ("Trên đây là Kế hoạch phòng, chống thiên tai, yêu cầu các đơn vị nghiêm túc thực hiện./.", True),
        ("Trên đây là Kế hoạch năm 2027. Đề nghị các phòng, đơn vị nghiêm túc triển khai thực hiện.", True),
        ("Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.", True),
        ("Sở Y tế ban hành Kế hoạch tiêm chủng năm 2027 như sau:", True),
        ("Trên đây là Kế hoạch năm 2027; có khó khăn báo cáo về Phòng Kế hoạch để tổng hợp.", False),
        ("Trên đây là Kế hoạch năm 2027, giao Văn phòng theo dõi, đôn đốc việc thực hiện./.", False),
        ("Trên đây là các chỉ tiêu giao cho các phòng.", False),
        ("Yêu cầu các trạm gửi danh sách trước ngày 20.", False),
        ("Thực hiện Kế hoạch số 31/KH-SYT, Trung tâm xây dựng Kế hoạch như sau:", False),
        ("Kế hoạch đề ra 6 nội dung như sau:", False),
    ],
)
def test_what_only_opens_or_closes_a_plan_is_known(text: str, *, frames: bool) -> None:
    assert only_frames(text) is frames
