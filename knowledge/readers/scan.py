"""A scanned PDF → Document: each page drawn, straightened, its rules found, its cells and lines recognised."""

import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
from PIL import Image

from knowledge.document import Document
from knowledge.model import Doubt
from knowledge.readers.limits import Limits
from knowledge.readers.pages import assemble
from knowledge.readers.pdf_page import Page, PageTable
from knowledge.readers.picture import Picture, has_ink, rules_of, straightened
from knowledge.readers.recognition import check_tesseract, recognise_cells, recognise_page
from knowledge.readers.refusal import broken
from knowledge.readers.ruling import Ruled, ruled_tables
from knowledge.readers.watch import Watch

_DPI = 250
_SLACK = 2.0  # points between two rules that are one
_INSET = 1.5  # points of a cell beside its rules that are not looked at
_LONGEST = 14_400  # pixels of a side; larger pages are drawn coarser


def read_scan(data: bytes, name: str, limits: Limits, watch: Watch) -> Document:
    """The document of a PDF whose pages are pictures.

    Raises:
        MissingExtraError: tesseract or its Vietnamese is not there; says what to install.
        RefusedError: the file is broken.
    """
    check_tesseract(name)
    try:
        pages = list(_pages(data, limits, watch))
    except (pypdfium2.PdfiumError, ValueError, OSError) as error:
        raise broken(name, "PDF") from error
    document = assemble(name, pages, limits)
    doubt = Doubt("Văn bản quét được nhận dạng chữ tự động: đề nghị đối chiếu tên đơn vị và thời hạn với bản gốc")
    return Document(name, document.blocks, document.wrapped, (doubt, *document.doubts))


def _pages(data: bytes, limits: Limits, watch: Watch) -> Iterator[Page]:
    """The pages, several at a time: tesseract runs beside us, one thread each."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    total = len(pdf)
    watch.more_time(total * limits.page_seconds)
    workers = max(1, os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        for first in range(0, total, workers):
            numbers = range(first, min(first + workers, total))
            watch.progress(f"trang {numbers[-1] + 1}/{total}")
            drawn = [(number, *_drawn(pdf, number)) for number in numbers]  # pdfium itself knows no threads
            yield from pool.map(lambda page: _page(*page), drawn)


def _drawn(pdf: pypdfium2.PdfDocument, number: int) -> tuple[Image.Image, int]:
    page = pdf[number]
    dpi = min(_DPI, int(_LONGEST * 72 / max(*page.get_size(), 1.0)))
    return page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L"), dpi


def _page(number: int, image: Image.Image, dpi: int) -> Page:
    picture = straightened(image, dpi)
    tables = [_table(picture, ruled) for ruled in ruled_tables(*rules_of(picture), _SLACK)]
    tables = [table for table in tables if any(table.lines)]
    rest = picture.image.copy()
    for table in tables:
        xs, ys = table.ruled.xs, table.ruled.ys
        box = (round((xs[0] - 3) * picture.point), round((ys[0] - 3) * picture.point),
               round((xs[-1] + 3) * picture.point), round((ys[-1] + 3) * picture.point))  # fmt: skip
        rest.paste(255, box)
    lines = recognise_page(rest, dpi) if has_ink(rest) else []
    return Page(number + 1, picture.image.height / picture.point, tuple(tables), tuple(lines), 0, 0.0)


def _table(picture: Picture, ruled: Ruled) -> PageTable:
    crops = [
        picture.crop(
            ruled.xs[span.column] + _INSET,
            ruled.ys[span.row] + _INSET,
            ruled.xs[span.column + span.columns] - _INSET,
            ruled.ys[span.row + span.rows] - _INSET,
        )
        for span in ruled.spans
    ]
    written = [index for index, crop in enumerate(crops) if crop.width > 4 and crop.height > 4 and has_ink(crop)]
    found = dict(zip(written, recognise_cells([crops[i] for i in written], picture.dpi), strict=True))
    return PageTable(ruled, tuple(found.get(index, ()) for index in range(len(crops))))
