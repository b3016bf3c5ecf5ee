"""Numbers that are not written in figures: Roman ones, words behind "thứ" ("thứ hai"), and those below a hundred."""

from collections.abc import Mapping, Sequence
from functools import cache

from knowledge.data import records
from knowledge.language.text import folded

_SIGNS = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_MOST = 3999


@cache
def roman(number: int) -> str:
    """A number in Roman signs (1 to 3999), others in figures."""
    if not 0 < number <= _MOST:
        return str(number)
    signs, left = "", number
    for worth, sign in _SIGNS:
        signs += sign * (left // worth)
        left %= worth
    return signs


@cache
def ordinals() -> Mapping[str, int]:
    """The words for a place in a row, with their accents, and which it is."""
    said = {row[0]: int(row[2]) for row in records("time_words.tsv") if row[1] == "number"}
    return {**said, "nhất": 1, "nhì": 2}


@cache
def bare_ordinals() -> Mapping[str, int]:
    """The same without accents."""
    return {folded(word): value for word, value in ordinals().items()}


_ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_BEHIND_TEN = {**_ONES, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_TEN, _TWENTY, _TENS = frozenset({"mười"}), frozenset({"hăm"}), frozenset({"mươi", "chục"})


def spoken_number(words: Sequence[str]) -> tuple[int, int]:
    """The number below a hundred that words begin with, accents or none, and of how many words; 0 where none does."""
    first, second, third = (*words[:3], "", "", "")[:3]
    if one := _is_said(first, _ONES):
        if second in _either(_TENS):
            behind = _is_said(third, _BEHIND_TEN)
            return one * 10 + behind, 3 if behind else 2
        return one, 1
    behind = _is_said(second, _BEHIND_TEN)
    if first in _either(_TWENTY):
        return (20 + behind, 2) if behind else (0, 0)
    return (10 + behind, 2 if behind else 1) if first in _either(_TEN) else (0, 0)


def _is_said(word: str, among: Mapping[str, int]) -> int:
    return among.get(word) or next((value for said, value in among.items() if folded(said) == word), 0)


def _either(words: frozenset[str]) -> frozenset[str]:
    return words | frozenset(map(folded, words))
