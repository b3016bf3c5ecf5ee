"""Abbreviations that invented plans explain."""

import pytest

from knowledge.plan.glossary import glossary, in_full
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

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
    ("Ghi chú: C - chủ trì; VP - Văn phòng HĐND và UBND; VHXH - Phòng Văn hóa - Xã hội; MT - Ủy ban MTTQ Việt Nam xã.",
     [("VP", "Văn phòng HĐND và UBND"), ("VHXH", "Phòng Văn hóa - Xã hội"), ("MT", "Ủy ban MTTQ Việt Nam xã")]),
    ("Viết tắt: VP: Văn phòng; THS: Tòa Hình sự; CĐ: Công đoàn cơ sở; CT: chủ trì; PCA: Phó Chánh án.",
     [("VP", "Văn phòng"), ("THS", "Tòa Hình sự"), ("CĐ", "Công đoàn cơ sở"), ("PCA", "Phó Chánh án")]),
    ("(KT là Phòng Kinh tế, P.VH là Phòng Văn hóa và CA là Công an phường)",
     [("KT", "Phòng Kinh tế"), ("P.VH", "Phòng Văn hóa"), ("CA", "Công an phường")]),
    ("TCKT = Tổ Tài chính, kế toán; GVCN = Giáo viên chủ nhiệm; BGH = Ban Giám hiệu",
     [("TCKT", "Tổ Tài chính, kế toán"), ("GVCN", "Giáo viên chủ nhiệm"), ("BGH", "Ban Giám hiệu")]),
    ("Hội nghị giao ban UBND - Ban Chỉ huy Quân sự, ĐTN - Hội Phụ nữ.", []),
    ("CT: Chi cục Thuế; PH: Phòng Hành chính.", []),
    ("CHỦ TRÌ: Văn phòng xã; ĐV: Phòng Kinh tế.", []),
    ("Kế hoạch số 12/KH-UBND (sau đây gọi là Kế hoạch) được sửa đổi.", []),
    ("Sửa đổi, bổ sung (nếu có) theo mẫu (PL1).", []),
    ("Báo cáo cấp trên (qua Sở Nội vụ).", []),
    ("Hoàn thành trong năm (2027).", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXPLAINED, ids=[text for text, _ in EXPLAINED])
def test_an_abbreviation_has_the_words_that_explain_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(glossary([text])) == expected


def test_a_legend_may_have_one_line_for_each_short_form() -> None:
    texts = ["Chữ viết tắt:", "- HCQT: Phòng Hành chính", "- KT: Phòng Kinh tế", "- CA: Công an xã", "Nơi nhận:"]
    told = (("HCQT", "Phòng Hành chính"), ("KT", "Phòng Kinh tế"), ("CA", "Công an xã"))
    assert glossary(texts) == told


def test_the_first_explanation_counts() -> None:
    texts = ["cải cách hành chính (CCHC)", "Công chức hành chính (CCHC)"]
    assert glossary(texts) == (("CCHC", "cải cách hành chính"),)


LEGEND = {"VP": "Văn phòng", "THS": "Tòa Hình sự", "KT&HT": "Phòng Kinh tế và Hạ tầng"}


@pytest.mark.parametrize(
    ("cell", "full"),
    [
        ("THS, VP", "Tòa Hình sự;\nVăn phòng"),
        ("THS/VP", "Tòa Hình sự;\nVăn phòng"),
        ("KT&HT", "Phòng Kinh tế và Hạ tầng"),
        ("VP (thường trực) và Hội Nông dân", "Văn phòng (thường trực);\nHội Nông dân"),
        ("Phòng Văn hóa, Thể thao; VP", "Phòng Văn hóa, Thể thao;\nVăn phòng"),
        ("Công an, Quân sự", "Công an, Quân sự"),
        ("VP Đảng ủy", "VP Đảng ủy"),
        ("", ""),
    ],
)
def test_a_unit_in_short_is_told_as_the_legend_explains_it(cell: str, full: str) -> None:
    assert in_full(cell, LEGEND) == full


@pytest.mark.parametrize(
    "legend",
    [
        "Ghi chú: KT: Phòng Kinh tế; CA: Công an xã.",
        "- KT: Phòng Kinh tế\n- CA: Công an xã",
        "KT = Phòng Kinh tế, CA = Công an xã",
        "Viết tắt | Tên cơ quan\nKT | Phòng Kinh tế\nCA | Công an xã",
        "Các đơn vị được viết tắt như sau: Phòng Kinh tế (KT), Công an xã (CA).",
    ],
)
def test_the_units_of_rows_are_those_of_the_legend(legend: str) -> None:
    rows = (
        "TT | Việc | Chủ trì | Phối hợp | Hạn\n1 | Rà soát | KT | CA, Hội Nông dân | 5/5/2027\n2 | Vá | CA | - | Quý I"
    )
    text = f"KẾ HOẠCH\nCông tác năm 2027\n\nI. NHIỆM VỤ\n{rows}\n\n{legend}\n\nII. KINH PHÍ\nTự lo."
    tasks = understand(read_here(text.replace(" | ", "\t").encode(), "a.txt")).tasks
    told = [(task.lead, task.coordinate) for task in tasks if task.kind.value == "table"]
    assert told == [(("Phòng Kinh tế",), ("Công an xã", "Hội Nông dân")), (("Công an xã",), ())]
