"""Words that are typed against the rules of spelling."""

import pytest

from knowledge.language.spelling import respelled


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
