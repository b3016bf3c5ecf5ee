"""A unit that is named and then called by its head alone: "bên Báo Tiền Phương hỏi em là | báo | phải làm mấy việc".

What stands before the question is cut off from it, and with it the name; so the head that acts is written out. The
unit may be one that no plan has ("tôi ở Hội Làm vườn tỉnh. Hội được giao gì"), which then is said to be unknown. A
place behind a name belongs to it: the agency of another province is none of the plans.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from knowledge.language.text import canonical, first_token, folded, nfc
from knowledge.questions.office_calls import AREAS
from knowledge.questions.plan_labels import province_at
from knowledge.units.mentions import UnitNames
from knowledge.units.name_words import head_of

_ACTS = re.compile(
    "phai|duoc|bi|co|lam|lo|chu|phoi|tham|dung|nhan|giu|se|dang|con|chiu|dam|ganh|phu|giup|can|chi"
)  # what a unit does begins so
_TELLS = re.compile("nho|hoi|goi|xin|thi|la|ma|em|toi|tui|minh|noi|bao|keu|muon")
_COUNTED = re.compile("cac|nhung|may|moi|tung|mot|hai|ba|bon|nhieu|cai|thuoc|ben")
_SIGNS = (",", ".", ";", "!", "?", ":")
_WHO_ASKS = re.compile(r"(?:(?:\w+ ){0,3}(?:o|ben|thuoc|tai|phia|lam))?")
_LONGEST = 9  # words of a name that no plan has
_LEAST = 2  # words of it behind its head

Named = tuple[int, int, int]  # where a name begins and ends, and how many words its head has


def with_unit_named_again(text: str, units: UnitNames) -> str:
    """The text with the whole name of a unit where it is called by its head alone, and acts."""
    typed = nfc(text).split()
    bare = [folded(first_token(word)) for word in typed]
    if len(bare) == len(set(bare)):
        return text  # no head stands there again
    known = [(unit.start, unit.end) for unit in units.find(bare) if unit.end - unit.start > 1]
    for start, end, size in sorted((*_of_plans(typed, bare, known), *_unknown(typed, bare, known))):
        at = next(_again(typed, bare, (start, end, size), known), None)
        if at is not None:
            name = [word.rstrip("".join(_SIGNS)) for word in typed[start:end]]
            return " ".join([*_before(typed, bare, start, end, at), *name, *typed[at + size :]])
    return text


def _before(typed: Sequence[str], bare: Sequence[str], start: int, end: int, at: int) -> Sequence[str]:
    """What stands before the head, without what only tells who asks: it would name the unit twice."""
    if not _WHO_ASKS.fullmatch(" ".join(bare[:start])):
        return typed[:at]
    if all(map(_TELLS.fullmatch, bare[end:at])):
        return ()
    return typed[end:at] if typed[end - 1].endswith(_SIGNS) else typed[:at]


def _of_plans(typed: Sequence[str], bare: Sequence[str], known: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """The units that plans have, each from its head on."""
    for start, end in known:
        heads = ((at, size) for at in range(start, end) if (size := _head(bare[at:end])))
        at, size = next(heads, (start, 0))
        if 0 < size < end - at:
            yield at, _with_place(typed, bare, end), size


def _with_place(typed: Sequence[str], bare: Sequence[str], end: int) -> int:
    """Where a name ends with the place that stands behind it: a level and its name, a province, what has capitals."""
    if typed[end - 1].endswith(_SIGNS):
        return end
    near = range(end, min(end + _LONGEST, len(typed)))
    last = next((i + typed[i].endswith(_SIGNS) for i in near if _ends(typed[i], bare[i])), near.stop)
    level = next((size for size in (2, 1) if " ".join(bare[end : end + size]) in _areas()), 0)
    cased = next((i for i in range(end + level, last) if not typed[i][:1].isupper()), last)
    if cased > end + level:
        return cased
    placed = province_at(bare, end + level)
    return placed or (last if level and last < near.stop else end)


def _unknown(typed: Sequence[str], bare: Sequence[str], known: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """What is written like a unit, with capitals, and is none of the plans: up to a sign, or to a word that tells."""
    for at in range(len(typed) - 1):
        size = _head(bare[at:])
        capital = size and typed[at][:1].isupper() and "".join(typed[at + size : at + size + 1])[:1].isupper()
        if not capital or any(start <= at < end for start, end in known):
            continue
        near = range(at + size, min(at + _LONGEST, len(typed)))
        end = next((i + typed[i].endswith(_SIGNS) for i in near if _ends(typed[i], bare[i])), at)
        if end - at - size >= _LEAST:
            yield at, end, size


def _ends(typed: str, bare: str) -> bool:
    return typed.endswith(_SIGNS) or (typed.islower() and (_ACTS.fullmatch(bare) or _TELLS.fullmatch(bare)) is not None)


def _again(typed: Sequence[str], bare: Sequence[str], named: Named, known: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Where the head of a name stands alone behind it, with its accents, before a word for what it does."""
    start, end, size = named
    if typed[end - 1][-1].isalnum() and _ACTS.fullmatch("".join(bare[end : end + 1])):
        return  # "Phòng Lữ hành làm chính việc gì, và việc phòng phối hợp": it is asked of by its name
    head = [canonical(word) for word in typed[start : start + size]]
    for at in range(end, len(bare) - size):
        said = [canonical(word) for word in typed[at : at + size]]
        called = said == head or (said == bare[at : at + size] == bare[start : start + size])
        apart = not _COUNTED.fullmatch(bare[at - 1]) and not any(first <= at < last for first, last in known)
        if called and apart and _ACTS.fullmatch(bare[at + size]):
            yield at


def _head(bare: Sequence[str]) -> int:
    """How many words at the beginning are the head of a unit's name; 0 where they are none."""
    head = head_of(" ".join(bare))
    return head.count(" ") + 1 if head else 0


@cache
def _areas() -> frozenset[str]:
    return frozenset(map(folded, AREAS)) | {"tp"}
