"""What else a phrase may be written as."""

import pytest

from knowledge.questions.other_forms import Glossary, other_forms


def equal(typed: str, *, accented: bool = True) -> set[str]:
    return {" ".join(form) for form in other_forms(tuple(typed.split()), {}, accented=accented).equal}


def alike(typed: str) -> set[str]:
    return {" ".join(form) for form in other_forms(tuple(typed.split()), {}, accented=True).alike}


@pytest.mark.parametrize(
    ("typed", "form"), [("tthc", "thủ tục hành chính"), ("thủ tục hành chính", "tthc"), ("cm", "chuyên môn")]
)
def test_an_abbreviation_and_its_long_form_are_equal(typed: str, form: str) -> None:
    assert form in equal(typed)


def test_a_synonym_comes_with_its_accents() -> None:
    assert "người dân" in alike("bà con")
    assert all("thuong" not in form.split() for form in alike("khen thưởng"))


def test_a_syllable_is_no_abbreviation_where_accents_are_missing() -> None:
    assert equal("ca", accented=False) == set()
    assert equal("ubnd", accented=False) == {"uỷ ban nhân dân"}


def test_the_plan_s_own_abbreviations_count() -> None:
    glossary: Glossary = {("gtxd",): [("giao", "thông", "xây", "dựng")]}

    assert other_forms(("gtxd",), glossary, accented=True).equal == (("giao", "thông", "xây", "dựng"),)
