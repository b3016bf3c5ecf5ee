"""Words that a full stop or a stroke cuts short are written out where only one thing can be meant."""

import pytest

from knowledge.questions.cut_words import finished, uncut

PAIRS = {"c.trì": ("chủ", "trì"), "t.truyền": ("tuyên", "truyền"), "đ/vị": ("đơn", "vị")}
ENDS = {("kiểm", "tr"): "tra", ("tuyên", "tr"): "truyền"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("b/c", "báo cáo", id="first letters of one pair"),
        pytest.param("k.h", "kế hoạch", id="the same with a full stop"),
        pytest.param("p/h", "phối hợp", id="what a unit does"),
        pytest.param("q/đ", "qđ", id="first letters of two pairs"),
        pytest.param("c.trì", "chủ trì", id="a word cut off before a whole one"),
        pytest.param("đ/vị", "đơn vị", id="the same with a stroke"),
        pytest.param("t.truyền", "tuyên truyền", id="a pair of the plans"),
        pytest.param("t.hoa", "t hoa", id="of several pairs, or none"),
        pytest.param("p.tccb", "p tccb", id="a head of units"),
        pytest.param("tt.yt", "ttyt", id="a unit by all its letters"),
        pytest.param("p.tc-kt", "p tc-kt", id="a head before letters with a hyphen"),
        pytest.param("15/3", "15/3", id="a day"),
        pytest.param("1.2.3", "1.2.3", id="a number of a row"),
        pytest.param("300/kh-ubnd", "300/kh-ubnd", id="a code"),
        pytest.param("hiv/aids", "hiv/aids", id="a name with a stroke"),
        pytest.param("xã/phường", "xã/phường", id="two whole words"),
    ],
)
def test_a_cut_word_is_written_out(typed: str, meant: str) -> None:
    assert " ".join(uncut(typed, lambda word: PAIRS.get(word, ()))) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("kế hoạch kiểm tr quý", "kế hoạch kiểm tra quý", id="by the word before it"),
        pytest.param("tuyên tr", "tuyên truyền", id="another one"),
        pytest.param("lập tr", "lập tr", id="behind a word that it does not go on with"),
        pytest.param("kiểm t", "kiểm t", id="one letter"),
        pytest.param("kiểm gì", "kiểm gì", id="a whole word that begins as consonants do"),
    ],
)
def test_a_word_that_is_only_begun_goes_on_as_the_plans_do(typed: str, meant: str) -> None:
    assert " ".join(finished(typed.split(), lambda left, word: ENDS.get((left, word), ""))) == meant
