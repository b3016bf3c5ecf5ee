"""The words of a text as search sees them."""

import pytest

from knowledge.search.words import bonds, is_code, spelled_out, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Số hóa hồ sơ", ["số", "hoá", "hồ", "sơ"], id="syllables"),
        pytest.param("107/2021/NĐ-CP", ["107", "2021", "nđ", "cp", "107/2021/nđ-cp"], id="code, its parts first"),
        pytest.param("177-KH/TU", ["177", "kh", "tu", "177-kh/tu"], id="party code"),
        pytest.param("ngày 01/06", ["ngày", "1", "6", "1/6"], id="date without zeros"),
        pytest.param("97,5%", ["97", "5", "97,5%"], id="percentage"),
        pytest.param("nhà 50 m²", ["nhà", "50", "m2"], id="a figure above the line"),
        pytest.param("mức độ 4", ["mức", "độ", "4"], id="number"),
        pytest.param("🙂 …", [], id="no words"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_text_is_cut_into_syllables_and_codes_with_their_parts(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(("term", "expected"), [("107/2021/nđ-cp", True), ("97%", True), ("107", False), ("sở", False)])
def test_a_code_is_told_from_its_parts(term: str, *, expected: bool) -> None:
    assert is_code(term) is expected


def test_syllables_of_a_compound_are_bonded_and_others_are_not() -> None:
    found = bonds(["Đào tạo công chức về chuyển đổi số", "Văn phòng đào tạo viên chức"])
    assert found["đào", "tạo"] == 1
    assert found["công", "chức"] > 0
    assert ("tạo", "công") not in found
    assert all(0 < bond <= 1 for bond in found.values())


def test_no_text_has_no_bonds() -> None:
    assert bonds([]) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("giải quyết TTHC.", "giải quyết TTHC Thủ tục hành chính.", id="one known meaning"),
        pytest.param("chỉ số ABC1", "chỉ số ABC1", id="not an abbreviation"),
        pytest.param("chỉ số QQQ", "chỉ số QQQ", id="unknown"),
        pytest.param("xây dựng CSDL", "xây dựng CSDL kho của tỉnh", id="the document's own meaning first"),
        pytest.param("theo TT mới", "theo TT mới", id="several meanings"),
        pytest.param("Quyết định 12/QĐ-UBND", "Quyết định 12/QĐ-UBND", id="within a code"),
        pytest.param("tthc", "tthc", id="small letters"),
    ],
)
def test_an_abbreviation_is_spelled_out_where_its_meaning_is_sure(text: str, expected: str) -> None:
    assert spelled_out(text, {"CSDL": "kho của tỉnh"}) == expected
