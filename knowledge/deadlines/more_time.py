"""More time as it is asked for: up to a day ("đến 15/6 vì …"), or by a length ("thêm 2 tuần vì …").

A length is told from the date that holds now, so what it means is known only with the row. What stands first counts:
the times behind it belong to the reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from knowledge.deadlines.arguments import argument_day, parted, words_of
from knowledge.deadlines.chart_parser import cut, fill
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.periods import Period
from knowledge.deadlines.time_rules import rules
from knowledge.deadlines.windows import later
from knowledge.language.text import folded

_FAR = 40  # words: a reason may be long, the time stands before it
_HALVES = {"nua thang": (15, Grain.DAY), "nua nam": (6, Grain.MONTH)}
_MORE, _AGAIN = {"them"}, {"nua"}
_WORKING = ("lam", "viec")


@dataclass(frozen=True, slots=True)
class MoreTime:
    """Until when more time is asked for.

    Args:
        period: the time that is named, whose last day is meant; None where a length is.
        count: of the units of the length; of working days only where `working`.
    """

    period: Period | None = None
    count: int = 0
    grain: Grain = Grain.DAY
    working: bool = False

    @property
    def doubt(self) -> str:
        """The words of a time that is not understood; empty where it is."""
        return self.period.doubt if self.period else ""

    def last(self, due: date, add_working_days: Callable[[date, int], date]) -> date:
        """The last day of it, for a row that is due on a day."""
        if self.period:
            return self.period.last
        return add_working_days(due, self.count) if self.working else later(due, self.count, self.grain)


@dataclass(frozen=True, slots=True)
class _Length:
    start: int
    end: int
    count: int
    grain: Grain


def more_time(text: str, *, today: date) -> tuple[MoreTime | None, str]:
    """Until when somebody wants more time, None where that is not said; and the words beside it."""
    period, rest = argument_day(text, today=today)
    bare = tuple(map(folded, words_of(text)))[:_FAR]
    length = _length(words_of(text)[:_FAR])
    if length is None or (period and not _goes_before(length, period, bare)):
        return (MoreTime(period) if period else None), rest
    working = length.grain is Grain.DAY and bare[length.end : length.end + 2] == _WORKING
    end = length.end + len(_WORKING) * working
    end += end < len(bare) and bare[end] in _AGAIN
    start = length.start - (length.start > 0 and bare[length.start - 1] in _MORE)
    return MoreTime(None, length.count, length.grain, working), parted(text, start, end)[1]


def _goes_before(length: _Length, period: Period, bare: tuple[str, ...]) -> bool:
    """Whether a length is meant, not the time beside it: it ends before, or is "2 tuần nữa"."""
    again = length.end < len(bare) and bare[length.end] in _AGAIN
    return length.end <= period.start or (again and length.start <= period.end)


def _length(words: tuple[str, ...]) -> _Length | None:
    """The first length of some words, in whole words."""
    pieces = cut(words)
    chart = fill(pieces, rules())
    found = [edge for start in range(len(pieces.texts)) for edge in chart.at(start, "length")]
    whole = [edge for edge in found if edge.start in pieces.begins and edge.end in pieces.ends]
    pairs = [" ".join(pair) for pair in pairwise(map(folded, words))]
    halves = [_Length(i, i + 2, *_HALVES[pair]) for i, pair in enumerate(pairs) if pair in _HALVES]
    told = [_Length(pieces.word[edge.start], pieces.word[edge.end - 1] + 1, *edge.value) for edge in whole]
    return min((*told, *halves), key=lambda one: (one.start, -one.end), default=None)
