"""Stretches that are told apart by a figure: "học kỳ 2" of a question is the "học kỳ II" of a row, and never its I.

Plans print the figure in Roman signs as often as not, people type it in Arabic ones, glued to a short form ("hk2").
With its noun it is one phrase, so that a row which has the noun with another figure does not hold it.
"""

import re

from knowledge.language.numerals import roman
from knowledge.language.text import folded

_MOST = 6
_FIGURES = {roman(n).lower(): str(n) for n in range(1, _MOST + 1)}
_FIGURES |= {figure: sign for sign, figure in _FIGURES.items()}
_STRETCHES: dict[str, tuple[str, ...]] = {  # by their short forms
    "hk": ("học", "kỳ"),
    "gđ": ("giai", "đoạn"),
    "gd": ("giai", "đoạn"),
}
_LONG = frozenset({"hoc ky", "giai doan", "phan ky"})
_GLUED = re.compile(r"([a-zđ]{2})0?([1-6])")

_BY_THEMSELVES = {folded(f"{short}{zero}{figure}") for short in _STRETCHES for zero in ("", "0") for figure in "123456"}
STRETCHES = frozenset({noun.split()[0] for noun in _LONG} | set(map(folded, _STRETCHES)) | _BY_THEMSELVES)
"""The folded words that such a stretch begins with."""


def in_other_figures(typed: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The same stretch with its figure in the other signs; nothing where the words are no such stretch."""
    glued = _GLUED.fullmatch(typed[0]) if len(typed) == 1 else None
    if glued and glued[1] in _STRETCHES:
        long = _STRETCHES[glued[1]]
        return {(*long, glued[2]), (*long, _FIGURES[glued[2]])}
    *noun, figure = typed
    other = _FIGURES.get(folded(figure))
    named = " ".join(map(folded, noun))
    if other is None or (named not in _LONG and named not in _STRETCHES):
        return set()
    long = _STRETCHES.get(named, tuple(noun))
    return {(*long, other)} | ({(*long, figure)} if long != tuple(noun) else set())
