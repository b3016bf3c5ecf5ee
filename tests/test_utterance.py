"""Typed words, mended where the plans know better."""

import pytest

from knowledge.language.text import folded
from knowledge.questions.utterance import Utterance, read

KNOWN = {"ty", "tuy", "quy", "nhiem", "vu", "so", "hoa", "ho", "mau", "cong", "phai", "dung"}
PRINTED = {"tỷ", "nhiệm", "vụ", "số", "hoá", "hồ", "sơ", "mẫu", "công", "dũng"}


def said(text: str) -> Utterance:
    return read(text, lambda word: folded(word) in KNOWN, PRINTED.__contains__)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("nhieemj vuj", ("nhiệm", "vụ"), id="telex"),
        pytest.param("quis hoas", ("quý", "hoá"), id="telex of the other i"),
        pytest.param("soos hoas", ("số", "hoá"), id="telex in two words"),
        pytest.param("tỉ qui", ("tỷ", "quy"), id="i for y"),
        pytest.param("tụi số", ("tụi", "số"), id="no i for y in a word for who speaks"),
        pytest.param("côgn", ("công",), id="letters swapped"),
        pytest.param("pahir", ("phải",), id="telex keys swapped"),
        pytest.param("bao nhiêu %", ("bao", "nhiêu", "%"), id="a lone percent sign"),
        pytest.param("300/KH-UBND: 50%", ("300/kh-ubnd", ":", "50%"), id="codes whole"),
        pytest.param("GD&ĐT", ("gdđt",), id="initials with and"),
        pytest.param("P.TCCB", ("p", "tccb"), id="a head shortened by a full stop"),
        pytest.param("1.2.3", ("1.2.3",), id="a number of a row whole"),
        pytest.param("ông mô", ("ai",), id="regional"),
        pytest.param("côg", ("công",), id="no syllable ends so"),
        pytest.param("nhièu", ("nhiều",), id="a vowel without its hat"),
        pytest.param("dzụ", ("vụ",), id="as the south sounds"),
        pytest.param("Dzũng", ("dũng",), id="a name that plans print with d"),
    ],
)
def test_words_are_read_as_they_were_meant(typed: str, words: tuple[str, ...]) -> None:
    assert said(typed).words == words


def test_accents_that_no_plan_prints_are_dropped_for_cues_and_kept_for_the_topic() -> None:
    found = said("mẩu")

    assert found.words == ("mau",)
    assert found.topical == ("mẩu",)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("pối hợp việc gì", ("phoi", "hợp", "việc", "gì")),
        ("pối tiền", ("pối", "tiền")),
        ("pốiii hợp", ("pốiii", "hợp")),
        ("", ()),
    ],
    ids=["before the word that it goes with", "before another", "no slip", "nothing"],
)
def test_a_short_slip_is_mended_beside_the_word_that_plans_have_it_with(typed: str, words: tuple[str, ...]) -> None:
    found = read(typed, {"hợp", "việc", "gì", "tiền"}.__contains__, PRINTED.__contains__, _are_phoi_hop)
    assert found.words == words


def test_a_short_word_is_no_slip_of_one_with_other_accents() -> None:
    known = {"xử", "lý"}.__contains__
    assert read("hứa xử lý", known, known, _are_qua_xu).words == ("hứa", "xử", "lý")


def _are_qua_xu(left: str, right: str) -> bool:
    return (left, right) == ("qua", "xu")


def _are_phoi_hop(left: str, right: str) -> bool:
    return (left, right) == ("phoi", "hop")


def test_what_was_mended_is_told() -> None:
    assert said("nhieemj vụ").mended == (("nhieemj", "nhiệm"),)
