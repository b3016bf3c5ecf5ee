"""What is left of the list before where a new turn leaves out units or the rows that were shown."""

from dataclasses import replace

from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.query import Query


def but_the_left_out(before: Query, said: tuple[Constraint, ...]) -> Query:
    """The query before without its units that the new turn leaves out of the list ("ngoài việc của Phòng A").

    Where all that was shown is left out, what else is asked for stands in other parts of the plan.
    """
    shown = next((c for c in said if c.kind is Kind.SHOWN), None)
    if shown and shown.include:
        before = replace(before, topic=())  # the rows that were shown stand for it
    elif shown:
        before = _without_what_all_have(before, in_part=any(c.kind is Kind.SECTION and c.include for c in said))
    gone = [unit.names for c in said if c.kind is Kind.UNIT and not (c.include or c.role) for unit in c.units]
    units = tuple(unit for unit in before.units if unit.names not in gone)
    return replace(before, units=units, role=before.role if units else None) if units != before.units else before


def _without_what_all_have(before: Query, *, in_part: bool) -> Query:
    """The query before without what would leave no row beside all of those that were shown.

    That is its part of the plan; where a part is named now ("trừ mấy việc đó thì phần A còn gì nữa"), what else its
    rows were picked by, and where they were by nothing else its units.
    """
    if not in_part:
        return replace(before, where=tuple(c for c in before.where if c.kind is not Kind.SECTION))
    picked = before.period or before.topic or any(c.kind is not Kind.SECTION for c in before.where)
    of = replace(before, where=(), topic=(), firm=0, period=None, also=(), table_only=False)
    return of if picked else replace(of, units=(), role=None)
