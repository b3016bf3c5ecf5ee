"""Timetables: the day stands in a heading, and the column of times has only hours."""

import re

from knowledge.deadlines.only_times import says_only_when
from knowledge.language.text import nfc

_DAY = re.compile(
    r"\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*(?:19|20)\d\d|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d\d", re.IGNORECASE
)
_HEADING = re.compile(
    r"\W*(?:(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]\s*)?\W*(?:ngày|thứ|chủ nhật|buổi|sáng|chiều|tối)\b", re.IGNORECASE
)
_HOURS = re.compile(
    r"(?:(?:từ|lúc|đến|buổi|sáng|trưa|chiều|tối|\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d{2})?(?:\s*(?:phút|p|'))?)(?!\w)|[-–,;\s])*",
    re.IGNORECASE,
)
_LONGEST = 120  # characters of a heading


def day_in(heading: str) -> str:
    """The day that a heading of a timetable names ("Ngày thứ nhất (24/8/2026)"), "" for other words."""
    text = nfc(heading)
    if len(text) > _LONGEST:
        return ""
    day = _DAY.search(text) if _HEADING.match(text) else None
    month = _MONTH.fullmatch(text)
    if day or month:
        return f"ngày {day[0]}" if day else month["month"].lower() if month else ""
    bare = _NUMBERED.sub("", text).strip(" .:")
    return bare if says_only_when(bare) else ""


_NUMBERED = re.compile(r"^\W*(?:(?:\d{1,2}|[IVX]{1,4}|[A-Za-zđ])[.)]\s+)?")


# A heading that is a month and nothing else: "THÁNG 9 NĂM 2026", "II. Tháng 10/2026 (tiếp theo)".
_MONTH = re.compile(
    r"\W*(?:(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]\s*)?(?:công tác\s+|lịch\s+)?"
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
    if not day or not _HOURS.fullmatch(text):
        return time
    return f"{nfc(time)}, {day}" if time.strip() else day
