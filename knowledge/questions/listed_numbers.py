"""The commas between numbers that share one head ("tháng 4, 5, 6", "quý I, II"), before a text is cut at its commas.

Each becomes an "and", which the grammar of time joins the same times by. A number that counts what stands behind it
("trong tháng 4, 5 việc nào gấp nhất") is no further one.
"""

import re
from itertools import pairwise

from knowledge.deadlines.part_rules import COUNTED
from knowledge.language.text import folded, nfc

_NUMBER = r"(?:\d{1,2}|i{1,3}|iv)"
_LISTED = re.compile(
    rf"\b(?:tháng|thang|qu[ýíyi]|qú[yi]|ngày|ngay|tuần|tuan)\s+{_NUMBER}(?:\s*,\s*{_NUMBER}\b(?![/.\-–]\d))+"
    rf"(?P<behind>\s+[^\W\d_]+)?",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*,\s*")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def with_listed_numbers(text: str) -> str:
    """The text with "và" for each comma between the numbers of one unit of time."""
    return _LISTED.sub(_joined, nfc(text))


def _joined(found: re.Match[str]) -> str:
    behind = found["behind"] or ""
    listed = found[0].removesuffix(behind)
    head, *more = _COMMA.split(listed)
    numbers = [_value(word) for word in (head.split()[-1], *more)]
    rising = all(one < other for one, other in pairwise(numbers))
    counts = folded(behind.strip()) in COUNTED
    if not rising or (counts and len(more) == 1):
        return found[0]
    return " và ".join((head, *more)) + behind


def _value(word: str) -> int:
    return _ROMAN.get(word.lower()) or int(word)
