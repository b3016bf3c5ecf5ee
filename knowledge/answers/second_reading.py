"""The other way to read a question whose answer is not sure: as a list, or as a row where a list is of no known unit.

"X xuất hiện ở đâu" finds no row for sure and names a unit; "camera ở bộ phận một cửa xã là ai quản" names a unit which
no plan has, and asks who has a row.
"""

from knowledge.questions.fields_asked import asks_of
from knowledge.questions.list_meant import list_meant
from knowledge.questions.query import FIELDS, LISTS, Intent, Query
from knowledge.questions.question import Tells
from knowledge.questions.spans import Spans
from knowledge.reply import Answer

_OF_ONE = (*FIELDS, Intent.GENERAL, Intent.PASSAGE, Intent.DUTY)


def other_reading(query: Query, said: Answer) -> Tells | None:
    """What tells the intent of the other reading; None where there is none, or the answer is sure."""
    if query.stay or query.row or not (said.tentative or said.abstained):
        return None
    named = bool(query.units) or any(stretch.kind in _NAMED for stretch in query.spans)
    if named and query.intent in _OF_ONE:
        return list_meant
    return _row_meant if query.strange_unit and query.intent in LISTS and "ai" in query.words else None


def _row_meant(spans: Spans) -> Intent:
    """The field of a row that is asked, GENERAL where none is."""
    return next(iter(asks_of(spans)), Intent.GENERAL)


_NAMED = frozenset({"unit", "time", "section"})
