"""Whether an answer leaves it open that a list was asked for: it is not sure of a row, and a unit or time is named."""

from knowledge.questions.query import FIELDS, Intent, Query
from knowledge.reply import Answer

_OF_ONE = (*FIELDS, Intent.GENERAL, Intent.PASSAGE, Intent.DUTY)


def may_be_a_list(query: Query, said: Answer) -> bool:
    """Whether to look for a list as well."""
    unsure = said.tentative or said.abstained
    named = bool(query.units) or any(stretch.kind in _NAMED for stretch in query.spans)
    return unsure and named and query.intent in _OF_ONE and not (query.stay or query.row)


_NAMED = frozenset({"unit", "time"})
