"""Percentage targets in sentences of invented plans."""

import pytest

from knowledge.model import Passage, Place, Target
from knowledge.plan.targets import targets

INDICATORS = [
    ("- 100% văn bản được ký số.", [("100% văn bản được ký số", "100%")]),
    (
        "- Tỷ lệ hồ sơ đúng hạn đạt 97,5%, mức độ hài lòng của người dân đạt tối thiểu 92%.",
        [("Tỷ lệ hồ sơ đúng hạn đạt 97,5%", "97,5%"), ("mức độ hài lòng của người dân đạt tối thiểu 92%", "92%")],
    ),
    (
        "- 90% các xã có điểm tập kết; 100% trạm y tế được cải tạo.",
        [("90% các xã có điểm tập kết", "90%"), ("100% trạm y tế được cải tạo", "100%")],
    ),
    (
        "- 80% hồ sơ được số hóa. Tỷ lệ thanh toán trực tuyến đạt 40%.",
        [("80% hồ sơ được số hóa", "80%"), ("Tỷ lệ thanh toán trực tuyến đạt 40%", "40%")],
    ),
    (
        "- 100% kiểm lâm viên, tối thiểu 85% nhân viên bảo vệ rừng được tập huấn.",
        [("100% kiểm lâm viên, tối thiểu 85% nhân viên bảo vệ rừng được tập huấn", "100% 85%")],
    ),
    (
        "- 60% hồ sơ được nộp trực tuyến; trong đó, tỷ lệ thanh toán trực tuyến đạt 30%.",
        [("60% hồ sơ được nộp trực tuyến", "60%"), ("tỷ lệ thanh toán trực tuyến đạt 30%", "30%")],
    ),
    (
        "- Lát vỉa hè đạt tối thiểu 30%; đưa vào sử dụng hai bến xe.",
        [("Lát vỉa hè đạt tối thiểu 30%", "30%")],
    ),
    (
        "- Tiếp tục hoàn thiện quy trình nội bộ của các phòng chuyên môn, 100% quy trình được công khai.",
        [("100% quy trình được công khai", "100%")],
    ),
    (
        "- Giải quyết hồ sơ đúng hạn đạt 99%, nhằm nâng cao mức độ hài lòng.",
        [("Giải quyết hồ sơ đúng hạn đạt 99%", "99%")],
    ),
    (
        "- Bảo đảm thực hiện việc số hóa 70% hồ sơ tại cấp tỉnh, 40% hồ sơ tại cấp huyện, 35% ở cấp xã.",
        [
            (
                "Bảo đảm thực hiện việc số hóa 70% hồ sơ tại cấp tỉnh, 40% hồ sơ tại cấp huyện, 35% ở cấp xã",
                "70% 40% 35%",
            )
        ],
    ),
    ("- Phấn đấu giảm 30 - 40% chi phí tuân thủ.", [("Phấn đấu giảm 30 - 40% chi phí tuân thủ", "30-40%")]),
    ("- Hệ thống họp trực tuyến đạt: 100%.", [("Hệ thống họp trực tuyến đạt: 100%", "100%")]),
    (
        "- Thực hiện phân cấp theo quy định; đạt mục tiêu trên 20% thủ tục.",
        [("Thực hiện phân cấp theo quy định; đạt mục tiêu trên 20% thủ tục", "20%")],
    ),
    (
        "- 100% hồ sơ (trừ hồ sơ mật, khoảng 5% tổng số) được xử lý trên mạng.",
        [("100% hồ sơ (trừ hồ sơ mật, khoảng 5% tổng số) được xử lý trên mạng", "100% 5%")],
    ),
    ("- Nâng cao chất lượng phục vụ người dân.", []),
    ("- Thông tư số 12/2026/TT-BTC quy định mức 50 nghìn đồng.", []),
]


@pytest.mark.parametrize(("text", "expected"), INDICATORS, ids=[text for text, _ in INDICATORS])
def test_each_indicator_is_a_target_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.text, " ".join(t.values)) for t in targets([Passage(text)])] == expected


def test_a_target_keeps_its_section_and_place() -> None:
    place = Place(lines=(3, 4))
    assert targets([Passage("- 100% văn bản được ký số.", ("I. MỤC TIÊU",), place)]) == (
        Target("100% văn bản được ký số", ("100%",), ("I. MỤC TIÊU",), place),
    )
