"""Heads and feet of the plans of invented offices of every kind."""

from dataclasses import replace

import pytest
from test_outline import PLAN, a_text

from knowledge.model import Heading, Signer
from knowledge.plan.metadata import heading, plan_starts

DISTRICT = """
ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN XUÂN AN                 Độc lập - Tự do - Hạnh phúc
Số: 45/KH-UBND               Xuân An, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Triển khai công tác chuyển đổi số trên địa bàn huyện năm 2026
Thực hiện Kế hoạch số 12/KH-UBND ngày 02/01/2026 của UBND tỉnh An Bình, UBND huyện ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
- Tạo chuyển biến về nhận thức.
Nơi nhận:                                        TM. ỦY BAN NHÂN DÂN
- UBND tỉnh (b/c);                                     KT. CHỦ TỊCH
- Lưu: VT.                                             PHÓ CHỦ TỊCH
                                                    Nguyễn Thị Hoa
"""
DECISION = """
BỘ MÔI TRƯỜNG SỐ
Số: 890/QĐ-BMTS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 15 tháng 12 năm 2025
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2026
BỘ TRƯỞNG BỘ MÔI TRƯỜNG SỐ
Căn cứ Nghị định số 63/2025/NĐ-CP ngày 12 tháng 9 năm 2025 của Chính phủ quy định nhiệm vụ của Bộ Môi trường số;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026.
Nơi nhận:
- Lưu: VT.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Trần Văn Khánh
KẾ HOẠCH
Cải cách hành chính năm 2026
(Ban hành kèm theo Quyết định số 890/QĐ-BMTS ngày 15 tháng 12 năm 2025)
I. MỤC TIÊU
- Nâng cao chất lượng phục vụ.
"""
PARTY = """
ĐẢNG BỘ TỈNH AN BÌNH
HUYỆN ỦY XUÂN AN
Số 23-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Xuân An, ngày 10 tháng 02 năm 2026
KẾ HOẠCH
thực hiện Nghị quyết về chuyển đổi số
Thực hiện Chương trình hành động số 20-CTr/TU ngày 01/02/2026 của Tỉnh ủy, Ban Thường vụ Huyện ủy xây dựng Kế hoạch:
I- MỤC ĐÍCH
1- Quán triệt sâu sắc nội dung Nghị quyết.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC
Lê Văn Sơn
"""
SCHOOL = """
SỞ GIÁO DỤC VÀ ĐÀO TẠO AN BÌNH
TRƯỜNG THPT NGUYỄN DU
Số: 07/KH-THPTND
An Bình, ngày 20 tháng 9 năm 2025
KẾ HOẠCH
CÔNG TÁC KIỂM TRA NỘI BỘ NĂM HỌC 2025 - 2026
Trường THPT Nguyễn Du xây dựng Kế hoạch kiểm tra nội bộ năm học 2025 - 2026 như sau:
I. MỤC ĐÍCH
- Phát huy tính tự giác.
HIỆU TRƯỞNG
(Đã ký)
ThS. Phạm Thị Lan
"""
COMPANY = """
TỔNG CÔNG TY CẤP NƯỚC AN BÌNH
CÔNG TY CỔ PHẦN CẤP NƯỚC XUÂN AN
Số: 112/KH-CNXA
An Bình, ngày 02/3/2026
KẾ HOẠCH
Ứng phó thiên tai năm 2026
Căn cứ Luật Phòng, chống thiên tai, Công ty Cổ phần Cấp nước Xuân An ban hành kế hoạch như sau:
1. Mục đích
Chủ động ứng phó.
TỔNG GIÁM ĐỐC
Ngô Văn Minh
"""
DRAFT = """
UBND TỈNH AN BÌNH
SỞ Y TẾ
Số:       /KH-SYT
An Bình, ngày      tháng     năm 2026
KẾ HOẠCH
Cải cách hành chính ngành Y tế giai đoạn 2026 - 2028
(Dự thảo)
Căn cứ Quyết định số 5/QĐ-UBND ngày 03/01/2026 của UBND tỉnh An Bình;
I. MỤC TIÊU
- Nâng cao chất lượng.
Q. GIÁM ĐỐC
BSCKII. Lý Văn Tâm
"""

