"""PDF with a text layer → Document.

Each page gives its ruled tables as grids and the lines around them in reading order. Page numbers and running heads are
left out; a table that opens a page with the columns of the one that closed the page before is marked as its
continuation, so that rows cut by the page end can be joined again. A page without letters is a scan.
"""

import io
from collections.abc import Iterable, Sequence

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from knowledge.document import Document
from knowledge.readers.limits import Limits
from knowledge.readers.pages import assemble
from knowledge.readers.pdf_page import Page, read_page
from knowledge.readers.refusal import broken, refused, too_much
from knowledge.readers.watch import Watch

_FAULTS = (
    PSException,
    PDFException,
    PdfminerException,
    MalformedPDFException,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    AssertionError,
    RecursionError,
    ArithmeticError,
    NotImplementedError,
)


def read_pdf(data: bytes, name: str, limits: Limits, watch: Watch) -> Document | None:
    """The document of a PDF, or None where its pages are pictures.

    Raises:
        RefusedError: it is broken, locked, or goes beyond the limits.
    """
    try:
        pages = _pages(data, name, limits, watch)
    except _FAULTS as error:
        if _locked(error):
            raise refused(name, "tệp được đặt mật khẩu nên không mở được", "Đề nghị gỡ mật khẩu rồi gửi lại") from error
        raise broken(name, "PDF") from error
    if not pages:
        raise broken(name, "PDF")
    return None if _is_scan(pages) else assemble(name, pages, limits)


def _pages(data: bytes, name: str, limits: Limits, watch: Watch) -> list[Page]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        total = len(pdf.pages)
        if total > limits.pages:
            raise too_much(name, f"tệp có {total} trang, quá giới hạn {limits.pages}")
        pages: list[Page] = []
        for page in pdf.pages:
            watch.progress(f"trang {page.page_number}/{total}")
            pages.append(read_page(page, pages[-1] if pages else None))
            page.close()
        return pages


def _locked(error: BaseException) -> bool:
    return any("Password" in repr(e) or "Encryption" in repr(e) for e in _causes(error))


def _causes(error: BaseException | None) -> Iterable[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _is_scan(pages: Sequence[Page]) -> bool:
    """Whether most pages have no letters to speak of, or letters that the file does not name."""
    silent = [page for page in pages if page.letters < 20 or page.lost > 0.2]
    return len(silent) > len(pages) / 2
