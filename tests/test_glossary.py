"""Abbreviations that invented plans explain."""

import pytest

from knowledge.plan.glossary import glossary

EXPLAINED = [
    ("Rà soát thủ tục hành chính (TTHC) nội bộ.", [("TTHC", "thủ tục hành chính")]),
    ("Sở Giáo dục và Đào tạo (GDĐT) chủ trì.", [("GDĐT", "Giáo dục và Đào tạo")]),
    ("Sở Giáo dục và Đào tạo (GD&ĐT) chủ trì.", [("GD&ĐT", "Giáo dục và Đào tạo")]),
    ("Theo Ủy ban nhân dân (UBND) tỉnh, cải cách hành chính (CCHC) là trọng tâm.",
     [("UBND", "Ủy ban nhân dân"), ("CCHC", "cải cách hành chính")]),
    ("Ban Chỉ đạo chuyển đổi số tỉnh An Bình (sau đây gọi tắt là Ban Chỉ đạo) họp hằng quý.",
     [("Ban Chỉ đạo", "Ban Chỉ đạo chuyển đổi số tỉnh An Bình")]),
    ("Chỉ số hài lòng về sự phục vụ hành chính (viết tắt là SIPAS) tăng.",
     [("SIPAS", "Chỉ số hài lòng về sự phục vụ hành chính")]),
    ("Ban Quản lý dự án chuyển đổi số (sau đây viết tắt là BQLDA CĐS) chủ trì.",
     [("BQLDA CĐS", "Ban Quản lý dự án chuyển đổi số")]),
    ("Trung tâm Phục vụ hành chính công, sau đây gọi là TTPVHCC, chủ trì.",
     [("TTPVHCC", "Trung tâm Phục vụ hành chính công")]),
    ("hệ thống quản lý văn bản và điều hành (sau đây gọi là QLVBĐH).", [("QLVBĐH", "quản lý văn bản và điều hành")]),
    ("Các đơn vị được viết tắt như sau: Đoàn Thanh niên phường (ĐTN), Hội Cựu chiến binh phường (CCB).",
     [("ĐTN", "Đoàn Thanh niên phường"), ("CCB", "Hội Cựu chiến binh phường")]),
    ("Ghi chú: X: chủ trì; VP: Văn phòng xã; KT: Phòng Kinh tế.", [("VP", "Văn phòng xã"), ("KT", "Phòng Kinh tế")]),
    ("CHỦ TRÌ: Văn phòng xã; ĐV: Phòng Kinh tế.", []),
    ("Kế hoạch số 12/KH-UBND (sau đây gọi là Kế hoạch) được sửa đổi.", []),
    ("Sửa đổi, bổ sung (nếu có) theo mẫu (PL1).", []),
    ("Báo cáo cấp trên (qua Sở Nội vụ).", []),
    ("Hoàn thành trong năm (2027).", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXPLAINED, ids=[text for text, _ in EXPLAINED])
def test_an_abbreviation_has_the_words_that_explain_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(glossary([text])) == expected


def test_the_first_explanation_counts() -> None:
    texts = ["cải cách hành chính (CCHC)", "Công chức hành chính (CCHC)"]
    assert glossary(texts) == (("CCHC", "cải cách hành chính"),)
