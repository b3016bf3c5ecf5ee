"""A time compared as it is worded: "quý II" is "Quý II/2027" and "Quý 2", not every day that lies in it."""

import re

from knowledge.deadlines.grains import is_written_by
from knowledge.language.numerals import roman
from knowledge.language.text import folded

_TOKEN = re.compile(r"\b(?!ngay \d)\w+")  # "ngày 15/6" is "15/6"
_RANGE = re.compile(r"\b(quy|thang) (\w{1,3})\s*[-–]\s*(\w{1,3})\b")  # "Quý II-III" is no "quý II"
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONLY_A_YEAR = ("nam",)
_QUARTERS = {roman(n).lower(): str(n) for n in range(1, 5)}


def wording_of(text: str) -> tuple[str, ...]:
    """The words of a wording to be compared: folded, numbers in one way of writing."""
    said = _RANGE.sub(r"\1 \2_\3", folded(text))
    return tuple(_QUARTERS.get(token, token.lstrip("0") or "0") for token in _TOKEN.findall(said))


def quotes(printed: str, wording: tuple[str, ...]) -> bool:
    """Whether a printed deadline has this wording; a year that only one of them names is no difference."""
    words, said = wording_of(printed), tuple(word for word in wording if not _YEAR.fullmatch(word))
    years = {word for word in words if _YEAR.fullmatch(word)}
    asked = {word for word in wording if _YEAR.fullmatch(word)}
    if said == _ONLY_A_YEAR:  # "năm 2027" is no "Quý II năm 2027", and no "Thường xuyên trong năm"
        return bool(years & asked) and is_written_by(printed, said)
    plain = " ".join(word for word in words if word not in years)
    return bool(said) and f" {' '.join(said)} " in f" {plain} " and (not years or not asked or bool(years & asked))
