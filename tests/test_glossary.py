"""Abbreviations that invented plans explain."""

from knowledge.model import Passage
from knowledge.plan.glossary import glossary


def test_an_abbreviation_in_brackets_is_explained_by_the_words_before() -> None:
    assert glossary([Passage("Rà soát thủ tục hành chính (TTHC) nội bộ.")]) == (("TTHC", "thủ tục hành chính"),)


def test_a_name_may_be_shortened_in_so_many_words() -> None:
    text = "Ban Chỉ đạo chuyển đổi số tỉnh An Bình (sau đây gọi tắt là Ban Chỉ đạo) họp hằng quý."
    assert glossary([Passage(text)]) == (("Ban Chỉ đạo", "Ban Chỉ đạo chuyển đổi số tỉnh An Bình"),)


def test_brackets_that_explain_nothing_are_left() -> None:
    assert glossary([Passage("Sửa đổi, bổ sung (nếu có) theo mẫu (PL1).")]) == ()
