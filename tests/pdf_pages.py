"""PDF files for tests, drawn page by page."""

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from writers import vietnamese_font

from knowledge.document import Document
from knowledge.readers import Limits
from knowledge.readers.pdf import read_pdf
from knowledge.readers.reading_watch import Watch

WIDTH, HEIGHT = landscape(A4)


def read(data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 - a frozen value
    return read_pdf(data, "ke-hoach.pdf", limits, Watch())


def drawn(*pages: Callable[[Canvas], None], password: str = "") -> bytes:
    """A PDF whose pages are drawn by functions, in points from the lower left corner."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=password or None)
    for page in pages:
        canvas.setFont(vietnamese_font(), 12)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts_at: tuple[float, float, str]) -> Callable[[Canvas], None]:
    """Draws texts at (x, distance from the top)."""

    def draw(canvas: Canvas) -> None:
        for x, y, text in texts_at:
            canvas.drawString(x, HEIGHT - y, text)

    return draw
