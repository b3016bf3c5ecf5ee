"""How well a stretch of words fits a column, by what cells of that column look like and by what the document repeats.

Used where a table has lost its rules. The scores are weights found by hand over several layouts; only their order
matters: an empty cell is better than a wrong one, a sentence is never cut before a small letter if that can be helped.
"""

import re
from bisect import insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from knowledge.data import records
from knowledge.deadlines.only_times import says_only_when
from knowledge.language.text import canonical, folded, has_accents
from knowledge.plan.columns import WHAT, Role
from knowledge.plan.layout import Layout
from knowledge.units.cells import split_units
from knowledge.units.name_words import starts_with_head
from knowledge.units.name_words import words as unit_words
from knowledge.units.phrase import begins_unit, unit_at

EMPTY = {
    Role.TASK: -12.0,
    Role.OBJECTIVE: -5.0,
    Role.ACTIVITY: -5.0,
    Role.LEAD: -6.0,
    Role.TIME: -5.0,
    Role.RESULT: -4.0,
    Role.COORDINATE: -4.0,
    Role.BUDGET: -3.0,
}
UNITS = (Role.LEAD, Role.COORDINATE)
_OPEN_WORDS = (
    "và|của|cho|theo|về|các|những|số|ngày|tại|với|thuộc|cấp|hoặc|được|từ|trước|đến|hết|vào|bằng|trên|trong|dưới|giữa|như|nhằm|việc|mọi|từng|mỗi"
    "|khi|bị|đã|sẽ|phải|cần|tới|lên|do|là|để|gửi|chủ tịch|giám đốc|thủ tướng|bộ trưởng|; sở|, sở"
)
_OPEN = re.compile(rf"(?:[,;:(/+\-–&]|(?<!\w)(?:{_OPEN_WORDS}))$", re.IGNORECASE)
_OF_NAMES = {"cac", "cap"}  # "UBND các huyện", "UBND cấp xã" are whole
_VERBS = {"duoc", "da", "phai", "se"}  # behind a head they make a sentence of it
_BEFORE_FIGURES = {
    "so",
    "nam",
    "thang",
    "quy",
    "ngay",
    "dinh",
    "thi",
    "dat",
    "dieu",
    "khoan",
    "do",
    "thieu",
    "tu",
    "den",
    "het",
    "nhat",
}
_BEFORE_TIMES = {"truoc"}  # "Xong trước | Tết"
_FIGURES = re.compile(r"^(?:\d|[IVX]+(?:[/,.-]|$))")
_DATE = re.compile(r"^(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}/\d{4}|[IVX]+/\d{4}|\d{4}(?:\s*-\s*\d{4})?)\b")
_MONEY = re.compile(r"^\d[\d.,]*(?:\s*(?:triệu|tỷ|đồng|nghìn|tr|đ)\b|$)", re.IGNORECASE)
_EXCESS = 1.3
_SLACK = 0.82  # a proportional font: a line that is that full had no room for the next word


@dataclass(slots=True)
class ColumnProfile:
    """What has been seen of the columns so far: their texts and how wide their lines are."""

    texts: Counter[tuple[Role, str]] = field(default_factory=Counter)
    widths: dict[int, list[int]] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)

    def learn(self, column: int, role: Role, lines: Sequence[str]) -> None:
        """Take in one cell that was read."""
        if not lines:
            return
        for name in _names(role, " ".join(lines)):
            self.texts[_shared(role), name] += 1
        if role in UNITS:
            self.layout.learn_names(split_units(" ".join(lines)))
        if len(lines) > 1:
            insort(self.widths.setdefault(column, []), max(len(line) for line in lines))

    def width(self, column: int) -> int:
        """How many characters a line of a column holds, by its cells of several lines; 0 before any was seen.

        Not the widest one: a cell that was read wrongly must not set the measure.
        """
        seen = self.widths.get(column, ())
        return seen[int(0.8 * (len(seen) - 1))] if len(seen) >= 3 else 0

    def familiarity(self, role: Role, text: str) -> float:
        """How often a text stood in such a column, on a scale that grows slowly; nothing for what is to be done."""
        if not self.texts or role in WHAT:
            return 0.0
        names = _names(role, text)
        seen = [self.texts[_shared(role), name] for name in names]
        return sum(min(3.0, 1.5 * log(n)) for n in seen if n > 1) / max(1, len(names))


