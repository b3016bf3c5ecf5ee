"""Which paragraphs are headings, and how deep their numbers stand.

Printed plans nest "Phần" over "I." over "1." over "1.1." over "a)" over "-"; a paragraph without a number is a heading
where it is printed as one (bold, in capitals, marked by the file itself).
"""

import re

from knowledge.language.text import folded
from knowledge.plan.block import Block
from knowledge.plan.timetable import day_in
from knowledge.units.phrase import unit_at

BULLET = 9
_RANKS: tuple[tuple[str, int], ...] = (
    (r"phan\b", 0),
    (r"chuong\b", 1),
    (r"[A-ZĐ][.)]$", 2),
    (r"muc\b", 3),
    (r"[IVX]+\s?[.):\-–]?$", 3),
    (r"dieu\b", 4),
    (r"[A-ZĐ]?\d{1,3}\s?[-–.)/]?$", 5),
    (r"\d{1,2}\.\d{1,2}\s?[-–.)]?$", 6),
    (r"\d{1,2}(?:\.\d{1,2}){2,}\s?[-–.)]?$", 7),
    (r"[a-zđ]\d?\s?[-.)]$|\([a-zđ]{1,2}\)|\(\d", 8),
)


def rank(block: Block) -> int | None:
    """How deep a numbered paragraph stands, None where it has no number."""
    if not block.marker:
        return None
    named = len(block.marker) > 3 and not set(block.marker) <= set("IVXLC.):-– ")
    word = folded(block.marker) if named and block.marker[:2].isalpha() else block.marker
    single_roman = re.fullmatch(r"[IVX][.)]", block.marker)
    if single_roman:
        return 3
    return next((depth for pattern, depth in _RANKS if re.match(pattern, word)), BULLET)


def is_heading(block: Block, following: Block | None) -> bool:
    """Whether a paragraph is a heading of what follows it."""
    text, depth = block.text, rank(block)
    if not text:
        return depth is not None and depth <= 4
    if block.level is not None:
        return len(text) <= 400
    if depth is None:
        return _unnumbered_heading(block, following)
    if depth <= 4:
        return len(text) <= 300 and (depth < 4 or text[-1] not in ".;,")
    return _numbered_heading(block, depth, following)


def _unnumbered_heading(block: Block, following: Block | None) -> bool:
    text = block.text
    if len(text) > 160 or text[-1] in ".;," or following is None:
        return False
    if text.isupper() or (block.bold and text[:1].isupper()) or (text.endswith(":") and _heads_units(text)):
        return True
    below = rank(following)
    if below is None or not day_in(text):
        return False
    # the day or month of a programme, with what is done then only above its items
    return not _TITLED.search(text) or below > _LETTER or following.marker.startswith("1")


_TITLED = re.compile(r"\w: \S")
_LETTER = 8  # the rank of "a)"


def _heads_units(text: str) -> bool:
    """Whether the text addresses units; "Sở X ban hành Kế hoạch … như sau:" opens the whole plan and heads nothing."""
    if folded(text).endswith("nhu sau:"):
        return False
    return len(text) <= 100 and bool(re.match(r"(?:Các|Đối với|Sở|Ban|UBND|Ủy ban|Phòng|Văn phòng)\b", text))


def _numbered_heading(block: Block, depth: int, following: Block | None) -> bool:
    """A numbered paragraph that only names what stands under it."""
    text, deeper = block.text, has_children(block, following)
    timed = deeper and day_in(text) != ""
    titled = _TITLED.search(text) is not None
    # "1. Mục đích: …" says itself what it names
    if depth >= BULLET or (titled and not (block.bold or timed)):
        return deeper and len(text) <= 200 and (text.endswith(":") or (timed and not titled))
    if text.endswith(":"):
        return deeper and len(text) <= 200
    if block.bold and len(text) <= 300:
        return deeper or text[-1] not in ".;"
    if text[-1] in ";,":
        return False
    if text[-1] == ".":
        return deeper and len(text) <= 170 and not re.search(r"[.;] ", text)
    return (deeper and len(text) <= 220) or (_names_a_matter(text) and following is not None and orders(following))


def _names_a_matter(text: str) -> bool:
    """Whether a text without a mark at its end is a short title, and no item that a unit is charged with."""
    return len(text) <= _TITLE and unit_at(text) is None


_TITLE = 90  # characters
_ORDER = re.compile(r"(?:Yêu cầu|Giao|Đề nghị)\b")


def orders(block: Block) -> bool:
    """Whether a paragraph without a number tells a unit what to do, and does not end the plan with it."""
    bare = block.level is None and not block.marker
    return bare and not block.text.endswith("./.") and _ORDER.match(block.text) is not None


def has_children(block: Block, following: Block | None) -> bool:
    """Whether the paragraph that follows stands under this one."""
    depth = rank(block)
    if following is None or depth is None:
        return False
    below = rank(following)
    if below is None:
        return not following.text.isupper() and depth < BULLET and not closes(following)
    return below > depth or (below == depth == BULLET and following.marker != block.marker)


_CLOSING = re.compile(
    r"(?:Trên đây là|Yêu cầu|Giao|Đề nghị|Trong quá trình|Nhận được|Thừa (?:lệnh|ủy quyền)"
    r"|(?:Kế hoạch|Chương trình|Đề án|Chỉ thị|Quyết định|Nghị quyết|Thông báo|Công điện|Quy định) này)\b"
)


def closes(block: Block) -> bool:
    """Whether a paragraph is one of the last, which speak of the whole plan and stand under no item."""
    if block.level is not None or block.marker:
        return False
    opens, ends = bool(_CLOSING.match(block.text)), block.text.endswith("./.")  # below that mark nothing stands
    of_unit = ends and unit_at(block.text) is not None
    return of_unit or (opens and (ends or len(block.text) > 60))
