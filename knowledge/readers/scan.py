"""Pictures of pages → pages: each one straightened, its rules found, its cells and lines recognised."""

import io
import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
from PIL import Image, ImageOps, ImageSequence

from knowledge.document import RECOGNISED, Document, Doubt
from knowledge.readers.encodings import NONSENSE, likeness
from knowledge.readers.grid import Span
from knowledge.readers.limits import Limits
from knowledge.readers.page_picture import Picture, has_ink, lies_on_its_side, rules_of, straightened, tight
from knowledge.readers.pages import assemble
from knowledge.readers.pdf_page import Page, PageTable
from knowledge.readers.pdf_text import Line
from knowledge.readers.reading_watch import Watch
from knowledge.readers.recognition import (
    check_tesseract,
    recognise_cells_twice,
    recognise_numbers,
    recognise_page,
    recognise_quarters,
    upright,
)
from knowledge.readers.recognition_slips import has_quarter
from knowledge.readers.refusal import broken, too_much
from knowledge.readers.ruling import Ruled, ruled_tables
from knowledge.readers.stamps import grey_without_stamps

_DPI = 250
_SLACK = 2.0  # points between two rules that are one
_A4 = 842.0  # points: the longer side of a sheet
_SHEETS = (500.0, 1300.0)  # points: the longer side of the sheets that offices use, A5 to A3
_DENSITIES = (96, 620)  # dots an inch of pictures that say how they were taken; others only claim it
_LARGEST = 120_000_000  # pixels of a picture

_Drawn = tuple[Image.Image, int]  # grey, and its dots an inch


def recognised_pages(data: bytes, name: str, numbers: Sequence[int], limits: Limits, watch: Watch) -> list[Page]:
    """Some pages of a PDF (counted from 0), as recognition reads them.

    Raises:
        MissingExtraError: tesseract or its Vietnamese is not there; says what to install.
        pypdfium2.PdfiumError: the file is broken.
    """
    check_tesseract(name)
    pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        return list(_pages(numbers, lambda number: _drawn(pdf, number), limits, watch))
    finally:
        pdf.close()


def read_picture(data: bytes, name: str, limits: Limits, watch: Watch) -> Document:
    """The document of a picture (jpg, png, tiff with its pages, …).

    Raises:
        MissingExtraError: tesseract or its Vietnamese is not there; says what to install.
        RefusedError: the file is broken or goes beyond the limits.
    """
    check_tesseract(name)
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data)) as file:  # spoilt metadata
            if file.width * file.height > _LARGEST:
                raise too_much(name, f"ảnh có hơn {_LARGEST // 1_000_000} triệu điểm ảnh")
            frames = [_frame(frame) for frame in ImageSequence.Iterator(file)][: limits.pages]
            pages = list(_pages(range(len(frames)), frames.__getitem__, limits, watch))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise broken(name, "ảnh") from error
    document = assemble(name, pages, limits)
    return replace(document, doubts=(Doubt(RECOGNISED), *document.doubts))


def _pages(numbers: Sequence[int], draw: Callable[[int], _Drawn], limits: Limits, watch: Watch) -> Iterator[Page]:
    """The pages, several at a time: tesseract runs beside us, one thread each."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    watch.more_time(len(numbers) * limits.page_seconds)
    workers = max(1, os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        for first in range(0, len(numbers), workers):
            batch = numbers[first : first + workers]
            watch.progress(f"nhận dạng trang {batch[-1] + 1}")
            drawn = [(number, *draw(number)) for number in batch]  # pdfium itself knows no threads
            yield from pool.map(lambda page: _page(*page), drawn)


def _drawn(pdf: pypdfium2.PdfDocument, number: int) -> _Drawn:
    page = pdf[number]
    longest = max(*page.get_size(), 1.0)
    real = longest if _SHEETS[0] <= longest <= _SHEETS[1] else _A4  # a picture of 200 dpi put in at 72 is no poster
    scale = _DPI / 72 * real / longest
    return grey_without_stamps(page.render(scale=scale).to_pil(), _DPI), _DPI


def _frame(frame: Image.Image) -> _Drawn:
    """A page of a picture file at the density that the rest works with."""
    dpi = _density(frame)
    grey = grey_without_stamps(_on_white(ImageOps.exif_transpose(frame)), dpi)
    size = (max(1, round(grey.width * _DPI / dpi)), max(1, round(grey.height * _DPI / dpi)))
    return grey.resize(size, Image.Resampling.LANCZOS), _DPI


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in {"RGBA", "LA", "PA"} and "transparency" not in image.info:
        return image
    whole = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole)


def _density(frame: Image.Image) -> float:
    """Dots an inch: what the file says where that makes a sheet of paper, else as if it were A4."""
    longest = max(frame.size)
    said = frame.info.get("dpi", (0, 0))[0]
    if said and _DENSITIES[0] <= said <= _DENSITIES[1] and _SHEETS[0] <= longest / float(said) * 72 <= _SHEETS[1]:
        return float(said)
    return longest * 72 / _A4


def _page(number: int, image: Image.Image, dpi: int) -> Page:
    """A page, read from its other end where that says more: sheets are put in upside down as well."""
    placed = upright(image, dpi) if lies_on_its_side(image) else image
    page = _as_it_lies(number, placed, dpi)
    if not page.text.strip() or likeness(page.text) >= NONSENSE:
        return page
    turned = _as_it_lies(number, placed.transpose(Image.Transpose.ROTATE_180), dpi)
    return max(page, turned, key=lambda one: likeness(one.text))


def _as_it_lies(number: int, image: Image.Image, dpi: int) -> Page:
    picture = straightened(image, dpi)
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
    found = dict(zip(written, recognise_cells_twice([crops[i] for i in written], picture.dpi), strict=True))
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
