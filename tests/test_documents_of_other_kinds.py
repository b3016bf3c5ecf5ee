"""Decisions that issue a plan, notices, telegrams and letters have their head and foot as well."""

import pytest
from test_outline import a_text

from knowledge.model import Signer
from knowledge.plan.metadata import heading

APPROVING = """
THỦ TƯỚNG CHÍNH PHỦ
Số: 77/QĐ-TTg
Hà Nội, ngày 02 tháng 12 năm 2025
QUYẾT ĐỊNH
PHÊ DUYỆT CHƯƠNG TRÌNH PHÁT TRIỂN LÀNG NGHỀ ĐẾN NĂM 2030
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Chương trình phát triển làng nghề đến năm 2030.
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Trần Văn Thành
"""
NOTICE = """
VĂN PHÒNG CHÍNH PHỦ
Số:     /TB-VPCP
Hà Nội, ngày     tháng 5 năm 2026
THÔNG BÁO
KẾT LUẬN PHIÊN HỌP CỦA BAN CHỈ ĐẠO VỀ LÀNG NGHỀ SỐ 05/LN
1. Bộ Tài chính hoàn thiện dự thảo trước ngày 30 tháng 6 năm 2026.
KT. BỘ TRƯỞNG, CHỦ NHIỆM
PHÓ CHỦ NHIỆM
Mai Quốc Bình
"""
TELEGRAM = """
ỦY BAN NHÂN DÂN
TỈNH AN BÌNH
Số: 06/CĐ-UBND
An Bình, ngày 09 tháng 9 năm 2026
CÔNG ĐIỆN
Về việc ứng phó bão số 3
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:
- Giám đốc các sở, ban, ngành tỉnh.
1. Sở Y tế kiểm tra cơ sở trước ngày 12/9/2026.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Ngô Thị Thu
"""
LETTER = """
UBND TỈNH AN BÌNH
SỞ NỘI VỤ
Số: 812/SNV-CCHC
V/v giao nhiệm vụ quý II/2026
An Bình, ngày 28 tháng 3 năm 2026
Kính gửi: Các phòng, đơn vị thuộc Sở.
1. Phòng Cải cách hành chính tham mưu báo cáo quý II.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Bùi Thanh Hà
"""
OTHER_KINDS = {
    "decision that approves": (
        APPROVING,
        ("Thủ tướng Chính phủ", "Chương trình phát triển làng nghề đến năm 2030", (2025, 2026, 2027, 2028, 2029, 2030)),
        Signer("Trần Văn Thành", "Phó Thủ tướng"),
    ),
    "notice of a conclusion": (
        NOTICE,
        ("Văn phòng Chính phủ", "Thông báo Kết luận phiên họp của Ban Chỉ đạo về làng nghề số 05/LN", (2026,)),
        Signer("Mai Quốc Bình", "Phó Chủ nhiệm"),
    ),
    "telegram": (
        TELEGRAM,
        ("UBND tỉnh An Bình", "Công điện Về việc ứng phó bão số 3", (2026,)),
        Signer("Ngô Thị Thu", "Phó Chủ tịch"),
    ),
    "official letter": (
        LETTER,
        ("Sở Nội vụ tỉnh An Bình", "V/v giao nhiệm vụ quý II/2026", (2026,)),
        Signer("Bùi Thanh Hà", "Phó Giám đốc"),
    ),
}


@pytest.mark.parametrize(("text", "facts", "signed"), OTHER_KINDS.values(), ids=OTHER_KINDS.keys())
def test_documents_that_are_no_plans_by_name_are_known_as_well(
    text: str, facts: tuple[str, str, tuple[int, ...]], signed: Signer
) -> None:
    found = heading(a_text(text))
    assert (found.issuer, found.title, found.years, found.signer) == (*facts, signed)


def test_a_notice_whose_number_and_day_were_left_blank_has_its_symbol_and_month() -> None:
    found = heading(a_text(NOTICE))
    assert (found.number, found.symbol, found.issued) == (None, "TB-VPCP", "2026-05")


@pytest.mark.parametrize(
    ("title", "named", "years"),
    [
        ("LỊCH CÔNG TÁC TUẦN 11 CỦA BAN GIÁM ĐỐC", "Lịch công tác tuần 11 của ban giám đốc", (2026,)),
        ("HƯỚNG DẪN\nTổ chức đại hội chi bộ năm 2027", "Hướng dẫn Tổ chức đại hội chi bộ năm 2027", (2027,)),
        ("KẾ HOẠCH\nCông tác các năm 2026 và 2027", "Kế hoạch Công tác các năm 2026 và 2027", (2026, 2027)),
    ],
)  # fmt: skip
def test_titles_of_other_kinds_of_documents_are_known(title: str, named: str, years: tuple[int, ...]) -> None:
    found = heading(a_text(f"SỞ Y TẾ\nSố: 3/KH-SYT\nAn Bình, ngày 05 tháng 01 năm 2026\n{title}\nI. MỤC ĐÍCH\nA."))
    assert found.title is not None
    assert (found.title.lower(), found.years) == (named.lower(), years)
    assert (found.issuer or "").startswith("Sở Y tế")


@pytest.mark.parametrize(
    ("letterhead", "issuer", "number"),
    [
        pytest.param(
            "UBND TỈNH AN BÌNH\nSố: 3/KH-UBND", "UBND tỉnh An Bình", "3/KH-UBND", id="a place that is also a small word"
        ),
        pytest.param("BAN TỔ CHỨC TỈNH ỦY\nSố 17-KH/BTCTU", "Ban Tổ chức Tỉnh ủy", "17-KH/BTCTU", id="of the Party"),
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH AN BÌNH\nSố: 12/2026/NQ-HĐND",
            "Hội đồng nhân dân tỉnh An Bình",
            "12/2026/NQ-HĐND",
            id="a number with its year",
        ),
    ],
)
def test_issuer_and_number_are_read_from_the_letterhead(letterhead: str, issuer: str, number: str) -> None:
    body = "KẾ HOẠCH\nChăm sóc trẻ em\nI. MỤC ĐÍCH\n1. Công an tỉnh bảo đảm an ninh, Ban Dân vận Tỉnh ủy giám sát."
    found = heading(a_text(f"{letterhead}\nAn Bình, ngày 05 tháng 01 năm 2026\n{body}"))
    assert (found.issuer, found.number) == (issuer, number)
