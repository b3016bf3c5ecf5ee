"""Words of time and numbers in a question, as far as they stand around the name of a plan and are no topic."""

import re
from collections.abc import Sequence
from datetime import date

from knowledge.deadlines.periods import find_periods

_YEAR = re.compile(r"(?:19|20)\d\d")
_TURNED = frozenset({"ngoai", "truoc", "qua", "nay", "sau", "toi", "kia", "roi", "ngoi"})  # of "năm ngoái"
_TIMELY = frozenset({"thang", "quy", "nam", "ngay", "tuan", "trong", "o", "tai", "cua", "va", ":", "%", "hay", "voi"})
_NUMERALS = frozenset({"i", "ii", "iii", "iv", "mot", "hai", "ba", "bon", "tu", "sau", "bay", "tam", "chin", "muoi"})
_MARKED = frozenset({"muc", "phan", "chuong", "nhom"})


def words_of_time(bare: Sequence[str]) -> set[int]:
    """The positions of folded words of time, of numbers behind them, and of small words between."""
    found = {-1} | {i for i, word in enumerate(bare) if any(map(str.isdigit, word)) or word in _TIMELY}
    for i, word in enumerate(bare):
        marked = i and bare[i - 1] in _MARKED and word in _NUMERALS
        found |= {i - 1, i} if marked else {i} if word in _NUMERALS and i - 1 in found else set()
    return found


def inside_times(bare: Sequence[str]) -> set[int]:
    """The positions of years that end a shorter time ("tháng 12 năm 2023", "cuối năm 2023")."""
    found = set()
    for at in (i for i, word in enumerate(bare) if _YEAR.fullmatch(word)):
        ahead = list(bare[max(at - _SHORTER, 0) : at])
        *before, last = ["", *(ahead[:-1] if ahead[-1:] == ["nam"] else ahead)]
        numbered = last.isdigit() or last in _NUMERALS
        if last in _PARTS or (numbered and _UNITS & set(before)):
            found.add(at)
    return found


_SHORTER = 6  # words of a shorter time with "năm"
_PARTS = frozenset({"dau", "cuoi", "giua"})
_UNITS = frozenset({"ngay", "tuan", "thang", "quy"})


def years_said(bare: Sequence[str], typed: Sequence[str], today: date) -> dict[int, tuple[int, int]]:
    """Where a year begins, said or told by the clock ("năm ngoái"): where it ends, and the year."""
    years = {i: (i + 1, int(word)) for i, word in enumerate(bare) if _YEAR.fullmatch(word)}
    if "nam" in bare and _TURNED & set(bare):
        clocked = find_periods(typed, today=today, year=today.year)
        years |= {p.start: (p.end, p.last.year) for p in clocked if p.is_year and p.dated and not p.year_said}
    return years
