"""PDF → Document, page by page.

Each page gives its ruled tables as grids and the lines around them in reading order. A page that is a picture, or whose
text layer is no text, is read by recognition; where that is not possible it is named. Page numbers and running heads
are left out; a table that opens a page with the columns of the one that closed the page before is marked as its
continuation, so that rows cut by the page end can be joined again.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2

from knowledge.document import RECOGNISED, Document, Doubt, Place
from knowledge.errors import MissingExtraError
from knowledge.readers.encodings import NONSENSE, hidden_encoding, likeness
from knowledge.readers.legacy_fonts import legacy_name
from knowledge.readers.limits import Limits
from knowledge.readers.overprint import without_stamp
from knowledge.readers.pages import assemble
from knowledge.readers.pdf_objects import Ink, ink_of
from knowledge.readers.pdf_page import Page, read_page
from knowledge.readers.reading_watch import Watch
from knowledge.readers.refusal import broken, refused, too_much
from knowledge.readers.scan import recognised_pages

_FAULTS = (pypdfium2.PdfiumError, ValueError, OSError, OverflowError)
_FEW = 20  # letters: a page with fewer has no text of its own
_PICTURE = (0.25, 0.9)  # shares of a page: a smaller picture is a stamp, a larger one the background


def read_pdf(data: bytes, name: str, limits: Limits, watch: Watch) -> Document:
    """The document of a PDF.

    Raises:
        MissingExtraError: all its pages are pictures and tesseract is not there; says what to install.
        RefusedError: it is broken, locked, or goes beyond the limits.
    """
    try:
        pages, doubts = _pages(data, name, limits, watch)
        blind = [index for index, page in enumerate(pages) if is_blind(page)]
        pages, more = _recognised(data, name, pages, blind, limits, watch) if blind else (pages, [])
    except _FAULTS as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise refused(name, "tệp được đặt mật khẩu nên không mở được", "Đề nghị gỡ mật khẩu rồi gửi lại") from error
        raise broken(name, "PDF") from error
    document = assemble(name, pages, limits)
    told = (*doubts, *more, *_pictures(pages, blind), *_lost_letters(pages))
    return replace(document, doubts=(*told, *document.doubts))


def is_blind(page: Page) -> bool:
    """Whether a page shows something that its text layer does not say."""
    if page.letters < _FEW:
        return page.pictures > 0 or page.drawn
    return page.lost > _LOST or _holes(page) > _FEW_HOLES * page.letters or likeness(page.text) < NONSENSE


def _pages(data: bytes, name: str, limits: Limits, watch: Watch) -> tuple[list[Page], list[Doubt]]:
    pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        total = len(pdf)
        if not total:
            raise broken(name, "PDF")
        if total > limits.pages:
            raise too_much(name, f"tệp có {total} trang, quá giới hạn {limits.pages}")
        pages: list[Page] = []
        doubts: list[Doubt] = []
        for number in range(1, total + 1):
            watch.progress(f"trang {number}/{total}")
            page = pdf[number - 1]
            pages.append(_page(ink_of(page), number, pages[-1] if pages else None, doubts))
            page.close()
        return pages, doubts
    finally:
        pdf.close()


def _page(ink: Ink, number: int, before: Page | None, doubts: list[Doubt]) -> Page:
    """A page, its letters converted where they are those of an old encoding that no font names."""
    ink, stamped = without_stamp(ink)
    if stamped:
        doubts.append(Doubt(_STAMPED, Place(page=number)))
    page = read_page(ink, number, before)
    label = hidden_encoding(page.text)
    if label is None:
        return page
    doubts.append(Doubt(legacy_name(label), Place(page=number)))
    font = {"VNI": "VNI-Times"}.get(label, ".VnTime")
    return read_page(replace(ink, glyphs=[replace(glyph, font=font) for glyph in ink.glyphs]), number, before)


_STAMPED = "Trang có chữ ký hoặc con dấu in đè lên chữ: phần in đè không đọc, các dòng ở đó cần đối chiếu bản gốc"


_LOST, _FEW_HOLES = 0.2, 0.01  # shares of the letters of a page that the file does not name, of all and inside words
_HOLE = re.compile(r"(?<=[^\W\d_])\ufffd|\ufffd(?=[a-zà-ỹđ])")  # a lost bullet stands before a word


def _holes(page: Page) -> int:
    """How many letters are missing inside of words: the font does not say what they are ("nhi\ufffdm v\ufffd")."""
    return len(_HOLE.findall(page.text))


def _recognised(
    data: bytes, name: str, pages: list[Page], blind: Sequence[int], limits: Limits, watch: Watch
) -> tuple[list[Page], list[Doubt]]:
    """The pages with those that are blind read by recognition, or named where it is not there."""
    try:
        read = recognised_pages(data, name, blind, limits, watch)
    except MissingExtraError:
        if len(blind) > len(pages) / 2:
            raise
        missing = "Trang là ảnh hoặc chữ không đọc được, chưa đọc: máy này chưa cài chương trình nhận dạng chữ"
        return pages, [Doubt(missing, Place(page=index + 1)) for index in blind]
    whole = list(pages)
    for index, page in zip(blind, read, strict=True):
        whole[index] = page
    strange = [Doubt(_STRANGE, Place(page=page.number)) for page in read if likeness(page.text) < NONSENSE]
    if len(blind) == len(pages):
        return whole, [Doubt(RECOGNISED), *strange]
    return whole, [*(Doubt(RECOGNISED, Place(page=index + 1)) for index in blind), *strange]


_STRANGE = "Trang nhận dạng không ra chữ tiếng Việt, phần lớn trang coi như chưa đọc: đề nghị quét lại"


def _lost_letters(pages: Sequence[Page]) -> Iterator[Doubt]:
    """The pages that are read as text although letters of it are lost."""
    for page in pages:
        if holes := _holes(page):
            yield Doubt(f"Trang có {holes} chữ không đọc được, cần đối chiếu bản gốc", Place(page=page.number))


def _pictures(pages: Sequence[Page], blind: Sequence[int]) -> Iterator[Doubt]:
    """The text pages with a picture that may show a part of the plan."""
    for index, page in enumerate(pages):
        if index not in blind and _PICTURE[0] <= page.pictures <= _PICTURE[1]:
            yield Doubt("Trang có ảnh lớn chưa đọc nội dung, cần đối chiếu bản gốc", Place(page=page.number))
