"""What two rows are asked to have in common, or not: "cùng một phòng làm à", "đều do Phòng A lo hết hay khác nhau".

Who has both may be a unit that is named, one that was told ("cũng chính nơi đó làm"), or one for each ("hay mỗi cái
một nơi"). Nothing here looks at a row.
"""

import re
from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.query import Intent
from knowledge.questions.rule_words import JOINS
from knowledge.units.name_words import bare_kinds

_UNIT = "|".join((*bare_kinds(), "nganh"))
_ALIKE = r"\b(?:chung|cung|trung|giong|khac|lech|chenh)(?: (?:mot|1|nhau|ve|cai))*"
_BOTH = r"\bdeu(?: (?:la|phai|duoc|cung|co))*"
_WHO = rf"(?:{_UNIT}|noi|cho|ben|nguoi)"
_IN_COMMON = (
    (Intent.COORDINATE, rf"{_ALIKE} (?:don vi |ben |co quan )?phoi hop\b"),
    (Intent.LEAD, rf"{_ALIKE} (?:(?:loai |kieu )?(?:{_UNIT})|chu tri|dau moi|nguoi|ai|mot ai|noi|mot (?:cho|ben))\b"),
    (Intent.LEAD, rf"{_BOTH} (?:do|giao|thuoc|{_UNIT})\b"),
    (Intent.LEAD, rf"\bmoi (?:viec|cai|ben|vu|nhiem vu|dang)(?: lai)? (?:mot|1) {_WHO}\b"),
    (Intent.DEADLINE, rf"{_ALIKE} (?:han|thoi han|thoi gian|ngay|thang|quy|moc|luc)\b"),
    (Intent.DEADLINE, rf"{_BOTH} (?:xong|hoan thanh|han|(?:den|toi|het) han|trong|vao)\b"),
    (Intent.RESULT, rf"{_ALIKE} (?:san pham|ket qua|dau ra)\b"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _IN_COMMON)
_THE_SAME_ONE = re.compile(
    rf"\b(?:cung|van)(?: (?:la|do|chinh|mot))* {_WHO} (?:do|nay|ay)\b(?: (?:phu trach|lam|lo|chu tri|dam nhan))*"
)
_ONE_OR_TWO = re.compile(rf"\bmot (?:{_UNIT})(?: \w+){{0,3}}? (?:hay|hoac)(?: la)? (?:hai|moi|khac)\b")
_OR_ANOTHER = re.compile(r"\b(?:(?:luon|het) )?(?:(?:ha|a) )?(?:hay|hoac)(?: la)?(?: \w+){0,2}? (?:khac|moi|rieng)\b")
_ASKS_IF = re.compile(rf"\b(?:khong|k|ko|hong|hem|a|ha|phai|dung)(?: \w+)?$|{_OR_ANOTHER.pattern}")


def in_common(said: str) -> Intent | None:
    """What it is asked, in words without accents, whether two have it in common; None where nothing is."""
    alike = next((name for name, pattern in _PATTERNS if pattern.search(said)), None)
    if alike is None and _THE_SAME_ONE.search(said):
        alike = Intent.LEAD
    if alike and _ASKS_IF.search(said):
        return alike
    return Intent.LEAD if _ONE_OR_TWO.search(said) else None


def said_in_common(words: Sequence[str]) -> frozenset[int]:
    """The words that say what two rows have in common, up to one that joins ("A và B | cùng một phòng làm à").

    Behind one who was told there may stand the other thing ("cũng chính nơi đó làm | cái kho").
    """
    bare = list(map(folded, words))
    said = " ".join(bare)
    taken: set[int] = set()
    if found := _THE_SAME_ONE.search(said):
        taken.update(range(said.count(" ", 0, found.start()), said.count(" ", 0, found.end()) + 1))
    for match in () if taken else (match for _, pattern in _PATTERNS if (match := pattern.search(said))):
        start, last = said.count(" ", 0, match.start()), said.count(" ", 0, match.end())
        taken.update(range(start, next((at for at in range(last, len(bare)) if bare[at] in JOINS), len(bare))))
    ends = _ONE_OR_TWO.search(said), _OR_ANOTHER.search(said) if taken else None
    for found in filter(None, ends):
        taken.update(range(said.count(" ", 0, found.start()), len(bare)))
    return frozenset(taken)
