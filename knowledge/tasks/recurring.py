"""Duties that come round in a time although their wording names no day ("hằng quý").

They have no date in force (`knowledge.tasks.dates_in_force`): nobody is reminded of one, or late by it. Whoever asks
what is to be done in a time is told of them all the same, behind what has a day: the period they are of ends in it.
"""

from datetime import date
from functools import lru_cache

import numpy as np

from knowledge.deadlines.recurrence import occurrences, rules_of
from knowledge.number_sets import common
from knowledge.tasks.dates_in_force import Span, span_of
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import Rows


def recurring_within(register: Register, first: date, last: date) -> Rows:
    """The rows without a day of which a period ends from the first to the last day, both included."""
    index, found = register.index, np.zeros(register.index.size, bool)
    for (plan, recur), members in index.undated_rhythms.items():
        if _comes_round(recur, span_of(index.plans[plan].plan.heading, register.today), first, last):
            found[np.array(members)] = True
    return common(np.flatnonzero(found).astype(np.int32), register.undated())


@lru_cache(maxsize=4096)
def _comes_round(recur: str, span: Span, first: date, last: date) -> bool:
    begin, end = max(span.first, first), min(span.last, last)
    return begin <= end and any(occurrences(rule, begin, end) for rule in rules_of(recur))
