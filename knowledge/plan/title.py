"""The title of a document: the kind in capitals and the lines below it, or what it says it is about."""

import re
from collections.abc import Sequence
from itertools import takewhile

from knowledge.language.text import canonical
from knowledge.plan.block import Block
from knowledge.plan.casing import Casing
from knowledge.plan.issue_date import is_place_and_date
from knowledge.plan.kinds import ALL, DECIDING, PLANS
from knowledge.plan.parts import is_small_title
from knowledge.plan.posts import is_post
from knowledge.units.phrase import begins_unit

TITLE = re.compile(rf"(?P<kind>{ALL})\b(?!\s*:)\s*(?P<rest>.*)")
# "QUYẾT ĐỊNH / Về việc ban hành Kế hoạch …": the title is that of the plan.
_ISSUING = re.compile(rf"(?:về việc\s+)?(?:ban hành|phê duyệt)\s+(?=(?:{PLANS})\b)", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:V/v|Về việc)\b")

# who decides or publishes; their names open lines of their own in a letterhead and below a title
BODIES = tuple(
    map(
        canonical,
        (
            "thủ tướng chính phủ",
            "hội đồng nhân dân",
            "ủy ban nhân dân",
            "ubnd",
            "ban thường vụ",
            "ban chấp hành",
            "đảng ủy",
        ),
    )
)
_SUPREME = frozenset(map(canonical, ("chính phủ", "quốc hội", "bộ chính trị", "ban bí thư")))


def title_of(head: Sequence[Block], casing: Casing) -> str | None:
    """The title in small letters; that of the plan where the document decides one."""
    for index, block in enumerate(head):
        match = TITLE.match(block.text)
        if match and not block.marker:
            rest = [match["rest"], *_below(head[index + 1 :])]
            words = " ".join(text for text in rest if text and not re.fullmatch(r"[\W_]+|\(.*\)", text))
            words = casing.normal(words.strip(" *.-–_"))
            if re.fullmatch(DECIDING, match["kind"]) and (issued := _ISSUING.match(words)):
                return words[issued.end() :][:1].upper() + words[issued.end() + 1 :]
            return f"{match['kind'].capitalize()} {words}".strip()
    small = (block.whole for block in head if is_small_title(block))
    return next((block.whole for block in head if _SUBJECT.match(block.text)), next(small, None))


def _below(head: Sequence[Block]) -> list[str]:
    """The lines below the kind of document that belong to its title; a letterhead may stand below as well."""
    lines = [*takewhile(_is_of_title, (block.whole for block in head))]
    stop = next((n for n, line in enumerate(lines) if _LETTERHEAD.match(line) or is_place_and_date(line)), len(lines))
    while stop < len(lines) and stop > 1 and begins_unit(lines[stop - 1]):
        stop -= 1
    return lines[:stop]


_LETTERHEAD = re.compile(r"Số\s*:?\s*[\d.…_]*\s*[/-]|CỘNG HÒA XÃ HỘI|ĐẢNG CỘNG SẢN")
_SPEAKS = re.compile(r".{3,90}\bđiện\s*:")  # "THỦ TƯỚNG CHÍNH PHỦ điện: Chủ tịch UBND …"


def _is_of_title(line: str) -> bool:
    """Whether a line below the kind of document belongs to its title, and is not who decides or whom it is sent to."""
    bare = line.strip(" *_")
    decides = bare.isupper() and (is_post(bare) or canonical(bare).startswith(BODIES) or canonical(bare) in _SUPREME)
    decides = decides or _SPEAKS.match(bare) is not None
    return not decides and not bare.endswith(":") and not canonical(bare).startswith(("căn cứ", "kính gửi"))
