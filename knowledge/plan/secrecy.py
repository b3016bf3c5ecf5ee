"""Whether a document is marked as a state secret: "Mật", "Tối mật", "Tuyệt mật" (Nghị định 26/2020/NĐ-CP).

The mark is stamped or printed at the head or in the margins of the pages, in a place of its own. It is looked for
there, not in the text: a plan on the protection of secrets is none. In doubt a capital MẬT by itself counts, for such a
paper must not be kept here.
"""

import re
from collections.abc import Iterator
from itertools import islice

from knowledge.document import Document, Paragraph
from knowledge.language.text import canonical, folded, nfc
from knowledge.plan.kinds import ALL

_HEAD = 40  # printed lines in which a mark may stand
LEVELS = ("Tuyệt mật", "Tối mật", "Mật")
_LABEL = re.compile(r"^(?:độ|mức độ|dấu|văn bản|tài liệu)\s+(?:mật\s*)?[:.]?\s*|^độ mật\s*[:.]\s*")
# a syllable by itself: "BÍ MẬT", "BẢO MẬT", "CƠ MẬT", "MẬT MÃ", "MẬT KHẨU", "MẬT ONG" are other words
_STAMP = re.compile(r"(?<!BÍ )(?<!BẢO )(?<!CƠ )(?<!\w)(TUYỆT MẬT|TỐI MẬT|MẬT)(?!\w)(?! (?:MÃ|KHẨU|ONG|ĐỘ|THƯ)\b)")
_TITLE = re.compile(rf"(?:{ALL})\b")


def secrecy(document: Document) -> str | None:
    """The level that a document is marked with, None where it is not."""
    before_title = True
    for line in islice(_lines(document), _HEAD):
        before_title = before_title and not _TITLE.match(line)
        if level := _mark(line, in_capitals=before_title, recognised=document.recognised):
            return level
    if level := next(filter(None, map(_stamped_alone, _paragraphs(document))), None):
        return level
    margins = (line for text in document.margins for line in _printed(text))
    marks = (_mark(line, in_capitals=not _TITLE.match(line), recognised=document.recognised) for line in margins)
    return next(filter(None, marks), None)


def _mark(line: str, *, in_capitals: bool, recognised: bool) -> str | None:
    return _alone(line) or (_blurred(line) if recognised else None) or (_stamped(line) if in_capitals else None)


def _paragraphs(document: Document) -> Iterator[str]:
    """The printed lines outside of tables, where a running foot of a file without pages stands among the text."""
    texts = (block.text for block in document.blocks if isinstance(block, Paragraph))
    return (line for text in texts for line in _printed(text))


_PAGE = re.compile(r"\s*(?:trang|page)?\s*\d{1,3}(?:\s*/\s*\d{1,3})?\s*$", re.IGNORECASE)


def _stamped_alone(line: str) -> str | None:
    """The level where a line in capitals says nothing else but the number of a page, wherever it stands."""
    bare = _PAGE.sub("", line)
    return _alone(bare) if bare.isupper() else None


def _lines(document: Document) -> Iterator[str]:
    """The printed lines in order; each cell of a table by itself."""
    for block in document.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [c.text for row in block.rows for c in row.cells]
        for text in texts:
            yield from _printed(text)


def _printed(text: str) -> Iterator[str]:
    return filter(None, map(nfc, re.split(r"[\n|\t]|\s{3,}", text)))


def _alone(line: str) -> str | None:
    """The level where a line says nothing else."""
    said = _LABEL.sub("", _bare(line))
    return next((level for level in LEVELS if said == canonical(level)), None)


def _blurred(line: str) -> str | None:
    """The level where a line in capitals says nothing else, its accents lost or mistaken in recognition."""
    said = folded(_bare(line))
    return next((level for level in LEVELS if line.isupper() and said == folded(level)), None)


def _bare(line: str) -> str:
    return canonical(line).strip(" []().:-–*_\"'“”")


def _stamped(line: str) -> str | None:
    """The level that stands in capitals in a line of the letterhead."""
    found = _STAMP.search(line)
    return next((level for level in LEVELS if found and found[1] == level.upper()), None)