def fit(role: Role, text: str, profile: ColumnProfile) -> float:
    """How well a whole cell's text fits a column of that role."""
    seen = profile.familiarity(role, text)
    if role is Role.RESULT:
        return _looks(role, text) + min(1.5, seen) + (_thing(text) if profile.layout.is_thing(text) else 0.0)
    things = sum(map(profile.layout.is_thing, split_units(text))) if role in UNITS and starts_with_head(text) else 0
    return _looks(role, text) + seen + (_THING * things if seen < _OFTEN else 0.0)


_THING = -6.0  # what begins like a unit and is none, in a cell of units
_OFTEN = 1.5  # seen so often among the units it is one, whatever it looks like


def _thing(text: str) -> float:
    """What is given back of that which a result costs that begins like the name of a unit."""
    return 0.0 if begins("product", text) else -_likeness(text)


@lru_cache(maxsize=65536)
def _looks(role: Role, text: str) -> float:
    words = text.count(" ") + 1
    if role is Role.TIME:
        return _time_fit(text) - 0.3 * max(0, words - 15)
    if role in UNITS:
        return _unit_fit(text)
    if role is Role.BUDGET:
        return 3 if begins("budget", text) or _MONEY.match(text) else -2
    if role is Role.RESULT:
        return _result_fit(text, words)
    if role in WHAT:
        return (1.0 if words >= 3 else -1.5) - (3 if _is_only_how(text, words) else 0)
    return 0.0


def wrap_faults(column: int, lines: Sequence[str], profile: ColumnProfile) -> int:
    """How often a line of a cell is too long, or ends although the next word had room: the cell ended there."""
    width = profile.width(column)
    if not width:
        return 0
    short = sum(len(a) + 1 + len(b.split()[0]) < width * _SLACK for a, b in pairwise(lines))
    return short + sum(len(line) > width * _EXCESS for line in lines)


def begins_other(words: Sequence[str], at: int) -> frozenset[Role]:
    """The columns whose cells begin with the word at a position: no cell of a unit goes on over it."""
    if not words[at][:1].isupper() or (at and is_open(words[at - 1])):
        return frozenset()
    tail = " ".join(words[at : at + 4])
    if folded(tail).startswith(("kinh phi", "ngan sach", "nsnn", "nguon")):
        return frozenset({Role.BUDGET})
    return frozenset({Role.TIME}) if begins("time", tail) and not starts_with_head(tail) else frozenset()


def begins_cell(tail: str) -> bool:
    """Whether words are such as cells of units, time, products or money begin with."""
    return (
        starts_with_head(tail) or any(begins(kind, tail) for kind in ("time", "product", "budget")) or tail[0].isdigit()
    )


def is_told_by(held: str, text: str) -> bool:
    """Whether words go on with no name: what the last unit of a cell does, or that it is whole ("Sở Tài chính")."""
    last = split_units(held)[-1] if starts_with_head(held) else held
    phrase = unit_at(f"{last} {text}", ordered=True)
    return phrase is not None and phrase.end <= len(last) + 1


def is_torn(before: str, word: str) -> bool:
    """Whether no cell ends between two words: "Quý" and "I/2027", "số" and "12"."""
    return folded(before) in _BEFORE_TIMES or (folded(before) in _BEFORE_FIGURES and _FIGURES.match(word) is not None)


def is_bare(name: str) -> bool:
    """Whether a cell of units ends in a head that stands for no unit without its name ("Thư viện; Phòng")."""
    return _BARE.search(name) is not None


_BARE = re.compile(
    r"(?:^|[,;/+&]\s*|[-–]\s+)(?:Phòng|Khoa|Ban|Sở|Cục|Chi cục|Vụ|Viện|Trung tâm|Bộ môn|Hội|Tổ|Đội|Trạm|Nhóm)$"
)


@lru_cache(maxsize=65536)
def is_open(text: str) -> bool:
    """Whether a text cannot end here."""
    return bool(_OPEN.search(text)) or text.count("(") > text.count(")")


