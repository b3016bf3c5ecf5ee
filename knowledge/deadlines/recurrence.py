"""The days of a duty that recurs, as `Deadline.recur` tells them.

"quarterly 3-15", "monthly last", "weekly fri"; "monthly mon-1" is the first Monday, "monthly fri-5" the last Friday.
"""

import calendar as months
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.deadlines.rhythm_words import RHYTHMS
from knowledge.language.text import folded

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LENGTHS = {"yearly": 365, "half-yearly": 182, "quarterly": 91, "monthly": 30, "weekly": 7}
_STEP = {"half-yearly": 6, "quarterly": 3, "monthly": 1}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a rhythm. `month` counts within the period (3 of a quarter), `day` is 31 for the last one.

    Args:
        weekday: on which day of the week (0 for Monday) the `day`-th of a month falls; 5 for the last one.
        stated: whether the wording names the day; where it does not ("hằng quý"), the period's last day stands for it.
    """

    every: str
    month: int
    day: int
    stated: bool = True
    weekday: int | None = None

    @property
    def length(self) -> int:
        """About how many days lie between two occurrences."""
        return _LENGTHS[self.every]


def comes_round(recur: str, text: str, spell: str) -> bool:
    """Whether a rhythm has a period of its own; "6 tháng" is none of months.

    Where a quarter is named beside six months and the year ("quý I, 6 tháng, quý III, năm"), each quarter is meant.

    Args:
        recur, text: of the deadline.
        spell: "tuan", "thang", "quy", "nam" or "ngay".
    """
    rhythms = {part.split()[0] for part in recur.split(",") if part.strip()}
    by_quarter = spell == "quy" and {"half-yearly", "yearly"} <= rhythms and "quy" in re.findall(r"\w+", folded(text))
    return RHYTHMS[spell] in rhythms or by_quarter


def rules_of(recur: str | None) -> tuple[Rule, ...]:
    """The rules of a rhythm; what has no day of its own ("daily", "every 5 years") has none."""
    return tuple(rule for part in (recur or "").split(",") if (rule := _rule(part.strip().lower())))


def occurrences(rule: Rule, first: date, last: date) -> tuple[date, ...]:
    """The days of a rule from the first to the last day, both included."""
    return tuple(day for day in _days(rule, first, last) if first <= day <= last)


def _rule(text: str) -> Rule | None:
    found = re.fullmatch(r"(yearly|half-yearly|quarterly|monthly|weekly)(?: (\w+)(?:-(\d+))?)?", text)
    if not found:
        return None
    every, one, two = found[1], found[2], found[3]
    if every == "weekly":
        return Rule(every, 0, _WEEKDAYS.index(one) if one in _WEEKDAYS else 4, one is not None)
    whole = {"yearly": 12, "half-yearly": 6, "quarterly": 3, "monthly": 1}[every]
    if one in _WEEKDAYS and two:
        return Rule(every, whole, int(two), weekday=_WEEKDAYS.index(one))
    month = int(one) if two else whole
    day = two or one or "last"
    return Rule(every, month, int(day) if day.isdigit() else 31, one is not None)


def _days(rule: Rule, first: date, last: date) -> Iterator[date]:
    if rule.every == "weekly":
        day = first + timedelta(days=(rule.day - first.weekday()) % 7)
        while day <= last:
            yield day
            day += timedelta(days=7)
        return
    for year in range(first.year, last.year + 1):
        if rule.every == "yearly":
            yield _day(year, rule.month, rule.day)
            continue
        step = _STEP[rule.every]
        for start in range(0, 12, step):
            month = start + min(rule.month, step)
            yield _day(year, month, rule.day) if rule.weekday is None else _nth(year, month, rule.day, rule.weekday)


def _nth(year: int, month: int, nth: int, weekday: int) -> date:
    """The first, second … such weekday of a month, or the last one where there are not so many."""
    first = (weekday - date(year, month, 1).weekday()) % 7 + 1
    days = range(first, months.monthrange(year, month)[1] + 1, 7)
    return date(year, month, days[min(nth, len(days)) - 1])


def _day(year: int, month: int, day: int) -> date:
    """The day of a month, or its last one where the month is shorter."""
    month = max(1, min(month, 12))
    return date(year, month, max(1, min(day, months.monthrange(year, month)[1])))
