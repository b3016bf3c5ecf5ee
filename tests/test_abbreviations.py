"""What abbreviations stand for."""

from knowledge.language.abbreviations import expansions, short_forms


def test_an_abbreviation_is_known_with_and_without_accents() -> None:
    assert expansions("UBND") == ("Ủy ban nhân dân",)
    assert expansions("HĐND") == expansions("hdnd") == ("Hội đồng nhân dân",)


def test_an_abbreviation_may_stand_for_several_things() -> None:
    assert set(expansions("TT")) == {"Trung tâm", "Thông tư"}


def test_another_word_stands_for_nothing() -> None:
    assert expansions("phòng") == ()


def test_no_abbreviation_is_listed_twice_with_the_same_words() -> None:
    assert all(len(set(expansions(short))) == len(expansions(short)) for short in short_forms())
