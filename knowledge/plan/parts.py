"""The four parts of a printed plan: head, body, foot and appendices.

The head is the letterhead with number, date and title; the foot the recipients and the signature. What follows the
foot, or stands under the caption of an appendix, belongs to the appendices.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.document import Document
from knowledge.language.text import UPPER
from knowledge.plan.block import Block
from knowledge.plan.headings import rank
from knowledge.plan.kinds import ALL, DECIDING, ISSUED, SMALL_TITLE
from knowledge.plan.once import once
from knowledge.plan.paragraphs import blocks
from knowledge.plan.posts import is_post, is_small_post


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """The parts of a plan, each in reading order."""

    head: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    foot: tuple[Block, ...] = ()
    appendix: tuple[Block, ...] = ()


@once
def parts(document: Document) -> DocumentParts:
    """The document cut into head, body, foot and appendices.

    A decision with the plan that it issues is one plan: its head has the plan's title, its body both texts.
    """
    whole = blocks(document)
    issued = _issued_plan(whole)
    if issued is None:
        return _cut(whole)
    decision, plan = _cut(whole[:issued]), _cut(whole[issued:])
    return DocumentParts(
        head=(*(b for b in decision.head if not _DECISION.fullmatch(b.text)), *plan.head),
        body=(*decision.body, *plan.body),
        foot=decision.foot or plan.foot,
        appendix=plan.appendix,
    )


def _cut(whole: tuple[Block, ...]) -> DocumentParts:
    start = _body_start(whole)
    foot = _foot_start(whole, start)
    appendix = _appendix_start(whole, foot if foot < len(whole) else start)
    foot = min(foot, appendix)
    return DocumentParts(whole[:start], whole[start:foot], whole[foot:appendix], whole[appendix:])


_DECISION = re.compile(rf"(?:{DECIDING}|THÔNG BÁO)\s*:?")
_PLAN = re.compile(rf"(?:{ISSUED})(?:\s|$)")


def _issued_plan(whole: Sequence[Block]) -> int | None:
    """Where the plan begins that a decision issues, None where the document is no such decision."""
    decision = next((n for n, b in enumerate(whole[:40]) if _DECISION.fullmatch(b.text)), None)
    if decision is None:
        return None
    for index in range(decision + 1, len(whole)):
        block = whole[index]
        if _PLAN.match(block.text) and block.text.isupper() and not block.marker:
            return index
    return None


_OPENING = re.compile(
    r"(?:căn cứ|thực hiện|triển khai|thi hành|để|nhằm|trên cơ sở|theo|xét|tiếp tục|hưởng ứng|phát huy|ngày|trong|năm"
    r"|với|[^.;]{0,160}\b(?:ban hành|xây dựng)\s+(?:kế hoạch|chương trình|đề án))\b",
    re.IGNORECASE,
)
_DOCUMENT_TITLE = re.compile(rf"(?:{ALL})(?:\s|$)")


def _body_start(whole: Sequence[Block]) -> int:
    """Where the running text begins: after the title, at the first paragraph that is a sentence or a part."""
    title = next((n for n, b in enumerate(whole[:60]) if _DOCUMENT_TITLE.match(b.text) and not b.marker), None)
    if title is None:
        title = next((n for n, b in enumerate(whole[:_OPENING_LINES]) if is_small_title(b)), None)
    if title is None:
        return next((n for n, b in enumerate(whole) if rank(b) is not None or len(b.text) > 120), 0)
    bare = bool(_DOCUMENT_TITLE.fullmatch(whole[title].text.strip(" :")))
    subject = title + 1 if bare else title  # the line that says what the document is about
    for index in range(title + 1, len(whole)):
        block = whole[index]
        if block.table is not None or rank(block) in range(9) or _opens(block, first=index == title + 1):
            return index
        if index > subject and (
            _follows_title(whole[subject], block) or _ends_head(block) or _is_deeper(whole, title, block)
        ):
            return index
    return next((n for n in range(subject + 1, len(whole)) if rank(whole[n]) is not None), len(whole))


def _is_deeper(whole: Sequence[Block], title: int, block: Block) -> bool:
    """Whether the file itself marks a paragraph as a heading below those of the title ("### Nhiệm vụ 1: …")."""
    titles = [b.level for b in whole[title : title + 2] if b.level is not None]
    return block.level is not None and bool(titles) and block.level > max(titles)


_OPENING_LINES = 8


def is_small_title(block: Block) -> bool:
    """Whether a line is a title in small letters, as sheets and notes have it."""
    return not block.marker and re.fullmatch(SMALL_TITLE, block.text) is not None


def _opens(block: Block, *, first: bool) -> bool:
    """Whether a paragraph begins as the grounds and the purpose of a document do."""
    opens, length = bool(_OPENING.match(block.text)), len(block.text)
    return (opens and length > 40 and block.text[-1] in ".;:,") or (
        not first and length > 60 and (opens or length > 250)
    )


def _follows_title(subject: Block, block: Block) -> bool:
    """Whether a paragraph below the title is a sentence, which a title is not: it ends as one or is not in bold."""
    words = block.text.split()
    if block.marker or block.text.isupper() or not block.text[:1].isupper() or len(words) < _SENTENCE:
        return False
    thin = subject.bold and not block.bold and not subject.cell
    return (block.text[-1] in ".;" or thin) and not _ADDRESSED.match(block.text)


_SENTENCE = 6  # words
_ADDRESSED = re.compile(r"kính gửi|.{3,90} điện\s*:", re.IGNORECASE)


def _ends_head(block: Block) -> bool:
    """Whether nothing stands between the head and the appendices or the signature."""
    return bool(_BARE_APPENDIX.match(block.text) or _RECIPIENTS.match(block.text))


_RECIPIENTS = re.compile(r"nơi\s+(?:nhận|gửi)\s*:?", re.IGNORECASE)


def _foot_start(whole: Sequence[Block], start: int) -> int:
    """Where the recipients or the signature begin."""
    for index in range(start, len(whole)):
        if _RECIPIENTS.match(whole[index].text) or is_post(whole[index].whole):
            return index
    last = range(max(start, len(whole) - _SIGNATURE), len(whole) - 1)
    return next((n for n in last if is_small_post(whole[n]) and _NAME.fullmatch(whole[n + 1].whole)), len(whole))


_SIGNATURE = 4  # lines at the end
_WORD = rf"[{UPPER}][^\W\d_]*(?:['’-][^\W\d_]+)*"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,4}}")


_CAPTION = re.compile(
    r"\(?\s*(?:ban hành\s+)?kèm theo\s+(?:kế hoạch|quyết định|công văn|văn bản|chương trình)", re.IGNORECASE
)
_APPENDIX = re.compile(r"(?:phụ lục|phụ biểu|biểu mẫu|biểu số)\b.{0,80}(?<![.;:,])$", re.IGNORECASE)
_BARE_APPENDIX = re.compile(
    r"(?:PHỤ LỤC|PHỤ BIỂU|BIỂU SỐ)\b.{0,80}$|(?:Phụ lục|Phụ biểu)(?:\s+(?:số\s+)?[IVX\d]{1,4})?[.:]?$"
)


def _appendix_start(whole: Sequence[Block], start: int) -> int:
    """Where the appendices begin: their caption, or a title in capitals or a table after the signature."""
    signed = start < len(whole) and bool(_RECIPIENTS.match(whole[start].text) or is_post(whole[start].whole))
    title = _APPENDIX if signed else _BARE_APPENDIX
    for index in range(start, len(whole)):
        block = whole[index]
        captioned = (
            not block.marker and len(block.text) < 200 and (_CAPTION.match(block.text) or title.match(block.text))
        )
        if captioned or (signed and block.table is not None):
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
