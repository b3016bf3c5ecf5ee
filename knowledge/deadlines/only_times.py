"""Whether words say when and nothing else: "xong trước Lễ 30/4", "quý/lần", "sáng Chủ nhật tuần đầu hằng tháng"."""

import re

from knowledge.deadlines.grain import Grain
from knowledge.deadlines.lexicon import tokenise
from knowledge.deadlines.relations import time_of
from knowledge.deadlines.tokens import Mark, Token
from knowledge.deadlines.writing import settle

_LONGEST = 120  # characters


def says_only_when(text: str) -> bool:
    """Whether a text is a time, with no more beside it than that the work begins or is done then.

    A bare year is none: it may be that of what is named before it ("kết quả khảo sát (năm 2026)").
    """
    if not text.strip() or len(text) > _LONGEST:
        return False
    settled = settle(text)
    tokens = tokenise(settled)
    beside = " ".join(token.text for token in tokens if token.mark is Mark.WORD)
    if not _BESIDE.fullmatch(beside) or any(token.mark in _WAITS and "," in token.text for token in tokens):
        return False  # what waits for something takes in all that follows, also what is to be done then
    if any(map(_tells, tokens)):
        return True
    years = any(token.mark is Mark.TIME for token in tokens)
    waits = any(token.mark in _WAITS for token in tokens)
    return (years and _DONE_IN.match(settled) is not None) or (waits and _DONE_WHEN.match(settled) is not None)


def _tells(token: Token) -> bool:
    """Whether a token tells a day, a month, a quarter, or how often something is done."""
    if token.mark is Mark.TIME:
        year = token.text.startswith("nam hoc")
        return not year and any(time_of(named).grain is not Grain.YEAR for named in token.times)
    return token.mark in _REPEATS


_REPEATS = frozenset({Mark.CYCLE, Mark.PLACE_IN_CYCLE, Mark.PERIODIC, Mark.ONGOING})
_WAITS = frozenset({Mark.EVENT, Mark.UNTIL_EVENT})
# What is said beside a time of the work that is done then, and of the hour, the part or the name of the day.
_BESIDE = re.compile(
    r"(?:(?:hoan thanh|xong|dut diem|bat dau|khoi cong|ket thuc|nghiem thu|lam|thuc hien|trien khai|tien hanh|to chuc"
    r"|tien do|thoi (?:gian|han|diem)|trong|vao|luc|tu|den|truoc|cham nhat|du kien|va|la|cuoi|dau|giua|ngay|tuan"
    r"|thu \d|chu nhat|ca|buoi|sang|trua|chieu|toi|dip|dot|le|tet|quoc khanh|giai phong"
    r"|\d{1,2}|\d{1,2} ?(?:h|g|gio|:) ?(?:\d{2})?(?: phut)?|[:.\-/])(?: |$))*"
)
_DONE_IN = re.compile(r"(?:hoan thanh|xong|trong|den het|het|ca|cuoi|truoc|cham nhat|thoi (?:gian|han)|tien do)\b")
_DONE_WHEN = re.compile(
    r"(?:(?:hoan thanh|xong|thuc hien) )?(?:truoc|trong|khi|ngay (?:khi|sau)|sau khi (?:co|duoc|nhan)|sau \d|cham nhat"
    r"|khong qua|den khi|thoi (?:gian|han))\b"
)
