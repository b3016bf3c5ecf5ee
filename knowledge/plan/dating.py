"""Deadlines of rows and duties: what a wording means in a plan that was issued on a day and is for some years."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from knowledge.deadlines import understand_deadline
from knowledge.language.text import folded, nfc
from knowledge.model import Deadline, DeadlineKind, Heading
from knowledge.plan.metadata import plan_year

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def deadline_in(text: str, heading: Heading, section: Sequence[str] = ()) -> Deadline:
    """What a deadline means in a plan; a day without a year that was over when the plan was issued is next year's.

    In a plan of several years the heading above a row says which of them is meant ("II. Năm 2027").
    """
    heading = _of_section(heading, section)
    found = understand_deadline(text, year=plan_year(heading), issued=heading.issued)
    issued = _day(heading.issued)
    if issued is None or not found.due or _YEAR.search(text):
        return found
    yearly = found.kind in (DeadlineKind.PERIODIC, DeadlineKind.MIXED)
    if not yearly and len(heading.years) == 1:
        return found  # the year is the plan's, whatever the day of issue
    return replace(found, due=tuple(sorted(_after(day, issued) for day in found.due)))


def in_week(time: str, stretch: str, heading: Heading) -> str:
    """A time with the week of the heading above it, where it only says what part of that is meant; else as it is.

    "Cả tuần" below "Tuần 1 (01/3 - 05/3)" is all of it, "Sáng thứ Ba" its Tuesday.
    """
    if _WHOLE.fullmatch(nfc(time)) and _A_WEEK.search(stretch):
        return f"{time.strip()}, {stretch}"
    named = _WEEKDAY.fullmatch(nfc(time))
    due = deadline_in(stretch, heading).due if named and _A_WEEK.search(stretch) else ()
    if not named or len(due) != 1:
        return time
    number = _DAYS[folded(named["weekday"])] if named["weekday"] else _SUNDAY
    day = due[0] + timedelta(days=number - due[0].weekday())
    return f"{time.strip()}, ngày {day.day:02}/{day.month}/{day.year}"


_WHOLE = re.compile(r"(?:cả|trong|suốt|các ngày(?: trong)?|hết)\s+tuần(?: này)?\W*", re.IGNORECASE)
_A_WEEK = re.compile(r"\btuần\b|^\W*(?:từ )?\d{1,2}(?:/\d{1,2})?\s*(?:[-–]|đến)\s*\d{1,2}/\d", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:(?:cả|đầu giờ|cuối giờ|sáng|trưa|chiều|tối|ngày|vào|lúc|\d{1,2}(?:h|g|:| giờ ?)(?:\d\d)?)[\s,]+)*"
    r"(?:thứ (?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật))\W*",
    re.IGNORECASE,
)
_DAYS = {name: at % 6 for at, name in enumerate((*"234567", "hai", "ba", "tu", "nam", "sau", "bay"))}
_SUNDAY = 6


def _of_section(heading: Heading, section: Sequence[str]) -> Heading:
    """The heading of a plan with only the year of the section, where one that names a single year of the plan's."""
    if len(heading.years) < 2:
        return heading
    named = ([int(year) for year in _YEAR.findall(title)] for title in reversed(section))
    years = next(filter(None, named), [])
    return replace(heading, years=tuple(years)) if len(years) == 1 and years[0] in heading.years else heading


def _after(day: date, issued: date) -> date:
    if day >= issued:
        return day
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, day.month, 28 if leap else day.day)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
