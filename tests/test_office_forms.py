"""Offices named by some words of their name, written out or run together, as people type them."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.text import folded
from knowledge.questions import office_forms
from knowledge.questions.office_calls import in_other_forms, office_of
from knowledge.questions.office_forms import LONGEST, OfficeForms

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
    ("Hội LHPN tỉnh Quế Sơn", "Quế Sơn"),
)
WATER, LIBRARY, HOSPITAL, FOREST, STATION, RED_CROSS, ARCHIVES, COOP, COMMUNE, WOMEN = range(len(OFFICES))
FORMS = OfficeForms.of(
    (form, at)
    for at, (issuer, place) in enumerate(OFFICES)
    for form in dict.fromkeys((office_of(issuer, place), *in_other_forms(office_of(issuer, place))))
)


@pytest.mark.parametrize(
    ("said", "plan"),
    [
        pytest.param("cty cap nuoc", WATER, id="the kind shortened to a letter and a word"),
        pytest.param("công ty nước", WATER, id="words left out"),
        pytest.param("ctcn tg", WATER, id="letters of words that do not stand together are no short form"),
        pytest.param("cty cp cấp nước tân giang", WATER, id="short forms in between"),
        pytest.param("hội phụ nữ tỉnh", WOMEN, id="a field that is printed short, in full"),
        pytest.param("tỉnh hội phụ nữ", WOMEN, id="the level first"),
        pytest.param("hội lhpn", WOMEN, id="as it is printed"),
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
        pytest.param("đài và", id="a joint at its end"),
        pytest.param("tt", id="two letters say too little"),
        pytest.param("xã trà linh", id="areas are called by rules of their own"),
        pytest.param("", id="nothing"),
        pytest.param("tv", id="two letters, which may be anything"),
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


@given(st.lists(st.sampled_from([*sorted(FORMS.arcs), "việc"]), min_size=1, max_size=LONGEST))
def test_names_reach_as_far_as_any_office_has_the_words(words: list[str]) -> None:
    sizes = range(1, len(words) + 1)
    longest = max((size for size in sizes for at in range(len(OFFICES) - 1) if _stands(at, words[:size])), default=0)
    assert longest <= FORMS.reach([*map(folded, words)], 0)


def _stands(at: int, words: Sequence[str]) -> bool:
    """Whether words are said of an office, each of them looked at."""
    ways = [FORMS.arcs.get(folded(word), {}).get(at, ()) for word in words]
    return office_forms._said(FORMS.names[at], ways, words) > 0 and all(ways)
