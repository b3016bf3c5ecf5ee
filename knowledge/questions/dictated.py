"""Figures and signs of a question as somebody dictates them or types them in a hurry, written as plans print them.

"Dòng bốn chấm một" is "dòng 4.1", "quý thứ hai" and "quý2" are "quý 2", "năm '27", "năm 2k27" and "năm hăm bảy" are
the year, "từ 1-4 đến 30-6" names two days, "phẩy" is the sign that a phone did not set, and "vs" in front sets beside.
Letters of the VNI keyboard ("quy1 2" is "quý 2") stay, as does a figure in words that may count what stands behind it.
"""

import re
from collections.abc import Callable

from knowledge.language.numerals import ordinals, spoken_number
from knowledge.language.syllables import is_syllable
from knowledge.language.text import canonical, folded, nfc
from knowledge.questions.constraint_patterns import either_way

_WORD = r"[^\W\d_]+"
_ENDS = r"(?!\w|[/.,\u2013-]\d)"
_NUMBERED = "(?:stt|số thứ tự|dòng(?: số)?|(?:mục|việc|nhiệm vụ|công việc|đầu việc) số)"
_COUNTED = "(?:ngày|tuần|tháng|năm|việc|nhiệm vụ|đơn vị|người|tuổi|triệu|tỷ|ngàn|nghìn|trăm|phần)"
_PART = rf"(?:{_WORD}(?: (?:mươi|chục))?(?: {_WORD})?|\d{{1,3}})"
_NO_NUMBER = r"(?:năm (?:nay|nào|này|trước|sau|ngoái|tới|học|\d)|một cửa)"  # a year, the name of an office
_ROWS = either_way(rf"(?<!\w)(?P<head>{_NUMBERED}|mục) (?!{_NO_NUMBER})(?P<said>(?:{_PART} chấm )*{_PART})(?! \d)")
_GLUED = either_way(rf"(?<!\w)(?P<unit>tháng|quý|quí|tuần)(?P<number>\d{{1,2}}){_ENDS}(?! ?(?:\d|[ivx]+\b))")
_PLACE = either_way(rf"(?<!\w)(?P<unit>quý|quí) thứ (?P<said>{_WORD})(?!\w)")
_SHORT_YEAR = either_way(rf"(?<!\w)(?P<year>năm )(?:2k|['\u2019])(?P<said>\d\d){_ENDS}")
_SPOKEN_YEAR = either_way(
    r"(?<!\w)(?<!tháng )(?P<year>năm |(?:hai nghìn|hai ngàn) (?:không trăm )?)"
    rf"(?P<said>(?:hăm|(?:hai|ba|bốn) mươi) {_WORD})(?!\w| {_COUNTED})"
)
_DAY = either_way(
    r"(?<!\w)(?P<ahead>(?:từ|đến|tới|trước|sau|ngày|nay|hạn) (?:ngày |hết )?)"
    rf"(?P<day>0?[1-9]|[12]\d|3[01])-(?P<month>0?[1-9]|1[0-2])(?P<year>-20\d\d)?(?![\w/.,\u2013-]| {_COUNTED})"
)
_YEAR_BEHIND = re.compile(r"-20\d\d(?!\d)")
_SIGN = either_way(rf"(?<=\w) (?:dấu )?(?P<sign>phẩy|chấm hỏi)(?P<behind> {_WORD}|\s*$)")
_JOINED = either_way(rf"(?P<left>{_WORD}) [+&] (?P<right>{_WORD})")
_RATHER = frozenset({"mục", "muc", "dong"})  # "mục bảy" is a heading, "dong nam" a side of the sky
_VERSUS = either_way(r"^(?P<ahead>(?:(?:z|vậy|còn|thế|rứa) )?)vs (?=\w)")
_INITIALS = 2  # letters
_YEARS = range(2020, 2050)

Written = Callable[[re.Match[str]], str]


def in_figures(text: str) -> str:
    """A text with its figures and signs as plans print them, where they are said in words or typed for others."""
    typed = nfc(text)
    accented = typed.lower() != folded(typed)
    for pattern, written in _WAYS:
        typed = re.sub(pattern[accented].pattern, written, typed, flags=re.IGNORECASE)
    return typed


def _numbered_row(found: re.Match[str]) -> str:
    """The number of a row in figures, behind what rather heads other words where it has parts ("mục bốn chấm một")."""
    parts, left = [], ""
    for part in re.split(r" ch[ấa]m ", canonical(found["said"])):
        words = part.split()
        value, size = (int(part), 1) if part.isdigit() else spoken_number(words)
        if not value or left:
            return found[0]
        parts.append(str(value))
        left = " ".join(words[size:])
    if canonical(found["head"]) in _RATHER and len(parts) == 1:
        return found[0]
    return f"{found['head']} {'.'.join(parts)}{' ' if left else ''}{left}"


def _numbered_quarter(found: re.Match[str]) -> str:
    said = folded(found["said"])
    value = next((number for word, number in ordinals().items() if folded(word) == said), 0)
    return f"{found['unit']} {value}" if 0 < value <= 4 else found[0]


def _year(found: re.Match[str]) -> str:
    """A year of which the last figures are typed or said."""
    said = canonical(found["said"])
    value, size = (int(said), 1) if said.isdigit() else spoken_number(said.split())
    year = found["year"] if found["year"].lower().strip() in ("năm", "nam") else ""
    return f"{year}{2000 + value}" if 2000 + value in _YEARS and size == len(said.split()) else found[0]


def _sign(found: re.Match[str]) -> str:
    """A sign that is said, which a number behind it makes part of a figure ("ba phẩy | năm")."""
    words = canonical(found["behind"]).split()
    return found[0] if spoken_number(words)[0] else f"{',' if 'ph' in found['sign'].lower() else '?'}{found['behind']}"


def _glued(found: re.Match[str]) -> str:
    return f"{found['unit']} {found['number']}"


def _day(found: re.Match[str]) -> str:
    """A day with strokes, where a year stands in the text or it is told from today: "từ 5-7%" is no day."""
    if not found["ahead"].lower().startswith("nay") and not _YEAR_BEHIND.search(found.string):
        return found[0]
    return f"{found['ahead']}{found['day']}/{found['month']}{(found['year'] or '').replace('-', '/')}"


def _joined(found: re.Match[str]) -> str:
    """Two things that a sign joins; between capitals, initials or foreign words it is part of a name ("GD & ĐT")."""
    sides = (found["left"], found["right"])
    short = any(side.isupper() or len(side) <= _INITIALS or not is_syllable(folded(side)) for side in sides)
    bare = found.string.isascii()
    return found[0] if short else f"{found['left']} {'va' if bare else 'và'} {found['right']}"


def _set_beside(found: re.Match[str]) -> str:
    return f"{found['ahead']}so {'voi' if found.string.isascii() else 'với'} "


_WAYS: tuple[tuple[dict[bool, re.Pattern[str]], Written], ...] = (
    (_ROWS, _numbered_row),
    (_GLUED, _glued),
    (_PLACE, _numbered_quarter),
    (_SHORT_YEAR, _year),
    (_SPOKEN_YEAR, _year),
    (_DAY, _day),
    (_SIGN, _sign),
    (_JOINED, _joined),
    (_VERSUS, _set_beside),
)
