"""A speaker who tells where they work, and then calls it theirs: "em ở Bộ phận một cửa …, liệt kê các việc bên em".

What is called theirs is the unit that was told. Somebody who tells it and asks of other things is not read so.
"""

import re
from collections.abc import Sequence

from knowledge.language.text import folded, nfc, tokens
from knowledge.units.mentions import UnitNames

_I = r"(?:chung |bon |ben )?(?:toi|tui|em|minh|chau|to|anh|chi|chu|bac)"
_WE = r"(?:chung|bon|tui) (?:toi|tui|em|minh|chau|to)"
_UNIT = r"(?:don vi|phong|ban|so|co quan|bo phan|trung tam|to|doi|khoa|truong|nhom|ben|phia)"
_WORD = r"(?!(?:phong|ban|to|doi|khoa) )\w+"  # that begins no unit
_TELLS = re.compile(rf"\b{_I}(?: {_WORD}){{0,3}}? (?:la|o|ben|thuoc|tai|cua|truc)\b(?: {_WORD}){{0,5}}? $")
_THEIRS = re.compile(rf"\b(?:cua )?{_UNIT} {_I}\b(?! (?:biet|hoi|xem|la|o)\b)|\bcua {_I}\b|\b{_WE}\b")


def with_told_unit(text: str, units: UnitNames) -> str:
    """The text with the unit that its speaker told to be theirs, in the place where they call it so."""
    typed = nfc(text).split()
    bare = [folded((tokens(word) or [""])[0]) for word in typed]
    if _THEIRS.search(" ".join(bare)) is None:
        return text
    for unit in units.find(bare):
        told = next(at for at in range(unit.start, unit.end) if bare[at] not in _LEADS)
        ahead, behind = " ".join(bare[:told]) + " ", " ".join(bare[unit.end :])
        theirs = _THEIRS.search(behind)
        if theirs and unit.end - unit.start > 1 and _TELLS.search(ahead):
            first = unit.end + behind.count(" ", 0, theirs.start())
            last = first + theirs[0].count(" ") + 1
            end = _end_of_clause(typed, unit.end, first)
            of = ["của"] if theirs[0].startswith("cua ") else []
            name = [word.rstrip(",.;!") for word in typed[told:end] if word.rstrip(",.;!") not in {"ạ", "nhé", "nha"}]
            return " ".join([*typed[end:first], *of, *name, *typed[last:]])
    return _with_unknown_unit(text, " ".join(typed), " ".join(bare))


def _with_unknown_unit(text: str, typed: str, bare: str) -> str:
    """The same with what can only be a unit, though no plan has it, so that it is said to be unknown."""
    told = _TOLD.search(bare)
    theirs = _THEIRS.search(bare, told.end()) if told else None
    words = typed.split()
    if told is None or theirs is None:
        return text
    start, end = bare.count(" ", 0, told.start("unit")), bare.count(" ", 0, told.end("unit")) + 1
    first = bare.count(" ", 0, theirs.start())
    return " ".join([*words[end:first], *words[start:end], *words[first + theirs[0].count(" ") + 1 :]])


def _end_of_clause(typed: Sequence[str], start: int, before: int) -> int:
    """Where what belongs to the unit ends ("… của Sở Xây dựng Nam Định ạ, …"): at a sign or a particle near by."""
    near = range(start - 1, min(start + _OFFICE, before))
    return next((at + 1 for at in near if typed[at].endswith((",", ".", ";", "!"))), start)


_TOLD = re.compile(rf"\b{_I} (?:\w+ ){{0,2}}?(?:la|o|ben|thuoc|tai|cua) (?P<unit>(?:phong|ban|to|doi|khoa) \w+ \w+)\b")
_LEADS = frozenset({"o", "cua", "tai", "thuoc", "moi"})  # "đầu mối | Bộ phận một cửa"
_OFFICE = 9  # words of the office behind a unit
