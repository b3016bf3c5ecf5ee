"""A question in the numbers of an index."""

import pytest
from builders import a_loaded_plan, a_task

from knowledge.search.index import Index

LEXICON = Index.build([a_loaded_plan([a_task(task="Bồi dưỡng công chức"), a_task(task="Dùng chung dữ liệu")])]).matcher


def test_a_word_is_taken_once_however_often_it_is_typed() -> None:
    query = LEXICON.read(["công", "chức", "cong", "công", "chức"], accented=True)
    assert query.words == ("cong", "chuc")
    assert query.pairs == (("cong", "chuc"),)


def test_neighbours_are_no_pair_where_a_word_between_them_was_left_out() -> None:
    assert LEXICON.read(["công", "", "chức"], accented=True).pairs == ()


def test_a_slip_stands_for_the_near_word_that_fits_its_neighbour() -> None:
    assert LEXICON.near("duung")[0] in {"dung", "duong"}
    assert LEXICON.near("duung", left="boi") == ("duong",)
    assert LEXICON.near("duung", right="chung") == ("dung",)


def test_a_mended_word_counts_less_and_has_no_accents() -> None:
    query = LEXICON.read(["bồi", "dưỡngx"], accented=True)
    assert query.words == ("boi", "duongx")
    assert (query.accents >= 0).tolist() == [True, False]
    assert query.pairs == (("boi", "duongx"),)


def test_only_the_first_unknown_words_of_a_long_text_are_mended() -> None:
    strange = [f"{letter}zzzzz" for letter in "abcdefghiklm"]
    assert LEXICON.read(["dưỡngx", *strange], accented=True).words == ("duongx",)
    assert LEXICON.read([*strange, "dưỡngx"], accented=True).words == ()


@pytest.mark.parametrize("text", [[], [""], ["zzzzzzz"]])
def test_a_question_of_no_known_word_is_empty(text: list[str]) -> None:
    query = LEXICON.read(text, accented=True)
    assert query.words == ()
    assert len(query.idf) == len(query.pair_idf) == len(query.accents) == 0
