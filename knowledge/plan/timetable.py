"""Timetables: the day stands in a heading, and the column of times has only hours."""

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.deadlines.only_times import says_only_when
from knowledge.language.text import nfc

_DAY = re.compile(
    r"\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*(?:19|20)\d\d|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d\d", re.IGNORECASE
)
# A day without its year and nothing else: "Thứ Năm 08/4:", "* Ngày 12 tháng 4 (thứ Hai)".
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_DAY_ONLY = re.compile(
    rf"\W*(?:(?:\d{{1,2}}|[IVX]{{1,4}}|[a-zđ])[.)]\s*)?\W*(?:{_WEEKDAY}\W*)?(?:ngày\s+)?"
    rf"(?P<day>\d{{1,2}}\s*/\s*\d{{1,2}}|\d{{1,2}}\s+tháng\s+\d{{1,2}})\W*(?:{_WEEKDAY}\W*)?",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\W*(?:(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]\s*)?\W*(?:ngày|thứ|chủ nhật|buổi|sáng|chiều|tối)\b", re.IGNORECASE
)
HOURS = re.compile(
    r"(?:(?:từ|lúc|đến|trước|sau|khoảng|cả ngày|đầu giờ|cuối giờ|buổi|sáng|trưa|chiều|tối"
    r"|\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d{2})?(?:\s*(?:phút|p|'))?)(?!\w)|[-–,;\s])*",
    re.IGNORECASE,
)
_LONGEST = 120  # characters of a heading


@lru_cache(maxsize=4096)
def day_in(heading: str) -> str:
    """The day that a heading of a timetable names, or the time that is all it says ("Quý II/2027"), else "".

    Behind it may stand what is done then ("Tháng 5 và tháng 6: Ra quân"), before it which stretch of the plan it is
    ("Giai đoạn 1 (từ 01/3 đến 15/4): Chuẩn bị").
    """
    if len(heading) > _LONGEST:
        return ""
    bare = _NUMBERED.sub("", _BARE_ROMAN.sub("", nfc(heading))).strip(" .:")
    stretch = _STRETCH.match(bare)
    times = (*(stretch.groups() if stretch else ()), bare, _BEHIND.split(bare)[0])
    return day_named(heading) or next((time.strip() for time in times if time and says_only_when(time)), "")


_BEHIND = re.compile(r"\s*:\s+|\s+[–-]\s+")
_STRETCH = re.compile(r"(?:giai đoạn|đợt|bước|kỳ)\s+\w{1,4}\s*(?:\(([^()]+)\)|[:,–-]\s*([^:]+))", re.IGNORECASE)


@lru_cache(maxsize=4096)
def day_named(line: str) -> str:
    """The day or month that a line of a timetable names ("Ngày thứ nhất (24/8/2026)"), "" for other words.

    Any other time may be what a line that only goes on begins and ends with ("…, hoàn thành | trước ngày 14/3/2022").
    """
    text = _BARE_ROMAN.sub("", nfc(line))
    if len(text) > _LONGEST:
        return ""
    if (day := _DAY.search(text)) and _HEADING.match(text) and not _SAYS.search(text):
        return f"ngày {day[0]}"
    if short := _DAY_ONLY.fullmatch(text):
        return f"ngày {short['day']}"
    month = _MONTH.fullmatch(text)
    return month["month"].lower() if month else ""


_SAYS = re.compile(r"\blà\b|\w\w\. \w")  # "Ngày thực hành (ngày T) là ngày 15/9/2027. Các mốc …" is a sentence
_BARE_ROMAN = re.compile(r"^[IVX]{1,4}\s+(?=\w)")  # "II Quý II", the number in a cell of its own
_NUMBERED = re.compile(r"^\W*(?:(?:\d{1,2}|[IVX]{1,4}|[A-Za-zđ])[.)]\s+)?")


def day_above(section: Sequence[str]) -> str:
    """The day that the nearest of some headings to name one names."""
    return next(filter(None, map(day_in, reversed(section))), "")


# A heading that is a month and nothing else: "THÁNG 9 NĂM 2026", "II. Tháng 10/2026 (tiếp theo)".
_MONTH = re.compile(
    r"\W*(?:(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]\s*)?(?:(?:công (?:tác|việc)|nhiệm vụ|nội dung|lịch)\s+(?:trong\s+)?)?"
    r"(?P<month>tháng\s+\d{1,2}(?:\s*(?:/|năm|-)\s*(?:19|20)\d\d)?)\W*(?:\([^()]*\))?\W*",
    re.IGNORECASE,
)
_LAST_MONTH = re.compile(r"(?<!\W)\W*tháng\W*$", re.IGNORECASE)  # "cuối tháng"
_DAYS = re.compile(
    r"(?:(?:từ|đến|ngày|trước|sáng|chiều|tối|và|thứ \w+|tuần|đầu|giữa|cuối|nửa|trong|hết|\d{1,2})(?!\w)|[-–,;&()\s])*+"
    r"(?:tháng)?\W*",
    re.IGNORECASE,
)


def day_of(cell: str) -> str:
    """The day that a cell of a timetable names ("Thứ Ba (06/4)"), "" where it names none."""
    text = nfc(cell)
    day = _DAY.search(text) or _SHORT_DAY.search(text)
    return f"ngày {day[0]}" if day else ""


_SHORT_DAY = re.compile(r"(?<![\d/])\d{1,2}\s*/\s*\d{1,2}(?!\s*[/\d])|\d{1,2}\s+tháng\s+\d{1,2}\b", re.IGNORECASE)


def on_day(time: str, day: str) -> str:
    """A time with the day of its timetable, where it has only hours; else as it is."""
    text = nfc(time)
    if day.startswith("tháng"):
        return f"{_LAST_MONTH.sub('', text)} {day}".strip() if _DAYS.fullmatch(text) else time
    if not day or not HOURS.fullmatch(text):
        return time
    hours = _FROM_ALONE.sub("", _SPELLED.sub(r"\1h\2", text))
    return f"{hours}, {day}" if time.strip() else day


# "Từ 8h00" without an end says when it is, and not since when.
_FROM_ALONE = re.compile(r"\b(?:từ|lúc) (?=\d)(?!.*(?:đến|[-–]))", re.IGNORECASE)
_SPELLED = re.compile(r"(\d{1,2})\s*(?:giờ|:)\s*(\d{2})(?:\s*phút)?", re.IGNORECASE)  # "8 giờ 00", "8:00"
