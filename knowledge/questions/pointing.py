"""A row that is pointed at by its place in what was shown: "cái thứ 2", "dòng cuối", "việc đầu", "2.3", or a number.

The words that point are taken out; what is left is asked of that row. Nothing here knows what was shown: it tells which
row of a list is meant, by its place or by its printed number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.deadlines.grains import CALENDAR
from knowledge.language.numerals import bare_ordinals, ordinals
from knowledge.language.text import folded, nfc, tokens
from knowledge.questions.constraint_patterns import without_accents
from knowledge.questions.half_words import Bond

POINTING = frozenset({"đó", "ấy", "này", "nớ", "đấy", "nó", "họ", "ay"})  # what was told
_THING = "cái|việc|nhiệm vụ|công việc|đầu việc|hạng mục|dòng|hàng|mục|ý|nội dung|kết quả|nv"
_COUNTED = "cái|việc|nhiệm vụ|đầu việc|dòng|hàng|ý|nv|số"  # "mục 3" is rather a section
_OPENS = "(?:còn|thế|thế còn|vậy|vậy còn|rồi|à|cho|xem|mở)"
_FIRST = "đầu tiên|đầu|trên cùng"
_LAST = "cuối cùng|cuối|sau cùng|dưới cùng"
_PLACED = rf"(?<!\S)(?:{_THING}) (?:(?:thứ|số) (NUMBER)|({_FIRST})|({_LAST}))(?!\S)"
_PLAIN = rf"(?<!\S)(?:{_COUNTED}) (\d{{1,3}}(?:[.]\d{{1,2}})*)(?!\S)"
_BARE = rf"^(?:{_OPENS} )*(?:số )?(\d{{1,3}}(?:[.]\d{{1,2}})*)[.]?(?= thì|$)"
_MEASURED = CALENDAR | {"gio", "%", "phan", "lan", "trieu", "ty"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which row of a list is meant.

    Args:
        place: 1 is the first row, -1 the last; 0 where the printed number says which.
        number: the printed number ("2.3"), where one was said.
        rest: the words that are left.
        sure: whether the words can mean nothing else; a number alone may be another.
    """

    place: int
    number: str
    rest: str
    sure: bool


def pointed(text: str, beside: Bond) -> Pointer | None:
    """The row that a text points at, None where it points at none.

    Args:
        beside: how much two neighbouring words are one word of the plans, None where they never stand side by side:
            "đầu" before "tư" points at nothing.
    """
    words = tokens(nfc(text))
    said = " ".join(words)
    typed = said != folded(said)
    for pattern, sure in _patterns(typed=typed):
        for match in pattern.finditer(said if typed else folded(said)):
            first = len(said[: match.start()].split())
            last = first + len(match[0].split())
            if not _goes_on(words, last, beside, counted=match.lastindex == 1):
                return _made(match, " ".join((*words[:first], *words[last:])), sure=sure)
    return None


def with_pointing_mended(text: str) -> str:
    """A text that opens with "trong đó", which was typed with another accent ("trong đo cái nào …")."""
    return _INSIDE.sub(r"\1đó", nfc(text))


_INSIDE = re.compile(
    r"^(\W*(?:(?:và|thế|vậy|rồi|còn)\s+)*trong\s+(?:số\s+)?)(?:đo|đò|dó|đỏ)"
    r"(?=\s*,|\s+(?:cái|việc|viêc|viẹc|có|mấy|bao|những|nhũng|ai|thì|chỉ|nhiệm|phòng|bên|vụ)\b)",
    re.IGNORECASE,
)


def _goes_on(words: list[str], end: int, beside: Bond, *, counted: bool) -> bool:
    """Whether the word behind makes it something else: "việc 2 tháng tới", "việc đầu tư"."""
    if end >= len(words):
        return False
    after = words[end]
    return folded(after) in _MEASURED if counted else beside(words[end - 1], after) is not None


def _made(match: re.Match[str], rest: str, *, sure: bool) -> Pointer:
    said = match[1] or ""
    if "." in said:
        return Pointer(0, said, rest, sure)
    place = bare_ordinals().get(folded(said), 0) if said else 1 if match[2] else -1
    return Pointer(place or int(said or 0), said if said.isdigit() else "", rest, sure)


@cache
def _patterns(*, typed: bool) -> tuple[tuple[re.Pattern[str], bool], ...]:
    numbers = "|".join(sorted(_written(typed=typed), key=len, reverse=True))
    texts = ((_PLACED, True), (_PLAIN, False), (_BARE, False))
    number = rf"\d{{1,3}}(?:[.]\d{{1,2}})*|{numbers}"
    spelled = ((text if typed else without_accents(text), sure) for text, sure in texts)
    return tuple((re.compile(text.replace("NUMBER", number)), sure) for text, sure in spelled)


def _written(*, typed: bool) -> Iterator[str]:
    yield from ((word if typed else folded(word)) for word in ordinals())
