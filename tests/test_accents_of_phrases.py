"""Phrases of the tables that read alike without accents are told apart by those that somebody types."""

import pytest

from knowledge.language.text import canonical
from knowledge.questions.other_forms import other_forms


def forms(typed: str) -> set[str]:
    words = tuple(canonical(typed).split())
    return {" ".join(form) for form in other_forms(words, {}, accented=typed.isascii() is False).alike}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("bờ đê", True, id="as it is written"),
        pytest.param("bo de", True, id="without accents it may be meant"),
        pytest.param("bộ đề", False, id="with other accents it is another"),
    ],
)
def test_a_short_phrase_has_its_accents_where_any_were_typed(typed: str, *, meant: bool) -> None:
    assert ("đê điều" in forms(typed)) is meant


def test_a_long_phrase_may_have_a_slip_in_its_accents() -> None:
    assert "hồ sơ mẫu" in forms("mẫu điên sẵn")
