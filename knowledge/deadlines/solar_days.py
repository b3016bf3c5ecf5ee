"""The first days of a month as people say them ("mùng 5 tháng 3"): in a question of the calendar that plans keep.

Alone such a day may be one of the lunar calendar as well, so that a command that sets a date does not take it. Who asks
what falls due speaks as the plans do, unless something of the lunar calendar is said beside it, and reads in the answer
which day was understood.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from knowledge.data import records
from knowledge.language.text import canonical, folded

_FIRST_DAYS = frozenset({"mùng", "mồng", "mung", "mong"})
_TODAY = ("nay", "qua", "mai")  # "hôm nay mùng 1 tháng 3" is whichever the clock says
_OTHER = ("lunar", "lunarmonth", "newyear", "fullmoon", "leap")


def with_solar_days(words: Sequence[str]) -> Sequence[str]:
    """The words with "ngày" where a day of a month of the plans' calendar is meant."""
    if _FIRST_DAYS.isdisjoint(words) or not _names_a_month(words) or _is_lunar(words):
        return words
    return [_day(words, at) for at in range(len(words))]


def _day(words: Sequence[str], at: int) -> str:
    numbered = words[at + 1 : at + 2] and (words[at + 1].isdecimal() or folded(words[at + 1]) in _numbers())
    told = at > 0 and words[at - 1] in _TODAY
    return "ngày" if words[at] in _FIRST_DAYS and numbered and not told else words[at]


def _names_a_month(words: Sequence[str]) -> bool:
    """Whether a month is told by its number."""
    months = (after for before, after in pairwise(words) if folded(before) == "thang")
    return any(after.isdecimal() or folded(after) in _numbers() for after in months)


def _is_lunar(words: Sequence[str]) -> bool:
    said = f" {' '.join(map(folded, words))} "
    return any(f" {phrase} " in said for phrase in _lunar())


@cache
def _numbers() -> frozenset[str]:
    return frozenset(folded(phrase) for phrase, kind, *_ in records("time_words.tsv") if kind == "number")


@cache
def _lunar() -> tuple[str, ...]:
    found = (canonical(phrase.removeprefix("=")) for phrase, kind, *_ in records("time_words.tsv") if kind in _OTHER)
    return tuple(map(folded, found))
