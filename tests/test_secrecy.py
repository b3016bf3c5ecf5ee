"""Marks of state secrets, where they stand and where the word is only a word."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
from writers import vietnamese_font

from knowledge.document import RECOGNISED, Cell, Document, Paragraph, Row, Table
from knowledge.model import Doubt
from knowledge.plan.secrecy import secrecy
from knowledge.readers import read_here

HEAD = ("UBND TỈNH AN BÌNH", "Số: 12/KH-UBND", "An Bình, ngày 05 tháng 3 năm 2027")


def a_document(*lines: str) -> Document:
    return Document("ke-hoach.docx", tuple(Paragraph(line) for line in lines))


@pytest.mark.parametrize(
    ("lines", "level"),
    [
        ((*HEAD, "MẬT", "KẾ HOẠCH"), "Mật"),
        ((*HEAD, "[ TỐI MẬT ]", "KẾ HOẠCH"), "Tối mật"),
        (("Tuyệt mật", *HEAD, "KẾ HOẠCH"), "Tuyệt mật"),
        (("Độ mật: Mật", *HEAD), "Mật"),
        (("Ma\u0323\u0302t", *HEAD), "Mật"),
        (("MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *HEAD), "Mật"),
        (("UBND TỈNH AN BÌNH | TỐI MẬT",), "Tối mật"),
        ((*HEAD, "KẾ HOẠCH", "BẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2027"), None),
        (("BAN BẢO VỆ BÍ MẬT NHÀ NƯỚC", *HEAD), None),
        (("CỤC MẬT MÃ", *HEAD), None),
        ((*HEAD, "KẾ HOẠCH", "Thu hoạch MẬT năm 2027"), None),
        ((*HEAD, "KẾ HOẠCH", "Tài liệu mật do Văn thư quản lý"), None),
        ((*HEAD, *["Nội dung"] * 60, "Mật"), None),
        (HEAD, None),
    ],
)
def test_a_mark_is_seen_at_the_head_and_a_word_is_none(lines: tuple[str, ...], level: str | None) -> None:
    assert secrecy(a_document(*lines)) == level


def test_a_mark_in_a_cell_of_the_letterhead_is_seen() -> None:
    table = Table((Row((Cell("UBND TỈNH\nSố: 5/KH-UBND\nMẬT"), Cell("CỘNG HÒA"))),))
    assert secrecy(Document("a.docx", (table,))) == "Mật"


@pytest.mark.parametrize(
    ("margin", "level"),
    [
        ("TỐI MẬT", "Tối mật"),
        ("Kế hoạch số 12\tMật", "Mật"),
        ("UBND TỈNH AN BÌNH - MẬT", "Mật"),
        ("KẾ HOẠCH THU HOẠCH MẬT NĂM 2027", None),
        ("BAN BẢO VỆ BÍ MẬT NHÀ NƯỚC", None),
        ("Trang 2", None),
    ],
)
def test_a_mark_in_the_margins_of_the_pages_is_seen(margin: str, level: str | None) -> None:
    document = Document("a.docx", a_document(*HEAD, *["Nội dung"] * 60).blocks, margins=("Lưu hành nội bộ", margin))
    assert secrecy(document) == level


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("MAT", "Mật"),
        ("TÓI MẬT", "Tối mật"),
        ("[TUYET MAT]", "Tuyệt mật"),
        ("MẶT TRẬN TỔ QUỐC", None),
        ("Mặt", None),
    ],
)
def test_a_mark_whose_accents_were_lost_in_recognition_is_seen(line: str, level: str | None) -> None:
    scan = Document("quet.pdf", a_document(*HEAD, line).blocks, doubts=(Doubt(RECOGNISED),))
    assert secrecy(scan) == level


def test_words_without_accents_are_no_mark_where_nothing_was_recognised() -> None:
    assert secrecy(a_document(*HEAD, "MAT")) is None


@pytest.mark.parametrize(
    ("line", "level"),
    [("TỐI MẬT Trang 1", "Tối mật"), ("MẬT", "Mật"), ("Mật", None), ("GIỮ BÍ MẬT", None), ("Trang 1", None)],
)
def test_a_foot_in_capitals_that_stands_among_the_text_of_a_saved_page_is_seen(line: str, level: str | None) -> None:
    assert secrecy(a_document(*HEAD, *["Nội dung"] * 60, line)) == level


def test_a_short_foot_of_a_pdf_of_two_pages_is_among_its_margins() -> None:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4)
    for number in (1, 2):
        page.setFont(vietnamese_font(), 11)
        for line in range(45):
            page.drawString(70, 780 - 15 * line, f"Nội dung thứ {line} của trang này là một dòng dài")
        page.drawString(70, 40, "Tối mật")
        page.drawString(480, 40, f"Trang {number}")
        page.showPage()
    page.save()
    assert secrecy(read_here(out.getvalue(), "ke-hoach.pdf")) == "Tối mật"