OFFICES = [
    (
        DISTRICT,
        Heading(
            "45/KH-UBND",
            "KH-UBND",
            "UBND huyện Xuân An",
            "Xuân An",
            "2026-01-05",
            "Kế hoạch Triển khai công tác chuyển đổi số trên địa bàn huyện năm 2026",
            (2026,),
            Signer("Nguyễn Thị Hoa", "Phó Chủ tịch"),
            ("UBND tỉnh (b/c)",),
        ),
    ),
    (
        DECISION,
        Heading(
            "890/QĐ-BMTS",
            "QĐ-BMTS",
            "Bộ Môi trường số",
            "Hà Nội",
            "2025-12-15",
            "Kế hoạch Cải cách hành chính năm 2026",
            (2026,),
            Signer("Trần Văn Khánh", "Thứ trưởng"),
        ),
    ),
    (
        PARTY,
        Heading(
            "23-KH/HU",
            "KH/HU",
            "Huyện ủy Xuân An",
            "Xuân An",
            "2026-02-10",
            "Kế hoạch thực hiện Nghị quyết về chuyển đổi số",
            (2026,),
            Signer("Lê Văn Sơn", "Phó Bí thư Thường trực"),
        ),
    ),
    (
        SCHOOL,
        Heading(
            "07/KH-THPTND",
            "KH-THPTND",
            "Trường THPT Nguyễn Du",
            "An Bình",
            "2025-09-20",
            "Kế hoạch Công tác kiểm tra nội bộ năm học 2025 - 2026",
            (2025, 2026),
            Signer("Phạm Thị Lan", "Hiệu trưởng"),
        ),
    ),
    (
        COMPANY,
        Heading(
            "112/KH-CNXA",
            "KH-CNXA",
            "Công ty Cổ phần Cấp nước Xuân An",
            "An Bình",
            "2026-03-02",
            "Kế hoạch Ứng phó thiên tai năm 2026",
            (2026,),
            Signer("Ngô Văn Minh", "Tổng Giám đốc"),
        ),
    ),
    (
        DRAFT,
        Heading(
            None,
            "KH-SYT",
            "Sở Y tế tỉnh An Bình",
            "An Bình",
            "2026",
            "Kế hoạch Cải cách hành chính ngành Y tế giai đoạn 2026 - 2028",
            (2026, 2027, 2028),
            Signer("Lý Văn Tâm", "Quyền Giám đốc"),
        ),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), OFFICES, ids=["district", "decision", "party", "school", "company", "draft"]
)
def test_the_head_and_the_foot_say_what_the_plan_is(text: str, expected: Heading) -> None:
    assert heading(a_text(text)) == expected


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bác sĩ CKII. Lý Văn Tâm", "Lý Văn Tâm"),
        ("Bác sĩ chuyên khoa cấp II Lý Văn Tâm", "Lý Văn Tâm"),
        ("TS. BS. Lý Văn Tâm", "Lý Văn Tâm"),
        ("ThS-BS Lý Văn Tâm", "Lý Văn Tâm"),
        ("Thượng tá, TS. Ksor H'Lan", "Ksor H'Lan"),
        ("Nhà giáo ưu tú Lý Văn Tâm", "Lý Văn Tâm"),
        ("THẠC SĨ LÝ VĂN TÂM", "Lý Văn Tâm"),
        ("CVCC. Lý Văn Tâm", "Lý Văn Tâm"),
        ("LÝ VĂN TÂM", "Lý Văn Tâm"),
        ("Kỳ Sơn Lâm", "Kỳ Sơn Lâm"),
        ("TP. Hồ Chí Minh", None),
    ],
)
def test_a_title_before_a_name_is_none_of_it(line: str, name: str | None) -> None:
    assert heading(a_text(DRAFT.replace("BSCKII. Lý Văn Tâm", line))).signer == Signer(name, "Quyền Giám đốc")


def test_text_that_is_no_plan_says_nothing_of_itself() -> None:
    assert heading(a_text("Một dòng chữ bất kỳ.")) == Heading()
    assert heading(replace(a_text("x"), blocks=())) == Heading()


def test_one_plan_starts_once() -> None:
    assert len(plan_starts(a_text(PLAN))) == 1


def test_two_plans_in_one_file_are_seen() -> None:
    second = PLAN.replace("12/KH-SNV", "13/KH-SNV")
    assert [place.lines for place in plan_starts(a_text(PLAN + second))] == [(3, 3), (26, 26)]


@pytest.mark.parametrize(
    ("lines", "number", "issued"),
    [
        (["(Kèm theo Quyết định số 19-QĐ/ĐU, ngày 06/01/2026)"], "19-QĐ/ĐU", "2026-01-06"),
        (["(Kèm theo Kế hoạch số 210/KH-CCKL ngày 30/12/2025 của Chi cục Kiểm lâm)"], "210/KH-CCKL", "2025-12-30"),
        (["(Kèm theo Công văn số 7/SYT-VP ngày 02/3/2026)"], "7/SYT-VP", "2026-03-02"),
        (["(Kèm theo Luật số 72/QH ngày 02/3/2026)"], None, None),
    ],
)
def test_a_sheet_has_the_number_and_the_day_of_what_it_comes_with(
    lines: list[str], number: str | None, issued: str | None
) -> None:
    found = heading(a_text("\n".join(["CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026", *lines, "Nội dung\tChủ trì\tThời hạn\n"])))
    assert (found.number, found.issued) == (number, issued)


def test_the_title_of_a_sheet_stands_below_which_annex_it_is() -> None:
    lines = ("Phụ lục I", "DANH MỤC NHIỆM VỤ PHÒNG CHỐNG CHÁY RỪNG NĂM 2027", "", "STT | Việc | Chủ trì", "1 | A | B")
    found = heading(a_text("\n".join(lines)))
    assert (found.title, found.years) == ("Danh mục nhiệm vụ phòng chống cháy rừng năm 2027", (2027,))
