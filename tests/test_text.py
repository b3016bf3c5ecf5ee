import unicodedata

import pytest

from knowledge.language.text import canonical, folded, has_accents, may_begin, nfc, tokens


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("hoá", "hóa", id="oa"),
        pytest.param("Uỷ ban", "Ủy ban", id="uy"),
        pytest.param("thuỷ lợi", "thủy lợi", id="thuy"),
        pytest.param("qúy", "quý", id="a slip behind q"),
        pytest.param("Qủa", "Quả", id="a slip behind q, another tone"),
        pytest.param("caí naò", "cái nào", id="a slip on the lighter vowel"),
        pytest.param("Thuế naỳ", "thuế này", id="a slip on it, another tone"),
        pytest.param("trừong", "trường", id="a horn left out"),
        pytest.param("nguời", "người", id="the other horn left out"),
        pytest.param("hứơng", "hướng", id="a tone on the first of two horns"),
        pytest.param("SỐ HÓA", "số hoá", id="case"),
        pytest.param(unicodedata.normalize("NFD", "Nhiệm vụ"), "nhiệm vụ", id="nfd"),
        pytest.param("Sở\u00a0Nội  vụ", "sở nội vụ", id="spaces"),
    ],
)
def test_two_spellings_of_one_text_are_equal(left: str, right: str) -> None:
    assert canonical(left) == canonical(right)


@pytest.mark.parametrize(
    "text",
    ["quý", "quy", "quỳ", "toán", "thuyền", "giú", "quí", "thuế", "hoài", "toà", "ủi", "thuở", "huơ", "quờn", "luong"],
)
def test_a_tone_that_has_one_place_is_not_moved(text: str) -> None:
    assert canonical(text) == text


def test_words_that_differ_by_accents_only_fold_together() -> None:
    assert {folded(word) for word in ("số", "sở", "sổ", "so", "SỞ")} == {"so"}
    assert folded("Đường") == "duong"


def test_codes_dates_and_percentages_stay_whole() -> None:
    found = tokens("Kế hoạch số 300/KH-UBND ngày 30/6/2025, mục 2.1: 97,5% hồ sơ, Quyết định 468/QĐ-TTg")
    assert [word for word in found if any(c.isdigit() for c in word)] == [
        "300/kh-ubnd", "30/6/2025", "2.1", "97,5%", "468/qđ-ttg",
    ]  # fmt: skip


def test_accents_are_noticed() -> None:
    assert has_accents("nhiệm vụ")
    assert not has_accents("nhiem vu 2024")
    assert not has_accents(nfc("Văn phòng")[0])


@pytest.mark.parametrize(
    "text", ["Kiểm tra việc thực hiện", "KIỂM\u00a0tra", "\u200b Kiểm tra", "kiê\u0309m tra", " Kiểm tra"]
)
def test_a_text_that_begins_with_a_word_may_begin_so(text: str) -> None:
    assert may_begin(text, ("kiem",))


def test_a_text_whose_first_word_is_another_is_told_by_it() -> None:
    assert not may_begin("Rà soát, kiểm tra", ("kiem",))
    assert may_begin("Rà soát, kiểm tra", ())
