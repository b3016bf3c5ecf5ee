"""Heads and feet of the plans of invented offices of every kind."""

from dataclasses import replace

import pytest
from test_outline import PLAN, a_text

from knowledge.document import Cell, Document, Paragraph, Row, Table
from knowledge.model import Heading, Signer
from knowledge.plan.metadata import heading, plan_starts
from knowledge.readers.text import read_text

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


def test_a_department_is_named_with_its_province() -> None:
    assert heading(a_text(PLAN)).issuer == "Sở Nội vụ tỉnh An Bình"


def test_a_letterhead_in_a_table_without_lines_is_read() -> None:
    head = Table(
        (Row((Cell("UBND TỈNH AN BÌNH\nSỞ NỘI VỤ\nSố: 12/KH-SNV"), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))),)
    )
    foot = Table((Row((Cell("Nơi nhận:\n- Lưu: VT."), Cell("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTrần Văn Bình"))),))
    body = "KẾ HOẠCH|Cải cách hành chính năm 2027|I. MỤC TIÊU|- Nâng cao chất lượng phục vụ."
    blocks: tuple[Paragraph | Table, ...] = (head, *map(Paragraph, body.split("|")), foot)
    found = heading(Document("ke-hoach.docx", blocks))
    assert (found.number, found.issuer) == ("12/KH-SNV", "Sở Nội vụ tỉnh An Bình")
    assert found.signer == Signer("Trần Văn Bình", "Phó Giám đốc")


def test_text_that_is_no_plan_says_nothing_of_itself() -> None:
    assert heading(a_text("Một dòng chữ bất kỳ.")) == Heading()
    assert heading(replace(a_text("x"), blocks=())) == Heading()


def test_one_plan_starts_once() -> None:
    assert len(plan_starts(a_text(PLAN))) == 1


def test_two_plans_in_one_file_are_seen() -> None:
    second = PLAN.replace("12/KH-SNV", "13/KH-SNV")
    assert [place.lines for place in plan_starts(a_text(PLAN + second))] == [(3, 3), (26, 26)]


def test_a_commune_with_its_name_on_the_second_line_of_the_letterhead_is_the_issuer() -> None:
    text = """
ỦY BAN NHÂN DÂN
XÃ TÂN HÒA
Số: 21/KH-UBND
Tân Hòa, ngày 02 tháng 02 năm 2027
KẾ HOẠCH
Cải cách hành chính năm 2027 của xã Tân Hòa
I. MỤC TIÊU
- Nâng cao chất lượng phục vụ.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Cường
"""
    assert heading(a_text(text)).issuer == "UBND xã Tân Hòa"


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


def test_a_motto_that_wraps_is_no_part_of_the_issuer() -> None:
    lines = DISTRICT.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "").splitlines()
    wrapped = [*lines[1:3], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", *lines[3:]]
    assert heading(a_text("\n".join(wrapped))).issuer == "UBND huyện Xuân An"


def test_number_and_date_beside_each_other_below_a_blank_line_are_read() -> None:
    text = (
        "UBND TỈNH AN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 37/KH-SYT\tAn Bình, ngày 18 tháng 01 năm 2027\n\nKẾ HOẠCH\nCông tác y tế năm 2027\n"
        "I. MỤC ĐÍCH\n- Nâng cao.\n"
    )
    found = heading(read_text(text, "ke-hoach.txt"))
    assert (found.number, found.issued, found.place) == ("37/KH-SYT", "2027-01-18", "An Bình")


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("UBND PHƯỜNG HÒA THÀNH\nVĂN PHÒNG HĐND VÀ UBND", "Văn phòng HĐND và UBND phường Hòa Thành"),
        ("ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nBAN AN TOÀN GIAO THÔNG", "Ban An toàn giao thông tỉnh An Bình"),
        ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH AN BÌNH\nBAN THƯỜNG VỤ", "Ban Thường vụ Hội liên hiệp phụ nữ tỉnh An Bình"),
        ("UBND HUYỆN XUÂN AN\nPHÒNG TƯ PHÁP", "Phòng Tư pháp huyện Xuân An"),
        ("UBND XÃ MỎ CÀY\nTRƯỜNG MẦM NON HOA DỪA", "Trường Mầm non Hoa Dừa"),
        ("SỞ Y TẾ\nVĂN PHÒNG ĐIỀU PHỐI", "Văn phòng điều phối"),
    ],
)
def test_a_room_or_a_board_is_named_with_the_place_of_the_office_above_it(letterhead: str, issuer: str) -> None:
    text = f"{letterhead}\nSố: 3/KH\nHòa Thành, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nCông tác năm 2026\nI. MỤC ĐÍCH\nA."
    found = heading(a_text(text)).issuer
    assert found is not None
    assert found.lower() == issuer.lower()


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


def test_a_letterhead_below_the_title_is_no_part_of_it() -> None:
    text = """KẾ HOẠCH
Hội thi tay nghề năm 2026
Tỉnh Đoàn An Bình
Số: 77-KH/TĐTN
An Bình, ngày 10 tháng 3 năm 2026
I. Mục đích
"""
    assert heading(read_text(text, "x.txt")).title == "Kế hoạch Hội thi tay nghề năm 2026"


@pytest.mark.parametrize("line", ["CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ điện: Chủ tịch UBND các tỉnh."])
def test_who_decides_or_speaks_is_no_part_of_the_title(line: str) -> None:
    text = f"NGHỊ QUYẾT\nVề kinh tế biển\n{line}\nCăn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;\n"
    assert heading(read_text(text, "x.txt")).title == "Nghị quyết Về kinh tế biển"


def test_a_sheet_may_have_its_title_in_small_letters() -> None:
    table = Table((Row((Cell("STT"), Cell("Việc"))),))
    found = heading(Document("x", (Paragraph("Kế hoạch thu gom rác năm 2026"), table)))
    assert (found.title, found.years) == ("Kế hoạch thu gom rác năm 2026", (2026,))


def test_an_appendix_that_stands_alone_says_its_year_in_its_title() -> None:
    table = Table((Row((Cell("STT"), Cell("Việc"))),))
    lines = (Paragraph("PHỤ LỤC 1"), Paragraph("NHIỆM VỤ CẢI CÁCH NĂM 2026"))
    assert heading(Document("x", (*lines, table))).years == (2026,)
