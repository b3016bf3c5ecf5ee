"""A whole paragraph or a table of a plan, with the number or bullet that it begins with."""

import re
from dataclasses import dataclass

from knowledge.document import Table
from knowledge.language.spaced import closed_up
from knowledge.language.text import UPPER, nfc
from knowledge.model import Place


@dataclass(frozen=True, slots=True)
class Block:
    """A whole paragraph, or a table (its `text` is empty).

    Args:
        marker: its number or bullet as printed ("1.", "1.1.", "a)", "-"), "" where it has none.
        text: the words without the marker.
        level: heading depth that the file itself marks, else None.
        bold: every word is bold.
        gap: empty lines before it.
        cell: it stands in a table that only lays out the page (letterhead, signature).
    """

    text: str
    place: Place
    marker: str = ""
    level: int | None = None
    bold: bool = False
    gap: int = 0
    table: Table | None = None
    cell: bool = False

    @property
    def whole(self) -> str:
        """The paragraph as printed, marker and words."""
        return f"{self.marker} {self.text}".strip()


# Arrows, shapes, boxes, ticks; and the signs of symbol fonts, which in a PDF are none or of no letter.
_SIGNS = r"\u2190-\u21ff\u25a0-\u26ff\u2700-\u27bf\ue000-\uf8ff\ufffd"
# A number or bullet at the start of a paragraph. "1.1" may lack its last dot; "1 " alone is no marker.
_MARKER = re.compile(
    r"(?P<m>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+(?:thứ\s+)?(?:[IVXLC]+|\d{1,3})\s*[.:\-]?(?=\s|$)"
    r"|[IVX]{1,6}\s?(?:[.)]|\s?[-–:](?=\s))|[A-ZĐ]\d{0,2}[.)](?=\s)"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}\s?[-–.)]?(?=\s)|\d{1,2}\s?[.)](?!\d)|\d{1,2}/(?=\s)|\d{1,2}\s?[-–](?=\s\D)"
    rf"|\d{{3}}[.)](?=\s+[{UPPER}])"  # a long list goes past 99; with a small letter it is the end of a sentence
    rf"|[a-zđ]\d?\s?(?:[).](?=\s|[{UPPER}])|\))|[a-zđ]-(?=\s)|\(\d{{1,2}}\)|\([a-zđivx]{{1,4}}\)(?=\s)"
    rf"|\[[ xX{_SIGNS}]?\](?=\s)"
    rf"|[-–—+•*»{_SIGNS}]+(?=\s|[^\W\d_]))\s*",
)
BULLETS = ("-", "–", "—", "+", "•", "*")
# What is ticked when a task is done ("☐", "[ ]").
BOX = re.compile(r"(?:[\u25a1\u2610-\u2612\u2751\u2752]|\[[ xX]?\])(?=\s|$)")
_CRUMBS = re.compile(r"<[^<>\n]{1,60}>|\*{1,3}|_{2,3}|`|\\(?=[-.*#])")


def split_marker(text: str) -> tuple[str, str]:
    """A paragraph's number or bullet and its words."""
    match = _MARKER.match(text)
    if not match or _no_marker(match["m"], text[match.end() :]):
        return "", text
    return match["m"].strip(), text[match.end() :].strip()


def clean(text: str) -> str:
    """The words without Markdown marks, HTML tags, doubled spaces and spaces between letters."""
    star = "* " if re.match(r"\s*\*\s", text) else ""  # a bullet, and no mark of emphasis
    return star + nfc(closed_up(_CRUMBS.sub("", re.sub(r"^\s{0,3}#{1,6}\s+", "", text))))


def _no_marker(marker: str, rest: str) -> bool:
    """Whether what looks like a bullet belongs to the words ("- 2025 trên địa bàn" of a range that was cut)."""
    return marker in ("-", "–", "—") and bool(re.match(r"(?:19|20)\d\d\b", rest))
