"""How much a document says, held against the limits: what was read has to be understood as well, in the same time."""

from knowledge.document import Document, Paragraph
from knowledge.readers.limits import Limits
from knowledge.readers.refusal import too_much


def checked(document: Document, limits: Limits) -> Document:
    """The document, where it is not too large to be understood.

    Raises:
        RefusedError: names the limit that it goes beyond.
    """
    letters = rows = longest = 0
    for block in document.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [c.text for row in block.rows for c in row.cells]
        rows += 0 if isinstance(block, Paragraph) else len(block.rows)
        sizes = list(map(len, texts))
        letters, longest = letters + sum(sizes), max(longest, *sizes, 0)
    for what, found, most in (
        ("dòng bảng", rows, limits.rows),
        ("chữ", letters, limits.letters),
        ("chữ trong một đoạn", longest, limits.line),
    ):
        if found > most:
            raise too_much(document.source, f"tệp có {found} {what}, quá giới hạn {most}")
    return document
