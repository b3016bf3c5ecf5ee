"""Duties that come round in a time that is asked about, but of which no plan names the day ("hằng quý").

They are late on no day and in no list by days; that list tells them beside, for who asks what a month holds has them
to do as well, and "there is none" would not be true of them.
"""

from collections.abc import Sequence

import numpy as np

from knowledge.deadlines.periods import Period
from knowledge.deadlines.recurrence import rules_of
from knowledge.model import DeadlineKind
from knowledge.number_sets import common
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import KINDS, Rows


def without_a_day(register: Register, rows: Rows, times: Sequence[Period]) -> Rows:
    """Of some rows those whose rhythm names no day and comes round within one of the times."""
    recurring = np.flatnonzero(register.index.kinds == KINDS.index(DeadlineKind.PERIODIC)).astype(np.int32)
    longest = max(((time.last - time.first).days + 1 for time in times), default=0)
    found = common(common(rows, recurring), register.undated())
    fits = [_length(register.index.task(int(row)).deadline.recur) <= longest for row in found]
    return np.array(found[np.array(fits, bool)], np.int32)


def _length(recur: str | None) -> int:
    """About how many days a rhythm takes; what tells no length fits no time."""
    return min((rule.length for rule in rules_of(recur)), default=_NEVER)


_NEVER = 10**6
