"""Days of the lunar calendar as days of the solar one; the only door to the library that knows them.

The library accepts days and leap months that no year has (the 30th of a short month), so every day is converted back
and has to come out as it went in.
"""

from datetime import date, timedelta

from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar

_LONGEST = 30  # days of a lunar month; a short one has 29


def solar_day(day: int, month: int, year: int, *, leap: bool = False) -> date:
    """The solar day of a lunar one. Raises ValueError where the lunar year has no such day."""
    meant = LunarDate(day, month, year, leap)
    found = lunar_to_solar(meant)
    if solar_to_lunar(found) != meant:
        raise ValueError(f"lunar {day}/{month}/{year} is no day")
    return found


def solar_month(month: int, year: int, *, leap: bool = False) -> tuple[date, date]:
    """The first and the last solar day of a lunar month. Raises ValueError where the year has no such month."""
    first = solar_day(1, month, year, leap=leap)
    try:
        return first, solar_day(_LONGEST, month, year, leap=leap)
    except ValueError:
        return first, first + timedelta(days=_LONGEST - 2)
