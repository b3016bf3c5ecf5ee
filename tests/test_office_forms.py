"""Offices named by some words of their name, written out or run together, as people type them."""

import pytest

from knowledge.questions.office_calls import office_of
from knowledge.questions.office_forms import OfficeForms

OFFICES = (
    ("Công ty Cổ phần Cấp nước Tân Giang", "Tân Giang"),
    ("Thư viện tỉnh Hà Yên", "Hà Yên"),
    ("Bệnh viện Đa khoa khu vực Sông Hinh", "Sông Hinh"),
    ("Ban Quản lý Rừng phòng hộ Đá Bạc", "Đá Bạc"),
    ("Đài Phát thanh và Truyền hình Quế Sơn", "Quế Sơn"),
    ("Hội Chữ thập đỏ tỉnh Quế Sơn", "Quế Sơn"),
    ("Chi cục Văn thư - Lưu trữ Quế Sơn", "Quế Sơn"),
    ("Hợp tác xã Dược liệu Trà Linh", "Trà Linh"),
    ("UBND xã Trà Linh", "Trà Linh"),
)
WATER, LIBRARY, HOSPITAL, FOREST, STATION, RED_CROSS, ARCHIVES, COOP, COMMUNE = range(len(OFFICES))
FORMS = OfficeForms.of((office_of(issuer, place), at) for at, (issuer, place) in enumerate(OFFICES))


@pytest.mark.parametrize(
    ("said", "plan"),
    [
        pytest.param("cty cap nuoc", WATER, id="the kind shortened to a letter and a word"),
        pytest.param("công ty nước", WATER, id="words left out"),
        pytest.param("ctcn tg", WATER, id="letters of words that do not stand together are no short form"),
        pytest.param("cty cp cấp nước tân giang", WATER, id="short forms in between"),
        pytest.param("tv tỉnh hy", LIBRARY, id="initials of the kind and of the place"),
        pytest.param("tviện hà yên", LIBRARY, id="the last word in full"),
        pytest.param("bv sông hinh", HOSPITAL, id="the field left out"),
        pytest.param("bql rừng đá bạc", FOREST, id="a kind of three words"),
        pytest.param("đài ptth", STATION, id="a field of two subjects"),
        pytest.param("hội ctđ", RED_CROSS, id="a letter with its accent"),
        pytest.param("cc lưu trữ", ARCHIVES, id="the end of a field"),
        pytest.param("htx dược liệu", COOP, id="a cooperative"),
    ],
)
def test_an_office_is_known_by_words_of_its_name_in_their_order(said: str, plan: int) -> None:
    expected = frozenset() if said == "ctcn tg" else {plan}
    assert FORMS.plans(said.split()) == expected


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("công ty điện lực", id="another company"),
        pytest.param("nước công ty", id="in another order"),
        pytest.param("bệnh sông hinh", id="half of its kind"),
        pytest.param("cong tý nước", id="other accents"),
        pytest.param("tt", id="two letters say too little"),
        pytest.param("xã trà linh", id="areas are called by rules of their own"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_words_name_no_office(said: str) -> None:
    assert FORMS.plans(said.split()) == frozenset()


def test_a_name_of_its_own_can_be_no_other_office() -> None:
    assert FORMS.is_own(["cty", "nước", "tg"])
    assert not FORMS.is_own(["cty", "nước"])
    assert FORMS.is_full(["cty", "nước"])
    assert not FORMS.is_full(["cty"])


def test_one_word_of_its_field_names_an_office_behind_a_word_for_a_side() -> None:
    assert FORMS.by_side("nước") == {WATER}
    assert FORMS.by_side("rừng") == {FOREST}
    assert FORMS.by_side("giang") == frozenset()
    assert FORMS.by_side("điện") == frozenset()
