"""Timetables: the day stands in a heading, and the column of times has only hours."""

import re

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
    day = _DAY.search(text) if len(text) <= _LONGEST and _HEADING.match(text) else None
    return f"ngày {day[0]}" if day else ""


def day_of(cell: str) -> str:
    """The day that a cell of a timetable names ("Thứ Ba (06/4)"), "" where it names none."""
    text = nfc(cell)
    day = _DAY.search(text) or _SHORT_DAY.search(text)
    return f"ngày {day[0]}" if day else ""


_SHORT_DAY = re.compile(r"(?<![\d/])\d{1,2}\s*/\s*\d{1,2}(?!\s*[/\d])|\d{1,2}\s+tháng\s+\d{1,2}\b", re.IGNORECASE)


def on_day(time: str, day: str) -> str:
    """A time with the day of its timetable, where it has only hours; else as it is."""
    if not day or not _HOURS.fullmatch(nfc(time)):
        return time
    return f"{nfc(time)}, {day}" if time.strip() else day
