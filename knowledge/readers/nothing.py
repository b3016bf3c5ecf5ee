"""A file that is whole and says nothing is refused by its own name: no plan is so short."""

import re

from knowledge.document import Document, Paragraph
from knowledge.errors import RefusedError
from knowledge.readers.refusal import broken, refused
from knowledge.readers.sniff import Kind

_FEWEST = 2  # words
_WORD = re.compile(r"[^\W_]+")
_CALLED = {
    Kind.WORD: "Word", Kind.EXCEL: "Excel", Kind.OLD_TEXT: "Word kiểu cũ, RTF hoặc ODT",
    Kind.OLD_SHEET: "Excel kiểu cũ, Excel 2003 XML hoặc ODS", Kind.PDF: "PDF", Kind.HTML: "HTML", Kind.PICTURE: "ảnh",
    Kind.MAIL: "thư", Kind.ARCHIVE: "nén", Kind.TEXT: "văn bản thuần",
}  # fmt: skip


def says_something(document: Document, kind: Kind, data: bytes) -> Document:
    """The document, where it has words or tells what of it was not read.

    Raises:
        RefusedError: it has none, or only those of its own source.
    """
    if kind in _CONVERTED and _is_source(document):
        raise broken(document.source, "XML của Word hoặc Excel")
    if document.doubts or _words(document) >= _FEWEST:
        return document
    raise _empty(document.source, "RTF" if data[:5] == b"{\\rtf" else _CALLED[kind])


_CONVERTED = frozenset({Kind.OLD_TEXT, Kind.OLD_SHEET})


def _is_source(document: Document) -> bool:
    """Whether LibreOffice took an XML file that it could not open for plain text."""
    first = next(iter(document.blocks), None)
    return isinstance(first, Paragraph) and first.text.lstrip().startswith("<?xml")


def _empty(name: str, called: str) -> RefusedError:
    advice = "Đề nghị mở tệp để kiểm tra, lưu lại bản đầy đủ rồi gửi lại"
    return refused(name, f"tệp {called} mở được nhưng không có nội dung", advice)


def _words(document: Document) -> int:
    """How many words there are, counted up to what is enough."""
    found = 0
    for block in document.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [c.text for row in block.rows for c in row.cells]
        found += sum(len(_WORD.findall(text)) for text in texts)
        if found >= _FEWEST:
            break
    return found
