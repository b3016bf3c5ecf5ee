"""Days as Vietnamese offices write them."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=4096)
def printed(day: date) -> str:
    """A date as Nghị định 30/2020/NĐ-CP writes it: a zero before days below 10 and the months 1 and 2."""
    return f"{day_and_month(day)}/{day.year}"


def day_and_month(day: date) -> str:
    """A date without its year, where the year stands beside it."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}"
