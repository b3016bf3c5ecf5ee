"""Numbers that are not written in figures, wherever they are said."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.deadlines.quoting import wording_of
from knowledge.language.numerals import bare_ordinals, ordinals, roman
from knowledge.library.snapshot import make_snapshot
from knowledge.questions.ordinals import in_other_figures
from knowledge.questions.pointing import pointed


@pytest.mark.parametrize(
    ("number", "signs"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (400, "CD"), (1999, "MCMXCIX"), (0, "0"),
     (4000, "4000")],
)  # fmt: skip
def test_a_number_has_its_roman_signs_where_there_are_any(number: int, signs: str) -> None:
    assert roman(number) == signs


@pytest.mark.parametrize(("word", "bare", "place"), [("nhất", "nhat", 1), ("nhì", "nhi", 2), ("tư", "tu", 4)])
def test_the_words_for_a_place_are_known_with_their_accents_and_without(word: str, bare: str, place: int) -> None:
    assert ordinals()[word] == bare_ordinals()[bare] == place


SECTIONS = ("I. Tổ chức bộ máy", "II. Chuyển đổi số")
ROWS = [a_task(stt=str(n), task=f"Nhiệm vụ kiểu {n}", section=(heading,)) for heading in SECTIONS for n in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "stt"),
    [
        ("nhiệm vụ thứ mười hai của phần II do ai chủ trì", "12"),
        ("nhiệm vụ thứ mười một của phần thứ hai do ai chủ trì", "11"),
        ("phần thứ nhất, việc thứ nhì do ai chủ trì", "2"),
    ],
)
def test_a_row_is_found_by_its_place_in_a_section_however_far_that_is_counted(text: str, stt: str) -> None:
    assert stts(ask(make_snapshot([a_loaded_plan(ROWS)]), text)) == [stt]


def test_a_place_a_quarter_and_a_stretch_are_told_by_the_same_numbers() -> None:
    pointer = pointed("mở việc thứ nhì", lambda _, __: None)
    assert pointer is not None
    assert pointer.place == ordinals()["nhì"]
    assert wording_of("Quý IV") == wording_of("quý 4")
    assert in_other_figures(("học", "kỳ", "2")) == {("học", "kỳ", "ii")}
