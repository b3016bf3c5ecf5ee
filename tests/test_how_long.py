"""How long something lasts, and the name of a row that has the verb of it."""

import pytest

from knowledge.questions.how_long import asks_how_long, asks_how_long_anywhere, name_around


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kho lưu trữ điện tử bao nhiêu tháng", "kho luu tru dien tu"),
        ("kho lưu trữ điện tử mấy tháng", "kho luu tru dien tu"),
        ("kho lưu trữ còn bao nhiêu tháng", "kho luu tru"),
        ("hồ sơ lưu trữ bao nhiêu tháng", ""),
        ("hồ sơ lưu trữ mấy năm", ""),
        ("ho so luu tru bn thang", ""),
    ],
)
def test_a_name_goes_on_up_to_the_words_that_ask(text: str, name: str) -> None:
    words = text.split()
    at = next(at for at, word in enumerate(words) if word in ("lưu", "luu"))
    assert name_around(words, at, at + 2) == name


@pytest.mark.parametrize(
    ("text", "behind", "anywhere"),
    [
        ("nghỉ thai sản bao nhiêu tháng", True, True),
        ("nghỉ bao nhiêu tháng thì xong", False, True),
        ("nghỉ mấy tháng tới", False, False),
        ("nghỉ mấy ngày cuối", True, False),
        ("nghỉ mất bao lâu để làm", False, True),
        ("nghỉ mấy người", False, False),
    ],
)
def test_it_is_asked_how_long(text: str, behind: bool, anywhere: bool) -> None:
    words = text.split()
    assert (asks_how_long(words, 1), asks_how_long_anywhere(words)) == (behind, anywhere)
