"""What is said beside a list without a row: that there are rows in another role of its units, or of all units."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answers.ask import Ask
from knowledge.answers.list_words import units_name, what_of
from knowledge.answers.rows_asked import rows_asked
from knowledge.deadlines.periods import Period
from knowledge.questions.constraints import Kind
from knowledge.reply import Line
from knowledge.wording import listing


def rows_elsewhere(ask: Ask, period: Period | None) -> Iterator[Line]:
    """Where there are rows, which a list that has none may be meant to be of.

    Of two units that have no row together, the rows of the one that was picked among those of the other ("trong đó việc
    nào Phòng B phối hợp").
    """
    query = ask.query
    if query.units and query.role and query.together:
        either = replace(ask, query=replace(query, role=None))
        if count := len(rows_asked(either, period)):
            yield listing.of_any_role(count, what_of(either, period))
    elif query.units and query.role and period is None:
        other = "coordinate" if query.role == "lead" else "lead"
        if count := len(rows_asked(replace(ask, query=replace(query, role=other)), None)):
            yield listing.other_role(units_name(ask), query.role, count)
    picked = next((c for c in query.where if c.kind is Kind.UNIT and c.include and c.units), None)
    if query.units and picked:
        where = tuple(c for c in query.where if c is not picked)
        alone = replace(ask, query=replace(query, units=picked.units, role=picked.role or None, where=where))
        if count := len(rows_asked(alone, period)):
            yield listing.of_any_unit(count, what_of(alone, period))
