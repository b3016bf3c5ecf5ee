"""Headings with a space between all letters are the words that they are."""

import pytest

from knowledge.language.spaced import closed_up
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

WORDS = ("QUYẾT ĐỊNH", "BÁO CÁO", "CHƯƠNG TRÌNH", "NGHỊ QUYẾT", "ĐỀ ÁN", "HƯỚNG DẪN", "KẾ HOẠCH", "CÔNG ĐIỆN")


@pytest.mark.parametrize("between", [" ", "   ", "\u00a0\u00a0"], ids=["one space", "three", "hard ones"])
@pytest.mark.parametrize("heading", WORDS)
def test_a_heading_with_its_letters_apart_is_closed_up(heading: str, between: str) -> None:
    assert closed_up(between.join(" ".join(word) for word in heading.split())) == heading


def test_what_stands_behind_it_stays() -> None:
    assert closed_up("**Q U Y Ế T   Đ Ị N H :**") == "**QUYẾT ĐỊNH :**"


@pytest.mark.parametrize("text", ["A B C D", "Nhóm B C D G", "X X V I", "Khối A và B", "Ô tô A B"])
def test_single_letters_that_are_no_word_stay_apart(text: str) -> None:
    assert closed_up(text) == text


@pytest.mark.parametrize("heading", ["B Á O   C Á O", "B Á O C Á O", "K Ế   H O Ạ C H"])
def test_a_document_with_such_a_heading_has_its_head(heading: str) -> None:
    text = f"""UBND TỈNH LÂM AN
Số: 144/BC-UBND
Lâm An, ngày 20 tháng 5 năm 2026

{heading}
Tiến độ các nhiệm vụ giao thông năm 2026

STT\tNhiệm vụ\tChủ trì\tThời hạn
1\tKhởi công cầu Bến Than\tSở Xây dựng\t30/6/2026
2\tDi dời đường dây 110 kV\tSở Công Thương\t30/9/2026

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lý Thu Hằng
"""
    head = understand(read_here(text.encode(), "bao-cao.txt")).heading
    assert (head.number, head.issuer, head.signer.name) == ("144/BC-UBND", "UBND tỉnh Lâm An", "Lý Thu Hằng")
    assert head.title is not None
    assert head.title.endswith("Tiến độ các nhiệm vụ giao thông năm 2026")


@pytest.mark.parametrize("text", ["Vitamin A C E I", "Tổ A N H E", "nhóm I I I I"])
def test_letters_inside_a_line_are_no_heading(text: str) -> None:
    assert closed_up(text) == text
