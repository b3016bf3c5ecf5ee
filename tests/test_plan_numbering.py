"""Numbers of headings and rows."""

import pytest

from knowledge.plan.numbering import SectionPath, Style, leading, parse


@pytest.mark.parametrize(
    ("printed", "style", "count"),
    [
        ("I", Style.ROMAN, 1),
        ("IX.", Style.ROMAN, 9),
        ("7", Style.ARABIC, 7),
        ("(3)", Style.ARABIC, 3),
        ("2.10", Style.DOTTED2, 10),
        ("II.3", Style.DOTTED2, 3),
        ("1.2.3.", Style.DOTTED3, 3),
        ("4a", Style.DOTTED2, 1),
        ("B.", Style.LETTER, 2),
        ("C", Style.LETTER, 3),
        ("đ)", Style.SMALL, 5),
        ("Phần II", Style.PART, 0),
    ],
)
def test_a_number_is_known_by_its_style_and_its_count(printed: str, style: Style, count: int) -> None:
    number = parse(printed)
    assert number is not None
    assert (number.style, number.count, number.printed) == (style, count, printed)


@pytest.mark.parametrize("words", ["-", "STT", "Nội dung", "", "2027-2030 và"])
def test_words_are_no_number(words: str) -> None:
    assert parse(words) is None


def test_a_letter_after_a_letter_is_no_roman_number() -> None:
    h = parse("H")
    i = parse("I", h)
    assert i is not None
    assert i.style is Style.LETTER


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("II Cải cách thủ tục", ("II", "Cải cách thủ tục")),
        ("1. Kiểm soát", ("1.", "Kiểm soát")),
        ("a) Về thể chế", ("a)", "Về thể chế")),
        ("Phần thứ nhất: Mục tiêu", ("Phần thứ nhất:", "Mục tiêu")),
        ("Mục tiêu chung", None),
        ("100% hồ sơ", None),
        ("2027 là năm đầu", None),
        ("- Rà soát", None),
    ],
)
def test_a_heading_is_cut_from_its_number(text: str, cut: tuple[str, str] | None) -> None:
    assert leading(text) == cut


def path_of(*headings: tuple[str, str]) -> tuple[str, ...]:
    path = SectionPath()
    for number, title in headings:
        path.enter(parse(number), title)
    return path.path


def test_a_heading_closes_those_of_its_level_and_below() -> None:
    opened = [("I", "Một"), ("1.", "Hai"), ("1.1", "Ba"), ("2.", "Bốn")]
    assert path_of(*opened) == ("I Một", "2. Bốn")
    assert path_of(*opened, ("II", "Năm")) == ("II Năm",)


def test_a_first_heading_read_as_1_is_closed_by_ii() -> None:
    assert path_of(("1", "Thể chế"), ("II", "Thủ tục")) == ("II Thủ tục",)


@pytest.mark.parametrize(
    ("row", "before", "open_headings"),
    [("3.1", None, ("VI Chính quyền số", "3. Hệ thống")), ("4", "3.1", ("VI Chính quyền số",))],
)
def test_a_row_beside_a_heading_closes_it(row: str, before: str | None, open_headings: tuple[str, ...]) -> None:
    path = SectionPath()
    path.enter(parse("VI"), "Chính quyền số")
    path.enter(parse("3."), "Hệ thống")
    path.at_row(parse(row), parse(before) if before else None)
    assert path.path == open_headings
