"""What a progress report tells: whose it is, and how the rows of a period stand. Values, which no file format needs."""

from dataclasses import dataclass
from datetime import date

from knowledge.exports.figures import UnitFigures
from knowledge.tasks.entry import Entry


@dataclass(frozen=True, slots=True)
class Office:
    """Whose report it is: its name as printed, the office above it, the place, and the end of its symbol ("SNV")."""

    name: str = ""
    above: str = ""
    place: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What is reported: the rows with a date in the period, as they stand today.

    Args:
        period: in words, "quý I năm 2024".
        first, last: its days.
        entries: all of them, by date.
        units: the figures of each chairing unit, those with most overdue rows first.
        whole: the figures over all rows, each counted once.
        overdue, done: rows of the period that are late, and that were reported done.
        coming: open rows that fall due in the period after it.
        what: what else the rows are chosen by, in words; empty where it is the period alone.
        shared: rows that only a collective name gives the units which are reported of, not counted in the figures;
            `shared_overdue` those of them that are late.
        left: words of the question for it that were not understood.
    """

    period: str
    first: date
    last: date
    today: date
    units: tuple[UnitFigures, ...]
    whole: UnitFigures
    entries: tuple[Entry, ...] = ()
    overdue: tuple[Entry, ...] = ()
    done: tuple[Entry, ...] = ()
    coming: tuple[Entry, ...] = ()
    what: str = ""
    shared: tuple[Entry, ...] = ()
    shared_overdue: tuple[Entry, ...] = ()
    left: str = ""
