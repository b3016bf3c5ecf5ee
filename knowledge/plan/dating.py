"""Deadlines of rows and duties: what a wording means in a plan that was issued on a day and is for some years."""

import re
from dataclasses import replace
from datetime import date

from knowledge.deadlines import understand_deadline
from knowledge.model import Deadline, DeadlineKind, Heading
from knowledge.plan.metadata import plan_year

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def deadline_in(text: str, heading: Heading) -> Deadline:
    """What a deadline means in a plan; a day without a year that was over when the plan was issued is next year's."""
    found = understand_deadline(text, year=plan_year(heading), issued=heading.issued)
    issued = _day(heading.issued)
    if issued is None or not found.due or _YEAR.search(text):
        return found
    yearly = found.kind in (DeadlineKind.PERIODIC, DeadlineKind.MIXED)
    if not yearly and len(heading.years) == 1:
        return found  # the year is the plan's, whatever the day of issue
    return replace(found, due=tuple(sorted(_after(day, issued) for day in found.due)))


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
