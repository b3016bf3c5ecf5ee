"""The mark of a note that a PDF prints small and high is a raised figure, no part of the word or number before it."""

import pytest
from pdf_pages import HEIGHT, drawn, read
from reportlab.pdfgen.canvas import Canvas
from writers import vietnamese_font

from knowledge.document import Paragraph

Printed = tuple[str, float, float]  # words, size, how far above the line


def a_line(*pieces: Printed) -> str:
    """What is read of one line, printed in pieces."""

    def page(canvas: Canvas) -> None:
        text = canvas.beginText(60, HEIGHT - 200)
        for words, size, rise in pieces:
            text.setFont(vietnamese_font(), size)
            text.setRise(rise)
            text.textOut(words)
        canvas.drawText(text)

    return "\n".join(block.text for block in read(drawn(page)).blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        pytest.param([("Phòng Nghiệp vụ 2", 12, 0), ("3", 7, 5)], "Phòng Nghiệp vụ 2³", id="behind a figure"),
        pytest.param([("30/3/2027", 12, 0), ("12", 7, 5)], "30/3/2027¹²", id="behind a day, of two figures"),
        pytest.param(
            [("Phòng", 12, 0), ("(1)", 6, 5), (" Hỗ trợ", 12, 0)], "Phòng¹ Hỗ trợ", id="in brackets, between words"
        ),
        pytest.param([("Sửa 120 m", 12, 0), ("2", 8, 4), (" nhà kho", 12, 0)], "Sửa 120 m² nhà kho", id="a measure"),
        pytest.param([("Tổng kết", 12, 0), ("7", 7, 6), (" họp", 12, 0)], "Tổng kết⁷ họp", id="higher than its line"),
        pytest.param([("Đo khí CO", 12, 0), ("2", 7, -2)], "Đo khí CO2", id="below the line"),
        pytest.param([("Quý ", 12, 0), ("3", 12, 0)], "Quý 3", id="of the same size"),
        pytest.param([("Lần 5", 12, 0), ("th", 8, 2)], "Lần 5th", id="letters"),
    ],
)  # fmt: skip
def test_a_figure_above_the_line_is_the_mark_of_a_note(pieces: list[Printed], text: str) -> None:
    assert a_line(*pieces) == text


def test_a_small_figure_that_stands_by_itself_is_none() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, HEIGHT - 200, "Kế hoạch")
        canvas.setFont(vietnamese_font(), 7)
        canvas.drawString(160, HEIGHT - 195, "12")

    assert "¹²" not in " ".join(block.text for block in read(drawn(page)).blocks if isinstance(block, Paragraph))
