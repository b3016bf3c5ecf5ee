"""The running text of a plan as paragraphs under their headings.

A plan is printed in four parts: the head (letterhead, number, title), the body, the foot (recipients, signature) and
the appendices. Only the body makes passages. Headings are known by their numbering, by what follows them, and by how
they are printed; each passage carries their whole path.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.document import Document
from knowledge.model import Passage, Place
from knowledge.plan.lines import Block, blocks, is_wrapped
from knowledge.text import folded

__all__ = ["Parts", "is_wrapped", "parts", "passages"]


@dataclass(frozen=True, slots=True)
class Parts:
    """The four parts of a plan, each in reading order."""

    head: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    foot: tuple[Block, ...] = ()
    appendix: tuple[Block, ...] = ()


def passages(document: Document) -> tuple[Passage, ...]:
    """The paragraphs and list items of the running text, each under its headings.

    A list item keeps its number or bullet at the start of its text.
    """
    body = parts(document).body
    path: list[_Heading] = []
    result = []
    for index, block in enumerate(body):
        if block.table is not None:
            continue
        rank = _rank(block)
        while path and rank is not None and path[-1].rank >= rank:
            path.pop()
        following = next((b for b in body[index + 1 :] if b.table is None), None)
        if _is_heading(block, following):
            if rank is None:
                path = [h for h in path if h.rank < _UNNUMBERED]
            path.append(_Heading(_UNNUMBERED if rank is None else rank, block.whole))
            continue
        result.append(Passage(block.whole, tuple(h.text for h in path), block.place))
        if rank is not None and _has_children(rank, following) and rank < _BULLET:
            path.append(_Heading(rank, block.marker))
    return tuple(result)


def parts(document: Document) -> Parts:
    """The document cut into head, body, foot and appendices."""
    whole = blocks(document)
    start = _body_start(whole)
    foot = _foot_start(whole, start)
    appendix = _appendix_start(whole, foot if foot < len(whole) else start)
    foot = min(foot, appendix)
    return Parts(whole[:start], whole[start:foot], whole[foot:appendix], whole[appendix:])


@dataclass(frozen=True, slots=True)
class _Heading:
    rank: int
    text: str


_UNNUMBERED = 4  # a heading without a number stands under roman numerals, beside arabic ones
_BULLET = 9
_RANKS: tuple[tuple[str, int], ...] = (
    (r"phan\b", 0),
    (r"chuong\b", 1),
    (r"[A-Z][.)]$", 2),
    (r"muc\b", 3),
    (r"[IVX]+\s?[.):\-–]?$", 3),
    (r"dieu\b", 4),
    (r"\d{1,2}\s?[.)/]?$", 5),
    (r"\d{1,2}\.\d{1,2}\s?[.)]?$", 6),
    (r"\d{1,2}(?:\.\d{1,2}){2,}\s?[.)]?$", 7),
    (r"[a-zđ]\d?\s?[.)]$|\([a-zđ]{1,2}\)|\(\d", 8),
    (r"[-–—•●▪➢✓»]", 9),
    (r"[+*○◦]", 10),
)


def _rank(block: Block) -> int | None:
    """How deep a numbered paragraph stands, None where it has no number."""
    if not block.marker:
        return None
    named = len(block.marker) > 3 and not set(block.marker) <= set("IVXLC.):-– ")
    word = folded(block.marker) if named and block.marker[:2].isalpha() else block.marker
    single_roman = re.fullmatch(r"[IVX][.)]", block.marker)
    if single_roman:
        return 3
    return next((rank for pattern, rank in _RANKS if re.match(pattern, word)), _BULLET)


def _is_heading(block: Block, following: Block | None) -> bool:
    """Whether a paragraph is a heading of what follows it."""
    text, rank = block.text, _rank(block)
    if not text:
        return rank is not None and rank <= 4
    if block.level is not None:
        return len(text) <= 400
    if rank is None:
        return _unnumbered_heading(block, following)
    if rank <= 3:
        return len(text) <= 300
    if rank == 4:
        return len(text) <= 200 and text[-1] not in ";,"
    return _numbered_heading(block, rank, following)


def _unnumbered_heading(block: Block, following: Block | None) -> bool:
    text = block.text
    if len(text) > 160 or text[-1] in ".;," or following is None:
        return False
    return text.isupper() or (block.bold and text[:1].isupper()) or (text.endswith(":") and _heads_units(text))


def _heads_units(text: str) -> bool:
    return len(text) <= 100 and bool(re.match(r"(?:Các|Đối với|Sở|Ban|UBND|Ủy ban|Phòng|Văn phòng)\b", text))


def _numbered_heading(block: Block, rank: int, following: Block | None) -> bool:
    """A numbered paragraph that only names what stands under it."""
    text, deeper = block.text, _has_children(rank, following)
    if text.endswith(":"):
        return deeper and len(text) <= 200
    if rank >= _BULLET:
        return False
    if block.bold and len(text) <= 300:
        return deeper or text[-1] not in ".;"
    if text[-1] in ";,":
        return False
    if text[-1] == ".":
        return deeper and len(text) <= 170 and not re.search(r"[.;] ", text)
    return deeper and len(text) <= 220


def _has_children(rank: int, following: Block | None) -> bool:
    """Whether the paragraph that follows stands under this one."""
    if following is None:
        return False
    below = _rank(following)
    return below > rank if below is not None else not following.text.isupper() and rank < _BULLET


_OPENING = re.compile(
    r"(?:căn cứ|thực hiện|triển khai|thi hành|để|nhằm|trên cơ sở|theo|xét|tiếp tục|hưởng ứng|phát huy|ngày|trong|năm"
    r"|với|[^.;]{0,160}\b(?:ban hành|xây dựng)\s+(?:kế hoạch|chương trình|đề án))\b",
    re.IGNORECASE,
)
_DOCUMENT_TITLE = re.compile(
    r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|QUYẾT ĐỊNH|CHỈ THỊ|NGHỊ QUYẾT|THÔNG BÁO)(?:\s|$)"
)


def _body_start(whole: Sequence[Block]) -> int:
    """Where the running text begins: after the title, at the first paragraph that is a sentence or a part."""
    title = next((n for n, b in enumerate(whole[:60]) if _DOCUMENT_TITLE.match(b.text) and not b.marker), None)
    if title is None:
        return next((n for n, b in enumerate(whole) if _rank(b) is not None or len(b.text) > 120), 0)
    for index in range(title + 1, len(whole)):
        block = whole[index]
        if block.table is not None or _rank(block) in range(9):
            return index
        if len(block.text) > 60 and (_OPENING.match(block.text) or len(block.text) > 250) and index > title + 1:
            return index
        if _OPENING.match(block.text) and block.text[-1] in ".;:," and len(block.text) > 40:
            return index
    return len(whole)


_RECIPIENTS = re.compile(r"nơi\s+(?:nhận|gửi)\s*:?", re.IGNORECASE)


def _foot_start(whole: Sequence[Block], start: int) -> int:
    """Where the recipients or the signature begin."""
    for index in range(start, len(whole)):
        if _RECIPIENTS.match(whole[index].text) or is_post(whole[index].text):
            return index
    return len(whole)


_POST = re.compile(
    r"(?:(?:KT|TM|TL|TUQ|Q|K/T|T/M|T/L)\s*\.\s*)?(?:PHÓ\s+|QUYỀN\s+)?(?:TỔNG\s+)?"
    r"(?:GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|BÍ THƯ|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG"
    r"|TRƯỞNG BAN|TRƯỞNG PHÒNG|TỔNG CỤC TRƯỞNG|CHI CỤC TRƯỞNG|CHÁNH THANH TRA|CHÁNH ÁN|THỦ TRƯỞNG|TRƯỞNG ĐOÀN"
    r"|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|ĐẢNG ỦY|ĐẢNG UỶ)\b.{0,60}"
)


def is_post(text: str) -> bool:
    """Whether a line is the post over a signature: in capitals, "KT. GIÁM ĐỐC", "TM. UBND TỈNH"."""
    return len(text) <= 90 and text.isupper() and bool(_POST.fullmatch(text))


_APPENDIX = re.compile(
    r"(?:phụ lục|phụ biểu|biểu mẫu|biểu số)\b.{0,80}$"
    r"|\(?\s*(?:ban hành\s+)?kèm theo\s+(?:kế hoạch|quyết định|công văn|văn bản|chương trình)",
    re.IGNORECASE,
)


def _appendix_start(whole: Sequence[Block], start: int) -> int:
    """Where the appendices begin: their caption, or a title in capitals or a table after the signature."""
    for index in range(start, len(whole)):
        block = whole[index]
        signed = start > 0 and bool(_RECIPIENTS.match(whole[start].text) or is_post(whole[start].text))
        if _APPENDIX.match(block.text) and not block.marker and len(block.text) < 200:
            return _with_title(whole, index, start)
        if signed and block.table is not None:
            return _with_title(whole, index, start)
    return len(whole)


def _with_title(whole: Sequence[Block], index: int, start: int) -> int:
    """The start of an appendix with the title that stands above its caption."""
    while (
        index - 1 > start
        and whole[index - 1].text.isupper()
        and not is_post(whole[index - 1].text)
        and len(whole[index - 1].text) > 12
    ):
        index -= 1
    return index


def place_of(passages_: Sequence[Passage]) -> Place:
    """The place that several passages span."""
    lines = [p.place.lines for p in passages_ if p.place.lines]
    return Place(lines=(lines[0][0], lines[-1][1])) if lines else passages_[0].place
