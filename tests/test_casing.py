"""Words in capitals, brought to the capitals of the running text."""

import pytest

from knowledge.plan.casing import Casing


def test_capitals_follow_the_running_text() -> None:
    casing = Casing().learn(["Giao Sở Giáo dục và Đào tạo tỉnh An Bình chủ trì, phối hợp với UBND tỉnh."])
    assert casing.normal("SỞ GIÁO DỤC VÀ ĐÀO TẠO") == "Sở Giáo dục và Đào tạo"
    assert casing.normal("UBND TỈNH AN BÌNH") == "UBND tỉnh An Bình"


def test_text_in_normal_case_stays() -> None:
    assert Casing().normal("Cải cách hành chính năm 2027") == "Cải cách hành chính năm 2027"


def test_unknown_words_are_written_small() -> None:
    assert Casing().normal("CẢI CÁCH HÀNH CHÍNH NĂM 2027") == "Cải cách hành chính năm 2027"


def test_a_name_with_small_letters_of_its_own_keeps_them_in_a_title_in_capitals() -> None:
    assert Casing().normal("TRIỂN KHAI VNeID VÀ CHỮ KÝ SỐ") == "Triển khai VNeID và chữ ký số"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("ỨNG DỤNG AI, RPA VÀ IoT NĂM 2027", "Ứng dụng AI, RPA và IoT năm 2027"),
        ("NÂNG CAO CHỈ SỐ PAPI, PCI VÀ SẢN PHẨM OCOP", "Nâng cao chỉ số PAPI, PCI và sản phẩm OCOP"),
        ("KHAI THÁC API (GIS) CỦA TRỤC LGSP", "Khai thác API (GIS) của trục LGSP"),
        ("PHÁT TRIỂN LOGISTICS VÀ KHO AN TOÀN", "Phát triển logistics và kho an toàn"),
    ],
)
def test_short_forms_that_are_no_syllables_keep_their_capitals(printed: str, normal: str) -> None:
    assert Casing().normal(printed) == normal


def test_a_short_form_that_the_text_writes_small_is_small() -> None:
    assert Casing().learn(["Thi vẽ logo ngành", "Cuộc thi logo đẹp"]).normal("THI THIẾT KẾ LOGO") == "Thi thiết kế logo"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("KẾ HOẠCH HỌC KỲ II", "Kế hoạch học kỳ II"),
        ("KHÓA XIII, QUÝ III", "Khóa XIII, quý III"),
        ("HÀNH VI", "Hành vi"),
    ],
)
def test_a_roman_number_that_is_no_syllable_keeps_its_capitals(printed: str, normal: str) -> None:
    assert Casing().normal(printed) == normal
