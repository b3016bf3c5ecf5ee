"""How exact a time is."""

from enum import IntEnum


class Grain(IntEnum):
    """How exact a time is, the finest first."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    HALF = 5
    YEAR = 6
