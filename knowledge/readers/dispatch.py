"""A kind of file → its reader, in this process. `knowledge.readers.isolation` runs it in one that may be ended.

Each format's library is loaded when a file of that kind is read: together they cost more than a second.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge.document import Document
from knowledge.readers.extent import checked
from knowledge.readers.inner import ReadInner, nothing_inside
from knowledge.readers.limits import Limits
from knowledge.readers.nothing import says_something
from knowledge.readers.reading_watch import Watch
from knowledge.readers.sniff import Kind, sniff

_LAYERS = 2  # a mail with an archive with a file; a file with a chunk with a picture


@dataclass(frozen=True, slots=True)
class _Order:
    """One file to be read."""

    data: bytes
    name: str
    limits: Limits
    watch: Watch
    inner: ReadInner


def read_kind(kind: Kind, data: bytes, name: str, limits: Limits, watch: Watch) -> Document:
    """The document of bytes whose kind is known, not larger than can be understood.

    Raises:
        RefusedError: they cannot be read.
    """
    document = checked(_read(kind, data, name, limits, watch, _LAYERS), limits)
    return says_something(document, kind, data)


def _read(kind: Kind, data: bytes, name: str, limits: Limits, watch: Watch, layers: int) -> Document:
    def inner(data: bytes, name: str) -> Document:
        return _read(sniff(data, name), data, name, limits, watch, layers - 1)

    return _READERS[kind](_Order(data, name, limits, watch, inner if layers else nothing_inside))


def _word(order: _Order) -> Document:
    from knowledge.readers.word import read_word

    return read_word(order.data, order.name, order.limits, order.inner)


def _excel(order: _Order) -> Document:
    from knowledge.readers.excel import read_excel

    return read_excel(order.data, order.name, order.limits)


def _pdf(order: _Order) -> Document:
    from knowledge.readers.pdf import read_pdf

    return read_pdf(order.data, order.name, order.limits, order.watch)


def _picture(order: _Order) -> Document:
    from knowledge.readers.scan import read_picture

    return read_picture(order.data, order.name, order.limits, order.watch)


def _old_text(order: _Order) -> Document:
    from knowledge.readers.legacy import convert

    return _word(replace(order, data=convert(order.data, order.name, "docx", order.limits)))


def _old_sheet(order: _Order) -> Document:
    from knowledge.readers.legacy import convert

    return _excel(replace(order, data=convert(order.data, order.name, "xlsx", order.limits)))


def _html(order: _Order) -> Document:
    from knowledge.readers.html import read_html

    return read_html(order.data, order.name, order.limits)


def _mail(order: _Order) -> Document:
    from knowledge.readers.containers import read_mail

    return read_mail(order.data, order.name, order.inner)


def _archive(order: _Order) -> Document:
    from knowledge.readers.containers import read_archive

    return read_archive(order.data, order.name, order.limits, order.inner)


def _text(order: _Order) -> Document:
    from knowledge.readers.encodings import decode
    from knowledge.readers.separated import read_separated
    from knowledge.readers.text import read_text

    text, doubts = decode(order.data, order.name)
    document = read_separated(text, order.name, order.limits) or read_text(text, order.name)
    return replace(document, doubts=(*doubts, *document.doubts))


_READERS: dict[Kind, Callable[[_Order], Document]] = {
    Kind.WORD: _word,
    Kind.EXCEL: _excel,
    Kind.PDF: _pdf,
    Kind.PICTURE: _picture,
    Kind.OLD_TEXT: _old_text,
    Kind.OLD_SHEET: _old_sheet,
    Kind.HTML: _html,
    Kind.MAIL: _mail,
    Kind.ARCHIVE: _archive,
    Kind.TEXT: _text,
}
