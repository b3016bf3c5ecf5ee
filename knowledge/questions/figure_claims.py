"""A figure that is said to be a target's, to be confirmed: "trên 80% phải không", "tới 90 phút à", "46 di tích hả".

The figure is the claim and tells no row, nor do the words that lead up to it ("chỉ cần trên"). What it counts tells one
unless the row was talked of; where "chỉ" stands behind it, something else is the claim. A number behind a word that is
numbered ("khối 4", "quý 2") is a name and no figure. Words beside a figure may bound it from one side: "không quá 90
phút" is another claim than "90 phút".
"""

import re
from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import plain_words, soft_words
from knowledge.questions.once import once
from knowledge.questions.query import Claim, Figure
from knowledge.questions.spans import Spans

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
_SHARES = (("%",), ("phan", "tram"))
_MEASURES = frozenset(
    {"phut", "gio", "tieng", "trieu", "ty", "ti", "nghin", "ngan", "lan", "diem", "luot", "ho", "nguoi"}
)
_MULTIPLES = frozenset({"nghin", "ngan", "trieu", "ty", "ti"})
_BOUNDS = frozenset({"chi", "can", "toi", "thieu", "da", "it", "nhat", "duoi", "qua", "khong", "hon", "bang", "khoang"})
_MORE = r"(?:(?:lon|cao|nhieu) )?hon|tren|qua|vuot(?: qua)?"
_LESS = r"(?:it|nho|thap|ngan) hon|duoi|kem"
_NOT = r"\b(?:khong|ko|k|chua|chang)(?: duoc| the)? "
_DENYING = (re.compile(rf"{_NOT}(?:{_MORE}|toi|den|day|du)$"), re.compile(rf"{_NOT}(?:{_LESS})$"))
_SIDES = (  # what stands right before a figure, the longer first
    (-1, _DENYING[0]),
    (1, _DENYING[1]),
    (-1, re.compile(rf"\b(?:{_LESS}|toi da|(?:cao|nhieu|cham|lau) nhat|toi|den)$|[<≤]$")),
    (1, re.compile(rf"\b(?:{_MORE}|toi thieu|(?:it|thap) nhat)$|[>≥]$")),
)
_COMPARING = frozenset({"tren", "hon", "duoi", "vuot", "kem"})
_BESIDE_A_BOUND = re.compile(r"(?: (?:la|dat|duoc|moi|co|cho))+$")
_ON = re.compile(r"^[^\d,;.]*\btro (len|xuong|di)\b")  # "từ 98% trở lên"
_AIMS = frozenset({"muc", "phan", "dau", "dat", "de", "ra", "ghi", "giu", "nho", "lon", "cao", "thap"})
_SMALL = frozenset({"cho", "phep", "thoi", "co", "the", "la", "thi", "o"})
_LEADS_TO = _BOUNDS | _AIMS | _SMALL  # "chỉ cần đạt", "cho phép tới", "không quá"
_NUMBERED = frozenset(  # before a number that is part of a name
    {"so", "khoi", "lop", "cap", "dot", "muc", "phan", "khu", "doi", "nhom", "to", "dieu", "hang"}
)
_BESIDE = ("who", "whom", "when", "list", "count", "table", "share", "compare", "meaning")


def side_of(before: str, behind: str) -> int:
    """On which side of a figure what is meant lies: 1 where it is the least, -1 where it is the most, 0 for neither.

    Args:
        before: the folded words before the figure.
        behind: the folded words behind it.
    """
    before = before.rstrip()
    if re.search(r"\btu$", before) and (on := _ON.search(behind)):
        return 1 if on[1] == "len" else -1
    found = (_side(before), _side(_BESIDE_A_BOUND.sub("", before)))
    return found[0] or found[1]


def _side(before: str) -> int:
    return next((side for side, pattern in _SIDES if pattern.search(before)), 0)


def is_measured(claim: Claim | None) -> bool:
    """Whether a share or a measure is claimed, and not how many there are of any thing."""
    figure = claim.figure if claim else None
    return figure is not None and (bool(figure.multiple) or figure.unit in _MEASURES | {"%"})


