"""What else a phrase may be written as."""

import pytest

from knowledge.data import records
from knowledge.language.text import canonical, folded
from knowledge.questions.other_forms import Glossary, other_forms, sizes_with_forms
from knowledge.search.words import terms


def equal(typed: str, *, accented: bool = True) -> set[str]:
    return {" ".join(form) for form in other_forms(tuple(typed.split()), {}, accented=accented).equal}


def alike(typed: str) -> set[str]:
    return {" ".join(form) for form in other_forms(tuple(typed.split()), {}, accented=True).alike}


@pytest.mark.parametrize(
    ("typed", "form"), [("tthc", "thủ tục hành chính"), ("thủ tục hành chính", "tthc"), ("cm", "chuyên môn")]
)
def test_an_abbreviation_and_its_long_form_are_equal(typed: str, form: str) -> None:
    assert form in equal(typed)


def test_a_number_in_words_is_equal_to_its_digits_where_accents_tell_it() -> None:
    assert equal("bốn trăm mười hai") == {"412"}
    assert equal("hai", accented=False) == set()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("heo", "lợn"),
        ("lợn", "heo"),
        ("đua ghe", "đua thuyền"),
        ("mướn", "thuê"),
        ("hồ bơi", "bể bơi"),
        ("sài gòn", "hồ chí minh"),
        ("hồ chí minh", "sài gòn"),
        ("mét vuông", "m2"),
    ],
)
def test_the_word_of_another_region_and_another_name_of_a_place_is_equal(typed: str, printed: str) -> None:
    assert printed in equal(typed)


def test_the_word_of_another_region_is_known_without_accents_where_none_are_typed() -> None:
    assert "ngô" in equal("bap", accented=False)
    assert equal("bập") == set()


def test_a_synonym_comes_with_its_accents() -> None:
    assert "người dân" in alike("bà con")
    assert all("thuong" not in form.split() for form in alike("khen thưởng"))


def test_a_syllable_is_no_abbreviation_where_accents_are_missing() -> None:
    assert equal("ca", accented=False) == set()
    assert equal("ubnd", accented=False) == {"uỷ ban nhân dân"}


def test_the_plan_s_own_abbreviations_count() -> None:
    glossary: Glossary = {("gtxd",): [("giao", "thông", "xây", "dựng")]}

    assert other_forms(("gtxd",), glossary, accented=True).equal == (("giao", "thông", "xây", "dựng"),)


@pytest.mark.parametrize(
    ("everyday", "printed"),
    [
        ("bấm dấu điện tử", "chữ ký số"),
        ("nộp lại giấy tờ", "chia sẻ dữ liệu"),
        ("chấm điểm cải cách", "chỉ số cải cách hành chính"),
        ("chích ngừa", "tiêm chủng"),
        ("sổ đỏ", "quyền sử dụng đất"),
        ("trâu bò", "gia súc"),
        ("gà vịt", "gia cầm"),
        ("khơi mương", "nạo vét kênh mương"),
    ],
)
def test_everyday_words_find_the_words_of_the_field_but_not_the_other_way_round(everyday: str, printed: str) -> None:
    said, meant = tuple(everyday.split()), tuple(printed.split())

    assert meant in other_forms(said, {}, accented=True).alike
    assert said not in other_forms(meant, {}, accented=True).alike


@pytest.mark.parametrize(
    ("typed", "form"),
    [("học kỳ 2", "học kỳ ii"), ("hoc ky ii", "hoc ky 2"), ("hk1", "học kỳ i"), ("hk 2", "học kỳ ii"),
     ("giai đoạn 3", "giai đoạn iii"), ("gđ2", "giai đoạn ii")],
)  # fmt: skip
def test_a_stretch_told_by_its_figure_is_printed_in_other_signs(typed: str, form: str) -> None:
    assert form in equal(typed)


@pytest.mark.parametrize("typed", ["kế hoạch 2", "hk7", "2", "ab1"])
def test_a_figure_behind_other_words_is_no_such_stretch(typed: str) -> None:
    assert not any(word in ("ii", "vii") for form in equal(typed) for word in form.split())


def test_what_is_ruled_out_by_its_words_has_no_other_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = ("synonyms.tsv", "paraphrases.tsv", "dialects.tsv", "shorthand.tsv", "everyday.tsv", "plain_words.tsv")
    said = {tuple(terms(canonical(text))) for table in tables for row in records(table) for text in row}
    said |= {(f"{stretch}{figure}",) for stretch in ("hk", "gđ", "gd", "hk0") for figure in range(1, 10)}
    said |= {
        tuple(text.split()) for text in ("học kỳ 1", "hk 2", "gđ ii", "phân kỳ iii", "bốn trăm mười hai", "7", "10")
    }
    phrases = {words[:n] for words in said for n in range(1, len(words) + 1)}
    phrases |= {tuple(map(folded, words)) for words in phrases}
    cases = [(words, accented) for words in phrases for accented in (True, False)]
    found = [other_forms(words, {}, accented=accented) for words, accented in cases]
    sized = [len(words) in sizes_with_forms(words, {}) for words, _ in cases]

    monkeypatch.setattr("knowledge.questions.other_forms._phrases", lambda: phrases)  # nothing is ruled out

    assert found == [other_forms(words, {}, accented=accented) for words, accented in cases]
    assert all(size for size, forms in zip(sized, found, strict=True) if forms)
