"""Letterheads and titles in the forms that offices print."""

import pytest
from test_metadata import DISTRICT
from test_outline import PLAN, a_text

from knowledge.document import Cell, Document, Paragraph, Row, Table
from knowledge.model import Signer
from knowledge.plan.metadata import heading
from knowledge.readers.text import read_text


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


def test_a_motto_that_wraps_is_no_part_of_the_issuer() -> None:
    lines = DISTRICT.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "").splitlines()
    wrapped = [*lines[1:3], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", *lines[3:]]
    assert heading(a_text("\n".join(wrapped))).issuer == "UBND huyện Xuân An"


@pytest.mark.parametrize("between", [(), ("Số: 09/KH-UBND",), ("UBND XÃ HÒA BÌNH", "Số: 09/KH-UBND")])
def test_lines_of_the_office_may_stand_between_those_of_the_motto(between: tuple[str, ...]) -> None:
    above = () if "UBND XÃ HÒA BÌNH" in between else ("UBND XÃ HÒA BÌNH",)
    head = [*above, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", *between, "NAM", "Độc lập - Tự do - Hạnh phúc"]
    rest = ["Hòa Bình, ngày 07 tháng 4 năm 2026", "KẾ HOẠCH", "Ngày Sách năm 2026", "I. MỤC TIÊU", "- Đọc sách."]
    assert heading(a_text("\n".join([*head, *rest]))).issuer == "UBND xã Hòa Bình"


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
