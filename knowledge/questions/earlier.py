"""What was talked of before a question, as far as it changes what its words mean."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was talked of before, as far as it changes what words mean.

    Args:
        year: for times without one; until: the last day of the time that was talked of.
        plans: positions of the plans that were named.
        units: printed names of those who have the row that was told.
        listed: whether the last answer was a list; of_units: of units that were named.
        of_row: whether it was of a row; row_plans: positions of the plans of that row; of_plan: of a plan itself.
        corrected: whether the question puts the one before right ("à nhầm, năm 2022 cơ").
        claims: whether what the question says is to be confirmed of the row.
        begun: whether anything was asked before.
    """

    year: int | None = None
    until: date | None = None
    plans: tuple[int, ...] = ()
    units: frozenset[str] = frozenset()
    listed: bool = False
    of_units: bool = False
    of_row: bool = False
    row_plans: tuple[int, ...] = ()
    of_plan: bool = False
    corrected: bool = False
    claims: bool = False
    begun: bool = False