@once
def figure_claim(spans: Spans) -> Claim | None:
    """The figure that is said to be a target's; None where none is to be confirmed."""
    if not spans.asks_so() or spans.has(*_BESIDE) or spans.narrowing.where or spans.narrowing.counted is not None:
        return None
    bare = [folded(word) for word in spans.words]
    numbers = [i for i in spans.rest if _NUMBER.fullmatch(bare[i])]
    parted = len(numbers) == _TWO and numbers[1] == numbers[0] + 1  # "12,5" is two words
    if len(numbers) != 1 and not parted:
        return None
    multiple, unit, end = _unit(spans, bare, numbers[-1])
    if not unit or (not multiple and _is_numbered(bare, numbers[0], unit)) or _ONLY.intersection(spans.words[end:]):
        return None
    taken = set(range(_start(spans, bare, numbers[0]), end))
    left = {bare[i] for i in spans.rest if i not in taken and bare[i] not in soft_words()}
    if left <= {unit}:  # nothing but the figure: it is of the row that was talked of
        if not spans.earlier.of_row:
            return None
        taken |= set(spans.rest)
    number = ",".join(bare[i].rstrip("%") for i in numbers)
    before = " ".join(bare[: numbers[0]])
    lead = spans.words[numbers[0] - 1] if numbers[0] else ""
    side = side_of(before, " ".join(bare[end:]))
    compares = folded(lead) in _COMPARING and not _says_only(spans, min(taken), numbers[0])
    figure = Figure(number, unit, multiple, side, lead, compares)
    return Claim(figure=figure, denied=_denied(spans, numbers[0], before), taken=frozenset(taken))


_TWO = 2
_ONLY = frozenset({"chỉ", "chi"})


def _says_only(spans: Spans, start: int, end: int) -> bool:
    """Whether "chỉ" leads up to a figure ("chỉ cần trên 95%"), which "chị ơi" and "Chi cục" are not."""
    return ("chỉ" if spans.utterance.accented else "chi") in spans.words[start:end]


def _start(spans: Spans, bare: Sequence[str], at: int) -> int:
    """Where the words begin that lead up to a figure."""
    leads = _LEADS_TO | plain_words("figure")
    while at and bare[at - 1] in leads and not spans.is_taken(at - 1, at):
        at -= 1
    return at


def _denied(spans: Spans, end: int, before: str) -> bool:
    """Whether a figure is said not to be so ("không giảm 20%"), by more than what asks or bounds it."""
    asks = {i for cue in spans.cues if "check" in cue.kinds for i in range(cue.start, cue.end)}
    bounds = any(pattern.search(before) for pattern in _DENYING)
    return sum(spans.denies(i) for i in range(end) if i not in asks) > bounds


def _unit(spans: Spans, bare: Sequence[str], at: int) -> tuple[str, str, int]:
    """The multiple of a number, what it counts by its first word, and where the figure ends.

    The unit is "%" for a share, and nothing for no thing.
    """
    if bare[at].endswith("%"):
        return "", "%", at + 1
    share = next((words for words in _SHARES if tuple(bare[at + 1 : at + 1 + len(words)]) == words), ())
    if share:
        return "", "%", at + 1 + len(share)
    free = {*spans.rest, *(i for cue in spans.cues if "again" in cue.kinds for i in range(cue.start, cue.end))}
    things = [word if i in free and word.isalpha() else "" for i, word in enumerate(bare)][at + 1 : at + 3]
    if len(things) == _TWO and things[0] in _MULTIPLES and things[1]:
        return things[0], things[1], at + 2
    return ("", things[0], at + 1) if things and things[0] else ("", "", at)


def _is_numbered(bare: Sequence[str], at: int, unit: str) -> bool:
    """Whether a number is part of a name ("nhiệm vụ số 3", "nhà cấp 4")."""
    return unit not in _MEASURES | {"%"} and "." not in bare[at] and bare[max(at - 1, 0)] in _NUMBERED
