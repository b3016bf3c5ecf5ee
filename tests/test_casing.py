"""Words in capitals, brought to the capitals of the running text."""

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
