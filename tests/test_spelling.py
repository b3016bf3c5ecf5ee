"""Words that are typed against the rules of spelling."""

import pytest

from knowledge.language.spelling import respelled, with_hats


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("trườg", ("trường",), id="a letter of the ending lost"),
        pytest.param("mìh", ("mìch", "mình"), id="of two endings"),
        pytest.param("trogn", ("trong",), id="swapped"),
        pytest.param("cáhc", ("cách",), id="swapped at another end"),
        pytest.param("hàhn", ("hành",), id="swapped, with accents"),
        pytest.param("ngiệm", ("nghiệm",), id="before a front vowel"),
        pytest.param("nghành", ("ngành",), id="before another"),
        pytest.param("nhầmm", ("nhầm",), id="doubled"),
        pytest.param("phòng", (), id="no slip"),
        pytest.param("nghe", (), id="spelt by the rule"),
        pytest.param("ngoài", (), id="also by the rule"),
        pytest.param("cchc", (), id="a short form"),
        pytest.param("bb", (), id="letters alone"),
        pytest.param("camera", (), id="a foreign word"),
        pytest.param("kh", (), id="no vowel"),
    ],
)
def test_what_no_syllable_can_be_is_respelt(typed: str, meant: tuple[str, ...]) -> None:
    assert respelled(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("nhièu", ("nhiều",), id="before u"),
        pytest.param("huyẹn", ("huyện",), id="behind y"),
        pytest.param("nguòi", ("nguồi", "người"), id="a hat or horns"),
        pytest.param("giẻ", (), id="i of the consonant"),
        pytest.param("quọ", (), id="u of the consonant"),
        pytest.param("thuở", (), id="with its horn"),
        pytest.param("kiểm", (), id="with its hat"),
        pytest.param("điện", (), id="with its hat behind a tone below"),
        pytest.param("chuột", (), id="the same of two vowels"),
        pytest.param("nhieu", (), id="without any accents"),
    ],
)
def test_a_vowel_with_its_tone_alone_is_given_what_belongs_to_it(typed: str, meant: tuple[str, ...]) -> None:
    assert with_hats(typed) == meant
