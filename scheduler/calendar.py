"""The working days of a Vietnamese office, and the hours in which it may be written to.

Saturdays, Sundays and public holidays come from the `holidays` package, which also knows most swapped days. It cannot
know those decided at short notice (Điều 112 Bộ luật Lao động leaves them to a yearly decision), so the days that admins
set off or set to work come first.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from scheduler.clock import VIETNAM

if TYPE_CHECKING:
    from holidays import HolidayBase

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working days and quiet hours.

    Args:
        off, work: days that admins set; they go before weekends and public holidays.
        quiet_from, quiet_until: nothing is said from the one in the evening until the other in the morning.
    """

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    quiet_from: time = time(17, 30)
    quiet_until: time = time(7, 30)
    _known: dict[date, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    _after: dict[tuple[date, int], date] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        """Whether the office works on a day."""
        known = self._known.get(day)
        if known is None:
            known = day in self.work or (day not in self.off and _usual().is_working_day(day))
            self._known[day] = known
        return known

    def on_or_before(self, day: date) -> date:
        """The day itself, or the last working day before it."""
        while not self.is_working(day):
            day -= DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself, or the next working day."""
        while not self.is_working(day):
            day += DAY
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """The working day that is `count` working days after a day, which itself is not counted."""
        key = (day, count)
        if key not in self._after:
            for _ in range(count):
                day = self.on_or_after(day + DAY)
            self._after[key] = day
        return self._after[key]

    def is_open(self, now: datetime) -> bool:
        """Whether something may be said now: a working day, outside the quiet hours, by the clock in Vietnam."""
        local = now.astimezone(VIETNAM)
        return self.quiet_until <= local.time() < self.quiet_from and self.is_working(local.date())

    def name_of(self, day: date) -> str:
        """The name of a public holiday in Vietnamese, or nothing."""
        return str(_usual().get(day) or "")


@lru_cache(maxsize=1)
def _usual() -> "HolidayBase":
    import holidays  # noqa: PLC0415 - only a day that is asked for needs the calendars of the world

    return holidays.country_holidays("VN", language="vi")
