"""How an office is called that prints its name in capitals, and which place belongs to it."""

import pytest
from test_outline import a_text

from knowledge.model import Signer
from knowledge.plan.metadata import heading

HEAD = """
{letterhead}
Số: 12/KH-VP
Cần Giang, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Công tác năm 2026
I. MỤC ĐÍCH
- Bảo đảm tiến độ.
{signed}
Đinh Công Hải
"""


def a_plan(letterhead: str, signed: str = "GIÁM ĐỐC") -> str:
    return HEAD.format(letterhead=letterhead, signed=signed)


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THPT LÊ QUÝ ĐÔN", "Trường THPT Lê Quý Đôn"),
        ("UBND PHƯỜNG BẾN MÂY\nTRƯỜNG MẦM NON HOA SỮA", "Trường Mầm non Hoa Sữa"),
        ("TRƯỜNG TIỂU HỌC VÀ THCS SƠN CA XÃ TÂN LẬP", "Trường Tiểu học và THCS Sơn Ca xã Tân Lập"),
        ("TRƯỜNG THCS VÀ THPT ĐÔNG SƠN", "Trường THCS và THPT Đông Sơn"),
        ("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ BA ĐÌNH", "Trường Tiểu học và Trung học cơ sở Ba Đình"),
        ("TRƯỜNG TH, THCS VÀ THPT HOA SEN", "Trường TH, THCS và THPT Hoa Sen"),
        ("TRƯỜNG MẦM NON - MẪU GIÁO HOA MAI", "Trường Mầm non - Mẫu giáo Hoa Mai"),
        ("TRƯỜNG THPT CHUYÊN LÊ HỒNG PHONG", "Trường THPT chuyên Lê Hồng Phong"),
        ("TRƯỜNG CHUYÊN BIỆT TƯƠNG LAI", "Trường Chuyên biệt Tương Lai"),
        ("TRƯỜNG MẦM NON SỐ 1", "Trường Mầm non số 1"),
        ("TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ TỈNH HÒA AN", "Trường Phổ thông dân tộc nội trú tỉnh Hòa An"),
        ("PHÒNG GIÁO DỤC MẦM NON VÀ TIỂU HỌC", "Phòng Giáo dục mầm non và Tiểu học"),
        ("TRƯỜNG CAO ĐẲNG NGHỀ CẦN GIANG", "Trường Cao đẳng nghề Cần Giang"),
        ("BAN QUẢN LÝ KHU KINH TẾ CẦN GIANG", "Ban Quản lý Khu kinh tế Cần Giang"),
        ("UBND XÃ TÂN LẬP\nPHÒNG KINH TẾ", "Phòng Kinh tế xã Tân Lập"),
        ("UBND XÃ TÂN LẬP\nPHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội xã Tân Lập"),
        ("CÔNG TY CẤP NƯỚC CẦN GIANG", "Công ty Cấp nước Cần Giang"),
        ("VĂN PHÒNG CẤP TỈNH", "Văn phòng cấp tỉnh"),
        ("VIỆN DƯỢC LIỆU MIỀN TÂY", "Viện Dược liệu Miền Tây"),
        ("CỤC ĐƯỜNG SÔNG\nCHI CỤC PHÍA NAM", "Chi cục Phía Nam"),
        ("CHI CỤC THỦY SẢN", "Chi cục Thủy sản tỉnh Cần Giang"),
    ],
)
def test_a_name_in_capitals_is_written_as_such_names_are(letterhead: str, issuer: str) -> None:
    assert heading(a_text(a_plan(letterhead))).issuer == issuer


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("HUYỆN ĐOÀN TÂN KỲ", "Huyện đoàn Tân Kỳ"),
        ("ĐOÀN TNCS HỒ CHÍ MINH XÃ MỸ LỘC", "Đoàn TNCS Hồ Chí Minh xã Mỹ Lộc"),
        ("VIỄN THÔNG CẦN GIANG", "Viễn thông Cần Giang"),
        ("NHÀ HÁT CẢI LƯƠNG CẦN GIANG", "Nhà hát cải lương Cần Giang"),
    ],
)
def test_the_line_above_the_number_is_an_office_whatever_it_is_called(letterhead: str, issuer: str) -> None:
    assert heading(a_text(a_plan(letterhead))).issuer == issuer


def test_neither_a_motto_nor_a_post_is_an_office() -> None:
    assert heading(a_text(a_plan("ĐẢNG CỘNG SẢN VIỆT NAM"))).issuer is None
    assert heading(a_text(a_plan("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))).issuer is None


def test_the_name_of_the_youth_union_in_place_of_a_motto_is_not_the_issuer() -> None:
    above = "ĐOÀN TNCS HỒ CHÍ MINH TỈNH CẦN GIANG\nBAN CHẤP HÀNH ĐOÀN XÃ MỸ LỘC\nĐOÀN TNCS HỒ CHÍ MINH"
    assert heading(a_text(a_plan(above))).issuer == "Ban Chấp hành Đoàn xã Mỹ Lộc"
    assert heading(a_text(a_plan("ĐOÀN TNCS HỒ CHÍ MINH"))).issuer == "Đoàn TNCS Hồ Chí Minh"


@pytest.mark.parametrize("label", ["Đơn vị", "Tên đơn vị", "Cơ quan ban hành"])
def test_a_sheet_names_its_office_behind_a_label(label: str) -> None:
    text = f"KẾ HOẠCH ĐÀO TẠO NỘI BỘ NĂM 2026\n{label}: Tổng công ty Điện Miền Thượng\nSTT\tNội dung\n1\tAn toàn điện\n"
    assert heading(a_text(text)).issuer == "Tổng công ty Điện Miền Thượng"


@pytest.mark.parametrize(
    ("signed", "post"),
    [
        ("CHỈ HUY TRƯỞNG", "Chỉ huy trưởng"),
        ("KT. CHỈ HUY TRƯỞNG\nPHÓ CHỈ HUY TRƯỞNG", "Phó Chỉ huy trưởng"),
        ("CHÍNH TRỊ VIÊN", "Chính trị viên"),
        ("TỔNG BIÊN TẬP", "Tổng Biên tập"),
    ],
)
def test_posts_of_the_forces_and_of_papers_sign_as_well(signed: str, post: str) -> None:
    assert heading(a_text(a_plan("SỞ XÂY DỰNG", signed))).signer == Signer("Đinh Công Hải", post)
