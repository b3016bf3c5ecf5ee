"""The first days of a month as people say them ("mùng 5 tháng 3"): in a question of the calendar that plans keep.

Alone such a day may be one of the lunar calendar as well, so that a command that sets a date does not take it. Who asks
what falls due speaks as the plans do, unless something of the lunar calendar is said beside it, and reads in the answer
which day was understood.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from knowledge.data import records
from knowledge.language.text import canonical, folded

_FIRST_DAYS = frozenset({"mùng", "mồng"})
_BARE = frozenset(map(folded, _FIRST_DAYS))  # "mong 10 việc" hopes for ten: such words are days without accents only
_LAST, _HOPED = 31, 10  # "mong 15" without accents may hope for fifteen; the days behind the tenth have no such word
_JOY = frozenset({"chao", "an", "vui", "dip"})
_ENDS = frozenset({"thang", "den", "toi", "va", "-"})  # what may stand behind a day without accents
_TODAY = ("nay", "qua", "mai")  # "hôm nay mùng 1 tháng 3" is whichever the clock says
_OTHER = ("lunar", "lunarmonth", "newyear", "fullmoon", "leap")


def with_solar_days(words: Sequence[str]) -> Sequence[str]:
    """The words with "ngày" where a day of a month of the plans' calendar is meant."""
    first_days = _FIRST_DAYS if any(word != folded(word) for word in words) else _BARE
    if first_days.isdisjoint(words) or not _names_a_month(words) or _is_lunar(words):
        return words
    return ["ngày" if word in first_days and _is_day(words, at) else word for at, word in enumerate(words)]


def _is_day(words: Sequence[str], at: int) -> bool:
    """Whether such a word has the number of a first day behind it, and is not told beside today."""
    number, behind = folded("".join(words[at + 1 : at + 2])), folded("".join(words[at + 2 : at + 3]))
    day = int(number) if number.isdecimal() else _numbers().get(number, 0)
    sure = words[at] in _FIRST_DAYS or behind in _ENDS
    joyful = at > 0 and words[at - 1] in _JOY  # "chao mung 30 thang 4"
    last = _HOPED if words[at] == "mong" or joyful else _LAST
    return sure and 1 <= day <= last and not (at > 0 and words[at - 1] in _TODAY)


def _names_a_month(words: Sequence[str]) -> bool:
    """Whether a month is told by its number, or from today's."""
    months = (after for before, after in pairwise(words) if folded(before) == "thang")
    return any(
        after.isdecimal() or folded(after) in {*_numbers(), *_FROM_TODAY, *_said("lunarmonth")} for after in months
    )


_FROM_TODAY = ("nay", "sau", "toi", "truoc")


def _is_lunar(words: Sequence[str]) -> bool:
    said = f" {' '.join(map(folded, words))} "
    of_the_sun = any(f" {phrase} " in said for phrase in _said("solar"))  # "15 tháng Chạp dương lịch"
    return not of_the_sun and any(f" {phrase} " in said for phrase in _said(*_OTHER))


@cache
def _numbers() -> Mapping[str, int]:
    return {folded(row[0]): int(row[2]) for row in records("time_words.tsv") if row[1] == "number"}


@cache
def _said(*kinds: str) -> tuple[str, ...]:
    """The folded words of some kinds."""
    found = (canonical(phrase.removeprefix("=")) for phrase, kind, *_ in records("time_words.tsv") if kind in kinds)
    return tuple(map(folded, found))
