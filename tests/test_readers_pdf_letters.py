"""PDF files whose fonts do not say what their letters are."""

from dataclasses import replace

from pdf_pages import drawn, lines, read
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from knowledge.readers.pdf import is_blind
from knowledge.readers.pdf_page import Page
from knowledge.readers.pdf_text import Line


def test_letters_that_the_font_does_not_name_are_told_with_their_page() -> None:
    def page(canvas: Canvas) -> None:
        text = [(40.0, 60.0 + 14 * i, "Rà soát văn bản của các cơ quan, đơn vị trên địa bàn") for i in range(9)]
        lines(*text)(canvas)
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))  # comes with reportlab and has no "ệ"
        canvas.setFont("Vera", 12)
        lines((40, 300, "Nhiệm vụ"))(canvas)

    told = [(doubt.message, doubt.place.page) for doubt in read(drawn(lines((40, 60, "Trang 1 có chữ")), page)).doubts]
    assert told == [("Trang có 2 chữ không đọc được, cần đối chiếu bản gốc", 2)]


def test_a_page_whose_words_have_holes_is_read_by_recognition() -> None:
    text = "Ki\ufffdn toàn Ban Ch\ufffd huy phòng th\ufffd dân s\ufffd và phân công đ\ufffda bàn"
    line = Line(text, 0, 300, 40, 52, 12)
    page = Page(1, 842.0, (), (line,), letters=50, lost=0.1)
    assert is_blind(page)
    assert not is_blind(replace(page, lines=(replace(line, text="\ufffdNâng cao nhận thức"),)))  # a bullet