@lru_cache(maxsize=65536)
def begins(kind: str, text: str) -> bool:
    """Whether a text begins with a word that cells of that kind begin with, in a capital letter.

    Accents count where the text has them: "Tư pháp" does not begin like "Từ ngày".
    """
    if text[:1].islower():
        return False
    pattern = _pattern(kind, accents=has_accents(text[:40]))
    return pattern.match(canonical(text[:40]) if has_accents(text[:40]) else folded(text[:40])) is not None


@cache
def _pattern(kind: str, *, accents: bool) -> re.Pattern[str]:
    form = canonical if accents else folded
    openings = "|".join(re.escape(form(word)) for k, word in records("cells.tsv") if k == kind)
    return re.compile(rf"(?:{openings})(?!\w)")


def _names(role: Role, text: str) -> tuple[str, ...]:
    """What of a cell may be met again: its units, else the whole of it."""
    return _units(text) if role in UNITS else (folded(text),)


@lru_cache(maxsize=65536)
def _units(text: str) -> tuple[str, ...]:
    """The units that a cell names, comparable; the cell itself where it names none."""
    return tuple(folded(unit) for unit in split_units(text)) if starts_with_head(text) else (folded(text),)


def _time_fit(text: str) -> float:
    """A time and nothing else fits best, and least what begins as one and goes on behind it ("Quý II Bản cam kết")."""
    if _follows_year(text):
        return -1
    if is_time(text):
        return 5
    if not (begins("time", text) or _DATE.match(text)):
        return -6
    return 2 if _opens_with_time(text) else 4


def _follows_year(text: str) -> bool:
    """Whether a whole time begins behind a year with nothing to it: the year ends the words of the cell before."""
    match = _YEAR.match(text)
    return match is not None and (begins("time", match["rest"]) or is_time(match["rest"]))


_YEAR = re.compile(r"\d{4}(?:\s*[-–]\s*\d{4})?\s+(?P<rest>\S.*)")


def _opens_with_time(text: str) -> bool:
    words = text.split()
    return any(is_time(" ".join(words[:n])) for n in range(1, min(len(words), _TIME)))


_TIME = 8  # words of a time that others follow


@lru_cache(maxsize=65536)
def is_time(text: str) -> bool:
    """Whether a stretch of words is a time and nothing else; it begins with a capital or a figure."""
    return not text[:1].islower() and _TIME_LIKE.search(text) is not None and says_only_when(text)


_TIME_LIKE = re.compile(r"\d|(?i:thường xuyên|hằng|hàng|mỗi|quý|tháng|năm|tuần|định kỳ|trước|khi|sau)")


@lru_cache(maxsize=65536)
def _unit_fit(text: str) -> float:
    if not starts_with_head(text) or text[:1].islower():
        return -4
    units = split_units(text)
    headed = sum(starts_with_head(unit) for unit in units)
    long = sum(unit.count(" ") > 13 for unit in units)
    torn = sum(_is_torn(folded(unit).split()) for unit in units)
    return (4 if headed == len(units) else -2) - 3 * long - 4 * torn


def _is_torn(words: Sequence[str]) -> bool:
    """Whether words are no whole name: a bare "Sở", "Sở tại …" (the end of one), "Công chức được …" (a sentence)."""
    if words[0] in unit_words("owner"):
        return words[0] not in unit_words("complete") if len(words) == 1 else words[1] in unit_words("link") - _OF_NAMES
    return any(word in _VERBS for word in words[2:4])


def _result_fit(text: str, words: int) -> float:
    score = 3.0 if begins("product", text) else _likeness(text)
    if begins("time", text) or _opens_with_time(text):
        score -= 3
    return score - 0.2 * max(0, words - 25)


def _likeness(text: str) -> float:
    """What it costs that a result looks like the name of a unit."""
    if not starts_with_head(text) or not (begins_unit(text) or not has_accents(text)):
        return 0.0
    return -6.0 if _unit_fit(text) > 0 else -3.0


def _is_only_how(text: str, words: int) -> bool:
    return words <= 8 and (begins("time", text) or begins("budget", text) or _unit_fit(text) > 0)


def _shared(role: Role) -> Role:
    return Role.LEAD if role in UNITS else role
