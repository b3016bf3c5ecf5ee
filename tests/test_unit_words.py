"""The words that names of units are made of."""

from knowledge.data import records
from knowledge.units.cells import split_units
from knowledge.units.name_words import office_heads, text_heads, unfit_after
from knowledge.units.phrase import begins_unit


def test_whatever_is_unfit_in_running_text_names_the_head_that_it_is_unfit_after() -> None:
    heads = set(text_heads())
    unfit = [word for kind, word in records("units.tsv") if kind == "text not"]
    assert sum(len(unfit_after(head)) for head in heads) >= len(unfit)


def test_a_head_in_running_text_has_its_accents_and_is_no_other_word() -> None:
    assert begins_unit("Sở Y tế chủ trì")
    assert begins_unit("ủy ban nhân dân các xã")
    assert begins_unit("uỷ ban nhân dân các xã")
    assert not begins_unit("số hóa hồ sơ")
    assert not begins_unit("bộ máy hành chính")
    assert not begins_unit("báo động đỏ")
    assert not begins_unit("P. Nội vụ")


def test_an_office_that_issues_plans_begins_with_a_head_of_its_own_or_of_a_unit() -> None:
    assert {"Chính phủ", "UBND", "Sở", "Văn phòng"} <= set(office_heads())
    assert "Ông" not in office_heads()


def test_a_kind_of_unit_with_nothing_behind_it_ends_the_name_before_it() -> None:
    assert split_units("Xí nghiệp Dịch vụ Điện lực; Công đoàn Thư viện") == (
        "Xí nghiệp Dịch vụ Điện lực",
        "Công đoàn Thư viện",
    )
    assert split_units("đồng chí Phó Trưởng ban Thường trực") == ("đồng chí Phó Trưởng ban Thường trực",)
    assert split_units("Sở Y tế  Bệnh viện") == ("Sở Y tế", "Bệnh viện")
    assert split_units("Hội Nông dân Hợp tác xã") == ("Hội Nông dân", "Hợp tác xã")
    assert split_units("UBND xã Hợp tác xã") == ("UBND xã", "Hợp tác xã")
    assert split_units("Phòng Kinh tế Trạm Y tế") == ("Phòng Kinh tế", "Trạm Y tế")
    assert split_units("Phòng Kỹ thuật Điện lực An Nhơn") == ("Phòng Kỹ thuật", "Điện lực An Nhơn")


def test_a_post_behind_a_comma_is_that_of_the_person_before_it() -> None:
    assert split_units("đồng chí Lê Thanh Tùng, Phó Trưởng ban; bà Hà Thị Mai, Chánh Văn phòng") == (
        "đồng chí Lê Thanh Tùng, Phó Trưởng ban",
        "bà Hà Thị Mai, Chánh Văn phòng",
    )
    assert split_units("Ông Nam, Bí thư, ông Sơn, Chủ tịch") == ("Ông Nam, Bí thư", "ông Sơn, Chủ tịch")
    assert split_units("Bà Hoa, Chủ tịch Hội Phụ nữ, ông Nam, Bí thư Đoàn") == (
        "Bà Hoa, Chủ tịch Hội Phụ nữ",
        "ông Nam, Bí thư Đoàn",
    )
    assert split_units("đồng chí Trưởng ban, Phó Trưởng ban") == ("đồng chí Trưởng ban", "Phó Trưởng ban")
    assert split_units("Cô Hạnh, cô Mai") == ("Cô Hạnh", "cô Mai")
    assert split_units("đ/c Hùng, Phòng Kinh tế") == ("đ/c Hùng", "Phòng Kinh tế")
