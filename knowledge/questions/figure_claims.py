"""A figure that is said to be a target's, to be confirmed: "trên 80% phải không", "tới 90 phút à", "46 di tích hả".

The figure is the claim and tells no row, nor do the words that lead up to it ("chỉ cần trên"). What it counts tells one
unless the row was talked of. A number behind a word that is numbered ("khối 4", "quý 2") is a name and no figure.
"""

import re
from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import plain_words, soft_words
from knowledge.questions.query import Claim, Figure
from knowledge.questions.spans import Spans

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
_SHARES = (("%",), ("phan", "tram"))
_MEASURES = frozenset(
    {"phut", "gio", "tieng", "trieu", "ty", "ti", "nghin", "ngan", "lan", "diem", "luot", "ho", "nguoi"}
)
_BOUNDS = frozenset({"chi", "can", "toi", "thieu", "da", "it", "nhat", "duoi", "qua", "khong", "hon", "bang", "khoang"})
_AIMS = frozenset({"muc", "phan", "dau", "dat", "de", "ra", "ghi", "giu", "nho", "lon", "cao", "thap"})
_SMALL = frozenset({"cho", "phep", "thoi", "co", "the", "la", "thi", "o"})
_LEADS_TO = _BOUNDS | _AIMS | _SMALL  # "chỉ cần đạt", "cho phép tới", "không quá"
_NUMBERED = frozenset(  # before a number that is part of a name
    {"so", "khoi", "lop", "cap", "dot", "muc", "phan", "khu", "doi", "nhom", "to", "dieu", "hang"}
)
_BESIDE = ("who", "whom", "when", "list", "count", "table", "share", "compare", "meaning")


def figure_claim(spans: Spans, *, measured: bool = False) -> Claim | None:
    """The figure that is said to be a target's; None where none is to be confirmed.

    Args:
        measured: whether only shares and measures count, and not how many there are of any thing.
    """
    if not spans.asks_so() or spans.has(*_BESIDE) or spans.narrowing.where or spans.narrowing.counted is not None:
        return None
    bare = [folded(word) for word in spans.words]
    numbers = [i for i in spans.rest if _NUMBER.fullmatch(bare[i])]
    parted = len(numbers) == _TWO and numbers[1] == numbers[0] + 1  # "12,5" is two words
    if len(numbers) != 1 and not parted:
        return None
    unit, end = _unit(spans, bare, numbers[-1])
    if not unit or _is_numbered(bare, numbers[0], unit) or (measured and unit not in _MEASURES | {"%"}):
        return None
    taken = set(range(_start(spans, bare, numbers[0]), end))
    left = {bare[i] for i in spans.rest if i not in taken and bare[i] not in soft_words()}
    if left <= {unit}:  # nothing but the figure: it is of the row that was talked of
        if not spans.earlier.of_row:
            return None
        taken |= set(spans.rest)
    number = ",".join(bare[i].rstrip("%") for i in numbers)
    return Claim(figure=Figure(number, unit), taken=frozenset(taken))


_TWO = 2


def _start(spans: Spans, bare: Sequence[str], at: int) -> int:
    """Where the words begin that lead up to a figure."""
    leads = _LEADS_TO | plain_words("figure")
    while at and bare[at - 1] in leads and not spans.is_taken(at - 1, at):
        at -= 1
    return at


def _unit(spans: Spans, bare: Sequence[str], at: int) -> tuple[str, int]:
    """What a number counts, by its first word, and where the figure ends; "%" for a share, nothing for no thing."""
    if bare[at].endswith("%"):
        return "%", at + 1
    share = next((words for words in _SHARES if tuple(bare[at + 1 : at + 1 + len(words)]) == words), ())
    if share:
        return "%", at + 1 + len(share)
    thing = at + 1 in spans.rest and bare[at + 1].isalpha()
    return (bare[at + 1], at + 1) if thing else ("", at)


def _is_numbered(bare: Sequence[str], at: int, unit: str) -> bool:
    """Whether a number is part of a name ("nhiệm vụ số 3", "nhà cấp 4")."""
    return unit not in _MEASURES | {"%"} and bare[max(at - 1, 0)] in _NUMBERED
