"""A scanned PDF → Document: each page drawn, straightened, its rules found, its cells and lines recognised."""

import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
from PIL import Image

from knowledge.document import Document
from knowledge.model import Doubt
from knowledge.readers.grid import Span
from knowledge.readers.limits import Limits
from knowledge.readers.pages import assemble
from knowledge.readers.pdf_page import Page, PageTable
from knowledge.readers.pdf_text import Line
from knowledge.readers.picture import Picture, has_ink, lies_on_its_side, rules_of, straightened, tight
from knowledge.readers.recognition import (
    check_tesseract,
    recognise_cells,
    recognise_numbers,
    recognise_page,
    recognise_quarters,
    upright,
)
from knowledge.readers.refusal import broken
from knowledge.readers.ruling import Ruled, ruled_tables
from knowledge.readers.slips import has_quarter
from knowledge.readers.watch import Watch

_DPI = 250
_SLACK = 2.0  # points between two rules that are one
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
    picture = straightened(upright(image, dpi) if lies_on_its_side(image) else image, dpi)
    across, down, bare = rules_of(picture)
    tables = [_table(bare, ruled) for ruled in ruled_tables(across, down, _SLACK)]
    tables = [table for table in tables if any(table.lines)]
    rest = bare.image.copy()
    for table in tables:
        rest.paste(255, _box(table.ruled, picture.point))
    lines = recognise_page(rest, dpi) if has_ink(rest) else []
    return Page(number + 1, picture.image.height / picture.point, tuple(tables), tuple(lines), 0, 0.0)


def _box(table: Ruled, scale: float) -> tuple[int, int, int, int]:
    """A table on the page, in pixels; letters right above it are not touched."""
    return (
        round(table.xs[0] * scale),
        round(table.ys[0] * scale),
        round(table.xs[-1] * scale),
        round(table.ys[-1] * scale),
    )


def _table(picture: Picture, ruled: Ruled) -> PageTable:
    crops = [_crop(picture, ruled, span) for span in ruled.spans]
    written = [index for index, crop in enumerate(crops) if crop.width > 4 and crop.height > 4 and has_ink(crop)]
    found = dict(zip(written, recognise_cells([crops[i] for i in written], picture.dpi), strict=True))
    short = [i for i in written if ruled.spans[i].column == 0 and _is_short(crops[i], picture.dpi)]
    for index, number in zip(short, recognise_numbers([crops[i] for i in short], picture.dpi), strict=True):
        if number:
            found[index] = (Line(number, 0.0, 0.0, 0.0, 0.0, 0.0),)
    _read_quarters(found, crops, picture.dpi)
    return PageTable(ruled, tuple(found.get(index, ()) for index in range(len(crops))))


def _read_quarters(found: dict[int, tuple[Line, ...]], crops: list[Image.Image], dpi: int) -> None:
    """Read the lines once more in which a quarter is named."""
    named = [index for index, lines in found.items() if any(has_quarter(line.text) for line in lines)]
    again = recognise_quarters([[line.text for line in found[i]] for i in named], [crops[i] for i in named], dpi)
    for index, texts in zip(named, again, strict=True):
        found[index] = tuple(replace(line, text=text) for line, text in zip(found[index], texts, strict=True))


def _crop(picture: Picture, ruled: Ruled, span: Span) -> Image.Image:
    left, right = ruled.xs[span.column], ruled.xs[span.column + span.columns]
    return picture.crop(left, ruled.ys[span.row], right, ruled.ys[span.row + span.rows])


def _is_short(crop: Image.Image, dpi: int) -> bool:
    """Whether a cell holds no more than a row number: one line, half an inch."""
    written = tight(crop)
    return written.width < 0.55 * dpi and written.height < 0.3 * dpi
