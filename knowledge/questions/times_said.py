"""The times that a question tells: of no plan's name, no count, and nothing that asks which time."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from knowledge.deadlines.chart_parser import numerals
from knowledge.deadlines.grains import CALENDAR
from knowledge.deadlines.periods import Period, find_periods, month, quarter
from knowledge.deadlines.relations import Relation
from knowledge.language.text import folded
from knowledge.questions.cues import Cue, written_plainly
from knowledge.questions.half_words import BONDED, Bond
from knowledge.questions.plan_times import counted_times, pointed_times
from knowledge.units.mentions import UnitMention

LINKS = frozenset({"và", "va", "hoặc", "hoac", "hay", "với", "voi", "cùng"})
_MORE = frozenset({"hơn", "hon"})


def by_the_sun(words: Sequence[str]) -> list[str]:
    """The words with "tháng giêng" and "tháng chạp" told as the months of the sun that offices call so.

    Beside a day of the moon ("rằm tháng giêng"), or where the moon is named, they stay what they are, but for where
    the sun is ("ngày 15 tháng Chạp dương lịch").
    """
    bare = list(map(folded, words))
    by_sun = "duong lich" in " ".join(bare)
    if not _OF_THE_MOON.isdisjoint(bare) and not by_sun:
        return list(words)
    solar = {at for at, word in enumerate(bare) if word in _MONTHS and bare[at - 1 : at] == ["thang"]}
    if not by_sun:
        solar -= {at for at in solar if at > 1 and (bare[at - 2].isdigit() or bare[at - 2] in _DAYS)}
    return [_MONTHS[bare[at]] if at in solar else word for at, word in enumerate(words)]


_MONTHS = {"gieng": "1", "chap": "12"}
_OF_THE_MOON = frozenset({"mung", "mong", "ram", "am", "al", "nhuan", "tet"})
_DAYS = frozenset({"ngay", "mot", "hai", "ba", "bon", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "hom"})


def told_from(words: Sequence[str], typed: Sequence[str], until: date | None) -> tuple[Sequence[str], date | None]:
    """The words with their accents, and the day from which their times are told where that is not today.

    Args:
        until: the last day of the time that was told before; "tháng sau đó" is told from it alone.
    """
    next_one = _beside_that(typed) if until else None
    told = next_one or _come_to(typed, until) or _past_new_year(typed)
    return told, until if next_one or follows_on(words) or _is_a_part_of_it(words) else None


def _is_a_part_of_it(words: Sequence[str]) -> bool:
    """Whether a part of a time is all that is said of when ("chỉ nửa đầu tháng thôi, đến hết ngày 15").

    It is one of the time that was told before, where the words narrow that and name no other.
    """
    said = " ".join(map(folded, words))
    narrows = _NARROWS.search(said) and not _OTHER_TIME.search(said)
    return bool(narrows and _PART.search(said))


_NEXT_TO = ("nay", "toi", "sau", "truoc", "sap", "ke", "gieng", "chap", "vua", "roi")
_PART = re.compile(
    r"\b(?:(?:nua|cuoi|dau|giua) (?:\w+ )?(?:thang|quy)|(?:tuan|ngay) (?:dau|cuoi))\b(?! \d)"
    r"|\b(?:ngay|mung|mong) \d{1,2}\b(?!/| thang)"
)
_NARROWS = re.compile(r"\b(?:chi|thoi|y \w+ la|trong do|trong so do|rieng|lay)\b")
_OTHER_TIME = re.compile(rf"\b(?:thang|quy|tuan) (?:\d|(?:{'|'.join((*_NEXT_TO, *sorted(numerals())))})\b)|\d/\d")


def _past_new_year(typed: Sequence[str]) -> Sequence[str]:
    """The words with "sau tết" for what a turn goes over to at its beginning ("thế | qua tết | thì sao")."""
    at = next((at for at in range(2) if tuple(typed[at : at + 2]) == ("qua", "tết")), None)
    return typed if at is None else [*typed[:at], "sau", *typed[at + 1 :]]


def _come_to(typed: Sequence[str], until: date | None) -> list[str] | None:
    """The words without what leads to the time that is turned to ("rồi tới | quý 3 thì sao"); None elsewhere.

    It is the time itself behind another one that was told where a word goes on to it; else it is a stretch up to it
    ("đến quý 3 thì sao", "còn tới quý 3 thì sao").
    """
    found = _COME_TO.match(" ".join(map(folded, typed))) if until else None
    at = found["ahead"].count(" ") if found else 0
    return [*typed[:at], "|", *typed[at + 1 :]] if found else None


_COME_TO = re.compile(
    r"(?P<ahead>(?:(?:va|a|u|da) )*(?:(?:the|vay|roi|gio|tiep|ke|sang|qua) )+)(?:toi|den) (?:thang|quy|tuan) "
    r"(?:(?!nua\b|sau\b|truoc\b)\w+ ){1,3}?(?:thi )?(?:sao|the nao|co (?:gi|viec gi|viec nao|nhung gi|may viec))\b"
)


def _beside_that(typed: Sequence[str]) -> list[str] | None:
    """The words with "tháng sau đó" told as the next month, where no other time stands beside it; None elsewhere."""
    bare = list(map(folded, typed))
    units = [at for at, word in enumerate(bare) if word in _SPELLS]
    if len(units) != 1 or any(word.isdigit() for word in bare):
        return None
    (at,) = units
    side = _BESIDE_THAT.get(tuple(bare[at + 1 : at + 3]), "")
    if not side or (at and bare[at - 1] in _SEVERAL | numerals()):
        return None
    more = ["nữa" if word == "nua" else word for word in typed[at + 3 :]]  # "quy sau do nua", no half
    return [*typed[: at + 1], *_AS_NEXT[side], *more]


_AS_NEXT = {"sau": ("kế", "tiếp"), "truoc": ("vừa", "qua")}
_BESIDE_THAT: dict[tuple[str, ...], str] = {
    ("sau", "do"): "sau",
    ("truoc", "do"): "truoc",
    ("lien", "truoc"): "truoc",
    ("ngay", "truoc"): "truoc",
}
_SEVERAL = frozenset({"cac", "nhung", "may"})


def follows_on(words: Sequence[str]) -> bool:
    """Whether a time is the next behind one that was told ("tháng kế tiếp"), or beside it where nothing else is said.

    So is "tháng sau?"; "tháng sau có việc gì" is told from today.
    """
    bare = [*map(folded, words), ""]
    spelled = [at for at, word in enumerate(bare[:-1]) if word in _SPELLS]
    if any(bare[at + 1] == "ke" or tuple(bare[at + 1 : at + 3]) in _NEXT for at in spelled):
        return True
    beside = [at for at in spelled if bare[at + 1] in _BESIDE and bare[at + 2 : at + 3] != ["nua"]]
    said = [word for word in bare[:-1] if word.isalnum()]
    small = _TURNS | written_plainly("speaker")
    return len(beside) == 1 and len(said) == _ALONE + sum(word in small for word in said)


_SPELLS = CALENDAR - {"ngay"}
_BESIDE = frozenset({"sau", "truoc"})
_ALONE = 2  # words of a time that is all that is said
_TURNS = frozenset(["con", "the", "vay", "roi", "va", "thi", "sao", "nao", "a", "ha", "nhe", "nhi", "di", "luon", "u"])
_NEXT = frozenset({("tiep", "theo"), ("lien", "sau"), ("lien", "ke"), ("ngay", "sau")})


def times_said(
    words: Sequence[str], typed: Sequence[str], cues: Sequence[Cue], taken: Collection[int], today: date, year: int
) -> tuple[Period, ...]:
    """The times, in their order.

    Args:
        words: canonical words; typed: with the accents that were typed.
        taken: positions of words that name plans.
        year: of a time that says none.
    """
    asked = [range(cue.start, cue.end) for cue in cues if _asks_or_is_late(cue, words)]
    pointed = pointed_times(words)
    apart = frozenset(taken).union(counted_times(words), pointed, *asked)
    compares = any("compare" in cue.kinds for cue in cues) or bool(_MORE.intersection(words))
    parts = LINKS if compares else ()  # "so sánh quý 1 | và | quý 2" is no half of a year
    phrase = {i for i, pair in enumerate(pairwise(map(folded, words)), 1) if pair == ("cum", "tu")}  # "cụm từ quý II"
    said = ["|" if i in apart | phrase or word in parts else word for i, word in enumerate(typed)]
    found = find_periods(by_the_sun(said), today=today, year=year)
    again = {folded(words[at]) for at in pointed}
    told = (p for p in found if not set(taken).intersection(range(p.start, p.end)))
    return tuple(_by_itself(p, again) for p in told)


def _by_itself(period: Period, again: Collection[str]) -> Period:
    """The month or quarter up to which a time goes, where that is pointed at ("đến tháng 9 …, trong tháng đó")."""
    if period.relation is not Relation.BY or not period.finer:
        return period
    end = period.last
    behind = end + timedelta(days=1)
    whole = None
    if "thang" in again and behind.day == 1:
        whole = month(end.year, end.month)
    elif "quy" in again and behind.day == 1 and behind.month in _OPENING:
        whole = quarter(end.year, (end.month + 2) // 3)
    said = period.start, period.end, period.year_said
    return period if whole is None else replace(whole, start=said[0], end=said[1], year_said=said[2], finer=True)


_OPENING = (1, 4, 7, 10)  # months that open a quarter


def _asks_or_is_late(cue: Cue, words: Sequence[str]) -> bool:
    """Whether a cue stands between times and is of none ("ai chậm nhất | quý này", "quý 2 | quý nào")."""
    return "overdue" in cue.kinds or ("when" in cue.kinds and folded(words[cue.end - 1]) == "nao")


def words_of_names(units: Iterable[UnitMention], words: Sequence[str], bond: Bond) -> set[int]:
    """The words, typed without accents, that are no time.

    So are those of long names of units ("phong vat tu | thang 4" has no "từ"), and what only looks like a day but is
    half of a word of the plans ("thuong | mai").
    """
    halves = (at for at, word in enumerate(words) if at and folded(word) in _LONE_DAYS)
    found = {at for at in halves if (bond(words[at - 1], words[at]) or 0.0) >= BONDED}
    return found | {i for unit in units if unit.end - unit.start > _SHORT for i in range(unit.start, unit.end)}


_LONE_DAYS = frozenset({"mai", "mot", "kia"})


_SHORT = 2  # words of a name up to which one of them may be of a time


def end_unread(words: Sequence[str], cues: Iterable[Cue], periods: Collection[Period]) -> tuple[str, ...]:
    """The word for what lies ahead in a list's time that names no time ("từ nay tới | hè"), or nothing."""
    ends = [cue for cue in cues if "until" in cue.kinds and not periods]
    ahead = (cue.end for cue in ends if [*map(folded, words[cue.start : cue.end][:2])] == ["tu", "nay"])
    behind = next(ahead, len(words))
    return tuple(word for word in words[behind : behind + 1] if word.isalpha())
