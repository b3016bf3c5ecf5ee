"""A kind of file → its reader, in this process. `knowledge.readers.isolation` runs it in one that may be ended."""

from collections.abc import Callable
from dataclasses import replace

from knowledge.document import Document
from knowledge.readers.encodings import decode
from knowledge.readers.excel import read_excel
from knowledge.readers.html import read_html
from knowledge.readers.legacy import convert
from knowledge.readers.limits import Limits
from knowledge.readers.pdf import read_pdf
from knowledge.readers.separated import read_separated
from knowledge.readers.sniff import Kind
from knowledge.readers.text import read_text
from knowledge.readers.watch import Watch
from knowledge.readers.word import read_word


def read_kind(kind: Kind, data: bytes, name: str, limits: Limits, watch: Watch) -> Document:
    """The document of bytes whose kind is known.

    Raises:
        RefusedError: they cannot be read.
    """
    if kind is Kind.PDF:
        return _pdf(data, name, limits, watch)
    return _READERS[kind](data, name, limits)


def _pdf(data: bytes, name: str, limits: Limits, watch: Watch) -> Document:
    document = read_pdf(data, name, limits, watch)
    if document is None:
        from knowledge.readers.scan import read_scan  # noqa: PLC0415 - an extra that may not be there

        return read_scan(data, name, limits, watch)
    return document


def _old_text(data: bytes, name: str, limits: Limits) -> Document:
    return read_word(convert(data, name, "docx", limits), name, limits)


def _old_sheet(data: bytes, name: str, limits: Limits) -> Document:
    return read_excel(convert(data, name, "xlsx", limits), name, limits)


def _text(data: bytes, name: str, limits: Limits) -> Document:
    text, doubts = decode(data, name)
    document = read_separated(text, name, limits) or read_text(text, name)
    return replace(document, doubts=(*doubts, *document.doubts))


_READERS: dict[Kind, Callable[[bytes, str, Limits], Document]] = {
    Kind.WORD: read_word,
    Kind.EXCEL: read_excel,
    Kind.OLD_TEXT: _old_text,
    Kind.OLD_SHEET: _old_sheet,
    Kind.HTML: read_html,
    Kind.TEXT: _text,
}
