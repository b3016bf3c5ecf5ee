"""Deadlines of rows and duties: what a wording means in a plan that was issued on a day and is for some years."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.deadlines import understand_deadline
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
