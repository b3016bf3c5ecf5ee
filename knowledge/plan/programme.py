"""Work programmes: items that begin with an hour under a heading that names the day.

"Thứ Hai 05/4: / - Sáng 8h00: Họp giao ban – Chủ trì: đồng chí Trưởng ban." says when by its hour and the day above it,
and often who by a name behind a dash at its end ("… – đồng chí Trưởng ban dự").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.plan.assigned import Label
from knowledge.plan.columns import Role
from knowledge.plan.label_groups import Line
from knowledge.plan.timetable import HOURS, day_above
from knowledge.units.name_words import starts_with_head
from knowledge.units.phrase import unit_at

_TIMED = re.compile(r"(?P<hour>[^–—]{2,40}?)\s*(?::\s+|\s[-–—]\s)(?P<title>\S.*)", re.DOTALL)
_WHO_GOES = re.compile(
    r"(?P<title>.*\S)\s+[-–—]\s+(?P<who>\S[^:]{2,90}?)(?:\s+(?:tham |cùng )?dự| chủ trì| phụ trách| trực)?[\s.;]*",
    re.DOTALL,
)
_LONGEST = 14  # words of whoever goes


def with_hours(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a programme with their hour, or the day alone, and whoever goes as labels."""
    found = []
    first: int | None = None  # how deep the items right below a day stand
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and before.heads:
            first = line.level
        day = "" if line.heads or not line.title else day_above(line.section)
        timed = _timed(line) if day else line
        alone = timed is line and line.level is not None and line.level == first and day.startswith("ngày")
        found.append(_all_day(line, day) if alone else timed)
    return found


def _all_day(line: Line, day: str) -> Line:
    """An item of a day that says no hour; one that begins with a unit stays a duty of that."""
    told = any(label.role is Role.TIME for label in line.labels) or unit_at(line.title) is not None
    return line if told else replace(line, labels=(Label(Role.TIME, "Ngày", day), *line.labels))


def _timed(line: Line) -> Line:
    match = _TIMED.fullmatch(line.title)
    if match is None or not HOURS.fullmatch(match["hour"]) or not match["hour"].strip():
        return line
    title, labels = match["title"], (Label(Role.TIME, "Thời gian", match["hour"].strip()), *line.labels)
    goes = None if any(label.role is Role.LEAD for label in line.labels) else _WHO_GOES.fullmatch(title)
    if goes and len(goes["who"].split()) <= _LONGEST and starts_with_head(goes["who"][:1].upper() + goes["who"][1:]):
        title, labels = goes["title"], (*labels, Label(Role.LEAD, "Chủ trì", goes["who"].strip()))
    return replace(line, title=title, labels=labels)
