"""Numbers that are not written in figures: Roman ones, and the words behind "thứ" ("thứ hai", "thứ nhất")."""

from collections.abc import Mapping
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
