"""Breaks between printed lines at which no cell of a table goes on."""

import pytest

from knowledge.document import Paragraph
from knowledge.model import Place
from knowledge.plan.line_breaks import behind_ends, ending_breaks

WRAPPED = "Rà soát\n{0}hồ sơ{1}Phòng Nội\n{0}vụ{1}Quý I"


def row(text: str) -> list[Paragraph]:
    lines = enumerate(text.split("\n"), start=1)
    return [Paragraph(line, place=Place(lines=(n, n))) for n, line in lines if line]


@pytest.mark.parametrize(
    ("text", "rows", "ending"),
    [
        (WRAPPED.format("\n", "\n"), 4, {False}),
        (WRAPPED.format("", "\n\n"), 4, {True}),
        (WRAPPED.format("\n", "\n\n"), 4, {False}),
        (WRAPPED.format("", "\n"), 4, {True}),
        (WRAPPED.format("\n", "\n"), 2, set()),
        ("Rà soát\n\nhồ sơ\nvà báo\n\ncáo\nvề\n\nthuế", 4, set()),
        ("Rà soát hồ sơ\n\nPhòng Nội vụ\nQuý I", 9, set()),
    ],
    ids=["ends close", "ends apart", "all apart", "all close", "too few", "both go on", "none goes on"],
)
def test_no_cell_goes_on_over_breaks_behind_which_no_line_begins_small(text: str, rows: int, ending: set[bool]) -> None:
    assert ending_breaks([row(text)] * rows) == ending


def test_the_first_words_of_a_row_stand_behind_no_end() -> None:
    first = Paragraph("", place=Place(lines=(1, 1)))
    rest = [
        Paragraph(text, place=Place(lines=(n, n))) for n, text in ((2, "Rà soát"), (4, "hồ sơ"), (5, "Phòng Nội vụ"))
    ]
    assert behind_ends([first, *rest], frozenset({False})) == {3}


def test_lines_without_a_place_show_nothing() -> None:
    assert not ending_breaks([[Paragraph("Rà soát"), Paragraph("hồ sơ")]] * 9)
