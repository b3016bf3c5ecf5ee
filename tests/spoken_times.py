"""A time as it is said on Wednesday 14 May 2025; one without a year is one of 2025."""

from datetime import date

from knowledge.deadlines.periods import Period, find_periods
from knowledge.language.text import folded, tokens

TODAY = date(2025, 5, 14)


def said(text: str, today: date = TODAY) -> tuple[Period, ...]:
    return find_periods(tuple(tokens(text)), today=today, year=today.year)


def name(value: object) -> str | None:
    return folded(value) if isinstance(value, str) else None
