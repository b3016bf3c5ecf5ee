"""The one place that asks the machine what time it is.

Everything else takes `now` or `today` as an argument. A clock may start elsewhere
("--now 2024-03-01T08:00") and run on from there.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

FIRST_YEAR, LAST_YEAR = 1900, 9000  # of a time or a day that is given: rules look years back and ahead

Clock = Callable[[], datetime]


def system_clock(start: datetime | None = None) -> Clock:
    """A clock that gives the time in Vietnam, or one that starts at `start` and runs on.

    Args:
        start: an aware time, or a naive one that is taken as the time in Vietnam.
    """
    if start is None:
        return lambda: datetime.now(VIETNAM)  # noqa: TID251 - this is the module that may ask
    first = start.astimezone(VIETNAM) if start.tzinfo else start.replace(tzinfo=VIETNAM)
    began = time.monotonic()
    return lambda: first + timedelta(seconds=time.monotonic() - began)
