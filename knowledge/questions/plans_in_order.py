"""Plans that are asked to be put in the order of their days: "bên nào ban hành trước", "kế hoạch nào mới hơn".

What is put in order has to be the plans themselves, which who asks has to tell.
"""

import re
from collections.abc import Sequence

from knowledge.language.text import folded

_WHICH = r"(?:ai|[a-z]+ (?:nao|mo))"
_TIME = r"(?:(?:vao|ca|khoang|tam|hoi) )?(?:\d|(?:ngay|mung|mong|thang|quy|nam|tuan|tet|dau|giua|cuoi|hom|bua)\b)"
_LATER = (  # none of which is a limit ("ban hành trước | tháng 2")
    rf"(?:truoc|sau)(?: (?:nhat|tien|het|cung)|(?! {_TIME}))|(?:som|muon|tre|cham) (?:hon(?! {_TIME})|nhat)"
)
_NEWER = r"(?:moi|cu) (?:hon|nhat)"
_DONE = "(?:ban hanh|phat hanh|ky|ki|ra doi|ra)"
_ISSUES = rf"(?:(?:duoc|da|lai|moi) )*{_DONE}(?: (?:ke hoach|kh|van ban))?(?: (?:duoc|la))*"
_IN_ORDER = re.compile(rf"\b{_WHICH} (?:{_ISSUES} (?:{_LATER}|{_NEWER})|(?:(?:thi|la) )*{_NEWER})\b")
_JOINED = re.compile(rf"\b{_ISSUES} (?:{_LATER})\b")
_OF_THEM = re.compile(
    r"\b(?:(?:trong|giua|cua) )?(?:hai|ba|bon|cac|may|so|[2-9]) (?:ke hoach|kh|ban)(?: (?:nay|do|tren|dang co))?\b"
)


def put_in_order(words: Sequence[str], *, several: bool) -> frozenset[int]:
    """The places of the words that ask for the order of plans by the days on which they were issued; none else.

    Args:
        several: whether plans are named beside each other, of which one need not be asked for ("A hay B ký sớm hơn").
    """
    said = " ".join(map(folded, words))
    asked = _IN_ORDER.search(said) or (_JOINED.search(said) if several else None)
    found = [match for match in (asked, asked and _OF_THEM.search(said)) if match]
    return frozenset(at for m in found for at in range(said.count(" ", 0, m.start()), said.count(" ", 0, m.end()) + 1))
