"""What a word would be that is written as a region speaks it."""

import pytest

from knowledge.language.sounds import spoken_as


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        pytest.param("lào", "nào", id="the north"),
        pytest.param("nập", "lập", id="the north, the other way"),
        pytest.param("xở", "sở", id="s"),
        pytest.param("trủ", "chủ", id="ch"),
        pytest.param("diệc", "việc", id="v of the south"),
        pytest.param("chiệc", "việc", id="v as a child says it"),
        pytest.param("dới", "với", id="v in a small word"),
        pytest.param("dao", "giao", id="gi"),
        pytest.param("zữ", "dữ", id="a letter that no syllable has"),
        pytest.param("fòng", "phòng", id="f"),
        pytest.param("wản", "quản", id="w"),
        pytest.param("tháng", "thán", id="n at the end"),
        pytest.param("việt", "việc", id="c at the end"),
        pytest.param("hoạt", "hoạch", id="ch at the end"),
        pytest.param("chũ", "chủ", id="hỏi"),
        pytest.param("quạch", "hoạch", id="ho of the south"),
        pytest.param("doàn", "đoàn", id="a bar that was not typed"),
        pytest.param("lao", "nao", id="without accents"),
    ],
)
def test_a_word_is_written_as_it_is_spoken(typed: str, word: str) -> None:
    assert word in [each for each, _ in spoken_as(typed)]


@pytest.mark.parametrize("typed", ["2027", "đ/vị", "ai", "giá"])
def test_what_has_no_such_sound_may_be_no_other_word(typed: str) -> None:
    assert {"ai", "giá"}.isdisjoint(each for each, _ in spoken_as(typed))
    assert all(each[0].isalpha() for each, _ in spoken_as(typed))


def test_the_same_sound_is_told_of_each_word_of_a_speaker() -> None:
    assert dict(spoken_as("lào"))["nào"] == dict(spoken_as("lăm"))["năm"] == ("l", "n")
