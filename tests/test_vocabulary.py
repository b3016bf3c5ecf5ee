"""Terms by number, and those near to a mistyped one."""

import pytest

from knowledge.search.vocabulary import Vocabulary

VOCABULARY = Vocabulary.of(["số", "sở", "việc", "công", "nghị", "nghiệp", "phòng", "107", "trường", "trưởng"])


def test_accented_terms_share_the_number_of_their_folded_form() -> None:
    assert VOCABULARY.fold[VOCABULARY.ids["số"]] == VOCABULARY.fold[VOCABULARY.ids["sở"]] == VOCABULARY.bare_ids["so"]
    assert VOCABULARY.bare == ("so", "viec", "cong", "nghi", "nghiep", "phong", "107", "truong")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("viecj", ("viec",), id="tone left as a letter"),
        pytest.param("côgn", ("cong",), id="two letters changed places"),
        pytest.param("nghiẹpp", ("nghiep",), id="letter twice"),
        pytest.param("phonh", ("phong",), id="another letter"),
        pytest.param("truowngf", ("truong",), id="two slips in a long word"),
        pytest.param("vieecj", ("viec",), id="a Telex vowel and tone"),
        pytest.param("cogns", ("cong",), id="changed places and a tone"),
        pytest.param("sor", ("so",), id="a tone alone"),
        pytest.param("viec", (), id="itself is not near"),
        pytest.param("sp", (), id="too short"),
        pytest.param("108", (), id="a number"),
        pytest.param("107/2021", (), id="a code"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_a_mistyped_word_is_near_to_the_one_that_was_meant(typed: str, expected: tuple[str, ...]) -> None:
    assert VOCABULARY.near(typed) == expected


def test_words_with_the_same_first_letter_come_first() -> None:
    assert Vocabulary.of(["bòng", "phòng", "vòng"]).near("vnòng")[0] == "vong"
