"""Place and date of a letterhead: "Long Xuyên, ngày 08 tháng 02 năm 2027", also with blanks that nobody filled in."""

import re
from collections.abc import Iterable
from functools import cache

from knowledge.data import records
from knowledge.language.text import UPPER, canonical, nfc

_NAME = rf"(?<![\w/-])(?:TP\.?\s?)?[{UPPER}]\w*(?:[ -][{UPPER}]\w*){{0,4}}"
_PRINTED = re.compile(
    rf"(?P<place>{_NAME}),?\s*(?i:ngày\s*(?P<d>\d{{1,2}})?[\s.…_]*(?:tháng|/)\s*(?P<m>\d{{1,2}})?[\s.…_]*"
    r"(?:năm|/)\s*(?P<y>(?:19|20)\d\d))"
)


def is_place_and_date(line: str) -> bool:
    """Whether a line says nothing else."""
    match = _PRINTED.fullmatch(nfc(line).strip())
    return match is not None and not _is_time(match["place"])


def place_and_date(texts: Iterable[str]) -> tuple[str | None, str | None]:
    """Place and day of issue by the first line that has them; the day ("2027-02-08") as far as it was filled in."""
    for text in texts:
        match = _PRINTED.search(text)
        if match and not _is_time(match["place"]):
            issued = match["y"]
            if match["m"] and 1 <= int(match["m"]) <= 12:
                issued += f"-{int(match['m']):02}"
                if match["d"] and 1 <= int(match["d"]) <= 31:
                    issued += f"-{int(match['d']):02}"
            return _place_name(match["place"]), issued
    return None, None


def day_said(text: str) -> str | None:
    """The first whole day that a text names, as the caption of an annex does: "2027-02-08"."""
    match = _DAY.search(text)
    if match is None or not (1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31):
        return None
    return f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}"


_DAY = re.compile(
    r"ngày\s*(?P<d>\d{1,2})\s*(?:/|tháng)\s*(?P<m>\d{1,2})\s*(?:/|năm)\s*(?P<y>(?:19|20)\d\d)", re.IGNORECASE
)


def _is_time(place: str) -> bool:
    """Whether what stands where a place does is only a word of times: "Trước ngày 30/6/2027" is a deadline."""
    return canonical(place) in _time_words()


@cache
def _time_words() -> frozenset[str]:
    return frozenset(canonical(word) for kind, word in records("cells.tsv") if kind == "time")


def _place_name(text: str) -> str:
    words = text.split()
    while len(words) > 1 and not words[0][:1].isupper():
        words = words[1:]
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in words)
